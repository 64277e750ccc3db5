#include "unit/unit.h"

#include "credential/model.h"

static json_t *json(const char *text)
{
    json_error_t error;
    json_t *value = json_loads(text, 0, &error);
    ck_assert_msg(value != NULL, "%s", error.text);
    return value;
}

START_TEST(version_is_in_the_first_context)
{
    json_auto_t *two = json("{\"@context\": [\"https://www.w3.org/ns/credentials/v2\"]}");
    json_auto_t *one = json("{\"@context\": [\"https://www.w3.org/2018/credentials/v1\", "
                            "\"https://www.w3.org/ns/credentials/v2\"]}");
    json_auto_t *other = json("{\"@context\": [\"https://www.w3.org/ns/credentials/v3\"]}");
    json_auto_t *text = json("{\"@context\": \"https://www.w3.org/ns/credentials/v2\"}");
    json_auto_t *none = json("{}");
    ck_assert_int_eq(blz_vc_version_of(two), BLZ_VC_2_0);
    ck_assert_int_eq(blz_vc_version_of(one), BLZ_VC_1_1);
    ck_assert_int_eq(blz_vc_version_of(other), BLZ_VC_UNKNOWN);
    ck_assert_int_eq(blz_vc_version_of(text), BLZ_VC_UNKNOWN);
    ck_assert_int_eq(blz_vc_version_of(none), BLZ_VC_UNKNOWN);
    ck_assert_int_eq(blz_vc_version_of(NULL), BLZ_VC_UNKNOWN);
}
END_TEST

START_TEST(knows_every_revision_of_the_context)
{
    ck_assert(blz_ob3_is_context_url("https://purl.imsglobal.org/spec/ob/v3p0/context.json"));
    ck_assert(blz_ob3_is_context_url(BLZ_OB3_CONTEXT));
    ck_assert(blz_ob3_is_context_url("https://purl.imsglobal.org/spec/ob/v3p0/context-3.1.0.json"));
    ck_assert(!blz_ob3_is_context_url("https://purl.imsglobal.org/spec/ob/v3p0/context-2.0.3.json"));
    ck_assert(!blz_ob3_is_context_url("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.json"));
    ck_assert(!blz_ob3_is_context_url("https://purl.imsglobal.org/spec/ob/v3p0/context.json?x"));
    ck_assert(!blz_ob3_is_context_url("https://example.org/context.json"));
    ck_assert(!blz_ob3_is_context_url(""));
    ck_assert(!blz_ob3_is_context_url(BLZ_CLR2_CONTEXT));
    ck_assert(blz_clr2_is_context_url(BLZ_CLR2_CONTEXT));
    ck_assert(blz_clr2_is_context_url("https://purl.imsglobal.org/spec/clr/v2p0/context.json"));
    ck_assert(!blz_clr2_is_context_url("https://purl.imsglobal.org/spec/clr/v2p0/context-3.0.1.json"));
    ck_assert(!blz_clr2_is_context_url(BLZ_OB3_CONTEXT));
    json_auto_t *has =
        json("{\"@context\": [1, \"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json\"]}");
    json_auto_t *lacks = json("{\"@context\": [\"https://www.w3.org/ns/credentials/v2\", {}]}");
    ck_assert(blz_ob3_has_context(has));
    ck_assert(!blz_ob3_has_context(lacks));
}
END_TEST

START_TEST(types_are_one_text_or_a_set)
{
    json_auto_t *set = json("{\"type\": [\"VerifiableCredential\", \"OpenBadgeCredential\"]}");
    json_auto_t *one = json("{\"type\": \"AchievementCredential\"}");
    json_auto_t *wrong = json("{\"type\": [3]}");
    ck_assert(blz_vc_has_type(set, "VerifiableCredential"));
    ck_assert(blz_vc_has_type(set, "AchievementCredential"));
    ck_assert(blz_vc_has_type(one, "OpenBadgeCredential"));
    ck_assert(!blz_vc_has_type(one, "EndorsementCredential"));
    ck_assert(!blz_vc_has_type(wrong, "VerifiableCredential"));
    ck_assert(!blz_vc_has_type(NULL, "VerifiableCredential"));
}
END_TEST

START_TEST(issuer_is_a_text_or_an_object)
{
    json_auto_t *text = json("{\"issuer\": \"did:key:z6Mk\"}");
    json_auto_t *object = json("{\"issuer\": {\"id\": \"https://example.edu\"}}");
    json_auto_t *none = json("{\"issuer\": {}}");
    ck_assert_str_eq(blz_vc_issuer_id(text), "did:key:z6Mk");
    ck_assert_str_eq(blz_vc_issuer_id(object), "https://example.edu");
    ck_assert_ptr_null(blz_vc_issuer_id(none));
    ck_assert_ptr_null(blz_vc_issuer_id(NULL));
}
END_TEST

START_TEST(there_is_one_subject)
{
    json_auto_t *one = json("{\"credentialSubject\": {\"id\": \"urn:a\"}}");
    json_auto_t *set = json("{\"credentialSubject\": [{\"id\": \"urn:a\"}]}");
    json_auto_t *two = json("{\"credentialSubject\": [{\"id\": \"urn:a\"}, {\"id\": \"urn:b\"}]}");
    json_auto_t *text = json("{\"credentialSubject\": \"urn:a\"}");
    ck_assert_ptr_nonnull(blz_vc_subject(one));
    ck_assert_ptr_nonnull(blz_vc_subject(set));
    ck_assert_ptr_null(blz_vc_subject(two));
    ck_assert_ptr_null(blz_vc_subject(text));
}
END_TEST

START_TEST(dates_have_other_names_in_version_1)
{
    ck_assert_str_eq(blz_vc_start_name(BLZ_VC_2_0), "validFrom");
    ck_assert_str_eq(blz_vc_start_name(BLZ_VC_1_1), "issuanceDate");
    ck_assert_str_eq(blz_vc_end_name(BLZ_VC_UNKNOWN), "validUntil");
    ck_assert_str_eq(blz_vc_end_name(BLZ_VC_1_1), "expirationDate");
}
END_TEST

UNIT_MAIN("credential/model", version_is_in_the_first_context, knows_every_revision_of_the_context,
          types_are_one_text_or_a_set, issuer_is_a_text_or_an_object, there_is_one_subject,
          dates_have_other_names_in_version_1)
