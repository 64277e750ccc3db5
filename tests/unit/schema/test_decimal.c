#include "unit/schema/schema.h"

#include "schema/decimal.h"

static blz_decimal decimal(const char *text)
{
    json_t *json = sc_json(text);
    blz_decimal value = blz_decimal_of(json);
    json_decref(json);
    return value;
}

START_TEST(numbers_are_written_as_people_do)
{
    static const char *const cases[][2] = {
        {"0", "0"},
        {"-0.0", "0"},
        {"-12", "-12"},
        {"1.0", "1"},
        {"1200", "1200"},
        {"0.5", "0.5"},
        {"-0.0075", "-0.0075"},
        {"123.456", "123.456"},
        {"0.1", "0.1"},
        {"0.30000000000000004", "0.30000000000000004"},
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"1e18", "1000000000000000000"},
        {"1e19", "1e+19"},
        {"1e300", "1e+300"},
        {"-1.5e300", "-15e+299"},
        {"1e-19", "0.0000000000000000001"},
        {"1e-20", "1e-20"},
        {"1.7976931348623157e308", "17976931348623157e+292"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char text[BLZ_DECIMAL_MAX];
        blz_decimal_text(text, decimal(cases[i][0]));
        ck_assert_str_eq(text, cases[i][1]);
    }
}
END_TEST

START_TEST(numbers_have_an_order)
{
    static const char *const ladder[] = {
        "-1e300",
        "-9223372036854775808",
        "-9223372036854775807",
        "-10",
        "-9.5",
        "-1e-300",
        "0",
        "1e-300",
        "0.0999999999999999",
        "0.1",
        "0.11",
        "1",
        "9.99",
        "10",
        "9007199254740992",
        "9007199254740993",
        "9223372036854775807",
        "1e19",
        "1.7976931348623157e308",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(ladder); i++)
        for (size_t j = 0; j < BLZ_COUNT_OF(ladder); j++) {
            int order = blz_decimal_compare(decimal(ladder[i]), decimal(ladder[j]));
            ck_assert_msg(i < j   ? order < 0
                          : i > j ? order > 0
                                  : order == 0,
                          "%s, %s: %d", ladder[i], ladder[j], order);
        }
}
END_TEST

START_TEST(the_same_number_may_be_written_in_several_ways)
{
    static const char *const pairs[][2] = {{"1", "1.0"},      {"100", "1e2"},    {"0", "-0.0"},
                                           {"0.001", "1e-3"}, {"-20", "-2.0e1"}, {"1.50", "1.5"}};
    for (size_t i = 0; i < BLZ_COUNT_OF(pairs); i++)
        ck_assert_int_eq(blz_decimal_compare(decimal(pairs[i][0]), decimal(pairs[i][1])), 0);
}
END_TEST

START_TEST(multiples_are_those_of_the_decimals)
{
    static const struct {
        const char *value, *divisor;
        bool is;
    } cases[] = {
        {"0", "7", true},
        {"21", "7", true},
        {"-21", "7", true},
        {"22", "7", false},
        {"0.0075", "0.0001", true},
        {"0.00751", "0.0001", false},
        {"0.3", "0.1", true},
        {"1.1", "0.25", false},
        {"4.5", "1.5", true},
        {"20", "0.5", true},
        {"30", "20", false},
        {"1000", "8", true},
        {"1e308", "0.123456789", false},
        {"1e308", "0.5", true},
        {"1e-300", "1e-301", true},
        {"1e-301", "1e-300", false},
        {"9223372036854775807", "7", true}, /* 7 * 7 * 73 * 127 * 337 * 92737 * 649657 */
        {"9223372036854775806", "7", false},
        {"9223372036854775807", "9223372036854775807", true},
        {"1e300", "9223372036854775807", false},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        ck_assert_msg(blz_decimal_is_multiple(decimal(cases[i].value), decimal(cases[i].divisor)) ==
                          cases[i].is,
                      "%s of %s", cases[i].value, cases[i].divisor);
}
END_TEST

START_TEST(whole_numbers_have_no_places)
{
    static const char *const whole[] = {"0", "-0.0", "1.0", "-7", "1e20", "1.5e1", "9223372036854775807"};
    static const char *const others[] = {"0.5", "-1.25", "1e-300", "100.1"};
    for (size_t i = 0; i < BLZ_COUNT_OF(whole); i++)
        ck_assert_msg(blz_decimal_is_whole(decimal(whole[i])), "%s", whole[i]);
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++)
        ck_assert_msg(!blz_decimal_is_whole(decimal(others[i])), "%s", others[i]);
    ck_assert(blz_decimal_is_whole((blz_decimal){.digits = 500, .exponent = -2}));
}
END_TEST

UNIT_MAIN("schema/decimal", numbers_are_written_as_people_do, numbers_have_an_order,
          the_same_number_may_be_written_in_several_ways, multiples_are_those_of_the_decimals,
          whole_numbers_have_no_places)
