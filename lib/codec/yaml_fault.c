#include <string.h>

#include "codec/yaml_text.h"

/* What libyaml stopped at, told for people who write lessons. libyaml names the token that it missed; what
 * the writer did is seen from the line. */

typedef struct situation {
    const blz_yaml_text *text;
    blz_diags *diags;
    size_t at, context; /* the bytes of the problem and of what it happened in */
    size_t line, end,
        first; /* of the problem: where its line starts and ends, and the first character on it */
    blz_yaml_fault fault;
} situation;

static char byte_at(const situation *s, size_t offset)
{
    return offset < s->text->length ? s->text->bytes[offset] : '\0';
}

static void look_at(situation *s, size_t offset)
{
    s->line = blz_yaml_line(s->text, offset, &s->end);
    s->first = s->line;
    while (s->first < s->end && strchr(" \t", byte_at(s, s->first)))
        s->first++;
}

static void say(situation *s, size_t start, size_t end, const char *message, const char *hint)
{
    s->fault.start = start;
    s->fault.end = end > start ? end : start + 1;
    s->fault.message = message;
    s->fault.hint = hint;
}

static const char *quote_hint = "put the text in quotes";

/* `c` at `offset` gives a plain text another meaning. */
static void say_cannot_start(situation *s, size_t offset)
{
    char c = byte_at(s, offset);
    say(s, offset, offset + 1, blz_diags_text(s->diags, "a text without quotes cannot start with %c", c),
        quote_hint);
}

/* Where a name ends that is followed by a colon and a space, within start to end; `end` if there is none. */
static size_t name_end(const situation *s, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (byte_at(s, i) == ':' && (i + 1 >= s->end || strchr(" \t", byte_at(s, i + 1)))) return i;
    return end;
}

static size_t skip_dashes(const situation *s, size_t at)
{
    while (at + 1 < s->end && byte_at(s, at) == '-' && byte_at(s, at + 1) == ' ')
        while (++at < s->end && byte_at(s, at) == ' ') {
        }
    return at;
}

/* The last line above with something on it; false at the top. */
static bool line_above(situation *s)
{
    while (s->line > s->text->origin) {
        look_at(s, s->line - 1);
        if (s->first < s->end && byte_at(s, s->first) != '#') return true;
    }
    return false;
}

static void explain_colon(situation *s)
{
    size_t name = skip_dashes(s, s->first), stop = name_end(s, name, s->at);
    if (stop < s->at) {
        const char *bytes = s->text->bytes;
        size_t value = stop + 1;
        char quote = memchr(bytes + value, '"', s->end - value) ? '\'' : '"';
        while (value < s->end && byte_at(s, value) == ' ')
            value++;
        say(s, s->at, s->at + 1, "a colon and a space within a text start a new name",
            blz_diags_text(s->diags, "put the text in quotes: %.*s: %c%.*s%c", (int)(stop - name),
                           bytes + name, quote, (int)(s->end - value), bytes + value, quote));
        return;
    }
    size_t first = s->first, colon = s->at;
    if (line_above(s) && name_end(s, s->first, s->end) == s->end)
        say(s, s->first, s->end, "this line has no colon, so that it is not a name with a value",
            "write \"name: value\"; a text over several lines goes in quotes or behind |");
    else
        say(s, first, colon, "this name is indented more deeply than the line above allows",
            "align it with the names that it belongs to");
}

static void explain_missing_colon(situation *s)
{
    look_at(s, s->context);
    size_t name = skip_dashes(s, s->first);
    const char *colon = memchr(s->text->bytes + name, ':', s->end - name);
    if (colon)
        say(s, (size_t)(colon - s->text->bytes), (size_t)(colon - s->text->bytes) + 1,
            "a space is missing behind this colon", "write \"name: value\"");
    else if (byte_at(s, name) == '-')
        say(s, name, name + 1, "a space is missing behind this dash", "write \"- item\"");
    else
        say(s, s->context, s->end, "this line has no colon, so that it is not a name with a value",
            "write \"name: value\"; a text over several lines goes in quotes or behind |");
}

/* Text goes on behind something that is already whole. */
static bool explain_rest_of_line(situation *s)
{
    size_t before = s->at;
    while (before > s->line && strchr(" \t", byte_at(s, before - 1)))
        before--;
    char c = before > s->line ? byte_at(s, before - 1) : '\0';
    if (c == '"' || c == '\'')
        say(s, s->at, s->end, "text follows behind the closing quotation mark",
            c == '"' ? "put the whole text in quotes, and write \\\" for a quotation mark within it"
                     : "put the whole text in double quotes, in which an apostrophe may stand");
    else if (c == ']' || c == '}')
        say(s, s->at, s->end,
            c == ']' ? "text follows behind a list in brackets: [ at the start makes it a list"
                     : "text follows behind a mapping in braces: { at the start makes it a mapping",
            quote_hint);
    else
        return false;
    return true;
}

static void explain_no_key(situation *s)
{
    if (explain_rest_of_line(s)) return;
    if (byte_at(s, s->at) == ':')
        say(s, s->at, s->at + 1, "a name is missing before this colon", "write \"name: value\"");
    else
        say(s, s->first, s->end, "the indentation of this line fits none of the lines above",
            "align it with the lines that it belongs to");
}

static void explain_no_dash(situation *s)
{
    if (explain_rest_of_line(s)) return;
    say(s, s->first, s->end, "this line stands in the middle of a list and is not an item of it",
        "start it with \"- \", or align it with what it belongs to");
}

static void explain_unclosed_quote(situation *s)
{
    say(s, s->context, s->context + 1, "the quotation mark that opens here is never closed",
        "close it; a text with an apostrophe goes in double quotes");
}

static void explain_flow(situation *s)
{
    bool list = byte_at(s, s->context) == '[';
    say(s, s->context, s->context + 1,
        list ? "in the list that this [ opens, a comma or the closing ] is missing"
             : "in the mapping that this { opens, a comma or the closing } is missing",
        list ? "a text that starts with [ goes in quotes" : "a text that starts with { goes in quotes");
}

static void explain_start_of_context(situation *s)
{
    say_cannot_start(s, s->context);
}

static void explain_start(situation *s)
{
    say_cannot_start(s, s->at);
}

static void explain_escape(situation *s)
{
    size_t backslash = s->at;
    while (backslash > s->context && byte_at(s, backslash) != '\\')
        backslash--;
    say(s, backslash, backslash + 1,
        "in double quotes, a backslash starts an escape, and this one does not exist",
        "write \\\\ for a backslash, or put the text in single quotes");
}

static void explain_list_on_line(situation *s)
{
    say(s, s->at, s->at + 1, "a list cannot start on the line of its name",
        "put \"- \" on a line of its own; if a dash was meant, put the text in quotes");
}

static void explain_second_root(situation *s)
{
    say(s, s->first, s->end, "this line is no part of what stands above it",
        "align it with the first line of the file");
}

static const struct pattern {
    const char *problem, *context;
    void (*explain)(situation *s);
} patterns[] = {
    {"mapping values are not allowed", NULL, explain_colon},
    {"could not find expected ':'", NULL, explain_missing_colon},
    {"did not find expected key", NULL, explain_no_key},
    {"did not find expected '-' indicator", NULL, explain_no_dash},
    {"found unexpected end of stream", "quoted scalar", explain_unclosed_quote},
    {"found unexpected document indicator", "quoted scalar", explain_unclosed_quote},
    {"did not find expected ',' or", NULL, explain_flow},
    {"cannot start any token", NULL, explain_start},
    {"did not find expected node content", NULL, explain_start},
    {"mapping keys are not allowed", NULL, explain_start},
    {"block sequence entries are not allowed", NULL, explain_list_on_line},
    {"did not find expected <document start>", NULL, explain_second_root},
    {"", "quoted scalar", explain_escape},
    {"", "scanning a block scalar", explain_start_of_context},
    {"", "scanning an anchor", explain_start_of_context},
    {"", "scanning an alias", explain_start_of_context},
    {"", "a tag", explain_start_of_context},
    {"", "scanning a directive", explain_start_of_context},
};

/* The first tab in the indentation of the line; its end if there is none. */
static size_t tab_in_indentation(const situation *s)
{
    for (size_t i = s->line; i < s->first; i++)
        if (byte_at(s, i) == '\t') return i;
    return s->end;
}

static void explain(situation *s, const char *problem, const char *context)
{
    size_t tab = tab_in_indentation(s);
    if (tab < s->end) {
        say(s, tab, tab + 1, "a tab is used to indent this line", "indent with spaces only");
        return;
    }
    for (size_t i = 0; i < BLZ_COUNT_OF(patterns); i++) {
        bool same_context = !patterns[i].context || strstr(context, patterns[i].context);
        if (!same_context || !strstr(problem, patterns[i].problem)) continue;
        patterns[i].explain(s);
        return;
    }
    say(s, s->at, s->at + 1, "this is not well-formed YAML", NULL);
}

blz_status blz_yaml_explain(const blz_yaml_text *text, blz_diags *diags, const yaml_parser_t *parser)
{
    const char *problem = parser->problem ? parser->problem : "",
               *context = parser->context ? parser->context : "";
    situation s = {.text = text, .diags = diags, .fault = {.code = "BLZ002"}};
    s.at = blz_yaml_offset(text, &parser->problem_mark);
    s.context = blz_yaml_offset(text, &parser->context_mark);
    look_at(&s, s.at);
    explain(&s, problem, context);
    s.fault.reason =
        blz_diags_text(diags, "the YAML parser says: %s%s%s", context, *context ? ", " : "", problem);
    BLZ_TRY_MEM(s.fault.reason);
    return blz_yaml_report(text, diags, &s.fault);
}
