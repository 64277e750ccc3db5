#include "codec/yaml_locate.h"

#include "codec/locate.h"
#include "codec/yaml_text.h"

typedef struct walk {
    yaml_parser_t parser;
    blz_locator locator;
    struct {
        bool mapping, named;
        size_t items;
    } open[BLZ_JSON_DEPTH_MAX];
    size_t depth;
    bool ended;
} walk;

static void walk_clear(walk *w)
{
    yaml_parser_delete(&w->parser);
    blz_locator_clear(&w->locator);
}

/* Out of the member or item that has just ended. */
static void leave(walk *w)
{
    if (!w->depth) return;
    blz_locator_leave(&w->locator);
    w->open[w->depth - 1].named = false;
}

/* True: the event is the value at the locator's path. False: it was a name. */
static bool arrive(walk *w, const yaml_event_t *event)
{
    if (!w->depth) return true;
    size_t top = w->depth - 1;
    if (!w->open[top].mapping) {
        blz_locator_item(&w->locator, w->open[top].items++);
        return true;
    }
    if (w->open[top].named) return true;
    if (event->type != YAML_SCALAR_EVENT) {
        w->ended = true; /* a name that is not text: the reader refused it */
        return false;
    }
    blz_locator_member(&w->locator, (const char *)event->data.scalar.value, event->data.scalar.length,
                       event->start_mark.index, event->end_mark.index);
    w->open[top].named = true;
    return false;
}

/* The first character of a block mapping or sequence is that of its first name or its first dash. */
static void open_container(walk *w, const yaml_event_t *event)
{
    if (w->depth >= BLZ_JSON_DEPTH_MAX) {
        w->ended = true;
        return;
    }
    blz_locator_value(&w->locator, event->start_mark.index, event->start_mark.index + 1);
    w->open[w->depth].mapping = event->type == YAML_MAPPING_START_EVENT;
    w->open[w->depth].named = false;
    w->open[w->depth++].items = 0;
}

/* Of a text behind | or > that sign is shown: where it ends depends on what follows. */
static void take_scalar(walk *w, const yaml_event_t *event)
{
    bool block = event->type == YAML_SCALAR_EVENT && (event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                                                      event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE);
    size_t start = event->start_mark.index;
    blz_locator_value(&w->locator, start, block ? start + 1 : event->end_mark.index);
}

static void take(walk *w, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
        if (arrive(w, event)) open_container(w, event);
        return;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        w->depth--;
        leave(w);
        return;
    case YAML_SCALAR_EVENT:
    case YAML_ALIAS_EVENT:
        if (!arrive(w, event)) return;
        take_scalar(w, event);
        leave(w);
        return;
    case YAML_DOCUMENT_END_EVENT:
    case YAML_STREAM_END_EVENT:
        w->ended = true;
        return;
    default:
        return;
    }
}

/* A text that was refused is answered as far as it could be read. */
static blz_status walk_all(walk *w)
{
    while (!w->ended) {
        yaml_event_t event;
        if (!yaml_parser_parse(&w->parser, &event))
            return w->parser.error == YAML_MEMORY_ERROR ? BLZ_ERR_NOMEM : BLZ_OK;
        take(w, &event);
        yaml_event_delete(&event);
    }
    return BLZ_OK;
}

blz_status blz_yaml_locate(const blz_source *source, blz_place *places, size_t count)
{
    BLZ_SCOPED(walk) w = {0};
    blz_yaml_text text = blz_yaml_text_of(source);
    BLZ_TRY(blz_locator_begin(&w.locator, source, text.origin, true, places, count));
    BLZ_TRY(blz_yaml_start(&w.parser, &text));
    return walk_all(&w);
}
