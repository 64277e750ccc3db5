#include "unit/issue/sample.h"

#include "issue/endorsement.h"

#define BADGE                                                                                                \
    "{\"id\": \"urn:b\", \"type\": [\"VerifiableCredential\", \"OpenBadgeCredential\"], \"name\": "          \
    "\"Badge\","                                                                                             \
    "\"issuer\": {\"id\": \"did:example:i\", \"name\": \"Issuer\"}, \"credentialSubject\": [{"               \
    "\"achievement\": {\"id\": \"urn:a\", \"name\": \"Achievement\"}}]}"
/* {"alg":"none"} and {"vc":BADGE-like} with no signature that would hold: what is endorsed is not verified.
 */
#define HEADER "eyJhbGciOiJub25lIn0"

static void expect(const char *text, blz_endorsed about, const char *id, const char *name)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_SCOPED(blz_endorsed_part) part = {0};
    blz_status status = blz_endorsed_find(&part, ctx, text, strlen(text), "in.json", about, diags);
    ck_assert_msg(status == BLZ_OK, "%s", finding(diags, 0));
    ck_assert_str_eq(part.id, id);
    ck_assert_pstr_eq(part.name, name);
}

static void refuse(const char *text, blz_endorsed about, blz_status expected, const char *words)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_SCOPED(blz_endorsed_part) part = {0};
    ck_assert_int_eq(blz_endorsed_find(&part, ctx, text, strlen(text), "in.json", about, diags), expected);
    ck_assert_msg(strstr(finding(diags, 0), words), "%s", finding(diags, 0));
}

START_TEST(parts_of_a_badge)
{
    expect(BADGE, BLZ_ENDORSED_ACHIEVEMENT, "urn:a", "Achievement");
    expect(BADGE, BLZ_ENDORSED_BADGE, "urn:b", "Badge");
    expect(BADGE, BLZ_ENDORSED_ISSUER, "did:example:i", "Issuer");
    expect("{\"type\": \"AchievementCredential\", \"issuer\": \"did:example:i\"}", BLZ_ENDORSED_ISSUER,
           "did:example:i", NULL);
}
END_TEST

START_TEST(things_by_themselves)
{
    expect("{\"type\": [\"Achievement\"], \"id\": \"urn:a\"}", BLZ_ENDORSED_ACHIEVEMENT, "urn:a", NULL);
    expect("{\"type\": \"Profile\", \"id\": \"urn:p\"}", BLZ_ENDORSED_ACHIEVEMENT, "urn:p", NULL);
    refuse("{\"type\": [\"Achievement\"], \"id\": \"urn:a\"}", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID,
           "and no badge");
    refuse("{\"type\": [\"Achievement\"], \"id\": \"urn:a\"}", BLZ_ENDORSED_ISSUER, BLZ_ERR_INVALID,
           "not who issues it");
    refuse("{\"type\": \"Profile\", \"id\": \"urn:p\"}", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID, "and no badge");
    expect("{\"type\": \"Profile\", \"id\": \"urn:p\", \"name\": \"P\"}", BLZ_ENDORSED_ISSUER, "urn:p", "P");
}
END_TEST

START_TEST(images)
{
#define SVG(inside)                                                                                          \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" "                                                             \
    "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\">" inside "</svg>"
    expect(SVG("<openbadges:credential><![CDATA[" BADGE "]]></openbadges:credential>"), BLZ_ENDORSED_BADGE,
           "urn:b", "Badge");
    refuse(SVG(""), BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID, "no badge");
}
END_TEST

START_TEST(what_comes_before)
{
    refuse("{\"type\": \"Assertion\"}", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID, "of Open Badges 2.0 or before");
    refuse("{\"type\": \"BadgeClass\"}", BLZ_ENDORSED_ACHIEVEMENT, BLZ_ERR_INVALID, "of Open Badges 2.0");
    refuse("blazon: issuer/1\n", BLZ_ENDORSED_ISSUER, BLZ_ERR_INVALID, "this is a definition");
}
END_TEST

START_TEST(tokens)
{
    /* {"type":["AchievementCredential"],"id":"urn:t"} and the same in the claim vc */
    expect(" " HEADER ".eyJ0eXBlIjpbIkFjaGlldmVtZW50Q3JlZGVudGlhbCJdLCJpZCI6InVybjp0In0.AA\n",
           BLZ_ENDORSED_BADGE, "urn:t", NULL);
    expect(HEADER ".eyJ2YyI6eyJ0eXBlIjpbIkFjaGlldmVtZW50Q3JlZGVudGlhbCJdLCJpZCI6InVybjp0In19.AA",
           BLZ_ENDORSED_BADGE, "urn:t", NULL);
    refuse("a.b.c", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID, "BLZ729");
    refuse(HEADER ".e30x.AA", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID, "BLZ729");
}
END_TEST

START_TEST(what_cannot_be_endorsed)
{
    refuse("{}", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID, "neither a badge, nor an Achievement, nor a Profile");
    refuse("[]", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID, "not an object as a badge is");
    refuse("{\"type\": \"Achievement\"}", BLZ_ENDORSED_ACHIEVEMENT, BLZ_ERR_INVALID, "it has no id");
    refuse("{\"type\": \"Profile\", \"id\": \"\"}", BLZ_ENDORSED_ISSUER, BLZ_ERR_INVALID, "it has no id");
    refuse("{\"type\": \"AchievementCredential\"}", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID,
           "the badge has no id");
    refuse("{\"type\": \"AchievementCredential\"}", BLZ_ENDORSED_ISSUER, BLZ_ERR_INVALID,
           "the issuer of the badge has no id");
    refuse("{\"type\": \"AchievementCredential\"}", BLZ_ENDORSED_ACHIEVEMENT, BLZ_ERR_INVALID,
           "the achievement of the badge has no id");
    refuse("https://a.example/1", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID, "only the web address");
    refuse("{", BLZ_ENDORSED_BADGE, BLZ_ERR_SYNTAX, "BLZ007");
    refuse("", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID, "this is empty");
    refuse("hello", BLZ_ENDORSED_BADGE, BLZ_ERR_INVALID, "neither JSON nor a signed token");
}
END_TEST

static blz_status find_starving(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_SCOPED(blz_endorsed_part) part = {0};
    BLZ_TRY(blz_diags_new(&diags));
    return blz_endorsed_find(&part, user, BADGE, strlen(BADGE), "in.json", BLZ_ENDORSED_ACHIEVEMENT, diags);
}

START_TEST(memory_that_runs_out)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    sweep_run(find_starving, ctx);
}
END_TEST

UNIT_MAIN("issue/endorsed", parts_of_a_badge, things_by_themselves, images, what_comes_before, tokens,
          what_cannot_be_endorsed, memory_that_runs_out)
