#ifndef BLZ_BADGE_INSPECT_H
#define BLZ_BADGE_INSPECT_H

/* A badge taken apart without a question asked: what `blazon inspect` shows. */

#include <jansson.h>

#include "badge/input.h"

/* One part of a token, or the document. `text` is what stands there if it is not JSON. */
typedef struct blz_part {
    const char *name; /* "header", "payload", "signature", "document"; static */
    json_t *json;     /* NULL if it is none */
    char *text;       /* decoded bytes; NULL if they could not be decoded */
    size_t length;
    char *problem; /* plain words, or NULL */
} blz_part;

enum { BLZ_PARTS_MAX = 6 };

typedef struct blz_parts {
    blz_input input;
    blz_part part[BLZ_PARTS_MAX];
    size_t count;
} blz_parts;

/* Takes apart what can be taken apart. Errors: BLZ_ERR_NOMEM. */
blz_status blz_parts_read(blz_parts *out, blz_ctx *ctx, const char *bytes, size_t length) BLZ_MUST_USE;
void blz_parts_clear(blz_parts *parts);

#endif
