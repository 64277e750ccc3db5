#ifndef BLAZON_SCHEMA_H
#define BLAZON_SCHEMA_H

#include <stddef.h>

#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * The JSON Schemas that are part of the library: one for each kind of file that an author writes, and one for
 * each kind of Open Badges 3.0 document. They are what `lint`, `build` and `verify` use themselves, and an
 * editor can use them too.
 *
 *     const char *text = NULL;
 *     size_t length = 0;
 *     if (blz_schema_text(&text, &length, "rubric") == BLZ_OK)
 *         fwrite(text, 1, length, stdout);
 */

BLZ_BEGIN_DECLS

/** Lends the text of the schema of `kind`: `micro-credential`, `rubric`, `issuer`, `stack`, or one of Open
 * Badges 3.0 as `open-badges/achievementcredential` or only `achievementcredential`. JSON in UTF-8, draft
 * 2020-12, with a NUL behind `*length` bytes; static, not to be freed. Errors: BLZ_ERR_NOT_FOUND. */
BLZ_API BLZ_MUST_USE blz_status blz_schema_text(const char **text, size_t *length, const char *kind);

/** The names of all kinds in alphabetical order, `*count` of them; static. */
BLZ_API const char *const *blz_schema_kinds(size_t *count);

BLZ_END_DECLS

#endif
