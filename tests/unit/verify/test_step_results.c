#include "sealed.h"

#define LEVEL(id, name, more)                                                                                \
    "{\"type\": \"RubricCriterionLevel\", \"id\": \"" id "\", \"name\": \"" name "\"" more "}"
#define LEVELS(a, b, c)                                                                                      \
    "\"rubricCriterionLevel\": [" LEVEL("urn:l:no", "Not yet", a) "," LEVEL(                                 \
        "urn:l:basic", "Basic", b) "," LEVEL("urn:l:good", "Proficient", c) "]"
#define PLAIN LEVELS("", "", "")
#define DESCRIPTION(more)                                                                                    \
    "{\"id\": \"urn:r:1\", \"type\": \"ResultDescription\", \"name\": \"Driving question\","                 \
    " \"resultType\": \"RubricCriterionLevel\"" more "}"
#define SUBJECT(results, descriptions)                                                                       \
    "{\"credentialSubject\": {\"result\": [" results                                                         \
    "], \"achievement\": {\"resultDescription\": [" descriptions "]}}}"
#define RESULT(more) "{\"type\": \"Result\", \"resultDescription\": \"urn:r:1\"" more "}"
#define AT_LEVEL(id) RESULT(", \"achievedLevel\": \"" id "\"")
#define VALUE(text) RESULT(", \"value\": \"" text "\"")
#define REQUIRED_BASIC ", \"requiredLevel\": \"urn:l:basic\","

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
    FAILS(&b, NULL, SUBJECT(AT_LEVEL("urn:l:no"), DESCRIPTION(REQUIRED_BASIC PLAIN)), "results",
          "at the level \"Not yet\", but \"Basic\" is required");
    FAILS(&b, NULL, SUBJECT(AT_LEVEL("urn:l:superb"), DESCRIPTION(REQUIRED_BASIC PLAIN)), "results",
          "\"urn:l:superb\", which the achievement does not have");
    FAILS(&b, NULL,
          SUBJECT(AT_LEVEL("urn:l:good"), DESCRIPTION(", \"requiredLevel\": \"urn:l:lost\"," PLAIN)),
          "results", "contradicts itself");
    FAILS(&b, NULL, SUBJECT(RESULT(""), DESCRIPTION(REQUIRED_BASIC PLAIN)), "results",
          "which level was achieved");
    expect_1edtech(&b, NULL, SUBJECT(AT_LEVEL("urn:l:no"), DESCRIPTION(REQUIRED_BASIC PLAIN)), BLZ_VALID,
                   "results", BLZ_STEP_WARN, "policy spec fails this");
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
    expect_sealed(over_rdf, good, BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "its levels have no numbers");
    expect_sealed(over_json, good, BLZ_VALID, BLZ_STEP_PASS, "1 of 1");
    expect_sealed(over_rdf, SUBJECT(AT_LEVEL("urn:l:basic"), DESCRIPTION(REQUIRED_BASIC PLAIN)), BLZ_VALID,
                  BLZ_STEP_PASS, "1 of 1");
    expect_sealed(over_rdf, SUBJECT(AT_LEVEL("urn:l:no"), DESCRIPTION(REQUIRED_BASIC BY("level"))), BLZ_VALID,
                  BLZ_STEP_PASS, "1 of 1");
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

#define SCORE ", \"valueMin\": \"0\", \"valueMax\": \"10\", \"requiredValue\": \"6.5\""

START_TEST(numbers)
{
    open_bench();
    PASSES(&b, NULL, SUBJECT(VALUE("6.5"), DESCRIPTION(SCORE)), "results", "1 of 1");
    PASSES(&b, NULL, SUBJECT(VALUE("10"), DESCRIPTION(SCORE)), "results", "1 of 1");
    FAILS(&b, NULL, SUBJECT(VALUE("10.01"), DESCRIPTION(SCORE)), "results",
          "is 10.01, above 10, its valueMax");
    FAILS(&b, NULL, SUBJECT(VALUE("-1"), DESCRIPTION(SCORE)), "results", "below 0, its valueMin");
    FAILS(&b, NULL, SUBJECT(VALUE("6.4"), DESCRIPTION(SCORE)), "results", "below 6.5, its requiredValue");
    FAILS(&b, NULL, SUBJECT(VALUE("six"), DESCRIPTION(SCORE)), "results", "it has to be a number");
    FAILS(&b, NULL, SUBJECT(VALUE("1e3"), DESCRIPTION(SCORE)), "results", "it has to be a number");
    FAILS(&b, NULL, SUBJECT(VALUE("5."), DESCRIPTION(SCORE)), "results", "it has to be a number");
    FAILS(&b, NULL, SUBJECT(VALUE("5.5x"), DESCRIPTION(SCORE)), "results", "it has to be a number");
    FAILS(&b, NULL, SUBJECT(RESULT(""), DESCRIPTION(SCORE)), "results", "has no value");
    FAILS(&b, NULL, SUBJECT(VALUE("5"), DESCRIPTION(", \"valueMin\": 1")), "results",
          "valueMin of \"Driving");
    FAILS(&b, NULL, SUBJECT(VALUE("5"), DESCRIPTION(", \"valueMax\": \"ten\"")), "results",
          "valueMax of \"Driving");
    bench_close(&b);
}
END_TEST

#define GRADES ", \"allowedValue\": [\"C\", \"B\", \"A\"]"

START_TEST(lists_of_values)
{
    open_bench();
    PASSES(&b, NULL, SUBJECT(VALUE("A"), DESCRIPTION(GRADES ", \"requiredValue\": \"B\"")), "results",
           "1 of 1");
    PASSES(&b, NULL, SUBJECT(VALUE("C"), DESCRIPTION(GRADES)), "results", "every result");
    FAILS(&b, NULL, SUBJECT(VALUE("C"), DESCRIPTION(GRADES ", \"requiredValue\": \"B\"")), "results",
          "is \"C\", but \"B\" is required");
    FAILS(&b, NULL, SUBJECT(VALUE("D"), DESCRIPTION(GRADES)), "results", "not one of the values allowed");
    FAILS(&b, NULL, SUBJECT(VALUE("A"), DESCRIPTION(GRADES ", \"requiredValue\": \"A+\"")), "results",
          "contradicts itself");
    bench_close(&b);
}
END_TEST

/* Contexts before Open Badges 3.0.2 make no list of the values. */
START_TEST(values_whose_order_nobody_signed)
{
#define OLD                                                                                                  \
    "{\"@context\": [\"https://www.w3.org/2018/credentials/v1\", "                                           \
    "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json\"], \"validFrom\": null, "                 \
    "\"issuanceDate\": \"2026-05-01T00:00:00Z\", \"credentialSubject\": {\"result\": ["                      \
    "{\"type\": \"Result\", \"resultDescription\": \"urn:r:1\", \"value\": \"%s\"}], "                       \
    "\"achievement\": {\"resultDescription\": [" DESCRIPTION(GRADES ", \"requiredValue\": \"B\"") "]}}}"
    static const char over_rdf[] = "{\"cryptosuite\": \"ecdsa-rdfc-2019\"}",
                      over_json[] = "{\"cryptosuite\": \"ecdsa-jcs-2019\"}";
    char good[1024], equal[1024], low[1024];
    snprintf(good, sizeof good, OLD, "A");
    snprintf(equal, sizeof equal, OLD, "B");
    snprintf(low, sizeof low, OLD, "C");
    open_bench();
    expect_sealed(over_rdf, good, BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "does not cover the order");
    expect_sealed(over_rdf, low, BLZ_INVALID, BLZ_STEP_FAIL, "\"B\" is required");
    expect_sealed(over_rdf, equal, BLZ_VALID, BLZ_STEP_PASS, "1 of 1");
    expect_sealed(over_json, good, BLZ_VALID, BLZ_STEP_PASS, "1 of 1");
    expect_sealed(over_json, low, BLZ_INVALID, BLZ_STEP_FAIL, "\"B\" is required");
    expect_sealed(over_rdf, SUBJECT(VALUE("A"), DESCRIPTION(GRADES ", \"requiredValue\": \"B\"")), BLZ_VALID,
                  BLZ_STEP_PASS, "1 of 1");
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
    json_t *few = crowd(99, 10000), *many = crowd(100, 10000);
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

START_TEST(words)
{
    open_bench();
    PASSES(&b, NULL, SUBJECT(VALUE("Good"), DESCRIPTION(", \"requiredValue\": \"Good\"")), "results",
           "1 of 1");
    PASSES(&b, NULL, SUBJECT(VALUE("Good"), DESCRIPTION("")), "results", "every result");
    WARNS(&b, NULL, SUBJECT(VALUE("Fine"), DESCRIPTION(", \"requiredValue\": \"Good\"")), "results",
          "which of them is more");
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

UNIT_MAIN("verify/step_results", no_results, levels_that_are_reached, levels_that_are_not,
          the_order_of_levels, an_order_that_nobody_signed, results_that_are_written_twice,
          what_a_result_refers_to, what_is_required_and_not_shown, numbers, lists_of_values,
          values_whose_order_nobody_signed, more_than_can_be_compared, words, statuses)
