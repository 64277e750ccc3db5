#ifndef BLAZON_ISSUE_H
#define BLAZON_ISSUE_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/context.h>
#include <blazon/credential.h>
#include <blazon/definition.h>
#include <blazon/diag.h>
#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * From a definition to Open Badges 3.0: the Achievement that describes the micro-credential, and the unsigned
 * AchievementCredential that says that somebody has earned it.
 *
 *     blz_credential_options options = {.recipient = "did:key:z6Mk...", .indent = 2};
 *     char *badge = NULL;
 *     blz_status status = blz_issue_proof(&badge, NULL, ctx, definition, &options, key, NULL, diags);
 *     if (status == BLZ_OK)
 *         fputs(badge, stdout);
 *     blz_free(badge);
 *
 * What these functions find wrong with the definition or with the options goes to the collector. The same
 * input gives the same bytes: what else would vary is the time (blz_ctx_set_now()), the credential's id
 * (options) and the salt of a hashed e-mail address (blz_ctx_set_random()).
 */

BLZ_BEGIN_DECLS

/** Writes the Achievement (Open Badges 3.0, B.2) of a definition of kind micro-credential as JSON text,
 * UTF-8, on one line with `indent` 0, else indented by that many spaces and with a line end behind it. The
 * image of the definition, if it is a local file, is embedded as a `data:` URL; PNG and SVG up to 512 KiB.
 * The text is checked against the schema of Open Badges 3.0 before it is handed out. `*out` is
 * NUL-terminated, yours, freed with blz_free(); `length` may be NULL. Errors: BLZ_ERR_INVALID with the reason
 * in `diags`; BLZ_ERR_ARGUMENT: another kind of definition; BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_achievement_build(char **out, size_t *length,
                                                      const blz_definition *definition, unsigned indent,
                                                      blz_diags *diags);

/** What an assessor found for one criterion. */
typedef struct blz_credential_result {
    const char *criterion; /**< id of a criterion of the rubric */
    const char *level;     /**< id of the level that was reached */
} blz_credential_result;

/** How a credential differs from others of the same definition. Only `recipient` is needed. */
typedef struct blz_credential_options {
    /** Who has earned it: a DID, an http(s) URL, a `urn:`, or `mailto:ADDRESS`. An address is hashed with
     * SHA-256 and a random salt of 16 bytes, exactly as it is written: capitals matter. */
    const char *recipient;
    /** Writes an e-mail address in clear instead of its hash. */
    bool plain_identity;
    /** The id of the subject of a `mailto:` recipient (a JWT needs one, a Data Integrity proof does not): a
     * URI, or the text `urn:uuid` for a new random one. NULL: none. */
    const char *subject_id;
    /** The id of the credential, a URI. NULL: a random `urn:uuid:`. */
    const char *id;
    /** RFC 3339 with a time zone. NULL: the time of the context. */
    const char *valid_from;
    /** RFC 3339 with a time zone. NULL: no end. */
    const char *valid_until;
    /** URLs of the work that was assessed. */
    const char *const *evidence;
    size_t evidence_count; /**< of them */
    /** For every criterion of the rubric or for none. A credential whose results do not meet the passing rule
     * is not built. */
    const blz_credential_result *results;
    size_t result_count; /**< of them */
    /** The `credentialStatus` of the credential, by which it can be taken back later: a JSON object with an
     * id and a type, as blz_status_list_entry() writes it. NULL: none. */
    const char *status;
    /** Spaces per level of the JSON text; 0: one line. */
    unsigned indent;
} blz_credential_options;

/** A new random id for a credential, `urn:uuid:` and a UUID: for who has to know it before the credential is
 * built. Free with blz_free(). Errors: BLZ_ERR_CRYPTO, BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_credential_id_new(char **out, blz_ctx *ctx);

/** Writes an AchievementCredential (Open Badges 3.0, B.1; Verifiable Credentials 2.0) without a proof as JSON
 * text as blz_achievement_build() does. Errors: BLZ_ERR_ARGUMENT: an option that cannot be used, its reason
 * in `diags`; BLZ_ERR_INVALID: the results or the definition do not allow it, the reason in `diags`;
 * BLZ_ERR_CRYPTO: no random bytes; BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_credential_build(char **out, size_t *length, blz_ctx *ctx,
                                                     const blz_definition *definition,
                                                     const blz_credential_options *options, blz_diags *diags);

/** blz_credential_build() and blz_credential_sign_jwt() in one step. Where the definition's issuer lists
 * keys, the verification method is the one of them whose fragment is blz_key_fragment() of `key`, unless
 * `sign_options` (may be NULL) names one. `*out` is NUL-terminated, yours, freed with blz_free(). Errors:
 * those of both. */
BLZ_API BLZ_MUST_USE blz_status blz_issue_jwt(char **out, blz_ctx *ctx, const blz_definition *definition,
                                              const blz_credential_options *options, const blz_key *key,
                                              const blz_sign_options *sign_options, blz_diags *diags);

/** blz_credential_build() and blz_credential_sign_proof() in one step; the verification method as for
 * blz_issue_jwt(). The text is indented as `options` says, whatever `proof_options` (may be NULL) says.
 * `*out` is NUL-terminated, yours, freed with blz_free(); `length` may be NULL. Errors: those of both. */
BLZ_API BLZ_MUST_USE blz_status blz_issue_proof(char **out, size_t *length, blz_ctx *ctx,
                                                const blz_definition *definition,
                                                const blz_credential_options *options, const blz_key *key,
                                                const blz_proof_options *proof_options, blz_diags *diags);

/** Which part of a badge an endorsement is about. */
typedef enum blz_endorsed {
    BLZ_ENDORSED_ACHIEVEMENT = 0, /**< what the badge is for, whoever earned it */
    BLZ_ENDORSED_BADGE,           /**< this one badge of this one person */
    BLZ_ENDORSED_ISSUER,          /**< who issued it */
} blz_endorsed;

/** What an endorsement says, and who says it. All zero is an endorsement without words by the key itself. */
typedef struct blz_endorsement_options {
    blz_endorsed about; /**< of a badge; an Achievement or a Profile has only itself, and is refused where
                           another part is meant */
    /** What the endorser has to say. NULL: nothing but that it endorses. */
    const char *comment;
    /** The name of the endorsement. NULL: one that is made of the name of what is endorsed. */
    const char *name;
    /** Who endorses: a definition of the kind issuer. Goes before the others. */
    const blz_definition *issuer;
    /** The same as a Profile of Open Badges 3.0 in JSON, of `profile_length` bytes; `profile_name` is how
     * messages call it. */
    const char *profile;
    size_t profile_length;    /**< in bytes */
    const char *profile_name; /**< may be NULL */
    /** The same as an id, a URI. If there is none of the three, it is the did:key of the key that signs. */
    const char *issuer_id;
    /** The id of the endorsement, a URI. NULL: a random `urn:uuid:`. */
    const char *id;
    const char *valid_from;  /**< RFC 3339 with a time zone. NULL: the time of the context */
    const char *valid_until; /**< RFC 3339 with a time zone. NULL: no end */
    /** Spaces per level of the JSON text; 0: one line. */
    unsigned indent;
} blz_endorsement_options;

/** Makes an EndorsementCredential (Open Badges 3.0, B.1) about what `text` (`length` bytes; `name` is how
 * messages call it) says: a badge, in JSON, as a compact JWS or in an image, or an Achievement or a Profile
 * in JSON. It is not verified: see blz_verify(). The endorsement is signed as blz_credential_sign_jwt() does,
 * the verification method as for blz_issue_jwt(). `*out` is NUL-terminated, yours, freed with blz_free().
 * `options` and `sign_options` may be NULL. Errors: BLZ_ERR_SYNTAX: not JSON; BLZ_ERR_INVALID: nothing that
 * can be endorsed, or a profile that is none; the reason of both is in `diags`; BLZ_ERR_ARGUMENT: an option
 * that cannot be used, its reason in `diags`; those of blz_credential_sign_jwt(). */
BLZ_API BLZ_MUST_USE blz_status blz_endorse_jwt(char **out, blz_ctx *ctx, const char *text, size_t length,
                                                const char *name, const blz_endorsement_options *options,
                                                const blz_key *key, const blz_sign_options *sign_options,
                                                blz_diags *diags);

/** The same with a Data Integrity proof, as blz_credential_sign_proof() makes it. The text is indented as
 * `options` says, whatever `proof_options` (may be NULL) says. `out_length` may be NULL. Errors: as
 * blz_endorse_jwt(). */
BLZ_API BLZ_MUST_USE blz_status blz_endorse_proof(char **out, size_t *out_length, blz_ctx *ctx,
                                                  const char *text, size_t length, const char *name,
                                                  const blz_endorsement_options *options, const blz_key *key,
                                                  const blz_proof_options *proof_options, blz_diags *diags);

BLZ_END_DECLS

#endif
