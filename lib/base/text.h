#ifndef BLZ_BASE_TEXT_H
#define BLZ_BASE_TEXT_H

/* UTF-8, near misses, and text that is safe to show. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#include <blazon/text.h>

/* A part of a text that somebody else owns. `at` is NULL where the part is absent; an empty part is not. */
typedef struct blz_slice {
    const char *at;
    size_t length;
} blz_slice;

bool blz_slice_is(blz_slice slice, const char *text);

/* How many bytes at the start are whole, valid UTF-8 (no overlong forms, no surrogates, at most U+10FFFF). */
size_t blz_utf8_valid_prefix(const char *text, size_t length);
/* Takes one code point off valid UTF-8; returns its length in bytes, 0 at the end of the text. */
size_t blz_utf8_next(uint32_t *code, const char *text, size_t length);
/* Code points in valid UTF-8. */
size_t blz_utf8_count(const char *text, size_t length);
blz_status blz_utf8_put(blz_buf *out, uint32_t code);

/* Insertions, deletions, replacements and swaps of neighbours that make `b` of `a`, letters in any case taken
 * as equal; max + 1 as soon as it is more than `max`. Texts beyond 64 bytes are never near. */
size_t blz_edit_distance(const char *a, const char *b, size_t max);

/* Appends the text for a terminal: control, bidirectional, invisible and private characters and bytes that
 * are not UTF-8 become visible as \u{202E} or \x{FF}; a tab becomes a space. */
blz_status blz_text_escape_terminal(blz_buf *out, const char *text, size_t length);

#endif
