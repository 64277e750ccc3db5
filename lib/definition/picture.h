#ifndef BLZ_DEFINITION_PICTURE_H
#define BLZ_DEFINITION_PICTURE_H

/* What kind of picture a file is, by its bytes, and whether an SVG names itself. */

#include <stdbool.h>
#include <stddef.h>

enum { BLZ_PICTURE_MAX = 512 * 1024 }; /* bytes of a file that becomes a part of a badge */

typedef enum blz_picture { BLZ_PICTURE_OTHER, BLZ_PICTURE_PNG, BLZ_PICTURE_SVG } blz_picture;

blz_picture blz_picture_kind(const char *bytes, size_t length);
/* A <title> with text in it, or an aria-label on the root element. */
bool blz_svg_has_title(const char *bytes, size_t length);

#endif
