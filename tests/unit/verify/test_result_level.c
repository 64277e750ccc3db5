#include "alone.h"
#include "results.h"
#include "sealed.h"
#include "verify/result.h"

static bench b;

static void open_bench(void)
{
    bench_open(&b, BLZ_KEY_P256);
}

START_TEST(levels_that_are_reached)
{
    open_bench();
    PASSES(&b, NULL, SUBJECT(AT_LEVEL("urn:l:good"), DESCRIPTION(REQUIRED_BASIC PLAIN)), "results",
           "1 of 1 criterion at or above");
    PASSES(&b, NULL, SUBJECT(AT_LEVEL("urn:l:basic"), DESCRIPTION(REQUIRED_BASIC PLAIN)), "results",
           "1 of 1");
    PASSES(&b, NULL, SUBJECT(AT_LEVEL("urn:l:no"), DESCRIPTION("," PLAIN)), "results", "every result");
    bench_close(&b);
}
END_TEST

START_TEST(levels_that_are_not)
{
    open_bench();
    FAILS_SPEC(&b, NULL, SUBJECT(AT_LEVEL("urn:l:no"), DESCRIPTION(REQUIRED_BASIC PLAIN)), "results",
               "at the level \"Not yet\", but \"Basic\" is required");
    FAILS_SPEC(&b, NULL, SUBJECT(AT_LEVEL("urn:l:superb"), DESCRIPTION(REQUIRED_BASIC PLAIN)), "results",
               "\"urn:l:superb\", which the achievement does not have");
    FAILS_SPEC(&b, NULL,
               SUBJECT(AT_LEVEL("urn:l:good"), DESCRIPTION(", \"requiredLevel\": \"urn:l:lost\"," PLAIN)),
               "results", "contradicts itself");
    FAILS_SPEC(&b, NULL, SUBJECT(RESULT(""), DESCRIPTION(REQUIRED_BASIC PLAIN)), "results",
               "which level was achieved");
    bench_close(&b);
}
END_TEST

/* The order is that of `level`, then of `points`, then of the list: here the numbers turn the list around. */
START_TEST(the_order_of_levels)
{
    open_bench();
#define BY(name) LEVELS(", \"" name "\": \"3\"", ", \"" name "\": \"2\"", ", \"" name "\": \"1\"")
    PASSES(&b, NULL, SUBJECT(AT_LEVEL("urn:l:no"), DESCRIPTION(REQUIRED_BASIC BY("level"))), "results",
           "1 of 1");
    FAILS(&b, NULL, SUBJECT(AT_LEVEL("urn:l:good"), DESCRIPTION(REQUIRED_BASIC BY("level"))), "results",
          "Proficient");
    PASSES(&b, NULL, SUBJECT(AT_LEVEL("urn:l:no"), DESCRIPTION(REQUIRED_BASIC BY("points"))), "results",
           "1 of 1");
    FAILS(&b, NULL, SUBJECT(AT_LEVEL("urn:l:good"), DESCRIPTION(REQUIRED_BASIC BY("points"))), "results",
          "Proficient");
#define WORDS LEVELS(", \"level\": \"low\"", ", \"level\": \"2\"", ", \"level\": \"high\"")
    PASSES(&b, NULL, SUBJECT(AT_LEVEL("urn:l:good"), DESCRIPTION(REQUIRED_BASIC WORDS)), "results", "1 of 1");
    bench_close(&b);
}
END_TEST

/* A proof over RDF does not cover in which order the levels are written. */
static void expect_sealed(const char *suite, const char *descriptions_of, blz_verdict verdict,
                          blz_outcome outcome, const char *words)
{
    json_t *document = sealed_badge(&b, descriptions_of, suite);
    expect_json(&b, document, verdict, "results", outcome, words);
}

START_TEST(an_order_that_nobody_signed)
{
    open_bench();
    static const char over_rdf[] = "{\"cryptosuite\": \"ecdsa-rdfc-2019\"}",
                      over_json[] = "{\"cryptosuite\": \"ecdsa-jcs-2019\"}";
    const char *good = SUBJECT(AT_LEVEL("urn:l:good"), DESCRIPTION(REQUIRED_BASIC PLAIN));
    expect_json_strict(&b, sealed_badge(&b, good, over_rdf), "results", BLZ_STEP_UNKNOWN,
                       "its levels have no numbers");
    expect_sealed(over_json, good, BLZ_VALID, BLZ_STEP_PASS, "1 of 1");
    expect_sealed(over_rdf, SUBJECT(AT_LEVEL("urn:l:basic"), DESCRIPTION(REQUIRED_BASIC PLAIN)), BLZ_VALID,
                  BLZ_STEP_PASS, "1 of 1");
    expect_sealed(over_rdf, SUBJECT(AT_LEVEL("urn:l:no"), DESCRIPTION(REQUIRED_BASIC BY("level"))), BLZ_VALID,
                  BLZ_STEP_PASS, "1 of 1");
    bench_close(&b);
}
END_TEST

#define ONE "{'id': 'u:1', 'name': 'One'}"
#define TWO "{'id': 'u:2'}"

/* One result beside one description: what is said of it, or NULL, and whether a level is required. */
static void expect_level(const char *result, const char *description, bool required, const char *words)
{
    blz_check check;
    alone_open(&check, "{}");
    json_t *own = json_of(result), *of = json_of(description);
    blz_result r = {.result = own, .description = of, .at = "/r", .name = "N"};
    ck_assert_ok(blz_result_check_level(&check, &r));
    ck_assert_int_eq(r.required, required);
    ck_assert_uint_eq(check.report->step_count, words ? 1 : 0);
    if (words) expect_entry(&check, 0, BLZ_STEP_FAIL, "/r", words);
    json_decref(own);
    json_decref(of);
    alone_close(&check);
}

START_TEST(whether_a_level_is_required)
{
    expect_level("{}", "{'rubricCriterionLevel': [" ONE "]}", false, NULL);
    expect_level("{'achievedLevel': 'u:1'}", "{'rubricCriterionLevel': " ONE "}", false, NULL);
    expect_level("{'achievedLevel': 'u:1'}", "{'rubricCriterionLevel': " ONE ", 'requiredLevel': 'u:1'}",
                 true, NULL);
    expect_level("{'achievedLevel': 5}", "{'rubricCriterionLevel': " ONE ", 'requiredLevel': 'u:1'}", true,
                 "which level was achieved");
    expect_level("{'achievedLevel': 'u:1'}", "{}", false, "\"u:1\", which the achievement does not have");
}
END_TEST

START_TEST(a_level_without_a_name_is_called_by_its_id)
{
    expect_level("{'achievedLevel': 'u:1'}",
                 "{'rubricCriterionLevel': [" ONE ", " TWO "], 'requiredLevel': 'u:2'}", true,
                 "at the level \"One\", but \"u:2\" is required");
}
END_TEST

/* Numbers count only if every level has one; then `level` counts before `points`, and equal is enough. */
START_TEST(numbers_of_levels)
{
#define NUMBERED(a, b)                                                                                       \
    "{'rubricCriterionLevel': [{'id': 'u:1'" a "}, {'id': 'u:2'" b "}], 'requiredLevel': 'u:1'}"
    expect_level("{'achievedLevel': 'u:2'}", NUMBERED(", 'level': '10'", ", 'level': '9'"), true, "\"u:2\"");
    expect_level("{'achievedLevel': 'u:2'}", NUMBERED(", 'level': '1'", ", 'level': '1.0'"), true, NULL);
    expect_level("{'achievedLevel': 'u:2'}", NUMBERED(", 'level': '10'", ""), true, NULL);
    expect_level("{'achievedLevel': 'u:2'}", NUMBERED(", 'level': '10', 'points': '2'", ", 'points': '1'"),
                 true, "\"u:2\"");
    expect_level("{'achievedLevel': 'u:2'}",
                 NUMBERED(", 'level': '1', 'points': '2'", ", 'level': '2', 'points': '1'"), true, NULL);
}
END_TEST

UNIT_MAIN("verify/result_level", levels_that_are_reached, levels_that_are_not, the_order_of_levels,
          an_order_that_nobody_signed, whether_a_level_is_required,
          a_level_without_a_name_is_called_by_its_id, numbers_of_levels)
