#include "unit/lint/folder.h"

#include "base/ctx.h"
#include "base/diag.h"

#include <blazon/lint.h>

#define ISSUER "blazon: issuer/1\nid: https://badges.example.edu/i\nname: "

typedef struct run {
    folder folder;
    blz_ctx *ctx;
    blz_diags *diags;
    blz_out_totals totals;
} run;

static run setup(void)
{
    run r = {.folder = folder_enter()};
    ck_assert_ok(blz_ctx_new(&r.ctx));
    ck_assert_ok(blz_diags_new(&r.diags));
    return r;
}

static void teardown(run *r)
{
    blz_diags_free(r->diags);
    blz_ctx_free(r->ctx);
    folder_leave(&r->folder);
}

/* The totals as "files passed_over unreadable", then each finding as "file:code". */
static void assert_run(run *r, const char *path, const blz_lint_options *options, const char *expected)
{
    char text[300];
    ck_assert_ok(blz_lint_paths(r->diags, &r->totals, r->ctx, &path, 1, options));
    snprintf(text, sizeof text, "%zu %zu %zu", r->totals.files, r->totals.passed_over, r->totals.unreadable);
    for (size_t i = 0; i < blz_diags_count(r->diags); i++) {
        const blz_diag *diag = blz_diags_at(r->diags, i);
        size_t length = strlen(text);
        snprintf(text + length, sizeof text - length, " %s:%s",
                 diag->source ? blz_source_name(diag->source) : "", diag->rule->code + 3);
    }
    ck_assert_str_eq(text, expected);
}

START_TEST(definitions_in_a_folder_are_checked)
{
    run r = setup();
    folder_file("b.yaml", ISSUER "TBD\n");
    folder_file("a.yaml", ISSUER "A\n");
    folder_file("other.yaml", "name: A\n");
    folder_file("notes.txt", "A\n");
    assert_run(&r, ".", NULL, "2 2 0 b.yaml:805");
    teardown(&r);
}
END_TEST

START_TEST(named_files_are_checked_whatever_they_are)
{
    run r = setup();
    folder_file("other.yaml", "name: A\n");
    assert_run(&r, "other.yaml", NULL, "1 0 0 other.yaml:104");
    assert_run(&r, "none.yaml", NULL, "1 0 1 none.yaml:001 other.yaml:104");
    teardown(&r);
}
END_TEST

START_TEST(nothing_to_check_is_told)
{
    const char *ignore[] = {"BLZ901"};
    run r = setup();
    folder_file("other.yaml", "name: A\n");
    assert_run(&r, ".", NULL, "0 1 0 :901");
    teardown(&r);
    r = setup();
    assert_run(&r, ".", &(blz_lint_options){.ignore = ignore, .ignore_count = 1}, "0 0 0");
    teardown(&r);
}
END_TEST

START_TEST(large_files_in_folders_are_passed_over)
{
    run r = setup();
    folder_file("a.yaml", ISSUER "A\n");
    folder_file("large.json",
                "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24]");
    blz_ctx_set_limit(r.ctx, BLZ_LIMIT_BYTES, 60);
    assert_run(&r, ".", NULL, "1 1 0");
    assert_run(&r, "large.json", NULL, "1 1 1 large.json:005");
    teardown(&r);
}
END_TEST

/* Six times 15 MB are more than findings may keep before the repeated ones go. */
START_TEST(a_large_file_that_all_include_is_told_once)
{
    run r = setup();
    FILE *file = fopen("rubric.json", "w");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "{\"blazon\": \"rubric/1\", \"levels\": [], %15000000s\"criteria\": []}", "");
    ck_assert_int_eq(fclose(file), 0);
    for (char name[] = "a.yaml"; name[0] < 'g'; name[0]++)
        folder_file(name, "blazon: micro-credential/1\nrubric: rubric.json\n");
    const char *select[] = {"shape"};
    assert_run(&r, ".", &(blz_lint_options){.select = select, .select_count = 1},
               "7 0 0 rubric.json:101 rubric.json:101");
    teardown(&r);
}
END_TEST

START_TEST(wrong_options_are_refused)
{
    const char *path = ".", *ignore[] = {"nonsense"};
    run r = setup();
    folder_file("a.yaml", ISSUER "A\n");
    ck_assert_int_eq(blz_lint_paths(r.diags, &r.totals, r.ctx, &path, 1,
                                    &(blz_lint_options){.ignore = ignore, .ignore_count = 1}),
                     BLZ_ERR_ARGUMENT);
    teardown(&r);
}
END_TEST

static bool fails_at(void *user)
{
    size_t *left = user;
    return (*left)-- == 0;
}

START_TEST(no_memory_is_reported)
{
    const char *paths[] = {".", "none.yaml"};
    blz_status status = BLZ_ERR_NOMEM;
    for (size_t k = 0; status != BLZ_OK; k++) {
        run r = setup();
        size_t left = k;
        folder_file("b.yaml", ISSUER "TBD\n");
        blz_mem_set_failing(fails_at, &left);
        status = blz_lint_paths(r.diags, &r.totals, r.ctx, paths, 2, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert(status == BLZ_OK || status == BLZ_ERR_NOMEM);
        teardown(&r);
    }
}
END_TEST

UNIT_MAIN("lint/paths", definitions_in_a_folder_are_checked, named_files_are_checked_whatever_they_are,
          nothing_to_check_is_told, large_files_in_folders_are_passed_over,
          a_large_file_that_all_include_is_told_once, wrong_options_are_refused, no_memory_is_reported)
