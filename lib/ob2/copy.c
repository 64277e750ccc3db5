#include "ob2/copy.h"

#include <string.h>

#include "codec/json_ptr.h"
#include "ob2/classes.h"
#include "ob2/walk.h"

/* Sets are compared each with each, and documents may lead to each other: what is compared is counted. */
enum { DEPTH_MAX = 32, WORK_MAX = 100000 };

typedef struct comparison {
    blz_ob2_graph *graph;
    size_t work;
} comparison;

static blz_status is_same(bool *same, comparison *c, json_t *copy, json_t *original, unsigned depth);

static bool is_blank(const char *id)
{
    return id && strncmp(id, "_:", 2) == 0;
}

/* Each value of the one has its like in the other, most often at the same place. */
static blz_status is_same_set(bool *same, comparison *c, json_t *copy, json_t *original, unsigned depth)
{
    size_t count = blz_ob2_many(copy), others = blz_ob2_many(original);
    *same = count <= others;
    for (size_t i = 0; i < count && *same; i++) {
        *same = false;
        for (size_t k = 0; k < others && !*same && c->work < WORK_MAX; k++)
            BLZ_TRY(is_same(same, c, blz_ob2_many_at(copy, i), blz_ob2_many_at(original, (i + k) % others),
                            depth));
    }
    return BLZ_OK;
}

/* Every member of the copy is in the original. */
static blz_status is_same_object(bool *same, comparison *c, json_t *copy, json_t *original, unsigned depth)
{
    const char *name;
    json_t *value;
    *same = true;
    json_object_foreach (copy, name, value) {
        json_t *there = json_object_get(original, name);
        if (strcmp(name, "id") == 0 && is_blank(blz_ob2_id(value))) continue;
        *same = there != NULL;
        if (*same) BLZ_TRY(is_same(same, c, value, there, depth + 1));
        if (!*same) return BLZ_OK;
    }
    return BLZ_OK;
}

/* One of them is an object, the other only its id. */
static blz_status is_same_link(bool *same, comparison *c, json_t *copy, json_t *original, unsigned depth)
{
    const char *a = blz_ob2_id(copy), *b = blz_ob2_id(original);
    blz_ob2_target target;
    *same = a && b && strcmp(a, b) == 0;
    if (!*same || !json_is_object(copy)) return BLZ_OK;
    BLZ_TRY(blz_ob2_graph_follow(&target, c->graph, original));
    return target.node ? is_same_object(same, c, copy, target.node, depth) : BLZ_OK;
}

static blz_status is_same(bool *same, comparison *c, json_t *copy, json_t *original, unsigned depth)
{
    *same = false;
    if (c->work++ >= WORK_MAX) return BLZ_OK;
    if (depth > DEPTH_MAX) return BLZ_OK;
    if (json_is_array(copy) || json_is_array(original))
        return is_same_set(same, c, copy, original, depth + 1);
    if (json_is_object(copy) && json_is_object(original))
        return is_same_object(same, c, copy, original, depth);
    if (json_is_object(copy) || json_is_object(original)) return is_same_link(same, c, copy, original, depth);
    *same = json_equal(copy, original);
    return BLZ_OK;
}

/* Says that a property is not as it is there, or that blazon gave up on finding out. */
static blz_status differs(const blz_ob2_listener *to, const char *name, bool known, bool missing)
{
    BLZ_SCOPED(blz_buf) pointer = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_json_ptr_push(&pointer, name));
    if (!known)
        return blz_ob2_say(to, BLZ_OB2_OPEN_SPEC, pointer.data,
                           "whether this copy is what is hosted is not known: to compare \"%s\" takes more "
                           "work than blazon does",
                           name);
    return blz_ob2_say(to, BLZ_OB2_WRONG_SPEC, pointer.data,
                       "this copy is not what is hosted: its \"%s\" is %s there; what is hosted is the "
                       "badge, so this one was changed, or is an old one",
                       name, missing ? "missing" : "another one");
}

/* What every such document has was taken out of the copy: no lie, but no copy either. */
static blz_status tell_missing(const blz_ob2_listener *to, json_t *copy, json_t *original)
{
    blz_ob2_class of = blz_ob2_class_of(original);
    for (const blz_ob2_property *p = blz_ob2_properties; p->name; p++) {
        BLZ_SCOPED(blz_buf) pointer = BLZ_BUF(BLZ_BUF_MAX);
        bool gone = json_object_get(original, p->name) && !json_object_get(copy, p->name);
        if (p->of != of || !(p->flags & BLZ_OB2_REQUIRED) || !gone) continue;
        BLZ_TRY(blz_json_ptr_push(&pointer, p->name));
        BLZ_TRY(blz_ob2_say(
            to, BLZ_OB2_NOTE, pointer.data,
            "this copy is without \"%s\", which what is hosted has; take the badge from there", p->name));
    }
    return BLZ_OK;
}

blz_status blz_ob2_compare(bool *same, const blz_ob2_listener *to, blz_ob2_graph *graph, json_t *copy,
                           json_t *original)
{
    comparison c = {.graph = graph};
    const char *name;
    json_t *value;
    *same = true;
    json_object_foreach (copy, name, value) {
        json_t *there = json_object_get(original, name);
        bool equal = false;
        if (there) BLZ_TRY(is_same(&equal, &c, value, there, 0));
        if (equal) continue;
        *same = false;
        BLZ_TRY(differs(to, name, c.work < WORK_MAX, !there));
    }
    return tell_missing(to, copy, original);
}
