#ifndef BLZ_CODEC_JSON_LOCATE_H
#define BLZ_CODEC_JSON_LOCATE_H

#include "base/source.h"

/* Finds pointers in a JSON text by scanning it again; blz_json_read() sets it as the source's locator. The
 * span of an object or array is its bracket alone. */
blz_status blz_json_locate(const blz_source *source, blz_place *places, size_t count);

#endif
