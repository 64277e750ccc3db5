#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>

#include <blazon/convert.h>

static blz_ctx *ctx;

#define CONTEXT "\"@context\": \"https://w3id.org/openbadges/v2\""
#define ISSUER "{\"id\": \"https://a.example/i\", \"type\": \"Profile\", \"name\": \"District\"}"

static const char badge_class[] =
    "{" CONTEXT ", \"id\": \"urn:uuid:5a1b0c1e-0000-4000-8000-000000000000\", \"type\": \"BadgeClass\", "
    "\"name\": \"Data\", "
    "\"description\": \"Works.\", \"criteria\": {\"narrative\": \"Show.\"}, \"issuer\": " ISSUER "}";

static blz_status convert(char **out, const char *text, char **why)
{
    return blz_convert(out, NULL, ctx, text, strlen(text), NULL, why);
}

static void expect_refused(const char *text, blz_status status, const char *words)
{
    char *out = NULL, *why = NULL;
    ck_assert_int_eq(convert(&out, text, &why), status);
    ck_assert_msg(why && strstr(why, words), "%s, not %s", why, words);
    blz_free(why);
}

START_TEST(a_badge_class)
{
    char *out = NULL, *again = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(convert(&out, badge_class, NULL));
    ck_assert_ok(convert(&again, badge_class, NULL));
    ck_assert_str_eq(out, again);
    ck_assert_ptr_nonnull(strstr(out, "\"type\":[\"Achievement\"]"));
    blz_free(out);
    blz_free(again);
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(what_is_refused)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    expect_refused("", BLZ_ERR_INVALID, "empty");
    expect_refused("{", BLZ_ERR_INVALID, "");
    expect_refused("{\"a\": 1}", BLZ_ERR_INVALID, "no badge of Open Badges 2.0");
    expect_refused("a.b.c", BLZ_ERR_INVALID, "");
    expect_refused("{\"@context\": [\"https://www.w3.org/ns/credentials/v2\"]}", BLZ_ERR_EXISTS,
                   "3.0 already");
    expect_refused("{" CONTEXT ", \"id\": \"https://a.example/i\", \"type\": \"Profile\"}", BLZ_ERR_INVALID,
                   "neither an assertion nor a badge class");
    expect_refused("https://a.example/1", BLZ_ERR_NOT_FOUND, "not at hand");
    expect_refused("{" CONTEXT
                   ", \"type\": \"BadgeClass\", \"name\": \"Data\", \"criteria\": \"https://a.example/c\"}",
                   BLZ_ERR_INVALID, "it says too little");
    blz_ctx_free(ctx);
}
END_TEST

START_TEST(no_memory)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    for (EACH_ALLOCATION_FAILS(f)) {
        char *out = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = convert(&out, badge_class, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert(status == BLZ_OK || (failed(&f) && status == BLZ_ERR_NOMEM));
        blz_free(out);
    }
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("badge/convert", a_badge_class, what_is_refused, no_memory)
