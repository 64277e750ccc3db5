#include "credential/sign_check.h"

#include "unit/credential/credential.h"
#include "unit/credential/keys.h"

static blz_status check(blz_ctx *ctx, const char *text, bool more, blz_diags *diags)
{
    BLZ_AUTO(blz_source) source = NULL;
    BLZ_AUTO(blz_integrity) sealed = NULL;
    json_auto_t *json = NULL;
    BLZ_TRY(blz_source_new(&source, "badge.json", text, strlen(text)));
    BLZ_TRY(blz_sign_read(&json, ctx, source, diags));
    BLZ_TRY(blz_sign_check(json, more, source, diags));
    BLZ_TRY(blz_integrity_open(&sealed, ctx, json));
    return blz_sign_check_safe(sealed, source, diags);
}

static void refuses_beside(bool more, const char *text, blz_status status, const char *first)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_diags) diags = diags_new();
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_int_eq(check(ctx, text, more, diags), status);
    ck_assert_str_eq(finding(diags, 0), first);
    ck_assert_str_eq(finding(diags, 1), "none");
}

static void refuses(const char *text, const char *first)
{
    refuses_beside(false, text, BLZ_ERR_INVALID, first);
    refuses_beside(true, text, BLZ_ERR_INVALID, first);
}

START_TEST(a_good_one_passes)
{
    refuses_beside(false, CREDENTIAL(OB3, ""), BLZ_OK, "none");
    refuses_beside(true, CREDENTIAL(OB3, ""), BLZ_OK, "none");
}
END_TEST

START_TEST(what_is_no_badge_is_refused)
{
    refuses("{}", "BLZ723  this is not a credential of Open Badges 3.0");
    refuses("[]", "BLZ723  this is not a credential of Open Badges 3.0");
    refuses(CREDENTIAL("\"" BLZ_VC2_CONTEXT "\", \"https://example.org/\"", ""),
            "BLZ723  this is not a credential of Open Badges 3.0");
    refuses(CREDENTIAL("\"" BLZ_VC1_CONTEXT "\", \"" BLZ_OB3_CONTEXT "\"", ""),
            "BLZ723 /@context this is a Verifiable Credential 1.1");
}
END_TEST

START_TEST(a_token_is_refused)
{
    refuses("eyJh.eyJi.c2ln\n", "BLZ725 - this is a signed token already");
}
END_TEST

START_TEST(what_was_never_valid_is_refused)
{
    refuses(CREDENTIAL(OB3, ", \"validUntil\": \"2026-01-01T00:00:00Z\""),
            "BLZ726 /validUntil \"validUntil\" is not after \"validFrom\"");
}
END_TEST

START_TEST(the_schema_is_asked)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_diags) diags = diags_new();
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_int_eq(
        check(ctx, CREDENTIAL(OB3, ", \"awardedDate\": \"yesterday\", \"evidence\": [{}]"), false, diags),
        BLZ_ERR_INVALID);
    ck_assert_uint_ge(blz_diags_count(diags), 2);
}
END_TEST

START_TEST(text_that_is_no_json_is_refused)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_diags) diags = diags_new();
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_int_eq(check(ctx, "{\"a\": }", false, diags), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(blz_diags_at(diags, 0)->rule->code, "BLZ007");
}
END_TEST

#define WITH(proof) CREDENTIAL(OB3, ", \"proof\": " proof)
#define NO_PROOF "BLZ725 /proof the credential has a proof that is no Data Integrity proof"

START_TEST(proofs_stand_beside_their_like_only)
{
    static const char good[] = WITH("{\"type\": \"DataIntegrityProof\"}");
    refuses_beside(false, good, BLZ_ERR_INVALID, "BLZ725 /proof the credential has a proof already");
    refuses_beside(true, good, BLZ_OK, "none");
    refuses_beside(true, WITH("[{\"type\": \"DataIntegrityProof\"}, {\"type\": \"Ed25519Signature2020\"}]"),
                   BLZ_OK, "none");
    refuses_beside(true, WITH("[]"), BLZ_OK, "none");
    refuses_beside(true, WITH("[{\"type\": \"DataIntegrityProof\"}, {\"type\": \"JsonWebSignature2020\"}]"),
                   BLZ_ERR_INVALID, NO_PROOF);
}
END_TEST

START_TEST(there_is_an_end_to_proofs)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(100000);
    static const char one[] = "{\"type\": \"DataIntegrityProof\"}", start[] = WITH("[");
    blz_buf_append(&text, start, strlen(start) - 1);
    for (size_t i = 0; i + 1 < BLZ_PROOFS_MAX; i++)
        blz_buf_printf(&text, "%s%s", i ? "," : "", one);
    size_t length = text.length;
    blz_buf_puts(&text, "]}");
    refuses_beside(true, text.data, BLZ_OK, "none");
    text.length = length;
    blz_buf_printf(&text, ",%s]}", one);
    refuses_beside(true, text.data, BLZ_ERR_INVALID,
                   "BLZ725 /proof the credential has too many proofs for one more");
}
END_TEST

START_TEST(what_json_ld_would_drop_is_refused)
{
    refuses(CREDENTIAL(OB3, ", \"colour\": \"green\""),
            "BLZ727 /colour no context defines \"colour\" here; is it misspelt, or is its context missing "
            "from \"@context\"?");
}
END_TEST

START_TEST(a_context_that_is_not_there_is_named)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_diags) diags = diags_new();
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_int_eq(check(ctx, CREDENTIAL(OB3 ", \"https://example.org/mine\"", ""), false, diags),
                     BLZ_ERR_INVALID);
    ck_assert_ptr_nonnull(strstr(finding(diags, 0), "BLZ727 /@context "));
    ck_assert_ptr_nonnull(strstr(finding(diags, 0), "https://example.org/mine"));
    ck_assert_ptr_nonnull(strstr(blz_diags_at(diags, 0)->hint, "--map"));
}
END_TEST

#define RECORD(members)                                                                                      \
    "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\", "                                             \
    "\"https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json\", "                                      \
    "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"], \"id\": \"urn:r\", "                   \
    "\"type\": [\"VerifiableCredential\", \"ClrCredential\"], \"name\": \"R\", \"issuer\": "                 \
    "\"did:example:i\", \"validFrom\": \"2026-01-01T00:00:00Z\", \"credentialSubject\": {\"id\": "           \
    "\"did:example:j\", \"type\": [\"ClrSubject\"], \"verifiableCredential\": [" members "]}}"

START_TEST(learner_records_have_a_schema_of_their_own)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_diags) diags = diags_new();
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(check(ctx, RECORD("\"e30.e30.AA\""), false, diags));
    refuses(RECORD(""), "BLZ101 /credentialSubject/verifiableCredential "
                        "\"credentialSubject.verifiableCredential\" is empty, it needs at least one item");
}
END_TEST

START_TEST(a_public_key_cannot_sign)
{
    BLZ_AUTO(blz_key) key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_key) public_key = NULL;
    BLZ_AUTO(blz_diags) diags = diags_new();
    ck_assert_ok(blz_key_public(&public_key, key));
    ck_assert_ok(blz_sign_check_key(key, diags));
    ck_assert_int_eq(blz_sign_check_key(public_key, diags), BLZ_ERR_ARGUMENT);
    ck_assert_str_eq(finding(diags, 0), "BLZ903 - this is a public key");
}
END_TEST

UNIT_MAIN("credential/sign_check", a_good_one_passes, what_is_no_badge_is_refused, a_token_is_refused,
          what_was_never_valid_is_refused, the_schema_is_asked, text_that_is_no_json_is_refused,
          proofs_stand_beside_their_like_only, there_is_an_end_to_proofs, what_json_ld_would_drop_is_refused,
          a_context_that_is_not_there_is_named, learner_records_have_a_schema_of_their_own,
          a_public_key_cannot_sign)
