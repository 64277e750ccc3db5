#ifndef BLZ_LINT_SELECT_H
#define BLZ_LINT_SELECT_H

/* Which rules apply and how much they weigh: the selectors of blz_lint_options. */

#include "base/diag.h"

#include <blazon/lint.h>

/* Drops and re-weighs the diagnostics from index `first` on. */
void blz_select_apply(blz_diags *diags, size_t first, const blz_lint_options *options);
/* True if every selector names a rule. */
bool blz_select_is_valid(const blz_lint_options *options);

#endif
