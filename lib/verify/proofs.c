#include "verify/proofs.h"

#include "codec/json_copy.h"

/* What Open Badges 3.0, 8.2.4 and RFC 7519 add to a credential that becomes the payload of a token. Embedded
 * proofs are made before that (8.1). */
static const char *const claims[] = {"iss", "sub", "aud", "exp", "nbf", "iat", "jti"};

static blz_status find_sealed(blz_check *check)
{
    if (!check->jws || check->credential != check->document) {
        check->sealed = json_incref(check->credential);
        return BLZ_OK;
    }
    BLZ_TRY(blz_json_copy(&check->sealed, check->credential));
    for (size_t i = 0; i < BLZ_COUNT_OF(claims); i++)
        (void)json_object_del(check->sealed, claims[i]); /* -1: it is not there */
    return BLZ_OK;
}

/* The same pointer with a member behind it. */
static const char *behind(blz_check *check, const char *pointer, const char *member)
{
    return blz_at(check, "%s/%s", pointer, member);
}

blz_status blz_proofs_open(blz_check *check)
{
    BLZ_TRY(find_sealed(check));
    BLZ_TRY(blz_integrity_open(&check->integrity, check->ctx, check->sealed));
    blz_integrity_share(check->integrity, check->spare);
    json_t *list = json_object_get(check->credential, "proof");
    size_t own = check->jws ? 1 : 0, count = blz_integrity_count(check->integrity);
    if (own + count == 0) return BLZ_OK;
    check->proofs = blz_calloc(own + count, sizeof *check->proofs);
    BLZ_TRY_MEM(check->proofs);
    check->proof_count = own + count;
    if (own) check->proofs[0] = (blz_check_proof){.at = "header:", .method_at = "header:/kid"};
    for (size_t i = 0; i < count; i++) {
        const char *at = blz_many_pointer(check, "/proof", list, i);
        check->proofs[own + i] = (blz_check_proof){.embedded = blz_integrity_at(check->integrity, i),
                                                   .index = i,
                                                   .at = at,
                                                   .method_at = behind(check, at, "verificationMethod")};
        BLZ_TRY(check->status);
    }
    return BLZ_OK;
}

void blz_proofs_clear(blz_check *check)
{
    for (size_t i = 0; i < check->proof_count; i++) {
        blz_key_free(check->proofs[i].own_key);
        blz_verification_method_free(check->proofs[i].method);
    }
    blz_free(check->proofs);
    blz_free(check->about);
    blz_integrity_free(check->integrity);
    json_decref(check->sealed);
}

blz_status blz_with_proof(blz_check *check, size_t index, blz_proof_step *step)
{
    check->proof = &check->proofs[index];
    check->said = 0;
    blz_status status = step(check);
    check->proof = NULL;
    return status;
}

blz_status blz_each_proof(blz_check *check, blz_proof_step *step)
{
    for (size_t i = 0; i < check->proof_count; i++)
        BLZ_TRY(blz_with_proof(check, i, step));
    return BLZ_OK;
}

/* 2: it holds; 1: nobody can tell; 0: it does not hold. */
static int rank(const blz_check_proof *proof)
{
    if (proof->worst == BLZ_STEP_FAIL) return 0;
    return proof->worst == BLZ_STEP_UNKNOWN || !proof->matches ? 1 : 2;
}

static int best(const blz_check *check)
{
    int best = 0;
    for (size_t i = 0; i < check->proof_count; i++)
        if (rank(&check->proofs[i]) > best) best = rank(&check->proofs[i]);
    return best;
}

bool blz_proofs_hold(const blz_check *check)
{
    return best(check) == 2;
}

bool blz_proofs_leave_order(const blz_check *check)
{
    for (size_t i = 0; i < check->proof_count; i++) {
        const blz_integrity_proof *embedded = check->proofs[i].embedded;
        if (rank(&check->proofs[i]) == 2 && !(embedded && embedded->rdf)) return false;
    }
    return blz_proofs_hold(check);
}

blz_status blz_proofs_settle(blz_check *check)
{
    int top = best(check);
    for (size_t i = 0; i < check->about_count; i++) {
        blz_step *step = &check->report->steps[check->about[i].step];
        bool wrong = step->outcome == BLZ_STEP_FAIL || step->outcome == BLZ_STEP_UNKNOWN;
        if (!wrong || rank(&check->proofs[check->about[i].proof]) == top) continue;
        step->outcome = BLZ_STEP_WARN;
        step->message = blz_at(check, "%s; %s", step->message,
                               top == 2 ? "another proof holds, and one is enough"
                                        : "another proof may hold, and one is enough");
    }
    return check->status;
}
