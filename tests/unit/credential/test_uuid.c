#include "unit/unit.h"

#include <string.h>

#include "base/ctx.h"
#include "credential/uuid.h"

static blz_status ones(void *user, uint8_t *out, size_t length)
{
    (void)user;
    memset(out, 0xff, length);
    return BLZ_OK;
}

START_TEST(has_version_and_variant)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    char text[BLZ_URN_UUID_MAX];
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_random(ctx, ones, NULL);
    ck_assert_ok(blz_urn_uuid(text, ctx));
    ck_assert_str_eq(text, "urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff");
}
END_TEST

START_TEST(two_are_different)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    char one[BLZ_URN_UUID_MAX], two[BLZ_URN_UUID_MAX];
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_urn_uuid(one, ctx));
    ck_assert_ok(blz_urn_uuid(two, ctx));
    ck_assert_str_ne(one, two);
    ck_assert_uint_eq(strlen(one), 45);
}
END_TEST

/* printf https://a.example/1 | sha256sum */
START_TEST(of_a_name)
{
    char text[BLZ_URN_UUID_MAX];
    ck_assert_ok(blz_urn_uuid_of(text, "https://a.example/1"));
    ck_assert_str_eq(text, "urn:uuid:d817b80f-9a5b-8fb9-963e-b63dc83dccd5");
}
END_TEST

UNIT_MAIN("credential/uuid", has_version_and_variant, two_are_different, of_a_name)
