#include "badge.h"
#include "results.h"

static bench b;

static void open_bench(void)
{
    bench_open(&b, BLZ_KEY_P256);
}

START_TEST(no_results)
{
    open_bench();
    expect_badge(&b, NULL, NULL, BLZ_VALID, "results", BLZ_STEP_SKIPPED, "no results");
    bench_close(&b);
}
END_TEST

START_TEST(what_a_result_refers_to)
{
    open_bench();
    FAILS(&b, NULL,
          SUBJECT("{\"type\": \"Result\", \"resultDescription\": \"urn:r:9\"}", DESCRIPTION("," PLAIN)),
          "results", "\"urn:r:9\", which is no result description");
    FAILS(&b, NULL, SUBJECT(AT_LEVEL("urn:l:no"), DESCRIPTION("," PLAIN) "," DESCRIPTION("," PLAIN)),
          "results", "2 result descriptions of that id");
    WARNS(&b, NULL, SUBJECT("{\"type\": \"Result\", \"value\": \"3\"}", DESCRIPTION("," PLAIN)), "results",
          "cannot be compared");
    bench_close(&b);
}
END_TEST

START_TEST(what_is_required_and_not_shown)
{
    open_bench();
    WARNS(&b, NULL,
          SUBJECT(
              AT_LEVEL("urn:l:basic"),
              DESCRIPTION(REQUIRED_BASIC PLAIN) ", {\"id\": \"urn:r:2\", \"type\": "
                                                "\"ResultDescription\", \"name\": \"Score\", \"resultType\": "
                                                "\"RubricScore\", \"requiredValue\": \"5\"}"),
          "results", "a result for \"Score\"");
    bench_close(&b);
}
END_TEST

START_TEST(statuses)
{
    open_bench();
#define STATUS                                                                                               \
    "{\"id\": \"urn:r:1\", \"type\": \"ResultDescription\", \"name\": \"State\", \"resultType\": "           \
    "\"Status\"}"
    PASSES(&b, NULL, SUBJECT(RESULT(", \"status\": \"Completed\""), STATUS), "results", "every result");
    WARNS(&b, NULL, SUBJECT(RESULT(", \"status\": \"Failed\""), STATUS), "results", "\"Failed\"");
    FAILS(&b, NULL, SUBJECT(RESULT(""), STATUS), "results", "has no status");
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_results", no_results, what_a_result_refers_to, what_is_required_and_not_shown,
          statuses)
