#ifndef BLZ_CREDENTIAL_PUT_H
#define BLZ_CREDENTIAL_PUT_H

/* Building JSON with one check per step: each call answers BLZ_OK or BLZ_ERR_NOMEM. A `value` that is NULL
 * because its own making failed is memory, and so is an `object` or `array` that is NULL. */

#include <jansson.h>

#include "base/mem.h"

/* Takes `value` over, also when it fails. */
static inline BLZ_MUST_USE blz_status blz_put(json_t *object, const char *name, json_t *value)
{
    return json_object_set_new(object, name, value) == 0 ? BLZ_OK : BLZ_ERR_NOMEM;
}

/* Nothing for NULL: what was left out is not written. */
static inline BLZ_MUST_USE blz_status blz_put_text(json_t *object, const char *name, const char *text)
{
    if (!object) return BLZ_ERR_NOMEM;
    return text ? blz_put(object, name, json_string(text)) : BLZ_OK;
}

static inline BLZ_MUST_USE blz_status blz_append(json_t *array, json_t *value)
{
    return json_array_append_new(array, value) == 0 ? BLZ_OK : BLZ_ERR_NOMEM;
}

/* An array of two texts. */
static inline BLZ_MUST_USE blz_status blz_put_pair(json_t *object, const char *name, const char *first,
                                                   const char *second)
{
    json_auto_t *list = json_array();
    BLZ_TRY(blz_append(list, json_string(first)));
    BLZ_TRY(blz_append(list, json_string(second)));
    return blz_put(object, name, BLZ_STEAL(list));
}

/* `type` as a set with one name. */
static inline BLZ_MUST_USE blz_status blz_put_type(json_t *object, const char *type)
{
    json_auto_t *types = json_array();
    BLZ_TRY(blz_append(types, json_string(type)));
    return blz_put(object, "type", BLZ_STEAL(types));
}

#endif
