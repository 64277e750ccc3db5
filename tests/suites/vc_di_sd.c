/* The derived proofs of VC-DI-ECDSA's own vectors for ecdsa-sd-2023: the value taken apart, the issuer's
 * signature, and those of each statement. Their documents use contexts that are not to be had, so it is their
 * canonical statements that are checked; whole credentials are, too, in the fixtures of the public validator.
 */

#include "suites/vector.h"

#include "credential/sd_value.h"

/* For each of two credentials: the parts of the value, the issuer's signature, and statements that it signs
 * one by one. */
enum { PINNED = 50 };

static bool is_hex(const uint8_t *bytes, size_t size, const json_t *text)
{
    char hex[2 * BLZ_SD_SIGNATURE + 1];
    to_hex(hex, bytes, size);
    return json_is_string(text) && strcmp(hex, json_string_value(text)) == 0;
}

static size_t bytes_of(uint8_t *out, const json_t *text)
{
    size_t size = json_string_length(text) / 2;
    from_hex(out, json_string_value(text), size);
    return size;
}

static void check_parts(vectors *run, const char *name, const blz_sd_value *value, const json_t *parts)
{
    json_t *list = json_object_get(parts, "signatures"), *one;
    size_t index;
    expect(run, is_hex(value->base_signature, BLZ_SD_SIGNATURE, json_object_get(parts, "baseSignature")),
           "%s: the base signature", name);
    expect(run, value->signature_count == json_array_size(list), "%s: how many signatures", name);
    json_array_foreach (list, index, one)
        expect(run, is_hex(value->signatures[index], BLZ_SD_SIGNATURE, one), "%s: signature %zu", name,
               index);
    list = json_object_get(parts, "labelMap");
    expect(run, value->label_count == json_array_size(list), "%s: how many names", name);
    json_array_foreach (list, index, one)
        expect(run, strcmp(value->labels[index], json_string_value(json_array_get(one, 1))) == 0,
               "%s: name %zu", name, index);
    list = json_object_get(parts, "mandatoryIndexes");
    expect(run, value->mandatory_count == json_array_size(list), "%s: how many are always shown", name);
    json_array_foreach (list, index, one)
        expect(run, value->mandatory[index] == (uint64_t)json_integer_value(one), "%s: shown %zu", name,
               index);
}

static blz_key *key_of(const char *text)
{
    blz_key *key = NULL;
    if (blz_key_read_multikey(&key, text) != BLZ_OK) exit(EXIT_FAILURE);
    return key;
}

static void check_base(vectors *run, const char *name, const blz_sd_value *value, const json_t *data,
                       const blz_key *key)
{
    uint8_t text[200];
    size_t size = bytes_of(text, json_object_get(data, "proofHash"));
    memcpy(text + size, value->key, BLZ_SD_KEY);
    size += BLZ_SD_KEY;
    size += bytes_of(text + size, json_object_get(data, "mandatoryHash"));
    expect(run,
           blz_verify_signature(key, BLZ_HASH_SHA256, text, size, value->base_signature, BLZ_SD_SIGNATURE) ==
               BLZ_OK,
           "%s: the issuer's signature", name);
    text[0] ^= 1;
    expect(run,
           blz_verify_signature(key, BLZ_HASH_SHA256, text, size, value->base_signature, BLZ_SD_SIGNATURE) !=
               BLZ_OK,
           "%s: the issuer's signature of something else", name);
}

static void check_statements(vectors *run, const char *name, const blz_sd_value *value, const json_t *data)
{
    blz_key *key = key_of(json_string_value(json_object_get(data, "publicKey")));
    json_t *one;
    size_t index;
    json_array_foreach (json_object_get(data, "nonMandatory"), index, one)
        expect(run,
               blz_verify_signature(key, BLZ_HASH_SHA256, json_string_value(one), json_string_length(one),
                                    value->signatures[index], BLZ_SD_SIGNATURE) == BLZ_OK,
               "%s: statement %zu", name, index);
    blz_key_free(key);
}

static json_t *part(const vectors *run, const char *name, const char *file)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", name, file);
    return vector_json(run, path);
}

static void check(vectors *run, const char *name, const blz_key *issuer)
{
    json_t *document = part(run, name, "derivedRevealDocument.json"),
           *data = part(run, name, "verifyCreateVerifyData.json"),
           *parts = part(run, name, "verifyDerivedProofValue.json");
    const char *problem = NULL,
               *text = json_string_value(json_object_get(json_object_get(document, "proof"), "proofValue"));
    blz_arena arena = {0};
    blz_sd_value value;
    bool read = text && blz_sd_value_read(&value, &arena, &problem, text) == BLZ_OK;
    expect(run, read, "%s: the value cannot be read: %s", name, problem ? problem : "");
    if (read) {
        check_parts(run, name, &value, parts);
        check_base(run, name, &value, data, issuer);
        check_statements(run, name, &value, data);
    }
    blz_arena_clear(&arena);
    json_decref(document);
    json_decref(data);
    json_decref(parts);
}

int main(void)
{
    vectors run = {0};
    suite_folder(run.folder, sizeof run.folder, "vc-di/ecdsa/ecdsa-sd-2023");
    json_t *keys = vector_json(&run, "SDKeyMaterial.json");
    blz_key *issuer = key_of(
        json_string_value(json_object_get(json_object_get(keys, "baseKeyPair"), "publicKeyMultibase")));
    check(&run, "employ", issuer);
    check(&run, "prc", issuer);
    blz_key_free(issuer);
    json_decref(keys);
    return suite_result("vc-di ecdsa-sd-2023", run.passed, run.failed, PINNED);
}
