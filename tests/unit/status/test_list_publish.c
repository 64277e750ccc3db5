#include "kept.h"

#include "status/encoded_list.h"
#include "status/published.h"

#include <blazon/credential.h>

/* Places for three badges, one of them without a name; the first and the last are set. */
static void fill(kept *k, size_t index[3])
{
    static const char *const names[] = {"urn:x:1", "urn:x:2", NULL};
    char last[BLZ_LIST_INDEX_MAX];
    bool changed = false;
    for (size_t i = 0; i < 3; i++)
        ck_assert_ok(blz_status_list_allocate(&index[i], k->list, k->ctx, names[i], k->diags));
    snprintf(last, sizeof last, "%zu", index[2]);
    ck_assert_ok(blz_status_list_set(&changed, k->list, k->ctx, "urn:x:1", true, "why", k->diags));
    ck_assert_ok(blz_status_list_set(&changed, k->list, k->ctx, last, true, NULL, k->diags));
}

START_TEST(the_bits_that_are_set)
{
    kept k = kept_open("suspension");
    BLZ_AUTO(blz_text) text = NULL;
    BLZ_SCOPED(blz_published_list) list = {0};
    const char *pointer = NULL, *why = NULL;
    size_t index[3] = {0};
    uint32_t value[3] = {0};
    fill(&k, index);
    ck_assert_ok(blz_status_list_credential(&text, NULL, k.list, k.ctx, NULL, k.diags));
    ck_assert_ptr_null(strstr(text, "urn:x:")); /* whose they are is nobody's business */
    json_auto_t *json = json_of(text);
    ck_assert_ok(blz_published_list_read(&list, json_object_get(json, "credentialSubject"),
                                         BLZ_LIST_BITSTRING, 1 << 20, &pointer, &why));
    for (size_t i = 0; i < 3; i++)
        ck_assert_ok(blz_bits_get(&value[i], &list.bits, index[i], 1));
    ck_assert(value[0] == 1 && value[1] == 0 && value[2] == 1);
    ck_assert_uint_eq(blz_bits_sum(&list.bits), 2);
    ck_assert(blz_published_list_serves(list.purposes, "suspension"));
    kept_close(&k);
}
END_TEST

START_TEST(dates_and_ttl)
{
    kept k = kept_open(NULL);
    BLZ_AUTO(blz_text) text = NULL;
    char *none = NULL;
    static const char *const bad[] = {"tomorrow", "2026-05-28T20:26:40Z", "2026-06-01T00:00:00.5Z",
                                      "2026-06-01"};
    ck_assert_ok(blz_status_list_credential(
        &text, NULL, k.list, k.ctx,
        &(blz_status_list_publishing){.valid_until = "2026-06-01T00:00:00Z", .ttl = 3600000}, k.diags));
    json_auto_t *json = json_of(text);
    ck_assert_str_eq(json_string_value(json_object_get(json, "validFrom")), "2026-05-28T20:26:40Z");
    ck_assert_str_eq(json_string_value(json_object_get(json, "validUntil")), "2026-06-01T00:00:00Z");
    ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(json, "credentialSubject"), "ttl")),
                     3600000);
    for (size_t i = 0; i < BLZ_COUNT_OF(bad); i++)
        refused(&k,
                blz_status_list_credential(&none, NULL, k.list, k.ctx,
                                           &(blz_status_list_publishing){.valid_until = bad[i]}, k.diags),
                BLZ_ERR_ARGUMENT, "is no time at which the list could end");
    kept_close(&k);
}
END_TEST

START_TEST(it_can_be_signed)
{
    kept k = kept_open(NULL);
    blz_key *key = key_of(BLZ_KEY_ED25519, 1);
    BLZ_AUTO(blz_text) text = NULL;
    BLZ_AUTO(blz_text) sealed = NULL;
    BLZ_AUTO(blz_text) token = NULL;
    size_t length = 0;
    ck_assert_ok(blz_status_list_credential(&text, &length, k.list, k.ctx, NULL, k.diags));
    ck_assert_ok(blz_credential_sign_proof(&sealed, NULL, k.ctx, text, length, "list", key, NULL, k.diags));
    ck_assert_ok(blz_credential_sign_jwt(&token, k.ctx, text, length, "list", key, NULL, k.diags));
    blz_key_free(key);
    kept_close(&k);
}
END_TEST

START_TEST(the_older_list)
{
    kept k = kept_open("revocation");
    BLZ_AUTO(blz_text) text = NULL;
    size_t index[3] = {0}, unnamed = 0;
    fill(&k, index);
    ck_assert_ok(blz_status_list_revocations(&text, NULL, &unnamed, k.list, BLZ_REVOCATION_LIST_1EDTECH,
                                             "https://a.example/r", 0, k.diags));
    ck_assert_str_eq(text, "{\"id\":\"https://a.example/r\",\"issuer\":\"" LIST_ISSUER
                           "\",\"revokedCredential\":[{\"id\":\"urn:x:1\",\"revoked\":true,"
                           "\"revocationReason\":\"why\"}]}");
    ck_assert_uint_eq(unnamed, 1);
    kept_close(&k);
}
END_TEST

START_TEST(the_list_of_open_badges_2)
{
#define ID "urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9"
    kept k = kept_open("revocation");
    BLZ_AUTO(blz_text) text = NULL;
    size_t index[3] = {0}, unnamed = 0;
    bool changed = false;
    fill(&k, index); /* whose names are none of 2.0 */
    ck_assert_ok(blz_status_list_allocate(&index[0], k.list, k.ctx, ID, k.diags));
    ck_assert_ok(blz_status_list_set(&changed, k.list, k.ctx, ID, true, "why", k.diags));
    ck_assert_ok(blz_status_list_revocations(&text, NULL, &unnamed, k.list, BLZ_REVOCATION_LIST_OB2,
                                             "https://a.example/r", 0, k.diags));
    ck_assert_str_eq(text, "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"RevocationList\","
                           "\"id\":\"https://a.example/r\",\"issuer\":\"" LIST_ISSUER
                           "\",\"revokedAssertions\":[{\"id\":\"" ID "\",\"revocationReason\":\"why\"}]}");
    ck_assert_uint_eq(unnamed, 2);
    kept_close(&k);
#undef ID
}
END_TEST

START_TEST(what_is_no_list_of_ids)
{
    kept k = kept_open("revocation");
    size_t unnamed = 0;
    char *none = NULL;
    refused(&k,
            blz_status_list_revocations(&none, NULL, &unnamed, k.list, BLZ_REVOCATION_LIST_1EDTECH, "r.json",
                                        0, k.diags),
            BLZ_ERR_ARGUMENT, "is no address for a revocation list");
    kept_close(&k);
    k = kept_open("suspension");
    refused(&k,
            blz_status_list_revocations(&none, NULL, &unnamed, k.list, BLZ_REVOCATION_LIST_1EDTECH,
                                        "https://a.example/r", 0, k.diags),
            BLZ_ERR_ARGUMENT, "this list is for suspension");
    kept_close(&k);
}
END_TEST

static blz_status publish(void *user)
{
    kept *k = user;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    BLZ_AUTO(blz_text) old = NULL;
    BLZ_AUTO(blz_text) entry = NULL;
    size_t unnamed = 0;
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_status_list_credential(&text, NULL, k->list, k->ctx, NULL, diags));
    BLZ_TRY(blz_status_list_entry(&entry, NULL, k->list, 17, 0));
    return blz_status_list_revocations(&old, NULL, &unnamed, k->list, BLZ_REVOCATION_LIST_OB2,
                                       "https://a.example/r", 0, diags);
}

START_TEST(memory)
{
    kept k = kept_open("revocation");
    size_t index[3] = {0};
    fill(&k, index);
    sweep_run(publish, &k);
    kept_close(&k);
}
END_TEST

UNIT_MAIN("status/list_publish", the_bits_that_are_set, dates_and_ttl, it_can_be_signed, the_older_list,
          the_list_of_open_badges_2, what_is_no_list_of_ids, memory)
