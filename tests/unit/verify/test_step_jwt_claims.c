#include "badge.h"

START_TEST(each_claim_repeats_the_credential)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    static const struct {
        const char *patch, *pointer;
    } cases[] = {
        {"{\"iss\": \"did:example:somebody\"}", "claims:/iss"},
        {"{\"iss\": null}", "claims:/iss"},
        {"{\"iss\": 7}", "claims:/iss"},
        {"{\"sub\": \"did:example:joe\"}", "claims:/sub"},
        {"{\"sub\": null}", "claims:/sub"},
        {"{\"credentialSubject\": {\"id\": null}}", "claims:/sub"},
        {"{\"jti\": \"urn:uuid:00000000-0000-4000-8000-000000000000\"}", "claims:/jti"},
        {"{\"jti\": null}", "claims:/jti"},
        {"{\"nbf\": 1777593601}", "claims:/nbf"},
        {"{\"nbf\": null}", "claims:/nbf"},
        {"{\"nbf\": \"1777593600\"}", "claims:/nbf"},
        {"{\"validUntil\": \"2027-05-01T00:00:00Z\"}", "claims:/exp"},
        {"{\"validUntil\": \"2027-05-01T00:00:00Z\", \"exp\": 1900000000}", "claims:/exp"},
        {"{\"vc\": {}}", "claims:/vc"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        blz_report *report = verify_badge(&b, NULL, cases[i].patch, NULL);
        const blz_step *step = find_step(report, "jwt.claims", BLZ_STEP_FAIL, "");
        ck_assert_msg(step != NULL, "%s", cases[i].patch);
        ck_assert_str_eq(step->pointer, cases[i].pointer);
        ck_assert_int_eq(blz_report_verdict(report), BLZ_INVALID);
        blz_report_free(report);
    }
    bench_close(&b);
}
END_TEST

START_TEST(each_claim_repeats_the_wrapped_credential)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    static const struct {
        const char *patch, *pointer;
    } cases[] = {
        {"{\"iss\": \"did:example:somebody\"}", "claims:/iss"},
        {"{\"iss\": null}", "claims:/iss"},
        {"{\"vc\": {\"issuer\": {\"id\": \"did:example:somebody\"}}}", "claims:/iss"},
        {"{\"vc\": {\"issuer\": null}}", "claims:/iss"},
        {"{\"sub\": \"did:example:joe\"}", "claims:/sub"},
        {"{\"sub\": null}", "claims:/sub"},
        {"{\"vc\": {\"credentialSubject\": {\"id\": \"did:example:joe\"}}}", "claims:/sub"},
        {"{\"vc\": {\"credentialSubject\": {\"id\": null}}}", "claims:/sub"},
        {"{\"jti\": \"urn:uuid:00000000-0000-4000-8000-000000000000\"}", "claims:/jti"},
        {"{\"jti\": null}", "claims:/jti"},
        {"{\"vc\": {\"id\": \"urn:uuid:00000000-0000-4000-8000-000000000000\"}}", "claims:/jti"},
        {"{\"vc\": {\"id\": null}}", "claims:/jti"},
        {"{\"nbf\": 1777593601}", "claims:/nbf"},
        {"{\"nbf\": null}", "claims:/nbf"},
        {"{\"vc\": {\"issuanceDate\": \"2026-04-01T00:00:00Z\"}}", "claims:/nbf"},
        {"{\"vc\": {\"issuanceDate\": null}}", "claims:/nbf"},
        {"{\"vc\": {\"expirationDate\": \"2027-05-01T00:00:00Z\"}}", "claims:/exp"},
        {"{\"exp\": 1900000000, \"vc\": {\"expirationDate\": \"2027-05-01T00:00:00Z\"}}", "claims:/exp"},
        {"{\"@context\": []}", "claims:/vc"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char *token = badge_in_vc(&b, cases[i].patch);
        blz_report *report = verify_text(&b, token, NULL);
        const blz_step *step = find_step(report, "jwt.claims", BLZ_STEP_FAIL, "");
        ck_assert_msg(step != NULL, "%s", cases[i].patch);
        ck_assert_str_eq(step->pointer, cases[i].pointer);
        ck_assert_int_eq(blz_report_verdict(report), BLZ_INVALID);
        blz_report_free(report);
        free(token);
    }
    bench_close(&b);
}
END_TEST

START_TEST(an_exp_may_set_the_end)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    PASSES(&b, NULL, "{\"exp\": 1809129600}", "jwt.claims", "");
    PASSES(&b, NULL, "{\"exp\": 1809129600}", "validity.until", "2027-05-01");
    PASSES(&b, NULL, "{\"validUntil\": \"2027-05-01T00:00:00Z\", \"exp\": 1809129600}", "jwt.claims", "");
    FAILS(&b, NULL, "{\"exp\": 1777593601}", "validity.until", "expired");
    bench_close(&b);
}
END_TEST

START_TEST(a_fraction_of_a_second_is_only_worth_a_warning)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    WARNS(&b, NULL, "{\"validFrom\": \"2026-05-01T00:00:00.5Z\"}", "jwt.claims", "");
    bench_close(&b);
}
END_TEST

START_TEST(the_public_validator_does_not_compare)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    FAILS_SPEC(&b, NULL, "{\"iss\": \"did:example:somebody\"}", "jwt.claims", "iss");
    FAILS_SPEC(&b, NULL, "{\"sub\": null}", "jwt.claims", "sub");
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_jwt_claims", each_claim_repeats_the_credential,
          each_claim_repeats_the_wrapped_credential, an_exp_may_set_the_end,
          a_fraction_of_a_second_is_only_worth_a_warning, the_public_validator_does_not_compare)
