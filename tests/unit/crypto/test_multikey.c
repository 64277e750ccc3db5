#include "unit/crypto/keys.h"

#include "codec/multibase.h"

START_TEST(writes_what_it_reads)
{
    static const char *const starts[] = {"z6Mk", "zDn", "z82", "z4MX"};
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 12);
        BLZ_AUTO(blz_key) again = NULL;
        BLZ_AUTO(blz_text) text = NULL;
        BLZ_AUTO(blz_text) fragment = NULL;
        ck_assert_ok(blz_key_write_multikey(&text, key));
        ck_assert_int_eq(strncmp(text, starts[type], strlen(starts[type])), 0);
        ck_assert_ok(blz_key_read_multikey(&again, text));
        ck_assert(blz_key_equal(key, again));
        ck_assert(!blz_key_is_private(again));
        ck_assert_ok(blz_key_fragment(&fragment, key));
        if (type == BLZ_KEY_RSA)
            ck_assert_uint_eq(strlen(fragment), 43);
        else
            ck_assert_str_eq(fragment, text);
    }
}
END_TEST

START_TEST(both_signs_of_a_point)
{
    bool even = false, odd = false;
    for (uint8_t seed = 1; seed < 20; seed++) {
        BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P256, seed);
        BLZ_AUTO(blz_key) again = NULL;
        BLZ_AUTO(blz_text) text = NULL;
        BLZ_AUTO(blz_octet) bytes = NULL;
        size_t length = 0;
        ck_assert_ok(blz_key_write_multikey(&text, key));
        ck_assert_ok(blz_key_read_multikey(&again, text));
        ck_assert(blz_key_equal(key, again));
        ck_assert_ok(blz_multibase_decode(&bytes, &length, text, strlen(text)));
        ck_assert_uint_eq(length, 35);
        even = even || bytes[2] == 2;
        odd = odd || bytes[2] == 3;
    }
    ck_assert(even && odd);
}
END_TEST

static blz_status read_bytes(const uint8_t *bytes, size_t length)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_AUTO(blz_key) key = NULL;
    ck_assert_ok(blz_multibase_encode(&text, 'z', bytes, length));
    return blz_key_read_multikey(&key, text.data);
}

START_TEST(wrong_lengths_and_kinds)
{
    uint8_t bytes[60] = {0xed, 0x01};
    ck_assert_int_eq(read_bytes(bytes, 33), BLZ_ERR_INVALID);
    ck_assert_ok(read_bytes(bytes, 34));
    ck_assert_int_eq(read_bytes(bytes, 35), BLZ_ERR_INVALID);
    ck_assert_int_eq(read_bytes(bytes, 2), BLZ_ERR_INVALID);
    static const uint8_t kinds[][2] = {{0xec, 0x01}, {0xe7, 0x01}, {0x80, 0x26}, {0x82, 0x24}, {0xeb, 0x01}};
    for (size_t i = 0; i < BLZ_COUNT_OF(kinds); i++) {
        memcpy(bytes, kinds[i], 2);
        ck_assert_int_eq(read_bytes(bytes, 34), BLZ_ERR_UNSUPPORTED);
    }
    bytes[0] = 0x80;
    bytes[1] = 0x24;
    bytes[2] = 4; /* only compressed points */
    ck_assert_int_eq(read_bytes(bytes, 35), BLZ_ERR_INVALID);
    ck_assert_int_eq(read_bytes(bytes, 36), BLZ_ERR_INVALID);
    bytes[0] = 0x85; /* RSA, and what is no DER */
    ck_assert_int_eq(read_bytes(bytes, 40), BLZ_ERR_INVALID);
    bytes[0] = 0xed;
    bytes[1] = 0x81; /* the same number in a longer form */
    bytes[2] = 0x00;
    ck_assert_int_eq(read_bytes(bytes, 35), BLZ_ERR_SYNTAX);
}
END_TEST

START_TEST(an_rsa_key_has_one_form)
{
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_RSA, 0);
    BLZ_AUTO(blz_text) text = NULL;
    BLZ_AUTO(blz_octet) bytes = NULL;
    size_t length = 0;
    ck_assert_ok(blz_key_write_multikey(&text, key));
    ck_assert_ok(blz_multibase_decode(&bytes, &length, text, strlen(text)));
    uint8_t longer[400];
    memcpy(longer, bytes, length);
    longer[length] = 0; /* one byte behind the end */
    ck_assert_int_eq(read_bytes(longer, length + 1), BLZ_ERR_INVALID);
    ck_assert_ok(read_bytes(longer, length));
}
END_TEST

START_TEST(what_is_no_multikey)
{
    static const char *const texts[] = {"",
                                        "z",
                                        "z0",
                                        "uAAAA",
                                        "6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                                        "z6Mk iTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                                        "f00"};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++) {
        blz_key *key = NULL;
        ck_assert_int_eq(blz_key_read_multikey(&key, texts[i]), BLZ_ERR_SYNTAX);
    }
    static char large[6000];
    memset(large, 'z', sizeof large - 1);
    blz_key *key = NULL;
    ck_assert_int_eq(blz_key_read_multikey(&key, large), BLZ_ERR_UNSUPPORTED);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P384, 3);
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_key) again = NULL;
        BLZ_AUTO(blz_text) text = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_key_write_multikey(&text, key);
        if (status == BLZ_OK) status = blz_key_read_multikey(&again, text);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((again != NULL) == (status == BLZ_OK));
    }
}
END_TEST

UNIT_MAIN("crypto/multikey", writes_what_it_reads, both_signs_of_a_point, wrong_lengths_and_kinds,
          an_rsa_key_has_one_form, what_is_no_multikey, a_failing_allocation_is_reported)
