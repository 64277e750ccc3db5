#include "schema/format.h"

#include <stdint.h>
#include <string.h>

#include "base/time.h"
#include "base/uri.h"
#include "schema/pattern.h"

/* Texts with a NUL have no format but "regex". */
static bool has_nul(const char *text, size_t length)
{
    return strlen(text) != length;
}

/* Digits at fixed places; everything else has to be the same as in `form`: "9999-99-99". */
static bool has_form(const char *text, size_t length, const char *form)
{
    if (length != strlen(form)) return false;
    for (size_t i = 0; i < length; i++)
        if (form[i] == '9' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return false;
    return true;
}

static blz_status check_date_time(bool *ok, const char *text, size_t length)
{
    int64_t seconds = 0;
    *ok = blz_time_parse(&seconds, NULL, text, length) == BLZ_OK;
    return BLZ_OK;
}

/* A date or a time is right if it makes a right date-time. */
static bool completes(const char *before, const char *text, size_t length, const char *after)
{
    char full[64];
    int64_t seconds = 0;
    size_t head = strlen(before), tail = strlen(after);
    if (head + length + tail >= sizeof full) return false;
    memcpy(full, before, head);
    memcpy(full + head, text, length);
    memcpy(full + head + length, after, tail);
    return blz_time_parse(&seconds, NULL, full, head + length + tail) == BLZ_OK;
}

static blz_status check_date(bool *ok, const char *text, size_t length)
{
    *ok = has_form(text, length, "9999-99-99") && completes("", text, length, "T00:00:00Z");
    return BLZ_OK;
}

static blz_status check_time(bool *ok, const char *text, size_t length)
{
    *ok = completes("2016-12-31T", text, length, "");
    return BLZ_OK;
}

static blz_status check_uri(bool *ok, const char *text, size_t length)
{
    blz_uri uri;
    *ok = !has_nul(text, length) && blz_uri_split(&uri, text) == BLZ_OK && uri.scheme.at;
    return BLZ_OK;
}

static blz_status check_uri_reference(bool *ok, const char *text, size_t length)
{
    blz_uri uri;
    *ok = !has_nul(text, length) && blz_uri_split(&uri, text) == BLZ_OK;
    return BLZ_OK;
}

static blz_status check_email(bool *ok, const char *text, size_t length)
{
    *ok = !has_nul(text, length) && blz_uri_is_email(text);
    return BLZ_OK;
}

static blz_status check_uuid(bool *ok, const char *text, size_t length)
{
    *ok = length == 36;
    for (size_t i = 0; *ok && i < length; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        *ok = dash ? text[i] == '-' : text[i] && strchr("0123456789abcdefABCDEF", text[i]) != NULL;
    }
    return BLZ_OK;
}

static blz_status check_regex(bool *ok, const char *text, size_t length)
{
    BLZ_AUTO(blz_pattern) pattern = NULL;
    blz_status status = blz_pattern_compile(&pattern, text, length, NULL, 0);
    *ok = status == BLZ_OK;
    return status == BLZ_ERR_NOMEM ? status : BLZ_OK;
}

static blz_status check_json_pointer(bool *ok, const char *text, size_t length)
{
    *ok = !length || *text == '/';
    for (size_t i = 0; *ok && i < length; i++)
        if (text[i] == '~') *ok = text[i + 1] == '0' || text[i + 1] == '1';
    return BLZ_OK;
}

/* BCP 47 as far as its form goes: subtags of one to eight letters or digits, the first one two to eight
 * letters. */
static blz_status check_language(bool *ok, const char *text, size_t length)
{
    size_t run = 0, subtags = 0;
    *ok = true;
    for (size_t i = 0; *ok && i <= length; i++) {
        bool letter =
            i < length && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z'));
        bool digit = i < length && text[i] >= '0' && text[i] <= '9';
        if (letter || (digit && subtags > 0)) {
            run++;
        } else {
            *ok = (i == length || text[i] == '-') && run >= (subtags ? 1U : 2U) && run <= 8;
            subtags++;
            run = 0;
        }
    }
    return BLZ_OK;
}

/* ISO 8601: P, then years to days or weeks, then T and hours to seconds; each at most once, in order. */
static blz_status check_duration(bool *ok, const char *text, size_t length)
{
    const char *units = "YMD", *p = text + 1;
    bool any = false, time = false;
    *ok = false;
    if (has_nul(text, length) || *text != 'P') return BLZ_OK;
    size_t weeks = strspn(p, "0123456789");
    if (weeks && p[weeks] == 'W') {
        *ok = !p[weeks + 1];
        return BLZ_OK;
    }
    while (*p) {
        if (*p == 'T' && !time) {
            time = true;
            any = false;
            units = "HMS";
            p++;
            continue;
        }
        size_t digits = strspn(p, "0123456789");
        const char *unit = digits && p[digits] ? strchr(units, p[digits]) : NULL;
        if (!unit) return BLZ_OK;
        any = true;
        units = unit + 1;
        p += digits + 1;
    }
    *ok = any;
    return BLZ_OK;
}

static const blz_format formats[] = {
    {"date", "a date such as 2026-05-31", check_date},
    {"date-time", "a date and time with its zone, such as 2026-05-31T12:00:00Z", check_date_time},
    {"duration", "a length of time such as P14D (14 days)", check_duration},
    {"email", "an e-mail address", check_email},
    {"json-pointer", "a JSON pointer such as /levels/0", check_json_pointer},
    {"language", "a language tag such as en or es-MX", check_language},
    {"regex", "a regular expression", check_regex},
    {"time", "a time with its zone, such as 12:00:00Z", check_time},
    {"uri", "a full web address such as https://badges.example.edu/ct", check_uri},
    {"uri-reference", "a web address or a path", check_uri_reference},
    {"uuid", "a UUID", check_uuid},
};

const blz_format *blz_format_find(const char *name)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(formats); i++)
        if (strcmp(formats[i].name, name) == 0) return &formats[i];
    return NULL;
}
