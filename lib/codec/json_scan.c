#include "codec/json_scan.h"

#include <string.h>

typedef enum expectation { VALUE, FIRST_VALUE, NAME, FIRST_NAME, COLON, COMMA, NOTHING } expectation;

blz_status blz_json_refuse(blz_json_scanner *s, size_t start, size_t end, const char *message,
                           const char *hint)
{
    s->fault = (blz_json_fault){"BLZ007", start, end, message, hint};
    return BLZ_ERR_SYNTAX;
}

static blz_status refuse_as(blz_json_scanner *s, blz_status status, const char *code)
{
    s->fault.code = code;
    return status;
}

static blz_status refuse_limit(blz_json_scanner *s, const char *message)
{
    blz_json_refuse(s, s->at, s->at + 1, message, "the limit keeps a hostile file from using up the memory");
    return refuse_as(s, BLZ_ERR_LIMIT, "BLZ005");
}

static bool ended(const blz_json_scanner *s)
{
    return s->at >= s->length;
}

static expectation behind_value(const blz_json_scanner *s)
{
    return s->depth ? COMMA : NOTHING;
}

static blz_status give(blz_json_scanner *s, blz_json_kind kind, size_t start)
{
    return s->take(s->user, s, &(blz_json_token){kind, start, s->at});
}

static blz_status open_bracket(blz_json_scanner *s, expectation *next)
{
    if (s->depth >= s->max_depth || s->depth >= BLZ_JSON_DEPTH_MAX)
        return refuse_limit(s, "values are nested more deeply here than blazon reads");
    bool object = s->text[s->at] == '{';
    s->open[s->depth++] = s->at++;
    *next = object ? FIRST_NAME : FIRST_VALUE;
    return give(s, object ? BLZ_JSON_OBJECT : BLZ_JSON_ARRAY, s->at - 1);
}

static blz_status close_bracket(blz_json_scanner *s, expectation *next)
{
    s->depth--;
    s->at++;
    *next = behind_value(s);
    return give(s, BLZ_JSON_END, s->at - 1);
}

static blz_status refuse_end(blz_json_scanner *s)
{
    if (s->depth == 0) return blz_json_refuse(s, 0, 0, "the text is empty", "JSON starts with { or [");
    size_t open = s->open[s->depth - 1];
    return blz_json_refuse(s, open, open + 1, "this bracket is never closed",
                           blz_json_in_object(s) ? "the text ends before its }; has a part been cut off?"
                                                 : "the text ends before its ]; has a part been cut off?");
}

static bool literal(blz_json_scanner *s, const char *word)
{
    size_t n = strlen(word);
    if (s->length - s->at < n || memcmp(s->text + s->at, word, n) != 0) return false;
    if (s->length - s->at > n && blz_json_in_word(s->text[s->at + n])) return false;
    s->at += n;
    return true;
}

static blz_status scalar(blz_json_scanner *s, blz_json_kind *kind)
{
    char c = s->text[s->at];
    if (c == '"') {
        *kind = BLZ_JSON_TEXT;
        return blz_json_scan_string(s);
    }
    if (c == '-' || (c >= '0' && c <= '9')) return blz_json_scan_number(s, kind);
    if (literal(s, "true"))
        *kind = BLZ_JSON_TRUE;
    else if (literal(s, "false"))
        *kind = BLZ_JSON_FALSE;
    else if (literal(s, "null"))
        *kind = BLZ_JSON_NOTHING;
    else
        return blz_json_refuse_start(s, false);
    return BLZ_OK;
}

static blz_status refuse_comma(blz_json_scanner *s)
{
    return blz_json_refuse(s, s->comma, s->comma + 1, "nothing follows this comma", "take the comma out");
}

static blz_status scan_value(blz_json_scanner *s, expectation *next)
{
    if (ended(s)) return refuse_end(s);
    char c = s->text[s->at];
    if (c == ']' && *next == FIRST_VALUE) return close_bracket(s, next);
    if (c == ']' && s->depth && !blz_json_in_object(s)) return refuse_comma(s);
    if (++s->nodes > s->max_nodes) return refuse_limit(s, "the text has more values than blazon reads");
    if (c == '{' || c == '[') return open_bracket(s, next);
    size_t start = s->at;
    blz_json_kind kind = BLZ_JSON_TEXT;
    BLZ_TRY(scalar(s, &kind));
    *next = behind_value(s);
    return give(s, kind, start);
}

static blz_status scan_name(blz_json_scanner *s, expectation *next)
{
    if (ended(s)) return refuse_end(s);
    char c = s->text[s->at];
    if (c == '}') return *next == FIRST_NAME ? close_bracket(s, next) : refuse_comma(s);
    if (c != '"') return blz_json_refuse_start(s, true);
    size_t start = s->at;
    BLZ_TRY(blz_json_scan_string(s));
    *next = COLON;
    return give(s, BLZ_JSON_NAME, start);
}

static blz_status scan_colon(blz_json_scanner *s, expectation *next)
{
    if (ended(s)) return refuse_end(s);
    if (s->text[s->at] != ':')
        return blz_json_refuse(s, s->at, s->at + 1, "a colon is missing between the name and its value",
                               "write it as \"name\": value");
    s->at++;
    *next = VALUE;
    return BLZ_OK;
}

static blz_status refuse_instead_of_comma(blz_json_scanner *s)
{
    char c = s->text[s->at];
    size_t at = s->at;
    if (c == '}' || c == ']') return blz_json_refuse_bracket(s);
    if (c == ':')
        return blz_json_refuse(
            s, at, at + 1, "a colon does not belong here",
            "colons stand between a name and its value; between two values there is a comma");
    if (c == ';') return blz_json_refuse(s, at, at + 1, "a semicolon does not belong here", "use a comma");
    if (c == '/' || c == '#') return blz_json_refuse_start(s, blz_json_in_object(s));
    return blz_json_refuse(s, at, at + 1,
                           blz_json_in_object(s) ? "a comma is missing before this name"
                                                 : "a comma is missing before this value",
                           "put a comma behind the value before it");
}

static blz_status scan_comma(blz_json_scanner *s, expectation *next)
{
    if (ended(s)) return refuse_end(s);
    char c = s->text[s->at];
    if (c == (blz_json_in_object(s) ? '}' : ']')) return close_bracket(s, next);
    if (c != ',') return refuse_instead_of_comma(s);
    s->comma = s->at++;
    *next = blz_json_in_object(s) ? NAME : VALUE;
    return BLZ_OK;
}

static blz_status refuse_rest(blz_json_scanner *s)
{
    char c = s->text[s->at];
    if (c == '}' || c == ']')
        return blz_json_refuse(s, s->at, s->at + 1, "one closing bracket too many", "take it out");
    return blz_json_refuse(s, s->at, s->at + 1, "more text follows after the end of the JSON",
                           "a file holds one JSON value and nothing behind it");
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static void skip_space(blz_json_scanner *s)
{
    while (!ended(s) && is_space(s->text[s->at]))
        s->at++;
}

static blz_status check_encoding(blz_json_scanner *s)
{
    const char *text = s->text;
    size_t valid = blz_utf8_valid_prefix(text, s->length);
    bool wide = s->length >= 2 &&
                (!memcmp(text, "\xFF\xFE", 2) || !memcmp(text, "\xFE\xFF", 2) || !text[0] || !text[1]);
    if (wide)
        blz_json_refuse(s, 0, 1, "the text is UTF-16 or UTF-32, not UTF-8",
                        "save the file again with the encoding UTF-8");
    else if (valid < s->length)
        blz_json_refuse(s, valid, valid + 1, "this byte is not valid UTF-8",
                        "save the file again with the encoding UTF-8");
    else if (s->length >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3))
        blz_json_refuse(s, 0, 3, "the text starts with a byte order mark, which JSON does not have",
                        "save the file as \"UTF-8 without BOM\"");
    else
        return BLZ_OK;
    return refuse_as(s, BLZ_ERR_SYNTAX, "BLZ006");
}

blz_status blz_json_scan(blz_json_scanner *s)
{
    BLZ_TRY(blz_json_refuse_foreign(s));
    BLZ_TRY(check_encoding(s));
    for (expectation next = VALUE;;) {
        skip_space(s);
        switch (next) {
        case VALUE:
        case FIRST_VALUE:
            BLZ_TRY(scan_value(s, &next));
            break;
        case NAME:
        case FIRST_NAME:
            BLZ_TRY(scan_name(s, &next));
            break;
        case COLON:
            BLZ_TRY(scan_colon(s, &next));
            break;
        case COMMA:
            BLZ_TRY(scan_comma(s, &next));
            break;
        case NOTHING:
            return ended(s) ? BLZ_OK : refuse_rest(s);
        }
    }
}
