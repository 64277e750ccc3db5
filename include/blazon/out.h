#ifndef BLAZON_OUT_H
#define BLAZON_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/diag.h>
#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * Diagnostics as text: for a person, for a program, for a forge.
 *
 * Locate and sort the collector first, then write it. Nothing that a checked file says reaches the output as
 * a terminal escape: control characters and the marks that turn text around are made visible.
 *
 *     char *text = NULL;
 *     if (blz_diags_locate(diags) == BLZ_OK) {
 *         blz_diags_sort(diags);
 *         if (blz_out_write(&text, NULL, "text", diags, &(blz_out_options){.color = true}) == BLZ_OK)
 *             fputs(text, stdout);
 *     }
 *     blz_free(text);
 */

BLZ_BEGIN_DECLS

/** How to write. All zero is a good start. */
typedef struct blz_out_options {
    bool color;     /**< format `text`: colours as ANSI escapes */
    unsigned width; /**< format `text`: columns of the terminal; source lines are cut to it. 0: 100 */
} blz_out_options;

/** One format. All of them are static data. */
typedef struct blz_out_format {
    const char *name;    /**< `json` */
    const char *summary; /**< one line for a help text */
} blz_out_format;

/** Every format, in the order for a help text; `*count` gets their number. Static. */
BLZ_API const blz_out_format *blz_out_formats(size_t *count);

/** Writes all diagnostics in one format.
 *
 * `text`   path, line, column, severity and rule, the source line with the span marked, the message, why,
 * what to do. Empty for no diagnostics. `json`   one object with a stable shape: `{"diagnostics": 1,
 * "findings": [...]}`; each finding has `rule`, `name`, `severity`, `file`, `pointer`, `span` {`line`,
 * `column`, `endLine`, `endColumn`}, `message`, `reason`, `hint` and `fix`; what is not known is null. The 1
 * is the version of the shape. `github` workflow commands: GitHub Actions shows them as annotations of the
 * changed lines.
 *
 * `*out` gets NUL-terminated text to release with blz_free(); `*length` (may be NULL) its bytes. `options`
 * may be NULL. Errors: BLZ_ERR_NOT_FOUND (no such format), BLZ_ERR_NOMEM, BLZ_ERR_LIMIT. */
BLZ_API BLZ_MUST_USE blz_status blz_out_write(char **out, size_t *length, const char *format,
                                              const blz_diags *diags, const blz_out_options *options);

/** What a run came to. */
typedef struct blz_out_totals {
    size_t files;       /**< checked */
    size_t passed_over; /**< found in a folder, but not definitions */
    size_t unreadable;  /**< asked for, but they could not be opened */
} blz_out_totals;

/** Writes one line for people: `3 files checked: 2 errors, 1 warning`. No newline at the end.
 * `*out` is released with blz_free(). Errors: BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_out_summary(char **out, const blz_diags *diags,
                                                const blz_out_totals *totals);

BLZ_END_DECLS

#endif
