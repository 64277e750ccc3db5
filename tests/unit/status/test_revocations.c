#include "status/revocations.h"

#include "unit/credential/sweep.h"
#include "unit/verify/alone.h"

static const char *fault(const char *text)
{
    json_auto_t *document = json_of(text);
    const char *why = NULL;
    return blz_revocations_are(document, &why) ? "none" : why;
}

START_TEST(shapes)
{
    ck_assert_str_eq(fault("{'id': 'u:l', 'issuer': 'u:i', 'revokedCredential': []}"), "none");
    ck_assert_str_eq(fault("{'issuer': 'u:i'}"), "none");
    ck_assert_str_eq(fault("{'revokedCredential': {'id': 'u:1'}}"), "none");
    ck_assert_ptr_nonnull(strstr(fault("[]"), "not a JSON object"));
    ck_assert_ptr_nonnull(strstr(fault("'x'"), "not a JSON object"));
    ck_assert_ptr_nonnull(strstr(fault("{}"), "neither"));
    ck_assert_ptr_nonnull(strstr(fault("{'revokedCredential': ['u:1']}"), "has no id"));
    ck_assert_ptr_nonnull(strstr(fault("{'revokedCredential': [{'id': 7}]}"), "has no id"));
}
END_TEST

static const char list[] = "{'revokedCredential': [{'id': 'u:1'}, {'id': 'u:2', 'revoked': true}, "
                           "{'id': 'u:3', 'revoked': false}, {'id': 'u:4', 'revocationReason': 'why'}]}";

START_TEST(what_is_revoked)
{
    json_auto_t *document = json_of(list);
    json_t *found = NULL;
    ck_assert_ok(blz_revocations_by_id(&found, document));
    ck_assert_uint_eq(json_object_size(found), 3);
    ck_assert_ptr_nonnull(json_object_get(found, "u:1"));
    ck_assert_ptr_nonnull(json_object_get(found, "u:2"));
    ck_assert_ptr_null(json_object_get(found, "u:3"));
    json_decref(found);
}
END_TEST

static blz_status look(void *user)
{
    json_auto_t *found = NULL;
    return blz_revocations_by_id(&found, user);
}

START_TEST(memory)
{
    json_auto_t *document = json_of(list);
    sweep_run(look, document);
}
END_TEST

UNIT_MAIN("status/revocations", shapes, what_is_revoked, memory)
