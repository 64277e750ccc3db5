#ifndef BLZ_IMAGE_PICTURE_H
#define BLZ_IMAGE_PICTURE_H

/* What kind of picture a file is, by its bytes, and whether an SVG names itself. */

#include <stdbool.h>

#include <blazon/image.h>

enum { BLZ_PICTURE_MAX = 512 * 1024 }; /* bytes of a file that becomes a part of a badge */

/* An SVG by its root element, whatever stands before it; a PNG by its first bytes, undamaged. */
blz_image_kind blz_picture_kind(const char *bytes, size_t length);
/* A <title> with text in it, or an aria-label on the root element. */
bool blz_svg_has_title(const char *bytes, size_t length);

#endif
