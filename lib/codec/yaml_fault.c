#include <string.h>

#include "codec/yaml_slip.h"

/* What libyaml stopped at, told for people who write lessons. libyaml names the token that it missed; what
 * the writer did is seen from the line. */

enum {
    SHOWN_MAX = 200,       /* bytes of a line that a hint repeats */
    NAME_MAX_BYTES = 1024, /* what libyaml takes for a name (in characters) */
};

static void look_at(situation *s, size_t offset)
{
    s->line = blz_yaml_line(s->text, offset, &s->end);
    s->first = s->line;
    while (s->first < s->end && strchr(" \t", byte_at(s, s->first)))
        s->first++;
}

static const char *quote_hint = "put the text in quotes";

static void say_glued_dash(situation *s, size_t dash)
{
    say(s, dash, dash + 1, "a space is missing behind this dash", "write \"- item\"");
}

/* `c` at `offset` gives a plain text another meaning. */
static void say_cannot_start(situation *s, size_t offset)
{
    char c = byte_at(s, offset);
    if (offset == s->first && blz_yaml_explain_pasted(s, offset, offset + 1)) return;
    if (c == '|' || c == '>') {
        say(s, offset, offset + 1,
            blz_diags_text(s->diags, "behind %c nothing may follow on the same line", c),
            "start the text on the next line, indented, or put it in quotes");
        return;
    }
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

/* The line that a diagnostic is about as people count. */
static size_t line_number(const situation *s, size_t offset)
{
    size_t line = 1;
    for (size_t i = s->text->origin; i < offset; i++)
        line += byte_at(s, i) == '\n';
    return line;
}

/* A text whose quotation marks are typographic is shown without them; a long one is not shown at all. */
static void say_quote_it(situation *s, size_t name, size_t stop)
{
    const char *bytes = s->text->bytes;
    size_t value = stop + 1, end = s->end;
    while (value < end && byte_at(s, value) == ' ')
        value++;
    bool curly = end - value > 6 && starts_with(s, value, "\u201c");
    if (curly) value += 3;
    if (curly && starts_with(s, end - 3, "\u201d")) end -= 3;
    char quote = memchr(bytes + value, '"', end - value) ? '\'' : '"';
    const char *straight = curly ? "straight " : "";
    say(s, s->at, s->at + 1, "a colon and a space within a text start a new name",
        end - name > SHOWN_MAX ? blz_diags_text(s->diags, "put the whole text in %squotes, between %c and %c",
                                                straight, quote, quote)
                               : blz_diags_text(s->diags, "put the text in %squotes: %.*s: %c%.*s%c",
                                                straight, (int)(stop - name), bytes + name, quote,
                                                (int)(end - value), bytes + value, quote));
}

/* A name that is indented below a line with a text of its own. */
static void say_too_deep(situation *s, size_t first, size_t colon)
{
    size_t above = line_number(s, s->first), name = skip_dashes(s, s->first);
    if (memchr(s->text->bytes + first, ' ', colon - first))
        say(s, colon, colon + 1, "a colon and a space within a text start a new name",
            blz_diags_text(
                s->diags, "if this goes on with the text of line %zu, put that whole text in quotes", above));
    else
        say(s, first, colon,
            blz_diags_text(s->diags, "this name is indented below line %zu, which has a text already", above),
            blz_diags_text(
                s->diags,
                "indent both alike; if this belongs to \"%.*s\", nothing else may stand behind its colon",
                (int)(name_end(s, name, s->end) - name), s->text->bytes + name));
}

/* A space that is missing on the line behind a colon, but for that of a web address, or behind the dash of an
 * item; false if there is nothing of it. */
static bool explain_glued(situation *s)
{
    size_t name = skip_dashes(s, s->first);
    for (size_t at = name; at < s->end; at++) {
        if (byte_at(s, at) != ':' || name_end(s, at, at + 1) == at || starts_with(s, at, "://")) continue;
        say(s, at, at + 1, "a space is missing behind this colon", "write \"name: value\"");
        return true;
    }
    if (byte_at(s, name) != '-') return false;
    say_glued_dash(s, name);
    return true;
}

static void explain_colon(situation *s)
{
    if (byte_at(s, s->first) == '-' && strchr("{[\"'", byte_at(s, s->first + 1))) {
        say_glued_dash(s, s->first);
        return;
    }
    size_t name = skip_dashes(s, s->first), stop = name_end(s, name, s->at);
    if (stop < s->at) {
        say_quote_it(s, name, stop);
        return;
    }
    size_t first = s->first, colon = s->at;
    if (!line_above(s))
        say(s, first, colon, "this name is indented more deeply than the line above allows",
            "align it with the names that it belongs to");
    else if (!blz_yaml_explain_pasted(s, s->first, s->end)) {
        if (name_end(s, s->first, s->end) < s->end)
            say_too_deep(s, first, colon);
        else if (!explain_glued(s))
            say(s, s->first, s->end, "this line has no colon, so that it is not a name with a value",
                "write \"name: value\"; a text over several lines goes in quotes or behind |");
    }
}

static void explain_missing_colon(situation *s)
{
    look_at(s, s->context);
    size_t name = skip_dashes(s, s->first), stop = name_end(s, name, s->end);
    if (blz_yaml_explain_conflict(s) || blz_yaml_explain_pasted(s, s->first, s->end)) return;
    if (stop < s->end && stop - name > NAME_MAX_BYTES)
        say(s, s->first, s->first + 1, "this name is longer than 1024 characters",
            "put the text behind the name and the colon");
    else if (byte_at(s, name) == '{' || byte_at(s, name) == '[')
        say(s, name, s->end, "this stands where a name is expected",
            "put a text that starts with { or [ in quotes");
    else if (!explain_glued(s))
        say(s, s->context, s->end, "this line has no colon, so that it is not a name with a value",
            "write \"name: value\", or indent the line if it goes on with the text above");
}

/* The line on which a text in double quotes opens whose end is at `close`; 0 if that is the same line. */
static size_t opened_above(const situation *s, size_t close)
{
    size_t at = close;
    while (at > s->text->origin + 1 && (byte_at(s, at - 1) != '"' || byte_at(s, at - 2) == '\\'))
        at--;
    return at <= s->line && at > s->text->origin + 1 ? line_number(s, at - 1) : 0;
}

/* Text goes on behind something that is already whole. */
static bool explain_rest_of_line(situation *s)
{
    size_t before = s->at;
    while (before > s->line && strchr(" \t", byte_at(s, before - 1)))
        before--;
    char c = before > s->line ? byte_at(s, before - 1) : '\0';
    size_t opened = c == '"' ? opened_above(s, before - 1) : 0;
    if (opened)
        say(s, before - 1, before,
            blz_diags_text(s->diags, "this ends the text that a quotation mark on line %zu begins", opened),
            blz_diags_text(s->diags, "write the closing mark on line %zu, at the end of the text", opened));
    else if (c == '"' || c == '\'')
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
    if (explain_rest_of_line(s) || blz_yaml_explain_pasted(s, s->first, s->end)) return;
    if (byte_at(s, s->at) == ':')
        say(s, s->at, s->at + 1, "a name is missing before this colon", "write \"name: value\"");
    else
        say(s, s->first, s->end, "the indentation of this line fits none of the lines above",
            "align it with the lines that it belongs to");
}

/* Goes up to the item of a list to which a line with this indentation would belong. */
static bool find_item(situation *s, size_t indentation)
{
    while (line_above(s)) {
        size_t name = skip_dashes(s, s->first);
        if (name > s->first && s->first - s->line <= indentation) return name_end(s, name, s->end) < s->end;
    }
    return false;
}

static void explain_no_dash(situation *s)
{
    if (explain_rest_of_line(s) || blz_yaml_explain_pasted(s, s->first, s->end)) return;
    if (byte_at(s, s->first) == '-' && s->first + 1 < s->end && byte_at(s, s->first + 1) != ' ') {
        say_glued_dash(s, s->first);
        return;
    }
    size_t first = s->first, end = s->end;
    const char *hint = "start it with \"- \", or align it with what it belongs to";
    if (name_end(s, first, end) < end && find_item(s, first - s->line)) {
        size_t name = skip_dashes(s, s->first);
        hint = blz_diags_text(s->diags, "align it with \"%.*s\" on line %zu; a new item starts with \"- \"",
                              (int)(name_end(s, name, s->end) - name), s->text->bytes + name,
                              line_number(s, s->first));
    }
    say(s, first, end, "this line stands in the middle of a list and is not an item of it", hint);
}

static void explain_unclosed_quote(situation *s)
{
    say(s, s->context, s->context + 1, "the quotation mark that opens here is never closed",
        byte_at(s, s->context) == '"' ? "write the same mark at the end of the text"
                                      : "close it; a text with an apostrophe goes in double quotes");
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

/* The bracket that is open at the end of the text, or the last one, if those in quotes hide it. */
static size_t open_bracket(const situation *s)
{
    size_t last = s->text->length, closed = 0;
    for (size_t at = s->text->length; at-- > s->text->origin;) {
        char c = byte_at(s, at);
        if (c == ']' || c == '}') closed++;
        if (c != '[' && c != '{') continue;
        if (closed == 0) return at;
        closed--;
        if (last == s->text->length) last = at;
    }
    return last;
}

/* At the end of the text no character is wrong: libyaml waits there for the rest of a list or mapping. */
static void explain_start(situation *s)
{
    if (s->at < s->text->length) {
        say_cannot_start(s, s->at);
        return;
    }
    s->context = open_bracket(s);
    explain_flow(s);
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
    size_t first = s->first, end = s->end;
    if (line_above(s) && starts_with(s, s->line, "...")) {
        say(s, s->line, s->line + 3, "these three dots end the file, but it goes on below them",
            "take the dots out, or put the text that they belong to in quotes");
        return;
    }
    say(s, first, end, "this line is no part of what stands above it",
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
    s->fault.reason =
        blz_diags_text(s->diags, "the YAML parser says: %s%s%s", context, *context ? ", " : "", problem);
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
    return blz_yaml_report(text, diags, &s.fault);
}
