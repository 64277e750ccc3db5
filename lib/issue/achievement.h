#ifndef BLZ_ISSUE_ACHIEVEMENT_H
#define BLZ_ISSUE_ACHIEVEMENT_H

#include "base/diag.h"
#include "definition/definition.h"

#include <blazon/issue.h>

/* The Achievement of a micro-credential, not checked yet. Problems with the definition are reported;
 * BLZ_ERR_INVALID then. BLZ_ERR_ARGUMENT: another kind of definition. */
blz_status blz_achievement_json(json_t **out, const blz_definition *definition, blz_diags *diags)
    BLZ_MUST_USE;

/* Sets `alignment` of an Achievement, or, `older`, of a BadgeClass of Open Badges 2.0. One without an address
 * is BLZ706, and BLZ_ERR_INVALID. */
blz_status blz_alignments_put(json_t *achievement, const blz_definition *definition, bool older,
                              blz_diags *diags) BLZ_MUST_USE;

/* The Profile of the definition's issuer. A logo that is a file is embedded only if `whole`: a credential
 * carries the Profile twice, as issuer and as the achievement's creator, and one picture is enough. */
blz_status blz_profile_json(json_t **out, const blz_definition *definition, bool whole, blz_diags *diags)
    BLZ_MUST_USE;

/* Whether `json` is what the schema `kind` of Open Badges 3.0 says. What is not is BLZ904 in `diags`, and
 * BLZ_ERR_INVALID. */
blz_status blz_output_check(const json_t *json, const char *kind, blz_diags *diags) BLZ_MUST_USE;
/* One such finding. */
blz_status blz_output_refuse(blz_diags *diags, const char *pointer, const char *message) BLZ_MUST_USE;
/* Writes JSON as the public functions hand it out. */
blz_status blz_output_text(char **out, size_t *length, const json_t *json, unsigned indent) BLZ_MUST_USE;

#endif
