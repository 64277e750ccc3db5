#ifndef BLZ_ISSUE_ENDORSEMENT_H
#define BLZ_ISSUE_ENDORSEMENT_H

/* The parts of an EndorsementCredential. */

#include "base/diag.h"

#include <blazon/issue.h>
#include <jansson.h>

/* What is endorsed. */
typedef struct blz_endorsed_part {
    json_t *document;      /* that it stands in; a reference */
    const char *id, *name; /* borrowed from it; `name` may be NULL */
} blz_endorsed_part;

/* Finds it in the text of a badge (JSON or JWS), an Achievement or a Profile. Errors: BLZ_ERR_SYNTAX,
 * BLZ_ERR_INVALID (both explained in `diags`), BLZ_ERR_NOMEM. Release with blz_endorsed_part_clear(). */
blz_status blz_endorsed_find(blz_endorsed_part *out, blz_ctx *ctx, const char *text, size_t length,
                             const char *name, blz_endorsed about, blz_diags *diags) BLZ_MUST_USE;
void blz_endorsed_part_clear(blz_endorsed_part *part);

#endif
