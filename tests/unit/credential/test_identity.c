#include "unit/credential/sweep.h"

#include <string.h>

#include "base/ctx.h"
#include "credential/identity.h"

#define COOKIE "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
#define DEADSEA "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942"

static blz_status counting(void *user, uint8_t *out, size_t length)
{
    uint8_t *next = user;
    for (size_t i = 0; i < length; i++)
        out[i] = (*next)++;
    return BLZ_OK;
}

static blz_ctx *fixed(uint8_t *seed)
{
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_random(ctx, counting, seed);
    return ctx;
}

static bool matches(const char *hash, const char *identity, const char *salt)
{
    bool answer = false;
    ck_assert_ok(blz_identity_matches(&answer, hash, identity, salt));
    return answer;
}

START_TEST(hashes_the_published_examples)
{
    BLZ_AUTO(blz_text) kosher = NULL;
    BLZ_AUTO(blz_text) deadsea = NULL;
    BLZ_AUTO(blz_text) fleur = NULL;
    ck_assert_ok(blz_identity_hash(&kosher, "a@example.com", "Kosher"));
    ck_assert_str_eq(kosher, COOKIE);
    ck_assert_ok(blz_identity_hash(&deadsea, "nobody@example.org", "deadsea"));
    ck_assert_str_eq(deadsea, DEADSEA);
    ck_assert_ok(blz_identity_hash(&fleur, "jjefferson18@example.com", "FleurDeSel"));
    ck_assert_mem_eq(fleur, "sha256$658625b2", 15);
    ck_assert_str_eq(fleur + strlen(fleur) - 4, "f5fc");
}
END_TEST

START_TEST(matches_sha256_and_md5_in_any_case_of_digits)
{
    ck_assert(matches(COOKIE, "a@example.com", "Kosher"));
    ck_assert(matches("sha256$B5809D8A92F8858436D7E6B87C12EBC0AE1EAC4BAECC2C0B913AEE2C922EF399",
                      "a@example.com", "Kosher"));
    ck_assert(!matches(COOKIE, "b@example.com", "Kosher"));
    ck_assert(!matches(COOKIE, "a@example.com", NULL));
    ck_assert(matches("md5$0cc175b9c0f1b6a831c399e269772661", "a", NULL));
    ck_assert(matches("md5$0cc175b9c0f1b6a831c399e269772661", "", "a"));
    ck_assert(!matches("md5$0cc175b9c0f1b6a831c399e269772661", "b", NULL));
}
END_TEST

START_TEST(refuses_what_is_no_identity_hash)
{
    bool answer = true;
    ck_assert_int_eq(blz_identity_matches(&answer, "sha1$00", "a", NULL), BLZ_ERR_UNSUPPORTED);
    ck_assert_int_eq(blz_identity_matches(&answer, "a@example.com", "a@example.com", NULL), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_identity_matches(&answer, "sha256$", "a", NULL), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_identity_matches(&answer, "md5$0cc175b9c0f1b6a831c399e26977266", "a", NULL),
                     BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_identity_matches(&answer, "md5$zcc175b9c0f1b6a831c399e269772661", "a", NULL),
                     BLZ_ERR_SYNTAX);
    ck_assert(answer);
}
END_TEST

START_TEST(new_identity_is_salted_and_found_again)
{
    uint8_t seed = 0;
    BLZ_AUTO(blz_ctx) ctx = fixed(&seed);
    json_auto_t *object = NULL;
    bool answer = false;
    ck_assert_ok(blz_identity_email(&object, ctx, "Jane@example.edu", false));
    ck_assert_str_eq(json_string_value(json_object_get(object, "type")), "IdentityObject");
    ck_assert(json_is_true(json_object_get(object, "hashed")));
    ck_assert_str_eq(json_string_value(json_object_get(object, "identityType")), "emailAddress");
    ck_assert_str_eq(json_string_value(json_object_get(object, "salt")), "000102030405060708090a0b0c0d0e0f");
    ck_assert_ok(blz_identity_object_matches(&answer, object, "Jane@example.edu"));
    ck_assert(answer);
    ck_assert_ok(blz_identity_object_matches(&answer, object, "jane@example.edu"));
    ck_assert_msg(!answer, "the hash is of the address as it was written");
    ck_assert_ok(blz_identity_object_matches(&answer, object, "john@example.edu"));
    ck_assert(!answer);
}
END_TEST

START_TEST(capitals_of_the_one_who_asks_do_not_matter)
{
    uint8_t seed = 7;
    BLZ_AUTO(blz_ctx) ctx = fixed(&seed);
    json_auto_t *object = NULL;
    bool answer = false;
    ck_assert_ok(blz_identity_email(&object, ctx, "jane@example.edu", false));
    ck_assert_ok(blz_identity_object_matches(&answer, object, "Jane@Example.edu"));
    ck_assert(answer);
}
END_TEST

START_TEST(capitals_of_a_plain_address_do_not_matter_either)
{
    json_auto_t *object = json_pack("{s:b,s:s,s:s}", "hashed", 0, "identityHash", "Jane@Example.edu",
                                    "identityType", "emailAddress");
    bool answer = false;
    ck_assert_ok(blz_identity_object_matches(&answer, object, "jane@example.EDU"));
    ck_assert(answer);
    ck_assert_ok(blz_identity_object_matches(&answer, object, "joe@example.edu"));
    ck_assert(!answer);
    json_object_set_new(object, "identityType", json_string("userName"));
    ck_assert_ok(blz_identity_object_matches(&answer, object, "jane@example.edu"));
    ck_assert(!answer);
}
END_TEST

START_TEST(plain_identity_has_no_salt)
{
    uint8_t seed = 0;
    BLZ_AUTO(blz_ctx) ctx = fixed(&seed);
    json_auto_t *object = NULL;
    bool answer = false;
    ck_assert_ok(blz_identity_email(&object, ctx, "jane@example.edu", true));
    ck_assert(json_is_false(json_object_get(object, "hashed")));
    ck_assert_str_eq(json_string_value(json_object_get(object, "identityHash")), "jane@example.edu");
    ck_assert_ptr_null(json_object_get(object, "salt"));
    ck_assert_uint_eq(seed, 0);
    ck_assert_ok(blz_identity_object_matches(&answer, object, "JANE@example.edu"));
    ck_assert(answer);
}
END_TEST

START_TEST(an_object_without_a_hash_is_refused)
{
    json_auto_t *object = json_pack("{s:b,s:s}", "hashed", 1, "identityType", "emailAddress");
    bool answer = false;
    ck_assert_int_eq(blz_identity_object_matches(&answer, object, "a@example.com"), BLZ_ERR_SYNTAX);
}
END_TEST

START_TEST(other_kinds_of_identity_keep_their_capitals)
{
    json_auto_t *object =
        json_pack("{s:b,s:s,s:s}", "hashed", 0, "identityType", "userName", "identityHash", "jane");
    bool answer = true;
    ck_assert_ok(blz_identity_object_matches(&answer, object, "Jane"));
    ck_assert(!answer);
}
END_TEST

static blz_status make_and_match(void *user)
{
    json_auto_t *object = NULL;
    bool answer = false;
    BLZ_TRY(blz_identity_email(&object, user, "jane@example.edu", false));
    BLZ_TRY(blz_identity_object_matches(&answer, object, "JANE@example.edu"));
    return answer ? BLZ_OK : BLZ_ERR_INVALID;
}

START_TEST(every_allocation_may_fail)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    sweep_run(make_and_match, ctx);
}
END_TEST

static blz_status no_random(void *user, uint8_t *out, size_t length)
{
    (void)user, (void)out, (void)length;
    return BLZ_ERR_CRYPTO;
}

START_TEST(without_random_bytes_there_is_no_identity)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    json_t *object = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_random(ctx, no_random, NULL);
    ck_assert_int_eq(blz_identity_email(&object, ctx, "jane@example.edu", false), BLZ_ERR_CRYPTO);
    ck_assert_ptr_null(object);
}
END_TEST

UNIT_MAIN("credential/identity", hashes_the_published_examples, matches_sha256_and_md5_in_any_case_of_digits,
          refuses_what_is_no_identity_hash, new_identity_is_salted_and_found_again,
          capitals_of_the_one_who_asks_do_not_matter, capitals_of_a_plain_address_do_not_matter_either,
          plain_identity_has_no_salt, an_object_without_a_hash_is_refused,
          other_kinds_of_identity_keep_their_capitals, every_allocation_may_fail,
          without_random_bytes_there_is_no_identity)
