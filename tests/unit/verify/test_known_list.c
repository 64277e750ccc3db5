#include "verify/known_list.h"

#include "lists.h"
#include "unit/credential/sweep.h"

static bench b;
static served place[2];
static int asked;

static blz_status count_and_serve(void *user, const char *url, blz_document *out)
{
    asked++;
    return serve(user, url, out);
}

static blz_check check_of(blz_policy policy, int64_t now)
{
    return (blz_check){.ctx = b.ctx, .policy = policy, .now = now};
}

static void get(blz_policy policy, int64_t now)
{
    blz_check check = check_of(policy, now);
    blz_known_list *list = NULL;
    ck_assert_ok(blz_known_list_get(&list, &check, LIST_URL));
    ck_assert_int_eq(list->verdict, BLZ_VALID);
    ck_assert_str_eq(list->issuer, b.did);
    ck_assert_str_eq(list->date, "2026-05-02");
    blz_known_list_free(list);
}

START_TEST(asked_for_once)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char *text = sealed_list(&b, NULL, NULL);
    blz_ctx_set_loader(b.ctx, count_and_serve, &b);
    publish(&b, place, text);
    asked = 0;
    get(BLZ_POLICY_SPEC, AT);
    get(BLZ_POLICY_SPEC, AT);
    ck_assert_int_eq(asked, 1);
    get(BLZ_POLICY_1EDTECH, AT);
    get(BLZ_POLICY_SPEC, AT + 1);
    ck_assert_int_eq(asked, 3);
    blz_ctx_forget(b.ctx);
    get(BLZ_POLICY_SPEC, AT);
    ck_assert_int_eq(asked, 4);
    free(text);
    bench_close(&b);
}
END_TEST

/* What is too heavy to be remembered is still an answer. */
START_TEST(without_room_to_remember)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char *text = sealed_list(&b, NULL, NULL);
    blz_ctx_set_loader(b.ctx, count_and_serve, &b);
    blz_ctx_set_limit(b.ctx, BLZ_LIMIT_REMEMBERED, 64);
    publish(&b, place, text);
    asked = 0;
    get(BLZ_POLICY_SPEC, AT);
    get(BLZ_POLICY_SPEC, AT);
    ck_assert_int_eq(asked, 2);
    free(text);
    bench_close(&b);
}
END_TEST

START_TEST(what_is_not_to_be_had)
{
    blz_known_list *list = NULL;
    bench_open(&b, BLZ_KEY_ED25519);
    blz_check check = check_of(BLZ_POLICY_SPEC, AT);
    ck_assert_ok(blz_known_list_get(&list, &check, LIST_URL));
    ck_assert(list->missing && list->verdict == BLZ_UNDECIDED && list->why);
    blz_known_list_free(list);
    ck_assert_ok(blz_known_revocations_get(&list, &check, LIST_URL));
    ck_assert(list->missing && list->verdict == BLZ_UNDECIDED && list->why);
    blz_known_list_free(list);
    bench_close(&b);
}
END_TEST

static void expect_open(const char *text, int64_t now)
{
    blz_check check = check_of(BLZ_POLICY_SPEC, now);
    blz_known_list *list = NULL;
    publish(&b, place, text);
    ck_assert_ok(blz_known_list_get(&list, &check, LIST_URL));
    ck_assert_int_eq(list->verdict, BLZ_UNDECIDED);
    blz_known_list_free(list);
}

/* One that has ended leaves the question open, and does so too if something else is open. */
START_TEST(what_has_ended)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char *text = sealed_list(&b, NULL, "{\"validUntil\": \"2026-05-03T00:00:00Z\"}");
    expect_open(text, AT + INT64_C(400) * 86400);
    free(text);
    text = sealed_list(&b, NULL,
                       "{\"validUntil\": \"2026-05-03T00:00:00Z\", \"issuer\": \"did:web:a.example\"}");
    expect_open(text, AT + INT64_C(400) * 86400);
    free(text);
    bench_close(&b);
}
END_TEST

static blz_status get_both(void *user)
{
    blz_check check = check_of(BLZ_POLICY_SPEC, AT);
    BLZ_AUTO(blz_known_list) list = NULL;
    BLZ_AUTO(blz_known_list) revocations = NULL;
    (void)user;
    blz_ctx_forget(b.ctx);
    BLZ_TRY(blz_known_list_get(&list, &check, LIST_URL));
    return blz_known_revocations_get(&revocations, &check, "https://a.example/r");
}

START_TEST(memory)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char *text = sealed_list(&b, NULL, NULL);
    served both[] = {{LIST_URL, text},
                     {"https://a.example/r", "{\"revokedCredential\": [{\"id\": \"urn:x:1\"}]}"},
                     {NULL, NULL}};
    b.documents = both;
    sweep_run(get_both, NULL);
    blz_ctx_forget(b.ctx);
    free(text);
    bench_close(&b);
}
END_TEST

static void expect_forged(char *text, const char *words)
{
    blz_check check = check_of(BLZ_POLICY_SPEC, AT + INT64_C(400) * 86400);
    blz_known_list *list = NULL;
    publish(&b, place, text);
    ck_assert_ok(blz_known_list_get(&list, &check, LIST_URL));
    ck_assert_int_eq(list->verdict, BLZ_INVALID);
    ck_assert_msg(strstr(list->why, words) != NULL, "%s", list->why);
    blz_known_list_free(list);
    free(text);
}

/* Whoever made up a list that has ended has made it up nevertheless, and a broken one is broken. */
START_TEST(what_has_ended_and_is_wrong)
{
#define ENDED "\"validUntil\": \"2026-05-03T00:00:00Z\""
    bench other;
    char patch[300];
    bench_open(&b, BLZ_KEY_ED25519);
    bench_open(&other, BLZ_KEY_ED25519);
    snprintf(patch, sizeof patch, "{" ENDED ", \"issuer\": \"%s\"}", b.did);
    expect_forged(sealed_list(&other, NULL, patch), "somebody else");
    expect_forged(sealed_list(&b, NULL, "{" ENDED ", \"credentialSubject\": {\"encodedList\": \"uAAAA\"}}"),
                  "damaged");
    json_t *list = bare_list(&b, NULL, "{\"issuer\": \"did:web:a.example\"}"); /* whose it is nobody knows */
    seal(&b, list, "{\"expires\": \"2026-05-03T00:00:00Z\"}");
    expect_forged(json_dumps(list, 0), "expire");
    json_decref(list);
    bench_close(&other);
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/known_list", asked_for_once, without_room_to_remember, what_is_not_to_be_had,
          what_has_ended, memory, what_has_ended_and_is_wrong)
