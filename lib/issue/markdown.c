#include "issue/markdown.h"

#include <string.h>

#include "base/uri.h"

enum { ENTITY_MAX = 32 };

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A letter or digit, or a part of one beyond ASCII. */
static bool is_word(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/* "&amp;", "&#39;": what a reader would replace. `at` points to the "&". */
static bool starts_entity(const char *at, const char *end)
{
    size_t n = 1;
    while (at + n < end && n < ENTITY_MAX && (is_word(at[n]) || at[n] == '#'))
        n++;
    return n > 1 && at + n < end && at[n] == ';';
}

static bool needs_escape(const char *start, const char *at, const char *end)
{
    char before = at > start ? at[-1] : ' ', after = at + 1 < end ? at[1] : ' ';
    switch (*at) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
        return true;
    case '_':
        return !is_word(before) || !is_word(after);
    case '~':
        return before == '~' || after == '~';
    case '&':
        return starts_entity(at, end);
    default:
        return false;
    }
}

/* Where in the line the mark is that would begin a heading, a quotation or a list; NULL if there is none. */
static const char *line_mark(const char *line, const char *end)
{
    char next = line + 1 < end ? line[1] : ' ';
    if (line == end) return NULL;
    if (*line == '#' || *line == '>') return line;
    if (*line == '-' || *line == '+' || *line == '=') return is_space(next) || next == *line ? line : NULL;
    const char *at = line;
    while (at < end && is_digit(*at))
        at++;
    if (at == line || at == end || (*at != '.' && *at != ')')) return NULL;
    return at + 1 == end || is_space(at[1]) ? at : NULL;
}

/* One line without its line feed; blanks at both ends are gone already. */
static void put_line(blz_buf *out, const char *line, const char *end)
{
    const char *mark = line_mark(line, end);
    for (const char *at = line; at < end; at++) {
        if (is_space(*at)) {
            if (!is_space(at[-1])) blz_buf_putc(out, ' ');
            continue;
        }
        if (at == mark || needs_escape(line, at, end)) blz_buf_putc(out, '\\');
        blz_buf_putc(out, *at);
    }
}

void blz_md_inline(blz_buf *out, const char *text)
{
    const char *end = text + strlen(text);
    while (is_space(*text))
        text++;
    while (end > text && is_space(end[-1]))
        end--;
    put_line(out, text, end);
}

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && is_space(*at) && *at != '\n')
        at++;
    return at;
}

void blz_md_block(blz_buf *out, const char *text, size_t indent)
{
    const char *stop = text + strlen(text);
    bool begun = false, paragraph = false;
    for (const char *line = text; line < stop;) {
        const char *feed = memchr(line, '\n', (size_t)(stop - line));
        const char *next = feed ? feed + 1 : stop, *end = feed ? feed : stop;
        line = skip_blanks(line, end);
        while (end > line && is_space(end[-1]))
            end--;
        if (line == end) {
            paragraph = begun;
        } else {
            if (begun) blz_buf_puts(out, paragraph ? "\n\n" : "  \n");
            if (begun) blz_buf_fill(out, ' ', indent);
            put_line(out, line, end);
            begun = true;
            paragraph = false;
        }
        line = next;
    }
    if (begun) blz_buf_putc(out, '\n');
}

void blz_md_url(blz_buf *out, const char *url)
{
    if (blz_uri_is_absolute(url))
        blz_buf_printf(out, "<%s>", url);
    else
        blz_md_inline(out, url);
}
