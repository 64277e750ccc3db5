#ifndef BLAZON_OB2_H
#define BLAZON_OB2_H

#include <stddef.h>

#include <blazon/context.h>
#include <blazon/definition.h>
#include <blazon/diag.h>
#include <blazon/export.h>
#include <blazon/issue.h>
#include <blazon/key.h>
#include <blazon/status.h>

/** @file
 * From a definition to Open Badges 2.0, for platforms that do not read 3.0 yet: the BadgeClass, the Profile
 * of its issuer, Assertions that are hosted or signed, and the CryptographicKey of those. Each is a document
 * of its own that names the others by their addresses, where verifiers of 2.0 fetch them: it works once all
 * of them are published.
 *
 *     blz_credential_options options = {.recipient = "mailto:jane@example.edu",
 *                                       .id = "https://badges.example.edu/awards/1.json", .indent = 2};
 *     char *assertion = NULL;
 *     blz_status status = blz_ob2_assertion_build(&assertion, NULL, ctx, definition, &options, diags);
 *
 * Every text is NUL-terminated, yours, freed with blz_free(); `length` may be NULL. The same input gives the
 * same bytes, as for blazon/issue.h.
 */

BLZ_BEGIN_DECLS

/** Writes the BadgeClass (Open Badges 2.0, "BadgeClass") of a micro-credential, with `indent` spaces per
 * level as blz_achievement_build() does. What 2.0 cannot say as data is told in `criteria.narrative`; what
 * that is, and what is left out, is BLZ751 in `diags`, a note. Errors: BLZ_ERR_INVALID: the definition lacks
 * what 2.0 asks for, the reason in `diags`; BLZ_ERR_ARGUMENT: another kind of definition; BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_ob2_class_build(char **out, size_t *length,
                                                    const blz_definition *definition, unsigned indent,
                                                    blz_diags *diags);

/** Writes the Profile (Open Badges 2.0, "Profile") of a definition's issuer; the definition may also be that
 * of an issuer alone. Its `publicKey` are those keys of the definition that are https addresses without a
 * fragment. Errors: as blz_ob2_class_build(). */
BLZ_API BLZ_MUST_USE blz_status blz_ob2_profile_build(char **out, size_t *length,
                                                      const blz_definition *definition, unsigned indent,
                                                      blz_diags *diags);

/** Writes the CryptographicKey (Open Badges 2.0, "CryptographicKey") of the public part of an RSA key, to be
 * published at `id`, an https address without a fragment; `owner` is the id of the issuer, an https address.
 * Indented JSON with a line end. Errors: BLZ_ERR_INVALID: an address that is none, or
 * both are one; BLZ_ERR_UNSUPPORTED: a key
 * of another kind, which readers of 2.0 do not verify with; BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_ob2_key_text(char **out, size_t *length, const blz_key *key,
                                                 const char *id, const char *owner);

/** Writes a hosted Assertion (Open Badges 2.0, "HostedBadge Verification"): what is published at `id` of the
 * options is the badge. That is an https address on the host of the issuer's id. Of the other options,
 * `recipient` is `mailto:ADDRESS` or a web address, hashed unless `plain_identity`; `valid_from` becomes
 * `issuedOn`, `valid_until` `expires`; results are told in `narrative`, and the passing rule holds. Errors:
 * as blz_ob2_class_build(); BLZ_ERR_ARGUMENT also: an option that cannot be used (`status`, `subject_id`),
 * its reason in `diags`; BLZ_ERR_CRYPTO: no random bytes. */
BLZ_API BLZ_MUST_USE blz_status blz_ob2_assertion_build(char **out, size_t *length, blz_ctx *ctx,
                                                        const blz_definition *definition,
                                                        const blz_credential_options *options,
                                                        blz_diags *diags);

/** Makes a signed Assertion (Open Badges 2.0, "SignedBadge Verification"), a compact JWS with RS256, on one
 * line without its end. `id` of the options is a web address or a `urn:uuid:`, or NULL for a random one;
 * `indent` has no meaning. `key_url` is where the CryptographicKey of `key` is published, one of the keys
 * that the issuer lists; NULL: the only one of them that can be. `key` is a private RSA key. Errors: as
 * blz_ob2_assertion_build(). */
BLZ_API BLZ_MUST_USE blz_status blz_ob2_assertion_sign(char **out, blz_ctx *ctx,
                                                       const blz_definition *definition,
                                                       const blz_credential_options *options,
                                                       const blz_key *key, const char *key_url,
                                                       blz_diags *diags);

BLZ_END_DECLS

#endif
