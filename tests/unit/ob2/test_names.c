#include "ob2/names.h"
#include "site.h"

START_TEST(names_of_the_specification)
{
    site s;
    BLZ_AUTO(blz_ob2_names) names = NULL;
    site_open(&s, NULL);
    ck_assert_ok(blz_ob2_names_new(&names, s.ctx, NULL));
    ck_assert_uint_eq(blz_ob2_names_count(names, BLZ_OBI "badge"), 1);
    blz_ob2_name badge = blz_ob2_name_at(names, BLZ_OBI "badge", 0);
    ck_assert_str_eq(badge.name, "badge");
    ck_assert(badge.link);
    ck_assert_uint_eq(blz_ob2_names_count(names, BLZ_OBI "revoked"), 2);
    ck_assert_str_eq(blz_ob2_name_at(names, BLZ_OBI "revoked", 0).name, "revoked");
    ck_assert_str_eq(blz_ob2_name_at(names, BLZ_OBI "revoked", 0).type,
                     "http://www.w3.org/2001/XMLSchema#boolean");
    ck_assert_str_eq(blz_ob2_name_at(names, BLZ_OBI "revoked", 1).name, "revokedAssertions");
    ck_assert_uint_eq(blz_ob2_names_count(names, "https://a.example/unknown"), 0);
    ck_assert_str_eq(blz_ob2_class_name(names, BLZ_OBI "BadgeClass"), "BadgeClass");
    ck_assert_str_eq(blz_ob2_class_name(names, BLZ_OBI "HostedBadge"), "HostedBadge");
    ck_assert_str_eq(blz_ob2_class_name(names, "http://schema.org/email"), "email");
    ck_assert_ptr_null(blz_ob2_class_name(names, "https://a.example/T"));
    site_close(&s);
}
END_TEST

START_TEST(short_forms)
{
    site s;
    BLZ_AUTO(blz_ob2_names) names = NULL;
    BLZ_AUTO(blz_text) with = NULL;
    BLZ_AUTO(blz_text) without = NULL;
    site_open(&s, NULL);
    ck_assert_ok(blz_ob2_names_new(&names, s.ctx, NULL));
    ck_assert_ok(blz_ob2_short_iri(&with, names, "https://w3id.org/openbadges/extensions#ApplyLink"));
    ck_assert_str_eq(with, "extensions:ApplyLink");
    ck_assert_ok(blz_ob2_short_iri(&without, names, "https://a.example/x"));
    ck_assert_str_eq(without, "https://a.example/x");
    site_close(&s);
}
END_TEST

START_TEST(another_context)
{
    static const page pages[] = {
        {"https://a.example/c",
         "{'@context': [{'one': 'https://a.example/#one', 'gone': null, 'key': '@id', "
         "'map': {'@id': 'https://a.example/#map', '@container': '@index'}}, "
         "{'name': {'@id': 'https://a.example/#name', '@type': '@id'}}]}",
         BLZ_OK, NULL},
        {"https://a.example/broken", "{'@context': ", BLZ_OK, NULL},
        {"https://a.example/self", "{'@context': 'https://a.example/self'}", BLZ_OK, NULL},
        {0}};
    site s;
    BLZ_AUTO(blz_ob2_names) names = NULL;
    blz_ob2_names *none = NULL;
    site_open(&s, pages);
    ck_assert_ok(blz_ob2_names_new(&names, s.ctx, "https://a.example/c"));
    ck_assert_str_eq(blz_ob2_name_at(names, "https://a.example/#one", 0).name, "one");
    ck_assert(blz_ob2_name_at(names, "https://a.example/#name", 0).link);
    ck_assert_uint_eq(blz_ob2_names_count(names, "http://schema.org/name"), 0);
    ck_assert_uint_eq(blz_ob2_names_count(names, "https://a.example/#map"), 0);
    ck_assert_int_eq(blz_ob2_names_new(&none, s.ctx, "https://a.example/none"), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(blz_ob2_names_new(&none, s.ctx, "https://a.example/broken"), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_ob2_names_new(&none, s.ctx, "https://a.example/self"), BLZ_ERR_LIMIT);
    site_close(&s);
}
END_TEST

START_TEST(memory)
{
    site s;
    site_open(&s, NULL);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_ob2_names *names = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ob2_names_new(&names, s.ctx, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        blz_ob2_names_free(names);
        f.at += f.at / 8; /* there are thousands of them */
    }
    site_close(&s);
}
END_TEST

UNIT_MAIN("ob2/names", names_of_the_specification, short_forms, another_context, memory)
