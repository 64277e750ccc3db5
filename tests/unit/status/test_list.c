#include "kept.h"

static size_t allocate(kept *k, const char *credential)
{
    size_t index = SIZE_MAX;
    ck_assert_ok(blz_status_list_allocate(&index, k->list, k->ctx, credential, k->diags));
    return index;
}

START_TEST(places_are_given_once)
{
    kept k = kept_open(NULL);
    blz_status_list_place place;
    size_t first = allocate(&k, "urn:x:1"), second = allocate(&k, NULL), index = 0;
    char text[BLZ_LIST_INDEX_MAX];
    ck_assert_uint_ne(first, second);
    ck_assert_ok(blz_status_list_find(&place, k.list, "urn:x:1"));
    ck_assert_uint_eq(place.index, first);
    ck_assert(!place.set && !place.since && !place.reason);
    snprintf(text, sizeof text, "%zu", second);
    ck_assert_ok(blz_status_list_find(&place, k.list, text));
    ck_assert_ptr_null(place.credential);
    ck_assert_int_eq(blz_status_list_find(&place, k.list, "urn:x:2"), BLZ_ERR_NOT_FOUND);
    refused(&k, blz_status_list_allocate(&index, k.list, k.ctx, "urn:x:1", k.diags), BLZ_ERR_ARGUMENT,
            "\"urn:x:1\" has the place");
    refused(&k, blz_status_list_allocate(&index, k.list, k.ctx, "badge 1", k.diags), BLZ_ERR_ARGUMENT,
            "is not the id of a badge");
    refused(&k, blz_status_list_allocate(&index, k.list, k.ctx, "17", k.diags), BLZ_ERR_ARGUMENT,
            "is not the id of a badge");
    blz_status_list_summary summary = blz_status_list_summarize(k.list);
    ck_assert_uint_eq(summary.allocated, 2);
    ck_assert_uint_eq(summary.length, 131072);
    kept_close(&k);
}
END_TEST

/* Who sees places learns nothing of their order: the halves of the list are hit about equally often, and two
 * in a row are rarely neighbours. */
START_TEST(places_are_random)
{
    kept k = kept_open(NULL);
    size_t low = 0, near = 0, before = 0;
    for (size_t i = 0; i < 2000; i++) {
        size_t index = allocate(&k, NULL);
        low += index < 65536;
        near += index > before ? index - before < 8 : before - index < 8;
        before = index;
    }
    ck_assert_uint_gt(low, 850);
    ck_assert_uint_lt(low, 1150);
    ck_assert_uint_lt(near, 20);
    kept_close(&k);
}
END_TEST

START_TEST(the_last_free_place_is_found)
{
    kept k = kept_open(NULL);
    size_t index = 0;
    memset(k.list->taken.bytes, 0xff, k.list->taken.count / 8);
    ck_assert_ok(blz_bits_put(&k.list->taken, 131071, false));
    char name[BLZ_LIST_INDEX_MAX];
    for (size_t i = 0; i < 131071; i++) {
        snprintf(name, sizeof name, "%zu", i);
        ck_assert_int_eq(json_object_set_new(k.list->entries, name, json_null()), 0);
    }
    ck_assert_uint_eq(allocate(&k, NULL), 131071);
    refused(&k, blz_status_list_allocate(&index, k.list, k.ctx, NULL, k.diags), BLZ_ERR_ARGUMENT,
            "the list is full: 131072 badges");
    kept_close(&k);
}
END_TEST

START_TEST(revoked_is_for_ever)
{
    kept k = kept_open("revocation");
    blz_status_list_place place;
    bool changed = false;
    (void)allocate(&k, "urn:x:1");
    ck_assert_ok(blz_status_list_set(&changed, k.list, k.ctx, "urn:x:1", true, "a reason", k.diags));
    ck_assert(changed);
    ck_assert_ok(blz_status_list_find(&place, k.list, "urn:x:1"));
    ck_assert(place.set);
    ck_assert_str_eq(place.since, "2026-05-28T20:26:40Z");
    ck_assert_str_eq(place.reason, "a reason");
    ck_assert_ok(blz_status_list_set(&changed, k.list, k.ctx, "urn:x:1", true, "another", k.diags));
    ck_assert(!changed);
    refused(&k, blz_status_list_set(&changed, k.list, k.ctx, "urn:x:1", false, NULL, k.diags),
            BLZ_ERR_ARGUMENT, "cannot be reinstated");
    refused(&k, blz_status_list_set(&changed, k.list, k.ctx, "urn:x:2", true, NULL, k.diags),
            BLZ_ERR_ARGUMENT, "the list has no place for \"urn:x:2\"");
    ck_assert_uint_eq(blz_status_list_summarize(k.list).set, 1);
    kept_close(&k);
}
END_TEST

START_TEST(suspended_is_for_a_time)
{
    kept k = kept_open("suspension");
    char letter[BLZ_LIST_REASON_MAX + 2];
    bool changed = false;
    (void)allocate(&k, "urn:x:1");
    ck_assert_ok(blz_status_list_set(&changed, k.list, k.ctx, "urn:x:1", true, NULL, k.diags));
    ck_assert_ok(blz_status_list_set(&changed, k.list, k.ctx, "urn:x:1", false, NULL, k.diags));
    ck_assert(changed);
    ck_assert_uint_eq(blz_status_list_summarize(k.list).set, 0);
    memset(letter, 'a', sizeof letter);
    letter[sizeof letter - 1] = '\0';
    refused(&k, blz_status_list_set(&changed, k.list, k.ctx, "urn:x:1", true, letter, k.diags),
            BLZ_ERR_ARGUMENT, "longer than 200 bytes");
    refused(&k, blz_status_list_set(&changed, k.list, k.ctx, "urn:x:1", true, "\xff", k.diags),
            BLZ_ERR_ARGUMENT, "no UTF-8");
    kept_close(&k);
}
END_TEST

static blz_status no_random(void *user, uint8_t *out, size_t length)
{
    (void)user;
    memset(out, 0, length);
    return BLZ_ERR_CRYPTO;
}

START_TEST(without_random_bytes_there_is_no_place)
{
    kept k = kept_open(NULL);
    size_t index = 0;
    blz_ctx_set_random(k.ctx, no_random, NULL);
    ck_assert_int_eq(blz_status_list_allocate(&index, k.list, k.ctx, NULL, k.diags), BLZ_ERR_CRYPTO);
    ck_assert_uint_eq(blz_status_list_summarize(k.list).allocated, 0);
    kept_close(&k);
}
END_TEST

static blz_status change(void *user)
{
    kept *k = user;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_status_list) list = NULL;
    size_t index = 0;
    bool changed = false;
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_status_list_open(&list, "list.json", false, diags));
    BLZ_TRY(blz_status_list_allocate(&index, list, k->ctx, "urn:x:1", diags));
    return blz_status_list_set(&changed, list, k->ctx, "urn:x:1", true, "reason", diags);
}

START_TEST(memory)
{
    kept k = kept_open(NULL);
    sweep_run(change, &k);
    kept_close(&k);
}
END_TEST

UNIT_MAIN("status/list", places_are_given_once, places_are_random, the_last_free_place_is_found,
          revoked_is_for_ever, suspended_is_for_a_time, without_random_bytes_there_is_no_place, memory)
