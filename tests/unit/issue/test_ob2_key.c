#include "codec/json_read.h"
#include "crypto/key.h"
#include "ob2/key.h"
#include "unit/issue/older.h"

#define OWNER "https://badges.example.edu/issuer"

START_TEST(a_document_that_is_read_again)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = NULL;
    BLZ_AUTO(blz_key) again = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    BLZ_AUTO(blz_text) why = NULL;
    json_auto_t *document = NULL;
    size_t length = 0;
    ck_assert_ok(blz_key_generate(&key, ctx, BLZ_KEY_RSA, 2048));
    ck_assert_ok(blz_ob2_key_text(&text, &length, key, OLDER_KEY, OWNER));
    ck_assert_ok(blz_json_parse(&document, text, length, 64, NULL, NULL));
    ck_assert_str_eq(text_at(document, "@context"), "https://w3id.org/openbadges/v2");
    ck_assert_str_eq(text_at(document, "type"), "CryptographicKey");
    ck_assert_str_eq(text_at(document, "id"), OLDER_KEY);
    ck_assert_str_eq(text_at(document, "owner"), OWNER);
    ck_assert_uint_eq(json_object_size(document), 5);
    ck_assert_ptr_null(strstr(text, "PRIVATE"));
    ck_assert_ok(blz_ob2_key_read(&again, ctx, document, &why));
    ck_assert(blz_key_equal(key, again));
    ck_assert(!blz_key_is_private(again));
}
END_TEST

START_TEST(what_2_0_could_not_find_or_use)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = NULL;
    BLZ_AUTO(blz_key) other = NULL;
    char *text = NULL;
    ck_assert_ok(blz_key_generate(&key, ctx, BLZ_KEY_RSA, 2048));
    ck_assert_ok(blz_key_generate(&other, ctx, BLZ_KEY_P256, 0));
    ck_assert_int_eq(blz_ob2_key_text(&text, NULL, key, OLDER_KEY "#1", OWNER), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_ob2_key_text(&text, NULL, key, OWNER, OWNER), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_ob2_key_text(&text, NULL, key, "did:web:example.edu", OWNER), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_ob2_key_text(&text, NULL, key, OLDER_KEY, "did:web:example.edu"), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_ob2_key_text(&text, NULL, key, NULL, OWNER), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_ob2_key_text(&text, NULL, key, OLDER_KEY, NULL), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_ob2_key_text(&text, NULL, other, OLDER_KEY, OWNER), BLZ_ERR_UNSUPPORTED);
    ck_assert_ptr_null(text);
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_text) text = NULL;
    return blz_ob2_key_text(&text, NULL, user, OLDER_KEY, OWNER);
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_key) key = NULL;
    ck_assert_ok(blz_key_generate(&key, ctx, BLZ_KEY_RSA, 2048));
    sweep_run(call, key);
}
END_TEST

UNIT_MAIN("issue/ob2_key", a_document_that_is_read_again, what_2_0_could_not_find_or_use,
          every_allocation_may_fail)
