#include <string.h>

#include "credential/jwt_vc.h"
#include "verify/steps.h"

static blz_status check_one(blz_check *check, const blz_claim_answer *answer)
{
    bool fine = answer->outcome == BLZ_CLAIM_AGREES || answer->outcome == BLZ_CLAIM_NOT_NEEDED ||
                (answer->outcome == BLZ_CLAIM_PROPERTY_MISSING && strcmp(answer->claim, "exp") == 0);
    if (fine) return BLZ_OK;
    const char *pointer = blz_at(check, "claims:%s", answer->pointer);
    if (answer->outcome == BLZ_CLAIM_ROUNDED)
        return blz_say(check, BLZ_STEP_WARN, pointer, "%s", answer->message);
    return blz_say_strict(check, BLZ_STEP_FAIL, pointer, "%s", answer->message);
}

blz_status blz_step_jwt_claims(blz_check *check)
{
    if (!check->jws) return BLZ_OK;
    for (size_t i = 0; i < blz_vc_jwt_check_count; i++) {
        blz_claim_answer answer = blz_vc_jwt_checks[i](check->document);
        BLZ_TRY(check_one(check, &answer));
    }
    return blz_pass_if_quiet(check, "the claims of the token say what the credential says");
}
