#include "jose/jws.h"

#include <string.h>

#include "codec/base64url.h"
#include "codec/json_const.h"
#include "codec/json_write.h"
#include "jose/alg.h"

/* JSON Web Signatures, out. */

const char *blz_jws_alg_for(const blz_key *key)
{
    return blz_jose_alg_of(blz_key_type_of(key))->name;
}

/* `alg` first, then the members of `given`. */
static blz_status make_header(json_t **out, const json_t *given, const char *alg)
{
    const json_t *wanted = json_object_get(given, "alg");
    if (wanted && (!json_is_string(wanted) || strcmp(json_string_value(wanted), alg) != 0))
        return BLZ_ERR_ARGUMENT;
    json_auto_t *header = json_object();
    BLZ_TRY_MEM(header && json_object_set_new(header, "alg", json_string(alg)) == 0);
    const char *name;
    json_t *value;
    json_object_foreach (blz_json_unconst(given), name, value) {
        BLZ_TRY_MEM(strcmp(name, "alg") == 0 || json_object_set(header, name, value) == 0);
    }
    *out = json_incref(header);
    return BLZ_OK;
}

static blz_status put_signature(blz_buf *token, const blz_key *key)
{
    BLZ_AUTO(blz_octet) signature = NULL;
    size_t size = 0;
    blz_hash hash = blz_jose_alg_of(blz_key_type_of(key))->hash;
    BLZ_TRY(blz_sign(&signature, &size, key, hash, token->data, token->length));
    BLZ_TRY(blz_buf_putc(token, '.'));
    return blz_base64url_encode(token, signature, size);
}

blz_status blz_jws_sign(char **compact, blz_ctx *ctx, const json_t *header, const void *payload,
                        size_t length, const blz_key *key)
{
    json_auto_t *whole = NULL;
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) token = BLZ_BUF(blz_ctx_limit(ctx, BLZ_LIMIT_BYTES));
    BLZ_TRY(make_header(&whole, header, blz_jws_alg_for(key)));
    BLZ_TRY(blz_json_write(&text, whole, 0));
    BLZ_TRY(blz_base64url_encode(&token, text.data, text.length));
    BLZ_TRY(blz_buf_putc(&token, '.'));
    BLZ_TRY(blz_base64url_encode(&token, payload, length));
    BLZ_TRY(put_signature(&token, key));
    return blz_buf_take(&token, compact, NULL);
}
