#include "unit/unit.h"

#include <string.h>

#include "credential/jwt_vc.h"

#define VC2 "\"@context\": [\"https://www.w3.org/ns/credentials/v2\"]"
#define VC1 "\"@context\": [\"https://www.w3.org/2018/credentials/v1\"]"

static json_t *json(const char *text)
{
    json_error_t error;
    json_t *value = json_loads(text, 0, &error);
    ck_assert_msg(value != NULL, "%s", error.text);
    return value;
}

static blz_claim_outcome ask(blz_claim_check *check, const char *text)
{
    json_auto_t *payload = json(text);
    blz_claim_answer answer = check(payload);
    ck_assert_ptr_nonnull(answer.message);
    ck_assert_ptr_nonnull(answer.claim);
    ck_assert_ptr_nonnull(answer.property);
    ck_assert_ptr_nonnull(answer.pointer);
    return answer.outcome;
}

START_TEST(a_whole_payload_agrees)
{
    json_auto_t *payload = json(
        "{" VC2 ", \"id\": \"urn:1\", \"issuer\": {\"id\": \"https://e.org\"}, \"validFrom\": "
        "\"2026-01-01T00:00:00Z\", \"validUntil\": \"2027-01-01T01:00:00+01:00\", \"credentialSubject\": "
        "{\"id\": \"did:key:z\"}, \"iss\": \"https://e.org\", \"jti\": \"urn:1\", \"sub\": \"did:key:z\", "
        "\"nbf\": 1767225600, \"exp\": 1798761600}");
    ck_assert_ptr_eq(blz_vc_jwt_credential(payload), payload);
    ck_assert_uint_eq(blz_vc_jwt_check_count, 6);
    for (size_t i = 0; i < blz_vc_jwt_check_count; i++) {
        blz_claim_answer answer = blz_vc_jwt_checks[i](payload);
        ck_assert_int_eq(answer.outcome, i == 0 ? BLZ_CLAIM_NOT_NEEDED : BLZ_CLAIM_AGREES);
    }
}
END_TEST

START_TEST(a_wrapped_payload_agrees)
{
    json_auto_t *payload =
        json("{\"vc\": {" VC1 ", \"id\": \"urn:1\", \"issuer\": \"https://e.org\", \"issuanceDate\": "
             "\"2026-01-01T00:00:00Z\", \"expirationDate\": \"2027-01-01T00:00:00Z\", \"credentialSubject\": "
             "[{\"id\": \"did:key:z\"}]}, \"iss\": \"https://e.org\", \"jti\": \"urn:1\", \"sub\": "
             "\"did:key:z\", \"nbf\": 1767225600, \"exp\": 1798761600.0}");
    for (size_t i = 0; i < blz_vc_jwt_check_count; i++)
        ck_assert_int_eq(blz_vc_jwt_checks[i](payload).outcome, BLZ_CLAIM_AGREES);
    ck_assert_str_eq(blz_vc_jwt_nbf(payload).property, "issuanceDate");
    ck_assert_str_eq(blz_vc_jwt_exp(payload).property, "expirationDate");
}
END_TEST

START_TEST(vc_goes_with_the_version)
{
    ck_assert_int_eq(ask(blz_vc_jwt_vc, "{" VC2 "}"), BLZ_CLAIM_NOT_NEEDED);
    ck_assert_int_eq(ask(blz_vc_jwt_vc, "{}"), BLZ_CLAIM_NOT_NEEDED);
    ck_assert_int_eq(ask(blz_vc_jwt_vc, "{" VC1 "}"), BLZ_CLAIM_MISSING);
    ck_assert_int_eq(ask(blz_vc_jwt_vc, "{\"vc\": {" VC1 "}}"), BLZ_CLAIM_AGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_vc, "{\"vc\": {" VC2 "}}"), BLZ_CLAIM_DISAGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_vc, "{\"vc\": {}}"), BLZ_CLAIM_DISAGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_vc, "{" VC2 ", \"vc\": {" VC1 "}}"), BLZ_CLAIM_DISAGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_vc, "{\"vc\": \"x\"}"), BLZ_CLAIM_MALFORMED);
    json_auto_t *payload = json("{\"vc\": []}");
    ck_assert_ptr_null(blz_vc_jwt_credential(payload));
    ck_assert_int_eq(blz_vc_jwt_iss(payload).outcome, BLZ_CLAIM_MISSING);
    ck_assert_int_eq(blz_vc_jwt_nbf(payload).outcome, BLZ_CLAIM_MISSING);
}
END_TEST

START_TEST(texts_are_compared_exactly)
{
    ck_assert_int_eq(ask(blz_vc_jwt_iss, "{\"issuer\": \"https://e.org\"}"), BLZ_CLAIM_MISSING);
    ck_assert_int_eq(ask(blz_vc_jwt_iss, "{\"iss\": 1, \"issuer\": \"https://e.org\"}"), BLZ_CLAIM_MALFORMED);
    ck_assert_int_eq(ask(blz_vc_jwt_iss, "{\"iss\": \"https://e.org\"}"), BLZ_CLAIM_PROPERTY_MISSING);
    ck_assert_int_eq(ask(blz_vc_jwt_iss, "{\"iss\": \"https://e.org/\", \"issuer\": \"https://e.org\"}"),
                     BLZ_CLAIM_DISAGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_jti, "{\"jti\": \"urn:1\", \"id\": \"urn:1\"}"), BLZ_CLAIM_AGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_jti, "{\"jti\": \"urn:1\", \"id\": \"urn:2\"}"), BLZ_CLAIM_DISAGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_sub, "{\"sub\": \"urn:1\", \"credentialSubject\": {}}"),
                     BLZ_CLAIM_PROPERTY_MISSING);
    ck_assert_int_eq(ask(blz_vc_jwt_sub, "{\"credentialSubject\": {}}"), BLZ_CLAIM_MISSING);
    ck_assert_int_eq(ask(blz_vc_jwt_sub, "{\"sub\": \"urn:1\", \"credentialSubject\": {\"id\": \"urn:2\"}}"),
                     BLZ_CLAIM_DISAGREES);
}
END_TEST

#define FROM ", \"validFrom\": \"2026-01-01T00:00:00Z\"}"

START_TEST(dates_are_compared_as_moments)
{
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{\"nbf\": 1767225600" FROM), BLZ_CLAIM_AGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{\"nbf\": 1767225600.0" FROM), BLZ_CLAIM_AGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{\"nbf\": 1767225601" FROM), BLZ_CLAIM_DISAGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{\"nbf\": 1767225600.5" FROM), BLZ_CLAIM_ROUNDED);
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{\"nbf\": \"1767225600\"" FROM), BLZ_CLAIM_MALFORMED);
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{\"nbf\": 1e300" FROM), BLZ_CLAIM_MALFORMED);
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{\"nbf\": 1767225600}"), BLZ_CLAIM_PROPERTY_MISSING);
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{\"x\": 1" FROM), BLZ_CLAIM_MISSING);
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{}"), BLZ_CLAIM_MISSING);
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{\"nbf\": 1767225600, \"validFrom\": \"2026-01-01T00:00:00.5Z\"}"),
                     BLZ_CLAIM_ROUNDED);
    ck_assert_int_eq(
        ask(blz_vc_jwt_nbf, "{\"nbf\": 1767225600.5, \"validFrom\": \"2026-01-01T00:00:00.5Z\"}"),
        BLZ_CLAIM_AGREES);
    ck_assert_int_eq(ask(blz_vc_jwt_nbf, "{\"nbf\": 1767225600, \"validFrom\": \"2026-01-01\"}"),
                     BLZ_CLAIM_DISAGREES);
}
END_TEST

START_TEST(an_end_is_optional_in_both)
{
    ck_assert_int_eq(ask(blz_vc_jwt_exp, "{}"), BLZ_CLAIM_NOT_NEEDED);
    ck_assert_int_eq(ask(blz_vc_jwt_exp, "{\"validUntil\": \"2026-01-01T00:00:00Z\"}"), BLZ_CLAIM_MISSING);
    ck_assert_int_eq(ask(blz_vc_jwt_exp, "{\"exp\": 1767225600}"), BLZ_CLAIM_PROPERTY_MISSING);
    ck_assert_int_eq(ask(blz_vc_jwt_exp, "{\"exp\": 1767225600, \"validUntil\": \"2026-01-01T00:00:00Z\"}"),
                     BLZ_CLAIM_AGREES);
}
END_TEST

START_TEST(numeric_dates_before_1970_round_down)
{
    json_auto_t *value = json("[-1.25, -1, 253402300799, 253402300800]");
    int64_t seconds = 0;
    int nanos = 0;
    ck_assert(blz_numeric_date(&seconds, &nanos, json_array_get(value, 0)));
    ck_assert_int_eq(seconds, -2);
    ck_assert_int_eq(nanos, 750000000);
    ck_assert(blz_numeric_date(&seconds, NULL, json_array_get(value, 1)));
    ck_assert_int_eq(seconds, -1);
    ck_assert(blz_numeric_date(&seconds, &nanos, json_array_get(value, 2)));
    ck_assert(!blz_numeric_date(&seconds, &nanos, json_array_get(value, 3)));
    ck_assert(!blz_numeric_date(&seconds, &nanos, NULL));
}
END_TEST

UNIT_MAIN("credential/jwt_claims", a_whole_payload_agrees, a_wrapped_payload_agrees, vc_goes_with_the_version,
          texts_are_compared_exactly, dates_are_compared_as_moments, an_end_is_optional_in_both,
          numeric_dates_before_1970_round_down)
