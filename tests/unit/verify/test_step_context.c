#include "alone.h"
#include "badge.h"

static bench b;

static void open_bench(void)
{
    bench_open(&b, BLZ_KEY_P256);
}

#define V2 "\"https://www.w3.org/ns/credentials/v2\""
#define OB "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\""
#define CONTEXT(list) "{\"@context\": " list "}"

START_TEST(contexts)
{
    open_bench();
    FAILS(&b, NULL, CONTEXT("null"), "context", "no @context");
    FAILS(&b, NULL, CONTEXT("[" OB "," V2 "]"), "context", "the first entry");
    FAILS(&b, NULL, CONTEXT("[" OB "," V2 "]"), "context", "the second entry");
    FAILS(&b, NULL, CONTEXT("[" V2 "]"), "context", "the second entry of @context is missing");
    FAILS(&b, NULL, CONTEXT("[" V2 ", \"https://purl.imsglobal.org/spec/ob/v3p0/context-9.json\"]"),
          "context", "another published revision");
    FAILS(&b, NULL, CONTEXT("[" V2 "," OB ", 5]"), "context", "neither a URL nor an object");
    FAILS(&b, NULL, CONTEXT("[{}," OB "]"), "context", "the first entry of @context is missing");
    PASSES(&b, NULL, CONTEXT("[" V2 "," OB ", \"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"]"),
           "context", "2.0");
    WARNS(&b, NULL,
          CONTEXT("[" V2 "," OB
                  ", {\"districtCode\": \"https://example.edu/v#d\", \"b\": \"https://e.example/\"}]"),
          "context", "defines \"districtCode\", \"b\"; what they mean");
    WARNS(&b, NULL,
          CONTEXT("[" V2 "," OB
                  ", {\"a\":\"u:a\",\"b\":\"u:b\",\"c\":\"u:c\",\"d\":\"u:d\",\"e\":\"u:e\",\"f\":\"u:f\","
                  "\"g\":\"u:g\",\"h\":\"u:h\",\"i\":\"u:i\"}]"),
          "context", "and 1 more");
    FAILS(&b, NULL,
          CONTEXT("[" V2 ", \"https://imsglobal.github.io/openbadges-specification/context.json\"]"),
          "context", "another published revision");
    bench_close(&b);
}
END_TEST

#define V1 "'https://www.w3.org/2018/credentials/v1'"
#define ALONE_V2 "'https://www.w3.org/ns/credentials/v2'"
#define ALONE_OB "'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'"
#define BOTH "'@context': [" ALONE_V2 ", " ALONE_OB "]"

START_TEST(the_version_is_named)
{
    expect_alone(blz_step_context, "{" BOTH "}", BLZ_STEP_PASS, NULL, "Verifiable Credentials 2.0");
    expect_alone(blz_step_context, "{'@context': [" V1 ", " ALONE_OB "]}", BLZ_STEP_PASS, NULL,
                 "Verifiable Credentials 1.1");
}
END_TEST

START_TEST(one_text_is_no_list)
{
    blz_check check;
    alone_open(&check, "{'@context': " ALONE_OB "}");
    ck_assert_ok(blz_step_context(&check));
    expect_entry(&check, 0, BLZ_STEP_FAIL, "/@context", "@context is one text");
    expect_entry(&check, 1, BLZ_STEP_FAIL, "/@context/1", "the second entry of @context is missing");
    ck_assert_uint_eq(check.report->step_count, 2);
    alone_close(&check);
    expect_alone(blz_step_context, "{'@context': []}", BLZ_STEP_FAIL, NULL, "there is no @context");
}
END_TEST

START_TEST(each_entry_of_the_list_is_looked_at)
{
    blz_check check;
    alone_open(&check, "{'@context': [" ALONE_V2 ", " ALONE_OB
                       ", 'https://a.example/words', {'@vocab': 'https://a.example/#', 'x': 'u:x'}, null]}");
    ck_assert_ok(blz_step_context(&check));
    expect_entry(&check, 0, BLZ_STEP_WARN, "/@context/2", "\"https://a.example/words\" is not one that");
    expect_entry(&check, 1, BLZ_STEP_WARN, "/@context/3", "has \"@vocab\"");
    expect_entry(&check, 2, BLZ_STEP_WARN, "/@context/3", "\"x\"; inline terms are not covered");
    expect_entry(&check, 3, BLZ_STEP_FAIL, "/@context/4", "neither a URL nor an object");
    ck_assert_uint_eq(check.report->step_count, 4);
    alone_close(&check);
}
END_TEST

START_TEST(contexts_further_inside_count_too)
{
    expect_alone(blz_step_context, "{" BOTH ", 'credentialSubject': [{'a/b': {'@context': {'x': 'u:x'}}}]}",
                 BLZ_STEP_WARN, "/credentialSubject/0/a~1b/@context", "defines \"x\"");
    expect_alone(blz_step_context, "{" BOTH ", 'issuer': {'@context': ['u:1', {}]}}", BLZ_STEP_WARN,
                 "/issuer/@context/0", "\"u:1\"");
    expect_alone(blz_step_context, "{" BOTH ", 'issuer': {'endorsement': [{'@context': 'u:1'}]}}",
                 BLZ_STEP_PASS, NULL, "in the right order");
}
END_TEST

START_TEST(a_record_has_three)
{
    static const char clr[] = "'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'";
    char text[400];
    blz_check check;
    snprintf(text, sizeof text, "{'@context': [" ALONE_V2 ", %s, " ALONE_OB "]}", clr);
    alone_open(&check, text);
    check.kind = BLZ_KIND_RECORD;
    ck_assert_ok(blz_step_context(&check));
    expect_entry(&check, 0, BLZ_STEP_PASS, NULL, "Comprehensive Learner Record 2.0 on");
    alone_close(&check);
    snprintf(text, sizeof text, "{'@context': [" ALONE_V2 ", " ALONE_OB ", %s]}", clr);
    alone_open(&check, text);
    check.kind = BLZ_KIND_RECORD;
    ck_assert_ok(blz_step_context(&check));
    expect_entry(&check, 0, BLZ_STEP_FAIL, "/@context/1", "the second entry of @context is");
    expect_entry(&check, 1, BLZ_STEP_FAIL, "/@context/2", "the third entry of @context is");
    alone_close(&check);
}
END_TEST

UNIT_MAIN("verify/step_context", contexts, the_version_is_named, one_text_is_no_list,
          each_entry_of_the_list_is_looked_at, contexts_further_inside_count_too, a_record_has_three)
