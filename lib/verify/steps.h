#ifndef BLZ_VERIFY_STEPS_H
#define BLZ_VERIFY_STEPS_H

/* Every step, in the order in which a report has them: conformance, proof, status, dates, recipient, content
 * (Open Badges 3.0, 9.1). Each is one file. */

#include "verify/check.h"

blz_status blz_step_parse(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_context(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_safe_mode(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_type(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_schema(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_schema_inline(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_subject(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_record(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_status_list(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_evidence(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_issuer(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_suite(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_purpose(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_jwt_header(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_signature(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_binding(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_expires(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_jwt_claims(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_refresh(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_status(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_from(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_until(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_recipient(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_results(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_endorsement(blz_check *check) BLZ_MUST_USE;
blz_status blz_step_credentials(blz_check *check) BLZ_MUST_USE;

/* Open Badges 2.0 and before it. */
blz_status blz_ob2_step_context(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_type(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_graph(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_properties(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_extensions(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_images(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_issuer(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_header(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_signature(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_key(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_verification(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_revocation(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_issued(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_expires(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_recipient(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_step_endorsement(blz_check *check) BLZ_MUST_USE;

/* What is no badge is that of nobody: refuses it if it came by itself and somebody asks whose it is. */
blz_status blz_no_recipient(blz_check *check) BLZ_MUST_USE;

/* The table; ends with a NULL id. */
extern const blz_step_row blz_steps[];

/* "2026-05-01", or with the time of day where it is not midnight. */
const char *blz_date_text(blz_check *check, int64_t seconds);

#endif
