#ifndef BLZ_IMAGE_IMAGE_H
#define BLZ_IMAGE_IMAGE_H

/* What each kind of image does for blz_unbake() and blz_image_bake(). */

#include "base/buf.h"

#include <blazon/image.h>

/* What to bake. */
typedef struct blz_dough {
    blz_baking baking; /* not BLZ_BAKING_AUTO */
    bool replace;
    const char *text; /* a compact JWS, or JSON */
    size_t length;
    bool token;      /* it is a JWS */
    const char *url; /* of a hosted assertion, which an SVG of Open Badges 2.0 names beside it; may be NULL */
} blz_dough;

blz_status blz_png_unbake(blz_baked *out, blz_ctx *ctx, const char *bytes, size_t length, char **why)
    BLZ_MUST_USE;
blz_status blz_svg_unbake(blz_baked *out, blz_ctx *ctx, const char *bytes, size_t length, char **why)
    BLZ_MUST_USE;
/* Writes the image with the credential in it. Errors: as blz_bake(). */
blz_status blz_png_bake(blz_buf *out, const char *bytes, size_t length, const blz_dough *dough, char **why)
    BLZ_MUST_USE;
blz_status blz_svg_bake(blz_buf *out, blz_ctx *ctx, const char *bytes, size_t length, const blz_dough *dough,
                        char **why) BLZ_MUST_USE;
/* Either of them. */
blz_status blz_image_bake(char **out, size_t *out_length, blz_ctx *ctx, const char *bytes, size_t length,
                          const blz_dough *dough, char **why) BLZ_MUST_USE;

/* A copy of the text without the white space around it. Errors: BLZ_ERR_SYNTAX with a reason: nothing is
 * left; BLZ_ERR_NOMEM. */
blz_status blz_baked_set(blz_baked *out, const char *text, size_t length, char **why) BLZ_MUST_USE;

/* The refusals that both kinds have. */
blz_status blz_baked_none(char **why) BLZ_MUST_USE;
blz_status blz_baked_several(char **why) BLZ_MUST_USE;
blz_status blz_baked_already(char **why) BLZ_MUST_USE;

#endif
