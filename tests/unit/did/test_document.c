#include "unit/did/web.h"

#include "codec/json_read.h"
#include "did/document.h"

#define URL "https://example.edu/issuer"

static blz_key_document *parse(const char *text)
{
    blz_key_document *document = blz_calloc(1, sizeof *document);
    document->references = 1;
    document->url = blz_strdup(URL);
    document->home = BLZ_HOME_CONTROLLER;
    ck_assert_ok(blz_json_parse(&document->json, text, strlen(text), 16, NULL, NULL));
    return document;
}

START_TEST(ids_absolute_and_relative)
{
    blz_key_document document = {.url = (char *)(uintptr_t)URL};
    static const struct {
        const char *id, *name;
        bool same;
    } rows[] = {
        {URL "#k", URL "#k", true}, {"#k", URL "#k", true},  {URL "#k", "#k", true},
        {"#k", "#k", true},         {"#k", URL "#l", false}, {"#k", "#l", false},
        {"k", URL "#k", false},     {URL, URL "#k", false},  {"#k", URL "2#k", false},
        {NULL, "#k", false},        {"#", URL "#", true},    {"#k", "https://example.com/issuer#k", false},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++)
        ck_assert_int_eq(blz_id_is(&document, rows[i].id, rows[i].name), rows[i].same);
}
END_TEST

START_TEST(values_alone_and_in_lists)
{
    BLZ_AUTO(blz_key_document) document = parse("{\"a\":[1,2],\"b\":\"x\",\"c\":[]}");
    ck_assert_uint_eq(blz_values_count(document->json, "a"), 2);
    ck_assert_uint_eq(blz_values_count(document->json, "b"), 1);
    ck_assert_uint_eq(blz_values_count(document->json, "c"), 0);
    ck_assert_uint_eq(blz_values_count(document->json, "d"), 0);
    ck_assert_int_eq(json_integer_value(blz_values_at(document->json, "a", 1)), 2);
    ck_assert_str_eq(json_string_value(blz_values_at(document->json, "b", 0)), "x");
}
END_TEST

START_TEST(methods_and_what_they_are_for)
{
    BLZ_AUTO(blz_key_document) document =
        parse("{\"id\":\"" URL "\",\"verificationMethod\":[{\"id\":\"#a\"},{\"id\":\"" URL "#b\"},7],"
              "\"assertionMethod\":[\"" URL "#a\",{\"id\":\"#c\"}],\"authentication\":{\"id\":\"#d\"},"
              "\"publicKey\":[{\"id\":\"#e\"}]}");
    static const struct {
        const char *url;
        bool there, for_assertion;
    } rows[] = {
        {URL "#a", true, true},  {URL "#b", true, false}, {URL "#c", true, true},
        {URL "#d", true, false}, {URL "#e", true, false}, {URL "#f", false, false},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        ck_assert_int_eq(blz_method_in(document, rows[i].url) != NULL, rows[i].there);
        ck_assert_int_eq(blz_is_for_assertion(document, rows[i].url), rows[i].for_assertion);
    }
}
END_TEST

START_TEST(public_keys_of_a_profile)
{
    BLZ_AUTO(blz_key_document) document = parse("{\"id\":\"" URL "\",\"publicKey\":{\"id\":\"" URL "#k\"}}");
    ck_assert(blz_is_for_assertion(document, URL "#k"));
    document->home = BLZ_HOME_DID; /* a DID document lists what it is for */
    ck_assert(!blz_is_for_assertion(document, URL "#k"));
}
END_TEST

START_TEST(when_methods_end)
{
    static const struct {
        const char *method;
        blz_status status;
        int64_t ends;
    } rows[] = {
        {"{}", BLZ_OK, INT64_MAX},
        {"{\"expires\":\"2026-01-01T00:00:01Z\"}", BLZ_OK, 1767225601},
        {"{\"revoked\":\"2025-01-01T00:00:00Z\",\"expires\":\"2027-01-01T00:00:00Z\"}", BLZ_OK, 1735689600},
        {"{\"expires\":\"2025-01-01T00:00:00Z\",\"revoked\":\"2027-01-01T00:00:00Z\"}", BLZ_OK, 1735689600},
        {"{\"expires\":\"soon\"}", BLZ_ERR_INVALID, 0},
        {"{\"revoked\":true}", BLZ_ERR_INVALID, 0},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        json_auto_t *method = NULL;
        int64_t ends = 0;
        ck_assert_ok(blz_json_parse(&method, rows[i].method, strlen(rows[i].method), 8, NULL, NULL));
        ck_assert_int_eq(blz_method_ends(&ends, method), rows[i].status);
        if (rows[i].status == BLZ_OK) ck_assert_int_eq(ends, rows[i].ends);
    }
}
END_TEST

START_TEST(kinds)
{
    static const struct {
        const char *text;
        blz_status status;
        blz_key_home home;
        const char *reason;
    } rows[] = {
        {"{\"keys\":[]}", BLZ_OK, BLZ_HOME_JWKS, NULL},
        {"{\"kty\":\"OKP\"}", BLZ_OK, BLZ_HOME_JWK, NULL},
        {"{\"id\":\"" URL "\",\"verificationMethod\":[]}", BLZ_OK, BLZ_HOME_CONTROLLER, NULL},
        {"{\"publicKeyMultibase\":\"z\"}", BLZ_OK, BLZ_HOME_METHOD, NULL},
        {"-----BEGIN PUBLIC KEY-----", BLZ_OK, BLZ_HOME_PEM, NULL},
        {"{\"verificationMethod\":[]}", BLZ_ERR_INVALID, 0, "the document \"" URL "\" has nothing as its id"},
        {"{\"id\":\"https://example.com\",\"publicKey\":[]}", BLZ_ERR_INVALID, 0,
         "the document \"" URL "\" has \"https://example.com\" as its id"},
        {"{\"id\":\"" URL "\"}", BLZ_ERR_INVALID, 0, "the document \"" URL "\" has no key in it"},
        {"[]", BLZ_ERR_INVALID, 0, "the document \"" URL "\" has no key in it"},
        {"7", BLZ_ERR_INVALID, 0, "the document \"" URL "\" has no key in it"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        struct web web = {{{URL, rows[i].text}}, BLZ_OK};
        BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
        BLZ_AUTO(blz_text) reason = NULL;
        BLZ_AUTO(blz_key_document) document = NULL;
        ck_assert_int_eq(blz_key_document_get(&document, ctx, URL "#k", &reason), rows[i].status);
        ck_assert_int_eq(document != NULL, rows[i].status == BLZ_OK);
        if (document) ck_assert_int_eq(document->home, rows[i].home);
        ck_assert_pstr_eq(reason, rows[i].reason);
    }
}
END_TEST

UNIT_MAIN("did/document", ids_absolute_and_relative, values_alone_and_in_lists, methods_and_what_they_are_for,
          public_keys_of_a_profile, when_methods_end, kinds)
