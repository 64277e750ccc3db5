#include "status/list.h"

#include <string.h>

#include "base/text.h"
#include "base/time.h"
#include "base/uri.h"
#include "credential/put.h"
#include "status/entry.h"

blz_status_list_summary blz_status_list_summarize(const blz_status_list *list)
{
    return (blz_status_list_summary){.id = list->id,
                                     .issuer = list->issuer,
                                     .purpose = list->purpose,
                                     .length = list->taken.count,
                                     .allocated = json_object_size(list->entries),
                                     .set = json_object_size(list->set)};
}

static blz_status describe(blz_status_list_place *out, const blz_status_list *list, const char *place,
                           const json_t *credential)
{
    uint64_t index = 0;
    json_t *what = json_object_get(list->set, place);
    if (!blz_status_index_read(&index, place)) return BLZ_ERR_NOT_FOUND;
    *out = (blz_status_list_place){.index = (size_t)index,
                                   .credential = json_string_value(credential),
                                   .set = what,
                                   .since = json_string_value(json_object_get(what, "since")),
                                   .reason = json_string_value(json_object_get(what, "reason"))};
    return BLZ_OK;
}

blz_status blz_status_list_find(blz_status_list_place *out, const blz_status_list *list, const char *which)
{
    const char *place;
    json_t *credential = json_object_get(list->entries, which);
    if (credential) return describe(out, list, which, credential);
    json_object_foreach (list->entries, place, credential)
        if (json_is_string(credential) && strcmp(json_string_value(credential), which) == 0)
            return describe(out, list, place, credential);
    return BLZ_ERR_NOT_FOUND;
}

/* A number below `bound`, each as likely as the others. */
static blz_status draw(size_t *out, blz_ctx *ctx, size_t bound)
{
    uint64_t number = 0, rest = (UINT64_MAX % bound + 1) % bound; /* 2^64 modulo bound */
    do
        BLZ_TRY(blz_ctx_random(ctx, (uint8_t *)&number, sizeof number));
    while (number > UINT64_MAX - rest);
    *out = (size_t)(number % bound);
    return BLZ_OK;
}

static blz_status check_credential(const blz_status_list *list, const char *credential, blz_diags *diags)
{
    blz_status_list_place there;
    if (!credential) return BLZ_OK;
    if (!blz_utf8_valid(credential, strlen(credential)) || !blz_uri_is_absolute(credential))
        return blz_list_refuse(diags, blz_diags_text(diags, "\"%s\" is not the id of a badge", credential),
                               "the list finds a badge by its id again, which is a URI",
                               "give the \"id\" of the credential, as https://... or urn:uuid:...");
    if (blz_status_list_find(&there, list, credential) != BLZ_OK) return BLZ_OK;
    return blz_list_refuse(
        diags, blz_diags_text(diags, "\"%s\" has the place %zu of the list already", credential, there.index),
        "a badge with two places could be taken back at one and be good by the other",
        "use the status that it got then, or give the new badge an id of its own");
}

static blz_status check_room(const blz_status_list *list, blz_diags *diags)
{
    size_t used = json_object_size(list->entries);
    if (used < list->taken.count && used < BLZ_LIST_PLACES_MAX) return BLZ_OK;
    return blz_list_refuse(diags,
                           blz_diags_text(diags, "the list is full: %zu badges have a place in it", used),
                           "a list has a fixed number of places, and its file at most 240,000 that are taken",
                           "make another list with blazon status new");
}

blz_status blz_status_list_allocate(size_t *index, blz_status_list *list, blz_ctx *ctx,
                                    const char *credential, blz_diags *diags)
{
    size_t nth = 0, place = 0;
    char text[BLZ_LIST_INDEX_MAX];
    BLZ_TRY(check_credential(list, credential, diags));
    BLZ_TRY(check_room(list, diags));
    BLZ_TRY(draw(&nth, ctx, list->taken.count - json_object_size(list->entries)));
    BLZ_TRY(blz_bits_nth_clear(&place, &list->taken, nth));
    (void)snprintf(text, sizeof text, "%zu", place);
    BLZ_TRY(blz_put(list->entries, text, credential ? json_string(credential) : json_null()));
    BLZ_TRY(blz_bits_put(&list->taken, place, true));
    *index = place;
    return BLZ_OK;
}

static blz_status find(blz_status_list_place *out, const blz_status_list *list, const char *which,
                       blz_diags *diags)
{
    if (blz_status_list_find(out, list, which) == BLZ_OK) return BLZ_OK;
    return blz_list_refuse(diags, blz_diags_text(diags, "the list has no place for \"%s\"", which),
                           "only a badge that got a place before it was signed can be taken back by the list",
                           "give the id of the badge, or the statusListIndex that stands in it");
}

static blz_status check_reason(const char *reason, blz_diags *diags)
{
    if (!reason || (strlen(reason) <= BLZ_LIST_REASON_MAX && blz_utf8_valid(reason, strlen(reason))))
        return BLZ_OK;
    return blz_list_refuse(diags, "the reason is longer than 200 bytes, or no UTF-8",
                           "the list keeps a few words, not a letter", "say it in one short sentence");
}

static blz_status put_set(blz_status_list *list, blz_ctx *ctx, const char *place, const char *reason)
{
    char now[BLZ_TIME_MAX];
    json_auto_t *what = json_object();
    BLZ_TRY(blz_time_format(now, blz_ctx_now(ctx)));
    BLZ_TRY(blz_put_text(what, "since", now));
    BLZ_TRY(blz_put_text(what, "reason", reason));
    return blz_put(list->set, place, BLZ_STEAL(what));
}

blz_status blz_status_list_set(bool *changed, blz_status_list *list, blz_ctx *ctx, const char *which, bool on,
                               const char *reason, blz_diags *diags)
{
    blz_status_list_place place = {0};
    char text[BLZ_LIST_INDEX_MAX];
    BLZ_TRY(find(&place, list, which, diags));
    BLZ_TRY(check_reason(reason, diags));
    if (!on && strcmp(list->purpose, BLZ_PURPOSE_REVOCATION) == 0)
        return blz_list_refuse(diags, "what was revoked cannot be reinstated",
                               "a revocation is for ever, and verifiers may rely on that",
                               "issue a new badge; for what may come back, keep a list for suspension");
    *changed = place.set != on;
    if (!*changed) return BLZ_OK;
    (void)snprintf(text, sizeof text, "%zu", place.index);
    if (on) return put_set(list, ctx, text, reason);
    (void)json_object_del(list->set, text); /* it is there */
    return BLZ_OK;
}
