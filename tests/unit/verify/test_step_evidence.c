#include "alone.h"
#include "badge.h"

static bench b;

static void open_bench(void)
{
    bench_open(&b, BLZ_KEY_P256);
}

START_TEST(evidence)
{
    open_bench();
    expect_badge(&b, NULL, NULL, BLZ_VALID, "evidence", BLZ_STEP_SKIPPED, "no evidence");
    PASSES(&b, NULL, "{\"evidence\": [{\"type\": [\"Evidence\"], \"id\": \"https://a.example/1\"}]}",
           "evidence", "1 piece");
    WARNS(&b, NULL, "{\"evidence\": [{\"type\": [\"Evidence\"]}]}", "evidence", "nothing to look at");
    FAILS(&b, NULL, "{\"evidence\": [{\"type\": [\"Proof\"], \"id\": \"https://a.example/1\"}]}", "evidence",
          "\"Evidence\"");
    bench_close(&b);
}
END_TEST

START_TEST(each_piece_is_looked_at)
{
    blz_check check;
    alone_open(&check, "{'evidence': [{'type': 'Evidence', 'narrative': 'A report.'}, 'urn:e', {'type': "
                       "['Evidence'], 'name': 'N'}]}");
    ck_assert_ok(blz_step_evidence(&check));
    expect_entry(&check, 0, BLZ_STEP_FAIL, "/evidence/1", "not of type \"Evidence\"");
    expect_entry(&check, 1, BLZ_STEP_WARN, "/evidence/2", "nothing to look at");
    ck_assert_uint_eq(check.report->step_count, 2);
    alone_close(&check);
}
END_TEST

START_TEST(pieces_are_counted)
{
#define PIECE "{'type': 'Evidence', 'id': 'https://a.example/1'}"
    expect_alone(blz_step_evidence, "{'evidence': " PIECE "}", BLZ_STEP_PASS, NULL, "1 piece of evidence");
    expect_alone(blz_step_evidence, "{'evidence': [" PIECE ", " PIECE "]}", BLZ_STEP_PASS, NULL,
                 "2 pieces of evidence");
    expect_alone(blz_step_evidence, "{'evidence': []}", BLZ_STEP_SKIPPED, NULL, "no evidence");
    expect_alone(blz_step_evidence, "{'evidence': null}", BLZ_STEP_SKIPPED, NULL, "no evidence");
    expect_alone(blz_step_evidence, "{'evidence': {}}", BLZ_STEP_FAIL, "/evidence", "\"Evidence\"");
}
END_TEST

UNIT_MAIN("verify/step_evidence", evidence, each_piece_is_looked_at, pieces_are_counted)
