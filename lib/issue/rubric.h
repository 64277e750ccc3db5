#ifndef BLZ_ISSUE_RUBRIC_H
#define BLZ_ISSUE_RUBRIC_H

/* What a rubric comes to: points, and the ids by which results refer to it. */

#include "base/buf.h"
#include "definition/model.h"
#include "issue/number.h"

#include <jansson.h>

/* The points of a level: its own, or its place from 0 where it has none. */
blz_micro blz_level_points(const blz_rubric *rubric, size_t level);
/* The sum of what all criteria give, each times its weight, if every one is at `level`. */
blz_micro blz_rubric_points(const blz_rubric *rubric, size_t level);
blz_micro blz_criterion_points(const blz_rubric *rubric, const blz_criterion *criterion, size_t level);

/* "ID#criterion/CRITERION", with "/LEVEL" behind it unless `level` is NULL; behind an id that has a fragment
 * already
 * "/" stands in place of "#". */
blz_status blz_criterion_uri(char **out, const char *id, const char *criterion, const char *level)
    BLZ_MUST_USE;
/* "ID#score". */
blz_status blz_score_uri(char **out, const char *id) BLZ_MUST_USE;

/* The resultDescription list of the achievement `id`. */
blz_status blz_result_descriptions(json_t **out, const char *id, const blz_rubric *rubric) BLZ_MUST_USE;

#endif
