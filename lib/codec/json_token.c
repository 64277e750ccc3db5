#include <string.h>

#include "codec/json_plain.h"
#include "codec/json_scan.h"

static char peek(const blz_json_scanner *s, size_t ahead)
{
    return s->length - s->at > ahead ? s->text[s->at + ahead] : '\0';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int hex(char c)
{
    if (is_digit(c)) return c - '0';
    char small = (char)(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/* The value of four hexadecimal digits; -1 if they are not. */
static int32_t hex4(const char *text)
{
    int32_t value = 0;
    for (size_t i = 0; i < 4; i++) {
        if (hex(text[i]) < 0) return -1;
        value = value << 4 | hex(text[i]);
    }
    return value;
}

/* The UTF-16 unit of an escape \uXXXX that starts `ahead` characters from here; -1 if there is none. */
static int32_t unit(const blz_json_scanner *s, size_t ahead)
{
    if (s->length - s->at < ahead + 6 || peek(s, ahead) != '\\' || peek(s, ahead + 1) != 'u') return -1;
    return hex4(s->text + s->at + ahead + 2);
}

static blz_status scan_unicode_escape(blz_json_scanner *s)
{
    int32_t first = unit(s, 0), second = unit(s, 6);
    if (first < 0)
        return blz_json_refuse(s, s->at, s->at + 2, "\\u must be followed by four hexadecimal digits",
                               "a backslash that is meant as such is written \\\\");
    if (first == 0 && !s->nul)
        return blz_json_refuse(s, s->at, s->at + 6, "the NUL character is not allowed in a text",
                               "take the escape out");
    bool high = first >= 0xD800 && first < 0xDC00, low = second >= 0xDC00 && second < 0xE000;
    if ((first >= 0xDC00 && first < 0xE000) || (high && !low))
        return blz_json_refuse(s, s->at, s->at + 6, "this escape is only one half of a character",
                               "characters beyond U+FFFF are written as a pair of escapes, or as they are");
    s->at += high ? 12 : 6;
    return BLZ_OK;
}

static blz_status scan_escape(blz_json_scanner *s)
{
    char c = peek(s, 1);
    if (c == 'u') return scan_unicode_escape(s);
    if (!c || !strchr("\"\\/bfnrt", c))
        return blz_json_refuse(s, s->at, s->at + 1, "JSON does not know this escape",
                               "a backslash that is meant as such is written \\\\");
    s->at += 2;
    return BLZ_OK;
}

static blz_status refuse_control(blz_json_scanner *s, size_t start)
{
    char c = s->text[s->at];
    if (c == '\n' || c == '\r')
        return blz_json_refuse(s, start, s->at,
                               "the quotation mark that opens here is not closed on its line",
                               "close it; a line break within a text is written \\n");
    if (c == '\t')
        return blz_json_refuse(s, s->at, s->at + 1, "a tab cannot stand in a text", "write it as \\t");
    return blz_json_refuse(s, s->at, s->at + 1, "a control character cannot stand in a text", "take it out");
}

blz_status blz_json_scan_string(blz_json_scanner *s)
{
    size_t start = s->at++;
    for (;;) {
        s->at += blz_json_plain_prefix(s->text + s->at, s->length - s->at);
        if (s->at == s->length) break;
        char c = s->text[s->at];
        if (c == '"') {
            s->at++;
            return BLZ_OK;
        }
        if (c != '\\') return refuse_control(s, start);
        BLZ_TRY(scan_escape(s));
    }
    return blz_json_refuse(s, start, start + 1, "the quotation mark that opens here is never closed",
                           "close it; a quotation mark within a text is written \\\"");
}

static size_t skip_digits(blz_json_scanner *s)
{
    size_t start = s->at;
    while (is_digit(peek(s, 0)))
        s->at++;
    return s->at - start;
}

static blz_status refuse_number(blz_json_scanner *s, size_t start, const char *message, const char *hint)
{
    size_t end = s->at;
    while (end < s->length && s->text[end] && !strchr(" \t\r\n,:]}{[\"", s->text[end]))
        end++;
    return blz_json_refuse(s, start, end, message, hint);
}

static bool fits_int64(const char *text, size_t length)
{
    bool negative = text[0] == '-';
    const char *digits = text + negative, *limit = negative ? "9223372036854775808" : "9223372036854775807";
    length -= negative;
    return length < 19 || (length == 19 && memcmp(digits, limit, 19) <= 0);
}

/* Without memory the answer is yes, and whoever makes the value finds out. */
static bool fits_double(const char *text, size_t length)
{
    bool plain = length < 300 && !memchr(text, 'e', length) && !memchr(text, 'E', length);
    if (plain) return true;
    BLZ_SCOPED(blz_buf) copy = BLZ_BUF(BLZ_BUF_MAX);
    if (blz_buf_append(&copy, text, length) != BLZ_OK) return true;
    double value = blz_number_parse(copy.data);
    return value - value == 0;
}

static blz_status scan_fraction_and_exponent(blz_json_scanner *s, size_t start, blz_json_kind *kind)
{
    if (peek(s, 0) == '.') {
        s->at++;
        *kind = BLZ_JSON_REAL;
        if (!skip_digits(s))
            return refuse_number(s, start, "a digit is missing behind the decimal point", "write 1.0 or 1");
    }
    if (peek(s, 0) == 'e' || peek(s, 0) == 'E') {
        s->at++;
        *kind = BLZ_JSON_REAL;
        if (peek(s, 0) == '+' || peek(s, 0) == '-') s->at++;
        if (!skip_digits(s))
            return refuse_number(s, start, "the exponent of this number has no digits", "write it like 1e6");
    }
    return BLZ_OK;
}

blz_status blz_json_scan_number(blz_json_scanner *s, blz_json_kind *kind)
{
    size_t start = s->at;
    *kind = BLZ_JSON_INTEGER;
    if (peek(s, 0) == '-') s->at++;
    bool zero = peek(s, 0) == '0';
    size_t digits = skip_digits(s);
    if (!digits)
        return refuse_number(s, start, "a digit is missing behind the minus sign", "write it like -1");
    if (zero && digits > 1)
        return refuse_number(s, start, "a number does not start with a zero",
                             "take the zero out, or put a text in quotes");
    BLZ_TRY(scan_fraction_and_exponent(s, start, kind));
    char c = peek(s, 0);
    if (s->at < s->length && (!c || !strchr(" \t\r\n,]}:{[\"/#;", c)))
        return refuse_number(s, start, "this is not a number", "put a text in double quotes");
    const char *text = s->text + start;
    bool large = *kind == BLZ_JSON_INTEGER && !fits_int64(text, s->at - start);
    if (large && s->wide) *kind = BLZ_JSON_REAL;
    if (large && !s->wide)
        return refuse_number(s, start, "this whole number is too large (it does not fit into 64 bits)",
                             "put it in quotes if it is an identifier");
    if (*kind == BLZ_JSON_REAL && !fits_double(text, s->at - start))
        return refuse_number(s, start, "this number is too large", "numbers go up to about 1.8e308");
    return BLZ_OK;
}

static blz_status unescape_one(blz_buf *out, const char **at)
{
    static const char escapes[] = "bfnrt", characters[] = "\b\f\n\r\t";
    const char *known = strchr(escapes, (*at)[1]);
    if ((*at)[1] != 'u') {
        char c = known ? characters[known - escapes] : (*at)[1];
        *at += 2;
        return blz_buf_putc(out, c);
    }
    uint32_t code = (uint32_t)hex4(*at + 2);
    *at += 6;
    if (code >= 0xD800 && code < 0xDC00) {
        code = 0x10000 + ((code - 0xD800) << 10) + ((uint32_t)hex4(*at + 2) - 0xDC00);
        *at += 6;
    }
    return blz_utf8_put(out, code);
}

blz_status blz_json_unescape(blz_buf *out, const char *text, const blz_json_token *token)
{
    const char *at = text + token->start + 1, *end = text + token->end - 1;
    blz_buf_reset(out);
    while (at < end) {
        const char *backslash = memchr(at, '\\', (size_t)(end - at));
        const char *stop = backslash ? backslash : end;
        BLZ_TRY(blz_buf_append(out, at, (size_t)(stop - at)));
        at = stop;
        if (backslash) BLZ_TRY(unescape_one(out, &at));
    }
    return blz_buf_append(out, "", 0);
}
