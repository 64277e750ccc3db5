#include "issue/narrative.h"
#include "unit/issue/sample.h"

START_TEST(evidence_without_a_title_is_called_by_its_part)
{
    ck_assert_str_eq(blz_evidence_title(&(blz_evidence){.part = BLZ_PART_OVERVIEW}), "Overview");
    ck_assert_str_eq(blz_evidence_title(&(blz_evidence){.part = BLZ_PART_ARTIFACT}), "Artifact");
    ck_assert_str_eq(blz_evidence_title(&(blz_evidence){.part = BLZ_PART_REFLECTION}), "Reflection");
    ck_assert_str_eq(blz_evidence_title(&(blz_evidence){.title = "Plan"}), "Plan");
}
END_TEST

/* What stands below the heading of this one. */
static void expect_evidence(const blz_evidence *evidence, const char *text)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) expected = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_buf_printf(&expected, "## What to submit\n\n### Artifact\n%s", text));
    blz_narrative_evidence(&out, &(blz_micro_credential){.evidence = evidence, .evidence_count = 1});
    ck_assert_ok(out.status);
    ck_assert_str_eq(out.data, expected.data);
}

START_TEST(nothing_is_asked_for)
{
    expect_evidence(&(blz_evidence){.part = BLZ_PART_ARTIFACT}, "");
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    blz_narrative_evidence(&out, &(blz_micro_credential){0});
    ck_assert_str_eq(out.data, "## What to submit\n");
}
END_TEST

START_TEST(how_many_files)
{
    static const struct {
        blz_bounds count;
        const char *text;
    } cases[] = {{{1, 1}, "1 file or link"},
                 {{2, 2}, "2 files or links"},
                 {{1, 2}, "1 to 2 files or links"},
                 {{1, 0}, "at least 1 file or link"},
                 {{2, 0}, "at least 2 files or links"},
                 {{0, 1}, "at most 1 file or link"},
                 {{0, 3}, "at most 3 files or links"}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char text[100];
        snprintf(text, sizeof text, "\nHand in %s.\n", cases[i].text);
        expect_evidence(&(blz_evidence){.part = BLZ_PART_ARTIFACT, .count = cases[i].count}, text);
    }
}
END_TEST

START_TEST(which_files)
{
    static const char *const types[] = {"image/*", "image/png", "text/plain", "a*b"};
    blz_evidence evidence = {.part = BLZ_PART_ARTIFACT, .accepts = types, .accept_count = 1};
    expect_evidence(&evidence, "\nHand in image of any kind.\n");
    evidence.accept_count = 2;
    expect_evidence(&evidence, "\nHand in image of any kind or PNG image.\n");
    evidence.accept_count = 4;
    evidence.count = (blz_bounds){0, 2};
    expect_evidence(&evidence,
                    "\nHand in at most 2 files or links: image of any kind, PNG image, plain text or "
                    "a\\*b.\n");
}
END_TEST

START_TEST(prompts_are_numbered)
{
    const blz_prompt prompts[] = {{.text = "What *was* it?", .words = {5, 5}},
                                  {.text = "Why?", .words = {1, 1}}};
    expect_evidence(
        &(blz_evidence){.part = BLZ_PART_ARTIFACT,
                        .instructions = "Tell.",
                        .prompts = prompts,
                        .prompt_count = 2,
                        .count = {1, 1}},
        "\nTell.\n\n1. What \\*was\\* it? (5 words)\n2. Why? (1 word)\n\nHand in 1 file or link.\n");
}
END_TEST

static blz_status call(void *user)
{
    (void)user;
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    blz_narrative_evidence(&out, &sample);
    return out.status;
}

START_TEST(every_allocation_may_fail)
{
    sweep_run(call, NULL);
}
END_TEST

UNIT_MAIN("issue/narrative_evidence", evidence_without_a_title_is_called_by_its_part, nothing_is_asked_for,
          how_many_files, which_files, prompts_are_numbered, every_allocation_may_fail)
