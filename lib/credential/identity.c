#include "credential/identity.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "credential/put.h"
#include "crypto/digest.h"

enum { SALT_BYTES = 16, SALT_DIGITS = 32, IDENTITY_MAX = 1 << 16 };

static blz_status hash_hex(char out[BLZ_DIGEST_HEX_MAX], blz_hash hash, const char *identity,
                           const char *salt)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(IDENTITY_MAX);
    BLZ_TRY(blz_buf_puts(&text, identity));
    BLZ_TRY(blz_buf_puts(&text, salt ? salt : ""));
    return blz_digest_hex(out, hash, text.data, text.length);
}

blz_status blz_identity_hash(char **out, const char *identity, const char *salt)
{
    char hex[BLZ_DIGEST_HEX_MAX];
    BLZ_TRY(hash_hex(hex, BLZ_HASH_SHA256, identity, salt));
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_printf(&text, "sha256$%s", hex));
    return blz_buf_take(&text, out, NULL);
}

/* The algorithm in front of the "$", and the digits behind it. */
static blz_status split(blz_hash *hash, const char **digits, const char *text)
{
    static const struct {
        const char *name;
        blz_hash hash;
    } names[] = {{"sha256$", BLZ_HASH_SHA256}, {"md5$", BLZ_HASH_MD5}};
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++) {
        size_t length = strlen(names[i].name);
        if (strncmp(text, names[i].name, length) != 0) continue;
        *hash = names[i].hash;
        *digits = text + length;
        bool whole = strlen(*digits) == 2 * blz_digest_size(*hash);
        return whole && strspn(*digits, "0123456789abcdefABCDEF") == strlen(*digits) ? BLZ_OK
                                                                                     : BLZ_ERR_SYNTAX;
    }
    return strchr(text, '$') ? BLZ_ERR_UNSUPPORTED : BLZ_ERR_SYNTAX;
}

blz_status blz_identity_matches(bool *out, const char *hash, const char *identity, const char *salt)
{
    blz_hash algorithm = BLZ_HASH_SHA256;
    const char *digits = NULL;
    char hex[BLZ_DIGEST_HEX_MAX];
    BLZ_TRY(split(&algorithm, &digits, hash));
    BLZ_TRY(hash_hex(hex, algorithm, identity, salt));
    *out = strcasecmp(hex, digits) == 0;
    return BLZ_OK;
}

static blz_status new_salt(char out[SALT_DIGITS + 1], blz_ctx *ctx)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[SALT_BYTES];
    BLZ_TRY(blz_ctx_random(ctx, bytes, sizeof bytes));
    for (size_t i = 0; i < sizeof bytes; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[SALT_DIGITS] = '\0';
    return BLZ_OK;
}

blz_status blz_identity_email(json_t **out, blz_ctx *ctx, const char *address, bool plain)
{
    char salt[SALT_DIGITS + 1];
    BLZ_AUTO(blz_text) hash = NULL;
    if (!plain) {
        BLZ_TRY(new_salt(salt, ctx));
        BLZ_TRY(blz_identity_hash(&hash, address, salt));
    }
    json_auto_t *object = json_object();
    BLZ_TRY(blz_put_text(object, "type", "IdentityObject"));
    BLZ_TRY(blz_put(object, "hashed", json_boolean(!plain)));
    BLZ_TRY(blz_put_text(object, "identityHash", plain ? address : hash));
    BLZ_TRY(blz_put_text(object, "identityType", "emailAddress"));
    BLZ_TRY(blz_put_text(object, "salt", plain ? NULL : salt));
    *out = BLZ_STEAL(object);
    return BLZ_OK;
}

static blz_status lower(char **out, const char *text)
{
    *out = blz_strdup(text);
    BLZ_TRY_MEM(*out);
    for (char *c = *out; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    return BLZ_OK;
}

static blz_status hash_matches(bool *out, const json_t *object, const char *hash, const char *identity)
{
    return blz_identity_matches(out, hash, identity, json_string_value(json_object_get(object, "salt")));
}

blz_status blz_identity_object_matches(bool *out, const json_t *object, const char *identity)
{
    const char *hash = json_string_value(json_object_get(object, "identityHash"));
    const char *type = json_string_value(json_object_get(object, "identityType"));
    if (!hash) return BLZ_ERR_SYNTAX;
    bool email = type && strcmp(type, "emailAddress") == 0, matches = false;
    if (!json_is_true(json_object_get(object, "hashed"))) {
        *out = (email ? strcasecmp(hash, identity) : strcmp(hash, identity)) == 0;
        return BLZ_OK;
    }
    BLZ_TRY(hash_matches(&matches, object, hash, identity));
    if (!matches && email) {
        BLZ_AUTO(blz_text) small = NULL;
        BLZ_TRY(lower(&small, identity));
        BLZ_TRY(hash_matches(&matches, object, hash, small));
    }
    *out = matches;
    return BLZ_OK;
}
