#ifndef BLZ_SCHEMA_EQUAL_H
#define BLZ_SCHEMA_EQUAL_H

/* JSON Schema's equality: numbers by value (1 and 1.0), objects without an order, texts by their code points.
 */

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "codec/json_const.h"

bool blz_json_equal(const json_t *a, const json_t *b);
/* The same for equal values; adds the number of values in it to `*size`. */
uint64_t blz_json_hash(const json_t *value, size_t *size);

#endif
