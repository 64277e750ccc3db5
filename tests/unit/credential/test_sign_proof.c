#include "unit/credential/credential.h"
#include "unit/credential/proofs.h"

#include <blazon/credential.h>
#include <blazon/json.h>

static blz_status sign(char **out, const char *text, const blz_key *key, const blz_proof_options *options,
                       blz_diags *diags)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_TRY(blz_ctx_new(&ctx));
    blz_ctx_set_now(ctx, 1769817600);
    return blz_credential_sign_proof(out, NULL, ctx, text, strlen(text), "badge.json", key, options, diags);
}

static json_t *signed_by(const char *text, const blz_key *key, const blz_proof_options *options)
{
    BLZ_AUTO(blz_diags) diags = diags_new();
    BLZ_AUTO(blz_text) out = NULL;
    blz_status status = sign(&out, text, key, options, diags);
    ck_assert_msg(status == BLZ_OK, "%s", finding(diags, 0));
    return json_of(out);
}

static const char *member(const json_t *proof, const char *name)
{
    const char *text = json_string_value(json_object_get(proof, name));
    return text ? text : "(none)";
}

static void signs_with(blz_key_type type, const char *asked, const char *suite)
{
    BLZ_AUTO(blz_key) key = key_of(type, 1);
    BLZ_AUTO(blz_text) fragment = NULL;
    blz_proof_options options = {.suite = asked};
    char method[400];
    json_auto_t *badge = signed_by(CREDENTIAL(OB3, ""), key, &options);
    json_t *proof = json_object_get(badge, "proof");
    bool old = strcmp(suite, "Ed25519Signature2020") == 0;
    ck_assert_ok(blz_key_fragment(&fragment, key));
    snprintf(method, sizeof method, "https://badges.example.edu/issuer#%s", fragment);
    ck_assert_str_eq(member(proof, "type"), old ? suite : "DataIntegrityProof");
    ck_assert_str_eq(member(proof, "cryptosuite"), old ? "(none)" : suite);
    ck_assert_str_eq(member(proof, "created"), "2026-01-31T00:00:00Z");
    ck_assert_str_eq(member(proof, "verificationMethod"), method);
    ck_assert_str_eq(member(proof, "proofPurpose"), "assertionMethod");
    ck_assert_int_eq(json_object_get(proof, "@context") != NULL, strstr(suite, "jcs") != NULL);
    ck_assert_uint_eq(json_array_size(json_object_get(badge, "@context")), old ? 3 : 2);
    ck_assert_str_eq(outcome_of(badge, 0, key), "verified");
}

START_TEST(the_suite_is_that_of_the_key_or_the_one_asked_for)
{
    signs_with(BLZ_KEY_ED25519, NULL, "eddsa-rdfc-2022");
    signs_with(BLZ_KEY_P256, NULL, "ecdsa-rdfc-2019");
    signs_with(BLZ_KEY_P384, NULL, "ecdsa-rdfc-2019");
    for (size_t i = 0; blz_suite_at(i); i++) {
        const blz_suite *suite = blz_suite_at(i);
        bool ecdsa = strncmp(suite->name, "ecdsa", 5) == 0;
        signs_with(ecdsa ? BLZ_KEY_P384 : BLZ_KEY_ED25519, suite->name, suite->name);
    }
}
END_TEST

START_TEST(the_key_names_its_suite)
{
    BLZ_AUTO(blz_key) ed25519 = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_key) p384 = key_of(BLZ_KEY_P384, 1);
    BLZ_AUTO(blz_key) rsa = key_of(BLZ_KEY_RSA, 1);
    ck_assert_str_eq(blz_proof_suite_for(ed25519), "eddsa-rdfc-2022");
    ck_assert_str_eq(blz_proof_suite_for(p384), "ecdsa-rdfc-2019");
    ck_assert_ptr_null(blz_proof_suite_for(rsa));
}
END_TEST

START_TEST(the_same_input_gives_the_same_text)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_diags) diags = diags_new();
    BLZ_AUTO(blz_text) one = NULL;
    BLZ_AUTO(blz_text) two = NULL;
    BLZ_AUTO(blz_text) indented = NULL;
    blz_proof_options options = {.indent = 2};
    ck_assert_ok(sign(&one, CREDENTIAL(OB3, ""), key, NULL, diags));
    ck_assert_ok(sign(&two, CREDENTIAL(OB3, ""), key, NULL, diags));
    ck_assert_str_eq(one, two);
    ck_assert_ptr_null(strchr(one, '\n'));
    ck_assert_ok(sign(&indented, CREDENTIAL(OB3, ""), key, &options, diags));
    json_auto_t *same = json_of(one);
    json_auto_t *other = json_of(indented);
    ck_assert(json_equal(same, other));
    ck_assert_int_eq(indented[strlen(indented) - 1], '\n');
}
END_TEST

START_TEST(all_options_are_signed)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    blz_proof_options options = {.verification_method = "https://example.edu/key",
                                 .created = "2026-01-01T00:00:00Z",
                                 .expires = "2027-01-01T00:00:00Z",
                                 .challenge = "c",
                                 .domain = "d",
                                 .id = "urn:example:1"};
    json_auto_t *badge = signed_by(CREDENTIAL(OB3, ""), key, &options);
    const json_t *proof = json_object_get(badge, "proof");
    ck_assert_str_eq(member(proof, "verificationMethod"), "https://example.edu/key");
    ck_assert_str_eq(member(proof, "created"), "2026-01-01T00:00:00Z");
    ck_assert_str_eq(member(proof, "expires"), "2027-01-01T00:00:00Z");
    ck_assert_str_eq(member(proof, "challenge"), "c");
    ck_assert_str_eq(member(proof, "domain"), "d");
    ck_assert_str_eq(member(proof, "id"), "urn:example:1");
    ck_assert_str_eq(outcome_of(badge, 0, key), "verified");
}
END_TEST

static char *text_of(const json_t *json)
{
    char *text = NULL;
    ck_assert_ok(blz_json_text(&text, NULL, json, 0));
    return text;
}

START_TEST(proofs_are_put_beside_each_other)
{
    BLZ_AUTO(blz_key) one = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_key) two = key_of(BLZ_KEY_P256, 1);
    static const char *const previous[] = {"urn:example:2", "urn:example:1"};
    blz_proof_options first = {.id = "urn:example:1", .suite = "eddsa-jcs-2022"};
    blz_proof_options second = {.id = "urn:example:2", .previous = previous + 1, .previous_count = 1};
    blz_proof_options third = {.suite = "Ed25519Signature2020"};
    blz_proof_options fourth = {.previous = previous, .previous_count = 2};
    json_auto_t *a = signed_by(CREDENTIAL(OB3, ""), one, &first);
    BLZ_AUTO(blz_text) text_a = text_of(a);
    json_auto_t *b = signed_by(text_a, two, &second);
    BLZ_AUTO(blz_text) text_b = text_of(b);
    json_auto_t *c = signed_by(text_b, one, &third);
    BLZ_AUTO(blz_text) text_c = text_of(c);
    json_auto_t *d = signed_by(text_c, two, &fourth);
    const json_t *list = json_object_get(d, "proof");
    ck_assert_uint_eq(json_array_size(list), 4);
    ck_assert_str_eq(member(json_array_get(list, 1), "previousProof"), "urn:example:1");
    ck_assert_uint_eq(json_array_size(json_object_get(json_array_get(list, 3), "previousProof")), 2);
    ck_assert_str_eq(outcome_of(d, 0, one), "verified");
    ck_assert_str_eq(outcome_of(d, 1, two), "verified");
    ck_assert_str_eq(outcome_of(d, 2, one), "verified");
    ck_assert_str_eq(outcome_of(d, 3, two), "verified");
}
END_TEST

static void refuses(const char *text, blz_key_type type, const blz_proof_options *options, blz_status status,
                    const char *expected)
{
    BLZ_AUTO(blz_key) key = key_of(type, 1);
    BLZ_AUTO(blz_diags) diags = diags_new();
    char *out = NULL;
    ck_assert_int_eq(sign(&out, text, key, options, diags), status);
    ck_assert_ptr_null(out);
    ck_assert_str_eq(finding(diags, 0), expected);
    ck_assert_str_eq(finding(diags, 1), "none");
}

static void refuses_option(blz_proof_options options, const char *expected)
{
    refuses(CREDENTIAL(OB3, ""), BLZ_KEY_ED25519, &options, BLZ_ERR_ARGUMENT, expected);
}

START_TEST(options_that_cannot_be_used_are_told)
{
    static const char *const nowhere[] = {"urn:example:1"};
    refuses_option(
        (blz_proof_options){.suite = "ecdsa-jcs-2019"},
        "BLZ903 - the suite ecdsa-jcs-2019 signs with a P-256 or P-384 key, and this one is Ed25519");
    refuses_option((blz_proof_options){.suite = "eddsa-2022"},
                   "BLZ903 - blazon makes no proofs of the suite \"eddsa-2022\"");
    refuses_option((blz_proof_options){.suite = "jwt"},
                   "BLZ903 - blazon makes no proofs of the suite \"jwt\"");
    refuses_option((blz_proof_options){.verification_method = "key-1"},
                   "BLZ903 - the verification method \"key-1\" is neither an https address nor a DID");
    refuses_option((blz_proof_options){.created = "yesterday"},
                   "BLZ903 - \"created\" of the proof cannot be used: it is not a date and time with a time "
                   "zone, as 2026-01-31T00:00:00Z");
    refuses_option((blz_proof_options){.expires = "2027-01-01"},
                   "BLZ903 - \"expires\" of the proof cannot be used: it is not a date and time with a time "
                   "zone, as 2026-01-31T00:00:00Z");
    refuses_option((blz_proof_options){.expires = "2026-01-31T00:00:00Z"},
                   "BLZ903 - the end of the proof is not after its beginning");
    refuses_option((blz_proof_options){.id = "first"},
                   "BLZ903 - \"id\" of the proof cannot be used: it is not "
                   "a URL, as urn:uuid: and a random UUID");
    refuses_option((blz_proof_options){.previous = nowhere, .previous_count = 1},
                   "BLZ903 - the proof builds on the proof \"urn:example:1\", which is not there");
    refuses(CREDENTIAL(OB3, ""), BLZ_KEY_RSA, NULL, BLZ_ERR_ARGUMENT,
            "BLZ903 - no Data Integrity proof can be made with an RSA key");
}
END_TEST

static void expect_reason(const char *suite, const char *reason)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_P256, 1);
    BLZ_AUTO(blz_diags) diags = diags_new();
    char *out = NULL;
    const blz_proof_options options = {.suite = suite};
    ck_assert_int_eq(sign(&out, CREDENTIAL(OB3, ""), key, &options, diags), BLZ_ERR_ARGUMENT);
    ck_assert_str_eq(blz_diags_at(diags, 0)->reason, reason);
}

START_TEST(why_a_suite_is_not_made)
{
    expect_reason("ecdsa-sd-2023",
                  "blazon verifies what a holder shows of such a badge, and does not make it");
    expect_reason("eddsa-2022", "it is an early form that was given up");
    expect_reason("bbs-2023", "it is none that blazon knows");
}
END_TEST

START_TEST(the_credential_is_checked)
{
    static const char dropped[] = "BLZ727 /colour no context defines \"colour\" here; is it misspelt, or is "
                                  "its context missing from \"@context\"?";
    blz_proof_options jcs = {.suite = "eddsa-jcs-2022"};
    refuses("{}", BLZ_KEY_ED25519, NULL, BLZ_ERR_INVALID,
            "BLZ723  this is not a credential of Open Badges 3.0");
    refuses(CREDENTIAL(OB3, ", \"colour\": \"green\""), BLZ_KEY_ED25519, NULL, BLZ_ERR_INVALID, dropped);
    refuses(CREDENTIAL(OB3, ", \"colour\": \"green\""), BLZ_KEY_ED25519, &jcs, BLZ_ERR_INVALID, dropped);
    refuses(CREDENTIAL(OB3, ", \"proof\": {\"type\": \"JsonWebSignature2020\"}"), BLZ_KEY_ED25519, NULL,
            BLZ_ERR_INVALID, "BLZ725 /proof the credential has a proof that is no Data Integrity proof");
}
END_TEST

/* A context may leave no way to say what a proof is. */
START_TEST(contexts_that_define_the_proof_otherwise_are_told)
{
    blz_proof_options options = {.suite = "Ed25519Signature2020"};
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_diags) diags = diags_new();
    char *out = NULL;
    static const char taken[] =
        CREDENTIAL(OB3 ", {\"Ed25519Signature2020\": {\"@id\": \"urn:x:1\", \"@protected\": true}}", "");
    ck_assert_int_eq(sign(&out, taken, key, &options, diags), BLZ_ERR_INVALID);
    ck_assert_ptr_nonnull(strstr(finding(diags, 0), "BLZ727 /@context"));
    ck_assert_ptr_nonnull(strstr(finding(diags, 0), "Ed25519Signature2020"));
}
END_TEST

static blz_status call(void *user)
{
    static const char *const previous[] = {"urn:example:1"};
    blz_proof_options first = {.id = "urn:example:1", .suite = "Ed25519Signature2020"};
    blz_proof_options second = {.suite = "eddsa-jcs-2022", .previous = previous, .previous_count = 1};
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) one = NULL;
    BLZ_AUTO(blz_text) two = NULL;
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(sign(&one, CREDENTIAL(OB3, ""), user, &first, diags));
    return sign(&two, one, user, &second, diags);
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    ck_assert_ok(call(key));
    sweep_run(call, key);
}
END_TEST

UNIT_MAIN("credential/sign_proof", the_suite_is_that_of_the_key_or_the_one_asked_for, the_key_names_its_suite,
          the_same_input_gives_the_same_text, all_options_are_signed, proofs_are_put_beside_each_other,
          options_that_cannot_be_used_are_told, why_a_suite_is_not_made, the_credential_is_checked,
          contexts_that_define_the_proof_otherwise_are_told, every_allocation_may_fail)
