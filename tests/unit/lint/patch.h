#ifndef BLAZON_TESTS_UNIT_LINT_PATCH_H
#define BLAZON_TESTS_UNIT_LINT_PATCH_H

/* Definitions for tests as parts of a good one: the top-level keys of a part take the place of those of
 * project/base.yaml, and "# KEY is left out" removes one. */

#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"

#include <blazon/lint.h>

#define PROJECT "tests/unit/lint/project/"

/* The length of the block at `at`: a line and those behind it that are indented, empty or comments. */
static inline size_t block_length(const char *at)
{
    size_t length = 0;
    do
        length += strcspn(at + length, "\n") + 1;
    while (at[length] && strchr(" #\n-", at[length]));
    return length;
}

/* True if the snippet has a block with the key of the block at `block`, or leaves it out. */
static inline bool takes_place_of(const char *snippet, const char *block)
{
    char own[64] = "\n", left_out[80];
    size_t length = strcspn(block, ":");
    memcpy(own + 1, block, length + 1);
    snprintf(left_out, sizeof left_out, "# %.*s is left out", (int)length, block);
    return strncmp(snippet, own + 1, length + 1) == 0 || strstr(snippet, own) || strstr(snippet, left_out);
}

static inline char *patch(const char *base, const char *snippet)
{
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(100000);
    bool put = false;
    char *text = NULL;
    for (; *base; base += block_length(base)) {
        bool replaced = takes_place_of(snippet, base);
        if (replaced && !put) blz_buf_puts(&out, snippet);
        put = put || replaced;
        if (!replaced) blz_buf_append(&out, base, block_length(base));
    }
    if (!put) blz_buf_puts(&out, snippet);
    ck_assert_ok(blz_buf_take(&out, &text, NULL));
    return text;
}

/* Free with blz_free(). */
static inline char *patch_base(const char *snippet)
{
    BLZ_AUTO(blz_text) base = NULL;
    ck_assert_ok(blz_file_read(&base, &(size_t){0}, PROJECT "base.yaml", 100000));
    return patch(base, snippet);
}

/* Lints a text as if it stood in the project folder; located and sorted. */
static inline blz_diags *patch_lint(const char *text)
{
    blz_ctx *ctx = NULL;
    blz_diags *diags = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(blz_lint_text(diags, ctx, PROJECT "page.yaml", text, strlen(text), NULL));
    ck_assert_ok(blz_diags_locate(diags));
    blz_diags_sort(diags);
    blz_ctx_free(ctx);
    return diags;
}

/* The numbers of all findings in order, as "201 503"; "" for none. */
static inline void assert_text_codes(const char *text, const char *expected)
{
    BLZ_AUTO(blz_diags) diags = patch_lint(text);
    char codes[400] = "";
    for (size_t i = 0; i < blz_diags_count(diags); i++) {
        size_t length = strlen(codes);
        const blz_diag *diag = blz_diags_at(diags, i);
        snprintf(codes + length, sizeof codes - length, "%s%s", i ? " " : "", diag->rule->code + 3);
    }
    char *shown = NULL;
    ck_assert_ok(blz_out_write(&shown, NULL, "text", diags, NULL));
    ck_assert_msg(strcmp(codes, expected) == 0, "expected \"%s\", not \"%s\":\n%s", expected, codes, shown);
    blz_free(shown);
}

static inline void assert_codes(const char *snippet, const char *expected)
{
    BLZ_AUTO(blz_text) text = patch_base(snippet);
    assert_text_codes(text, expected);
}

/* The first finding says this. */
static inline void assert_message(const char *snippet, const char *code, const char *message)
{
    BLZ_AUTO(blz_text) text = patch_base(snippet);
    BLZ_AUTO(blz_diags) diags = patch_lint(text);
    ck_assert_uint_ge(blz_diags_count(diags), 1);
    ck_assert_str_eq(blz_diags_at(diags, 0)->rule->code, code);
    ck_assert_str_eq(blz_diags_at(diags, 0)->message, message);
}

#endif
