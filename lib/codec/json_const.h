#ifndef BLZ_CODEC_JSON_CONST_H
#define BLZ_CODEC_JSON_CONST_H

#include <jansson.h>

/* jansson's iterators ask for a value that may be changed, though they change nothing. */
static inline json_t *blz_json_unconst(const json_t *value)
{
    union {
        const json_t *in;
        json_t *out;
    } same = {value};
    return same.out;
}

#endif
