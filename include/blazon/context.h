#ifndef BLAZON_CONTEXT_H
#define BLAZON_CONTEXT_H

#include <stddef.h>
#include <stdint.h>

#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * What the library would otherwise have to take from the world around it: the time, random bytes, documents
 * by URL, and how much it may read. A context is cheap; one thread uses it at a time.
 *
 *     blz_ctx *ctx = NULL;
 *     if (blz_ctx_new(&ctx) == BLZ_OK)
 *         blz_ctx_set_now(ctx, 1767225600);    // 2026-01-01T00:00:00Z
 *     ...
 *     blz_ctx_free(ctx);
 */

BLZ_BEGIN_DECLS

typedef struct blz_ctx blz_ctx;

/** Makes a context with the system's clock and random source, the default limits and no loader: documents
 * that are not part of the library are not found. Errors: BLZ_ERR_NOMEM. Release with blz_ctx_free(). */
BLZ_API BLZ_MUST_USE blz_status blz_ctx_new(blz_ctx **out);
/** Frees the context; NULL is allowed. */
BLZ_API void blz_ctx_free(blz_ctx *ctx);

/** Stops the clock at `seconds` since 1970-01-01T00:00:00Z. */
BLZ_API void blz_ctx_set_now(blz_ctx *ctx, int64_t seconds);
/** The time by this context's clock, in seconds since 1970-01-01T00:00:00Z. */
BLZ_API int64_t blz_ctx_now(const blz_ctx *ctx);

/** Reads a time as people write it for blazon, `2026-01-31T12:00:00Z` (RFC 3339, zone required), in seconds
 * since 1970-01-01T00:00:00Z. Errors: BLZ_ERR_SYNTAX. */
BLZ_API BLZ_MUST_USE blz_status blz_time_read(int64_t *seconds, const char *text);

/** The caps that everything untrusted passes. */
typedef enum blz_limit {
    BLZ_LIMIT_BYTES,       /**< bytes of one document; default 16 MiB */
    BLZ_LIMIT_DEPTH,       /**< nesting of JSON and YAML; default 64 */
    BLZ_LIMIT_NODES,       /**< values in one JSON or YAML document; default 1,000,000 */
    BLZ_LIMIT_DIAGNOSTICS, /**< findings kept for one file, the rest is counted; default 1,000 */
    BLZ_LIMIT_REMEMBERED,  /**< bytes, roughly, of keys and documents that are remembered from call to call;
                              counts from the first one on; default 4 MiB */
    BLZ_LIMIT_COUNT_       /* how many limits there are */
} blz_limit;

/** Changes one cap. */
BLZ_API void blz_ctx_set_limit(blz_ctx *ctx, blz_limit limit, size_t value);
/** Reads one cap. */
BLZ_API size_t blz_ctx_limit(const blz_ctx *ctx, blz_limit limit);

/** Fills `out` with `length` unpredictable bytes; returns BLZ_OK or why it could not. */
typedef blz_status blz_random_fn(void *user, uint8_t *out, size_t length);
/** Takes random bytes from `random` (a test, a hardware source); NULL goes back to the system's. */
BLZ_API void blz_ctx_set_random(blz_ctx *ctx, blz_random_fn *random, void *user);
/** Fills `out` from this context's random source. Errors: BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_ctx_random(blz_ctx *ctx, uint8_t *out, size_t length);

/** What a loader found, or why it found nothing. Free it with blz_document_clear(); every member is
 * allocated as blz_free() frees it. */
typedef struct blz_document {
    char *bytes;     /**< with a NUL behind them that `length` does not count; NULL if nothing was found */
    size_t length;   /**< in bytes */
    char *url;       /**< where redirects ended; NULL: there were none */
    char *type;      /**< the media type, in lower case and without parameters; NULL: not told */
    int64_t fetched; /**< when a copy that was kept was made, in seconds since 1970-01-01T00:00:00Z; 0: it was
                      got just now, or is a file of the user's */
    char *why;       /**< plain words on what is wrong, for a message; NULL: blz_status_text() says it all */
} blz_document;

/** Frees what the document holds; one that is all zero is allowed. */
BLZ_API void blz_document_clear(blz_document *document);

/** Gets the document at `url` into `*out`, which comes all zero. BLZ_ERR_NOT_FOUND: this loader has none;
 * BLZ_ERR_GONE: it is no more (HTTP 410); BLZ_ERR_NETWORK, BLZ_ERR_PERMISSION (an address or a redirect that
 * is not allowed) or any other error: it should have worked. On an error only `why` may be set. */
typedef blz_status blz_load_fn(void *user, const char *url, blz_document *out);
/** Asks `load` for every document that is not part of the library; NULL removes it. What the context
 * remembers of another loader is forgotten. */
BLZ_API void blz_ctx_set_loader(blz_ctx *ctx, blz_load_fn *load, void *user);
/** Gets a document by URL. `*out` is written always: on an error it may say why. Errors: BLZ_ERR_NOT_FOUND,
 * BLZ_ERR_LIMIT (over BLZ_LIMIT_BYTES), or the loader's. */
BLZ_API BLZ_MUST_USE blz_status blz_ctx_load(blz_ctx *ctx, const char *url, blz_document *out);

/** Forgets the contexts, keys and documents that this context remembers from earlier calls, so that the
 * loader is asked for them again: for a program that runs for long. Within one run of checks remembering is
 * what makes the second badge of an issuer cheap. */
BLZ_API void blz_ctx_forget(blz_ctx *ctx);

/** Frees what the library handed out as plain bytes or text; NULL is allowed. */
BLZ_API void blz_free(void *memory);
/** Overwrites `size` bytes before it frees them: for passphrases and private keys. NULL is allowed. */
BLZ_API void blz_free_secret(void *memory, size_t size);

BLZ_END_DECLS

#endif
