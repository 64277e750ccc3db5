#include "codec/json_count.h"

#include "codec/json_const.h"

size_t blz_json_count(const json_t *value)
{
    const char *name;
    size_t index, count = 1;
    json_t *child;
    json_array_foreach (value, index, child)
        count += blz_json_count(child);
    json_object_foreach (blz_json_unconst(value), name, child)
        count += blz_json_count(child);
    return count;
}
