#ifndef BLZ_ISSUE_IMAGE_H
#define BLZ_ISSUE_IMAGE_H

#include "base/diag.h"
#include "definition/definition.h"

/* The Image object for what a definition says at `pointer`: a web address stays one; a PNG or SVG file
 * becomes a data: URL, so that the badge needs no server. `*out` stays NULL for a NULL `text`. A file that
 * will not do is reported; BLZ_ERR_INVALID then. */
blz_status blz_image_object(json_t **out, const blz_definition *definition, const char *pointer,
                            const char *text, blz_diags *diags) BLZ_MUST_USE;
/* Whether it is a web address. */
bool blz_image_is_url(const char *text);

#endif
