#include "unit/issue/older.h"

static json_t *assertion(const char *id)
{
    return json_pack("{s:s, s:s, s:s, s:{s:s, s:b, s:s}, s:s, s:s, s:{s:s}}", "@context",
                     "https://w3id.org/openbadges/v2", "type", "Assertion", "id", id, "recipient", "type",
                     "email", "hashed", 0, "identity", "jane@example.edu", "badge", SAMPLE_ID, "issuedOn",
                     "2026-01-31T00:00:00Z", "verification", "type", "HostedBadge");
}

START_TEST(what_verify_would_take)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *json = assertion("https://badges.example.edu/1");
    ck_assert_ok(blz_ob2_output_check(json, diags));
    ck_assert_uint_eq(blz_diags_count(diags), 0);
}
END_TEST

START_TEST(what_it_would_not)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *json = assertion("urn:x:1");
    json_object_set_new(json_object_get(json, "recipient"), "hashed", json_string("no"));
    ck_assert_int_eq(blz_ob2_output_check(json, diags), BLZ_ERR_INVALID);
    ck_assert_uint_eq(blz_diags_count(diags), 2);
    static const char start[] = "BLZ904 - the badge would not be a valid Open Badge: at \"/";
    for (size_t i = 0; i < 2; i++)
        ck_assert_msg(strncmp(finding(diags, i), start, sizeof start - 1) == 0, "%s", finding(diags, i));
    ck_assert_ptr_nonnull(strstr(finding(diags, 0), "urn:x:1"));
    ck_assert_ptr_nonnull(strstr(finding(diags, 1), "hashed"));
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_TRY(blz_diags_new(&diags));
    blz_status status = blz_ob2_output_check(user, diags);
    return status == BLZ_ERR_INVALID ? BLZ_OK : status;
}

START_TEST(every_allocation_may_fail)
{
    json_auto_t *good = assertion("https://badges.example.edu/1");
    json_auto_t *bad = assertion("urn:x:1");
    ck_assert_ok(call(good)); /* what is made once per process is there now */
    sweep_run(call, good);
    sweep_run(call, bad);
}
END_TEST

UNIT_MAIN("issue/ob2_output", what_verify_would_take, what_it_would_not, every_allocation_may_fail)
