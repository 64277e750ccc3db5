#include "status/entry.h"

#include "unit/credential/sweep.h"
#include "unit/verify/alone.h"

#define LIST "'statusListCredential': 'https://a.example/s'"
#define WHOLE "'statusPurpose': 'revocation', " LIST

static void good(const char *text, blz_list_form form, uint64_t index, unsigned size)
{
    json_auto_t *json = json_of(text);
    blz_status_entry entry;
    const char *member = NULL, *why = NULL;
    ck_assert_msg(blz_status_entry_read(&entry, json, form, &member, &why) == BLZ_OK, "%s: %s", text,
                  why ? why : "");
    ck_assert(entry.index == index);
    ck_assert_uint_eq(entry.size, size);
}

static void bad(const char *text, const char *expected_member, const char *words)
{
    json_auto_t *json = json_of(text);
    blz_status_entry entry;
    const char *member = NULL, *why = NULL;
    ck_assert_int_eq(blz_status_entry_read(&entry, json, BLZ_LIST_BITSTRING, &member, &why), BLZ_ERR_INVALID);
    ck_assert_str_eq(member, expected_member);
    ck_assert_msg(strstr(why, words) != NULL, "\"%s\" has no \"%s\"", why, words);
}

START_TEST(places)
{
    good("{" WHOLE ", 'statusListIndex': '0'}", BLZ_LIST_BITSTRING, 0, 1);
    good("{" WHOLE ", 'statusListIndex': '131071'}", BLZ_LIST_BITSTRING, 131071, 1);
    good("{" WHOLE ", 'statusListIndex': 23}", BLZ_LIST_BITSTRING, 23, 1);
    good("{" WHOLE ", 'statusListIndex': '99999999999999999999999'}", BLZ_LIST_BITSTRING, UINT64_MAX, 1);
    good("{" WHOLE ", 'statusListIndex': '7', 'statusSize': 9}", BLZ_LIST_2021, 7, 1);
    bad("{" WHOLE "}", "statusListIndex", "is missing");
    static const char *const values[] = {"''",    "'-1'", "'+1'", "' 1'", "'1 '", "'1.5'", "'0x1'", "'1e3'",
                                         "'one'", "-1",   "1.5",  "1e3",  "true", "null",  "[]",    "{}"};
    for (size_t i = 0; i < BLZ_COUNT_OF(values); i++) {
        char text[200];
        snprintf(text, sizeof text, "{" WHOLE ", 'statusListIndex': %s}", values[i]);
        bad(text, "statusListIndex", "not a whole number of 0 or more");
    }
}
END_TEST

START_TEST(purposes_and_lists)
{
    bad("{" LIST ", 'statusListIndex': '1'}", "statusPurpose", "does not say what its status is about");
    bad("{" LIST ", 'statusListIndex': '1', 'statusPurpose': ['a']}", "statusPurpose", "does not say");
    bad("{'statusPurpose': 'a', 'statusListIndex': '1'}", "statusListCredential", "missing or no URL");
    bad("{'statusPurpose': 'a', 'statusListIndex': '1', 'statusListCredential': 'list.json'}",
        "statusListCredential", "missing or no URL");
    bad("{}", "statusPurpose", "does not say");
}
END_TEST

START_TEST(sizes_and_messages)
{
    static const char four[] =
        "{" WHOLE ", 'statusListIndex': '1', 'statusSize': 2, 'statusMessage': ["
        "{'status': '0x0', 'message': 'open'}, {'status': '0x1', 'message': 'in work'}, "
        "{'status': '0x2', 'message': 'done'}, {'status': '3', 'message': 'no number'}]}";
    json_auto_t *json = json_of(four);
    blz_status_entry entry;
    const char *member = NULL, *why = NULL;
    ck_assert_ok(blz_status_entry_read(&entry, json, BLZ_LIST_BITSTRING, &member, &why));
    ck_assert_str_eq(blz_status_entry_message(&entry, 2), "done");
    ck_assert_str_eq(blz_status_entry_message(&entry, 0), "open");
    ck_assert_ptr_null(blz_status_entry_message(&entry, 3));
#define SIZED "{" WHOLE ", 'statusListIndex': '1', 'statusSize': "
    bad(SIZED "0}", "statusSize", "not a whole number from 1 to 32");
    bad(SIZED "33}", "statusSize", "not a whole number from 1 to 32");
    bad(SIZED "'1'}", "statusSize", "not a whole number from 1 to 32");
    bad(SIZED "1.5}", "statusSize", "not a whole number from 1 to 32");
    bad(SIZED "2}", "statusMessage", "needs its messages");
    bad(SIZED "2, 'statusMessage': [{}, {}]}", "statusMessage", "one message for each value");
    bad(SIZED "1, 'statusMessage': 'x'}", "statusMessage", "one message for each value");
    good(SIZED "1, 'statusMessage': [{}, {}]}", BLZ_LIST_BITSTRING, 1, 1);
}
END_TEST

static blz_status write_one(void *user)
{
    json_t *entry = NULL;
    (void)user;
    blz_status status = blz_status_entry_write(&entry, "revocation", "https://a.example/s", 94567);
    json_decref(entry);
    return status;
}

START_TEST(what_is_written_can_be_read)
{
    json_t *entry = NULL;
    blz_status_entry again;
    const char *member = NULL, *why = NULL;
    ck_assert_ok(blz_status_entry_write(&entry, "revocation", "https://a.example/s", 94567));
    ck_assert_str_eq(json_string_value(json_object_get(entry, "id")), "https://a.example/s#94567");
    ck_assert_str_eq(json_string_value(json_object_get(entry, "type")), "BitstringStatusListEntry");
    ck_assert_ok(blz_status_entry_read(&again, entry, BLZ_LIST_BITSTRING, &member, &why));
    ck_assert(again.index == 94567 && !again.index_is_number);
    ck_assert_str_eq(again.list, "https://a.example/s");
    json_decref(entry);
    sweep_run(write_one, NULL);
}
END_TEST

UNIT_MAIN("status/entry", places, purposes_and_lists, sizes_and_messages, what_is_written_can_be_read)
