#include "unit/did/web.h"

#include "did/method.h"

#define URL "https://example.edu/issuer"
#define METHOD(more) "{\"id\":\"#k\",\"publicKeyMultibase\":\"" ED_MULTIKEY "\"" more "}"
#define PEM                                                                                                  \
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAO2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=\n"             \
    "-----END PUBLIC KEY-----\n"

START_TEST(which_documents_list_the_key)
{
    static const struct {
        const char *document;
        bool listed;
    } rows[] = {
        {"{\"id\":\"" URL "\",\"verificationMethod\":[" METHOD("") "],\"assertionMethod\":[\"#k\"]}", true},
        {"{\"id\":\"" URL "\",\"verificationMethod\":[" METHOD("") "],\"assertionMethod\":[\"" URL "#k\"]}",
         true},
        {"{\"id\":\"" URL "\",\"assertionMethod\":[7,\"#z\"," METHOD("") "]}", true},
        {"{\"id\":\"" URL "\",\"verificationMethod\":[" METHOD("") "],\"authentication\":[\"#k\"]}", false},
        {"{\"id\":\"" URL "\",\"verificationMethod\":[" METHOD("") "],\"assertionMethod\":[]}", false},
        {"{\"id\":\"" URL "\",\"assertionMethod\":[" METHOD(",\"expires\":\"2025-01-01T00:00:00Z\"") "]}",
         false},
        {"{\"id\":\"" URL "\",\"assertionMethod\":[" METHOD(",\"expires\":7") "]}", false},
        {"{\"id\":\"" URL
         "\",\"assertionMethod\":[{\"id\":\"#b\",\"publicKeyMultibase\":\"broken\"}," METHOD("") "]}",
         true},
        {"{\"id\":\"" URL "\",\"assertionMethod\":{\"id\":\"#b\",\"publicKeyMultibase\":\"" EC_MULTIKEY
         "\"}}",
         false},
        {"{\"id\":\"" URL "\",\"publicKey\":" METHOD("") "}", true},
        {"{\"id\":\"" URL "\",\"publicKey\":" METHOD("") ",\"assertionMethod\":[]}", false},
        {"{\"keys\":[7,{}," EC_JWK "," ED_JWK "]}", true},
        {"{\"keys\":[" EC_JWK "]}", false},
        {ED_JWK, true},
        {EC_JWK, false},
        {METHOD(""), true},
        {PEM, true},
        {"-----BEGIN nothing", false},
    };
    BLZ_AUTO(blz_key) key = ed_key();
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        struct web web = {{{URL, rows[i].document}}, BLZ_OK};
        BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
        BLZ_AUTO(blz_text) reason = NULL;
        bool listed = !rows[i].listed;
        blz_status status = blz_document_lists_key(&listed, NULL, ctx, URL, key, blz_ctx_now(ctx), &reason);
        ck_assert_msg(status == BLZ_OK, "row %zu: %s", i, reason);
        ck_assert_msg(listed == rows[i].listed, "row %zu", i);
    }
}
END_TEST

START_TEST(dids)
{
    struct web web = {{{NULL, NULL}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    BLZ_AUTO(blz_key) key = ed_key();
    BLZ_AUTO(blz_key) other = fixed_key(BLZ_KEY_ED25519, 5);
    BLZ_AUTO(blz_text) reason = NULL;
    bool listed = false;
    ck_assert_ok(
        blz_document_lists_key(&listed, NULL, ctx, "did:key:" ED_MULTIKEY, key, blz_ctx_now(ctx), &reason));
    ck_assert(listed);
    ck_assert_ok(
        blz_document_lists_key(&listed, NULL, ctx, "did:key:" ED_MULTIKEY, other, blz_ctx_now(ctx), &reason));
    ck_assert(!listed);
    ck_assert_int_eq(
        blz_document_lists_key(&listed, NULL, ctx, "did:web:example.edu", key, blz_ctx_now(ctx), &reason),
        BLZ_ERR_NOT_FOUND);
    ck_assert_ptr_nonnull(strstr(reason, "--map https://example.edu/.well-known/did.json=FILE"));
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    struct web web = {
        {{URL, "{\"id\":\"" URL "\",\"verificationMethod\":[" METHOD("") "],\"assertionMethod\":[\"#k\"]}"}},
        BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    BLZ_AUTO(blz_key) key = ed_key();
    for (EACH_ALLOCATION_FAILS(f)) {
        bool listed = false;
        blz_ctx_forget(ctx);
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_document_lists_key(&listed, NULL, ctx, URL, key, blz_ctx_now(ctx), NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert_int_eq(listed, status == BLZ_OK);
    }
}
END_TEST

START_TEST(a_document_of_another_site)
{
    struct web web = {{{URL, ED_JWK}}, BLZ_OK};
    BLZ_AUTO(blz_ctx) ctx = web_ctx(&web);
    BLZ_AUTO(blz_key) key = ed_key();
    BLZ_AUTO(blz_text) reason = NULL;
    bool listed = false;
    web_ended = "https://evil.example/issuer";
    ck_assert_int_eq(blz_document_lists_key(&listed, NULL, ctx, URL, key, blz_ctx_now(ctx), &reason),
                     BLZ_ERR_NOT_FOUND);
    ck_assert_str_eq(reason,
                     "the document \"" URL "\" leads to another site, \"https://evil.example/issuer\", "
                     "which cannot speak for it");
    ck_assert(!listed);
    web_ended = NULL;
}
END_TEST

UNIT_MAIN("did/lists", which_documents_list_the_key, dids, a_failing_allocation_is_reported,
          a_document_of_another_site)
