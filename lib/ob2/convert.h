#ifndef BLZ_OB2_CONVERT_H
#define BLZ_OB2_CONVERT_H

/* Nodes of Open Badges 2.0 as those of 3.0. */

#include "ob2/classes.h"
#include "ob2/graph.h"

#include <blazon/convert.h>

typedef struct blz_convert_run {
    blz_ob2_graph *graph;
    const blz_convert_options *options;
    char **why;
} blz_convert_run;

/* Each makes a new reference. Errors: as blz_convert(). */
blz_status blz_convert_assertion(json_t **out, const blz_convert_run *run, json_t *assertion) BLZ_MUST_USE;
blz_status blz_convert_badge_class(json_t **out, const blz_convert_run *run, json_t *badge, const char *id)
    BLZ_MUST_USE;
blz_status blz_convert_profile(json_t **out, const blz_convert_run *run, json_t *profile) BLZ_MUST_USE;
/* Adds who has earned it: `id` or `identifier` of the subject. */
blz_status blz_convert_recipient(json_t *subject, const blz_convert_run *run, json_t *recipient) BLZ_MUST_USE;
/* Adds `name` as a set of what the property of the node has: an Image, a list of Alignments, of Evidence. */
blz_status blz_convert_image(json_t *out, json_t *node) BLZ_MUST_USE;
blz_status blz_convert_alignment(json_t *out, json_t *node) BLZ_MUST_USE;
blz_status blz_convert_evidence(json_t *out, const blz_convert_run *run, json_t *assertion) BLZ_MUST_USE;

/* Follows a link of the node to an object. Errors: BLZ_ERR_NOT_FOUND, BLZ_ERR_INVALID with a reason;
 * BLZ_ERR_NOMEM. */
blz_status blz_convert_follow(json_t **out, const blz_convert_run *run, json_t *node, const char *property)
    BLZ_MUST_USE;
/* Copies a text under another name, if there is one. */
blz_status blz_convert_text(json_t *out, const char *name, json_t *node, const char *old_name) BLZ_MUST_USE;
/* Tells of every member of the node that is none of those that are kept; the list ends with NULL. `what` is
 * how the note calls the node. */
void blz_convert_losses(const blz_convert_run *run, json_t *node, const char *what, const char *const *kept);
/* Tells the listener, if there is one. */
void blz_convert_note(const blz_convert_run *run, const char *format, ...) BLZ_PRINTF(2, 3);

/* A text of the node, a single one or the first; NULL if there is none. Borrowed. */
const char *blz_convert_member(json_t *node, const char *name);

#endif
