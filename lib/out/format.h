#ifndef BLZ_OUT_FORMAT_H
#define BLZ_OUT_FORMAT_H

/* A format is one file with one function and one line here. */

#include "base/buf.h"

#include <blazon/out.h>

typedef blz_status blz_out_fn(blz_buf *out, const blz_diags *diags, const blz_out_options *options);

#define BLZ_OUT_FORMATS(FORMAT)                                                                              \
    FORMAT("text", blz_out_text, "for people: the source line with the place marked, why, what to do")       \
    FORMAT("json", blz_out_json, "for programs: one object with a stable shape")                             \
    FORMAT("github", blz_out_github, "for GitHub Actions: annotations of the changed lines")

#define BLZ_OUT_DECLARE(name, function, summary) blz_out_fn function;
BLZ_OUT_FORMATS(BLZ_OUT_DECLARE)

/* "error", "warning" or "note". */
const char *blz_out_severity(blz_severity severity);

#endif
