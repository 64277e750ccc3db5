#ifndef BLAZON_LINT_H
#define BLAZON_LINT_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/context.h>
#include <blazon/diag.h>
#include <blazon/export.h>
#include <blazon/out.h>
#include <blazon/status.h>

/** @file
 * Checks definitions: syntax, shape, and what makes a strong micro-credential.
 *
 *     blz_diags *diags = NULL;
 *     blz_out_totals totals = {0};
 *     const char *paths[] = {"credentials/"};
 *     blz_status status = blz_diags_new(&diags);
 *     if (status == BLZ_OK)
 *         status = blz_lint_paths(diags, &totals, ctx, paths, 1, NULL);
 *     if (status == BLZ_OK && blz_lint_failed(diags, BLZ_WARNING))
 *         ...                                        // blazon/out.h shows them
 *     blz_diags_free(diags);
 */

BLZ_BEGIN_DECLS

/** Which rules apply, and how much each weighs. All zero: every rule with its own severity.
 *
 * A selector is a code (`BLZ503`), a name (`empty-descriptor`) or a family (`BLZ5`). Where several lists name
 * a rule, the more exact selector wins (code or name over family), then `ignore` over `select`. What cannot
 * be read or parsed (family 0) is reported in any case. */
typedef struct blz_lint_options {
    const char *const *select; /**< only these; NULL or none: all */
    size_t select_count;
    const char *const *ignore; /**< not these */
    size_t ignore_count;
    const char *const
        *severity; /**< `SELECTOR=error|warning|note|off`; of several that fit, the last one counts */
    size_t severity_count;
    bool allow_outside;       /**< a definition may include files outside its project folder */
    const char *project_root; /**< NULL: the nearest folder above each file that has a `.git`, else its own */
} blz_lint_options;

/** Checks the selectors themselves and adds BLZ902 for each that names no rule, with a suggestion.
 * Errors: BLZ_ERR_INVALID if it added one; BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_lint_check_options(blz_diags *diags, const blz_lint_options *options);

/** Checks one definition file and adds what it finds to `diags`. `options` may be NULL.
 * What is wrong with the file is a finding, not an error of the call; so is a file that cannot be opened
 * (BLZ001). Errors: BLZ_ERR_NOMEM; BLZ_ERR_ARGUMENT for a selector that names no rule. */
BLZ_API BLZ_MUST_USE blz_status blz_lint_file(blz_diags *diags, blz_ctx *ctx, const char *path,
                                              const blz_lint_options *options);

/** Checks `length` bytes as if they stood in the file `name`, by which messages call them and from whose
 * folder they include others. Else like blz_lint_file(). */
BLZ_API BLZ_MUST_USE blz_status blz_lint_text(blz_diags *diags, blz_ctx *ctx, const char *name,
                                              const char *bytes, size_t length,
                                              const blz_lint_options *options);

/** Checks files, folders and patterns. In a folder, and in those below it, each `.yaml`, `.yml` and `.json`
 * file with a top-level key `blazon` is a definition; the others are counted in `totals->passed_over`; hidden
 * entries and `node_modules` are left out. A path that does not exist and has `*`, `?` or `[` in it is a
 * pattern. Order: as given, by name within a folder; no file twice. A path that cannot be opened is BLZ001
 * and counted in `totals->unreadable`; if nothing is there to check, BLZ901. `totals` is added to. Errors:
 * like blz_lint_file(). */
BLZ_API BLZ_MUST_USE blz_status blz_lint_paths(blz_diags *diags, blz_out_totals *totals, blz_ctx *ctx,
                                               const char *const *paths, size_t count,
                                               const blz_lint_options *options);

/** True if `diags` holds one that is at least as severe as `from`. `blazon lint` fails from BLZ_WARNING on.
 */
BLZ_API bool blz_lint_failed(const blz_diags *diags, blz_severity from);

/** The page about a rule, for people: what it is, why it matters, a bad and a good example. Plain text of at
 * most `width` columns (0: 80) but for the examples; `color` adds ANSI escapes. Release `*out` with
 * blz_free(). Errors: BLZ_ERR_NOT_FOUND (see blz_rule_suggest()), BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_explain(char **out, const char *code_or_name, unsigned width, bool color);

/** The name or code of the rule that `word` may mean: for "did you mean". NULL if none is near. Static. */
BLZ_API const char *blz_rule_suggest(const char *word);

BLZ_END_DECLS

#endif
