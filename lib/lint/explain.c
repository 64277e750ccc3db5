#include <blazon/lint.h>

#include <stdio.h>
#include <string.h>

#include "base/embed.h"
#include "base/text.h"
#include "out/format.h"
#include "out/wrap.h"

/* Pages are Markdown of a narrow kind: paragraphs, "## Bad" and "## Good", and one fenced example behind
 * each. */

enum { DEFAULT_WIDTH = 80, MOST_RULES = 1024 };

#define BOLD "1"
#define FENCE "```"

extern const blz_embedded blz_rule_pages[];

typedef struct rule_sheet {
    blz_buf *out;
    unsigned width;
    bool color;
} rule_sheet;

/* The line at `*at` without its end; `*at` moves to the next one. False at the end. */
static bool next_line(const char **at, const char **line, size_t *length)
{
    if (**at == '\0') return false;
    *line = *at;
    *length = strcspn(*at, "\n");
    *at += *length + ((*at)[*length] == '\n');
    return true;
}

static bool starts(const char *line, const char *text)
{
    return strncmp(line, text, strlen(text)) == 0;
}

static void put_heading(const rule_sheet *sheet, const char *line, size_t length)
{
    char text[64] = "";
    snprintf(text, sizeof text, "%.*s", (int)length, line);
    blz_buf_putc(sheet->out, '\n');
    blz_style_puts(sheet->out, sheet->color, BOLD, text);
    blz_buf_puts(sheet->out, "\n\n");
}

static void put_example(const rule_sheet *sheet, const char **at)
{
    const char *line = NULL;
    size_t length = 0;
    while (next_line(at, &line, &length) && !starts(line, FENCE)) {
        if (length) blz_buf_puts(sheet->out, "    ");
        blz_buf_append(sheet->out, line, length);
        blz_buf_putc(sheet->out, '\n');
    }
}

/* The lines up to the next empty one, put together and wrapped anew. */
static blz_status put_paragraph(const rule_sheet *sheet, const char *start, const char **at)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    const char *line = NULL;
    size_t length = 0;
    *at = start;
    while (next_line(at, &line, &length) && length)
        BLZ_TRY(blz_buf_printf(&text, "%.*s ", (int)length, line));
    BLZ_TRY(blz_wrap_puts(sheet->out, text.data, 0, "", sheet->width));
    if (**at && !starts(*at, "#")) blz_buf_putc(sheet->out, '\n');
    return blz_buf_putc(sheet->out, '\n');
}

static blz_status put_page(const rule_sheet *sheet, const char *at)
{
    const char *line = NULL;
    size_t length = 0;
    while (next_line(&at, &line, &length)) {
        if (length == 0) continue;
        if (starts(line, "## "))
            put_heading(sheet, line + 3, length - 3);
        else if (starts(line, FENCE))
            put_example(sheet, &at);
        else
            BLZ_TRY(put_paragraph(sheet, line, &at));
    }
    return sheet->out->status;
}

static void put_title(const rule_sheet *sheet, const blz_rule *rule)
{
    char title[96];
    snprintf(title, sizeof title, "%s %s", rule->code, rule->name);
    blz_style_puts(sheet->out, sheet->color, BOLD, title);
    blz_buf_printf(sheet->out, " (%s)\n\n%s\n\n", blz_out_severity(rule->severity), rule->summary);
}

blz_status blz_explain(char **out, const char *code_or_name, unsigned width, bool color)
{
    char name[64];
    const blz_rule *rule = blz_rule_find(code_or_name);
    if (!rule) return BLZ_ERR_NOT_FOUND;
    snprintf(name, sizeof name, "lib/lint/pages/%s.md", rule->code);
    const blz_embedded *page = blz_embedded_find(blz_rule_pages, name);
    if (!page) return BLZ_ERR_NOT_FOUND;
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(BLZ_BUF_MAX);
    rule_sheet sheet = {&buf, width ? width : DEFAULT_WIDTH, color};
    put_title(&sheet, rule);
    BLZ_TRY(put_page(&sheet, page->data));
    return blz_buf_take(&buf, out, NULL);
}

const char *blz_rule_suggest(const char *word)
{
    const char *words[2 * MOST_RULES];
    size_t count = 0;
    const blz_rule *rules = blz_rules(&count);
    if (count > MOST_RULES) count = MOST_RULES;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rules[i].code + 3, word) == 0) return rules[i].code; /* the number alone */
        words[2 * i] = rules[i].name;
        words[2 * i + 1] = rules[i].code;
    }
    return blz_suggest(word, words, 2 * count);
}
