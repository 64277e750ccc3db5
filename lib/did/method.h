#ifndef BLZ_DID_METHOD_H
#define BLZ_DID_METHOD_H

/* Verification methods: from the URL in a `kid` or a proof to a key, and who says that it is whose. */

#include "did/did.h"

/* The kind of document a key was found in. */
typedef enum blz_key_home {
    BLZ_HOME_DID = 0,    /* the document of a DID */
    BLZ_HOME_CONTROLLER, /* a controller document or issuer profile at an https URL */
    BLZ_HOME_METHOD,     /* a lone verification method, Multikey or CryptographicKey at its own URL */
    BLZ_HOME_JWKS,       /* a JWK Set */
    BLZ_HOME_JWK,        /* a lone JWK */
    BLZ_HOME_PEM,        /* PEM text */
} blz_key_home;

/* Shared with the context, which remembers it for the next badge of that issuer: never changed. */
typedef struct blz_verification_method {
    blz_key *key;       /* public */
    char *id;           /* the URL that was asked for */
    char *controller;   /* who the document says controls the key; NULL when it does not say */
    char *document_url; /* the DID, or the URL without its fragment */
    char *elsewhere;    /* where redirects ended, if that is another site than the URL's; else NULL */
    char *document_id;  /* the `id` inside the document; NULL if it has none */
    bool assertion; /* the document lists the method under assertionMethod (or, in a profile, publicKey) */
    int64_t ends;   /* the earlier of its `expires` and `revoked`; INT64_MAX without them */
    blz_key_home home;
    unsigned references; /* not for threads: a method stays with the context that found it */
} blz_verification_method;

/* Finds the key that `url` names: a DID URL with a fragment (for did:key and did:jwk a bare DID will do), or
 * an https URL whose document is a JWK, a JWK Set (the fragment is the kid; one key alone needs none), a
 * Multikey or another verification method, a controller document or issuer profile (verificationMethod,
 * publicKey, assertionMethod), or PEM text. Errors: as blz_did_document(); BLZ_ERR_NOT_FOUND: the document
 * cannot be had (undecided); BLZ_ERR_INVALID also: the document does not have that method, or its key is
 * none. What was found is remembered on the context; what was not, is not, so that a document that has come
 * to hand since is found. Give the reference back with blz_verification_method_free(). */
blz_status blz_verification_method_find(blz_verification_method **out, blz_ctx *ctx, const char *url,
                                        char **reason) BLZ_MUST_USE;
void blz_verification_method_free(blz_verification_method *method);
/* Whether the method has expired or was revoked at `now`. */
static inline bool blz_verification_method_is_over(const blz_verification_method *method, int64_t now)
{
    return method->ends <= now;
}

/* Whether the document at `url` (a DID or an https URL without a fragment; issuer profile, controller
 * document or JWK Set) has this very key for assertions at `now`; `*others`, which may be NULL, whether it
 * has another one. Errors: as blz_verification_method_find(), but a document without the key is BLZ_OK with
 * false; one that another site serves (redirects) does not count: BLZ_ERR_NOT_FOUND. */
blz_status blz_document_lists_key(bool *listed, bool *others, blz_ctx *ctx, const char *url,
                                  const blz_key *key, int64_t now, char **reason) BLZ_MUST_USE;

BLZ_DEFINE_AUTO(blz_verification_method, blz_verification_method_free)

#endif
