#include "unit/credential/sd.h"
#include "unit/credential/suite.h"

/* A credential with two nodes without an id: three statements about each, and four about the credential. */
static const char document_text[] =
    "{\"@context\": [\"" BLZ_VC2_CONTEXT "\", \"https://www.w3.org/ns/credentials/undefined-terms/v2\"], "
    "\"id\": \"urn:example:1\", \"type\": \"VerifiableCredential\", \"name\": \"Small\", "
    "\"credentialSubject\": {\"name\": \"Ada\", \"knows\": {\"name\": \"Grace\"}}, "
    "\"proof\": " PROOF("ecdsa-sd-2023", "") "}";

enum { LABELS = 2, STATEMENTS = 6 };

typedef struct disclosed {
    blz_key *issuer, *own;
    json_t *document;
    sd_parts parts;
} disclosed;

static void put_value(disclosed *d)
{
    json_object_set_new(json_object_get(d->document, "proof"), "proofValue", json_string(sd_text(&d->parts)));
}

/* What the issuer made and the holder derived; the first two statements and the last are always shown. */
static disclosed disclose(void)
{
    disclosed d = {.issuer = key_of(BLZ_KEY_P256, 1),
                   .own = key_of(BLZ_KEY_P256, 40),
                   .document = json_of(document_text),
                   .parts = sd_blank()};
    d.parts.mandatory_count = 3;
    d.parts.mandatory[0] = 1;
    d.parts.mandatory[1] = 0;
    d.parts.mandatory[2] = STATEMENTS - 1;
    sd_make(&d.parts, d.document, LABELS, d.issuer, d.own);
    ck_assert_uint_eq(d.parts.signature_count, STATEMENTS - 3);
    put_value(&d);
    return d;
}

static void disclosed_clear(disclosed *d)
{
    blz_key_free(d->issuer);
    blz_key_free(d->own);
    json_decref(d->document);
}

static const char *outcome(disclosed *d)
{
    put_value(d);
    return outcome_of(d->document, 0, d->issuer);
}

static void expect_invalid(disclosed *d, const char *why)
{
    const char *text = outcome(d);
    ck_assert_msg(strstr(text, "/proof/proofValue: the proof value is none that can be checked: ") &&
                      strstr(text, why),
                  "%s", text);
}

static void expect_mismatch(disclosed *d, const char *what)
{
    const char *text = outcome(d);
    ck_assert_msg(strstr(text, "/proof/proofValue: the signature does not match: ") && strstr(text, what),
                  "%s", text);
}

START_TEST(the_keys_it_takes)
{
    const blz_suite *tested = &blz_suite_ecdsa_sd_2023;
    expect_takes(tested, BLZ_KEY_P256, true, BLZ_HASH_SHA256);
    expect_takes(tested, BLZ_KEY_P384, false, BLZ_HASH_SHA256);
    expect_takes(tested, BLZ_KEY_ED25519, false, BLZ_HASH_SHA256);
    expect_takes(tested, BLZ_KEY_RSA, false, BLZ_HASH_SHA256);
    BLZ_SCOPED(disclosed) d = disclose();
    BLZ_AUTO(blz_key) other = key_of(BLZ_KEY_P384, 1);
    ck_assert_ptr_nonnull(strstr(outcome_of(d.document, 0, other),
                                 "the suite ecdsa-sd-2023 goes with a P-256 key, and this one is P-384"));
}
END_TEST

START_TEST(what_was_derived_verifies)
{
    BLZ_SCOPED(disclosed) d = disclose();
    ck_assert_str_eq(outcome(&d), "verified");
}
END_TEST

START_TEST(all_or_nothing_may_be_mandatory)
{
    BLZ_SCOPED(disclosed) d = disclose();
    d.parts = sd_blank();
    sd_make(&d.parts, d.document, LABELS, d.issuer, d.own);
    ck_assert_uint_eq(d.parts.signature_count, STATEMENTS);
    ck_assert_str_eq(outcome(&d), "verified");
    d.parts = sd_blank();
    for (size_t i = 0; i < STATEMENTS; i++)
        d.parts.mandatory[d.parts.mandatory_count++] = i;
    sd_make(&d.parts, d.document, LABELS, d.issuer, d.own);
    ck_assert_uint_eq(d.parts.signature_count, 0);
    ck_assert_str_eq(outcome(&d), "verified");
}
END_TEST

/* Every part of the value, the proof and the document that is signed. */
START_TEST(changes_are_noticed)
{
    BLZ_SCOPED(disclosed) d = disclose();
    BLZ_AUTO(blz_key) other = key_of(BLZ_KEY_P256, 90);
    json_t *subject = json_object_get(d.document, "credentialSubject");
    const sd_parts good = d.parts;
    ck_assert_ptr_nonnull(
        strstr(outcome_of(d.document, 0, other), "what every copy of the badge has to show"));
    d.parts.base[5] ^= 1;
    expect_mismatch(&d, "what every copy of the badge has to show");
    d.parts = good;
    d.parts.signatures[1][60] ^= 1;
    expect_mismatch(&d, "a part that the holder chose to show was changed");
    expect_mismatch(&d, "of 6 statements the first whose signature fails is number 4, about \"name\"");
    d.parts = good;
    memcpy(d.parts.signatures[0], good.signatures[1], BLZ_SD_SIGNATURE);
    memcpy(d.parts.signatures[1], good.signatures[0], BLZ_SD_SIGNATURE);
    expect_mismatch(&d, "a part that the holder chose to show was changed");
    d.parts = good;
    json_object_set_new(json_object_get(d.document, "proof"), "created", json_string("2026-01-02T00:00:00Z"));
    expect_mismatch(&d, "what every copy of the badge has to show");
    json_object_set_new(json_object_get(d.document, "proof"), "created", json_string("2026-01-01T00:00:00Z"));
    json_object_set_new(subject, "name", json_string("Eve"));
    expect_mismatch(&d, "was changed");
    json_object_set_new(subject, "name", json_string("Ada"));
    ck_assert_str_eq(outcome(&d), "verified");
}
END_TEST

/* Another key than the one that the issuer signed is worth nothing, even if it signed everything. */
START_TEST(the_key_in_the_value_is_signed)
{
    BLZ_SCOPED(disclosed) d = disclose();
    BLZ_AUTO(blz_key) mine = key_of(BLZ_KEY_P256, 90);
    sd_parts forged = sd_blank();
    forged.mandatory_count = d.parts.mandatory_count;
    memcpy(forged.mandatory, d.parts.mandatory, sizeof forged.mandatory);
    sd_make(&forged, d.document, LABELS, mine, mine);
    memcpy(forged.base, d.parts.base, BLZ_SD_SIGNATURE);
    d.parts = forged;
    expect_mismatch(&d, "what every copy of the badge has to show");
}
END_TEST

START_TEST(statements_put_in_or_taken_out)
{
    BLZ_SCOPED(disclosed) d = disclose();
    const sd_parts good = d.parts;
    json_object_set_new(d.document, "description", json_string("More."));
    expect_mismatch(&d, "the proof is about 6 statements and the badge has 7, so something was put in");
    json_object_del(d.document, "description");
    json_object_del(d.document, "name");
    expect_mismatch(&d, "the proof is about 6 statements and the badge has 5, so something was taken out");
    json_object_set_new(d.document, "name", json_string("Small"));
    d.parts.signature_count--;
    expect_mismatch(&d, "the proof is about 5 statements and the badge has 6, so something was put in");
    d.parts = good;
    d.parts.mandatory_count--;
    expect_mismatch(&d, "the proof is about 5 statements and the badge has 6, so something was put in");
}
END_TEST

START_TEST(indexes_and_names_fit_the_badge)
{
    BLZ_SCOPED(disclosed) d = disclose();
    const sd_parts good = d.parts;
    d.parts.mandatory[1] = STATEMENTS;
    expect_invalid(&d, "it says of a statement that it is always shown, and there is none of that number");
    d.parts.mandatory[1] = UINT64_MAX;
    expect_invalid(&d, "there is none of that number");
    d.parts.mandatory[1] = 1;
    expect_invalid(&d, "it says twice of the same statement that it is always shown");
    d.parts = good;
    d.parts.label_count = 1;
    expect_mismatch(
        &d, "the badge has a part without an id that the proof does not know, so something was put in");
    d.parts = good;
    d.parts.label_numbers[0] = 1;
    d.parts.label_numbers[1] = 0;
    expect_mismatch(&d, "was changed");
}
END_TEST

START_TEST(the_key_in_the_value_is_a_p256_key)
{
    BLZ_SCOPED(disclosed) d = disclose();
    const sd_parts good = d.parts;
    d.parts.key[0] = 0xed; /* Ed25519 */
    d.parts.key[1] = 0x01;
    expect_invalid(&d, "the key in it is not a P-256 key");
    d.parts = good;
    memset(d.parts.key + 3, 0xff, 32); /* no point of the curve */
    expect_invalid(&d, "the key in it is not a P-256 key");
    d.parts = good;
    d.parts.key[2] = 4;
    expect_invalid(&d, "the key in it is not a P-256 key");
}
END_TEST

START_TEST(values_that_are_none)
{
    BLZ_SCOPED(disclosed) d = disclose();
    json_t *proof = json_object_get(d.document, "proof");
    d.parts.tag = 0x5d00;
    expect_invalid(&d, "it is a base proof, which is for the holder alone");
    json_object_del(proof, "proofValue");
    ck_assert_ptr_nonnull(
        strstr(outcome_of(d.document, 0, d.issuer), ", /proof: the proof has no \"proofValue\""));
    json_object_set_new(proof, "proofValue", json_integer(1));
    ck_assert_ptr_nonnull(strstr(outcome_of(d.document, 0, d.issuer), "it is not a text"));
}
END_TEST

START_TEST(it_stands_on_no_other_proof)
{
    BLZ_SCOPED(disclosed) d = disclose();
    json_t *proof = json_object_get(d.document, "proof");
    json_object_set_new(proof, "previousProof", json_string("urn:example:first"));
    json_auto_t *first = json_deep_copy(proof);
    json_object_del(first, "previousProof");
    json_object_set_new(first, "id", json_string("urn:example:first"));
    json_object_set_new(d.document, "proof", json_pack("[O, O]", first, proof));
    const char *text = outcome_of(d.document, 1, d.issuer);
    ck_assert_msg(
        strstr(text, "/proof/1/previousProof: a proof that lets the holder leave parts out cannot build on "
                     "others"),
        "%s", text);
}
END_TEST

/* What is spent on it is shared with the canonicalization of all that came along. */
START_TEST(signatures_are_paid_for)
{
    BLZ_SCOPED(disclosed) d = disclose();
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    size_t enough = (size_t)3 * BLZ_SD_UNITS, spare = enough;
    for (int less = 0; less < 2; less++) {
        BLZ_AUTO(blz_integrity) sealed = NULL;
        blz_integrity_fault fault = {0};
        ck_assert_ok(blz_integrity_open(&sealed, ctx, d.document));
        spare = enough - (size_t)less;
        blz_integrity_share(sealed, &spare);
        blz_status status = blz_integrity_verify(sealed, 0, d.issuer, &fault);
        ck_assert_int_eq(status, less ? BLZ_ERR_LIMIT : BLZ_OK);
        if (less) ck_assert_ptr_nonnull(strstr(fault.message, "more statements that are signed one by one"));
        if (!less) ck_assert_uint_eq(spare, 0);
    }
}
END_TEST

START_TEST(it_is_not_made)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_SCOPED(disclosed) d = disclose();
    json_auto_t *options = json_of(PROOF("ecdsa-sd-2023", ""));
    json_t *proof = NULL;
    BLZ_AUTO(blz_integrity) sealed = NULL;
    ck_assert_ok(blz_integrity_open(&sealed, ctx, d.document));
    ck_assert_int_eq(blz_integrity_sign(&proof, sealed, options, d.issuer, NULL), BLZ_ERR_ARGUMENT);
    ck_assert(!blz_suite_is_made(&blz_suite_ecdsa_sd_2023));
}
END_TEST

static blz_status verify_once(void *user)
{
    disclosed *d = user;
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_integrity) sealed = NULL;
    BLZ_TRY(blz_ctx_new(&ctx));
    BLZ_TRY(blz_integrity_open(&sealed, ctx, d->document));
    return blz_integrity_verify(sealed, 0, d->issuer, NULL);
}

START_TEST(every_allocation_can_fail)
{
    BLZ_SCOPED(disclosed) d = disclose();
    sweep_run(verify_once, &d);
}
END_TEST

UNIT_MAIN("credential/suite_ecdsa_sd_2023", the_keys_it_takes, what_was_derived_verifies,
          all_or_nothing_may_be_mandatory, changes_are_noticed, the_key_in_the_value_is_signed,
          statements_put_in_or_taken_out, indexes_and_names_fit_the_badge, the_key_in_the_value_is_a_p256_key,
          values_that_are_none, it_stands_on_no_other_proof, signatures_are_paid_for, it_is_not_made,
          every_allocation_can_fail)
