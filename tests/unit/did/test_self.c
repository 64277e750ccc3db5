#include "unit/unit.h"

#include <string.h>

#include "base/ctx.h"
#include "did/document.h"
#include "did/self.h"

/* What the shortcut says is what the document says. */
static void same_as_document(const char *did, blz_ctx *ctx)
{
    json_t *document = NULL;
    BLZ_AUTO(blz_verification_method) method = NULL;
    ck_assert_ok(blz_did_document(&document, ctx, did, NULL));
    const json_t *listed = json_array_get(json_object_get(document, "assertionMethod"), 0);
    const json_t *written = json_array_get(json_object_get(document, "verificationMethod"), 0);
    const char *id = json_string_value(json_object_get(written, "id"));
    ck_assert_str_eq(json_string_value(listed), id);
    ck_assert(blz_is_self_method(id));
    ck_assert_ok(blz_self_method(&method, id, NULL));
    ck_assert_str_eq(method->id, id);
    ck_assert_str_eq(method->controller, json_string_value(json_object_get(written, "controller")));
    ck_assert_str_eq(method->document_url, did);
    ck_assert_str_eq(method->document_id, json_string_value(json_object_get(document, "id")));
    ck_assert(method->assertion && method->ends == INT64_MAX);
    ck_assert_int_eq(method->home, BLZ_HOME_DID);
    bool has = false;
    ck_assert_ok(blz_document_lists_key(&has, NULL, ctx, did, method->key, blz_ctx_now(ctx), NULL));
    ck_assert(has);
    json_decref(document);
}

START_TEST(the_shortcut_says_what_the_document_says)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    for (blz_key_type type = BLZ_KEY_ED25519; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = NULL;
        BLZ_AUTO(blz_text) did_key = NULL;
        BLZ_AUTO(blz_text) did_jwk = NULL;
        ck_assert_ok(blz_key_generate(&key, ctx, type, type == BLZ_KEY_RSA ? 2048 : 0));
        ck_assert_ok(blz_did_key(&did_key, key));
        ck_assert_ok(blz_did_jwk(&did_jwk, key));
        same_as_document(did_key, ctx);
        same_as_document(did_jwk, ctx);
    }
}
END_TEST

START_TEST(other_urls_are_not_for_it)
{
    ck_assert(blz_is_self_method("did:key:z6Mk#z6Mk"));
    ck_assert(blz_is_self_method("did:jwk:eyJ#0"));
    ck_assert(!blz_is_self_method("did:key:z6Mk"));
    ck_assert(!blz_is_self_method("did:key:z6Mk#z6M"));
    ck_assert(!blz_is_self_method("did:key:z6Mk#z6Mk2"));
    ck_assert(!blz_is_self_method("did:jwk:eyJ#1"));
    ck_assert(!blz_is_self_method("did:web:badges.example.edu#0"));
    ck_assert(!blz_is_self_method("https://badges.example.edu/key#0"));
}
END_TEST

START_TEST(a_name_that_is_no_key)
{
    BLZ_AUTO(blz_verification_method) method = NULL;
    BLZ_AUTO(blz_text) reason = NULL;
    ck_assert_int_eq(blz_self_method(&method, "did:key:0OIl#0OIl", &reason), BLZ_ERR_SYNTAX);
    ck_assert_ptr_nonnull(strstr(reason, "did:key:0OIl"));
    ck_assert_ptr_null(method);
}
END_TEST

UNIT_MAIN("did/self", the_shortcut_says_what_the_document_says, other_urls_are_not_for_it,
          a_name_that_is_no_key)
