#ifndef BLZ_VERIFY_PROOFS_H
#define BLZ_VERIFY_PROOFS_H

/* The proofs of one badge. Open Badges 3.0, 8.1: a verifier may use any one of them. So each goes through all
 * steps, and at the end what is wrong with one is a warning where a better one holds. */

#include "verify/check.h"

typedef blz_status blz_proof_step(blz_check *check);

/* Lists the proofs of check->credential: the JWT's own, then those of `proof`. */
blz_status blz_proofs_open(blz_check *check) BLZ_MUST_USE;
void blz_proofs_clear(blz_check *check);
/* Runs `step` with check->proof set to the proof at `index`, or to each in turn. */
blz_status blz_with_proof(blz_check *check, size_t index, blz_proof_step *step) BLZ_MUST_USE;
blz_status blz_each_proof(blz_check *check, blz_proof_step *step) BLZ_MUST_USE;
/* Turns failures and questions about proofs into warnings where another proof does better. */
blz_status blz_proofs_settle(blz_check *check) BLZ_MUST_USE;
/* Whether a proof was found good: its signature matches and nothing is wrong or open about it. */
bool blz_proofs_hold(const blz_check *check);
/* Whether proofs hold, and none of them covers the order of arrays: RDF, and so a proof over it, has none. */
bool blz_proofs_leave_order(const blz_check *check);

#endif
