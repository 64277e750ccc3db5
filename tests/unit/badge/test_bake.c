#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>

#include "codec/base64url.h"

#include <blazon/image.h>

static const char image[] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
#define CREDENTIAL(more)                                                                                     \
    "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], \"type\": [\"VerifiableCredential\", "       \
    "\"OpenBadgeCredential\"]" more "}"
static const char badge_3[] = CREDENTIAL(", \"proof\": {}");
static const char unsigned_3[] = CREDENTIAL("");
static const char badge_2[] =
    "{\"@context\": \"https://w3id.org/openbadges/v2\", \"id\": \"https://example.edu/1\"}";
static blz_ctx *ctx;

/* A token around this payload, signed by nobody. */
static char *token_of(const char *payload)
{
    BLZ_SCOPED(blz_buf) token = BLZ_BUF(1000);
    char *text = NULL;
    blz_base64url_encode(&token, "{\"alg\":\"ES256\"}", 15);
    blz_buf_putc(&token, '.');
    blz_base64url_encode(&token, payload, strlen(payload));
    blz_buf_puts(&token, ".c2ln");
    ck_assert_ok(blz_buf_take(&token, &text, NULL));
    return text;
}

static blz_status bake(char **out, const char *credential, blz_bake_options options, char **why)
{
    size_t length = 0;
    return blz_bake(out, &length, ctx, image, strlen(image), credential, strlen(credential), &options, why);
}

static void expect_baked(const char *credential, blz_bake_options options, const char *element)
{
    char *out = NULL, *why = NULL;
    blz_status status = bake(&out, credential, options, &why);
    ck_assert_msg(status == BLZ_OK, "%s", why);
    ck_assert_msg(strstr(out, element) != NULL, "%s", out);
    blz_free(out);
}

static void expect_refused(const char *credential, const char *words)
{
    char *out = NULL, *why = NULL;
    ck_assert_int_eq(bake(&out, credential, (blz_bake_options){0}, &why), BLZ_ERR_INVALID);
    ck_assert_msg(why && strstr(why, words), "%s, not %s", why, words);
    blz_free(why);
}

START_TEST(as_the_badge_asks_for)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    char *token_3 = token_of(unsigned_3), *token_2 = token_of(badge_2),
         *wrapped = token_of("{\"vc\": {\"@context\": "
                             "[\"https://www.w3.org/2018/"
                             "credentials/v1\"], \"type\": \"AchievementCredential\"}}");
    expect_baked(badge_3, (blz_bake_options){0}, "<openbadges:credential><![CDATA[{");
    expect_baked(token_3, (blz_bake_options){0}, "<openbadges:credential verify=\"ey");
    expect_baked(wrapped, (blz_bake_options){0}, "<openbadges:credential verify=\"ey");
    expect_baked(badge_2, (blz_bake_options){0},
                 "<openbadges:assertion verify=\"https://example.edu/1\"><![CDATA[{");
    expect_baked(token_2, (blz_bake_options){0}, "<openbadges:assertion verify=\"ey");
    expect_baked("{\"badge\": 1, \"verify\": {\"url\": \"https://example.edu/2\"}}", (blz_bake_options){0},
                 "<openbadges:assertion verify=\"https://example.edu/2\">");
    expect_baked(badge_3, (blz_bake_options){.baking = BLZ_BAKING_2_0}, "<openbadges:assertion><![CDATA[{");
    blz_free(token_3);
    blz_free(token_2);
    blz_free(wrapped);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(what_is_no_badge)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    char *broken = token_of("{");
    expect_refused("{\"a\": 1}", "neither a credential");
    expect_refused(unsigned_3, "it is not signed");
    expect_refused(
        "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], \"type\": [\"VerifiableCredential\", "
        "\"EndorsementCredential\"], \"proof\": {}}",
        "of another kind");
    expect_refused("{\"@context\": \"https://w3id.org/openbadges/v2\", \"type\": \"BadgeClass\"}",
                   "the badge is the assertion");
    expect_refused("{\"@context\": \"https://w3id.org/openbadges/v2\", \"type\": \"Assertion\", "
                   "\"verification\": {\"type\": \"SignedBadge\"}}",
                   "without its signature");
    expect_refused("https://example.edu/1", "only its web address");
    expect_refused("", "empty");
    expect_refused("{", "no badge");
    expect_refused(broken, "no badge");
    expect_refused("<svg xmlns='http://www.w3.org/2000/svg' xmlns:o='http://openbadges.org'><o:assertion "
                   "verify='a.b.c'/></svg>",
                   "take the badge out of it first");
    blz_free(broken);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(no_memory)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    for (EACH_ALLOCATION_FAILS(f)) {
        char *out = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = bake(&out, badge_3, (blz_bake_options){0}, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert(status == BLZ_OK || (failed(&f) && status == BLZ_ERR_NOMEM));
        blz_free(out);
    }
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("badge/bake", as_the_badge_asks_for, what_is_no_badge, no_memory)
