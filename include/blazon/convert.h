#ifndef BLAZON_CONVERT_H
#define BLAZON_CONVERT_H

#include <stddef.h>

#include <blazon/context.h>
#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * Badges of Open Badges 2.0 and before it as Open Badges 3.0, for issuers who move on (Open Badges 3.0,
 * Implementation Guide, "Migrating from OB 2.0").
 *
 *     char *credential = NULL, *why = NULL;
 *     if (blz_convert(&credential, NULL, ctx, bytes, length, NULL, &why) == BLZ_OK)
 *         puts(credential);    // unsigned: sign it next
 *     blz_free(why);
 *     blz_free(credential);
 *
 * Nothing is verified, and no signature survives: the result is what its issuer would sign today.
 */

BLZ_BEGIN_DECLS

/** Hears of one thing that the result does not say, or says otherwise, in plain words. */
typedef void blz_convert_note_fn(void *user, const char *note);

/** How to convert. All zero is the default. */
typedef struct blz_convert_options {
    /** The id of the credential or achievement, a URI. NULL: a `urn:uuid:` made of the id of the old one, so
     * that the same badge becomes the same one each time. */
    const char *id;
    /** The id of the issuer, a DID or an https URL. NULL: as in the old badge. */
    const char *issuer;
    /** Spaces per level of the JSON text; 0: one line. */
    unsigned indent;
    blz_convert_note_fn *note; /**< NULL: nobody listens */
    void *note_user;
} blz_convert_options;

/** Writes the AchievementCredential of an assertion, or the Achievement of a badge class, of Open
 * Badges 2.0, 1.1, 1.0 or 0.5 as JSON text: of JSON, a token (JWS), an image that carries one, or the web
 * address of one. What it leads to comes through the context's loader. The old badge is named: by `related`
 * of the achievement, by `otherIdentifier` of the issuer and as evidence of the credential. The text is
 * checked against the schema of Open Badges 3.0 before it is handed out. `*out` is NUL-terminated, free it
 * with blz_free(); `length` and `options` may be NULL. On an error `*why` (if `why` is not NULL) says in
 * plain words what is wrong, free it with blz_free(). Errors: BLZ_ERR_INVALID (no such badge, or one that
 * says too little), BLZ_ERR_ARGUMENT (an id of the options that is no URI), BLZ_ERR_EXISTS (it is of Open
 * Badges 3.0 already), BLZ_ERR_NOT_FOUND (a document that it leads to is not at hand), BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_convert(char **out, size_t *length, blz_ctx *ctx, const char *bytes,
                                            size_t size, const blz_convert_options *options, char **why);

BLZ_END_DECLS

#endif
