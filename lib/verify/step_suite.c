#include <string.h>

#include "verify/proofs.h"
#include "verify/steps.h"

static blz_status name_token(blz_check *check)
{
    const char *alg = blz_member(check->jws->header, "alg");
    const char *type = blz_at(check, "JWT %s", alg ? alg : "without alg");
    BLZ_TRY(check->status);
    BLZ_TRY(blz_report_add_proof(check->report, type, blz_member(check->jws->header, "kid")));
    if (check->proof->refused) return blz_say(check, BLZ_STEP_SKIPPED, NULL, "the header was refused");
    return blz_say(check, BLZ_STEP_PASS, NULL, "a JWT signed with %s", alg);
}

/* A DataIntegrityProof has its kind in another member. */
static bool says_kind(const blz_integrity_proof *is)
{
    return json_is_object(is->json) && is->suite && strcmp(is->suite, "DataIntegrityProof") != 0;
}

static blz_status name_embedded(blz_check *check)
{
    const blz_integrity_proof *is = check->proof->embedded;
    if (!says_kind(is)) {
        check->proof->refused = true;
        return blz_say(check, BLZ_STEP_FAIL, check->proof->at, "the proof does not say of what kind it is");
    }
    BLZ_TRY(blz_report_add_proof(check->report, is->suite, is->method));
    if (is->old)
        return blz_say(
            check, BLZ_STEP_WARN, check->proof->at,
            "%s is an early form of eddsa-rdfc-2022 that was given up; ask the issuer for a badge with "
            "a proof of today",
            is->suite);
    if (is->known)
        return blz_say(check, BLZ_STEP_PASS, check->proof->at, "a proof of the kind %s", is->suite);
    check->proof->refused = true;
    return blz_say(
        check, BLZ_STEP_UNKNOWN, check->proof->at,
        "%s is a kind of proof that this version of blazon does not know, so nobody has checked it",
        is->suite);
}

static blz_status name_proof(blz_check *check)
{
    return check->proof->embedded ? name_embedded(check) : name_token(check);
}

blz_status blz_step_suite(blz_check *check)
{
    if (check->proof_count == 0)
        return blz_say(
            check, BLZ_STEP_FAIL, NULL,
            "nothing proves who made this: it is neither a signed token nor has it a proof; ask for the "
            "badge as it was issued");
    return blz_each_proof(check, name_proof);
}

static blz_status check_purpose(blz_check *check)
{
    const blz_integrity_proof *is = check->proof->embedded;
    if (!is || !json_is_object(is->json)) return BLZ_OK;
    if (!is->purpose || strcmp(is->purpose, "assertionMethod") != 0)
        return blz_say(check, BLZ_STEP_FAIL, blz_at(check, "%s/proofPurpose", check->proof->at),
                       "the proof was made for \"%s\", not for \"assertionMethod\", which is what issuing is",
                       is->purpose ? is->purpose : "nothing that it names");
    const char *domain = is->domain ? blz_at(check, ", for the domain \"%s\"", is->domain) : "";
    const char *challenge =
        is->challenge ? blz_at(check, ", answering the challenge \"%s\"", is->challenge) : "";
    return blz_say(check, BLZ_STEP_PASS, check->proof->at, "made for assertionMethod%s%s", domain, challenge);
}

blz_status blz_step_purpose(blz_check *check)
{
    return blz_each_proof(check, check_purpose);
}
