#ifndef BLZ_OB2_UPGRADE_H
#define BLZ_OB2_UPGRADE_H

#include <jansson.h>

#include "base/mem.h"

typedef enum blz_ob2_version { BLZ_OB2_0_5 = 0, BLZ_OB2_1_0, BLZ_OB2_1_1, BLZ_OB2_2_0 } blz_ob2_version;

blz_status blz_ob2_upgrade(json_t **out, blz_ob2_version *version, const json_t *document) BLZ_MUST_USE;

#endif
