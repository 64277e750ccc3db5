#ifndef BLZ_CODEC_YAML_LOCATE_H
#define BLZ_CODEC_YAML_LOCATE_H

#include "base/source.h"

/* Finds pointers in a YAML text by reading its events again; blz_yaml_read() sets it as the source's locator.
 * The span of a mapping or sequence is its bracket, its first key or its first dash. */
blz_status blz_yaml_locate(const blz_source *source, blz_place *places, size_t count);

#endif
