#include "codec/json_locate.h"

#include "codec/json_scan.h"
#include "codec/locate.h"

typedef struct walk {
    blz_locator locator;
    blz_buf name;
    struct {
        bool array;
        size_t items;
    } open[BLZ_JSON_DEPTH_MAX];
    size_t depth;
} walk;

static void walk_clear(walk *w)
{
    blz_locator_clear(&w->locator);
    blz_buf_clear(&w->name);
}

/* Out of the member or item that has just ended. */
static void leave(walk *w)
{
    if (w->depth) blz_locator_leave(&w->locator);
}

static blz_status take_value(walk *w, const blz_json_token *token)
{
    if (w->depth && w->open[w->depth - 1].array) blz_locator_item(&w->locator, w->open[w->depth - 1].items++);
    blz_locator_value(&w->locator, token->start, token->end);
    bool container = token->kind == BLZ_JSON_OBJECT || token->kind == BLZ_JSON_ARRAY;
    if (!container) {
        leave(w);
        return BLZ_OK;
    }
    w->open[w->depth].array = token->kind == BLZ_JSON_ARRAY;
    w->open[w->depth++].items = 0;
    return BLZ_OK;
}

static blz_status take(void *user, blz_json_scanner *scanner, const blz_json_token *token)
{
    walk *w = user;
    if (token->kind == BLZ_JSON_END) {
        w->depth--;
        leave(w);
        return BLZ_OK;
    }
    if (token->kind != BLZ_JSON_NAME) return take_value(w, token);
    BLZ_TRY(blz_json_unescape(&w->name, scanner->text, token));
    blz_locator_member(&w->locator, w->name.data, w->name.length, token->start, token->end);
    return BLZ_OK;
}

blz_status blz_json_locate(const blz_source *source, blz_place *places, size_t count)
{
    BLZ_SCOPED(walk) w = {.name = BLZ_BUF(BLZ_BUF_MAX)};
    BLZ_TRY(blz_locator_begin(&w.locator, source, 0, false, places, count));
    blz_json_scanner scanner;
    size_t length = 0;
    const char *text = blz_source_bytes(source, &length);
    blz_json_scanner_init(&scanner, text, length, BLZ_JSON_DEPTH_MAX, (size_t)-1);
    scanner.take = take;
    scanner.user = &w;
    scanner.wide = scanner.nul = true;
    blz_status status = blz_json_scan(&scanner);
    /* a text that was refused is answered as far as it could be read */
    return status == BLZ_ERR_NOMEM ? status : BLZ_OK;
}
