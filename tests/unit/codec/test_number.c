#include "unit/unit.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "codec/json_write.h"

static double from_bits(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* RFC 8785, appendix B. */
START_TEST(the_samples_of_the_rfc)
{
    static const struct {
        uint64_t bits;
        const char *text;
    } cases[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char text[BLZ_NUMBER_MAX];
        blz_number_format(text, from_bits(cases[i].bits));
        ck_assert_str_eq(text, cases[i].text);
    }
}
END_TEST

START_TEST(more_hard_cases)
{
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        {1, "1"},
        {-1.5, "-1.5"},
        {0.1, "0.1"},
        {100, "100"},
        {1e20, "100000000000000000000"},
        {1e22, "1e+22"},
        {123e-7, "0.0000123"},
        {1e-7, "1e-7"},
        {1.25e-10, "1.25e-10"},
        {0.1 + 0.2, "0.30000000000000004"},
        {DBL_MIN, "2.2250738585072014e-308"},
        {1.7800590868057611e-307, "1.7800590868057611e-307"},
        {4.35, "4.35"},
        {2.5, "2.5"},
        {1e300, "1e+300"},
        {0x1p-44,
         "5.684341886080802e-14"}, /* needs the neighbour above: the nearest of 16 digits is another double */
        {0x1p-1074, "5e-324"},
        {0x1.8p-1073, "1.5e-323"},
        {9.5367431640625e-7, "9.5367431640625e-7"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char text[BLZ_NUMBER_MAX];
        blz_number_format(text, cases[i].value);
        ck_assert_str_eq(text, cases[i].text);
    }
}
END_TEST

START_TEST(powers_of_two_and_their_neighbours_read_back)
{
    for (int exponent = -1074; exponent <= 1023; exponent++) {
        double at = ldexp(1, exponent), around[] = {at, nextafter(at, 0), nextafter(at, INFINITY), -at};
        for (size_t i = 0; i < BLZ_COUNT_OF(around); i++) {
            if (isinf(around[i])) continue;
            char text[BLZ_NUMBER_MAX];
            blz_number_format(text, around[i]);
            ck_assert_double_eq(blz_number_parse(text), around[i]);
            ck_assert_uint_lt(strlen(text), 26);
        }
    }
}
END_TEST

START_TEST(a_locale_with_a_decimal_comma_changes_nothing)
{
    static const char *const names[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "nl_NL.UTF-8"};
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++) {
        if (!setlocale(LC_ALL, names[i])) continue;
        char text[BLZ_NUMBER_MAX], own[16];
        snprintf(own, sizeof own, "%.1f", 0.5);
        blz_number_format(text, 1234.5);
        ck_assert_str_eq(text, "1234.5");
        ck_assert_double_eq(blz_number_parse("1234.5"), 1234.5);
        char again[16];
        snprintf(again, sizeof again, "%.1f", 0.5);
        ck_assert_str_eq(own, again);
    }
    setlocale(LC_ALL, "C");
}
END_TEST

START_TEST(too_large_is_infinite_and_too_small_is_zero)
{
    ck_assert(isinf(blz_number_parse("1e400")));
    ck_assert_double_eq(blz_number_parse("1e-400"), 0);
    ck_assert_double_eq(blz_number_parse("-1.5e3"), -1500);
}
END_TEST

UNIT_MAIN("codec/number", the_samples_of_the_rfc, more_hard_cases,
          powers_of_two_and_their_neighbours_read_back, a_locale_with_a_decimal_comma_changes_nothing,
          too_large_is_infinite_and_too_small_is_zero)
