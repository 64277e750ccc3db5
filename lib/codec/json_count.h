#ifndef BLZ_CODEC_JSON_COUNT_H
#define BLZ_CODEC_JSON_COUNT_H

#include <jansson.h>

/* How many values there are in this one, itself among them: what most work on a document is a multiple of. */
size_t blz_json_count(const json_t *value);

#endif
