#include "crypto/jwk.h"

#include <string.h>

#include "codec/base64url.h"
#include "crypto/evp.h"

#include <blazon/json.h>

/* JSON Web Keys, in. */

typedef struct jwk_reader {
    const json_t *jwk;
    const char *reason;
} jwk_reader;

static blz_status refuse(jwk_reader *reader, blz_status status, const char *reason)
{
    reader->reason = reason;
    return status;
}

/* A decoded member; may be secret. */
typedef struct jwk_number {
    uint8_t *bytes;
    size_t length;
} jwk_number;

static void jwk_number_clear(jwk_number *number)
{
    blz_free_secret(number->bytes, number->length);
    number->bytes = NULL;
}

static blz_octets octets_of(const jwk_number *number)
{
    return (blz_octets){number->bytes, number->length};
}

static blz_status get(jwk_number *out, jwk_reader *reader, const char *name)
{
    const json_t *value = json_object_get(reader->jwk, name);
    if (!value) return refuse(reader, BLZ_ERR_SYNTAX, "a number that its type needs is missing");
    if (!json_is_string(value)) return refuse(reader, BLZ_ERR_SYNTAX, "one of its numbers is not a text");
    blz_status status =
        blz_base64url_decode(&out->bytes, &out->length, json_string_value(value), json_string_length(value));
    if (status == BLZ_ERR_SYNTAX)
        return refuse(reader, status, "one of its numbers is not base64url without padding");
    return status;
}

static blz_status get_exactly(jwk_number *out, jwk_reader *reader, const char *name, size_t width)
{
    BLZ_TRY(get(out, reader, name));
    if (out->length == width) return BLZ_OK;
    return refuse(reader, BLZ_ERR_INVALID,
                  "one of its numbers does not have the length that its curve asks for");
}

/* What became of the numbers, in words. */
static blz_status judge(jwk_reader *reader, blz_status status, const char *reason)
{
    if (status == BLZ_ERR_INVALID || status == BLZ_ERR_UNSUPPORTED)
        return refuse(reader, BLZ_ERR_INVALID, reason);
    return status;
}

static blz_status read_okp(blz_key **out, jwk_reader *reader, bool secret)
{
    BLZ_SCOPED(jwk_number) x = {0};
    BLZ_SCOPED(jwk_number) d = {0};
    BLZ_TRY(get_exactly(&x, reader, "x", 32));
    if (secret) BLZ_TRY(get_exactly(&d, reader, "d", 32));
    return judge(reader, blz_key_from_ed25519(out, octets_of(&x), octets_of(&d)),
                 "its secret and its public part do not belong together");
}

static blz_status read_ec(blz_key **out, jwk_reader *reader, blz_key_type type, bool secret)
{
    size_t width = blz_key_kinds[type].width;
    BLZ_SCOPED(jwk_number) x = {0};
    BLZ_SCOPED(jwk_number) y = {0};
    BLZ_SCOPED(jwk_number) d = {0};
    BLZ_TRY(get_exactly(&x, reader, "x", width));
    BLZ_TRY(get_exactly(&y, reader, "y", width));
    if (secret) BLZ_TRY(get_exactly(&d, reader, "d", width));
    uint8_t point[97] = {4};
    memcpy(point + 1, x.bytes, width);
    memcpy(point + 1 + width, y.bytes, width);
    return judge(reader, blz_key_from_ec(out, type, (blz_octets){point, 1 + 2 * width}, octets_of(&d)),
                 secret ? "its point is not on the curve, or not the one of its secret"
                        : "its point is not on the curve");
}

static const char *const rsa_members[BLZ_RSA_PARTS] = {"n", "e", "d", "p", "q", "dp", "dq", "qi"};

static blz_status get_rsa(jwk_number numbers[BLZ_RSA_PARTS], jwk_reader *reader, bool secret)
{
    for (size_t i = 0; i < (secret ? BLZ_RSA_PARTS : 2); i++) {
        BLZ_TRY(get(&numbers[i], reader, rsa_members[i]));
        if (numbers[i].length == 0 || numbers[i].bytes[0] == 0)
            return refuse(reader, BLZ_ERR_SYNTAX, "one of its numbers is empty or starts with zeros");
    }
    return BLZ_OK;
}

static blz_status read_rsa(blz_key **out, jwk_reader *reader, bool secret)
{
    jwk_number numbers[BLZ_RSA_PARTS] = {{0}};
    blz_octets parts[BLZ_RSA_PARTS];
    blz_status status = get_rsa(numbers, reader, secret);
    for (size_t i = 0; i < BLZ_RSA_PARTS; i++)
        parts[i] = octets_of(&numbers[i]);
    if (status == BLZ_OK)
        status = judge(reader, blz_key_from_rsa(out, parts, secret),
                       "its RSA numbers are not of a sound key of 2048 to 4096 bits");
    for (size_t i = 0; i < BLZ_RSA_PARTS; i++)
        jwk_number_clear(&numbers[i]);
    return status;
}

/* A member that is absent, or this text. */
static bool is_or_absent(const json_t *jwk, const char *name, const char *text)
{
    const json_t *value = json_object_get(jwk, name);
    return !value || (json_is_string(value) && strcmp(json_string_value(value), text) == 0);
}

static bool allows_signatures(const json_t *operations, bool secret)
{
    bool found = false;
    size_t i;
    const json_t *value;
    json_array_foreach (operations, i, value) {
        const char *text = json_string_value(value);
        if (!text) return false;
        found = found || strcmp(text, "verify") == 0 || (secret && strcmp(text, "sign") == 0);
    }
    return found;
}

static blz_status check_use(jwk_reader *reader, blz_key_type type, bool secret)
{
    const json_t *operations = json_object_get(reader->jwk, "key_ops");
    if (!is_or_absent(reader->jwk, "use", "sig"))
        return refuse(reader, BLZ_ERR_INVALID, "its \"use\" says that it is not for signatures");
    if (operations && !allows_signatures(operations, secret))
        return refuse(reader, BLZ_ERR_INVALID, "its \"key_ops\" do not allow to verify signatures");
    if (!is_or_absent(reader->jwk, "alg", blz_key_kinds[type].alg) &&
        !(type == BLZ_KEY_ED25519 && is_or_absent(reader->jwk, "alg", "Ed25519")))
        return refuse(reader, BLZ_ERR_INVALID, "its \"alg\" is not the one that goes with its type");
    return BLZ_OK;
}

static blz_status find_type(blz_key_type *out, jwk_reader *reader)
{
    const char *kty = json_string_value(json_object_get(reader->jwk, "kty"));
    const char *crv = json_string_value(json_object_get(reader->jwk, "crv"));
    if (!kty) return refuse(reader, BLZ_ERR_SYNTAX, "\"kty\", which says what kind of key it is, is missing");
    if (strcmp(kty, "oct") == 0)
        return refuse(reader, BLZ_ERR_UNSUPPORTED,
                      "it is a shared secret (\"oct\"), which cannot prove who signed");
    for (size_t i = 0; i <= BLZ_KEY_RSA; i++) {
        const blz_key_kind *kind = &blz_key_kinds[i];
        if (strcmp(kty, kind->kty) != 0) continue;
        if (kind->crv && (!crv || strcmp(crv, kind->crv) != 0)) continue;
        *out = (blz_key_type)i;
        return BLZ_OK;
    }
    return refuse(reader, BLZ_ERR_UNSUPPORTED, "it is neither Ed25519, P-256, P-384 nor RSA");
}

static const char *const secret_members[] = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"};

bool blz_jwk_has_secret(const json_t *jwk)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(secret_members); i++)
        if (json_object_get(jwk, secret_members[i])) return true;
    return false;
}

static blz_status read_key(blz_key **out, jwk_reader *reader)
{
    blz_key_type type;
    bool secret = json_object_get(reader->jwk, "d") != NULL;
    if (!json_is_object(reader->jwk)) return refuse(reader, BLZ_ERR_SYNTAX, "it is not an object");
    BLZ_TRY(find_type(&type, reader));
    BLZ_TRY(check_use(reader, type, secret));
    if (json_object_get(reader->jwk, "oth"))
        return refuse(reader, BLZ_ERR_UNSUPPORTED, "it is an RSA key of more than two primes");
    if (!secret && blz_jwk_has_secret(reader->jwk))
        return refuse(reader, BLZ_ERR_INVALID, "it has a part of a secret, but not \"d\"");
    switch (type) {
    case BLZ_KEY_ED25519:
        return read_okp(out, reader, secret);
    case BLZ_KEY_RSA:
        return read_rsa(out, reader, secret);
    default:
        return read_ec(out, reader, type, secret);
    }
}

blz_status blz_jwk_read(blz_key **out, const json_t *jwk, const char **reason)
{
    jwk_reader reader = {.jwk = jwk};
    BLZ_TRY(blz_evp_ready());
    blz_status status = read_key(out, &reader);
    if (reason) *reason = reader.reason;
    return status;
}

blz_status blz_key_read_jwk(blz_key **out, const json_t *jwk)
{
    return blz_jwk_read(out, jwk, NULL);
}
