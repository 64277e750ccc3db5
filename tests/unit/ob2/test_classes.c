#include "ob2/classes.h"
#include "site.h"

START_TEST(classes_of_nodes)
{
    json_t *badge = json_of("{'type': ['https://a.example/T', 'BadgeClass']}"),
           *other = json_of("{'type': 5}");
    ck_assert_int_eq(blz_ob2_class_of(badge), BLZ_OB2_BADGE_CLASS);
    ck_assert_int_eq(blz_ob2_class_of(other), BLZ_OB2_NO_CLASS);
    ck_assert_int_eq(blz_ob2_class_of(NULL), BLZ_OB2_NO_CLASS);
    ck_assert(blz_ob2_has_type(badge, "BadgeClass"));
    ck_assert(!blz_ob2_has_type(badge, "Assertion"));
    json_decref(badge);
    json_decref(other);
}
END_TEST

START_TEST(the_table)
{
    size_t count = 0, required = 0;
    for (const blz_ob2_property *p = blz_ob2_properties; p->name; p++, count++) {
        ck_assert(p->of != BLZ_OB2_NO_CLASS);
        ck_assert((p->type == BLZ_OB2_ID) == (p->expected != BLZ_OB2_NO_CLASS));
        ck_assert(*blz_ob2_class_text(p->of));
        required += (p->flags & BLZ_OB2_REQUIRED) != 0;
    }
    ck_assert_uint_eq(count, 94);
    ck_assert_uint_eq(required, 32);
}
END_TEST

UNIT_MAIN("ob2/classes", classes_of_nodes, the_table)
