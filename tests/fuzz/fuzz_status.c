/* A status list in every form in which one comes: the text of `encodedList`, a `credentialStatus`, a
 * published list, 1EdTech's list, the file that an issuer keeps. What can be read can be written, and read
 * again as the same. */

#include <string.h>

#include "codec/json_read.h"
#include "status/entry.h"
#include "status/list.h"
#include "status/published.h"
#include "status/revocations.h"

#include "fuzz.h"

#define UNPACKED_MAX ((size_t)1 << 20)

static void look_at_text(const char *text, size_t size, blz_list_form form)
{
    blz_bits bits = {0}, again = {0};
    const char *why = NULL;
    char *written = NULL;
    uint32_t value = 0;
    blz_status status = blz_encoded_list_read(&bits, text, size, form, UNPACKED_MAX, &why);
    FUZZ_ASSERT((status == BLZ_OK) == (bits.bytes != NULL) && (status == BLZ_OK) == (why == NULL));
    if (status != BLZ_OK) return;
    FUZZ_ASSERT(bits.count <= UNPACKED_MAX * 8);
    FUZZ_ASSERT(blz_bits_get(&value, &bits, bits.count, 1) == BLZ_ERR_LIMIT);
    FUZZ_ASSERT(blz_encoded_list_write(&written, &bits) == BLZ_OK);
    FUZZ_ASSERT(blz_encoded_list_read(&again, written, strlen(written), BLZ_LIST_BITSTRING, UNPACKED_MAX,
                                      &why) == BLZ_OK);
    FUZZ_ASSERT(again.count == bits.count && memcmp(again.bytes, bits.bytes, bits.count / 8) == 0);
    blz_free(written);
    blz_bits_clear(&again);
    blz_bits_clear(&bits);
}

static void look_at_entry(json_t *json, blz_list_form form)
{
    blz_status_entry entry;
    const char *member = NULL, *why = NULL;
    blz_status status = blz_status_entry_read(&entry, json, form, &member, &why);
    FUZZ_ASSERT((status == BLZ_OK) == (why == NULL) && (status == BLZ_OK) == (member == NULL));
    if (status == BLZ_OK) (void)blz_status_entry_message(&entry, 1);
}

static void look_at_published(json_t *json)
{
    blz_published_list list = {0};
    blz_list_form form;
    const char *pointer = NULL, *why = NULL;
    (void)blz_published_list_is(&form, json);
    blz_status status = blz_published_list_read(&list, json, form, UNPACKED_MAX, &pointer, &why);
    FUZZ_ASSERT((status == BLZ_OK) == (why == NULL) && (status == BLZ_OK) == (pointer == NULL));
    if (status == BLZ_OK) {
        (void)blz_published_list_serves(list.purposes, "revocation");
        blz_published_list_clear(&list);
    }
}

static void look_at_revocations(const json_t *json)
{
    json_t *found = NULL;
    const char *why = NULL;
    if (!blz_revocations_are(json, &why)) return;
    FUZZ_ASSERT(blz_revocations_by_id(&found, json) == BLZ_OK);
    json_decref(found);
}

/* A list that is accepted can be used. */
static void look_at_file(json_t *json)
{
    blz_ctx *ctx = NULL;
    blz_diags *diags = NULL;
    blz_status_list *list = NULL;
    const char *why = NULL;
    char *text = NULL;
    size_t index = 0;
    blz_status status = blz_list_of_document(&list, json_incref(json), &why);
    FUZZ_ASSERT((status == BLZ_OK) == (list != NULL) && (status == BLZ_OK) == (why == NULL));
    if (!list) return;
    FUZZ_ASSERT(blz_ctx_new(&ctx) == BLZ_OK && blz_diags_new(&diags) == BLZ_OK);
    status = blz_status_list_allocate(&index, list, ctx, NULL, diags);
    FUZZ_ASSERT(status == BLZ_OK || status == BLZ_ERR_ARGUMENT);
    FUZZ_ASSERT(blz_status_list_credential(&text, NULL, list, ctx, NULL, diags) == BLZ_OK);
    blz_free(text);
    FUZZ_ASSERT(blz_status_list_json(&text, NULL, list, NULL, 0, 0, diags) == BLZ_OK);
    blz_free(text);
    blz_status_list_free(list);
    blz_diags_free(diags);
    blz_ctx_free(ctx);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = size ? (const char *)data : "";
    json_t *json = NULL;
    look_at_text(text, size, BLZ_LIST_BITSTRING);
    look_at_text(text, size, BLZ_LIST_2021);
    if (blz_json_parse(&json, text, size, 64, NULL, NULL) != BLZ_OK) return 0;
    look_at_entry(json, BLZ_LIST_BITSTRING);
    look_at_entry(json, BLZ_LIST_2021);
    look_at_published(json);
    look_at_revocations(json);
    look_at_file(json);
    json_decref(json);
    return 0;
}
