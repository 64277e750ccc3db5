#include "alone.h"
#include "verify/learner.h"

/* of "jane@example.edu" and "salt" */
#define JANE "sha256$ef73dc83c0f8bc6e3e80e27c1709c0a1dd953681f0ca651a8203b7f13f15dac8"
#define JOE "sha256$0f73dc83c0f8bc6e3e80e27c1709c0a1dd953681f0ca651a8203b7f13f15dac8"
#define IDENTITY(hashed, hash, more)                                                                         \
    "{'type': 'IdentityObject', 'hashed': " hashed ", 'identityHash': '" hash                                \
    "', 'identityType': 'emailAddress'" more "}"
#define HASHED IDENTITY("true", JANE, ", 'salt': 'salt'")
#define PLAIN IDENTITY("false", "jane@example.edu", "")
#define WITH(identifiers) "{'identifier': " identifiers "}"

static bool same(const char *a, const char *b)
{
    json_auto_t *one = json_of(a), *other = json_of(b);
    bool forth = false, back = false;
    ck_assert_ok(blz_learner_same(&forth, one, other));
    ck_assert_ok(blz_learner_same(&back, other, one));
    ck_assert_int_eq(forth, back);
    return forth;
}

START_TEST(by_id)
{
    ck_assert(same("{'id': 'did:example:jane'}", "{'id': 'did:example:jane'}"));
    ck_assert(!same("{'id': 'did:example:jane'}", "{'id': 'did:example:Jane'}"));
    ck_assert(!same("{'id': ''}", "{'id': ''}"));
    ck_assert(!same("{}", "{}"));
    ck_assert(!same("{'id': 7}", "{'id': 7}"));
}
END_TEST

START_TEST(by_identifier)
{
    ck_assert(same(WITH("[" HASHED "]"), WITH(HASHED)));
    ck_assert(same(WITH(PLAIN), WITH("['x', " PLAIN "]")));
    ck_assert(same(WITH(HASHED), WITH(PLAIN)));
    ck_assert(!same(WITH(HASHED), WITH(IDENTITY("true", JANE, ", 'salt': 'other'"))));
    ck_assert(!same(WITH(HASHED), WITH(IDENTITY("false", "joe@example.edu", ""))));
    ck_assert(!same(WITH(PLAIN), WITH("{'type': 'IdentityObject', 'hashed': false, 'identityHash': "
                                      "'jane@example.edu', 'identityType': 'userName'}")));
    ck_assert(!same(WITH(IDENTITY("true", "sha512$00", "")), WITH(PLAIN)));
    ck_assert(!same(WITH("{'identityType': 'name'}"), WITH("{'identityType': 'name'}")));
}
END_TEST

/* Whoever shares all but one of these with somebody else is not that person. */
START_TEST(one_thing_differs)
{
    ck_assert(!same(WITH(HASHED), WITH(IDENTITY("true", JOE, ", 'salt': 'salt'"))));
    ck_assert(!same(WITH(PLAIN), WITH(IDENTITY("false", "joe@example.edu", ""))));
    ck_assert(!same(WITH(PLAIN), WITH(IDENTITY("false", "Jane@example.edu", ""))));
    ck_assert(!same(WITH(HASHED), WITH("{'type': 'IdentityObject', 'hashed': false, 'identityHash': "
                                       "'jane@example.edu', 'identityType': 'userName'}")));
    ck_assert(!same(WITH(HASHED), WITH("{'type': 'IdentityObject', 'hashed': true, 'identityHash': '" JANE
                                       "', 'identityType': 'userName', 'salt': 'salt'}")));
}
END_TEST

/* The hash of a text, written out in clear, is not the text. */
START_TEST(a_hash_in_clear)
{
    ck_assert(!same(WITH(HASHED), WITH(IDENTITY("false", JANE, ", 'salt': 'salt'"))));
}
END_TEST

START_TEST(what_is_wrong_with_a_learner)
{
    blz_check check;
    alone_open(&check, "{'credentialSubject': {'a': [{'type': 'A'}, {'type': 'B'}]}}");
    ck_assert_ok(blz_check_learner(&check));
    expect_entry(&check, 0, BLZ_STEP_FAIL, "/credentialSubject", "nothing says who earned it");
    ck_assert_ok(blz_check_types(&check, check.subject, "/credentialSubject", "a", "A"));
    expect_entry(&check, 1, BLZ_STEP_FAIL, "/credentialSubject/a/1", "\"a\" is not of type \"A\"");
    ck_assert_uint_eq(check.report->step_count, 2);
    alone_close(&check);
}
END_TEST

UNIT_MAIN("verify/learner", by_id, by_identifier, one_thing_differs, a_hash_in_clear,
          what_is_wrong_with_a_learner)
