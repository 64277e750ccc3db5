#include "definition/ids.h"

blz_status blz_ids_index(json_t **out, const json_t *list)
{
    json_auto_t *ids = json_object();
    BLZ_TRY_MEM(ids);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *id = json_string_value(json_object_get(json_array_get(list, i), "id"));
        if (!id || json_object_get(ids, id)) continue;
        BLZ_TRY_MEM(json_object_set_new(ids, id, json_integer((json_int_t)i)) == 0);
    }
    *out = BLZ_STEAL(ids);
    return BLZ_OK;
}

bool blz_ids_find(size_t *index, const json_t *ids, const char *id)
{
    const json_t *found = json_object_get(ids, id);
    if (found) *index = (size_t)json_integer_value(found);
    return found != NULL;
}
