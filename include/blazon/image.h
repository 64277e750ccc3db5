#ifndef BLAZON_IMAGE_H
#define BLAZON_IMAGE_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/context.h>
#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * Badges as images: a PNG or SVG picture that carries its credential with it (Open Badges 3.0, 5.3 "Baked
 * Badge"; Open Badges 2.0, Baking Specification).
 *
 *     blz_baked baked = {0};
 *     char *why = NULL;
 *     if (blz_unbake(&baked, ctx, bytes, length, &why) == BLZ_OK)
 *         fwrite(baked.text, 1, baked.length, stdout);
 *     else
 *         fprintf(stderr, "%s\n", why ? why : "no badge");
 *     blz_free(why);
 *     blz_baked_clear(&baked);
 *
 * Baking changes nothing but the one chunk or element that carries the credential: every other byte stays as
 * it is.
 */

BLZ_BEGIN_DECLS

/** The images that badges are baked into. */
typedef enum blz_image_kind {
    BLZ_IMAGE_OTHER = 0, /**< no image, or one that badges are not baked into */
    BLZ_IMAGE_PNG,
    BLZ_IMAGE_SVG,
} blz_image_kind;

/** What the bytes look like. A damaged PNG is one still: blz_unbake() says what is wrong with it. */
BLZ_API blz_image_kind blz_image_kind_of(const char *bytes, size_t length);

/** The two ways of baking; each has its own keyword and namespace. */
typedef enum blz_baking {
    BLZ_BAKING_AUTO = 0, /**< as the credential asks for */
    BLZ_BAKING_2_0,      /**< of Open Badges 2.0 and before it: `openbadges`, `http://openbadges.org` */
    BLZ_BAKING_3_0, /**< of Open Badges 3.0: `openbadgecredential`, `https://purl.imsglobal.org/ob/v3p0` */
} blz_baking;

/** What was found in an image. */
typedef struct blz_baked {
    char *text; /**< a compact JWS, JSON, or the URL of a hosted assertion, as it stands there, without white
                   space around it; with a NUL behind it that `length` does not count */
    size_t length; /**< in bytes */
    blz_image_kind image;
    blz_baking baking;
    const char *place; /**< `iTXt chunk "openbadgecredential"`, `element <openbadges:credential>`; static */
} blz_baked;

/** Frees what it holds; one that is all zero is allowed. */
BLZ_API void blz_baked_clear(blz_baked *baked);

/** Takes the credential out of an image: of a PNG from an iTXt, zTXt or tEXt chunk wherever it stands, of an
 * SVG from the element or its `verify` attribute. What is unpacked is held to BLZ_LIMIT_BYTES of `ctx`. On an
 * error `*why` (if `why` is not NULL) says in plain words what is wrong, free it with blz_free(). Errors:
 * BLZ_ERR_UNSUPPORTED (no PNG and no SVG), BLZ_ERR_SYNTAX (a damaged image, or one with a DOCTYPE that
 * defines anything), BLZ_ERR_NOT_FOUND (no badge in it), BLZ_ERR_INVALID (several badges), BLZ_ERR_LIMIT,
 * BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_unbake(blz_baked *out, blz_ctx *ctx, const char *bytes, size_t length,
                                           char **why);

/** How to bake. All zero is the default. */
typedef struct blz_bake_options {
    blz_baking baking; /**< BLZ_BAKING_AUTO: by what the credential is */
    bool
        replace; /**< put the credential in the place of those that are there; without it they are an error */
} blz_bake_options;

/** Puts a credential, a compact JWS or a JSON object, into an image. Nothing is verified, but it has to be a
 * badge: an AchievementCredential in a token or with a proof in it, or an assertion of Open Badges 2.0 or
 * before that is hosted or in its token. `options` may be NULL. `*out` gets `*out_length` bytes, free it with
 * blz_free(). Errors: those of blz_unbake() but BLZ_ERR_NOT_FOUND; BLZ_ERR_UNSUPPORTED also for an SVG that
 * is not in UTF-8 and for text that no SVG can carry; BLZ_ERR_EXISTS (a badge is in the image already),
 * BLZ_ERR_INVALID (the credential is no badge). */
BLZ_API BLZ_MUST_USE blz_status blz_bake(char **out, size_t *out_length, blz_ctx *ctx, const char *image,
                                         size_t image_length, const char *credential,
                                         size_t credential_length, const blz_bake_options *options,
                                         char **why);

BLZ_END_DECLS

#endif
