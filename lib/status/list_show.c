#include <string.h>

#include "base/text.h"
#include "codec/json_write.h"
#include "credential/put.h"
#include "status/list.h"

/* What the owner of a list gets to see of it. */

static blz_status find(blz_status_list_place *out, const blz_status_list *list, const char *which,
                       blz_diags *diags)
{
    if (blz_status_list_find(out, list, which) == BLZ_OK) return BLZ_OK;
    return blz_list_refuse(diags, blz_diags_text(diags, "the list has no place for \"%s\"", which),
                           "only what has got a place in it can be shown",
                           "give the id of the badge, or the statusListIndex that stands in it");
}

static blz_status add_place(json_t *places, const blz_status_list_place *place)
{
    json_auto_t *entry = json_object();
    BLZ_TRY(blz_put(entry, "index", json_integer((json_int_t)place->index)));
    BLZ_TRY(blz_put_text(entry, "credential", place->credential));
    BLZ_TRY(blz_put(entry, "set", json_boolean(place->set)));
    BLZ_TRY(blz_put_text(entry, "since", place->since));
    BLZ_TRY(blz_put_text(entry, "reason", place->reason));
    return blz_append(places, BLZ_STEAL(entry));
}

static blz_status add_places(json_t *places, const blz_status_list *list, const char *const *which,
                             size_t count, blz_diags *diags)
{
    blz_status_list_place place;
    const char *index;
    json_t *what;
    for (size_t i = 0; i < count; i++) {
        BLZ_TRY(find(&place, list, which[i], diags));
        BLZ_TRY(add_place(places, &place));
    }
    if (count) return BLZ_OK;
    json_object_foreach (list->set, index, what) {
        BLZ_TRY(blz_status_list_find(&place, list, index));
        BLZ_TRY(add_place(places, &place));
    }
    return BLZ_OK;
}

blz_status blz_status_list_json(char **out, size_t *length, const blz_status_list *list,
                                const char *const *which, size_t count, unsigned indent, blz_diags *diags)
{
    blz_status_list_summary summary = blz_status_list_summarize(list);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    json_auto_t *document = json_object();
    json_auto_t *places = json_array();
    BLZ_TRY(add_places(places, list, which, count, diags));
    BLZ_TRY(blz_put_text(document, "id", summary.id));
    BLZ_TRY(blz_put_text(document, "issuer", summary.issuer));
    BLZ_TRY(blz_put_text(document, "purpose", summary.purpose));
    BLZ_TRY(blz_put(document, "length", json_integer((json_int_t)summary.length)));
    BLZ_TRY(blz_put(document, "allocated", json_integer((json_int_t)summary.allocated)));
    BLZ_TRY(blz_put(document, "set", json_integer((json_int_t)summary.set)));
    BLZ_TRY(blz_put(document, "places", BLZ_STEAL(places)));
    BLZ_TRY(blz_json_write(&text, document, indent));
    return blz_buf_take(&text, out, length);
}

/* The buffer keeps the first error, so that only the end has to ask. */
static void put(blz_buf *out, const char *text)
{
    (void)blz_text_escape_terminal(out, text, strlen(text));
}

static void put_line(blz_buf *out, const char *label, const char *text)
{
    (void)blz_buf_puts(out, label);
    put(out, text);
    (void)blz_buf_putc(out, '\n');
}

static const char *set_word(const blz_status_list *list)
{
    return strcmp(list->purpose, BLZ_PURPOSE_REVOCATION) == 0 ? "revoked" : "suspended";
}

static void put_place(blz_buf *out, const blz_status_list *list, const blz_status_list_place *place)
{
    (void)blz_buf_printf(out, "place     %zu  ", place->index);
    put(out, place->credential ? place->credential : "no badge in particular");
    (void)blz_buf_printf(out, "  %s%s", place->set ? "" : "not ", set_word(list));
    if (place->set) {
        (void)blz_buf_puts(out, " since ");
        put(out, place->since);
    }
    if (place->reason) {
        (void)blz_buf_puts(out, ": ");
        put(out, place->reason);
    }
    (void)blz_buf_putc(out, '\n');
}

blz_status blz_status_list_text(char **out, size_t *length, const blz_status_list *list,
                                const char *const *which, size_t count, blz_diags *diags)
{
    blz_status_list_summary summary = blz_status_list_summarize(list);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    put_line(&text, "list      ", summary.id);
    put_line(&text, "issuer    ", summary.issuer);
    put_line(&text, "purpose   ", summary.purpose);
    (void)blz_buf_printf(&text, "places    %zu, of which %zu are taken and %zu %s\n", summary.length,
                         summary.allocated, summary.set, set_word(list));
    for (size_t i = 0; i < count; i++) {
        blz_status_list_place place;
        BLZ_TRY(find(&place, list, which[i], diags));
        put_place(&text, list, &place);
    }
    return blz_buf_take(&text, out, length);
}
