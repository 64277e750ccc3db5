#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>

#include "codec/json_write.h"
#include "codec/yaml_scalar.h"

/* What an unquoted text means, written as JSON. */
static void means(const char *text, const char *expected)
{
    const char *message = NULL, *hint = NULL;
    json_auto_t *value = NULL;
    BLZ_SCOPED(blz_buf) written = BLZ_BUF(400);
    ck_assert_msg(blz_yaml_scalar(&value, text, strlen(text), &message, &hint) == BLZ_OK, "%s", text);
    ck_assert_ok(blz_json_write(&written, value, 0));
    ck_assert_msg(strcmp(written.data, expected) == 0, "%s: %s", text, written.data);
    ck_assert_ptr_null(message);
}

static void is_text(const char *text)
{
    const char *message = NULL, *hint = NULL;
    json_auto_t *value = NULL;
    ck_assert_ok(blz_yaml_scalar(&value, text, strlen(text), &message, &hint));
    ck_assert_msg(json_is_string(value), "%s", text);
    ck_assert_str_eq(json_string_value(value), text);
    ck_assert_uint_eq(json_string_length(value), strlen(text));
}

START_TEST(nothing_and_truth)
{
    static const char *const rows[][2] = {{"", "null"},       {"~", "null"},     {"null", "null"},
                                          {"Null", "null"},   {"NULL", "null"},  {"true", "true"},
                                          {"True", "true"},   {"TRUE", "true"},  {"false", "false"},
                                          {"False", "false"}, {"FALSE", "false"}};
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++)
        means(rows[i][0], rows[i][1]);
    static const char *const others[] = {"nUll", "tRUE", "~~",     "yes",     "No",
                                         "on",   "OFF",  "truely", "nullnull"};
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++)
        is_text(others[i]);
}
END_TEST

START_TEST(whole_numbers)
{
    static const char *const rows[][2] = {
        {"0", "0"},
        {"-0", "0"},
        {"+7", "7"},
        {"007", "7"},
        {"-12", "-12"},
        {"9223372036854775807", "9223372036854775807"},
        {"+9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"00000000000000000000001", "1"},
        {"0o0", "0"},
        {"0o17", "15"},
        {"0o777777777777777777777", "9223372036854775807"},
        {"0x0", "0"},
        {"0xfF", "255"},
        {"0x7FFFFFFFFFFFFFFF", "9223372036854775807"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++)
        means(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(real_numbers)
{
    static const char *const rows[][2] = {
        {"1.5", "1.5"},     {"-1.5", "-1.5"},
        {"+1.5", "1.5"},    {"1.", "1.0"},
        {".5", "0.5"},      {"-.5", "-0.5"},
        {"+.5", "0.5"},     {"1e3", "1000.0"},
        {"1E+3", "1000.0"}, {"1.e3", "1000.0"},
        {".5e-1", "0.05"},  {"-0.0", "-0.0"},
        {"007.50", "7.5"},  {"1e-400", "0.0"},
        {"+1e2", "100.0"},  {"1.7976931348623157e308", "1.7976931348623157e+308"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++)
        means(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(what_looks_like_a_number_and_is_text)
{
    static const char *const texts[] = {
        "-",     "+",    ".",     "..",    "-.",    "+.",    "e5",         ".e5",   "1e",      "1e+",
        "1.5.2", "1,5",  "1 000", "1_000", "0o",    "0x",    "0o8",        "0xg",   "0b11",    "-0x1",
        "+0o7",  "0X1F", "0O17",  "--1",   "+-1",   "1-2",   "2026-05-01", "12:30", "1:30:00", "1.5e1.5",
        "inf",   "nan",  ".in",   ".infx", "+.nan", "-.NaN", ".iNF",       ".Nan",  "--.inf",  "1e5x"};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++)
        is_text(texts[i]);
}
END_TEST

START_TEST(numbers_that_cannot_be_kept)
{
    static const char whole[] = "this whole number is too large (it does not fit into 64 bits)",
                      real[] = "this number is too large",
                      endless[] = "infinite numbers and \"not a number\" have no place here";
    static const struct {
        const char *text, *message;
    } rows[] = {
        {"9223372036854775808", whole},
        {"-9223372036854775809", whole},
        {"18446744073709551616", whole},
        {"0x8000000000000000", whole},
        {"0xFFFFFFFFFFFFFFFFFF", whole},
        {"0o1000000000000000000000", whole},
        {"1e309", real},
        {"-1e309", real},
        {".nan", endless},
        {".NaN", endless},
        {".NAN", endless},
        {".inf", endless},
        {"+.Inf", endless},
        {"-.INF", endless},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        const char *message = NULL, *hint = NULL;
        json_t *value = NULL;
        ck_assert_msg(blz_yaml_scalar(&value, rows[i].text, strlen(rows[i].text), &message, &hint) ==
                          BLZ_ERR_INVALID,
                      "%s", rows[i].text);
        ck_assert_ptr_null(value);
        ck_assert_str_eq(message, rows[i].message);
        ck_assert_str_eq(hint, "put it in quotes if it is meant as text");
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    static const char *const texts[] = {"null", "true", "12", "1.5", "text"};
    json_set_alloc_funcs(blz_malloc, blz_free);
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++)
        for (EACH_ALLOCATION_FAILS(f)) {
            const char *message = NULL, *hint = NULL;
            json_t *value = NULL;
            blz_mem_set_failing(fails_at, &f);
            blz_status status = blz_yaml_scalar(&value, texts[i], strlen(texts[i]), &message, &hint);
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
            ck_assert((value != NULL) == (status == BLZ_OK));
            json_decref(value);
        }
    json_set_alloc_funcs(malloc, free);
}
END_TEST

UNIT_MAIN("codec/yaml_scalar", nothing_and_truth, whole_numbers, real_numbers,
          what_looks_like_a_number_and_is_text, numbers_that_cannot_be_kept, a_failing_allocation_is_reported)
