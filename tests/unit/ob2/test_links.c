#include "ob2/links.h"
#include "school.h"

START_TEST(links_that_lead_somewhere)
{
    walk_badge(school, ASSERTION, blz_ob2_check_link, NULL);
}
END_TEST

#define CHECK_LINK(words, ...)                                                                               \
    do {                                                                                                     \
        static const page pages_[] = {__VA_ARGS__, {S "issuer", ISSUER, BLZ_OK, NULL}, {0}};                 \
        walk_badge(pages_, ASSERTION, blz_ob2_check_link, words);                                            \
    } while (0)

START_TEST(links_that_do_not)
{
    CHECK_LINK("open /badge \"" S "badge\" cannot be read", {S "x", NULL, BLZ_OK, NULL});
    CHECK_LINK("wrong /badge \"" S "badge\" was taken back", {S "badge", NULL, BLZ_ERR_GONE, NULL});
    CHECK_LINK("wrong /badge what is at \"" S "badge\" cannot be used", {S "badge", "[]", BLZ_OK, NULL});
    CHECK_LINK("open-spec /badge \"" S "badge\" was sent on to another site",
               {S "badge", BADGE, BLZ_OK, "https://evil.example/badge"});
    CHECK_LINK("note /badge \"" S "badge\" was sent on", {S "badge", BADGE, BLZ_OK, S "b2"});
    CHECK_LINK("open-spec /badge \"" S "other\" cannot be read",
               {S "badge", "{" V2 "'id': '" S "other', 'type': 'BadgeClass'}", BLZ_OK, NULL});
    CHECK_LINK("wrong-spec /badge and \"" S "issuer2\" is not a document of that id",
               {S "badge", "{" V2 "'id': '" S "issuer2', 'type': 'BadgeClass'}", BLZ_OK, NULL},
               {S "issuer2", ISSUER, BLZ_OK, NULL});
    walk_badge(
        school, "{" V2 "'type': 'Assertion', 'badge': 'urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9'}",
        blz_ob2_check_link, "wrong /badge \"urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9\" is neither");
}
END_TEST

/* Somebody endorses it, who is endorsed, ...: the end of a long chain was not looked at. */
START_TEST(links_that_lead_too_far)
{
    enum { COUNT = 12 };
    static char names[COUNT][60], texts[COUNT][500];
    static page pages[COUNT * 2 + 1];
    for (int i = 0; i < COUNT; i++) {
        snprintf(names[i], sizeof names[i], S "%d", i);
        snprintf(texts[i], sizeof texts[i],
                 "{" V2 "'id': '" S "%d', 'type': 'Issuer', 'name': 'n', 'url': '" S "', 'email': 'a@b', "
                 "'endorsement': {'type': 'Endorsement', 'claim': {'id': '" S "%d'}, 'issuer': '" S "%d'}}",
                 i, i, i + 1);
        pages[i] = (page){names[i], texts[i], BLZ_OK, NULL};
    }
    pages[COUNT - 1].text = ISSUER;
    walk_badge(pages, "{" V2 "'type': 'BadgeClass', 'issuer': '" S "0'}", blz_ob2_check_link,
               "blazon follows links 16 deep");
}
END_TEST

START_TEST(hosts)
{
    bool same = false;
    ck_assert_ok(blz_ob2_same_host(&same, "http://A.example/x", "https://a.example:443/y"));
    ck_assert(same);
    ck_assert_ok(blz_ob2_same_host(&same, "https://a.example/", "https://a.example:8443/"));
    ck_assert(!same);
    ck_assert_ok(blz_ob2_same_host(&same, "https://a.example/", "https://a.example@evil.example/"));
    ck_assert(!same);
    ck_assert_ok(blz_ob2_same_host(&same, "urn:x", "urn:x"));
    ck_assert(!same);
}
END_TEST

UNIT_MAIN("ob2/links", links_that_lead_somewhere, links_that_do_not, links_that_lead_too_far, hosts)
