#include "ob2_signed.h"

/* The issuer lists one key, the badge names one; what is published may be another than what signed. */
static void check(const char *issuer, const char *creator, bool other, blz_verdict verdict, const char *id,
                  blz_outcome outcome, const char *words)
{
    signed_badge badge;
    signed_open(&badge, creator, other);
    const page pages[] = {{S "badge", BADGE, BLZ_OK, NULL},
                          {S "issuer", issuer, BLZ_OK, NULL},
                          {S "key", badge.key, BLZ_OK, NULL},
                          {0}};
    EXPECT(pages, badge.token, verdict, id, outcome, words);
    signed_close(&badge);
}

#define LISTS(url) ISSUER_WITH(", 'publicKey': '" url "'")

START_TEST(signatures)
{
    check(LISTS(S "key"), S "key", false, BLZ_VALID, "proof.signature", BLZ_STEP_PASS, "matches");
    check(LISTS(S "key"), S "key", true, BLZ_INVALID, "proof.signature", BLZ_STEP_FAIL, "does not match");
    check(LISTS(S "key"), S "none", false, BLZ_UNDECIDED, "proof.signature", BLZ_STEP_UNKNOWN,
          "not to be had");
}
END_TEST

/* Whether a signed badge is the issuer's cannot be told without the issuer. */
START_TEST(nothing_at_hand)
{
    signed_badge badge;
    signed_open(&badge, S "key", false);
    const page pages[] = {{S "key", badge.key, BLZ_OK, NULL}, {0}};
    EXPECT(pages, badge.token, BLZ_UNDECIDED, "proof.signature", BLZ_STEP_PASS, "matches");
    EXPECT(pages + 1, badge.token, BLZ_UNDECIDED, "proof.signature", BLZ_STEP_UNKNOWN, "not to be had");
    signed_close(&badge);
}
END_TEST

START_TEST(policies)
{
    static const blz_verify_options vendor = {.policy = BLZ_POLICY_1EDTECH};
    signed_badge badge;
    signed_open(&badge, S "key", false);
    const page pages[] = {{S "badge", BADGE, BLZ_OK, NULL},
                          {S "issuer", LISTS(S "key"), BLZ_OK, NULL},
                          {S "key", badge.key, BLZ_OK, NULL},
                          {0}};
    expect_options(pages, badge.token, &vendor, BLZ_INVALID, "jwt.header", BLZ_STEP_FAIL,
                   "only RSA signatures");
    signed_close(&badge);
}
END_TEST

START_TEST(memory)
{
    signed_badge badge;
    site s;
    signed_open(&badge, S "key", false);
    const page pages[] = {
        {S "badge", BADGE, BLZ_OK, NULL},
        {S "issuer", ISSUER_WITH(", 'publicKey': '" S "key', 'revocationList': '" S "list'"), BLZ_OK, NULL},
        {S "list", "{" V2 "'id': '" S "list', 'type': 'RevocationList', 'revokedAssertions': []}", BLZ_OK,
         NULL},
        {S "key", badge.key, BLZ_OK, NULL},
        {0}};
    site_open(&s, pages);
    blz_ctx_set_now(s.ctx, 1780272000);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_report *report = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_verify(&report, s.ctx, "badge.jws", badge.token, strlen(badge.token), NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        if (status == BLZ_OK) ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
        blz_report_free(report);
        f.at += f.at / 16; /* there are thousands of them */
    }
    site_close(&s);
    signed_close(&badge);
}
END_TEST

UNIT_MAIN("verify/ob2_signature", signatures, nothing_at_hand, policies, memory)
