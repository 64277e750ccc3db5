#ifndef BLAZON_STATUS_H
#define BLAZON_STATUS_H

#include <blazon/export.h>

/** @file
 * Did the call work?
 *
 * Every function that can fail returns a ::blz_status, which must not be ignored. It answers one question
 * only: whether the call could do its work. What is wrong with the user's data is the other question, and its
 * answer is a list of diagnostics (blazon/diag.h).
 *
 *     blz_ctx *ctx = NULL;
 *     if (blz_ctx_new(&ctx) != BLZ_OK)
 *         return 1;
 */

BLZ_BEGIN_DECLS

typedef enum blz_status {
    BLZ_OK = 0,          /**< the work is done */
    BLZ_ERR_NOMEM,       /**< memory ran out; nothing was changed */
    BLZ_ERR_ARGUMENT,    /**< the caller broke the contract of the function */
    BLZ_ERR_IO,          /**< the system refused to read or write; errno tells why */
    BLZ_ERR_NOT_FOUND,   /**< no such file, document, key or name */
    BLZ_ERR_EXISTS,      /**< it is there already and is not overwritten */
    BLZ_ERR_PERMISSION,  /**< not allowed, or a key file that others can read */
    BLZ_ERR_LIMIT,       /**< input beyond a limit of the context */
    BLZ_ERR_SYNTAX,      /**< the text is not what it claims to be (YAML, JSON, JWS, PEM, ...) */
    BLZ_ERR_INVALID,     /**< well-formed, but against its rules */
    BLZ_ERR_PASSPHRASE,  /**< the key is encrypted and the passphrase is missing or wrong */
    BLZ_ERR_SIGNATURE,   /**< the signature does not match */
    BLZ_ERR_UNSUPPORTED, /**< known, but not to this version */
    BLZ_ERR_CRYPTO,      /**< the cryptographic library failed */
    BLZ_ERR_NETWORK,     /**< a server could not be reached, or did not answer as it should */
    BLZ_ERR_GONE,        /**< its owner took the document back: HTTP 410 */
} blz_status;

/** The status in a few plain words, in lower case and without a full stop. Never NULL; static. */
BLZ_API const char *blz_status_text(blz_status status);

BLZ_END_DECLS

#endif
