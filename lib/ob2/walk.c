#include "ob2/walk.h"

#include <stdio.h>

#include "codec/json_ptr.h"

typedef struct walk {
    blz_ob2_graph *graph;
    blz_ob2_visit_fn *visit;
    void *user;
    json_t *seen; /* "node/class" of what was visited */
    blz_buf path;
    unsigned depth;
} walk;

const char *blz_ob2_id(const json_t *value)
{
    return json_string_value(json_is_object(value) ? json_object_get(value, "id") : value);
}

size_t blz_ob2_many(const json_t *value)
{
    if (json_is_array(value)) return json_array_size(value);
    return value ? 1 : 0;
}

json_t *blz_ob2_many_at(json_t *value, size_t index)
{
    return json_is_array(value) ? json_array_get(value, index) : value;
}

static blz_status is_new(bool *is, walk *w, const blz_ob2_place *place)
{
    char key[64];
    (void)snprintf(key, sizeof key, "%p/%d/%d", (const void *)place->node, (int)place->of, place->partial);
    *is = !json_object_get(w->seen, key);
    if (*is) BLZ_TRY_MEM(json_object_set_new(w->seen, key, json_true()) == 0);
    return BLZ_OK;
}

static blz_status go(walk *w, blz_ob2_place place);

/* One value of a property that leads to something. */
static blz_status go_value(walk *w, const blz_ob2_property *property, json_t *value)
{
    blz_ob2_place place = {.of = property->expected, .partial = property->flags & BLZ_OB2_PARTIAL};
    bool follow = property->flags & BLZ_OB2_FETCH;
    blz_ob2_target target = {0};
    if (follow && (json_is_object(value) || blz_ob2_value_is(BLZ_OB2_IRI, value))) {
        BLZ_TRY(blz_ob2_graph_follow(&target, w->graph, value));
        place.node = target.node;
        place.link = target.node == value ? NULL : &target;
        return go(w, place);
    }
    if (!json_is_object(value)) return BLZ_OK;
    place.node = value;
    return go(w, place);
}

static blz_status go_property(walk *w, const blz_ob2_property *property, json_t *values)
{
    size_t mark = w->path.length;
    BLZ_TRY(blz_json_ptr_push(&w->path, property->name));
    for (size_t i = 0, inner = w->path.length; i < blz_ob2_many(values); i++) {
        if (json_is_array(values)) BLZ_TRY(blz_json_ptr_index(&w->path, i));
        BLZ_TRY(go_value(w, property, blz_ob2_many_at(values, i)));
        blz_json_ptr_cut(&w->path, inner);
    }
    blz_json_ptr_cut(&w->path, mark);
    return BLZ_OK;
}

static bool leads_on(const blz_ob2_place *place)
{
    for (const blz_ob2_property *p = blz_ob2_properties; p->name; p++)
        if (p->of == place->of && p->expected && json_object_get(place->node, p->name)) return true;
    return false;
}

static blz_status go(walk *w, blz_ob2_place place)
{
    bool new = true;
    if (place.node) BLZ_TRY(is_new(&new, w, &place));
    if (!new) return BLZ_OK;
    place.pointer = w->path.length ? w->path.data : "";
    place.last = place.node && w->depth == BLZ_OB2_LINKS_MAX && leads_on(&place);
    BLZ_TRY(w->visit(w->user, &place));
    if (!place.node || w->depth == BLZ_OB2_LINKS_MAX) return BLZ_OK;
    w->depth++;
    for (const blz_ob2_property *p = blz_ob2_properties; p->name; p++)
        if (p->of == place.of && p->expected)
            BLZ_TRY(go_property(w, p, json_object_get(place.node, p->name)));
    w->depth--;
    return BLZ_OK;
}

blz_status blz_ob2_walk(blz_ob2_graph *graph, blz_ob2_class of, json_t *node, blz_ob2_visit_fn *visit,
                        void *user)
{
    walk w = {
        .graph = graph, .visit = visit, .user = user, .seen = json_object(), .path = BLZ_BUF(BLZ_BUF_MAX)};
    blz_status status = w.seen ? go(&w, (blz_ob2_place){.of = of, .node = node}) : BLZ_ERR_NOMEM;
    json_decref(w.seen);
    blz_buf_clear(&w.path);
    return status;
}
