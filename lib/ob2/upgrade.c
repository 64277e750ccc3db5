#include "ob2/upgrade.h"

#include "codec/json_copy.h"

blz_status blz_ob2_upgrade(json_t **out, blz_ob2_version *version, const json_t *document)
{
    *version = BLZ_OB2_2_0;
    return blz_json_copy(out, document);
}
