#include "definition/builder.h"

#include "codec/json_ptr.h"

static void *keep(blz_builder *builder, void *memory)
{
    if (!memory) builder->status = BLZ_ERR_NOMEM;
    return memory;
}

static bool note(blz_builder *builder, blz_status status)
{
    if (builder->status == BLZ_OK) builder->status = status;
    return builder->status == BLZ_OK;
}

const char *blz_build_here(blz_builder *builder)
{
    return keep(builder, blz_arena_strdup(builder->arena, builder->path.data));
}

const char *blz_build_text(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

bool blz_build_number(double *out, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (value) *out = json_number_value(value);
    return value != NULL;
}

blz_bounds blz_build_bounds(const json_t *object, const char *key)
{
    const json_t *bounds = json_object_get(object, key);
    return (blz_bounds){json_integer_value(json_object_get(bounds, "min")),
                        json_integer_value(json_object_get(bounds, "max"))};
}

void *blz_build_list(blz_builder *builder, const json_t *object, const char *key, size_t item_size,
                     blz_build_fn *build, size_t *count)
{
    const json_t *list = json_object_get(object, key);
    size_t mark = builder->path.length;
    *count = 0;
    if (json_array_size(list) == 0) return NULL;
    char *items = keep(builder, blz_arena_alloc(builder->arena, json_array_size(list) * item_size));
    for (size_t i = 0; items && i < json_array_size(list); i++) {
        if (!note(builder, blz_json_ptr_push(&builder->path, key))) return NULL;
        if (!note(builder, blz_json_ptr_index(&builder->path, i))) return NULL;
        build(builder, items + i * item_size, json_array_get(list, i));
        if (builder->status != BLZ_OK) return NULL;
        blz_json_ptr_cut(&builder->path, mark);
        *count = i + 1;
    }
    return items;
}

static void build_one_text(blz_builder *builder, void *item, const json_t *value)
{
    (void)builder;
    *(const char **)item = json_string_value(value);
}

const char *const *blz_build_texts(blz_builder *builder, const json_t *object, const char *key, size_t *count)
{
    return blz_build_list(builder, object, key, sizeof(const char *), build_one_text, count);
}

void blz_build_member(blz_builder *builder, const json_t *object, const char *key, blz_build_fn *build,
                      void *item)
{
    const json_t *value = json_object_get(object, key);
    size_t mark = builder->path.length;
    if (!value || !note(builder, blz_json_ptr_push(&builder->path, key))) return;
    build(builder, item, value);
    if (builder->status == BLZ_OK) blz_json_ptr_cut(&builder->path, mark);
}
