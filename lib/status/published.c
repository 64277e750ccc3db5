#include "status/published.h"

#include <string.h>

#include "credential/model.h"

static blz_status refuse(const char **pointer, const char **why, const char *at, const char *words)
{
    *pointer = at;
    *why = words;
    return BLZ_ERR_INVALID;
}

/* What is too large for blazon need not be wrong. */
static blz_status refuse_bits(const char **pointer, blz_status status)
{
    *pointer = "/encodedList";
    return status == BLZ_ERR_LIMIT ? BLZ_ERR_LIMIT : BLZ_ERR_INVALID;
}

bool blz_published_list_is(blz_list_form *form, const json_t *credential)
{
    bool new_one = blz_vc_has_type(credential, BLZ_LIST_CREDENTIAL);
    *form = new_one ? BLZ_LIST_BITSTRING : BLZ_LIST_2021;
    return new_one || blz_vc_has_type(credential, BLZ_LIST_CREDENTIAL_2021);
}

static bool are_texts(const json_t *purposes)
{
    size_t index;
    json_t *one;
    if (json_is_string(purposes)) return true;
    json_array_foreach (purposes, index, one)
        if (!json_is_string(one)) return false;
    return json_array_size(purposes) > 0;
}

blz_status blz_published_list_read(blz_published_list *out, json_t *subject, blz_list_form form, size_t max,
                                   const char **pointer, const char **why)
{
    bool old = form == BLZ_LIST_2021;
    const json_t *encoded = json_object_get(subject, "encodedList");
    blz_bits bits = {0};
    *out = (blz_published_list){.form = form, .purposes = json_object_get(subject, "statusPurpose")};
    if (!blz_vc_has_type(subject, old ? "StatusList2021" : "BitstringStatusList"))
        return refuse(pointer, why, "/type",
                      old ? "its subject is not of the type \"StatusList2021\""
                          : "its subject is not of the type \"BitstringStatusList\"");
    if (!are_texts(out->purposes))
        return refuse(pointer, why, "/statusPurpose", "it does not say what its bits are about");
    if (!json_is_string(encoded)) return refuse(pointer, why, "/encodedList", "the list itself is missing");
    blz_status status =
        blz_encoded_list_read(&bits, json_string_value(encoded), json_string_length(encoded), form, max, why);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK) return refuse_bits(pointer, status);
    out->bits = bits;
    if (bits.count >= BLZ_STATUS_ENTRIES_MIN) return BLZ_OK;
    blz_published_list_clear(out);
    return refuse(
        pointer, why, "/encodedList",
        "it has fewer than 131,072 entries, too few for one among them to say nothing about a person");
}

void blz_published_list_clear(blz_published_list *list)
{
    blz_bits_clear(&list->bits);
    *list = (blz_published_list){0};
}

bool blz_published_list_serves(const json_t *purposes, const char *purpose)
{
    size_t index;
    json_t *one;
    if (json_is_string(purposes)) return strcmp(json_string_value(purposes), purpose) == 0;
    json_array_foreach (purposes, index, one)
        if (json_is_string(one) && strcmp(json_string_value(one), purpose) == 0) return true;
    return false;
}
