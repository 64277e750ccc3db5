#include <string.h>

#include "base/time.h"
#include "base/uri.h"
#include "codec/base58.h"
#include "credential/proof.h"

typedef enum member_kind {
    TEXT,
    TEXTS, /* one, or an array of them */
    DATE,
    URL,
} member_kind;

static const struct member {
    const char *name;
    member_kind kind;
    bool needed;
    const char *message; /* what is wrong with a value of another kind */
} members[] = {
    {"verificationMethod", TEXT, true, "it is not a text"},
    {"proofPurpose", TEXT, true, "it is not a text"},
    {"id", URL, false, "it is not a URL, as urn:uuid: and a random UUID"},
    {"created", DATE, false, "it is not a date and time with a time zone, as 2026-01-31T00:00:00Z"},
    {"expires", DATE, false, "it is not a date and time with a time zone, as 2026-01-31T00:00:00Z"},
    {"domain", TEXTS, false, "it is neither a text nor a list of texts"},
    {"challenge", TEXT, false, "it is not a text"},
    {"nonce", TEXT, false, "it is not a text"},
    {"previousProof", TEXTS, false, "it is neither a text nor a list of texts"},
};

static bool are_texts(const json_t *value)
{
    if (!json_is_array(value)) return json_is_string(value);
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!json_is_string(json_array_get(value, i))) return false;
    return true;
}

static bool is_of_kind(const json_t *value, member_kind kind)
{
    const char *text = json_string_value(value);
    int64_t seconds = 0;
    if (kind == TEXTS) return are_texts(value);
    if (!text) return false;
    if (kind == DATE) return blz_time_parse(&seconds, NULL, text, strlen(text)) == BLZ_OK;
    return kind == TEXT || blz_uri_is_absolute(text);
}

blz_status blz_proof_check_members(blz_proof_run *run)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(members); i++) {
        const struct member *member = &members[i];
        const json_t *value = json_object_get(run->proof, member->name);
        if (!value && member->needed)
            return blz_proof_refuse(run, BLZ_ERR_INVALID, NULL, "the proof has no \"%s\"", member->name);
        if (value && !is_of_kind(value, member->kind))
            return blz_proof_refuse(run, BLZ_ERR_INVALID, member->name,
                                    "\"%s\" of the proof cannot be used: %s", member->name, member->message);
    }
    return BLZ_OK;
}

static blz_status refuse_value(blz_proof_run *run, const char *why)
{
    return blz_proof_refuse(run, BLZ_ERR_INVALID, "proofValue", "the proof value is no signature: %s", why);
}

blz_status blz_proof_value(blz_proof_run *run, uint8_t **out, size_t size)
{
    const char *text = json_string_value(json_object_get(run->proof, "proofValue"));
    BLZ_AUTO(blz_octet) bytes = NULL;
    size_t length = 0;
    if (!text && !json_object_get(run->proof, "proofValue"))
        return blz_proof_refuse(run, BLZ_ERR_INVALID, NULL, "the proof has no \"proofValue\"");
    if (!text) return refuse_value(run, "it is not a text");
    if (*text != 'z')
        return refuse_value(run, "it does not start with \"z\", which stands for base58 without padding");
    blz_status status = blz_base58_decode(&bytes, &length, text + 1, strlen(text + 1));
    if (status == BLZ_ERR_SYNTAX) return refuse_value(run, "it has characters that base58 does not have");
    if (status == BLZ_ERR_LIMIT) return refuse_value(run, "it is far too long");
    if (status != BLZ_OK) return status;
    if (length != size)
        return blz_proof_refuse(run, BLZ_ERR_INVALID, "proofValue",
                                "the proof value is no signature: it has %zu bytes, and one of this key has "
                                "%zu",
                                length, size);
    *out = BLZ_STEAL(bytes);
    return BLZ_OK;
}
