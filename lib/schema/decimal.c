#include "schema/decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

__extension__ typedef unsigned __int128 wide;

static blz_decimal normal(blz_decimal value)
{
    while (value.digits && value.digits % 10 == 0) {
        value.digits /= 10;
        value.exponent++;
    }
    if (!value.digits) value = (blz_decimal){0};
    return value;
}

/* Reads what "%.*e" wrote. The decimal point may be any character: the program's locale decides. */
static blz_decimal read_scientific(const char *text)
{
    blz_decimal value = {.negative = *text == '-'};
    bool fraction = false;
    for (; *text && *text != 'e'; text++) {
        if (*text >= '0' && *text <= '9') {
            value.digits = value.digits * 10 + (uint64_t)(*text - '0');
            value.exponent -= fraction;
        } else if (*text != '-') {
            fraction = true;
        }
    }
    if (*text == 'e') value.exponent += (int)strtol(text + 1, NULL, 10);
    return normal(value);
}

static blz_decimal of_real(double real)
{
    char text[40];
    for (int precision = 14; precision <= 16; precision++) {
        snprintf(text, sizeof text, "%.*e", precision, real);
        if (!(strtod(text, NULL) < real) && !(strtod(text, NULL) > real)) break;
    }
    return read_scientific(text);
}

blz_decimal blz_decimal_of(const json_t *number)
{
    if (json_is_real(number)) return of_real(json_real_value(number));
    json_int_t integer = json_integer_value(number);
    uint64_t digits = integer < 0 ? UINT64_C(0) - (uint64_t)integer : (uint64_t)integer;
    return normal((blz_decimal){.digits = digits, .negative = integer < 0});
}

static int count_digits(uint64_t digits)
{
    int n = 0;
    for (; digits; digits /= 10)
        n++;
    return n;
}

static wide scaled(uint64_t digits, int by)
{
    wide value = digits;
    while (by-- > 0)
        value *= 10;
    return value;
}

/* Both have digits; the place of the first one decides unless it is the same, and then both fit when aligned.
 */
static int compare_magnitude(blz_decimal a, blz_decimal b)
{
    int places_a = count_digits(a.digits) + a.exponent, places_b = count_digits(b.digits) + b.exponent;
    if (places_a != places_b) return places_a < places_b ? -1 : 1;
    wide x = scaled(a.digits, a.exponent - b.exponent), y = scaled(b.digits, b.exponent - a.exponent);
    return x < y ? -1 : x > y;
}

int blz_decimal_compare(blz_decimal a, blz_decimal b)
{
    int sign_a = !a.digits ? 0 : a.negative ? -1 : 1, sign_b = !b.digits ? 0 : b.negative ? -1 : 1;
    if (sign_a != sign_b || !sign_a) return sign_a - sign_b;
    return sign_a * compare_magnitude(a, b);
}

static uint64_t power_of_ten_modulo(unsigned exponent, uint64_t modulus)
{
    wide result = 1 % modulus, base = 10 % modulus;
    for (; exponent; exponent >>= 1) {
        if (exponent & 1) result = result * base % modulus;
        base = base * base % modulus;
    }
    return (uint64_t)result;
}

bool blz_decimal_is_multiple(blz_decimal value, blz_decimal divisor)
{
    if (!value.digits) return true;
    value = normal(value);
    divisor = normal(divisor);
    if (value.exponent < divisor.exponent) return false; /* it has decimal places that no multiple has */
    uint64_t power = power_of_ten_modulo((unsigned)(value.exponent - divisor.exponent), divisor.digits);
    return (wide)(value.digits % divisor.digits) * power % divisor.digits == 0;
}

bool blz_decimal_is_whole(blz_decimal value)
{
    return !value.digits || normal(value).exponent >= 0;
}

/* `places` decimal places, at most 19. */
static void write_fraction(char out[BLZ_DECIMAL_MAX], const char *sign, unsigned long long digits, int places)
{
    char fraction[20] = {0};
    for (int i = places - 1; i >= 0; i--) {
        fraction[i] = (char)('0' + digits % 10);
        digits /= 10;
    }
    snprintf(out, BLZ_DECIMAL_MAX, "%s%llu.%s", sign, digits, fraction);
}

void blz_decimal_text(char out[BLZ_DECIMAL_MAX], blz_decimal value)
{
    const char *sign = value.negative ? "-" : "";
    unsigned long long digits = value.digits;
    int exponent = value.exponent, n = count_digits(value.digits);
    if (exponent >= 0 && n + exponent <= 19) {
        for (; exponent; exponent--)
            digits *= 10;
        snprintf(out, BLZ_DECIMAL_MAX, "%s%llu", sign, digits);
    } else if (exponent < 0 && exponent >= -19) {
        write_fraction(out, sign, digits, -exponent);
    } else {
        snprintf(out, BLZ_DECIMAL_MAX, "%s%llue%+d", sign, digits, exponent);
    }
}
