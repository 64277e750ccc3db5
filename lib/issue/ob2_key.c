#include <string.h>

#include "base/uri.h"
#include "credential/model.h"
#include "credential/put.h"
#include "issue/achievement.h"
#include "issue/ob2.h"

blz_status blz_ob2_key_text(char **out, size_t *length, const blz_key *key, const char *id, const char *owner)
{
    BLZ_AUTO(blz_text) pem = NULL;
    if (!id || !owner || !blz_ob2_is_key_url(id) || !blz_uri_is_https(owner)) return BLZ_ERR_INVALID;
    if (strcmp(id, owner) == 0) return BLZ_ERR_INVALID; /* the issuer's profile is there */
    if (blz_key_type_of(key) != BLZ_KEY_RSA) return BLZ_ERR_UNSUPPORTED;
    BLZ_TRY(blz_key_write_pem(&pem, NULL, NULL, key, NULL, false));
    json_auto_t *document = json_object();
    BLZ_TRY(blz_put_text(document, "@context", BLZ_OB2_CONTEXT));
    BLZ_TRY(blz_put_text(document, "type", "CryptographicKey"));
    BLZ_TRY(blz_put_text(document, "id", id));
    BLZ_TRY(blz_put_text(document, "owner", owner));
    BLZ_TRY(blz_put_text(document, "publicKeyPem", pem));
    return blz_output_text(out, length, document, 2);
}
