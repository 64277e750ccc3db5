#include "unit/credential/keys.h"

#include "credential/jwt_sign.h"

#define HEAD "\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], "
#define WHOLE                                                                                                \
    HEAD "\"id\": \"urn:1\", \"issuer\": {\"id\": \"https://e.org\"}, \"validFrom\": "                       \
         "\"2026-01-01T00:00:00Z\", "                                                                        \
         "\"credentialSubject\": {\"id\": \"did:web:e.org\"}"

static blz_status payload_of(json_t **out, const char *text, blz_diags *diags)
{
    json_auto_t *credential = json_of(text);
    return blz_vc_jwt_payload(out, credential, NULL, diags);
}

START_TEST(claims_follow_the_credential)
{
    BLZ_AUTO(blz_diags) diags = diags_new();
    json_auto_t *payload = NULL;
    ck_assert_ok(payload_of(&payload, "{" WHOLE ", \"validUntil\": \"2027-01-01T00:00:00Z\"}", diags));
    const char *const names[] = {"@context",   "id",  "issuer", "validFrom", "credentialSubject",
                                 "validUntil", "iss", "jti",    "sub",       "nbf",
                                 "exp"};
    const char *name = NULL;
    json_t *value = NULL;
    size_t i = 0;
    json_object_foreach (payload, name, value)
        ck_assert_str_eq(name, names[i++]);
    ck_assert_uint_eq(i, 11);
    ck_assert_str_eq(json_string_value(json_object_get(payload, "iss")), "https://e.org");
    ck_assert_str_eq(json_string_value(json_object_get(payload, "jti")), "urn:1");
    ck_assert_str_eq(json_string_value(json_object_get(payload, "sub")), "did:web:e.org");
    ck_assert_int_eq(json_integer_value(json_object_get(payload, "nbf")), 1767225600);
    ck_assert_int_eq(json_integer_value(json_object_get(payload, "exp")), 1798761600);
}
END_TEST

START_TEST(claims_that_agree_stay)
{
    BLZ_AUTO(blz_diags) diags = diags_new();
    json_auto_t *payload = NULL;
    ck_assert_ok(payload_of(&payload, "{" WHOLE ", \"iss\": \"https://e.org\", \"nbf\": 1767225600}", diags));
    ck_assert_ptr_null(json_object_get(payload, "exp"));
}
END_TEST

static void refuses(const char *text, const char *first, const char *second)
{
    BLZ_AUTO(blz_diags) diags = diags_new();
    json_t *payload = NULL;
    ck_assert_int_eq(payload_of(&payload, text, diags), BLZ_ERR_INVALID);
    ck_assert_ptr_null(payload);
    ck_assert_str_eq(finding(diags, 0), first);
    ck_assert_str_eq(finding(diags, 1), second);
}

START_TEST(what_cannot_be_repeated_is_refused)
{
    refuses("{" HEAD "\"id\": \"urn:1\", \"issuer\": {}, \"validFrom\": \"2026-01-01T00:00:00Z\", "
            "\"credentialSubject\": {\"identifier\": []}}",
            "BLZ724 /issuer the issuer has no id", "BLZ724 /credentialSubject the recipient has no id");
    refuses("{" HEAD "\"issuer\": \"https://e.org\", \"credentialSubject\": {\"id\": \"urn:2\"}}",
            "BLZ724  the credential has no id", "BLZ724 /validFrom the credential has no \"validFrom\"");
    refuses("{" WHOLE ", \"validUntil\": \"2027-01-01T00:00:00.25Z\"}",
            "BLZ724 /validUntil \"validUntil\" has a fraction of a second", "none");
    refuses("{" WHOLE ", \"validUntil\": \"soon\"}",
            "BLZ724  the claim \"exp\" is missing; it must repeat \"validUntil\"", "none");
}
END_TEST

START_TEST(claims_that_contradict_are_refused)
{
    refuses("{" WHOLE ", \"iss\": \"https://other.org\", \"nbf\": 1}",
            "BLZ724 /iss the claim \"iss\" says something else than \"issuer.id\"",
            "BLZ724 /nbf the claim \"nbf\" says something else than \"validFrom\"");
    refuses("{" WHOLE ", \"exp\": 1767225700}",
            "BLZ724 /exp there is a claim \"exp\", but the credential has no \"validUntil\"", "none");
    refuses("{" WHOLE ", \"vc\": {}}",
            "BLZ724 /vc there are two credentials, the payload itself and the one in the claim \"vc\"",
            "BLZ724 /iss there is a claim \"iss\", but the credential has no \"issuer.id\"");
}
END_TEST

struct attempt {
    json_t *credential;
    blz_status expected;
};

static blz_status call(void *user)
{
    const struct attempt *attempt = user;
    json_auto_t *payload = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_TRY(blz_diags_new(&diags));
    blz_status status = blz_vc_jwt_payload(&payload, attempt->credential, NULL, diags);
    return status == attempt->expected ? BLZ_OK : status;
}

START_TEST(every_allocation_may_fail)
{
    struct attempt attempt = {.credential = json_of("{" WHOLE ", \"validUntil\": \"2027-01-01T00:00:00Z\"}")};
    sweep_run(call, &attempt);
    json_decref(attempt.credential);
    attempt.credential = json_of("{" WHOLE ", \"validUntil\": \"2027-01-01T00:00:00.5Z\"}");
    attempt.expected = BLZ_ERR_INVALID;
    sweep_run(call, &attempt);
    json_decref(attempt.credential);
    attempt.credential = json_of("{" WHOLE ", \"iss\": \"https://other.org\"}");
    sweep_run(call, &attempt);
    json_decref(attempt.credential);
}
END_TEST

UNIT_MAIN("credential/jwt_payload", claims_follow_the_credential, claims_that_agree_stay,
          what_cannot_be_repeated_is_refused, claims_that_contradict_are_refused, every_allocation_may_fail)
