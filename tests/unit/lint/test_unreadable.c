#include "unit/unit.h"

#include <errno.h>
#include <string.h>

#include "lint/unreadable.h"

static void assert_said(blz_status status, int error, const char *code, const char *message, const char *hint)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(blz_lint_unreadable(diags, "a.yaml", status, error));
    const blz_diag *diag = blz_diags_at(diags, 0);
    ck_assert_str_eq(diag->rule->code, code);
    ck_assert_str_eq(diag->message, message);
    ck_assert_str_eq(blz_source_name(diag->source), "a.yaml");
    if (hint)
        ck_assert_str_eq(diag->hint, hint);
    else
        ck_assert_ptr_null(diag->hint);
    blz_diags_free(diags);
}

START_TEST(reasons_are_plain_words)
{
    assert_said(BLZ_ERR_NOT_FOUND, ENOENT, "BLZ001", "it cannot be opened: there is no such file",
                "check the spelling, and the folder that you are in");
    assert_said(BLZ_ERR_NOT_FOUND, ENOTDIR, "BLZ001",
                "it cannot be opened: a part of its path is not a folder",
                "check the spelling, and the folder that you are in");
    assert_said(BLZ_ERR_PERMISSION, EACCES, "BLZ001", "it cannot be opened: you are not allowed to read it",
                "ask for the right to read it");
    assert_said(BLZ_ERR_PERMISSION, EPERM, "BLZ001", "it cannot be opened: you are not allowed to read it",
                "ask for the right to read it");
    assert_said(BLZ_ERR_IO, EISDIR, "BLZ001", "it cannot be opened: it is a folder", NULL);
    assert_said(BLZ_ERR_IO, ELOOP, "BLZ001", "it cannot be opened: its links lead in a circle", NULL);
    assert_said(BLZ_ERR_IO, ENAMETOOLONG, "BLZ001", "it cannot be opened: its name is too long", NULL);
    assert_said(BLZ_ERR_LIMIT, 0, "BLZ005", "it is larger than blazon reads",
                "split it, or leave out what is not a definition");
}
END_TEST

START_TEST(a_pattern_is_called_one)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(blz_lint_unreadable(diags, "*.yaml", BLZ_ERR_NOT_FOUND, ENOENT));
    ck_assert_str_eq(blz_diags_at(diags, 0)->message, "it cannot be opened: no file matches this pattern");
    blz_diags_free(diags);
}
END_TEST

START_TEST(other_reasons_are_the_status)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(blz_lint_unreadable(diags, "a.yaml", BLZ_ERR_IO, EIO));
    ck_assert_ptr_nonnull(strstr(blz_diags_at(diags, 0)->message, blz_status_text(BLZ_ERR_IO)));
    blz_diags_free(diags);
}
END_TEST

UNIT_MAIN("lint/unreadable", reasons_are_plain_words, a_pattern_is_called_one, other_reasons_are_the_status)
