#include "ob2/upgrade.h"

#include <string.h>

#include "codec/json_copy.h"

blz_status blz_ob2_own(json_t **out, json_t *copy, const char *name)
{
    json_auto_t *own = NULL;
    json_t *value = json_object_get(copy, name);
    *out = NULL;
    if (!json_is_object(value)) return BLZ_OK;
    BLZ_TRY(blz_json_copy(&own, value));
    BLZ_TRY_MEM(json_object_set(copy, name, own) == 0);
    *out = own;
    return BLZ_OK;
}

blz_status blz_ob2_rename(json_t *copy, const char *name, const char *new_name)
{
    json_t *value = json_object_get(copy, name);
    if (!value || json_object_get(copy, new_name)) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set(copy, new_name, value) == 0);
    json_object_del(copy, name);
    return BLZ_OK;
}

static bool is_version_1(const char *url)
{
    return strstr(url, "w3id.org/openbadges/v1") || strstr(url, "openbadgespec.org/v1");
}

static bool has_version_1(const json_t *context)
{
    if (json_is_string(context)) return is_version_1(json_string_value(context));
    size_t index;
    json_t *entry;
    json_array_foreach (context, index, entry)
        if (json_is_string(entry) && is_version_1(json_string_value(entry))) return true;
    return false;
}

static blz_ob2_version version_of(const json_t *document)
{
    const json_t *context = json_object_get(document, "@context");
    if (context) return has_version_1(context) ? BLZ_OB2_1_1 : BLZ_OB2_2_0;
    return json_is_string(json_object_get(document, "recipient")) ? BLZ_OB2_0_5 : BLZ_OB2_1_0;
}

blz_status blz_ob2_upgrade(json_t **out, blz_ob2_version *version, const json_t *document)
{
    json_auto_t *copy = NULL;
    BLZ_TRY(blz_json_copy(&copy, document));
    *version = version_of(document);
    if (*version == BLZ_OB2_0_5) BLZ_TRY(blz_ob2_upgrade_0_5(copy));
    if (*version == BLZ_OB2_1_0) BLZ_TRY(blz_ob2_upgrade_1_0(copy));
    if (*version != BLZ_OB2_2_0) BLZ_TRY(blz_ob2_upgrade_1_1(copy));
    *out = json_incref(copy);
    return BLZ_OK;
}
