#ifndef BLZ_OB2_IMAGE_H
#define BLZ_OB2_IMAGE_H

/* Pictures of badges: IMAGE_VALIDATION. */

#include "ob2/say.h"
#include "ob2/walk.h"

typedef struct blz_ob2_images {
    blz_ob2_listener to;
    blz_ctx *ctx;
    size_t looked_at; /* at web addresses */
} blz_ob2_images;

/* The image of a node: PNG or SVG, and of an assertion not inside it. Visitor of blz_ob2_walk() with a
 * blz_ob2_images. A picture that is not at hand is no fault: it proves nothing. */
blz_status blz_ob2_check_image(void *user, const blz_ob2_place *place) BLZ_MUST_USE;

#endif
