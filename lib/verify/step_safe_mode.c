#include "jsonld/jsonld.h"
#include "verify/same_node.h"
#include "verify/steps.h"

/* Open Badges 3.0 takes a badge for valid only if each of its words has a meaning: what a context does not
 * define is dropped when a proof over RDF is made or checked, and can be changed without anybody noticing. */

static bool is_over_rdf(const blz_check *check)
{
    for (size_t i = 0; i < blz_integrity_count(check->integrity); i++)
        if (blz_integrity_at(check->integrity, i)->rdf) return true;
    return false;
}

/* The public validator expands the credential as it came, with its proofs. */
static blz_status check_with_proofs(blz_check *check)
{
    static const blz_ld_options options = {.safe = true};
    json_auto_t *expanded = NULL;
    blz_ld_fault fault = {0};
    if (check->policy != BLZ_POLICY_1EDTECH || !json_object_get(check->credential, "proof")) return BLZ_OK;
    blz_status status = blz_ld_expand(&expanded, check->ctx, check->credential, &options, &fault);
    if (status == BLZ_ERR_INVALID)
        status = blz_say_vendor(
            check, BLZ_STEP_WARN, fault.pointer ? blz_at(check, "%s", fault.pointer) : NULL,
            "1EdTech's validator refuses it with its proofs: %s", fault.message ? fault.message : "");
    blz_ld_fault_clear(&fault);
    return status == BLZ_ERR_NOT_FOUND || status == BLZ_ERR_LIMIT ? BLZ_OK : status;
}

blz_status blz_step_safe_mode(blz_check *check)
{
    const blz_ld_fault *fault = NULL;
    blz_status status = blz_integrity_safe(check->integrity, &fault);
    switch (status) {
    case BLZ_OK:
        if (is_over_rdf(check)) BLZ_TRY(blz_check_same_nodes(check));
        BLZ_TRY(check_with_proofs(check));
        return blz_pass_if_quiet(check, "every term is defined by a context");
    case BLZ_ERR_NOT_FOUND:
        return blz_say_of_badge(check, BLZ_STEP_UNKNOWN, fault->pointer, "%s", fault->message);
    case BLZ_ERR_INVALID:
    case BLZ_ERR_LIMIT:
        return blz_say_of_badge(check, BLZ_STEP_FAIL, fault && fault->pointer ? fault->pointer : NULL, "%s",
                                fault && fault->message ? fault->message : BLZ_TOO_MUCH_WORK);
    default:
        return status;
    }
}
