#include "school.h"

typedef struct visits {
    char text[1000];
} visits;

static blz_status note(void *user, const blz_ob2_place *place)
{
    visits *v = user;
    size_t used = strlen(v->text);
    snprintf(v->text + used, sizeof v->text - used, "%s:%s%s ", place->pointer, blz_ob2_class_text(place->of),
             place->node ? "" : "?");
    return BLZ_OK;
}

static void expect(const page *pages, const char *badge, const char *text)
{
    site s;
    visits v = {""};
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    const blz_ob2_document *document = open_badge(&s, pages, badge, &graph);
    ck_assert_ok(blz_ob2_walk(graph, blz_ob2_class_of(document->node), document->node, note, &v));
    ck_assert_str_eq(v.text, text);
    site_close(&s);
}

START_TEST(everything_once)
{
    expect(school, ASSERTION,
           ":Assertion /recipient:IdentityObject /badge:BadgeClass /badge/issuer:Profile "
           "/badge/criteria:Criteria "
           "/verification:VerificationObject ");
    expect(NULL, ASSERTION,
           ":Assertion /recipient:IdentityObject /badge:BadgeClass? /verification:VerificationObject ");
}
END_TEST

START_TEST(circles)
{
    static const page pages[] = {
        {S "e", "{" V2 "'id': '" S "e', 'type': 'Endorsement', 'issuer': '" S "i'}", BLZ_OK, NULL},
        {S "i", "{" V2 "'id': '" S "i', 'type': 'Issuer', 'endorsement': ['" S "e', '" S "e']}", BLZ_OK,
         NULL},
        {0}};
    expect(pages, "{" V2 "'type': 'BadgeClass', 'issuer': '" S "i'}",
           ":BadgeClass /issuer:Profile /issuer/endorsement/0:Endorsement ");
    json_t *list = json_of("[1, 2]"), *one = json_integer(1);
    ck_assert_uint_eq(blz_ob2_many(list), 2);
    ck_assert_uint_eq(blz_ob2_many(one), 1);
    ck_assert_uint_eq(blz_ob2_many(NULL), 0);
    ck_assert_ptr_eq(blz_ob2_many_at(one, 0), one);
    json_decref(list);
    json_decref(one);
}
END_TEST

UNIT_MAIN("ob2/walk", everything_once, circles)
