#include "ob2_signed.h"

#include "base/diag.h"
#include "definition/definition.h"
#include "verify/trust.h"

#define LISTS(url) ISSUER_WITH(", 'publicKey': '" url "'")
#define LIST_OF(keys) "blazon: trust/1\nissuers:\n  - {id: " S "issuer, keys: " keys "}\n"

/* A trust file, in which `%s` is the key that signed. */
static blz_trust *trust_of(const char *format, const char *multikey)
{
    char yaml[600];
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_definition) definition = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    blz_trust *trust = NULL;
    const char *place = strchr(format, '%');
    snprintf(yaml, sizeof yaml, "%.*s%s%s", place ? (int)(place - format) : (int)strlen(format), format,
             place ? multikey : "", place ? place + 1 : "");
    ck_assert_ok(blz_ctx_new(&ctx));
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(blz_definition_read_text(&definition, ctx, "trust.yaml", yaml, strlen(yaml), NULL, diags));
    ck_assert_ok(blz_trust_new(&trust, ctx, definition, diags));
    return trust;
}

/* What somebody finds who has `trust` (NULL: no such file), the profile `issuer` (NULL: it is not at hand),
 * and the key under the address `served`. */
typedef struct finder {
    const char *trust, *issuer, *served;
    blz_policy policy;
    const char *owner; /* as the key says it; NULL: the issuer */
} finder;

static void own(signed_badge *badge, const char *owner)
{
    json_t *key = json_loads(badge->key, 0, NULL);
    json_object_set_new(key, "owner", json_string(owner));
    free(badge->key);
    badge->key = json_dumps(key, 0);
    json_decref(key);
}

static void finds(finder who, blz_verdict verdict, blz_outcome outcome, const char *words)
{
    signed_badge badge;
    signed_open(&badge, S "key", false);
    if (who.owner) own(&badge, who.owner);
    BLZ_AUTO(blz_trust) trust = who.trust ? trust_of(who.trust, badge.multikey) : NULL;
    const page pages[] = {{S "badge", BADGE, BLZ_OK, NULL},
                          {who.served ? who.served : S "key", badge.key, BLZ_OK, NULL},
                          {who.issuer ? S "issuer" : NULL, who.issuer, BLZ_OK, NULL},
                          {0}};
    const blz_verify_options options = {.trust = trust, .policy = who.policy};
    expect_options(pages, badge.token, &options, verdict, "proof.key-binding", outcome, words);
    signed_close(&badge);
}

START_TEST(what_the_issuer_lists)
{
    finds((finder){.issuer = LISTS(S "key")}, BLZ_VALID, BLZ_STEP_PASS, "its profile lists it");
    finds((finder){.issuer = LISTS(S "other")}, BLZ_INVALID, BLZ_STEP_FAIL, "does not list as its own");
    finds((finder){.issuer = ISSUER}, BLZ_INVALID, BLZ_STEP_FAIL, "does not list as its own");
    finds((finder){0}, BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "profile is not at hand");
    finds((finder){.served = S "elsewhere"}, BLZ_UNDECIDED, BLZ_STEP_SKIPPED, "no key fits");
}
END_TEST

/* That policy takes RSA keys only. */
START_TEST(a_key_that_says_it_is_of_somebody_else)
{
    static const char other[] = "https://evil.example/";
    finds((finder){.issuer = LISTS(S "key"), .owner = other}, BLZ_INVALID, BLZ_STEP_FAIL, "it belongs to");
    finds((finder){.issuer = LISTS(S "key"), .owner = other, .policy = BLZ_POLICY_1EDTECH}, BLZ_INVALID,
          BLZ_STEP_WARN, "policy spec fails this: the issuer");
}
END_TEST

START_TEST(what_whoever_verifies_lists)
{
    static const char mine[] = LIST_OF("[%]"), named[] = LIST_OF("[" S "key]");
    static const char another[] = LIST_OF("[zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv]");
    static const char away[] = LIST_OF("[" S "nowhere]");
    finds((finder){mine, ISSUER, NULL, 0, NULL}, BLZ_VALID, BLZ_STEP_PASS, "bound by the trust file");
    finds((finder){named, ISSUER, NULL, 0, NULL}, BLZ_VALID, BLZ_STEP_PASS, "bound by the trust file");
    finds((finder){another, LISTS(S "key"), NULL, 0, NULL}, BLZ_INVALID, BLZ_STEP_FAIL, "with another one");
    finds((finder){away, LISTS(S "key"), NULL, 0, NULL}, BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "is not known");
    finds((finder){mine, ISSUER, NULL, BLZ_POLICY_1EDTECH, NULL}, BLZ_INVALID, BLZ_STEP_PASS,
          "bound by the trust file"); /* that policy takes RSA keys only */
}
END_TEST

/* The key is known, but not what its owner has taken back. */
START_TEST(without_the_documents)
{
    static const char mine[] = LIST_OF("[%]");
    finds((finder){mine, NULL, S "elsewhere", 0, NULL}, BLZ_UNDECIDED, BLZ_STEP_PASS,
          "bound by the trust file");
}
END_TEST

UNIT_MAIN("verify/ob2_key", what_the_issuer_lists, a_key_that_says_it_is_of_somebody_else,
          what_whoever_verifies_lists, without_the_documents)
