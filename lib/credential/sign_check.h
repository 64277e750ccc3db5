#ifndef BLZ_CREDENTIAL_SIGN_CHECK_H
#define BLZ_CREDENTIAL_SIGN_CHECK_H

/* What is asked of a credential before it is signed, in whatever form. Problems go to `diags`, located in
 * `source`. */

#include "base/diag.h"
#include "credential/integrity.h"

/* Refuses a public key: BLZ_ERR_ARGUMENT. */
blz_status blz_sign_check_key(const blz_key *key, blz_diags *diags) BLZ_MUST_USE;
/* Reads the text. Errors: BLZ_ERR_INVALID: it is a token; those of blz_json_read(). */
blz_status blz_sign_read(json_t **out, blz_ctx *ctx, blz_source *source, blz_diags *diags) BLZ_MUST_USE;
/* The kind of document, its schema, the order of its dates, and its proofs: none, or with `more` such that
 * another may stand beside them. Errors: BLZ_ERR_INVALID. */
blz_status blz_sign_check(const json_t *credential, bool more, blz_source *source, blz_diags *diags)
    BLZ_MUST_USE;
/* Whether it is JSON-LD that loses nothing: what JSON-LD drops is not signed by suites over RDF, and is
 * nothing to verifiers that read RDF. Errors: BLZ_ERR_INVALID. */
blz_status blz_sign_check_safe(blz_integrity *sealed, blz_source *source, blz_diags *diags) BLZ_MUST_USE;

#endif
