#include "codec/yaml_scalar.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "codec/json_write.h"

static bool is_one_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(text, words[i]) == 0) return true;
    return false;
}
#define IS_ONE_OF(text, ...)                                                                                 \
    is_one_of(text, (const char *const[]){__VA_ARGS__}, BLZ_COUNT_OF(((const char *const[]){__VA_ARGS__})))

static size_t digits(const char *text)
{
    return strspn(text, "0123456789");
}

static int digit_value(char c)
{
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

/* [-+]?[0-9]+, 0o[0-7]+ or 0x[0-9a-fA-F]+: the base and where the digits start; 0 if it is none of them. */
static unsigned integer_base(const char **start)
{
    const char *text = *start;
    if (text[0] == '0' && (text[1] == 'o' || text[1] == 'x')) {
        const char *set = text[1] == 'o' ? "01234567" : "0123456789abcdefABCDEF";
        size_t n = strspn(text + 2, set);
        if (n == 0 || text[2 + n]) return 0;
        *start = text + 2;
        return text[1] == 'o' ? 8 : 16;
    }
    if (*text == '-' || *text == '+') text++;
    size_t n = digits(text);
    if (n == 0 || text[n]) return 0;
    *start = text;
    return 10;
}

static bool to_int64(int64_t *out, const char *text, unsigned base, bool negative)
{
    uint64_t value = 0, limit = negative ? (uint64_t)INT64_MAX + 1 : INT64_MAX;
    for (; *text; text++) {
        uint64_t digit = (uint64_t)digit_value(*text);
        if (value > (limit - digit) / base) return false;
        value = value * base + digit;
    }
    *out = negative ? (int64_t)(0 - value) : (int64_t)value;
    return true;
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? */
static bool is_float(const char *text)
{
    if (*text == '-' || *text == '+') text++;
    size_t whole = digits(text);
    text += whole;
    if (*text == '.') {
        size_t behind = digits(++text);
        if (whole + behind == 0) return false;
        whole += behind;
        text += behind;
    }
    if (whole && (*text == 'e' || *text == 'E')) {
        text++;
        if (*text == '-' || *text == '+') text++;
        if (!digits(text)) return false;
        text += digits(text);
    }
    return whole && !*text;
}

static blz_status keep(json_t **out, json_t *value)
{
    *out = value;
    return value ? BLZ_OK : BLZ_ERR_NOMEM;
}

static blz_status refuse(const char **message, const char **hint, const char *what)
{
    *message = what;
    *hint = "put it in quotes if it is meant as text";
    return BLZ_ERR_INVALID;
}

static bool is_not_finite(const char *text)
{
    if (IS_ONE_OF(text, ".nan", ".NaN", ".NAN")) return true;
    if (*text == '-' || *text == '+') text++;
    return IS_ONE_OF(text, ".inf", ".Inf", ".INF");
}

blz_status blz_yaml_scalar(json_t **out, const char *text, size_t length, const char **message,
                           const char **hint)
{
    if (IS_ONE_OF(text, "", "~", "null", "Null", "NULL")) return keep(out, json_null());
    if (IS_ONE_OF(text, "true", "True", "TRUE")) return keep(out, json_true());
    if (IS_ONE_OF(text, "false", "False", "FALSE")) return keep(out, json_false());
    if (is_not_finite(text))
        return refuse(message, hint, "infinite numbers and \"not a number\" have no place here");
    const char *start = text;
    unsigned base = integer_base(&start);
    int64_t integer = 0;
    if (base && !to_int64(&integer, start, base, *text == '-'))
        return refuse(message, hint, "this whole number is too large (it does not fit into 64 bits)");
    if (base) return keep(out, json_integer(integer));
    if (!is_float(text)) return keep(out, json_stringn_nocheck(text, length));
    double value = blz_number_parse(*text == '+' ? text + 1 : text);
    if (!isfinite(value)) return refuse(message, hint, "this number is too large");
    return keep(out, json_real(value));
}
