#ifndef BLAZON_VERIFY_H
#define BLAZON_VERIFY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <blazon/context.h>
#include <blazon/definition.h>
#include <blazon/diag.h>
#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * Is this badge what it says it is?
 *
 * blz_verify() takes a badge as it was received (a compact JWS, JSON, a PNG or SVG image with one of them in
 * it, or the web address of a hosted badge of Open Badges 2.0) and answers with a report: a verdict, who
 * issued what, and one entry for each check. It never asks the network on its own: documents that it needs
 * (the key of a did:web issuer, a JSON Schema) come through the context's loader, and one that is missing
 * makes the verdict "undecided", never "valid".
 *
 *     blz_report *report = NULL;
 *     blz_status status = blz_verify(&report, ctx, "badge.json", bytes, length, NULL);
 *     if (status == BLZ_OK && blz_report_verdict(report) == BLZ_VALID)
 *         puts(blz_report_issuer(report)->id);
 *     blz_report_free(report);
 *
 * The two questions stay apart: a bad badge is BLZ_OK with the verdict BLZ_INVALID; a status other than
 * BLZ_OK says that the check could not be made (memory ran out, for instance), and then there is no report.
 */

BLZ_BEGIN_DECLS

/** What all steps together say. */
typedef enum blz_verdict {
    BLZ_INVALID = 0, /**< at least one step failed */
    BLZ_UNDECIDED,   /**< no step failed, but one that matters could not be carried out */
    BLZ_VALID,       /**< everything that the badge asks for was checked and holds */
} blz_verdict;

/** What one step says. */
typedef enum blz_outcome {
    BLZ_STEP_PASS = 0, /**< checked, and as it should be */
    BLZ_STEP_WARN,     /**< allowed, but somebody should look at it */
    BLZ_STEP_SKIPPED,  /**< there was nothing to check, or nobody asked; does not touch the verdict */
    BLZ_STEP_UNKNOWN,  /**< could not be checked: makes the verdict undecided */
    BLZ_STEP_FAIL,     /**< checked, and wrong: makes the verdict invalid */
} blz_outcome;

/** The rules to hold a badge to. */
typedef enum blz_policy {
    BLZ_POLICY_SPEC = 0, /**< Open Badges 3.0 and the specifications under it, safe and strict */
    BLZ_POLICY_1EDTECH,  /**< the verdict of 1EdTech's public validator; what BLZ_POLICY_SPEC adds becomes a
                            warning */
} blz_policy;

/** Which keys speak for which issuers, as whoever verifies knows it. Immutable: many threads may use one. */
typedef struct blz_trust blz_trust;

/** Takes over what a definition of the kind trust (blazon-definition(5)) says; it may be freed afterwards.
 * The key files that it names are read now, documents at URLs and of DIDs when a badge asks for them. Errors:
 * BLZ_ERR_INVALID: a key that cannot be used, the reason in `diags`; BLZ_ERR_ARGUMENT: another kind of
 * definition; BLZ_ERR_NOMEM; BLZ_ERR_CRYPTO. Release with blz_trust_free(). */
BLZ_API BLZ_MUST_USE blz_status blz_trust_new(blz_trust **out, blz_ctx *ctx, const blz_definition *definition,
                                              blz_diags *diags);
/** Frees it; NULL is allowed. */
BLZ_API void blz_trust_free(blz_trust *trust);

/** What sort of document was verified. */
typedef enum blz_report_kind {
    BLZ_REPORT_BADGE = 0,   /**< a badge, or what ought to be one */
    BLZ_REPORT_ENDORSEMENT, /**< an EndorsementCredential, or an Endorsement of Open Badges 2.0: somebody
                               vouches for a badge, no badge itself */
    BLZ_REPORT_RECORD,      /**< a ClrCredential: a Comprehensive Learner Record 2.0, which holds badges */
    BLZ_REPORT_STATUS_LIST, /**< a BitstringStatusListCredential, or a StatusList2021Credential */
    BLZ_REPORT_BADGE_CLASS, /**< a BadgeClass of Open Badges 2.0 or before, which nobody has earned yet */
    BLZ_REPORT_PROFILE,     /**< its Profile of an issuer */
    BLZ_REPORT_KEY,         /**< its CryptographicKey */
    BLZ_REPORT_REVOCATION_LIST, /**< its RevocationList */
    BLZ_REPORT_PART,            /**< something else of it that stands alone */
} blz_report_kind;

/** How to verify. All zero is the default. */
typedef struct blz_verify_options {
    const int64_t *at; /**< the moment that dates are compared with, in seconds since 1970-01-01T00:00:00Z;
                          NULL: the context's clock */
    blz_policy policy; /**< BLZ_POLICY_SPEC by default */
    const char *recipient;  /**< who should have got the badge: the subject's id, or an identity (an e-mail
                               address, with or without `mailto:`) to compare with its identifiers, hashed ones
                               too; NULL: nobody asks */
    const blz_trust *trust; /**< whose keys are known, and whether others are refused; NULL: nobody says */
} blz_verify_options;

/** Somebody or something that the badge names. Both are NULL where the badge does not say. Untrusted text:
 * show it as it is only if the verdict is BLZ_VALID, and escape it for a terminal. */
typedef struct blz_party {
    const char *id;
    const char *name;
} blz_party;

/** A proof that the badge carries. */
typedef struct blz_proof_info {
    const char *type; /**< `JWT ES256`, `eddsa-rdfc-2022`, ... */
    const char *key;  /**< URL of the verification method, or NULL where the badge names none */
} blz_proof_info;

/** One entry of the report. A step that finds several things has several entries with the same id. */
typedef struct blz_step {
    const char *id; /**< `jwt.claims`, `proof.key-binding`, ...; see blazon-verify(1) */
    blz_outcome outcome;
    const char *message; /**< one line of plain words: what is so, why, what to do */
    const char
        *pointer; /**< where: a JSON pointer (RFC 6901) into the credential, with `header:` or `claims:` in
                       front into the header or the claims of a JWT; NULL: the whole badge */
    const char *spec;   /**< the clause that asks for this, as `Open Badges 3.0, 8.2.4.1`; never NULL */
    const char *policy; /**< the policy that alone says so, `spec` or `1edtech`; NULL: both do */
} blz_step;

/** The result of blz_verify(). Immutable; everything that it lends lives as long as the report. */
typedef struct blz_report blz_report;

/** Checks the badge in `bytes`. `name` is how the report calls the input (a path as the user wrote it). Of
 * more than BLZ_LIMIT_BYTES no byte is looked at (`bytes` may be NULL): the report says that it is too large.
 * `options` may be NULL. A document that the loader does not have or cannot read is a question left open in
 * the report, no error. Errors: BLZ_ERR_NOMEM, BLZ_ERR_ARGUMENT (an unknown policy), BLZ_ERR_CRYPTO. Release
 * with blz_report_free(). */
BLZ_API BLZ_MUST_USE blz_status blz_verify(blz_report **out, blz_ctx *ctx, const char *name,
                                           const char *bytes, size_t length,
                                           const blz_verify_options *options);
/** Frees the report; NULL is allowed. */
BLZ_API void blz_report_free(blz_report *report);

/** The verdict. BLZ_INVALID for NULL, so that no mistake of a caller ends in "valid". */
BLZ_API blz_verdict blz_report_verdict(const blz_report *report);
/** The name given to blz_verify(). */
BLZ_API const char *blz_report_input(const blz_report *report);
/** `Open Badges 3.0`, `2.0`, `1.1`, `1.0` or `0.5`, of a learner record `Comprehensive Learner Record 2.0`,
 * of a status list `Bitstring Status List 1.0` or `Status List 2021`; NULL where the input is nothing that
 * this version knows. Static. */
BLZ_API const char *blz_report_standard(const blz_report *report);
/** What sort of document it is. Valid alone does not make a badge of anything else. */
BLZ_API blz_report_kind blz_report_kind_of(const blz_report *report);
/** The id of what was verified, by its own words; NULL if it has none. Untrusted as the names are. */
BLZ_API const char *blz_report_id(const blz_report *report);
/** The policy that the badge was held to. */
BLZ_API blz_policy blz_report_policy(const blz_report *report);
/** Who issued it, by its own words; never NULL. */
BLZ_API const blz_party *blz_report_issuer(const blz_report *report);
/** What it says was achieved; never NULL. */
BLZ_API const blz_party *blz_report_achievement(const blz_report *report);
/** How many proofs it carries. */
BLZ_API size_t blz_report_proof_count(const blz_report *report);
/** The proof at `index`; NULL beyond the end. */
BLZ_API const blz_proof_info *blz_report_proof_at(const blz_report *report, size_t index);
/** How many entries the report has. */
BLZ_API size_t blz_report_step_count(const blz_report *report);
/** The entry at `index`, in the order of the checks; NULL beyond the end. */
BLZ_API const blz_step *blz_report_step_at(const blz_report *report, size_t index);

/** `valid`, `invalid`, `undecided`. Static. */
BLZ_API const char *blz_verdict_text(blz_verdict verdict);
/** `badge`, `endorsement`, `record`, `status list`, `badge class`, `profile`, `key`, `revocation list`,
 * `part`. Static. */
BLZ_API const char *blz_report_kind_text(blz_report_kind kind);
/** `pass`, `fail`, `warn`, `skipped`, `unknown`. Static. */
BLZ_API const char *blz_outcome_text(blz_outcome outcome);
/** `spec`, `1edtech`. Static. */
BLZ_API const char *blz_policy_text(blz_policy policy);

/** How to write a report for people. All zero is the default. */
typedef struct blz_report_style {
    bool verbose; /**< list every step, not only those that a reader has to know */
    bool color;   /**< ANSI colours */
} blz_report_style;

/** Writes the report for people, with a line feed at the end; text that comes from the badge has its control
 * and direction-changing characters made visible. `style` may be NULL. Free `*out` with blz_free(). Errors:
 * BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_report_text(char **out, const blz_report *report,
                                                const blz_report_style *style);
/** Writes the report as one line of JSON with a line feed at the end: version 1 of the format in
 * blazon-verify(1), which only ever grows. Free `*out` with blz_free(). Errors: BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_report_json(char **out, const blz_report *report);

/** The forms in which blz_inspect() can show what is inside. */
typedef enum blz_inspect_format {
    BLZ_INSPECT_TEXT = 0, /**< for people */
    BLZ_INSPECT_JSON,     /**< one JSON object, indented */
} blz_inspect_format;

/** Shows what a badge says without checking a word of it; the output says so in every form. Works as far as
 * it can on broken and tampered input: a part that cannot be decoded is shown with the reason. `*readable`
 * gets false if nothing in it could be read. Free `*out` with blz_free(). Errors: BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_inspect(char **out, bool *readable, blz_ctx *ctx, const char *name,
                                            const char *bytes, size_t length, blz_inspect_format format);

BLZ_END_DECLS

#endif
