#ifndef BLZ_IMAGE_SVG_H
#define BLZ_IMAGE_SVG_H

/* Where things stand in an SVG file, in bytes, so that it can be changed without being written anew. */

#include "base/buf.h"

#include <blazon/image.h>

enum { BLZ_SVG_CREDENTIALS_MAX = 64 };

typedef struct blz_svg_span {
    size_t start, end; /* from the '<' of its start tag to behind the '>' of its end tag */
} blz_svg_span;

typedef struct blz_svg {
    size_t tag, tag_end; /* the start tag of the root: its '<', and behind its '>' */
    blz_baking prefix;   /* what the prefix "openbadges" of the root stands for; AUTO: none of ours */
    bool prefix_taken;   /* by anything at all */
    bool ascii;          /* bytes below 128 mean what they mean in UTF-8 */
    blz_svg_span spans[BLZ_SVG_CREDENTIALS_MAX];
    size_t count;      /* credentials in it */
    blz_baking baking; /* of the first one */
    char *verify;      /* its attribute; NULL if it has none */
    blz_buf body;      /* the text in it */
} blz_svg;

/* Reads an SVG image. Errors: BLZ_ERR_SYNTAX, BLZ_ERR_LIMIT with a reason; BLZ_ERR_NOMEM. */
blz_status blz_svg_read(blz_svg *out, blz_ctx *ctx, const char *bytes, size_t length, char **why)
    BLZ_MUST_USE;
void blz_svg_clear(blz_svg *svg);

/* Namespace and name of the element of each way of baking; static. */
const char *blz_svg_namespace(blz_baking baking);
const char *blz_svg_element(blz_baking baking);

#endif
