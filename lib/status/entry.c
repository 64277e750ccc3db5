#include "status/entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/uri.h"
#include "credential/put.h"

enum { DECIMAL = 10, SIZE_MAX_BITS = 32, INDEX_MAX = 24 };

static blz_status refuse(const char **member, const char **why, const char *name, const char *words)
{
    *member = name;
    *why = words;
    return BLZ_ERR_INVALID;
}

bool blz_status_index_read(uint64_t *index, const char *text)
{
    if (!*text || text[strspn(text, "0123456789")]) return false;
    *index = strtoull(text, NULL, DECIMAL); /* ULLONG_MAX beyond its range */
    return true;
}

static blz_status read_index(blz_status_entry *out, const json_t *value, const char **member,
                             const char **why)
{
    static const char name[] = "statusListIndex";
    const char *text = json_string_value(value);
    if (!value) return refuse(member, why, name, "the place in the list is missing");
    if (text && blz_status_index_read(&out->index, text)) return BLZ_OK;
    out->index_is_number = json_is_integer(value) && json_integer_value(value) >= 0;
    if (!out->index_is_number)
        return refuse(member, why, name, "the place in the list is not a whole number of 0 or more");
    out->index = (uint64_t)json_integer_value(value);
    return BLZ_OK;
}

/* There is a message for every value that the bits can have. */
static blz_status read_size(blz_status_entry *out, json_t *entry, const char **member, const char **why)
{
    const json_t *size = json_object_get(entry, "statusSize");
    json_int_t bits = size ? json_integer_value(size) : 1; /* 0 for what is no integer */
    out->messages = json_object_get(entry, "statusMessage");
    if (bits < 1 || bits > SIZE_MAX_BITS)
        return refuse(member, why, "statusSize", "the size of an entry is not a whole number from 1 to 32");
    out->size = (unsigned)bits;
    if (!out->messages && bits > 1)
        return refuse(member, why, "statusMessage", "an entry of more than one bit needs its messages");
    if (out->messages && json_array_size(out->messages) != (size_t)1 << bits)
        return refuse(member, why, "statusMessage",
                      "there has to be a list of one message for each value of the entry");
    return BLZ_OK;
}

blz_status blz_status_entry_read(blz_status_entry *out, json_t *entry, blz_list_form form,
                                 const char **member, const char **why)
{
    *out = (blz_status_entry){.size = 1,
                              .purpose = json_string_value(json_object_get(entry, "statusPurpose")),
                              .list = json_string_value(json_object_get(entry, "statusListCredential"))};
    if (!out->purpose)
        return refuse(member, why, "statusPurpose", "it does not say what its status is about");
    if (!out->list || !blz_uri_is_absolute(out->list))
        return refuse(member, why, "statusListCredential", "the address of the list is missing or no URL");
    BLZ_TRY(read_index(out, json_object_get(entry, "statusListIndex"), member, why));
    return form == BLZ_LIST_2021 ? BLZ_OK : read_size(out, entry, member, why);
}

/* "0x2" */
static bool is_value(const char *text, uint32_t value)
{
    char *end = NULL;
    if (!text || strncmp(text, "0x", 2) != 0 || !text[2] ||
        text[2 + strspn(text + 2, "0123456789abcdefABCDEF")])
        return false;
    return strtoull(text + 2, &end, 16) == value;
}

const char *blz_status_entry_message(const blz_status_entry *entry, uint32_t value)
{
    size_t index;
    json_t *message;
    json_array_foreach (entry->messages, index, message)
        if (is_value(json_string_value(json_object_get(message, "status")), value))
            return json_string_value(json_object_get(message, "message"));
    return NULL;
}

blz_status blz_status_entry_write(json_t **out, const char *purpose, const char *list, size_t index)
{
    char place[INDEX_MAX];
    BLZ_SCOPED(blz_buf) id = BLZ_BUF(BLZ_BUF_MAX);
    json_auto_t *entry = json_object();
    (void)snprintf(place, sizeof place, "%zu", index);
    BLZ_TRY(blz_buf_printf(&id, "%s#%s", list, place));
    BLZ_TRY(blz_put_text(entry, "id", id.data));
    BLZ_TRY(blz_put_text(entry, "type", BLZ_ENTRY_BITSTRING));
    BLZ_TRY(blz_put_text(entry, "statusPurpose", purpose));
    BLZ_TRY(blz_put_text(entry, "statusListIndex", place));
    BLZ_TRY(blz_put_text(entry, "statusListCredential", list));
    *out = BLZ_STEAL(entry);
    return BLZ_OK;
}
