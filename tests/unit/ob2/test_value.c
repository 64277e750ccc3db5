#include "ob2/value.h"
#include "unit/unit.h"

#include <string.h>

typedef struct sample {
    blz_ob2_type type;
    const char *good, *bad; /* separated by blanks */
} sample;

static const sample samples[] = {
    {BLZ_OB2_COMPACT_IRI, "id name schema:name https://a.example/x _:b0", ":x"},
    {BLZ_OB2_DATA_URI, "data:image/png;base64,AAAA data:,x", "https://a.example/ data:image/png"},
    {BLZ_OB2_DATA_URI_OR_URL, "data:,x https://a.example/x", "ftp://a.example/x a"},
    {BLZ_OB2_DATETIME,
     "2016-12-31T23:59:59Z 2017-10-01T00:00Z 20171001T000000Z 2017-10-01T00:00:00.123+02:00 "
     "2017-10-01T00:00:00,5-0500 2017-10-01T00:00:00+02",
     "2017-10-01 2017-10-01T00:00:00 2017-13-01T00:00:00Z 2017-02-30T00:00:00Z now 1262304000 "
     "2017-10-01T00:00:00+2 2017-10-01T25:00:00Z"},
    {BLZ_OB2_EMAIL, "a@b jane@example.edu", "jane @example jane@ a@b@c"},
    {BLZ_OB2_IRI,
     "http://a.example/ HTTPS://A.example/x _:b0 urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9 "
     "URN:UUID:52E4C6B3-8C13-4FA8-8482-A5CF34EF37A9",
     "urn:uuid:52e4c6b3-8c13-0fa8-8482-a5cf34ef37a9 urn:uuid:52e4c6b3-8c13-4fa8-c482-a5cf34ef37a9 "
     "urn:uuid:52e4c6b38c134fa88482a5cf34ef37a9 urn:isbn:1 mailto:a@b a _: https://"},
    {BLZ_OB2_LANGUAGE, "en en-US es-419 zh-Hant-TW", "e en_US englishes-x en- -en 12"},
    {BLZ_OB2_RDF_TYPE, "Assertion BadgeClass email id hosted extensions:X https://a.example/T", "Unknown X"},
    {BLZ_OB2_TELEPHONE, "+16175551212 16175551212 +16175551212;ext=12",
     "617-555 +0123 12345678901234567 +1;ext= 1"},
    {BLZ_OB2_URL, "http://a.example/ https://a.example:8443/x?y#z",
     "ftp://a.example/ urn:x https:// a.example"},
    {BLZ_OB2_URL_AUTHORITY, "example.org a-b.example.org xn--a.example",
     "https://example.org example.org:80 example .org a..org -a.org a-.org user@example.org a.1 localhost"},
};

/* Whether each word is of the type, or none. */
static void expect_all(blz_ob2_type type, const char *words, bool is)
{
    while (*words) {
        size_t length = strcspn(words, " ");
        json_t *value = json_stringn(words, length);
        ck_assert_msg(blz_ob2_value_is(type, value) == is, "%.*s as %s", (int)length, words,
                      blz_ob2_type_text(type));
        json_decref(value);
        words += length + strspn(words + length, " ");
    }
}

START_TEST(texts)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(samples); i++) {
        expect_all(samples[i].type, samples[i].good, true);
        expect_all(samples[i].type, samples[i].bad, false);
    }
}
END_TEST

START_TEST(other_values)
{
    json_t *yes = json_true(), *number = json_integer(5), *text = json_string("x"), *empty = json_string("");
    ck_assert(blz_ob2_value_is(BLZ_OB2_BOOLEAN, yes));
    ck_assert(!blz_ob2_value_is(BLZ_OB2_BOOLEAN, text));
    ck_assert(!blz_ob2_value_is(BLZ_OB2_TEXT, yes));
    ck_assert(blz_ob2_value_is(BLZ_OB2_TEXT, text));
    ck_assert(blz_ob2_value_is(BLZ_OB2_MARKDOWN_TEXT, empty));
    ck_assert(blz_ob2_value_is(BLZ_OB2_IDENTITY_HASH, text));
    ck_assert(blz_ob2_value_is(BLZ_OB2_TEXT_OR_NUMBER, number));
    ck_assert(blz_ob2_value_is(BLZ_OB2_TEXT_OR_NUMBER, text));
    ck_assert(!blz_ob2_value_is(BLZ_OB2_TEXT_OR_NUMBER, yes));
    ck_assert(!blz_ob2_value_is(BLZ_OB2_TEXT, NULL));
    for (int type = BLZ_OB2_BOOLEAN; type <= BLZ_OB2_URL_AUTHORITY; type++) {
        ck_assert(*blz_ob2_type_text((blz_ob2_type)type));
        if (type != BLZ_OB2_BOOLEAN) (void)blz_ob2_value_is((blz_ob2_type)type, empty);
    }
    json_decref(number);
    json_decref(text);
    json_decref(empty);
}
END_TEST

START_TEST(hashes)
{
    ck_assert(blz_ob2_is_hashed("md5$0123456789abcdef0123456789ABCDEF"));
    ck_assert(blz_ob2_is_hashed("sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942"));
    ck_assert(!blz_ob2_is_hashed("sha256$ecf5"));
    ck_assert(!blz_ob2_is_hashed("md5$0123456789abcdef0123456789ABCDEG"));
    ck_assert(!blz_ob2_is_hashed("sha1$da39a3ee5e6b4b0d3255bfef95601890afd80709"));
    ck_assert(!blz_ob2_is_hashed("jane@example.edu"));
}
END_TEST

START_TEST(times)
{
    int64_t seconds = 0;
    int nanos = 0;
    ck_assert_ok(blz_ob2_time_parse(&seconds, &nanos, "1970-01-01T00:01Z"));
    ck_assert_int_eq(seconds, 60);
    ck_assert_ok(blz_ob2_time_parse(&seconds, &nanos, "19700101T010000.5+01"));
    ck_assert_int_eq(seconds, 0);
    ck_assert_int_eq(nanos, 500000000);
    ck_assert_ok(blz_ob2_time_parse(&seconds, NULL, "1970-01-01T00:00:00-0100"));
    ck_assert_int_eq(seconds, 3600);
    static const char *const mixed[] = {"2017-1001T00:00:00Z", "201710-01T00:00:00Z", "2017-10-01T00:0000Z",
                                        "2017-10-01T0000:00Z", "2017-10-01T00:00:Z",  "2017-10-01T00Z"};
    for (size_t i = 0; i < BLZ_COUNT_OF(mixed); i++)
        ck_assert_int_eq(blz_ob2_time_parse(&seconds, &nanos, mixed[i]), BLZ_ERR_SYNTAX);
    ck_assert_ok(blz_ob2_time_parse(&seconds, &nanos, "20171001T00:00:00,5+0100"));
}
END_TEST

UNIT_MAIN("ob2/value", texts, other_values, hashes, times)
