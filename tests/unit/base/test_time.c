#include "unit/unit.h"

#include <string.h>

#include "base/time.h"

START_TEST(times_are_read)
{
    static const struct {
        const char *text;
        int64_t seconds;
        int nanos;
    } cases[] = {
        {"1970-01-01T00:00:00Z", 0, 0},
        {"2026-01-01T00:00:00Z", 1767225600, 0},
        {"2026-05-01T08:30:00.25+02:00", 1777617000, 250000000},
        {"2026-05-01T08:30:00-07:30", 1777651200, 0},
        {"2024-02-29T23:59:59.123456789123Z", 1709251199, 123456789},
        {"2000-02-29T12:00:00Z", 951825600, 0},
        {"1969-12-31T23:59:59Z", -1, 0},
        {"0000-01-01T00:00:00Z", -62167219200, 0},
        {"9999-12-31T23:59:59Z", 253402300799, 0},
        {"2016-12-31T23:59:60Z", 1483228800, 0},
        {"2017-01-01T05:29:60+05:30", 1483228800, 0},
        {"2026-01-01T00:00:00-00:00", 1767225600, 0},
        {"2026-01-01T14:00:00+14:00", 1767225600, 0},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        int64_t seconds = 1;
        int nanos = 1;
        ck_assert_ok(blz_time_parse(&seconds, &nanos, cases[i].text, strlen(cases[i].text)));
        ck_assert_int_eq(seconds, cases[i].seconds);
        ck_assert_int_eq(nanos, cases[i].nanos);
        ck_assert_ok(blz_time_parse(&seconds, NULL, cases[i].text, strlen(cases[i].text)));
    }
}
END_TEST

START_TEST(what_is_no_time_is_refused)
{
    static const char *const cases[] = {
        "",
        "2026",
        "2026-01-01",
        "2026-01-01T00:00:00",
        "2026-01-01 00:00:00Z",
        "2026-01-01t00:00:00Z",
        "2026-01-01T00:00:00z",
        "2026-01-01T00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:61Z",
        "2026-01-01T12:00:60Z",
        "2026-01-01T23:59:60+01:00",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00+0100",
        "2026-01-01T00:00:00+15:00",
        "2026-01-01T00:00:00+14:01",
        "2026-01-01T00:00:00+01:60",
        "2026-01-01T00:00:00Z ",
        "02026-01-01T00:00:00Z",
        "-2026-01-01T00:00:00Z",
        "2026-1-1T0:0:0Z",
        "2026-01-01T00:00:00,5Z",
        "+026-01-01T00:00:00Z",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        int64_t seconds = 7;
        ck_assert_msg(blz_time_parse(&seconds, NULL, cases[i], strlen(cases[i])) == BLZ_ERR_SYNTAX, "%s",
                      cases[i]);
        ck_assert_int_eq(seconds, 7);
    }
    int64_t seconds;
    ck_assert_int_eq(blz_time_parse(&seconds, NULL, "2026-01-01T00:00:00Z", 19), BLZ_ERR_SYNTAX);
}
END_TEST

START_TEST(every_day_of_the_calendar_survives)
{
    char text[BLZ_TIME_MAX];
    for (int64_t seconds = -INT64_C(62167219200); seconds <= INT64_C(253402300799);
         seconds += 86400 * 59 + 12345) {
        int64_t back = 0;
        ck_assert_ok(blz_time_format(text, seconds));
        ck_assert_uint_eq(strlen(text), 20);
        ck_assert_ok(blz_time_parse(&back, NULL, text, 20));
        ck_assert_int_eq(back, seconds);
    }
    ck_assert_ok(blz_time_format(text, 1767225600));
    ck_assert_str_eq(text, "2026-01-01T00:00:00Z");
    ck_assert_int_eq(blz_time_format(text, INT64_C(253402300800)), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_time_format(text, -INT64_C(62167219201)), BLZ_ERR_ARGUMENT);
}
END_TEST

START_TEST(users_of_the_library_can_read_times)
{
    int64_t seconds = 7;
    ck_assert_ok(blz_time_read(&seconds, "2026-01-31T12:00:00Z"));
    ck_assert_int_eq(seconds, 1769860800);
    ck_assert_int_eq(blz_time_read(&seconds, "2026-01-31"), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(seconds, 1769860800);
}
END_TEST

UNIT_MAIN("base/time", users_of_the_library_can_read_times, times_are_read, what_is_no_time_is_refused,
          every_day_of_the_calendar_survives)
