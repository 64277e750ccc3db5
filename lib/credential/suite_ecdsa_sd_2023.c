#include <stdlib.h>
#include <string.h>

#include "codec/multibase.h"
#include "credential/proof.h"
#include "credential/sd_value.h"
#include "crypto/sign.h"
#include "rdf/canon.h"

/* VC-DI-ECDSA, 3.5.8: verifying what a holder derived. The issuer signed a key made for this credential and,
 * with it, what is always shown; that key signed each other statement by itself. */

/* One statement: a line of the canonical form with the names that it was signed with. */
typedef struct statement {
    const char *text;
    size_t length;
    bool mandatory;
} statement;

typedef struct disclosure {
    blz_sd_value value;
    blz_buf text; /* all statements */
    statement *list;
    size_t count;
    blz_key *key; /* made for this credential */
} disclosure;

static void disclosure_clear(disclosure *d)
{
    blz_buf_clear(&d->text);
    blz_free(d->list);
    blz_key_free(d->key);
}

static bool takes(blz_hash *hash, const blz_key *key)
{
    *hash = BLZ_HASH_SHA256;
    return blz_key_type_of(key) == BLZ_KEY_P256;
}

static blz_status refuse(blz_proof_run *run, const char *why)
{
    return blz_proof_refuse(run, BLZ_ERR_INVALID, "proofValue",
                            "the proof value is none that can be checked: %s", why);
}

static blz_status mismatch(blz_proof_run *run, const char *what)
{
    return blz_proof_refuse(run, BLZ_ERR_SIGNATURE, "proofValue",
                            "the signature does not match: %s; ask the holder for the badge again", what);
}

/* The point is one of the curve, too. */
static blz_status read_key(disclosure *d, blz_proof_run *run)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_multibase_encode(&text, 'z', d->value.key, BLZ_SD_KEY));
    blz_status status = blz_key_read_multikey(&d->key, text.data);
    if (status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO) return status;
    bool right = status == BLZ_OK && blz_key_type_of(d->key) == BLZ_KEY_P256;
    return right ? BLZ_OK : refuse(run, "the key in it is not a P-256 key");
}

static blz_status read_value(disclosure *d, blz_proof_run *run)
{
    const json_t *json = json_object_get(run->proof, "proofValue");
    const char *problem = NULL;
    if (!json) return blz_proof_refuse(run, BLZ_ERR_INVALID, NULL, "the proof has no \"proofValue\"");
    if (!json_is_string(json)) return refuse(run, "it is not a text");
    blz_status status = blz_sd_value_read(&d->value, &run->sealed->arena, &problem, json_string_value(json));
    if (status == BLZ_ERR_INVALID) return refuse(run, problem);
    BLZ_TRY(status);
    return read_key(d, run);
}

/* Cuts the canonical form into its lines. */
static blz_status cut(disclosure *d)
{
    const char *at = d->text.data, *end = at + d->text.length;
    for (const char *p = at; p < end; p++)
        d->count += *p == '\n';
    d->list = blz_calloc(d->count + 1, sizeof *d->list);
    BLZ_TRY_MEM(d->list);
    for (size_t i = 0; i < d->count; i++) {
        const char *next = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
        d->list[i] = (statement){.text = at, .length = (size_t)(next - at)};
        at = next;
    }
    return BLZ_OK;
}

/* Every statement is signed: with all that are always shown, or by itself. */
static blz_status check_count(const disclosure *d, blz_proof_run *run)
{
    size_t covered = d->value.signature_count + d->value.mandatory_count;
    if (covered == d->count) return BLZ_OK;
    return blz_proof_refuse(run, BLZ_ERR_SIGNATURE, "proofValue",
                            "the signature does not match: the proof is about %zu statements and the badge "
                            "has %zu, so something was %s after the holder had made it; ask the holder for "
                            "the badge again",
                            covered, d->count, covered > d->count ? "taken out" : "put in");
}

static blz_status mark_mandatory(disclosure *d, blz_proof_run *run)
{
    for (size_t i = 0; i < d->value.mandatory_count; i++) {
        uint64_t index = d->value.mandatory[i];
        if (index >= d->count)
            return refuse(run, "it says of a statement that it is always shown, and there is none of that "
                               "number");
        if (d->list[index].mandatory)
            return refuse(run, "it says twice of the same statement that it is always shown");
        d->list[index].mandatory = true;
    }
    return BLZ_OK;
}

/* The base signature: digest of the options, the key, digest of what is always shown. */
static blz_status check_base(const disclosure *d, blz_proof_run *run, const blz_key *key)
{
    BLZ_SCOPED(blz_buf) options = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) mandatory = BLZ_BUF(BLZ_BUF_MAX);
    uint8_t data[BLZ_DIGEST_MAX + BLZ_SD_KEY + BLZ_DIGEST_MAX];
    size_t half = blz_digest_size(BLZ_HASH_SHA256);
    BLZ_TRY(blz_proof_options_text(run, BLZ_HASH_SHA256, &options));
    for (size_t i = 0; i < d->count; i++)
        if (d->list[i].mandatory) BLZ_TRY(blz_buf_append(&mandatory, d->list[i].text, d->list[i].length));
    BLZ_TRY(blz_sha256(data, options.data, options.length));
    memcpy(data + half, d->value.key, BLZ_SD_KEY);
    BLZ_TRY(blz_sha256(data + half + BLZ_SD_KEY, mandatory.data, mandatory.length));
    blz_status status = blz_verify_signature(key, BLZ_HASH_SHA256, data, half + BLZ_SD_KEY + half,
                                             d->value.base_signature, BLZ_SD_SIGNATURE);
    if (status != BLZ_ERR_SIGNATURE) return status;
    return mismatch(run, "what every copy of the badge has to show, or what the proof says of itself, was "
                         "changed after it was signed, or another key signed it");
}

/* Each costs as much as the canonicalization of some twenty quads; who sends thousands pays for them. */
static blz_status pay(const disclosure *d, blz_proof_run *run)
{
    size_t *spare = run->sealed->spare, units = d->value.signature_count * BLZ_SD_UNITS;
    if (units > *spare)
        return blz_proof_refuse(run, BLZ_ERR_LIMIT, "proofValue",
                                "it has more statements that are signed one by one than any honest badge "
                                "has");
    *spare -= units;
    return BLZ_OK;
}

/* The last word of the property, "name" of <https://schema.org/name>; its length. */
static int property_of(const char **out, const statement *one)
{
    const char *const end = one->text + one->length;
    const char *word = (const char *)memchr(one->text, ' ', one->length) + 2;
    const char *close = (const char *)memchr(word, '>', (size_t)(end - word));
    for (const char *p = word; p + 1 < close; p++)
        if (*p == '/' || *p == '#' || *p == ':') word = p + 1;
    *out = word;
    return (int)(close - word);
}

/* Where the first signature does not match; a change may bring others out of order, too. */
static blz_status mismatch_at(const disclosure *d, blz_proof_run *run, size_t index)
{
    const char *property = NULL;
    int length = property_of(&property, &d->list[index]);
    return blz_proof_refuse(
        run, BLZ_ERR_SIGNATURE, "proofValue",
        "the signature does not match: a part that the holder chose to show was changed after it was signed, "
        "or was signed for another badge; of %zu statements the first whose signature fails is number %zu, "
        "about \"%.*s\"; ask the holder for the badge again",
        d->count, index + 1, length, property);
}

static blz_status check_others(const disclosure *d, blz_proof_run *run)
{
    const uint8_t *const *signature = d->value.signatures;
    BLZ_TRY(pay(d, run));
    for (size_t i = 0; i < d->count; i++) {
        const statement *one = &d->list[i];
        if (one->mandatory) continue;
        blz_status status = blz_verify_signature(d->key, BLZ_HASH_SHA256, one->text, one->length,
                                                 *signature++, BLZ_SD_SIGNATURE);
        if (status == BLZ_ERR_SIGNATURE) return mismatch_at(d, run, i);
        BLZ_TRY(status);
    }
    return BLZ_OK;
}

static blz_status write_statements(disclosure *d, blz_proof_run *run)
{
    blz_status status = blz_proof_labelled_text(run, d->value.labels, d->value.label_count, &d->text);
    if (status == BLZ_ERR_INVALID && !run->fault->message)
        return mismatch(run, "the badge has a part without an id that the proof does not know, so something "
                             "was put in after the holder had made it, or the proof was changed");
    BLZ_TRY(status);
    BLZ_TRY(cut(d));
    BLZ_TRY(check_count(d, run));
    return mark_mandatory(d, run);
}

static blz_status verify(blz_proof_run *run, const blz_key *key)
{
    BLZ_SCOPED(disclosure) d = {.text = BLZ_BUF(BLZ_BUF_MAX)};
    if (run->before)
        return blz_proof_refuse(run, BLZ_ERR_UNSUPPORTED, "previousProof",
                                "a proof that lets the holder leave parts out cannot build on others");
    BLZ_TRY(read_value(&d, run));
    BLZ_TRY(write_statements(&d, run));
    BLZ_TRY(check_base(&d, run, key));
    return check_others(&d, run);
}

const blz_suite blz_suite_ecdsa_sd_2023 = {
    .name = "ecdsa-sd-2023",
    .type = BLZ_DATA_INTEGRITY_PROOF,
    .keys = "a P-256 key",
    .rdf = true,
    .parts = true,
    .context = BLZ_DI2_CONTEXT,
    .takes = takes,
    .verify = verify,
};
