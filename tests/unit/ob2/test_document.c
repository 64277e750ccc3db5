#include "ob2/document.h"
#include "school.h"

static const page pages[] = {
    {S "1", ASSERTION, BLZ_OK, S "moved"},
    {S "gone", NULL, BLZ_ERR_GONE, NULL},
    {S "down", NULL, BLZ_ERR_NETWORK, NULL},
    {S "list", "[]", BLZ_OK, NULL},
    {S "broken", "{", BLZ_OK, NULL},
    {S "words", "{'@context': {}, 'a': 'b'}", BLZ_OK, NULL},
    {S "unknown",
     "{'@context': ['https://w3id.org/openbadges/v2', 'https://a.example/c'], 'type': 'Assertion'}", BLZ_OK,
     NULL},
    {S "pem", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", BLZ_OK, NULL},
    {S "old",
     "{'name': 'Badge', 'description': 'd', 'image': 'https://a.example/i', 'criteria': "
     "'https://a.example/c', 'issuer': 'https://a.example/o'}",
     BLZ_OK, NULL},
    {0}};

static void load(const char *url, blz_status status, const char *why, const char *type)
{
    site s;
    BLZ_AUTO(blz_ob2_names) names = NULL;
    blz_ob2_document document = {0};
    size_t bytes = 0;
    site_open(&s, pages);
    ck_assert_ok(blz_ob2_names_new(&names, s.ctx, NULL));
    ck_assert_ok(blz_ob2_document_load(&document, &bytes, s.ctx, names, url));
    ck_assert_int_eq(document.status, status);
    if (why) ck_assert_msg(strstr(document.why, why) != NULL, "%s", document.why);
    ck_assert((document.node != NULL) == (status == BLZ_OK));
    if (type) {
        ck_assert_str_eq(json_string_value(json_object_get(document.node, "type")), type);
        ck_assert_str_eq(json_string_value(json_object_get(document.node, "id")), url);
    }
    bool open = status == BLZ_ERR_NOT_FOUND || status == BLZ_ERR_NETWORK;
    ck_assert(blz_ob2_document_is_open(&document) == open);
    blz_ob2_document_clear(&document);
    site_close(&s);
}

START_TEST(documents)
{
    load(S "1", BLZ_OK, NULL, "Assertion");
    load(S "old", BLZ_OK, NULL, "BadgeClass");
    load(S "pem", BLZ_OK, NULL, "CryptographicKey");
    load(S "gone", BLZ_ERR_GONE, "taken back", NULL);
    load(S "down", BLZ_ERR_NETWORK, "not reachable", NULL);
    load(S "none", BLZ_ERR_NOT_FOUND, "--map " S "none=FILE", NULL);
    load(S "list", BLZ_ERR_INVALID, "not an object", NULL);
    load(S "broken", BLZ_ERR_INVALID, "not JSON", NULL);
    load(S "words", BLZ_ERR_INVALID, "no meaning", NULL);
    load(S "unknown", BLZ_ERR_NOT_FOUND, "https://a.example/c", NULL);
}
END_TEST

START_TEST(memory)
{
    site s;
    BLZ_AUTO(blz_ob2_names) names = NULL;
    size_t bytes = 0;
    site_open(&s, pages);
    ck_assert_ok(blz_ob2_names_new(&names, s.ctx, NULL));
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_ob2_document document = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ob2_document_load(&document, &bytes, s.ctx, names, S "1");
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        blz_ob2_document_clear(&document);
    }
    site_close(&s);
}
END_TEST

UNIT_MAIN("ob2/document", documents, memory)
