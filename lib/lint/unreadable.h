#ifndef BLZ_LINT_UNREADABLE_H
#define BLZ_LINT_UNREADABLE_H

#include "base/diag.h"

/* Adds BLZ001 (BLZ005 for BLZ_ERR_LIMIT) about a path that cannot be read; `error` is errno. */
blz_status blz_lint_unreadable(blz_diags *diags, const char *path, blz_status status, int error) BLZ_MUST_USE;

#endif
