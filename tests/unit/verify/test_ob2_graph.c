#include "ob2_school.h"

START_TEST(documents)
{
    EXPECT(school, ASSERTION, BLZ_VALID, "ob2.graph", BLZ_STEP_PASS, "at hand");
    static const page alone[] = {{S "1", ASSERTION, BLZ_OK, NULL}, {0}};
    EXPECT(alone, ASSERTION, BLZ_UNDECIDED, "ob2.graph", BLZ_STEP_UNKNOWN, "\"" S "badge\" cannot be read");
}
END_TEST

/* The same with this at the address of the class. */
static void with_class(const char *text, blz_status status, const char *from, blz_verdict verdict,
                       blz_outcome outcome, const char *words)
{
    const page pages[] = {{S "1", ASSERTION, BLZ_OK, NULL},
                          {S "badge", text, status, from},
                          {S "issuer", ISSUER, BLZ_OK, NULL},
                          {0}};
    EXPECT(pages, ASSERTION, verdict, "ob2.graph", outcome, words);
}

START_TEST(what_a_link_finds)
{
    with_class(NULL, BLZ_ERR_GONE, NULL, BLZ_INVALID, BLZ_STEP_FAIL, "\"" S "badge\" was taken back");
    with_class(NULL, BLZ_ERR_NETWORK, NULL, BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "\"" S "badge\" cannot be read");
    with_class("{", BLZ_OK, NULL, BLZ_INVALID, BLZ_STEP_FAIL, "what is at \"" S "badge\" cannot be used");
    with_class(BADGE, BLZ_OK, S "moved", BLZ_VALID, BLZ_STEP_WARN, "sent on to \"" S "moved\"");
    with_class(BADGE, BLZ_OK, "https://evil.example/b", BLZ_UNDECIDED, BLZ_STEP_UNKNOWN,
               "sent on to another site");
}
END_TEST

/* Who serves a document with another's id does not speak for that one. */
START_TEST(another_id)
{
    static const char other[] = "{" V2 "'id': '" S "other', 'type': 'BadgeClass', 'name': 'Badge'}";
    with_class(other, BLZ_OK, NULL, BLZ_UNDECIDED, BLZ_STEP_WARN, "says that its id is \"" S "other\"");
    with_class(other, BLZ_OK, NULL, BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "\"" S "other\" cannot be read");
}
END_TEST

#define LYING                                                                                                \
    "{" V2 "'id': '" S "1', 'type': 'Assertion', 'recipient': {'type': 'email', 'hashed': false, "           \
    "'identity': 'jane@example.edu'}, 'badge': {'id': '" S                                                   \
    "badge', 'type': 'BadgeClass', 'name': 'Better', "                                                       \
    "'description': 'd', 'image': '" S "i.png', 'criteria': {'narrative': 'n'}, 'issuer': {'id': '" S        \
    "issuer', 'type': 'Profile', 'name': 'Great University', 'url': '" S                                     \
    "', 'email': 'a@b.example'}}" HOSTED "}"

/* An embedded copy only names what it is a copy of. */
START_TEST(parties)
{
    static const page pages[] = {{S "1", LYING, BLZ_OK, NULL},
                                 {S "badge", BADGE, BLZ_OK, NULL},
                                 {S "issuer", ISSUER, BLZ_OK, NULL},
                                 {0}};
    site s;
    blz_report *report = NULL;
    char *text = quoted(LYING);
    site_open(&s, pages);
    blz_ctx_set_now(s.ctx, 1780272000);
    ck_assert_ok(blz_verify(&report, s.ctx, "badge.json", text, strlen(text), NULL));
    ck_assert_str_eq(blz_report_issuer(report)->id, S "issuer");
    ck_assert_str_eq(blz_report_issuer(report)->name, "School");
    ck_assert_str_eq(blz_report_achievement(report)->id, S "badge");
    ck_assert_str_eq(blz_report_achievement(report)->name, "Badge");
    blz_report_free(report);
    blz_free(text);
    site_close(&s);
}
END_TEST

UNIT_MAIN("verify/ob2_graph", documents, what_a_link_finds, another_id, parties)
