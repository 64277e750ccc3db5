#include "base/time.h"

#include <stdbool.h>
#include <string.h>

typedef struct cursor {
    const char *at, *end;
} cursor;

/* Exactly `count` digits, within low and high. */
static bool number(cursor *c, int count, int low, int high, int *out)
{
    int value = 0;
    for (; count > 0; count--, c->at++) {
        if (c->at == c->end || *c->at < '0' || *c->at > '9') return false;
        value = value * 10 + (*c->at - '0');
    }
    *out = value;
    return value >= low && value <= high;
}

static bool literal(cursor *c, char expected)
{
    if (c->at == c->end || *c->at != expected) return false;
    c->at++;
    return true;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

/* Days since 1970-01-01 in the Gregorian calendar: whole years first, counted from March so that the leap day
 * is a year's last. */
static int64_t days_from_date(int year, int month, int day)
{
    int64_t y = month > 2 ? year : year - 1, era = (y >= 0 ? y : y - 399) / 400, year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static bool fraction(cursor *c, int *nanos)
{
    *nanos = 0;
    if (!literal(c, '.')) return true;
    int unit = 100000000, digit = 0;
    if (!number(c, 1, 0, 9, &digit)) return false;
    do {
        *nanos += digit * unit;
        unit /= 10;
    } while (number(c, 1, 0, 9, &digit));
    return true;
}

/* Minutes east of UTC; no clock on earth is further than 14 hours from it. */
static bool zone(cursor *c, int *minutes)
{
    *minutes = 0;
    if (literal(c, 'Z')) return true;
    bool west = literal(c, '-');
    if (!west && !literal(c, '+')) return false;
    int hour = 0, minute = 0;
    if (!number(c, 2, 0, 14, &hour) || !literal(c, ':') || !number(c, 2, 0, 59, &minute)) return false;
    *minutes = (west ? -1 : 1) * (hour * 60 + minute);
    return hour * 60 + minute <= 14 * 60;
}

blz_status blz_time_parse(int64_t *seconds, int *nanos, const char *text, size_t length)
{
    cursor c = {text, text + length};
    int year, month, day, hour, minute, second, east, fractional;
    bool date = number(&c, 4, 0, 9999, &year) && literal(&c, '-') && number(&c, 2, 1, 12, &month) &&
                literal(&c, '-') && number(&c, 2, 1, 31, &day) && day <= days_in_month(year, month);
    bool clock = date && literal(&c, 'T') && number(&c, 2, 0, 23, &hour) && literal(&c, ':') &&
                 number(&c, 2, 0, 59, &minute) && literal(&c, ':') && number(&c, 2, 0, 60, &second);
    if (!clock || !fraction(&c, &fractional) || !zone(&c, &east) || c.at != c.end) return BLZ_ERR_SYNTAX;
    int64_t of_minute = days_from_date(year, month, day) * 86400 + ((int64_t)hour * 60 + minute - east) * 60;
    bool last_minute_of_day = ((of_minute % 86400) + 86400) % 86400 == 86340;
    if (second == 60 && !last_minute_of_day) return BLZ_ERR_SYNTAX;
    *seconds = of_minute + second;
    if (nanos) *nanos = fractional;
    return BLZ_OK;
}

static void put(char *out, int count, int value)
{
    for (; count > 0; value /= 10)
        out[--count] = (char)('0' + value % 10);
}

blz_status blz_time_format(char out[BLZ_TIME_MAX], int64_t seconds)
{
    if (seconds < -INT64_C(62167219200) || seconds > INT64_C(253402300799)) return BLZ_ERR_ARGUMENT;
    int64_t days = (seconds - ((seconds % 86400) + 86400) % 86400) / 86400;
    int clock = (int)(seconds - days * 86400);
    int64_t shifted = days + 719468, era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int of_era = (int)(shifted - era * 146097);
    int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (5 * of_year + 2) / 153, month = from_march < 10 ? from_march + 3 : from_march - 9;
    int year = (int)(era * 400) + year_of_era + (month <= 2);
    int day = of_year - (153 * from_march + 2) / 5 + 1;
    memcpy(out, "0000-00-00T00:00:00Z", 21);
    put(out, 4, year);
    put(out + 5, 2, month);
    put(out + 8, 2, day);
    put(out + 11, 2, clock / 3600);
    put(out + 14, 2, clock / 60 % 60);
    put(out + 17, 2, clock % 60);
    return BLZ_OK;
}

blz_status blz_time_read(int64_t *seconds, const char *text)
{
    return blz_time_parse(seconds, NULL, text, strlen(text));
}
