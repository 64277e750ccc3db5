#ifndef BLZ_VERIFY_TRUST_H
#define BLZ_VERIFY_TRUST_H

/* What whoever verifies knows of issuers and their keys. */

#include "crypto/key.h"

#include <blazon/verify.h>

typedef struct blz_trusted_key {
    const char *name; /* as it was written */
    blz_key *key;     /* public; NULL: the document of this name, a DID or an https URL, lists it */
} blz_trusted_key;

typedef struct blz_trusted_issuer {
    const char *id;
    blz_trusted_key *keys;
    size_t key_count; /* 0: it is known, and its keys are to be found as anybody's */
} blz_trusted_issuer;

/* The issuer with exactly this id; NULL where there is none, and for a `trust` or an id that is NULL. */
const blz_trusted_issuer *blz_trust_find(const blz_trust *trust, const char *issuer_id);
/* Whether badges by this issuer are refused because it is not listed. */
bool blz_trust_refuses(const blz_trust *trust, const char *issuer_id);
/* The key of the issuer (may be NULL) that the URL of a verification method means, without asking for any
 * document: the one whose fragment the URL has, or its only one. NULL if that is not clear, or, which is
 * `*another`, if the fragment is a key that the issuer does not have. */
blz_status blz_trusted_key_for(const blz_key **out, bool *another, const blz_trusted_issuer *issuer,
                               const char *url) BLZ_MUST_USE;

/* Whether the key is one of those that the issuer may sign with at `now`. Where a listed document that cannot
 * be read leaves that open, `*is` is false and `*why` says what is wrong; free it with blz_free(), NULL
 * otherwise. Errors: BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
blz_status blz_trusted_issuer_has(bool *is, char **why, blz_ctx *ctx, const blz_trusted_issuer *issuer,
                                  const blz_key *key, int64_t now) BLZ_MUST_USE;

BLZ_DEFINE_AUTO(blz_trust, blz_trust_free)

#endif
