#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "schema/pattern.h"

/* Where the two languages differ: what "." and \s leave out, \u escapes, POSIX classes and verbs that only
 * PCRE2 has, long names of Unicode categories. Everything else is copied. */

typedef struct reader {
    const char *at, *end;
    blz_buf *out;
    const char **problem;
    bool in_class;
    bool quantified; /* what was just read was a quantifier */
    bool repeatable; /* what was just read can have one */
} reader;

#define WHITE                                                                                                \
    "\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}"
#define NOT_WHITE                                                                                            \
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}"            \
    "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}"

static blz_status refuse(reader *r, const char *problem)
{
    *r->problem = problem;
    return BLZ_ERR_INVALID;
}

static bool looking_at(const reader *r, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(r->end - r->at) >= length && memcmp(r->at, text, length) == 0;
}

/* Takes `count` hexadecimal digits, or with count 0 as many as there are, at most six. */
static bool take_hex(reader *r, unsigned count, uint32_t *code)
{
    const char *start = r->at;
    unsigned limit = count ? count : 6, n = 0;
    uint32_t value = 0;
    for (; n < limit && r->at < r->end; n++, r->at++) {
        const char *digits = "0123456789abcdefABCDEF", *digit = *r->at ? strchr(digits, *r->at) : NULL;
        if (!digit) break;
        size_t index = (size_t)(digit - digits);
        value = value * 16 + (uint32_t)(index < 16 ? index : index - 6);
    }
    *code = value;
    if (n > 0 && (!count || n == count)) return true;
    r->at = start;
    return false;
}

/* Behind "\u": XXXX, a surrogate pair XXXX\uXXXX, or {X...}. */
static blz_status unicode_escape(reader *r)
{
    uint32_t code = 0, low = 0;
    if (looking_at(r, "{")) {
        r->at++;
        if (!take_hex(r, 0, &code) || !looking_at(r, "}"))
            return refuse(r, "\\u{ is not followed by a code point and }");
        r->at++;
    } else if (!take_hex(r, 4, &code)) {
        return refuse(r, "\\u is not followed by four hexadecimal digits");
    }
    if (code >= 0xD800 && code < 0xDC00 && looking_at(r, "\\u")) {
        r->at += 2;
        if (!take_hex(r, 4, &low) || low < 0xDC00 || low > 0xDFFF)
            return refuse(r, "half of a surrogate pair");
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return refuse(r, "an escape that is no character");
    return blz_buf_printf(r->out, "\\x{%x}", (unsigned)code);
}

static const char *short_category(const char *name)
{
    static const char *const names[][2] = {
        {"Letter", "L"},
        {"Cased_Letter", "L&"},
        {"LC", "L&"},
        {"Uppercase_Letter", "Lu"},
        {"Lowercase_Letter", "Ll"},
        {"Titlecase_Letter", "Lt"},
        {"Modifier_Letter", "Lm"},
        {"Other_Letter", "Lo"},
        {"Mark", "M"},
        {"Combining_Mark", "M"},
        {"Nonspacing_Mark", "Mn"},
        {"Spacing_Mark", "Mc"},
        {"Enclosing_Mark", "Me"},
        {"Number", "N"},
        {"Decimal_Number", "Nd"},
        {"digit", "Nd"},
        {"Letter_Number", "Nl"},
        {"Other_Number", "No"},
        {"Punctuation", "P"},
        {"punct", "P"},
        {"Connector_Punctuation", "Pc"},
        {"Dash_Punctuation", "Pd"},
        {"Open_Punctuation", "Ps"},
        {"Close_Punctuation", "Pe"},
        {"Initial_Punctuation", "Pi"},
        {"Final_Punctuation", "Pf"},
        {"Other_Punctuation", "Po"},
        {"Symbol", "S"},
        {"Math_Symbol", "Sm"},
        {"Currency_Symbol", "Sc"},
        {"Modifier_Symbol", "Sk"},
        {"Other_Symbol", "So"},
        {"Separator", "Z"},
        {"Space_Separator", "Zs"},
        {"Line_Separator", "Zl"},
        {"Paragraph_Separator", "Zp"},
        {"Other", "C"},
        {"Control", "Cc"},
        {"cntrl", "Cc"},
        {"Format", "Cf"},
        {"Surrogate", "Cs"},
        {"Private_Use", "Co"},
        {"Unassigned", "Cn"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++)
        if (strcmp(names[i][0], name) == 0) return names[i][1];
    return name;
}

/* Behind "\p" or "\P". */
static blz_status property_escape(reader *r, char letter)
{
    const char *close = looking_at(r, "{") ? memchr(r->at, '}', (size_t)(r->end - r->at)) : NULL;
    char name[64];
    if (!close || (size_t)(close - r->at) > sizeof name)
        return refuse(r, "\\p is not followed by {a property}");
    size_t length = (size_t)(close - r->at) - 1;
    memcpy(name, r->at + 1, length);
    name[length] = '\0';
    r->at = close + 1;
    const char *value = name;
    if (strncmp(name, "General_Category=", 17) == 0) value = name + 17;
    if (strncmp(name, "gc=", 3) == 0) value = name + 3;
    return blz_buf_printf(r->out, "\\%c{%s}", letter, short_category(value));
}

static blz_status class_escape(reader *r, char letter)
{
    if (letter == 's') return blz_buf_puts(r->out, r->in_class ? WHITE : "[" WHITE "]");
    if (letter == 'S') return blz_buf_puts(r->out, r->in_class ? NOT_WHITE : "[" NOT_WHITE "]");
    return blz_buf_printf(r->out, "\\%c", letter);
}

static blz_status hex_escape(reader *r)
{
    uint32_t code = 0;
    if (!take_hex(r, 2, &code)) return refuse(r, "\\x is not followed by two hexadecimal digits");
    return blz_buf_printf(r->out, "\\x{%x}", (unsigned)code);
}

static blz_status control_escape(reader *r)
{
    char letter = '\0';
    if (r->at < r->end) letter = *r->at++;
    bool known = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    if (!known) return refuse(r, "\\c is not followed by a letter");
    return blz_buf_printf(r->out, "\\x{%x}", (unsigned)letter & 31U);
}

/* Behind a backslash. */
static blz_status escape(reader *r)
{
    if (r->at >= r->end) return refuse(r, "a backslash at the end");
    char letter = *r->at++;
    r->repeatable = letter != 'b' && letter != 'B';
    switch (letter) {
    case 'd':
    case 'D':
    case 'w':
    case 'W':
    case 's':
    case 'S':
        return class_escape(r, letter);
    case 'u':
        return unicode_escape(r);
    case 'x':
        return hex_escape(r);
    case 'c':
        return control_escape(r);
    case 'p':
    case 'P':
        return property_escape(r, letter);
    case 'v':
        return blz_buf_puts(r->out, "\\x{b}");
    case '0':
        return blz_buf_puts(r->out, "\\x{0}");
    case 'B':
        if (r->in_class) return refuse(r, "\\B within a class");
        break;
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
    case 'k':
        break;
    default:
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_')
            return refuse(r, "an escape that regular expressions of JavaScript do not have");
    }
    BLZ_TRY(blz_buf_putc(r->out, '\\'));
    return blz_buf_putc(r->out, letter);
}

static blz_status in_class(reader *r, char c)
{
    if (c == ']') r->in_class = false;
    if (c == '[') BLZ_TRY(blz_buf_putc(r->out, '\\')); /* else "[:" opens a POSIX class */
    r->repeatable = c == ']';
    return blz_buf_putc(r->out, c);
}

/* Behind "(": of what can stand there, JavaScript knows (?: (?= (?! (?<= (?<! and (?<name>. */
static blz_status group(reader *r)
{
    r->repeatable = false;
    if (looking_at(r, "*")) return refuse(r, "nothing to repeat behind (");
    if (looking_at(r, "?") && !looking_at(r, "?:") && !looking_at(r, "?=") && !looking_at(r, "?!") &&
        !looking_at(r, "?<"))
        return refuse(r, "a kind of group that regular expressions of JavaScript do not have");
    BLZ_TRY(blz_buf_putc(r->out, '('));
    if (!looking_at(r, "?")) return BLZ_OK;
    BLZ_TRY(blz_buf_append(r->out, r->at, 2));
    r->at += 2;
    return BLZ_OK;
}

static bool is_bounds(const reader *r)
{
    const char *p = r->at;
    while (p < r->end && *p >= '0' && *p <= '9')
        p++;
    if (p == r->at) return false;
    if (p < r->end && *p == ',') p++;
    while (p < r->end && *p >= '0' && *p <= '9')
        p++;
    return p < r->end && *p == '}';
}

static blz_status quantifier(reader *r, char c)
{
    bool lazy = c == '?' && r->quantified;
    if (!r->repeatable && !lazy) return refuse(r, "nothing to repeat");
    r->repeatable = false;
    r->quantified = !lazy;
    BLZ_TRY(blz_buf_putc(r->out, c));
    if (c != '{') return BLZ_OK;
    const char *close = memchr(r->at, '}', (size_t)(r->end - r->at));
    BLZ_TRY(blz_buf_append(r->out, r->at, (size_t)(close - r->at) + 1));
    r->at = close + 1;
    return BLZ_OK;
}

static blz_status character(reader *r, char c)
{
    if (r->in_class && c != '\\') return in_class(r, c);
    if (c == '*' || c == '+' || c == '?' || (c == '{' && is_bounds(r))) return quantifier(r, c);
    r->quantified = false;
    r->repeatable = c != '^' && c != '$' && c != '|';
    switch (c) {
    case '\\':
        return escape(r);
    case '(':
        return group(r);
    case '{': /* newer versions of PCRE2 take "{,3}" and "{ 2 }" for quantifiers */
        return blz_buf_puts(r->out, "\\{");
    case '.':
        return blz_buf_puts(r->out, "[^\\n\\r\\x{2028}\\x{2029}]");
    case '[':
        r->in_class = true;
        BLZ_TRY(blz_buf_putc(r->out, '['));
        if (!looking_at(r, "^")) return BLZ_OK;
        r->at++;
        return blz_buf_putc(r->out, '^');
    default:
        return blz_buf_putc(r->out, c);
    }
}

blz_status blz_pattern_translate(blz_buf *out, const char *source, size_t length, const char **problem)
{
    reader r = {.at = source, .end = source + length, .out = out, .problem = problem};
    while (r.at < r.end)
        BLZ_TRY(character(&r, *r.at++));
    return r.in_class ? refuse(&r, "a [ without its ]") : BLZ_OK;
}
