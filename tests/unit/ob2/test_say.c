#include "site.h"

START_TEST(messages)
{
    site s;
    site_open(&s, NULL);
    blz_ob2_listener to = listener_of(&s);
    ck_assert_ok(blz_ob2_say(&to, BLZ_OB2_WRONG, "/a", "%s is wrong", "this"));
    ck_assert_str_eq(said(&s), "wrong /a this is wrong\n");
    ck_assert_ok(blz_ob2_say(&to, BLZ_OB2_NOTE, "", "%5000d", 1));
    ck_assert_uint_lt(s.said.length, 2100);
    site_close(&s);
}
END_TEST

UNIT_MAIN("ob2/say", messages)
