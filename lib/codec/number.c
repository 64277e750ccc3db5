#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "codec/json_write.h"

enum { DIGITS_MAX = 17 };

/* A positive number as its significant digits and the power of ten of the first one. */
typedef struct decimal {
    char digits[DIGITS_MAX + 1];
    size_t count;
    int exponent;
} decimal;

/* The C locale of this thread alone: the program may have set one that writes 0,5. glibc keeps it ready, so
 * that nothing is allocated. */
static locale_t enter_c_locale(void)
{
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    return uselocale(c);
}

double blz_number_parse(const char *text)
{
    locale_t before = enter_c_locale();
    double value = strtod(text, NULL);
    uselocale(before);
    return value;
}

static void nearest(decimal *d, double value, size_t count)
{
    char text[48];
    snprintf(text, sizeof text, "%.*e", (int)count - 1, value);
    d->count = 0;
    for (const char *at = text; *at != 'e'; at++)
        if (*at >= '0' && *at <= '9') d->digits[d->count++] = *at;
    d->digits[d->count] = '\0';
    d->exponent = (int)strtol(strchr(text, 'e') + 1, NULL, 10);
}

static bool is_exactly(const decimal *d, double value)
{
    char text[48];
    snprintf(text, sizeof text, "%.1s.%se%d", d->digits, d->digits + 1, d->exponent);
    return strtod(text, NULL) == value;
}

static void step_up(decimal *d)
{
    size_t i = d->count;
    while (i > 0 && d->digits[i - 1] == '9')
        d->digits[--i] = '0';
    if (i > 0) {
        d->digits[i - 1]++;
        return;
    }
    d->digits[0] = '1';
    d->exponent++;
}

/* The fewest digits that read back as the same number; among those the nearest. Up to 15 digits survive the
 * way into a double and back unless it is subnormal, so that 15 are tried first. Above a power of two the
 * doubles lie twice as far apart as below it: there the nearest decimal below may belong to another double
 * while the next one above belongs to this one. */
static void shortest(decimal *d, double value)
{
    for (size_t count = value < 1e-290 ? 1 : 15;; count++) {
        nearest(d, value, count);
        if (count >= DIGITS_MAX || is_exactly(d, value)) break;
        step_up(d);
        if (is_exactly(d, value)) break;
    }
    while (d->count > 1 && d->digits[d->count - 1] == '0')
        d->count--;
    d->digits[d->count] = '\0';
}

/* ECMA-262, Number::toString: `n` is the place of the decimal point. */
static void lay_out(char *out, size_t size, const decimal *d)
{
    static const char zeros[] = "00000000000000000000";
    int n = d->exponent + 1, k = (int)d->count;
    if (n > 21 || n < -5) {
        const char *point = k > 1 ? "." : "";
        snprintf(out, size, "%.1s%s%se%+d", d->digits, point, d->digits + 1, n - 1);
    } else if (n >= k) {
        snprintf(out, size, "%s%.*s", d->digits, n - k, zeros);
    } else if (n > 0) {
        snprintf(out, size, "%.*s.%s", n, d->digits, d->digits + n);
    } else {
        snprintf(out, size, "0.%.*s%s", -n, zeros, d->digits);
    }
}

void blz_number_format(char out[BLZ_NUMBER_MAX], double value)
{
    memcpy(out, "0", 2);
    if (value == 0) return;
    locale_t before = enter_c_locale();
    decimal d;
    shortest(&d, fabs(value));
    bool negative = value < 0;
    if (negative) out[0] = '-';
    lay_out(out + negative, BLZ_NUMBER_MAX - negative, &d);
    uselocale(before);
}
