#include "badge.h"

#include "verify/steps.h"

static bench b;

static void expect_text(const char *text, blz_verdict verdict, blz_outcome outcome, const char *words)
{
    blz_report *report = verify_text(&b, text, NULL);
    expect_step(report, "parse", outcome, words);
    ck_assert_int_eq(blz_report_verdict(report), verdict);
    ck_assert_uint_eq(blz_report_step_count(report), 1);
    blz_report_free(report);
}

#define REFUSED(text, words) expect_text(text, BLZ_INVALID, BLZ_STEP_FAIL, words)
#define NOT_READ(text, words) expect_text(text, BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, words)

START_TEST(what_is_no_badge)
{
    bench_open(&b, BLZ_KEY_ED25519);
    REFUSED("", "empty");
    REFUSED(" \n", "empty");
    REFUSED("hello", "neither JSON nor a signed token");
    REFUSED("a b.c", "neither JSON nor a signed token");
    REFUSED("%PDF-1.7", "a PDF document");
    REFUSED("PK\x03\x04...", "a ZIP archive");
    REFUSED("<!doctype html><html>", "a web page");
    REFUSED("\xef\xbb\xbf{}", "byte order mark");
    REFUSED("\xff\xfe{\0}\0", "UTF-16");
    REFUSED("\xfe\xff\0{\0}", "UTF-16");
    REFUSED("[{}]", "not an object");
    REFUSED("{\"a\": 1, \"a\": 2}", "(at column 10)");
    REFUSED("{\"a\": ", "not JSON that can be read: this bracket is never closed (at column 1)");
    REFUSED("\n {\"a\": 1,\r\n  \"\xC3\xA9\": 2\n  x\n}", "(at line 4, column 3)");
    REFUSED("{\"payload\": \"e30\", \"signatures\": []}", "JSON form");
    REFUSED("{\"type\": \"EnvelopedVerifiableCredential\", \"id\": \"urn:x\"}", "data: URL");
    bench_close(&b);
}
END_TEST

START_TEST(what_this_version_does_not_read)
{
    bench_open(&b, BLZ_KEY_ED25519);
    NOT_READ("https://badges.example.edu/1", "only the web address \"https://badges.example.edu/1\"");
    bench_close(&b);
}
END_TEST

START_TEST(tokens_that_are_broken)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char *token = badge(&b, NULL, NULL);
    static const char *const broken[] = {"~.AAAA", "~=", "~==", ".~", "~.", "..", "A.B.C", "e30.~", "~.~"};
    for (size_t i = 0; i < BLZ_COUNT_OF(broken); i++) {
        REFUSED(wrapped(broken[i], token), "cannot be read");
    }
    free(token);
    REFUSED((token = token_of(&b, "{\"alg\":\"EdDSA\",\"alg\":\"none\"}", "{}")), "cannot be read");
    free(token);
    REFUSED((token = token_of(&b, "{\"alg\":\"EdDSA\",\"\\u0061lg\":\"none\"}", "{}")), "cannot be read");
    free(token);
    REFUSED((token = token_of(&b, "{\"alg\":\"EdDSA\"}", "{\"iss\":\"a\",\"iss\":\"b\"}")), "payload");
    free(token);
    REFUSED((token = token_of(&b, "{\"alg\":\"EdDSA\"}", "[]")), "not a JSON object");
    free(token);
    REFUSED((token = token_of(&b, "{\"alg\":\"EdDSA\"}", "{\"vc\": 5}")), "vc is not an object");
    free(token);
    REFUSED((token = token_of(&b, "[]", "{}")), "cannot be read");
    free(token);
    bench_close(&b);
}
END_TEST

static void expect_kind(const char *types, unsigned expected, unsigned kind, const char *standard)
{
    blz_check check = {.kind = expected};
    char text[300];
    snprintf(text, sizeof text, "{\"type\": [%s]}", types);
    bench_open(&b, BLZ_KEY_ED25519);
    check.ctx = b.ctx;
    static const blz_step_row row = {.id = "parse", .spec = "a clause"};
    check.row = &row;
    ck_assert_ok(blz_report_new(&check.report, "badge.json", BLZ_POLICY_SPEC));
    ck_assert_ok(blz_input_read(&check.input, b.ctx, text, strlen(text)));
    ck_assert_ok(blz_step_parse(&check));
    ck_assert_uint_eq(check.kind, kind);
    ck_assert_pstr_eq(check.report->standard, standard);
    blz_input_clear(&check.input);
    json_decref(check.document);
    blz_report_free(check.report);
    bench_close(&b);
}

START_TEST(what_sort_of_document_it_is)
{
    static const char record[] = "Comprehensive Learner Record 2.0";
    expect_kind("\"ClrCredential\"", BLZ_KIND_BADGE, BLZ_KIND_RECORD, record);
    expect_kind("\"EndorsementCredential\"", BLZ_KIND_BADGE, BLZ_KIND_ENDORSEMENT, NULL);
    expect_kind("\"ClrCredential\", \"OpenBadgeCredential\"", BLZ_KIND_BADGE, BLZ_KIND_BADGE,
                "Open Badges 3.0");
    expect_kind("\"AchievementCredential\"", BLZ_KIND_ENDORSEMENT, BLZ_KIND_ENDORSEMENT, "Open Badges 3.0");
    expect_kind("\"Other\"", BLZ_KIND_BADGE, BLZ_KIND_BADGE, NULL);
}
END_TEST

START_TEST(limits)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char deep[101];
    memset(deep, '[', 100);
    deep[100] = '\0';
    REFUSED(deep, "not JSON that can be read");
    blz_ctx_set_limit(b.ctx, BLZ_LIMIT_BYTES, 10);
    REFUSED("{\"a\": \"0123456789\"}", "larger");
    bench_close(&b);
}
END_TEST

#define SVG(space, inside)                                                                                   \
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:openbadges='" space "'>" inside "</svg>"

/* Where a reader of the one standard looks it does not find a badge of the other. */
START_TEST(a_badge_in_the_place_of_another_standard)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char *token = badge(&b, NULL, NULL);
    blz_report *report = verify_text(
        &b, wrapped(SVG("https://purl.imsglobal.org/ob/v3p0", "<openbadges:credential verify='~'/>"), token),
        NULL);
    expect_step(report, "parse", BLZ_STEP_PASS, "taken out of an SVG image");
    ck_assert_ptr_null(find_step(report, "parse", BLZ_STEP_WARN, ""));
    blz_report_free(report);
    report = verify_text(
        &b, wrapped(SVG("http://openbadges.org", "<openbadges:assertion verify='~'/>"), token), NULL);
    expect_step(report, "parse", BLZ_STEP_WARN, "which is the place for Open Badges 2.0");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
    blz_report_free(report);
    free(token);
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_parse", what_is_no_badge, what_this_version_does_not_read, tokens_that_are_broken,
          what_sort_of_document_it_is, limits, a_badge_in_the_place_of_another_standard)
