#ifndef BLZ_BASE_WHY_H
#define BLZ_BASE_WHY_H

#include "base/mem.h"

/* Puts the words into `*reason` (where somebody wants them) and returns `status`, so that a refusal is one
 * line:
 *
 *     return blz_why(reason, BLZ_ERR_INVALID, "\"%s\" is not a DID", did);
 */
blz_status blz_why(char **reason, blz_status status, const char *format, ...) BLZ_PRINTF(3, 4);

#endif
