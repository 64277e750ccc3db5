#include "alone.h"
#include "results.h"
#include "sealed.h"
#include "verify/result.h"

static bench b;

static void open_bench(void)
{
    bench_open(&b, BLZ_KEY_P256);
}

#define SCORE ", \"valueMin\": \"0\", \"valueMax\": \"10\", \"requiredValue\": \"6.5\""

START_TEST(numbers)
{
    open_bench();
    PASSES(&b, NULL, SUBJECT(VALUE("6.5"), DESCRIPTION(SCORE)), "results", "1 of 1");
    PASSES(&b, NULL, SUBJECT(VALUE("10"), DESCRIPTION(SCORE)), "results", "1 of 1");
    FAILS_SPEC(&b, NULL, SUBJECT(VALUE("10.01"), DESCRIPTION(SCORE)), "results",
               "is 10.01, above 10, its valueMax");
    FAILS_SPEC(&b, NULL, SUBJECT(VALUE("-1"), DESCRIPTION(SCORE)), "results", "below 0, its valueMin");
    FAILS_SPEC(&b, NULL, SUBJECT(VALUE("6.4"), DESCRIPTION(SCORE)), "results",
               "below 6.5, its requiredValue");
    FAILS_SPEC(&b, NULL, SUBJECT(VALUE("six"), DESCRIPTION(SCORE)), "results", "it has to be a number");
    FAILS(&b, NULL, SUBJECT(VALUE("1e3"), DESCRIPTION(SCORE)), "results", "it has to be a number");
    FAILS(&b, NULL, SUBJECT(VALUE("5."), DESCRIPTION(SCORE)), "results", "it has to be a number");
    FAILS(&b, NULL, SUBJECT(VALUE("5.5x"), DESCRIPTION(SCORE)), "results", "it has to be a number");
    FAILS_SPEC(&b, NULL, SUBJECT(RESULT(""), DESCRIPTION(SCORE)), "results", "has no value");
    FAILS(&b, NULL, SUBJECT(VALUE("5"), DESCRIPTION(", \"valueMin\": 1")), "results",
          "valueMin of \"Driving");
    FAILS_SPEC(&b, NULL, SUBJECT(VALUE("5"), DESCRIPTION(", \"valueMax\": \"ten\"")), "results",
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
    FAILS_SPEC(&b, NULL, SUBJECT(VALUE("C"), DESCRIPTION(GRADES ", \"requiredValue\": \"B\"")), "results",
               "is \"C\", but \"B\" is required");
    FAILS_SPEC(&b, NULL, SUBJECT(VALUE("D"), DESCRIPTION(GRADES)), "results",
               "not one of the values allowed");
    FAILS_SPEC(&b, NULL, SUBJECT(VALUE("A"), DESCRIPTION(GRADES ", \"requiredValue\": \"A+\"")), "results",
               "contradicts itself");
    bench_close(&b);
}
END_TEST

START_TEST(values_in_words)
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

/* The first contexts of Open Badges 3.0 make a set of the values allowed: whoever holds the badge can turn
 * their order around, and a proof over RDF still matches. */
static void expect_order(const char *contexts, const char *suite, const char *allowed, blz_outcome outcome,
                         const char *words)
{
    char proof[100];
    snprintf(proof, sizeof proof, "{\"cryptosuite\": \"%s\"}", suite);
    json_t *change = json_of(contexts),
           *document = unsealed(&b, SUBJECT(VALUE("C"), DESCRIPTION(GRADES ", \"requiredValue\": \"B\"")));
    merge(document, change);
    json_decref(change);
    seal(&b, document, proof);
    json_t *subject = json_object_get(document, "credentialSubject"),
           *descriptions = json_object_get(json_object_get(subject, "achievement"), "resultDescription");
    json_object_set_new(json_array_get(descriptions, 0), "allowedValue", json_of(allowed));
    expect_json_strict(&b, document, "results", outcome, words);
}

#define OB "https://purl.imsglobal.org/spec/ob/v3p0/context"
#define V1(name)                                                                                             \
    "{'@context': ['https://www.w3.org/2018/credentials/v1', '" OB name                                      \
    "', 'https://w3id.org/security/data-integrity/v2'], 'validFrom': null, 'issuanceDate': "                 \
    "'2026-05-01T00:00:00Z'}"
#define V2(name) "{'@context': ['https://www.w3.org/ns/credentials/v2', '" OB name "']}"

START_TEST(an_order_that_nobody_signed)
{
    open_bench();
    static const char *const sets[] = {V1(".json"), V1("-3.0.1.json")}, *const lists[] = {V1("-3.0.2.json"),
                                                                                          V2("-3.0.2.json"),
                                                                                          V2("-3.0.3.json")};
    for (size_t i = 0; i < BLZ_COUNT_OF(sets); i++) {
        expect_order(sets[i], "ecdsa-rdfc-2019", "['A', 'B', 'C']", BLZ_STEP_UNKNOWN,
                     "the order in which the values allowed are written");
        expect_order(sets[i], "ecdsa-jcs-2019", "['C', 'B', 'A']", BLZ_STEP_FAIL,
                     "is \"C\", but \"B\" is required");
    }
    for (size_t i = 0; i < BLZ_COUNT_OF(lists); i++)
        expect_order(lists[i], "ecdsa-rdfc-2019", "['C', 'B', 'A']", BLZ_STEP_FAIL,
                     "is \"C\", but \"B\" is required");
    bench_close(&b);
}
END_TEST

START_TEST(texts_that_are_numbers)
{
    static const struct {
        const char *json;
        bool is;
        double value;
    } cases[] = {{"'7'", true, 7},
                 {"'-0.5'", true, -0.5},
                 {"'007'", true, 7},
                 {"'1.0'", true, 1},
                 {"7", false, 0},
                 {"''", false, 0},
                 {"'-'", false, 0},
                 {"'+7'", false, 0},
                 {"'.5'", false, 0},
                 {"'5.'", false, 0},
                 {"'1e3'", false, 0},
                 {"' 7'", false, 0},
                 {"'7 '", false, 0},
                 {"'1.2.3'", false, 0},
                 {"'--7'", false, 0},
                 {"'0x7'", false, 0},
                 {"'nan'", false, 0},

                 {"null", false, 0},
                 {"['7']", false, 0},
                 {"'123456789012345678901234567890'", true, 123456789012345678901234567890.0},
                 {"'1234567890123456789012345678901'", false, 0}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        double number = -1;
        json_t *value = json_of(cases[i].json);
        ck_assert_msg(blz_result_number(&number, value) == cases[i].is, "%s", cases[i].json);
        if (cases[i].is) ck_assert_double_eq(number, cases[i].value);
        json_decref(value);
    }
    ck_assert(!blz_result_number(&(double){0}, NULL));
}
END_TEST

/* One result beside one description; how many entries there are, and whether something is required. */
static size_t compare(blz_check *check, const char *result, const char *description, bool *required)
{
    alone_open(check, "{}");
    json_t *own = json_of(result), *of = json_of(description);
    blz_result r = {.result = own, .description = of, .at = "/r", .name = "N"};
    ck_assert_ok(blz_result_check_value(check, &r));
    *required = r.required;
    json_decref(own);
    json_decref(of);
    return check->report->step_count;
}

static void expect_quiet(const char *result, const char *description, bool required)
{
    blz_check check;
    bool asked = !required;
    ck_assert_uint_eq(compare(&check, result, description, &asked), 0);
    ck_assert_int_eq(asked, required);
    alone_close(&check);
}

START_TEST(whether_a_value_is_required)
{
    expect_quiet("{}", "{}", false);
    expect_quiet("{'value': '7'}", "{'valueMin': '1', 'valueMax': '7'}", false);
    expect_quiet("{'value': '7'}", "{'requiredValue': '7'}", true);
    expect_quiet("{'value': 'B'}", "{'allowedValue': 'B', 'requiredValue': 'B'}", true);
    blz_check check;
    bool required = false;
    ck_assert_uint_eq(compare(&check, "{'value': 7}", "{'requiredValue': '7'}", &required), 1);
    expect_entry(&check, 0, BLZ_STEP_FAIL, "/r", "\"N\" has no value, and a certain value is required");
    ck_assert(required);
    alone_close(&check);
}
END_TEST

/* Each bound is a finding of its own. */
START_TEST(bounds_that_contradict_each_other)
{
    blz_check check;
    bool required;
    ck_assert_uint_eq(compare(&check, "{'value': '5'}",
                              "{'valueMin': '6', 'valueMax': '4', 'requiredValue': '7'}", &required),
                      3);
    expect_entry(&check, 0, BLZ_STEP_FAIL, "/r", "is 5, below 6, its valueMin");
    expect_entry(&check, 1, BLZ_STEP_FAIL, "/r", "is 5, above 4, its valueMax");
    expect_entry(&check, 2, BLZ_STEP_FAIL, "/r", "is 5, below 7, its requiredValue");
    alone_close(&check);
}
END_TEST

/* Either bound says that the value is a number. */
START_TEST(words_where_a_number_has_to_be)
{
    static const char *const bounds[] = {"{'valueMin': '1'}", "{'valueMax': '7'}"};
    for (size_t i = 0; i < BLZ_COUNT_OF(bounds); i++) {
        blz_check check;
        bool required = true;
        ck_assert_uint_eq(compare(&check, "{'value': 'six'}", bounds[i], &required), 1);
        expect_entry(&check, 0, BLZ_STEP_FAIL, "/r", "is \"six\", but it has to be a number");
        ck_assert(!required);
        alone_close(&check);
    }
}
END_TEST

UNIT_MAIN("verify/result_value", numbers, lists_of_values, values_in_words, an_order_that_nobody_signed,
          texts_that_are_numbers, whether_a_value_is_required, bounds_that_contradict_each_other,
          words_where_a_number_has_to_be)
