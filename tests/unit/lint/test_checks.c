#include "lint/check.h"
#include "unit/issue/sample.h"

typedef struct bench {
    blz_ctx *ctx;
    blz_definition *definition;
    struct sample_file file;
    blz_lint lint;
} bench;

static void bench_open(bench *b)
{
    *b = (bench){.ctx = sample_ctx()};
    b->definition = sample_open(&b->file);
    b->lint = (blz_lint){.ctx = b->ctx, .definition = b->definition, .diags = new_diags()};
}

static void bench_close(bench *b)
{
    blz_diags_free(b->lint.diags);
    sample_close(&b->file);
    blz_ctx_free(b->ctx);
}

static void become(bench *b, blz_definition_kind kind)
{
    b->definition->kind = kind;
    b->definition->micro_credential = NULL;
    b->definition->rubric = NULL;
    b->definition->issuer = NULL;
}

/* The codes of all findings in the order in which they were made, as "201 503". */
static void expect_codes(bench *b, const char *expected)
{
    char codes[400] = "";
    ck_assert_ok(blz_checks_run(&b->lint));
    for (size_t i = 0; i < blz_diags_count(b->lint.diags); i++) {
        size_t length = strlen(codes);
        snprintf(codes + length, sizeof codes - length, "%s%s", i ? " " : "",
                 blz_diags_at(b->lint.diags, i)->rule->code + 3);
    }
    ck_assert_str_eq(codes, expected);
}

/* Nothing about a competency, evidence or an assessment, which it does not have; in the order of the codes.
 */
START_TEST(a_stack_is_asked_what_a_badge_needs)
{
    bench b;
    blz_stack stack = {.id = "http://badges.example.edu/s", .name = "S", .description = "Short."};
    bench_open(&b);
    become(&b, BLZ_DEFINITION_STACK);
    b.definition->stack = &stack;
    expect_codes(&b, "701 702 708 709 801 804");
    bench_close(&b);
}
END_TEST

START_TEST(an_issuer_is_asked_next_to_nothing)
{
    bench b;
    bench_open(&b);
    become(&b, BLZ_DEFINITION_ISSUER);
    b.definition->issuer = &sample_issuer;
    expect_codes(&b, "");
    bench_close(&b);
}
END_TEST

START_TEST(what_becomes_a_badge)
{
    bench b;
    blz_badge badge = {0};
    blz_stack stack = {.id = "u:s", .name = "S", .version = "2", .tag_count = 3};
    bench_open(&b);
    ck_assert(blz_lint_badge(&b.lint, &badge));
    ck_assert_str_eq(badge.noun, "micro-credential");
    ck_assert_str_eq(badge.id, SAMPLE_ID);
    ck_assert_str_eq(badge.name, "Data Practices");
    ck_assert_str_eq(badge.description, "Two sentences.");
    ck_assert_ptr_null(badge.image);
    ck_assert_uint_eq(badge.tag_count, 2);
    become(&b, BLZ_DEFINITION_STACK);
    b.definition->stack = &stack;
    ck_assert(blz_lint_badge(&b.lint, &badge));
    ck_assert_str_eq(badge.noun, "stack");
    ck_assert_str_eq(badge.version, "2");
    ck_assert_uint_eq(badge.tag_count, 3);
    b.definition->stack = NULL;
    badge.noun = "as it was";
    ck_assert(!blz_lint_badge(&b.lint, &badge));
    ck_assert_str_eq(badge.noun, "as it was");
    bench_close(&b);
}
END_TEST

START_TEST(no_place_or_no_words_is_memory_that_ran_out)
{
    bench b;
    bench_open(&b);
    ck_assert_int_eq(blz_lint_report(&b.lint, "BLZ702", NULL, &(blz_diag){.message = "m"}), BLZ_ERR_NOMEM);
    ck_assert_int_eq(blz_lint_report(&b.lint, "BLZ702", "", &(blz_diag){0}), BLZ_ERR_NOMEM);
    ck_assert_uint_eq(blz_diags_count(b.lint.diags), 0);
    ck_assert_ok(blz_lint_report(&b.lint, "BLZ702", "/image", &(blz_diag){.message = "m"}));
    ck_assert_str_eq(finding(b.lint.diags, 0), "BLZ702 /image m");
    bench_close(&b);
}
END_TEST

UNIT_MAIN("lint/checks", a_stack_is_asked_what_a_badge_needs, an_issuer_is_asked_next_to_nothing,
          what_becomes_a_badge, no_place_or_no_words_is_memory_that_ran_out)
