#include "codec/json_const.h"
#include "jsonld/tree.h"

/* The expanded tree as JSON. A NULL from jansson is memory that ran out. */

static json_t *object_json(const blz_ld_object *object);

static json_t *list_json(const blz_ld_list *list)
{
    json_t *array = json_array();
    for (size_t i = 0; array && i < list->count; i++) {
        if (json_array_append_new(array, object_json(list->items[i])) == 0) continue;
        json_decref(array);
        return NULL;
    }
    return array;
}

static json_t *text_json(const char *text)
{
    return text ? json_string(text) : json_null();
}

static json_t *types_json(const blz_ld_object *object)
{
    json_t *array = json_array();
    for (size_t i = 0; array && i < object->type_count; i++) {
        if (json_array_append_new(array, text_json(object->types[i])) == 0) continue;
        json_decref(array);
        return NULL;
    }
    return array;
}

static json_t *value_json(const blz_ld_object *object)
{
    return json_deep_copy(object->value);
}

static bool put(json_t *out, blz_ld_keyword keyword, json_t *value)
{
    return json_object_set_new(out, blz_ld_keyword_text(keyword), value) == 0;
}

static bool put_properties(json_t *out, const blz_ld_properties *properties)
{
    for (const blz_ld_property *p = properties->first; p; p = p->next)
        if (json_object_set_new(out, p->iri, list_json(&p->values)) != 0) return false;
    return true;
}

static bool put_reverse(json_t *out, const blz_ld_object *object)
{
    json_t *map = json_object();
    if (!map || !put_properties(map, &object->reverse)) {
        json_decref(map);
        return false;
    }
    return put(out, BLZ_LD_REVERSE, map);
}

static bool put_keywords(json_t *out, const blz_ld_object *o)
{
    bool is_value = blz_ld_has(o, BLZ_LD_VALUE), one_type = is_value && !o->type_is_odd;
    if (blz_ld_has(o, BLZ_LD_ID) && !put(out, BLZ_LD_ID, text_json(o->id))) return false;
    if (blz_ld_has(o, BLZ_LD_TYPE) && !put(out, BLZ_LD_TYPE, one_type ? text_json(o->type) : types_json(o)))
        return false;
    if (is_value && !put(out, BLZ_LD_VALUE, value_json(o))) return false;
    if (blz_ld_has(o, BLZ_LD_LANGUAGE) && !put(out, BLZ_LD_LANGUAGE, text_json(o->language))) return false;
    if (blz_ld_has(o, BLZ_LD_DIRECTION) && !put(out, BLZ_LD_DIRECTION, text_json(o->direction))) return false;
    if (blz_ld_has(o, BLZ_LD_INDEX) && !put(out, BLZ_LD_INDEX, text_json(o->index))) return false;
    if (blz_ld_has(o, BLZ_LD_LIST) && !put(out, BLZ_LD_LIST, list_json(&o->list))) return false;
    if (blz_ld_has(o, BLZ_LD_SET) && !put(out, BLZ_LD_SET, list_json(&o->set))) return false;
    if (blz_ld_has(o, BLZ_LD_GRAPH) && !put(out, BLZ_LD_GRAPH, list_json(&o->graph))) return false;
    if (blz_ld_has(o, BLZ_LD_INCLUDED) && !put(out, BLZ_LD_INCLUDED, list_json(&o->included))) return false;
    return !blz_ld_has(o, BLZ_LD_REVERSE) || put_reverse(out, o);
}

static json_t *object_json(const blz_ld_object *object)
{
    json_t *out = json_object();
    if (out && put_keywords(out, object) && put_properties(out, &object->properties)) return out;
    json_decref(out);
    return NULL;
}

blz_status blz_ld_to_json(json_t **out, const blz_ld_list *list)
{
    *out = list_json(list);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}
