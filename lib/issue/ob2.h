#ifndef BLZ_ISSUE_OB2_H
#define BLZ_ISSUE_OB2_H

/* The documents of Open Badges 2.0. */

#include "base/diag.h"
#include "definition/definition.h"

#include <blazon/ob2.h>

/* Whether the definition has what 2.0 asks for: web addresses for the badge class and its issuer on one host,
 * an image, the issuer's website and e-mail address. All that is missing is BLZ750, and BLZ_ERR_INVALID. A
 * definition of an issuer alone has only the latter part. */
blz_status blz_ob2_needs(const blz_definition *definition, blz_diags *diags) BLZ_MUST_USE;

/* The BadgeClass and the Profile. Errors: BLZ_ERR_ARGUMENT: another kind of definition; BLZ_ERR_INVALID. */
blz_status blz_ob2_class_json(json_t **out, const blz_definition *definition, blz_diags *diags) BLZ_MUST_USE;
blz_status blz_ob2_profile_json(json_t **out, const blz_definition *definition, blz_diags *diags)
    BLZ_MUST_USE;
/* Whether a document is what the classes of 2.0 ask for, as verify sees it, apart from what it leads to. What
 * is not is BLZ904 in `diags`, and BLZ_ERR_INVALID. */
blz_status blz_ob2_output_check(json_t *json, blz_diags *diags) BLZ_MUST_USE;

/* Whether 2.0 can find a key at this address: https, and a document of its own (no fragment). */
bool blz_ob2_is_key_url(const char *url);

/* An Assertion with `verification`, which is taken over, also when it fails. */
blz_status blz_ob2_assertion_json(json_t **out, blz_ctx *ctx, const blz_definition *definition,
                                  const blz_credential_options *options, json_t *verification,
                                  blz_diags *diags) BLZ_MUST_USE;
/* Sets `recipient`, an IdentityObject of 2.0: an e-mail address or a web address. */
blz_status blz_ob2_recipient_put(json_t *assertion, blz_ctx *ctx, const blz_credential_options *options,
                                 blz_diags *diags) BLZ_MUST_USE;
/* Sets `narrative` if there are results: the levels that were reached, by their names. Errors: as
 * blz_results_put(). */
blz_status blz_ob2_results_put(json_t *assertion, const blz_definition *definition,
                               const blz_credential_options *options, blz_diags *diags) BLZ_MUST_USE;

#endif
