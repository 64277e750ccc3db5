#include "unit/schema/schema.h"

#include "schema/format.h"

typedef struct sample {
    const char *format, *text;
} sample;

static bool fits(const char *name, const char *text, size_t length)
{
    const blz_format *format = blz_format_find(name);
    bool ok = false;
    ck_assert_msg(format != NULL, "%s", name);
    ck_assert_ok(format->check(&ok, text, length));
    return ok;
}

START_TEST(right_texts_fit)
{
    static const sample samples[] = {
        {"date", "2026-05-31"},
        {"date", "2024-02-29"},
        {"date-time", "2026-05-31T12:00:00Z"},
        {"date-time", "2016-12-31T23:59:60.5+00:00"},
        {"time", "23:59:60Z"},
        {"time", "12:00:00.25-05:00"},
        {"duration", "P14D"},
        {"duration", "P2W"},
        {"duration", "P1Y2M3DT4H5M6S"},
        {"duration", "PT0S"},
        {"duration", "P1MT1M"},
        {"email", "maria@example.edu"},
        {"json-pointer", ""},
        {"json-pointer", "/"},
        {"json-pointer", "/a~0b~1c/0"},
        {"language", "en"},
        {"language", "es-MX"},
        {"language", "zh-Hant-x-1"},
        {"regex", "^a+$"},
        {"regex", ""},
        {"uri", "https://badges.example.edu/ct"},
        {"uri", "urn:uuid:1"},
        {"uri-reference", "ct"},
        {"uri-reference", "#a"},
        {"uri-reference", ""},
        {"uuid", "550e8400-e29b-41d4-A716-446655440000"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(samples); i++)
        ck_assert_msg(fits(samples[i].format, samples[i].text, strlen(samples[i].text)), "%s: %s",
                      samples[i].format, samples[i].text);
}
END_TEST

START_TEST(wrong_texts_do_not)
{
    static const sample samples[] = {
        {"date", ""},
        {"date", "2026-5-31"},
        {"date", "2025-02-29"},
        {"date", "2026-05-31T12:00:00Z"},
        {"date", "2026/05/31"},
        {"date-time", "2026-05-31"},
        {"date-time", "2026-05-31T12:00:00"},
        {"date-time", "2026-05-31T24:00:00Z"},
        {"time", "12:00:00"},
        {"time", "12:00Z"},
        {"time", "22:59:60Z"},
        {"time", "12:00:00.0000000000000000000000000000000000000000000000000000000000000Z"},
        {"duration", ""},
        {"duration", "P"},
        {"duration", "PT"},
        {"duration", "P1DT"},
        {"duration", "P1D2M"},
        {"duration", "P1H"},
        {"duration", "PT1D"},
        {"duration", "P1W1D"},
        {"duration", "P1"},
        {"duration", "P-1D"},
        {"duration", "1D"},
        {"duration", "PT1HT1M"},
        {"email", "maria"},
        {"json-pointer", "a"},
        {"json-pointer", "/~"},
        {"json-pointer", "/~2"},
        {"language", ""},
        {"language", "e"},
        {"language", "1n"},
        {"language", "en-"},
        {"language", "-en"},
        {"language", "en_US"},
        {"language", "en-abcdefghi"},
        {"language", "english language"},
        {"regex", "("},
        {"regex", "\\A"},
        {"uri", "/ct"},
        {"uri", "https://example.edu/a b"},
        {"uri-reference", "a b"},
        {"uuid", "550e8400-e29b-41d4-a716-44665544000"},
        {"uuid", "550e8400-e29b-41d4-a716-44665544000g"},
        {"uuid", "550e8400ae29b-41d4-a716-446655440000"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(samples); i++)
        ck_assert_msg(!fits(samples[i].format, samples[i].text, strlen(samples[i].text)), "%s: %s",
                      samples[i].format, samples[i].text);
}
END_TEST

START_TEST(a_nul_fits_only_a_regex)
{
    static const sample samples[] = {
        {"date", "2026-05-31"},
        {"date-time", "2026-05-31T12:00:00Z"},
        {"time", "12:00:00Z"},
        {"duration", "P14D"},
        {"email", "maria@example.edu"},
        {"language", "en"},
        {"uri", "urn:uuid:1"},
        {"uri-reference", "ct"},
        {"uuid", "550e8400-e29b-41d4-a716-446655440000"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(samples); i++)
        ck_assert_msg(!fits(samples[i].format, samples[i].text, strlen(samples[i].text) + 1), "%s",
                      samples[i].format);
    ck_assert(!fits("uuid", "550e8400-e29b-41d4-a716-44665544000", 36));
    ck_assert(fits("regex", "a\0b", 3));
}
END_TEST

START_TEST(names_are_exact)
{
    static const char *const none[] = {"", "Date", "dat", "dates", "hostname", "ipv4"};
    for (size_t i = 0; i < BLZ_COUNT_OF(none); i++)
        ck_assert_ptr_null(blz_format_find(none[i]));
    ck_assert_str_eq(blz_format_find("email")->words, "an e-mail address");
}
END_TEST

START_TEST(memory_may_run_out_at_a_regex)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        bool ok = false;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_format_find("regex")->check(&ok, "a|b", 3);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert(ok == !failed(&f));
    }
}
END_TEST

UNIT_MAIN("schema/format", right_texts_fit, wrong_texts_do_not, a_nul_fits_only_a_regex, names_are_exact,
          memory_may_run_out_at_a_regex)
