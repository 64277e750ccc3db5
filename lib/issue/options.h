#ifndef BLZ_ISSUE_OPTIONS_H
#define BLZ_ISSUE_OPTIONS_H

/* The parts of a credential that come from blz_credential_options. An option that cannot be used is reported
 * as BLZ903 and BLZ_ERR_ARGUMENT returned. */

#include "base/diag.h"
#include "definition/definition.h"

#include <blazon/issue.h>

blz_status blz_option_refuse(blz_diags *diags, const char *message, const char *reason, const char *hint)
    BLZ_MUST_USE;

/* Sets `id`, or `identifier` for an e-mail address, of the subject. */
blz_status blz_recipient_put(json_t *subject, blz_ctx *ctx, const blz_credential_options *options,
                             blz_diags *diags) BLZ_MUST_USE;
/* Refuses an e-mail address without an id beside it, which a token cannot name. */
blz_status blz_recipient_check_token(const blz_credential_options *options, blz_diags *diags) BLZ_MUST_USE;
/* Sets `result` of the subject if there are results; BLZ_ERR_INVALID if they are not all there (BLZ721) or do
 * not meet the passing rule (BLZ722). */
blz_status blz_results_put(json_t *subject, const blz_definition *definition,
                           const blz_credential_options *options, blz_diags *diags) BLZ_MUST_USE;
/* Sets `validFrom`, `validUntil` and `awardedDate`. */
blz_status blz_dates_put(json_t *credential, blz_ctx *ctx, const blz_credential_options *options,
                         blz_diags *diags) BLZ_MUST_USE;

/* Sets `validFrom` and `validUntil`: RFC 3339; NULL is the time of the context, and no end. */
blz_status blz_validity_put(json_t *credential, blz_ctx *ctx, const char *from, const char *until,
                            blz_diags *diags) BLZ_MUST_USE;
/* Sets `id`: NULL is a random urn:uuid. */
blz_status blz_credential_id_put(json_t *credential, blz_ctx *ctx, const char *id, blz_diags *diags)
    BLZ_MUST_USE;
/* Sets `evidence` if there is some; the same in every version of Open Badges from 2.0 on. */
blz_status blz_evidence_put(json_t *credential, const blz_credential_options *options, blz_diags *diags)
    BLZ_MUST_USE;
/* The address in "mailto:jane%2Bct@example.edu". */
blz_status blz_option_mailto(char **out, const char *recipient, blz_diags *diags) BLZ_MUST_USE;
/* Where the issuer lists keys and no `*method` is chosen: the listed one that is `key`, borrowed. */
blz_status blz_listed_method(const char **method, const blz_definition *definition, const blz_key *key,
                             blz_diags *diags) BLZ_MUST_USE;

#endif
