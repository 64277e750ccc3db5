#include "unit/did/web.h"

#include "did/did.h"

START_TEST(where_it_is_published)
{
    static const char *const rows[][2] = {
        {"did:web:example.edu", "https://example.edu/.well-known/did.json"},
        {"did:web:example.edu:badges", "https://example.edu/badges/did.json"},
        {"did:web:example.edu%3A8443:a:b", "https://example.edu:8443/a/b/did.json"},
        {"did:web:example.edu%3a8443", "https://example.edu:8443/.well-known/did.json"},
        {"did:web:example.edu:a%20b", "https://example.edu/a%20b/did.json"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(blz_text) url = NULL;
        ck_assert_ok(blz_did_web_url(&url, rows[i][0]));
        ck_assert_str_eq(url, rows[i][1]);
    }
}
END_TEST

START_TEST(what_is_no_did_web)
{
    static const char *const wrong[] = {
        "",
        "did:web:",
        "did:key:z",
        "did:web::a",
        "did:web:example.edu:",
        "did:web:example.edu::a",
        "did:web:example.edu/a",
        "did:web:example.edu?x",
        "did:web:example.edu#k",
        "did:web:user@example.edu",
        "did:web:example.edu%2Fevil",
        "did:web:example.edu%3A",
        "did:web:example.edu%3Ax",
        "did:web:example.edu%3A99999",
        "did:web:example.edu%",
        "did:web:example.edu:..",
        "did:web:example.edu:%2e%2e",
        "did:web:example.edu:.",
        "did:web:example.edu:a%2Fb",
        "did:web:example.edu:a%5Cb",
        "did:web:example.edu:a%00b",
        "did:web:example.edu:a%zz",
        "did:web:example.edu:a b",
        "did:web:[::1]",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(wrong); i++) {
        char *url = NULL;
        ck_assert_msg(blz_did_web_url(&url, wrong[i]) == BLZ_ERR_INVALID, "%s", wrong[i]);
        ck_assert_ptr_null(url);
    }
}
END_TEST

START_TEST(from_a_url)
{
    static const char *const rows[][2] = {
        {"https://example.edu", "did:web:example.edu"},
        {"https://example.edu/", "did:web:example.edu"},
        {"https://example.edu:8443/badges/", "did:web:example.edu%3A8443:badges"},
        {"https://example.edu/a/b", "did:web:example.edu:a:b"},
        {"did:web:example.edu:a", "did:web:example.edu:a"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        BLZ_AUTO(blz_text) did = NULL;
        ck_assert_ok(blz_did_web(&did, rows[i][0]));
        ck_assert_str_eq(did, rows[i][1]);
    }
    static const char *const wrong[] = {"",
                                        "example.edu",
                                        "http://example.edu",
                                        "https://user@example.edu",
                                        "https://example.edu/?a",
                                        "https://example.edu/#a",
                                        "https://example.edu/a:b",
                                        "https://example.edu/a//b",
                                        "https://example.edu/../a",
                                        "did:key:z6Mk"};
    for (size_t i = 0; i < BLZ_COUNT_OF(wrong); i++) {
        char *did = NULL;
        ck_assert_msg(blz_did_web(&did, wrong[i]) == BLZ_ERR_INVALID, "%s", wrong[i]);
    }
}
END_TEST

#define URL "https://example.edu/.well-known/did.json"

START_TEST(documents)
{
    static const struct {
        const char *text;
        blz_status status;
        const char *reason;
    } rows[] = {
        {"{\"id\":\"did:web:example.edu\"}", BLZ_OK, NULL},
        {"{\"id\":\"did:web:example.com\"}", BLZ_ERR_INVALID,
         "the document \"" URL "\" has \"did:web:example.com\" as its id, not \"did:web:example.edu\""},
        {"{}", BLZ_ERR_INVALID,
         "the document \"" URL "\" has nothing as its id, not \"did:web:example.edu\""},
        {"[]", BLZ_ERR_INVALID,
         "the document \"" URL "\" has nothing as its id, not \"did:web:example.edu\""},
        {NULL, BLZ_ERR_NOT_FOUND,
         "the document \"" URL "\" is not at hand; get a copy and say --map " URL "=FILE, or use --online"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        struct web web = {{{rows[i].text ? URL : NULL, rows[i].text}}, BLZ_OK};
        BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
        BLZ_AUTO(blz_text) reason = NULL;
        json_auto_t *document = NULL;
        ck_assert_int_eq(blz_did_document(&document, ctx, "did:web:example.edu", &reason), rows[i].status);
        ck_assert_pstr_eq(reason, rows[i].reason);
        ck_assert((document != NULL) == (rows[i].status == BLZ_OK));
    }
}
END_TEST

START_TEST(broken_documents_and_names)
{
    struct web web = {{{URL, "{\"id\":"}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    json_t *document = NULL;
    char *reason = NULL;
    ck_assert_int_eq(blz_did_document(&document, ctx, "did:web:example.edu", &reason), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(strncmp(reason, "the document \"" URL "\" is not JSON that blazon reads: ", 30), 0);
    blz_free(reason);
    ck_assert_int_eq(blz_did_document(&document, ctx, "did:web:a b", &reason), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(reason, "\"did:web:a b\" is not a did:web: no host and path can be read from it");
    blz_free(reason);
    web.broken = BLZ_ERR_IO;
    ck_assert_int_eq(blz_did_document(&document, ctx, "did:web:example.edu", &reason), BLZ_ERR_NOT_FOUND);
    ck_assert_str_eq(reason, "the document \"" URL "\" cannot be used: cannot be read or written");
    blz_free(reason);
    web.broken = BLZ_ERR_NOMEM;
    ck_assert_int_eq(blz_did_document(&document, ctx, "did:web:example.edu", &reason), BLZ_ERR_NOMEM);
    ck_assert_ptr_null(reason);
    ck_assert_ptr_null(document);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    struct web web = {{{"https://example.edu:8443/a/did.json", "{\"id\":\"did:web:example.edu%3A8443:a\"}"}},
                      BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_text) did = NULL;
        json_auto_t *document = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_did_web(&did, "https://example.edu:8443/a/");
        if (status == BLZ_OK) status = blz_did_document(&document, ctx, did, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((document != NULL) == (status == BLZ_OK));
    }
}
END_TEST

START_TEST(a_document_of_another_site)
{
    struct web web = {{{URL, "{\"id\":\"did:web:example.edu\"}"}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    BLZ_AUTO(blz_text) reason = NULL;
    json_auto_t *document = NULL;
    web_ended = "https://evil.example/did.json";
    ck_assert_int_eq(blz_did_document(&document, ctx, "did:web:example.edu", &reason), BLZ_ERR_NOT_FOUND);
    ck_assert_str_eq(reason,
                     "the document \"" URL "\" leads to another site, \"https://evil.example/did.json\", "
                     "which cannot speak for \"did:web:example.edu\"");
    web_ended = "https://example.edu/did.json";
    ck_assert_ok(blz_did_document(&document, ctx, "did:web:example.edu", NULL));
    web_ended = NULL;
}
END_TEST

UNIT_MAIN("did/did_web", where_it_is_published, what_is_no_did_web, from_a_url, documents,
          broken_documents_and_names, a_failing_allocation_is_reported, a_document_of_another_site)
