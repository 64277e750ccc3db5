#include "verify/steps.h"

/* Open Badges 3.0 takes a badge for valid only if each of its words has a meaning: what a context does not
 * define is dropped when a proof over RDF is made or checked, and can be changed without anybody noticing. */

blz_status blz_step_safe_mode(blz_check *check)
{
    const blz_ld_fault *fault = NULL;
    blz_status status = blz_integrity_safe(check->integrity, &fault);
    switch (status) {
    case BLZ_OK:
        return blz_say(check, BLZ_STEP_PASS, NULL, "every term is defined by a context");
    case BLZ_ERR_NOT_FOUND:
        return blz_say(check, BLZ_STEP_UNKNOWN, fault->pointer, "%s", fault->message);
    case BLZ_ERR_INVALID:
    case BLZ_ERR_LIMIT:
        return blz_say(check, BLZ_STEP_FAIL, fault && fault->pointer ? fault->pointer : NULL, "%s",
                       fault && fault->message ? fault->message
                                               : "the credential takes more work than any badge needs");
    default:
        return status;
    }
}
