#include <string.h>

#include "badge/inspect.h"
#include "unit/failing.h"
#include "unit/unit.h"

static blz_ctx *ctx;

static void read_parts(blz_parts *parts, const char *text)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_parts_read(parts, ctx, text, strlen(text)));
}

static void done(blz_parts *parts)
{
    blz_parts_clear(parts);
    blz_ctx_free(ctx);
}

static void expect_part(const blz_part *part, const char *name, const char *text, bool json,
                        const char *problem)
{
    ck_assert_str_eq(part->name, name);
    ck_assert_int_eq(part->json != NULL, json);
    ck_assert_int_eq(part->text != NULL, text != NULL);
    if (text) ck_assert_uint_eq(part->length, strlen(text));
    if (text) ck_assert_mem_eq(part->text, text, part->length);
    ck_assert_int_eq(part->problem != NULL, problem != NULL);
    if (problem) ck_assert_msg(strstr(part->problem, problem) != NULL, "%s", part->problem);
}

/* {"a":1} . {} . abc */
START_TEST(a_token_has_three_parts)
{
    blz_parts parts;
    read_parts(&parts, " eyJhIjoxfQ.e30.YWJj\n");
    ck_assert_uint_eq(parts.count, 3);
    expect_part(&parts.part[0], "header", "{\"a\":1}", true, NULL);
    expect_part(&parts.part[1], "payload", "{}", true, NULL);
    expect_part(&parts.part[2], "signature", "abc", false, NULL);
    done(&parts);
}
END_TEST

START_TEST(a_token_that_lacks_a_part)
{
    blz_parts parts;
    read_parts(&parts, "e30.");
    ck_assert_uint_eq(parts.count, 2);
    expect_part(&parts.part[0], "header", "{}", true, NULL);
    expect_part(&parts.part[1], "payload", "", false, "not JSON");
    done(&parts);
}
END_TEST

/* What is behind the fifth dot is shown as one. */
START_TEST(parts_that_are_too_many)
{
    blz_parts parts;
    read_parts(&parts, "e30.e30.YQ.Yg.Yw.ZA.ZQ.Zg");
    ck_assert_uint_eq(parts.count, BLZ_PARTS_MAX);
    expect_part(&parts.part[2], "signature", "a", false, NULL);
    expect_part(&parts.part[3], "part 4", "b", false, "one too many");
    expect_part(&parts.part[4], "part 5", "c", false, "one too many");
    expect_part(&parts.part[5], "rest", NULL, false, "one too many; not strict base64url; cannot be decoded");
    done(&parts);
}
END_TEST

START_TEST(parts_that_are_not_as_they_have_to_be)
{
    blz_parts parts;
    read_parts(&parts, "e30=.eyJhIjoxLCJhIjoyfQ.!");
    ck_assert_uint_eq(parts.count, 3);
    expect_part(&parts.part[0], "header", "{}", true, "not strict base64url");
    expect_part(&parts.part[1], "payload", "{\"a\":1,\"a\":2}", false, "not JSON as it has to be: ");
    expect_part(&parts.part[2], "signature", NULL, false, "not strict base64url; cannot be decoded");
    ck_assert_str_eq(parts.part[0].problem, "not strict base64url");
    done(&parts);
}
END_TEST

START_TEST(documents)
{
    blz_parts parts;
    read_parts(&parts, "{\"a\": 1}");
    ck_assert_uint_eq(parts.count, 1);
    expect_part(&parts.part[0], "document", NULL, true, NULL);
    done(&parts);
    read_parts(&parts, "[1]");
    ck_assert_uint_eq(parts.count, 1);
    expect_part(&parts.part[0], "document", NULL, true, "not an object");
    done(&parts);
    read_parts(&parts, "{");
    ck_assert_uint_eq(parts.count, 0);
    done(&parts);
    read_parts(&parts, "GIF89a");
    ck_assert_uint_eq(parts.count, 0);
    done(&parts);
}
END_TEST

static void starve(const char *text)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    json_set_alloc_funcs(blz_malloc, blz_free);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_parts parts;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_parts_read(&parts, ctx, text, strlen(text));
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        blz_parts_clear(&parts);
    }
    json_set_alloc_funcs(malloc, free);
    blz_ctx_free(ctx);
}

START_TEST(memory_that_runs_out)
{
    starve("eyJhIjoxfQ.e3.YWJj==.YQ.!");
    starve("[1, {\"a\": \"b\"}]");
}
END_TEST

UNIT_MAIN("badge/inspect_read", a_token_has_three_parts, a_token_that_lacks_a_part, parts_that_are_too_many,
          parts_that_are_not_as_they_have_to_be, documents, memory_that_runs_out)
