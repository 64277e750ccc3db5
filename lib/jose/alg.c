#include "jose/alg.h"

#include <string.h>
#include <strings.h>

static const blz_jose_alg algorithms[] = {
    {"EdDSA", BLZ_KEY_ED25519, BLZ_HASH_SHA512},
    {"ES256", BLZ_KEY_P256, BLZ_HASH_SHA256},
    {"ES384", BLZ_KEY_P384, BLZ_HASH_SHA384},
    {"RS256", BLZ_KEY_RSA, BLZ_HASH_SHA256},
};

static blz_status refuse(const char *name, const char **reason)
{
    if (strcasecmp(name, "none") == 0) {
        *reason = "\"alg\" is \"none\": the token is not signed at all";
        return BLZ_ERR_INVALID;
    }
    if (strncasecmp(name, "HS", 2) == 0) {
        *reason = "\"alg\" is one of HS256, HS384, HS512: whoever can check such a token can also make one";
        return BLZ_ERR_INVALID;
    }
    *reason = "\"alg\" is none of RS256, ES256, ES384 and EdDSA";
    return BLZ_ERR_UNSUPPORTED;
}

blz_status blz_jose_alg_find(const blz_jose_alg **out, const char *name, const char **reason)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(algorithms); i++) {
        if (strcmp(algorithms[i].name, name) != 0) continue;
        *out = &algorithms[i];
        return BLZ_OK;
    }
    return refuse(name, reason);
}

const blz_jose_alg *blz_jose_alg_of(blz_key_type type)
{
    size_t i = 0;
    while (algorithms[i].type != type)
        i++;
    return &algorithms[i];
}
