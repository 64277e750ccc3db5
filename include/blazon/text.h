#ifndef BLAZON_TEXT_H
#define BLAZON_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * What a tool around the library needs for its own messages: near misses and safe text.
 *
 *     const char *const kinds[] = {"rubric", "issuer"};
 *     const char *near = blz_suggest("rubrik", kinds, 2);    // "rubric"
 */

BLZ_BEGIN_DECLS

/** The candidate that the writer of `word` most likely meant; NULL if none is near. Borrowed from
 * `candidates`. */
BLZ_API const char *blz_suggest(const char *word, const char *const *candidates, size_t count);

/** Copies `text` for a terminal or a log: control, bidirectional, invisible and private characters and bytes
 * that are not UTF-8 become visible as `\u{202E}` or `\x{FF}`, a tab becomes a space. Free with blz_free().
 * Errors: BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_text_safe(char **out, const char *text);

/** Whether `length` bytes are UTF-8, which every text that goes into a badge has to be: no overlong forms, no
 * surrogates, at most U+10FFFF. */
BLZ_API bool blz_utf8_valid(const char *text, size_t length);

BLZ_END_DECLS

#endif
