#include <string.h>

#include "base/uri.h"
#include "credential/put.h"
#include "status/encoded_list.h"
#include "status/entry.h"
#include "status/list.h"

/* What a list is: its document, made new or found in a file that somebody may have changed by hand. */

blz_status blz_list_refuse(blz_diags *diags, const char *message, const char *reason, const char *hint)
{
    BLZ_TRY(blz_diags_add(diags, "BLZ903", &(blz_diag){.message = message, .reason = reason, .hint = hint}));
    return BLZ_ERR_ARGUMENT;
}

static bool is_purpose(const char *text)
{
    return text && (strcmp(text, BLZ_PURPOSE_REVOCATION) == 0 || strcmp(text, BLZ_PURPOSE_SUSPENSION) == 0);
}

static bool is_length(size_t length)
{
    return length >= BLZ_STATUS_ENTRIES_MIN && length <= BLZ_LIST_LENGTH_MAX && length % 8 == 0;
}

/* An entry names its list, and a fragment behind that names the entry. */
static bool is_list_url(const char *text)
{
    return text && blz_uri_is_absolute(text) && !strchr(text, '#');
}

static blz_status check_options(const blz_status_list_options *options, const char *purpose, size_t length,
                                blz_diags *diags)
{
    if (!is_list_url(options->id) || !blz_uri_is_https(options->id))
        return blz_list_refuse(diags,
                               blz_diags_text(diags, "the id \"%s\" is no address for a status list",
                                              options->id ? options->id : ""),
                               "every badge in the list says where the list can be had",
                               "give the https address at which you will publish it, without a #");
    if (!options->issuer || !blz_uri_is_absolute(options->issuer))
        return blz_list_refuse(diags,
                               blz_diags_text(diags, "the issuer \"%s\" is neither a DID nor a web address",
                                              options->issuer ? options->issuer : ""),
                               "verifiers believe a status list of the badge's own issuer",
                               "give the id that the issuer has in the badges");
    if (!is_purpose(purpose))
        return blz_list_refuse(
            diags, blz_diags_text(diags, "blazon keeps no status lists for \"%s\"", purpose),
            "a list is for what it says in every badge", "use revocation, which is for ever, or suspension");
    if (!is_length(length))
        return blz_list_refuse(
            diags, blz_diags_text(diags, "a status list cannot have %zu places", length),
            "in a short list, who asks for it would tell whose badge is looked at; its bits fill whole bytes",
            "use a multiple of 8 from 131072 to 134217728");
    return BLZ_OK;
}

blz_status blz_list_document(json_t **out, const blz_status_list_options *options, blz_diags *diags)
{
    const char *purpose = options->purpose ? options->purpose : BLZ_PURPOSE_REVOCATION;
    size_t length = options->length ? options->length : BLZ_STATUS_ENTRIES_MIN;
    json_auto_t *document = json_object();
    BLZ_TRY(check_options(options, purpose, length, diags));
    BLZ_TRY(blz_put(document, "statusList", json_integer(BLZ_LIST_FILE_VERSION)));
    BLZ_TRY(blz_put_text(document, "id", options->id));
    BLZ_TRY(blz_put_text(document, "issuer", options->issuer));
    BLZ_TRY(blz_put_text(document, "purpose", purpose));
    BLZ_TRY(blz_put(document, "length", json_integer((json_int_t)length)));
    BLZ_TRY(blz_put(document, "entries", json_object()));
    BLZ_TRY(blz_put(document, "set", json_object()));
    *out = BLZ_STEAL(document);
    return BLZ_OK;
}

static blz_status refuse(const char **why, const char *words)
{
    *why = words;
    return BLZ_ERR_INVALID;
}

static blz_status take_places(blz_status_list *list, const char **why)
{
    const char *place;
    json_t *credential;
    json_object_foreach (list->entries, place, credential) {
        uint64_t index = 0;
        char again[BLZ_LIST_INDEX_MAX];
        if (!json_is_string(credential) && !json_is_null(credential))
            return refuse(why, "a place in \"entries\" belongs neither to the id of a badge nor to null");
        if (!blz_status_index_read(&index, place) || blz_bits_put(&list->taken, index, true) != BLZ_OK)
            return refuse(why, "a place in \"entries\" is no number below its length");
        (void)snprintf(again, sizeof again, "%zu", (size_t)index);
        if (strcmp(again, place) != 0) return refuse(why, "a place in \"entries\" has zeros before it");
    }
    return BLZ_OK;
}

static blz_status check_set(const blz_status_list *list, const char **why)
{
    const char *place;
    json_t *what;
    json_object_foreach (list->set, place, what) {
        json_t *reason = json_object_get(what, "reason");
        if (!json_object_get(list->entries, place))
            return refuse(why, "a place in \"set\" is not among \"entries\"");
        if (!json_is_string(json_object_get(what, "since")) || (reason && !json_is_string(reason)))
            return refuse(why, "a place in \"set\" has no \"since\", or a \"reason\" that is no text");
    }
    return BLZ_OK;
}

static const char *text_of(const blz_status_list *list, const char *name)
{
    return json_string_value(json_object_get(list->document, name));
}

static blz_status look(blz_status_list *list, const char **why)
{
    json_int_t version = json_integer_value(json_object_get(list->document, "statusList"));
    json_int_t length = json_integer_value(json_object_get(list->document, "length"));
    list->id = text_of(list, "id");
    list->issuer = text_of(list, "issuer");
    list->purpose = text_of(list, "purpose");
    list->entries = json_object_get(list->document, "entries");
    list->set = json_object_get(list->document, "set");
    if (version == 0)
        return refuse(why, "it has no \"statusList\", which the file of a status list begins with");
    if (version != BLZ_LIST_FILE_VERSION) return refuse(why, "a newer version of blazon has written it");
    if (!is_list_url(list->id)) return refuse(why, "its \"id\" is no address");
    if (!list->issuer || !blz_uri_is_absolute(list->issuer)) return refuse(why, "its \"issuer\" is no id");
    if (!is_purpose(list->purpose))
        return refuse(why, "its \"purpose\" is neither revocation nor suspension");
    if (length < 0 || !is_length((size_t)length))
        return refuse(why, "its \"length\" is no multiple of 8 from 131072 to 134217728");
    if (!json_is_object(list->entries) || !json_is_object(list->set))
        return refuse(why, "its \"entries\" or its \"set\" is missing");
    BLZ_TRY(blz_bits_new(&list->taken, (size_t)length));
    BLZ_TRY(take_places(list, why));
    return check_set(list, why);
}

blz_status blz_list_of_document(blz_status_list **out, json_t *document, const char **why)
{
    BLZ_AUTO(blz_status_list) list = blz_calloc(1, sizeof *list);
    if (!list) json_decref(document);
    BLZ_TRY_MEM(list);
    list->document = document;
    list->lock = -1;
    BLZ_TRY(look(list, why));
    *out = BLZ_STEAL(list);
    return BLZ_OK;
}
