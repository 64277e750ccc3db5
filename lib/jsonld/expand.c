#include "jsonld/expand.h"

#include <stdlib.h>
#include <string.h>

#include "codec/json_const.h"

/* The Expansion Algorithm (5.1.2), steps 1 to 12 and 15 to 20. */

bool blz_ld_means(const blz_ld_active *active, const char *name, blz_ld_keyword keyword)
{
    if (name[0] == '@') return blz_ld_keyword_of(name) == keyword;
    const blz_ld_term *term = blz_ld_active_find(active, name, strlen(name));
    return term && term->keyword == keyword;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

blz_status blz_ld_sorted_names(blz_ld_run *run, const json_t *object, const char ***names, size_t *count)
{
    const char *name = NULL;
    json_t *value;
    *count = 0;
    *names = blz_arena_alloc(run->arena, (json_object_size(object) + 1) * sizeof(const char *));
    BLZ_TRY_MEM(*names);
    json_object_foreach (blz_json_unconst(object), name, value)
        (*names)[(*count)++] = name;
    qsort(*names, *count, sizeof(const char *), by_text);
    return BLZ_OK;
}

blz_status blz_ld_enter(blz_ld_run *run, const blz_ld_active **active, blz_ld_local local, unsigned how,
                        const blz_ld_at *at)
{
    run->at = at;
    blz_status status = blz_ld_process(run, *active, active, local, NULL, how);
    run->at = NULL;
    return status;
}

blz_status blz_ld_enter_scoped(blz_ld_run *run, const blz_ld_active **active, const blz_ld_term *term,
                               unsigned how, const blz_ld_at *at)
{
    if (!term || !term->context) return BLZ_OK;
    how |= BLZ_LD_AGAIN | (term->lasting ? BLZ_LD_LASTING : 0) | (term->published ? BLZ_LD_PUBLISHED : 0);
    return blz_ld_enter(run, active, (blz_ld_local){term->context, term->base_url}, how, at);
}

static blz_status expand_scalar(blz_ld_run *run, const blz_ld_active *active, blz_ld_ref property,
                                const json_t *element, const blz_ld_at *at, blz_ld_expanded *out)
{
    blz_ld_object *value = NULL;
    if (!property.name || strcmp(property.name, "@graph") == 0)
        return blz_ld_drop(run, at, NULL,
                           "there is a value that belongs to no property, so that it says nothing");
    const blz_ld_active *before = active;
    BLZ_TRY(blz_ld_enter_scoped(run, &active, property.term, BLZ_LD_OVERRIDE, at));
    if (active != before) property.term = blz_ld_active_find(active, property.name, strlen(property.name));
    BLZ_TRY(blz_ld_expand_value(run, active, property, element, at, &value));
    return blz_ld_list_add(run->arena, &out->list, value);
}

static blz_status wrap_in_list(blz_ld_run *run, blz_ld_expanded *in)
{
    blz_ld_object *list = blz_ld_object_new(run->arena);
    BLZ_TRY_MEM(list);
    list->has = BLZ_LD_BIT(BLZ_LD_LIST);
    list->list = in->list;
    *in = (blz_ld_expanded){0};
    return blz_ld_list_add(run->arena, &in->list, list);
}

static blz_status expand_array(blz_ld_run *run, const blz_ld_active *active, blz_ld_ref property,
                               const json_t *element, bool from_map, const blz_ld_at *at,
                               blz_ld_expanded *out)
{
    bool is_list = property.term && (property.term->container & BLZ_LD_AS_LIST);
    out->is_array = true;
    for (size_t i = 0; i < json_array_size(element); i++) {
        blz_ld_expanded item = {0};
        blz_ld_at here = {.up = at, .index = i};
        BLZ_TRY(
            blz_ld_expand_element(run, active, property, json_array_get(element, i), from_map, &here, &item));
        if (is_list && item.is_array) BLZ_TRY(wrap_in_list(run, &item));
        BLZ_TRY(blz_ld_list_join(run->arena, &out->list, &item.list));
    }
    return BLZ_OK;
}

/* Step 7: whether the context of before comes back. It does not for a value object, nor for a mere reference.
 */
static bool goes_back(const blz_ld_active *active, const json_t *element)
{
    const char *name;
    json_t *value;
    bool is_single = json_object_size(element) == 1;
    json_object_foreach (blz_json_unconst(element), name, value) {
        if (blz_ld_means(active, name, BLZ_LD_VALUE)) return false;
        if (is_single && blz_ld_means(active, name, BLZ_LD_ID)) return false;
    }
    return true;
}

/* The types of an object, as they are written, sorted (step 11). */
typedef struct type_names {
    const char **names;
    size_t count;
} type_names;

static blz_status add_types(blz_ld_run *run, type_names *out, const json_t *value)
{
    size_t count = json_is_array(value) ? json_array_size(value) : 1;
    out->names = blz_arena_alloc(run->arena, count * sizeof(const char *) + 1);
    out->count = 0;
    BLZ_TRY_MEM(out->names);
    for (size_t i = 0; i < count; i++) {
        const char *type = json_string_value(json_is_array(value) ? json_array_get(value, i) : value);
        if (type) out->names[out->count++] = type;
    }
    qsort(out->names, out->count, sizeof(const char *), by_text);
    return BLZ_OK;
}

static blz_status enter_types(blz_ld_run *run, const blz_ld_active **active, const blz_ld_active *type_scoped,
                              const json_t *value, const blz_ld_at *at)
{
    type_names types = {0};
    BLZ_TRY(add_types(run, &types, value));
    for (size_t i = 0; i < types.count; i++) {
        const blz_ld_term *term = blz_ld_active_find(type_scoped, types.names[i], strlen(types.names[i]));
        BLZ_TRY(blz_ld_enter_scoped(run, active, term, BLZ_LD_NOT_PROPAGATED, at));
    }
    return BLZ_OK;
}

/* Step 11, for every name of @type, in order. */
static blz_status enter_all_types(blz_ld_run *run, const blz_ld_active **active, const json_t *element,
                                  const blz_ld_at *at)
{
    const blz_ld_active *type_scoped = *active;
    const char *found[2], **names = found, *name;
    size_t count = 0;
    json_t *value;
    json_object_foreach (blz_json_unconst(element), name, value) {
        if (!blz_ld_means(type_scoped, name, BLZ_LD_TYPE)) continue;
        if (count < BLZ_COUNT_OF(found)) found[count] = name;
        count++;
    }
    if (count > BLZ_COUNT_OF(found)) BLZ_TRY(blz_ld_sorted_names(run, element, &names, &count));
    if (count == 2 && names == found && strcmp(found[0], found[1]) > 0) {
        const char *swap = found[0];
        found[0] = found[1];
        found[1] = swap;
    }
    for (size_t i = 0; i < count; i++) {
        if (!blz_ld_means(type_scoped, names[i], BLZ_LD_TYPE)) continue;
        blz_ld_at here = {.up = at, .name = names[i]};
        BLZ_TRY(enter_types(run, active, type_scoped, json_object_get(element, names[i]), &here));
    }
    return BLZ_OK;
}

/* Steps 7 to 11. */
static blz_status enter(blz_ld_run *run, const blz_ld_active **active, const blz_ld_active **type_scoped,
                        blz_ld_ref property, const json_t *element, bool from_map, const blz_ld_at *at)
{
    const json_t *context = json_object_get(element, "@context");
    if ((*active)->previous && !from_map && goes_back(*active, element)) *active = (*active)->previous;
    BLZ_TRY(blz_ld_enter_scoped(run, active, property.term, BLZ_LD_OVERRIDE, at));
    if (context) {
        blz_ld_at here = {.up = at, .name = "@context"};
        BLZ_TRY(blz_ld_enter(run, active, (blz_ld_local){context, run->options->base}, 0, &here));
    }
    *type_scoped = *active;
    return enter_all_types(run, active, element, at);
}

/* Step 15. */
static blz_status check_value_object(blz_ld_run *run, blz_ld_object *o, const blz_ld_at *at, bool *is_null)
{
    static const char code[] = "invalid value object";
    unsigned allowed = BLZ_LD_BIT(BLZ_LD_VALUE) | BLZ_LD_BIT(BLZ_LD_TYPE) | BLZ_LD_BIT(BLZ_LD_LANGUAGE) |
                       BLZ_LD_BIT(BLZ_LD_DIRECTION) | BLZ_LD_BIT(BLZ_LD_INDEX);
    bool language = blz_ld_has(o, BLZ_LD_LANGUAGE), direction = blz_ld_has(o, BLZ_LD_DIRECTION);
    if ((o->has & ~allowed) || o->properties.first)
        return blz_ld_refuse(run, at, code, NULL,
                             "an object with @value has members that go with nothing but a node");
    if (blz_ld_has(o, BLZ_LD_TYPE) && (language || direction))
        return blz_ld_refuse(run, at, code, NULL,
                             "an object with @value has a @type and a @language or @direction");
    if (o->type_is_json) return BLZ_OK;
    *is_null =
        !o->value || json_is_null(o->value) || (json_is_array(o->value) && json_array_size(o->value) == 0);
    if (*is_null) return blz_ld_drop(run, at, NULL, "a @value of null says nothing");
    if (!json_is_string(o->value) && language)
        return blz_ld_refuse(run, at, "invalid language-tagged value", NULL,
                             "a @value with a @language is not a text");
    if (o->type_is_odd || (blz_ld_has(o, BLZ_LD_TYPE) && (!o->type || !blz_ld_is_iri(o->type))))
        return blz_ld_refuse(run, at, "invalid typed value", NULL, "the @type of a @value is not one IRI");
    return blz_ld_check_text(run, o, at);
}

/* Step 17. */
static blz_status check_set_or_list(blz_ld_run *run, const blz_ld_object *o, const blz_ld_at *at)
{
    unsigned kind = o->has & (BLZ_LD_BIT(BLZ_LD_SET) | BLZ_LD_BIT(BLZ_LD_LIST));
    bool both = (kind & (kind - 1)) != 0;
    if (!both && !(o->has & ~(kind | BLZ_LD_BIT(BLZ_LD_INDEX))) && !o->properties.first) return BLZ_OK;
    return blz_ld_refuse(run, at, "invalid set or list object", NULL,
                         "an object with @set or @list has other members beside it");
}

/* Step 19: what says nothing because it belongs to nothing. */
static blz_status is_free_floating(blz_ld_run *run, const blz_ld_object *o, const blz_ld_at *at,
                                   bool *is_null)
{
    unsigned value_or_list = BLZ_LD_BIT(BLZ_LD_VALUE) | BLZ_LD_BIT(BLZ_LD_LIST);
    bool is_empty = !o->has && !o->properties.first;
    *is_null =
        is_empty || (o->has & value_or_list) || (o->has == BLZ_LD_BIT(BLZ_LD_ID) && !o->properties.first);
    if (!*is_null && !blz_ld_says_nothing(o)) return BLZ_OK;
    return blz_ld_drop(run, at, NULL,
                       "there is an object that says nothing: it is empty, or belongs to no property");
}

/* Steps 15 to 20. */
static blz_status finish(blz_ld_run *run, blz_ld_ref property, blz_ld_object *o, const blz_ld_at *at,
                         blz_ld_expanded *out)
{
    bool is_null = false;
    bool at_top = !property.name || strcmp(property.name, "@graph") == 0;
    if (blz_ld_has(o, BLZ_LD_VALUE)) {
        BLZ_TRY(check_value_object(run, o, at, &is_null));
    } else if (blz_ld_has(o, BLZ_LD_SET) || blz_ld_has(o, BLZ_LD_LIST)) {
        BLZ_TRY(check_set_or_list(run, o, at));
    } else if (o->has == BLZ_LD_BIT(BLZ_LD_LANGUAGE) && !o->properties.first) {
        is_null = true;
        BLZ_TRY(blz_ld_drop(run, at, NULL, "a @language without a @value says nothing"));
    }
    if (is_null) return BLZ_OK;
    if (blz_ld_has(o, BLZ_LD_SET)) {
        out->list = o->set;
        out->is_array = o->set_is_array;
        return BLZ_OK;
    }
    if (at_top) BLZ_TRY(is_free_floating(run, o, at, &is_null));
    return is_null ? BLZ_OK : blz_ld_list_add(run->arena, &out->list, o);
}

blz_status blz_ld_expand_object(blz_ld_run *run, const blz_ld_active *active, blz_ld_ref property,
                                const json_t *element, bool from_map, const blz_ld_at *at,
                                blz_ld_object **out)
{
    blz_ld_members m = {.run = run, .property = property.name, .element = element, .at = at};
    BLZ_TRY(enter(run, &active, &m.type_scoped, property, element, from_map, at));
    m.active = active;
    m.result = blz_ld_object_new(run->arena);
    BLZ_TRY_MEM(m.result);
    *out = m.result;
    return blz_ld_expand_members(&m);
}

static blz_status expand_object(blz_ld_run *run, const blz_ld_active *active, blz_ld_ref property,
                                const json_t *element, bool from_map, const blz_ld_at *at,
                                blz_ld_expanded *out)
{
    blz_ld_object *object = NULL;
    BLZ_TRY(blz_ld_expand_object(run, active, property, element, from_map, at, &object));
    return finish(run, property, object, at, out);
}

blz_status blz_ld_expand_element(blz_ld_run *run, const blz_ld_active *active, blz_ld_ref property,
                                 const json_t *element, bool from_map, const blz_ld_at *at,
                                 blz_ld_expanded *out)
{
    if (json_is_null(element)) return BLZ_OK;
    if (!json_is_array(element) && !json_is_object(element))
        return expand_scalar(run, active, property, element, at, out);
    if (++run->levels > BLZ_LD_DEPTH_MAX) return BLZ_ERR_LIMIT;
    BLZ_TRY(json_is_array(element) ? expand_array(run, active, property, element, from_map, at, out)
                                   : expand_object(run, active, property, element, from_map, at, out));
    run->levels--;
    return BLZ_OK;
}
