#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/embed.h"
#include "unit/lint/patch.h"

#include <blazon/lint.h>

/* Runs the examples of every page: the bad one has findings of this rule only, one of them on the line that
 * is marked with "# <- here"; the good one has none at all. An example is a part of a definition: its
 * top-level keys take the place of those of project/base.yaml, and "# KEY is left out" removes one. After
 * "yaml file" and "json file" it is a whole file, after "yaml escaped" \xNN stands for a byte, and a
 * "console" example is not run here. */

#define MARK "# <- here"

extern const blz_embedded blz_rule_pages[];

/* Rules that no definition can break: about the command line, and about issuing and signing. */
static const char *const not_about_definitions[] = {
    "BLZ001", "BLZ720", "BLZ721", "BLZ722", "BLZ723", "BLZ724", "BLZ725", "BLZ726",
    "BLZ727", "BLZ729", "BLZ730", "BLZ731", "BLZ732", "BLZ733", "BLZ734", "BLZ735",
    "BLZ736", "BLZ740", "BLZ750", "BLZ751", "BLZ901", "BLZ902", "BLZ903", "BLZ904"};

typedef struct example {
    char info[40]; /* what stands behind ``` */
    char *text;
} example;

static example find_example(const char *page, const char *heading)
{
    example e = {.info = ""};
    const char *start = strstr(page, heading);
    ck_assert_ptr_nonnull(start);
    start = strstr(start, "```") + 3;
    memcpy(e.info, start, strcspn(start, "\n"));
    start += strcspn(start, "\n") + 1;
    const char *end = strstr(start, "```");
    e.text = blz_strndup(start, (size_t)(end - start));
    return e;
}

static void unescape(char *text)
{
    char *to = text;
    for (; *text; to++) {
        unsigned byte = 0;
        if (strncmp(text, "\\x", 2) == 0) {
            char digits[3] = {text[2], text[3]};
            byte = (unsigned)strtoul(digits, NULL, 16);
            *to = (char)byte;
            text += 4;
        } else {
            *to = *text++;
        }
    }
    *to = '\0';
}

static char *assemble(const example *e)
{
    char *text = strstr(e->info, "file") ? blz_strdup(e->text) : patch_base(e->text);
    if (strstr(e->info, "escaped")) unescape(text);
    return text;
}

static blz_diags *lint(const example *e, const char *text)
{
    blz_ctx *ctx = NULL;
    blz_diags *diags = NULL;
    const char *name = strncmp(e->info, "json", 4) == 0 ? PROJECT "page.json" : PROJECT "page.yaml";
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(blz_lint_text(diags, ctx, name, text, strlen(text), NULL));
    ck_assert_ok(blz_diags_locate(diags));
    blz_ctx_free(ctx);
    return diags;
}

static size_t marked_line(const char *text)
{
    const char *mark = strstr(text, MARK);
    size_t line = mark ? 1 : 0;
    for (; mark && text < mark; text++)
        line += *text == '\n';
    return line;
}

static void fail_with(const char *code, const char *what, const blz_diags *diags)
{
    char *shown = NULL;
    ck_assert_ok(blz_out_write(&shown, NULL, "text", diags, NULL));
    ck_abort_msg("%s: %s\n%s", code, what, shown);
}

static void assert_bad(const char *code, const example *e)
{
    BLZ_AUTO(blz_text) text = assemble(e);
    BLZ_AUTO(blz_diags) diags = lint(e, text);
    size_t line = marked_line(text);
    bool marked = line == 0;
    for (size_t i = 0; i < blz_diags_count(diags); i++) {
        const blz_diag *diag = blz_diags_at(diags, i);
        if (strcmp(diag->rule->code, code) != 0)
            fail_with(code, "the bad example has another finding", diags);
        marked = marked || diag->span.line == line;
    }
    if (blz_diags_count(diags) == 0) fail_with(code, "the bad example has no finding", diags);
    if (!marked) fail_with(code, "no finding is on the marked line", diags);
}

static void assert_good(const char *code, const example *e)
{
    BLZ_AUTO(blz_text) text = assemble(e);
    BLZ_AUTO(blz_diags) diags = lint(e, text);
    if (blz_diags_count(diags)) fail_with(code, "the good example has findings", diags);
}

static bool is_listed(const char *code)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(not_about_definitions); i++)
        if (strcmp(not_about_definitions[i], code) == 0) return true;
    return false;
}

START_TEST(every_example_does_what_its_page_says)
{
    size_t run = 0;
    for (const blz_embedded *page = blz_rule_pages; page->name; page++) {
        char code[7] = "";
        memcpy(code, strrchr(page->name, '/') + 1, 6);
        ck_assert_msg(blz_rule_find(code) != NULL, "%s is about no rule", page->name);
        example bad = find_example(page->data, "## Bad"), good = find_example(page->data, "## Good");
        ck_assert_msg(is_listed(code) || strcmp(bad.info, "console") != 0, "%s: which kind of example?",
                      code);
        if (!is_listed(code)) {
            assert_bad(code, &bad);
            assert_good(code, &good);
            run++;
        }
        blz_free(bad.text);
        blz_free(good.text);
    }
    ck_assert_uint_ge(run, 60);
}
END_TEST

UNIT_MAIN("lint/pages", every_example_does_what_its_page_says)
