#ifndef BLAZON_JSON_H
#define BLAZON_JSON_H

#include <jansson.h>

#include <blazon/context.h>
#include <blazon/definition.h>
#include <blazon/diag.h>
#include <blazon/key.h>

/** @file
 * The part of the interface that shows jansson's values. No other header of blazon does.
 *
 *     blz_source *source = NULL;
 *     json_t *badge = NULL;
 *     blz_status status = blz_source_new(&source, "badge.json", bytes, length);
 *     if (status == BLZ_OK)
 *         status = blz_json_read(&badge, ctx, source, diags);    // BLZ_ERR_SYNTAX: diags says what and where
 *     if (status == BLZ_OK)
 *         status = blz_jcs_text(&text, &text_length, badge);
 *     json_decref(badge);
 *     blz_source_unref(source);
 */

BLZ_BEGIN_DECLS

/** Reads JSON (RFC 8259), strictly: UTF-8 without a byte order mark, one value, no duplicate names, no NUL
 * characters, no halves of surrogate pairs, integers that fit into 64 bits, and the limits of the context.
 * What is wrong is added to `diags` (BLZ005, BLZ006, BLZ007) with its line and column, and BLZ_ERR_SYNTAX is
 * returned. Afterwards the source can locate JSON pointers. `*out` is a new reference, written only on
 * BLZ_OK. Errors: BLZ_ERR_SYNTAX, BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_json_read(json_t **out, blz_ctx *ctx, blz_source *source,
                                              blz_diags *diags);

/** Reads YAML 1.2 (core schema) into the same values. Duplicate keys, anchors, aliases, tags, merge keys,
 * keys that are not text, and more than one document are refused: BLZ002 to BLZ006 in `diags`, and
 * BLZ_ERR_SYNTAX. Afterwards the source can locate JSON pointers. `*out` is a new reference, written only on
 * BLZ_OK. Errors: BLZ_ERR_SYNTAX, BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_yaml_read(json_t **out, blz_ctx *ctx, blz_source *source,
                                              blz_diags *diags);

/** Writes a value as JSON, members in the order in which they were set: on one line with `indent` 0, else
 * indented by that many spaces and with a line end behind it. `*out` is NUL-terminated; free it with
 * blz_free(). `length` may be NULL. Errors: BLZ_ERR_NOMEM, BLZ_ERR_LIMIT (nested deeper than 1,024). */
BLZ_API BLZ_MUST_USE blz_status blz_json_text(char **out, size_t *length, const json_t *value,
                                              unsigned indent);

/** Writes a value in the canonical form of RFC 8785 (JCS): members sorted by the UTF-16 code units of their
 * names, numbers as ECMAScript writes them (an integer beyond 2^53 as the double nearest to it). Free with
 * blz_free(); `length` may be NULL. Errors: BLZ_ERR_NOMEM, BLZ_ERR_LIMIT. */
BLZ_API BLZ_MUST_USE blz_status blz_jcs_text(char **out, size_t *length, const json_t *value);

/** Makes a key of a JSON Web Key (RFC 7517, 7518, 8037): `OKP` with Ed25519, `EC` with P-256 or P-384, `RSA`.
 * With `d` it is private, and all parts are checked against each other. Numbers have their exact length in
 * strict base64url; `use`, `key_ops` and `alg`, where given, must be about signatures of this key. Errors:
 * BLZ_ERR_SYNTAX (a member is missing or of the wrong form), BLZ_ERR_INVALID (wrong numbers, a weak key, not
 * for signatures), BLZ_ERR_UNSUPPORTED (another kind of key), BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_key_read_jwk(blz_key **out, const json_t *jwk);

/** Writes a key as a JSON Web Key: the members of its type and nothing else; the secret ones `with_secret`.
 * `*out` is a new reference. Errors: BLZ_ERR_ARGUMENT (the key is public), BLZ_ERR_NOMEM, BLZ_ERR_CRYPTO. */
BLZ_API BLZ_MUST_USE blz_status blz_key_write_jwk(json_t **out, const blz_key *key, bool with_secret);

/** The definition as one tree: every included file in place of its path, without the file's `blazon` key; in
 * a stack, the id and the name of a micro-credential in place of the path of its file. Borrowed. */
BLZ_API const json_t *blz_definition_json(const blz_definition *definition);

BLZ_END_DECLS

#endif
