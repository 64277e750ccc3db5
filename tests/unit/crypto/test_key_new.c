#include "unit/crypto/keys.h"

static const blz_key_type curves[] = {BLZ_KEY_ED25519, BLZ_KEY_P256, BLZ_KEY_P384};

START_TEST(the_random_source_decides)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(curves); i++) {
        BLZ_AUTO(blz_key) a = fixed_key(curves[i], 1);
        BLZ_AUTO(blz_key) b = fixed_key(curves[i], 1);
        BLZ_AUTO(blz_key) other = fixed_key(curves[i], 2);
        ck_assert(blz_key_equal(a, b));
        ck_assert(!blz_key_equal(a, other));
    }
    BLZ_AUTO(blz_key) p256 = fixed_key(BLZ_KEY_P256, 1);
    BLZ_AUTO(blz_key) p384 = fixed_key(BLZ_KEY_P384, 1);
    ck_assert(!blz_key_equal(p256, p384));
}
END_TEST

static blz_status no_random(void *user, uint8_t *out, size_t length)
{
    (void)user;
    memset(out, 0xff, length); /* above the order of every curve */
    return BLZ_OK;
}

static blz_status broken_random(void *user, uint8_t *out, size_t length)
{
    (void)user;
    memset(out, 0, length);
    return BLZ_ERR_CRYPTO;
}

START_TEST(a_source_that_is_not_random_gives_no_key)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_key *key = NULL;
    blz_ctx_set_random(ctx, no_random, NULL);
    ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_P256, 0), BLZ_ERR_CRYPTO);
    blz_ctx_set_random(ctx, broken_random, NULL);
    ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_P384, 0), BLZ_ERR_CRYPTO);
    ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_ED25519, 0), BLZ_ERR_CRYPTO);
    ck_assert_ptr_null(key);
}
END_TEST

START_TEST(wrong_sizes_are_the_callers_fault)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_key *key = NULL;
    static const unsigned wrong[] = {1024, 2040, 2049, 4104, 8192};
    for (size_t i = 0; i < BLZ_COUNT_OF(wrong); i++)
        ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_RSA, wrong[i]), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_ED25519, 2048), BLZ_ERR_ARGUMENT);
    ck_assert_int_eq(blz_key_generate(&key, ctx, (blz_key_type)9, 0), BLZ_ERR_ARGUMENT);
    ck_assert_ptr_null(key);
}
END_TEST

/* Bytes that are no secret of a curve, until `left` is used up. */
struct late {
    unsigned left, calls;
};

static blz_status late_random(void *user, uint8_t *out, size_t length)
{
    struct late *late = user;
    memset(out, late->calls++ < late->left ? 0xff : 0x11, length);
    return BLZ_OK;
}

START_TEST(what_is_no_secret_is_drawn_again)
{
    struct late late = {.left = 3};
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_key) key = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_random(ctx, late_random, &late);
    ck_assert_ok(blz_key_generate(&key, ctx, BLZ_KEY_P256, 0));
    ck_assert_uint_eq(late.calls, 4);
}
END_TEST

START_TEST(drawing_comes_to_an_end)
{
    struct late late = {.left = 1000};
    BLZ_AUTO(blz_ctx) ctx = NULL;
    blz_key *key = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_random(ctx, late_random, &late);
    ck_assert_int_eq(blz_key_generate(&key, ctx, BLZ_KEY_P384, 0), BLZ_ERR_CRYPTO);
    ck_assert_uint_eq(late.calls, 64);
    BLZ_AUTO(blz_key) ed = NULL; /* where any 32 bytes will do */
    ck_assert_ok(blz_key_generate(&ed, ctx, BLZ_KEY_ED25519, 0));
    ck_assert_ptr_null(key);
}
END_TEST

START_TEST(sizes_of_rsa_keys)
{
    static const unsigned asked[] = {2048, 2056, 0}, bits[] = {2048, 2056, 3072};
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    for (size_t i = 0; i < BLZ_COUNT_OF(asked); i++) {
        BLZ_AUTO(blz_key) key = NULL;
        ck_assert_ok(blz_key_generate(&key, ctx, BLZ_KEY_RSA, asked[i]));
        ck_assert_uint_eq(blz_key_bits(key), bits[i]);
        ck_assert(blz_key_is_private(key));
    }
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    uint8_t seed = 1;
    BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed);
    for (size_t i = 0; i < BLZ_COUNT_OF(curves); i++)
        for (EACH_ALLOCATION_FAILS(f)) {
            BLZ_AUTO(blz_key) key = NULL;
            blz_mem_set_failing(fails_at, &f);
            blz_status status = blz_key_generate(&key, ctx, curves[i], 0);
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        }
}
END_TEST

UNIT_MAIN("crypto/key_new", the_random_source_decides, a_source_that_is_not_random_gives_no_key,
          wrong_sizes_are_the_callers_fault, what_is_no_secret_is_drawn_again, drawing_comes_to_an_end,
          sizes_of_rsa_keys, a_failing_allocation_is_reported)
