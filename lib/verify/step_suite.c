#include <string.h>

#include "verify/steps.h"

static const char *suite_of(json_t *proof)
{
    const char *type = blz_member(proof, "type"), *suite = blz_member(proof, "cryptosuite");
    return suite && type && strcmp(type, "DataIntegrityProof") == 0 ? suite : type;
}

static blz_status check_embedded(blz_check *check, json_t *proofs)
{
    for (size_t i = 0; i < blz_many(proofs); i++) {
        json_t *proof = blz_many_at(proofs, i);
        const char *suite = suite_of(proof), *pointer = blz_many_pointer(check, "/proof", proofs, i);
        if (!suite) {
            BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, pointer, "the proof does not say of what kind it is"));
            continue;
        }
        BLZ_TRY(blz_report_add_proof(check->report, suite, blz_member(proof, "verificationMethod")));
        if (check->jws)
            BLZ_TRY(blz_say(
                check, BLZ_STEP_SKIPPED, pointer,
                "the badge also has a proof of the kind %s inside; the token's own signature is enough",
                suite));
        else
            BLZ_TRY(blz_say(check, BLZ_STEP_UNKNOWN, pointer,
                            "%s is not known to this version of blazon, which verifies signed tokens (JWT)",
                            suite));
    }
    return BLZ_OK;
}

blz_status blz_step_suite(blz_check *check)
{
    json_t *proofs = json_object_get(check->credential, "proof");
    const char *alg = check->jws ? blz_member(check->jws->header, "alg") : NULL;
    if (check->jws) {
        const char *type = blz_at(check, "JWT %s", alg ? alg : "without alg");
        BLZ_TRY(check->status);
        BLZ_TRY(blz_report_add_proof(check->report, type, blz_member(check->jws->header, "kid")));
        if (!check->header_refused) BLZ_TRY(blz_say(check, BLZ_STEP_PASS, NULL, "a JWT signed with %s", alg));
    } else if (blz_many(proofs) == 0) {
        return blz_say(
            check, BLZ_STEP_FAIL, NULL,
            "nothing proves who made this: it is neither a signed token nor has it a proof; ask for the "
            "badge as it was issued");
    }
    BLZ_TRY(check_embedded(check, proofs));
    return check->said ? BLZ_OK : blz_say(check, BLZ_STEP_SKIPPED, NULL, "the header was refused");
}

blz_status blz_step_purpose(blz_check *check)
{
    json_t *proofs = json_object_get(check->credential, "proof");
    if (check->jws || blz_many(proofs) == 0) return BLZ_OK;
    for (size_t i = 0; i < blz_many(proofs); i++) {
        const char *purpose = blz_member(blz_many_at(proofs, i), "proofPurpose");
        if (purpose && strcmp(purpose, "assertionMethod") == 0) continue;
        BLZ_TRY(
            blz_say(check, BLZ_STEP_FAIL, blz_many_pointer(check, "/proof", proofs, i),
                    "the proof was made for \"%s\", not for \"assertionMethod\", which is what issuing is",
                    purpose ? purpose : "nothing that it names"));
    }
    return blz_pass_if_quiet(check, "made for assertionMethod");
}
