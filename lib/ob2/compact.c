#include "ob2/compact.h"

#include <string.h>

#include "codec/json_const.h"

/* A value object, as text, number or boolean; with its type where the name does not say it. The language of a
 * text is left out: whoever reads a badge asks for the text. */
static json_t *literal(const json_t *value, const blz_ob2_name *name)
{
    json_t *bare = json_object_get(value, "@value"), *type = json_object_get(value, "@type");
    const char *text = json_string_value(type);
    if (!text || (name->type && strcmp(name->type, text) == 0)) return json_incref(bare);
    json_t *typed = json_object();
    if (typed && json_object_set(typed, "type", type) == 0 && json_object_set(typed, "@value", bare) == 0)
        return typed;
    json_decref(typed);
    return NULL;
}

static blz_status compact_value(json_t **out, const blz_ob2_names *names, const json_t *value,
                                const blz_ob2_name *name)
{
    json_t *id = json_object_get(value, "@id");
    if (json_object_get(value, "@value")) {
        *out = literal(value, name);
        BLZ_TRY_MEM(*out);
        return BLZ_OK;
    }
    if (id && json_object_size(value) == 1 && name->link) {
        *out = json_incref(id);
        return BLZ_OK;
    }
    return blz_ob2_compact(out, names, value);
}

/* How well a name fits a value: an id or an object goes with one for links, a typed text with one of that
 * type. */
static int fit(const blz_ob2_name *name, const json_t *value)
{
    const char *type = json_string_value(json_object_get(value, "@type"));
    if (!json_object_get(value, "@value")) return name->link ? 2 : name->type ? 0 : 1;
    if (name->type) return type && strcmp(name->type, type) == 0 ? 2 : 0;
    return name->link || type || json_is_boolean(json_object_get(value, "@value")) ? 0 : 2;
}

static blz_ob2_name choose(const blz_ob2_names *names, const char *iri, const json_t *value)
{
    blz_ob2_name best = {0};
    int best_fit = -1;
    for (size_t i = 0; i < blz_ob2_names_count(names, iri); i++) {
        blz_ob2_name name = blz_ob2_name_at(names, iri, i);
        int fits = fit(&name, value);
        if (fits > best_fit) best = name;
        if (fits > best_fit) best_fit = fits;
    }
    return best;
}

/* Adds a value to what is under the name already. */
static blz_status add_value(json_t *object, const char *name, json_t *value_new, bool several)
{
    json_t *there = json_object_get(object, name);
    if (!value_new) return BLZ_ERR_NOMEM;
    if (!there && !several) {
        BLZ_TRY_MEM(json_object_set_new(object, name, value_new) == 0);
        return BLZ_OK;
    }
    if (json_is_array(there)) {
        BLZ_TRY_MEM(json_array_append_new(there, value_new) == 0);
        return BLZ_OK;
    }
    json_t *list = json_array();
    bool added = list && (!there || json_array_append(list, there) == 0);
    if (!added) json_decref(value_new);
    added = added && json_array_append_new(list, value_new) == 0;
    added = added && json_object_set(object, name, list) == 0;
    json_decref(list);
    return added ? BLZ_OK : BLZ_ERR_NOMEM;
}

static blz_status add_one(json_t *object, const blz_ob2_names *names, const char *iri, const json_t *value)
{
    blz_ob2_name name = choose(names, iri, value);
    BLZ_AUTO(blz_text) short_iri = NULL;
    if (!name.name) {
        BLZ_TRY(blz_ob2_short_iri(&short_iri, names, iri));
        name.name = short_iri;
    }
    json_t *compacted = NULL, *item;
    size_t index;
    if (!json_is_array(json_object_get(value, "@list"))) {
        BLZ_TRY(compact_value(&compacted, names, value, &name));
        return add_value(object, name.name, compacted, false);
    }
    json_array_foreach (json_object_get(value, "@list"), index, item) {
        BLZ_TRY(compact_value(&compacted, names, item, &name));
        BLZ_TRY(add_value(object, name.name, compacted, true));
    }
    return BLZ_OK;
}

static blz_status add_property(json_t *object, const blz_ob2_names *names, const char *iri,
                               const json_t *values)
{
    json_t *value;
    size_t index;
    json_array_foreach (values, index, value)
        BLZ_TRY(add_one(object, names, iri, value));
    if (json_array_size(values)) return BLZ_OK;
    blz_ob2_name name = {0};
    for (size_t i = 0; i < blz_ob2_names_count(names, iri) && (!name.name || name.link || name.type); i++)
        name = blz_ob2_name_at(names, iri, i);
    if (!name.name) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set_new(object, name.name, json_array()) == 0);
    return BLZ_OK;
}

/* A type that looks like a keyword, as "@thing", expands to nothing: it is kept as a place that names
 * nothing. */
static blz_status add_types(json_t *object, const blz_ob2_names *names, const json_t *types)
{
    json_t *type;
    size_t index;
    json_array_foreach (types, index, type) {
        const char *iri = json_is_string(type) ? json_string_value(type) : "";
        const char *name = blz_ob2_class_name(names, iri);
        BLZ_AUTO(blz_text) short_iri = NULL;
        if (strcmp(iri, "@id") == 0) name = "id"; /* how recipients that are known by their id are typed */
        if (!name) BLZ_TRY(blz_ob2_short_iri(&short_iri, names, iri));
        BLZ_TRY(add_value(object, "type", json_string(name ? name : short_iri), false));
    }
    if (json_array_size(types)) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set_new(object, "type", json_array()) == 0);
    return BLZ_OK;
}

static blz_status add_member(json_t *object, const blz_ob2_names *names, const char *name, json_t *value)
{
    if (strcmp(name, "@id") == 0)
        BLZ_TRY_MEM(json_object_set(object, "id", value) == 0);
    else if (strcmp(name, "@language") == 0)
        BLZ_TRY_MEM(json_object_set(object, "@language", value) == 0);
    else if (strcmp(name, "@type") == 0 && json_is_array(value))
        BLZ_TRY(add_types(object, names, value));
    else if (*name != '@')
        BLZ_TRY(add_property(object, names, name, value));
    return BLZ_OK;
}

blz_status blz_ob2_compact(json_t **out, const blz_ob2_names *names, const json_t *expanded)
{
    const char *name;
    json_t *value, *object = json_object();
    BLZ_TRY_MEM(object);
    json_object_foreach (blz_json_unconst(expanded), name, value) {
        blz_status status = add_member(object, names, name, value);
        if (status == BLZ_OK) continue;
        json_decref(object);
        return status;
    }
    *out = object;
    return BLZ_OK;
}
