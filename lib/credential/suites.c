#include <string.h>

#include "credential/suite.h"

static const blz_suite *const table[] = {
    &blz_suite_eddsa_rdfc_2022, &blz_suite_eddsa_jcs_2022,         &blz_suite_ecdsa_rdfc_2019,
    &blz_suite_ecdsa_jcs_2019,  &blz_suite_ed25519_signature_2020, &blz_suite_ecdsa_sd_2023,
    &blz_suite_eddsa_2022,
};

const blz_suite *blz_suite_named(const char *name)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(table); i++)
        if (strcmp(table[i]->name, name) == 0) return table[i];
    return NULL;
}

const blz_suite *blz_suite_of(const json_t *proof)
{
    const char *type = json_string_value(json_object_get(proof, "type"));
    const char *name = type;
    if (!type) return NULL;
    if (strcmp(type, BLZ_DATA_INTEGRITY_PROOF) == 0)
        name = json_string_value(json_object_get(proof, "cryptosuite"));
    const blz_suite *suite = name ? blz_suite_named(name) : NULL;
    return suite && strcmp(suite->type, type) == 0 ? suite : NULL;
}

const blz_suite *blz_suite_for(const blz_key *key)
{
    blz_hash hash = BLZ_HASH_SHA256;
    for (size_t i = 0; i < BLZ_COUNT_OF(table); i++)
        if (table[i]->takes(&hash, key)) return table[i];
    return NULL;
}

bool blz_suite_is_made(const blz_suite *suite)
{
    return !suite->old && !suite->verify;
}

const blz_suite *blz_suite_at(size_t index)
{
    return index < BLZ_COUNT_OF(table) && blz_suite_is_made(table[index]) ? table[index] : NULL;
}

bool blz_suite_takes_ed25519(blz_hash *hash, const blz_key *key)
{
    *hash = BLZ_HASH_SHA256;
    return blz_key_type_of(key) == BLZ_KEY_ED25519;
}

bool blz_suite_takes_ecdsa(blz_hash *hash, const blz_key *key)
{
    blz_key_type type = blz_key_type_of(key);
    *hash = type == BLZ_KEY_P384 ? BLZ_HASH_SHA384 : BLZ_HASH_SHA256;
    return type == BLZ_KEY_P256 || type == BLZ_KEY_P384;
}

static bool is_text(const json_t *value, const char *text)
{
    return json_is_string(value) && strcmp(json_string_value(value), text) == 0;
}

bool blz_context_names(const json_t *context, const char *url)
{
    if (is_text(context, url)) return true;
    for (size_t i = 0; i < json_array_size(context); i++)
        if (is_text(json_array_get(context, i), url)) return true;
    return false;
}
