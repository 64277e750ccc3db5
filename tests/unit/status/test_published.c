#include "status/published.h"

#include "base/buf.h"
#include "unit/credential/sweep.h"
#include "unit/verify/alone.h"

#define MAX ((size_t)1 << 24)

static const char empty[] = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

static blz_status read_subject(const char *text, blz_list_form form, const char **pointer, const char **why)
{
    json_auto_t *subject = json_of(text);
    BLZ_SCOPED(blz_published_list) list = {0};
    return blz_published_list_read(&list, subject, form, MAX, pointer, why);
}

static void refused(const char *text, blz_list_form form, const char *at, const char *words)
{
    const char *pointer = NULL, *why = NULL;
    ck_assert_int_eq(read_subject(text, form, &pointer, &why), BLZ_ERR_INVALID);
    ck_assert_str_eq(pointer, at);
    ck_assert_msg(strstr(why, words) != NULL, "\"%s\" has no \"%s\"", why, words);
}

START_TEST(which_credentials_are_lists)
{
    blz_list_form form;
    json_auto_t *bitstring = json_of("{'type': ['VerifiableCredential', 'BitstringStatusListCredential']}");
    json_auto_t *old = json_of("{'type': ['VerifiableCredential', 'StatusList2021Credential']}");
    json_auto_t *other = json_of("{'type': ['VerifiableCredential', 'AchievementCredential']}");
    ck_assert(blz_published_list_is(&form, bitstring) && form == BLZ_LIST_BITSTRING);
    ck_assert(blz_published_list_is(&form, old) && form == BLZ_LIST_2021);
    ck_assert(!blz_published_list_is(&form, other));
}
END_TEST

START_TEST(good_ones)
{
    char text[400];
    const char *pointer = NULL, *why = NULL;
    snprintf(text, sizeof text,
             "{'type': 'BitstringStatusList', 'statusPurpose': 'revocation', 'encodedList': '%s'}", empty);
    ck_assert_ok(read_subject(text, BLZ_LIST_BITSTRING, &pointer, &why));
    snprintf(text, sizeof text,
             "{'type': ['BitstringStatusList'], 'statusPurpose': ['a', 'b'], 'encodedList': '%s'}", empty);
    ck_assert_ok(read_subject(text, BLZ_LIST_BITSTRING, &pointer, &why));
    snprintf(text, sizeof text,
             "{'type': 'StatusList2021', 'statusPurpose': 'revocation', 'encodedList': '%s'}", empty + 1);
    ck_assert_ok(read_subject(text, BLZ_LIST_2021, &pointer, &why));
}
END_TEST

START_TEST(bad_ones)
{
    char text[400];
#define SUBJECT "{'type': 'BitstringStatusList', 'statusPurpose': "
    refused("{}", BLZ_LIST_BITSTRING, "/type", "\"BitstringStatusList\"");
    refused("{'type': 'BitstringStatusList'}", BLZ_LIST_2021, "/type", "\"StatusList2021\"");
    refused("{'type': 'BitstringStatusList'}", BLZ_LIST_BITSTRING, "/statusPurpose",
            "what its bits are about");
    refused(SUBJECT "[]}", BLZ_LIST_BITSTRING, "/statusPurpose", "what its bits are about");
    refused(SUBJECT "['a', 7]}", BLZ_LIST_BITSTRING, "/statusPurpose", "what its bits are about");
    refused(SUBJECT "'a'}", BLZ_LIST_BITSTRING, "/encodedList", "is missing");
    refused(SUBJECT "'a', 'encodedList': ['u']}", BLZ_LIST_BITSTRING, "/encodedList", "is missing");
    snprintf(text, sizeof text, SUBJECT "'a', 'encodedList': '%s'}", empty + 1);
    refused(text, BLZ_LIST_BITSTRING, "/encodedList", "does not begin with \"u\"");
}
END_TEST

START_TEST(too_few_entries)
{
    BLZ_SCOPED(blz_bits) bits = {0};
    BLZ_AUTO(blz_text) encoded = NULL;
    char text[2000];
    ck_assert_ok(blz_bits_new(&bits, BLZ_STATUS_ENTRIES_MIN - 8));
    ck_assert_ok(blz_encoded_list_write(&encoded, &bits));
    snprintf(text, sizeof text, SUBJECT "'a', 'encodedList': '%s'}", encoded);
    refused(text, BLZ_LIST_BITSTRING, "/encodedList", "fewer than 131,072 entries");
}
END_TEST

START_TEST(too_many_bytes)
{
    const char *pointer = NULL, *why = NULL;
    BLZ_SCOPED(blz_published_list) list = {0};
    char text[400];
    snprintf(text, sizeof text, SUBJECT "'a', 'encodedList': '%s'}", empty);
    json_auto_t *subject = json_of(text);
    blz_status status = blz_published_list_read(&list, subject, BLZ_LIST_BITSTRING,
                                                BLZ_STATUS_ENTRIES_MIN / 8 - 1, &pointer, &why);
    ck_assert_int_eq(status, BLZ_ERR_LIMIT);
    ck_assert_str_eq(pointer, "/encodedList");
    ck_assert_ptr_nonnull(strstr(why, "than blazon reads"));
}
END_TEST

START_TEST(what_a_list_serves)
{
    json_auto_t *several = json_of("['revocation', 7, 'suspension']");
    json_auto_t *one = json_of("'revocation'");
    ck_assert(blz_published_list_serves(several, "suspension"));
    ck_assert(!blz_published_list_serves(several, "message"));
    ck_assert(blz_published_list_serves(one, "revocation"));
    ck_assert(!blz_published_list_serves(one, "suspension"));
    ck_assert(!blz_published_list_serves(NULL, "suspension"));
}
END_TEST

static blz_status read_again(void *user)
{
    BLZ_SCOPED(blz_published_list) list = {0};
    const char *pointer = NULL, *why = NULL;
    return blz_published_list_read(&list, user, BLZ_LIST_BITSTRING, MAX, &pointer, &why);
}

START_TEST(memory)
{
    char text[400];
    snprintf(text, sizeof text, SUBJECT "'a', 'encodedList': '%s'}", empty);
    json_auto_t *subject = json_of(text);
    sweep_run(read_again, subject);
}
END_TEST

UNIT_MAIN("status/published", which_credentials_are_lists, good_ones, bad_ones, too_few_entries,
          too_many_bytes, what_a_list_serves, memory)
