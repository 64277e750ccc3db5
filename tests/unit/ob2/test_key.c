#include "ob2/key.h"
#include "site.h"

START_TEST(keys_of_an_issuer)
{
    json_t *issuer = json_of("{'publicKey': ['https://a.example/k1', {'id': 'https://a.example/k2'}, 5]}");
    ck_assert(blz_ob2_issuer_lists(issuer, "https://a.example/k1"));
    ck_assert(blz_ob2_issuer_lists(issuer, "https://a.example/k2"));
    ck_assert(!blz_ob2_issuer_lists(issuer, "https://a.example/k3"));
    ck_assert(!blz_ob2_issuer_lists(NULL, "https://a.example/k3"));
    json_decref(issuer);
}
END_TEST

START_TEST(reading)
{
    site s;
    site_open(&s, NULL);
    blz_key *made = NULL, *read = NULL;
    char *pem = NULL, *why = NULL;
    size_t length = 0;
    ck_assert_ok(blz_key_generate(&made, s.ctx, BLZ_KEY_P256, 0));
    ck_assert_ok(blz_key_write_pem(&pem, &length, s.ctx, made, NULL, false));
    json_t *node = json_object();
    ck_assert_int_eq(blz_ob2_key_read(&read, s.ctx, node, &why), BLZ_ERR_INVALID);
    ck_assert_str_eq(why, "it has no publicKeyPem");
    json_object_set_new(node, "publicKeyPem", json_string(pem));
    ck_assert_ok(blz_ob2_key_read(&read, s.ctx, node, &why));
    ck_assert(blz_key_equal(read, made));
    json_object_set_new(node, "publicKeyPem", json_string("x"));
    blz_key *none = NULL;
    ck_assert_int_eq(blz_ob2_key_read(&none, s.ctx, node, &why), BLZ_ERR_INVALID);
    json_decref(node);
    blz_free(why);
    blz_free(pem);
    blz_key_free(made);
    blz_key_free(read);
    site_close(&s);
}
END_TEST

UNIT_MAIN("ob2/key", keys_of_an_issuer, reading)
