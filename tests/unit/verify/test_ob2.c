#include "ob2_school.h"

#include "verify/ob2.h"

START_TEST(a_hosted_badge)
{
    EXPECT(school, ASSERTION, BLZ_VALID, "ob2.verification", BLZ_STEP_PASS, "what is hosted at its id");
    OPEN_SPEC(school + 1, ASSERTION, "ob2.verification", "only a copy");
}
END_TEST

START_TEST(a_class_that_was_sent_on)
{
    static const page pages[] = {{S "1", ASSERTION, BLZ_OK, NULL},
                                 {S "badge", BADGE, BLZ_OK, "https://evil.example/badge"},
                                 {S "issuer", ISSUER, BLZ_OK, NULL},
                                 {0}};
    OPEN_SPEC(pages, ASSERTION, "ob2.graph", "was sent on to another site");
}
END_TEST

START_TEST(memory)
{
    site s;
    char *text = quoted(ASSERTION);
    site_open(&s, school);
    blz_ctx_set_now(s.ctx, 1780272000);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_report *report = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_verify(&report, s.ctx, "badge.json", text, strlen(text), NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        blz_report_free(report);
        f.at += f.at / 16; /* there are thousands of them */
    }
    blz_free(text);
    site_close(&s);
}
END_TEST

/* Whatever the steps said: what none of them has proven is not valid. */
START_TEST(nothing_is_proven_by_itself)
{
    blz_ob2_case c = {0};
    blz_check check = {.ob2 = &c};
    ck_assert(!blz_ob2_is_proven(&check));
    c.proven = true;
    ck_assert(blz_ob2_is_proven(&check));
}
END_TEST

UNIT_MAIN("verify/ob2", a_hosted_badge, a_class_that_was_sent_on, memory, nothing_is_proven_by_itself)
