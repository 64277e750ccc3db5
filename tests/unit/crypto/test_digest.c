#include "unit/unit.h"

#include "crypto/digest.h"

#include <string.h>

#include "unit/failing.h"

START_TEST(known_answers)
{
    char hex[BLZ_DIGEST_HEX_MAX];
    ck_assert_ok(blz_digest_hex(hex, BLZ_HASH_SHA256, "abc", 3));
    ck_assert_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    ck_assert_ok(blz_digest_hex(hex, BLZ_HASH_SHA384, "abc", 3));
    ck_assert_str_eq(hex, "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                          "8086072ba1e7cc2358baeca134c825a7");
    ck_assert_ok(blz_digest_hex(hex, BLZ_HASH_SHA512, "abc", 3));
    ck_assert_str_eq(hex, "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                          "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    ck_assert_ok(blz_digest_hex(hex, BLZ_HASH_MD5, "abc", 3));
    ck_assert_str_eq(hex, "900150983cd24fb0d6963f7d28e17f72");
}
END_TEST

START_TEST(nothing_has_a_digest_too)
{
    char hex[BLZ_DIGEST_HEX_MAX];
    ck_assert_ok(blz_digest_hex(hex, BLZ_HASH_SHA256, "", 0));
    ck_assert_str_eq(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    uint8_t digest[BLZ_DIGEST_MAX];
    ck_assert_ok(blz_sha256(digest, NULL, 0));
    ck_assert_uint_eq(digest[0], 0xe3);
}
END_TEST

START_TEST(sizes)
{
    ck_assert_uint_eq(blz_digest_size(BLZ_HASH_SHA256), 32);
    ck_assert_uint_eq(blz_digest_size(BLZ_HASH_SHA384), 48);
    ck_assert_uint_eq(blz_digest_size(BLZ_HASH_SHA512), 64);
    ck_assert_uint_eq(blz_digest_size(BLZ_HASH_MD5), 16);
}
END_TEST

/* One after the other they come out as each alone does. */
START_TEST(a_digester_starts_anew_each_time)
{
    for (int hash = 0; hash < BLZ_HASH_COUNT_; hash++) {
        BLZ_AUTO(blz_digester) digester = NULL;
        ck_assert_ok(blz_digester_new(&digester, (blz_hash)hash));
        for (size_t length = 0; length <= 300; length += 50) {
            uint8_t text[300], one[BLZ_DIGEST_MAX], other[BLZ_DIGEST_MAX];
            memset(text, 'x', sizeof text);
            ck_assert_ok(blz_digester_digest(digester, one, text, length));
            ck_assert_ok(blz_digest(other, (blz_hash)hash, text, length));
            ck_assert_mem_eq(one, other, blz_digest_size((blz_hash)hash));
        }
    }
}
END_TEST

START_TEST(a_digester_without_memory)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_digester) digester = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_digester_new(&digester, BLZ_HASH_SHA256);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((digester != NULL) == (status == BLZ_OK));
    }
}
END_TEST

UNIT_MAIN("crypto/digest", known_answers, nothing_has_a_digest_too, sizes, a_digester_starts_anew_each_time,
          a_digester_without_memory)
