#include "badge.h"
#include "results.h"

#define BY(name) LEVELS(", \"" name "\": \"3\"", ", \"" name "\": \"2\"", ", \"" name "\": \"1\"")

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
    FAILS_SPEC(&b, NULL,
               SUBJECT("{\"type\": \"Result\", \"resultDescription\": \"urn:r:9\"}", DESCRIPTION("," PLAIN)),
               "results", "\"urn:r:9\", which is no result description");
    FAILS_SPEC(&b, NULL, SUBJECT(AT_LEVEL("urn:l:no"), DESCRIPTION("," PLAIN) "," DESCRIPTION("," PLAIN)),
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
    WARNS(&b, NULL, SUBJECT(RESULT(", \"status\": \"Withdrew\""), STATUS), "results", "\"Withdrew\"");
    FAILS_SPEC(&b, NULL, SUBJECT(RESULT(""), STATUS), "results", "has no status");
    bench_close(&b);
}
END_TEST

/* RDF has what is written twice once. */
START_TEST(results_that_are_written_twice)
{
    open_bench();
#define LAST AT_LEVEL("urn:l:no")
    PASSES(&b, NULL, SUBJECT(LAST "," LAST "," LAST, DESCRIPTION(REQUIRED_BASIC BY("level"))), "results",
           "1 of 1");
    bench_close(&b);
}
END_TEST

/* A subject with so many results of one description with so many values. */
static json_t *crowd(size_t results, size_t values)
{
    json_t *patch = json_loads(SUBJECT("", DESCRIPTION("")), 0, NULL), *allowed = json_array();
    json_t *subject = json_object_get(patch, "credentialSubject");
    json_t *descriptions = json_object_get(json_object_get(subject, "achievement"), "resultDescription");
    for (size_t i = 0; i < results; i++)
        json_array_append_new(json_object_get(subject, "result"), json_loads(VALUE("1"), 0, NULL));
    for (size_t i = 0; i < values; i++)
        json_array_append_new(allowed, json_string("1"));
    json_object_set_new(json_array_get(descriptions, 0), "allowedValue", allowed);
    return patch;
}

START_TEST(more_than_can_be_compared)
{
    open_bench();
    json_t *few = crowd(100, 10000), *many = crowd(101, 10000);
    char *few_text = json_dumps(few, 0), *many_text = json_dumps(many, 0);
    PASSES(&b, NULL, few_text, "results", "every result");
    FAILS(&b, NULL, many_text, "results", "more results");
    free(few_text);
    free(many_text);
    json_decref(few);
    json_decref(many);
    bench_close(&b);
}
END_TEST

/* As many descriptions as results; what is said of them is cut short, and none of it counts as reached. */
START_TEST(each_result_has_a_description_of_its_own)
{
    enum { COUNT = 5000 };
    open_bench();
    json_t *patch = json_loads(SUBJECT("", ""), 0, NULL),
           *subject = json_object_get(patch, "credentialSubject");
    json_t *results = json_object_get(subject, "result");
    json_t *descriptions = json_object_get(json_object_get(subject, "achievement"), "resultDescription");
    for (int i = 0; i < COUNT; i++) {
        char id[32];
        snprintf(id, sizeof id, "urn:r:%d", i);
        json_array_append_new(results, json_pack("{s:s, s:s, s:s}", "type", "Result", "resultDescription", id,
                                                 "value", i % 2 ? "1" : "3"));
        json_array_append_new(descriptions,
                              json_pack("{s:s, s:s, s:s, s:s, s:s}", "id", id, "type", "ResultDescription",
                                        "name", "N", "resultType", "RawScore", "requiredValue", "2"));
    }
    char *text = json_dumps(patch, 0), *token = badge(&b, NULL, text);
    blz_report *report = verify_text(&b, token, NULL);
    expect_step(report, "results", BLZ_STEP_FAIL, "2400 more, none of them worse");
    ck_assert_str_eq(report->results, "2500 of 5000 criteria at or above the level required");
    blz_report_free(report);
    free(token);
    free(text);
    json_decref(patch);
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_results", no_results, what_a_result_refers_to, what_is_required_and_not_shown,
          statuses, results_that_are_written_twice, each_result_has_a_description_of_its_own,
          more_than_can_be_compared)
