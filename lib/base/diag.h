#ifndef BLZ_BASE_DIAG_H
#define BLZ_BASE_DIAG_H

/* The producer's side of a collector. */

#include <stdarg.h>

#include "base/source.h"

/* Text that lives as long as the collector: for message, reason, hint and fix of what is added next. NULL
 * when memory ran out; the next blz_diags_add() then fails for it, so that one check is enough. */
char *blz_diags_text(blz_diags *diags, const char *format, ...) BLZ_PRINTF(2, 3);

/* Adds a copy of `diag` under the rule `code`, which must be in the rule table (lib/base/rules.c). Fields
 * that matter: source, pointer, at_key, span, message, reason, hint, fix; the rule and its severity are
 * filled in. The pointer is copied; message, reason, hint and fix are not: they are static or came from
 * blz_diags_text(). The collector keeps a reference to the source. Past the collector's cap it counts only.
 *
 *     return blz_diags_add(diags, "BLZ503", &(blz_diag){.source = source, .pointer = pointer, .at_key = true,
 *         .message = blz_diags_text(diags, "level \"%s\" has no descriptor", level),
 *         .reason = "an assessor cannot tell it from the level below",
 *         .hint = "say what the work shows at this level"});
 */
blz_status blz_diags_add(blz_diags *diags, const char *code, const blz_diag *diag) BLZ_MUST_USE;

/* The cap, and how many were counted but not kept. */
void blz_diags_set_max(blz_diags *diags, size_t max);
size_t blz_diags_dropped(const blz_diags *diags);
/* Removes those from index `first` on for which `drop` answers true; lint's selections and severities use it.
 */
void blz_diags_filter(blz_diags *diags, size_t first, bool (*drop)(blz_diag *diag, void *user), void *user);
/* Of sorted ones, removes each that says the same about the same place as one before it: a file that several
 * others include is read once for each. */
void blz_diags_drop_repeated(blz_diags *diags);

BLZ_DEFINE_AUTO(blz_diags, blz_diags_free)

#endif
