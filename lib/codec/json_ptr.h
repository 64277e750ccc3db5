#ifndef BLZ_CODEC_JSON_PTR_H
#define BLZ_CODEC_JSON_PTR_H

/* JSON pointers (RFC 6901) in buffers:
 *
 *     size_t mark = path->length;
 *     BLZ_TRY(blz_json_ptr_push(path, "levels"));
 *     BLZ_TRY(blz_json_ptr_index(path, 2));       // path->data is "/levels/2"
 *     blz_json_ptr_cut(path, mark);
 */

#include <jansson.h>

#include "base/buf.h"

blz_status blz_json_ptr_push(blz_buf *path, const char *token);
blz_status blz_json_ptr_push_n(blz_buf *path, const char *token, size_t length);
blz_status blz_json_ptr_index(blz_buf *path, size_t index);
/* Back to the length that the buffer had. */
void blz_json_ptr_cut(blz_buf *path, size_t length);

/* The first token of `*pointer` into `out`, unescaped, and `*pointer` moved behind it: true; false at its end
 * and where the pointer is not well-formed (*pointer is then not at a NUL). The buffer is reset first. */
bool blz_json_ptr_next(blz_buf *out, const char **pointer);
/* The value that the pointer names, borrowed; NULL if there is none, or memory ran out. */
json_t *blz_json_ptr_get(const json_t *root, const char *pointer);

#endif
