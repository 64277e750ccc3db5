#ifndef BLAZON_TEXT_H
#define BLAZON_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * What a tool around the library needs for its own messages and options: times, near misses, safe text.
 *
 *     const char *const kinds[] = {"rubric", "issuer"};
 *     const char *near = blz_suggest("rubrik", kinds, 2);    // "rubric"
 */

BLZ_BEGIN_DECLS

/** Room for the text of a time. */
enum { BLZ_TIME_MAX = 32 };

/** Reads a time as RFC 3339 and xsd:dateTimeStamp write it: `2026-05-01T08:30:00.25+02:00`, zone required,
 * `T` and `Z` in capitals, years 0000 to 9999. `*seconds` since 1970-01-01T00:00:00Z; `nanos` may be NULL,
 * digits beyond the ninth are dropped. Second 60 is taken where a leap second can be (23:59:60 UTC) and
 * counts as the second after. Errors: BLZ_ERR_SYNTAX, also for a day that does not exist. */
BLZ_API BLZ_MUST_USE blz_status blz_time_parse(int64_t *seconds, int *nanos, const char *text, size_t length);
/** Writes a time in UTC: `2026-01-01T00:00:00Z`. Errors: BLZ_ERR_ARGUMENT outside the years 0000 to 9999. */
BLZ_API BLZ_MUST_USE blz_status blz_time_format(char out[BLZ_TIME_MAX], int64_t seconds);

/** The candidate that the writer of `word` most likely meant; NULL if none is near. Borrowed from
 * `candidates`. */
BLZ_API const char *blz_suggest(const char *word, const char *const *candidates, size_t count);

/** Copies `text` for a terminal or a log: control, bidirectional, invisible and private characters and bytes
 * that are not UTF-8 become visible as `\u{202E}` or `\x{FF}`, a tab becomes a space. Free with blz_free().
 * Errors: BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_text_safe(char **out, const char *text);

BLZ_END_DECLS

#endif
