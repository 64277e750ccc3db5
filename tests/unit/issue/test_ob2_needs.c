#include "unit/issue/older.h"

static void expect(const blz_definition *definition, blz_status status, const char *first, const char *second)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    ck_assert_int_eq(blz_ob2_needs(definition, diags), status);
    ck_assert_str_eq(finding(diags, 0), first);
    ck_assert_str_eq(finding(diags, 1), second);
    ck_assert_str_eq(finding(diags, 2), "none");
}

START_TEST(what_has_all_is_good)
{
    struct older_file older;
    expect(older_open(&older), BLZ_OK, "none", "none");
    older_alone(&older);
    expect(&older.file.definition, BLZ_OK, "none", "none");
    older.file.definition.issuer = NULL;
    expect(&older.file.definition, BLZ_ERR_ARGUMENT, "none", "none");
    older_close(&older);
}
END_TEST

START_TEST(all_that_is_missing_is_told_at_once)
{
    struct older_file older;
    const blz_definition *definition = older_open(&older);
    older.file.credential.image = NULL;
    older.issuer.url = NULL;
    expect(definition, BLZ_ERR_INVALID, "BLZ750 /blazon the badge has no image",
           "BLZ750 /issuer the issuer has no website");
    older.file.credential.image = "data.png";
    older.issuer.email = NULL;
    expect(definition, BLZ_ERR_INVALID, "BLZ750 /issuer the issuer has no website",
           "BLZ750 /issuer the issuer has no e-mail address");
    older_close(&older);
}
END_TEST

START_TEST(ids_are_addresses_on_one_host)
{
    struct older_file older;
    blz_definition *definition = older_open(&older);
    definition->id = "urn:uuid:5c1b4c26-0000-4000-8000-000000000000";
    expect(definition, BLZ_ERR_INVALID,
           "BLZ750 /id the id \"urn:uuid:5c1b4c26-0000-4000-8000-000000000000\" is not an https address",
           "none");
    definition->id = "https://badges.example.org/ct/data";
    expect(definition, BLZ_ERR_INVALID,
           "BLZ750 /id the id is on another host than \"https://badges.example.edu/issuer\"", "none");
    older.issuer.id = "did:web:badges.example.edu";
    expect(definition, BLZ_ERR_INVALID,
           "BLZ750 /issuer/id the issuer's id \"did:web:badges.example.edu\" is not an https address",
           "none");
    older_close(&older);
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    struct older_file *older = user;
    BLZ_TRY(blz_diags_new(&diags));
    blz_status status = blz_ob2_needs(&older->file.definition, diags);
    return status == BLZ_ERR_INVALID ? BLZ_OK : status;
}

START_TEST(every_allocation_may_fail)
{
    struct older_file older;
    blz_definition *definition = older_open(&older);
    sweep_run(call, &older);
    definition->id = "https://badges.example.org/ct/data";
    older.issuer.url = NULL;
    sweep_run(call, &older);
    older_close(&older);
}
END_TEST

UNIT_MAIN("issue/ob2_needs", what_has_all_is_good, all_that_is_missing_is_told_at_once,
          ids_are_addresses_on_one_host, every_allocation_may_fail)
