#include "codec/json_copy.h"

#include "codec/json_const.h"

blz_status blz_json_copy(json_t **out, const json_t *value)
{
    json_t *shared = blz_json_unconst(value);
    json_auto_t *copy = NULL;
    if (json_is_object(value)) {
        copy = json_object();
        BLZ_TRY_MEM(copy && json_object_update(copy, shared) == 0);
    } else if (json_is_array(value)) {
        copy = json_array();
        BLZ_TRY_MEM(copy && json_array_extend(copy, shared) == 0);
    } else {
        copy = json_incref(shared);
    }
    *out = BLZ_STEAL(copy);
    return BLZ_OK;
}
