#ifndef BLZ_IMAGE_PNG_TEXT_H
#define BLZ_IMAGE_PNG_TEXT_H

/* The text chunks of a PNG in which credentials stand (PNG, 11.3.3): iTXt, and what older bakers wrote, tEXt
 * and zTXt.
 */

#include "base/buf.h"
#include "image/png.h"

#include <blazon/image.h>

/* How a credential is baked that stands in this chunk; BLZ_BAKING_AUTO: it is another chunk. `*place`
 * describes it; static. */
blz_baking blz_png_baking(const blz_png_chunk *chunk, const char **place);
/* Its text, unpacked, behind what is in `out`, whose `max` holds for it. Errors: BLZ_ERR_SYNTAX,
 * BLZ_ERR_LIMIT with a reason; BLZ_ERR_NOMEM. */
blz_status blz_png_text(blz_buf *out, const blz_png_chunk *chunk, char **why) BLZ_MUST_USE;
/* Writes an iTXt chunk, not compressed, as both ways of baking ask for. Errors: BLZ_ERR_LIMIT, BLZ_ERR_NOMEM.
 */
blz_status blz_png_put_text(blz_buf *out, blz_baking baking, const char *text, size_t length) BLZ_MUST_USE;

#endif
