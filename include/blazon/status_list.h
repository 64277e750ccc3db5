#ifndef BLAZON_STATUS_LIST_H
#define BLAZON_STATUS_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/context.h>
#include <blazon/diag.h>
#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * Status lists of one's own (Bitstring Status List 1.0): who wants to take badges back later gives each a
 * place in a list before it is signed, and publishes the list.
 *
 *     blz_status_list *list = NULL;
 *     size_t index = 0;
 *     blz_status status = blz_status_list_open(&list, "revocations.json", true, diags);
 *     if (status == BLZ_OK)
 *         status = blz_status_list_allocate(&index, list, ctx, "urn:uuid:...", diags);
 *     if (status == BLZ_OK)
 *         status = blz_status_list_save(list);    // before the badge is given to anybody
 *     blz_status_list_free(list);
 *
 * A list is kept in a file of its owner's: JSON, readable by nobody else (0600), because it says which badge
 * has which place. What is published of it are the bits alone. The file is written whole or not at all, and
 * whoever has opened it to change it has it alone, so that no place is given twice.
 */

BLZ_BEGIN_DECLS

/** A list, read from its file. */
typedef struct blz_status_list blz_status_list;

/** What a list is made from. */
typedef struct blz_status_list_options {
    const char *id;      /**< the URL at which the list will be published */
    const char *issuer;  /**< who will sign it: the id of the issuer of the badges */
    const char *purpose; /**< `revocation` (for ever) or `suspension`. NULL: revocation */
    size_t length;       /**< how many places, a multiple of 8; 0: 131,072, which is the least */
} blz_status_list_options;

/** Writes the file of a new list, never over another. Errors: BLZ_ERR_ARGUMENT: an option that cannot be
 * used, the reason in `diags`; those of blz_file_write(). */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_create(const char *path,
                                                       const blz_status_list_options *options,
                                                       blz_diags *diags);
/** Reads the file of a list. `change`: waits until nobody else changes it, and keeps everybody else waiting
 * until blz_status_list_free(). Errors: those of blz_file_read(), BLZ_ERR_SYNTAX and BLZ_ERR_INVALID: it is
 * no such file, the reason in `diags`. Release with blz_status_list_free(). */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_open(blz_status_list **out, const char *path, bool change,
                                                     blz_diags *diags);
/** Writes the changes to the file. Errors: BLZ_ERR_ARGUMENT (it was not opened for changes); BLZ_ERR_LIMIT
 * (the file would be too large); those of blz_file_write(). */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_save(blz_status_list *list);
/** Frees the list and lets others change the file; NULL is allowed. */
BLZ_API void blz_status_list_free(blz_status_list *list);

/** What a list is, and how much of it is used. Borrowed. */
typedef struct blz_status_list_summary {
    const char *id, *issuer, *purpose; /**< as in ::blz_status_list_options */
    size_t length;                     /**< places */
    size_t allocated;                  /**< of them that badges have */
    size_t set;                        /**< of those that are revoked or suspended */
} blz_status_list_summary;

/** Tells it. */
BLZ_API blz_status_list_summary blz_status_list_summarize(const blz_status_list *list);

/** One place. Borrowed until the list is changed. */
typedef struct blz_status_list_place {
    size_t index;
    const char *credential; /**< the id of the badge; NULL: it was given to none in particular */
    bool set;
    const char *since;  /**< RFC 3339; NULL unless it is set */
    const char *reason; /**< NULL: none was given */
} blz_status_list_place;

/** Finds the place of a badge by its id, or a place by its index in decimal digits. Errors:
 * BLZ_ERR_NOT_FOUND: no badge has it. */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_find(blz_status_list_place *out, const blz_status_list *list,
                                                     const char *which);

/** Gives a place, drawn at random from those that are free, to the badge with this id (NULL: to none in
 * particular). Errors: BLZ_ERR_ARGUMENT: it has one already, the id is none, or the list is full, the reason
 * in `diags`; BLZ_ERR_CRYPTO; BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_allocate(size_t *index, blz_status_list *list, blz_ctx *ctx,
                                                         const char *credential, blz_diags *diags);
/** Writes the `credentialStatus` of the badge that has this place: BitstringStatusListEntry. `*out` is
 * NUL-terminated, yours, freed with blz_free(); `length` may be NULL; `indent` as for blz_credential_build().
 * Errors: BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_entry(char **out, size_t *length, const blz_status_list *list,
                                                      size_t index, unsigned indent);
/** The texts that the functions below write are NUL-terminated, yours, freed with blz_free(); their length
 * may be asked for with NULL.
 *
 * Gives a place to a credential that is not signed yet, JSON of `length` bytes that messages call `name`,
 * and writes the credential with its `credentialStatus`. Open Badges 3.0 has one status for each badge.
 * Errors: BLZ_ERR_SYNTAX, BLZ_ERR_INVALID: no credential, signed already, or with a status, the reason in
 * `diags`; those of blz_status_list_allocate(). */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_embed(char **out, size_t *out_length, blz_status_list *list,
                                                      blz_ctx *ctx, const char *credential, size_t length,
                                                      const char *name, blz_diags *diags);

/** Sets or clears the bit of a place that blz_status_list_find() finds. `*changed` gets false if it was so
 * already. What is revoked stays so: clearing is for suspensions. `reason` may be NULL. Errors:
 * BLZ_ERR_ARGUMENT, the reason in `diags`; BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_set(bool *changed, blz_status_list *list, blz_ctx *ctx,
                                                    const char *which, bool on, const char *reason,
                                                    blz_diags *diags);

/** How to publish a list. All zero is good. */
typedef struct blz_status_list_publishing {
    const char *valid_until; /**< RFC 3339; after it verifiers want a newer copy. NULL: no end */
    unsigned long ttl;       /**< milliseconds for which a copy may be kept; 0: not told */
    unsigned indent;         /**< as for blz_credential_build() */
} blz_status_list_publishing;

/** Writes the BitstringStatusListCredential of the list, from the time of the context on, for
 * blz_credential_sign_proof() or blz_credential_sign_jwt(). `how` may be NULL. Errors: BLZ_ERR_ARGUMENT, the
 * reason in `diags`; BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_credential(char **out, size_t *length,
                                                           const blz_status_list *list, blz_ctx *ctx,
                                                           const blz_status_list_publishing *how,
                                                           blz_diags *diags);
/** The lists that name every badge that was revoked, and are not signed. */
typedef enum blz_revocation_list {
    BLZ_REVOCATION_LIST_1EDTECH = 0, /**< 1EdTechRevocationList, an older one for Open Badges 3.0 */
    BLZ_REVOCATION_LIST_OB2, /**< RevocationList of Open Badges 2.0, for signed assertions; the issuer's
                                Profile leads to it (revocationList) */
} blz_revocation_list;

/** Writes the badges that are revoked as such a list. `id` is its own URL. `*unnamed` gets the number of set
 * places that it cannot tell: no badge is known for them or, in a list of 2.0, its id is none of 2.0. Errors:
 * BLZ_ERR_ARGUMENT: the id is no URL, or the list is for suspensions, the reason in `diags`; BLZ_ERR_NOMEM.
 */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_revocations(char **out, size_t *length, size_t *unnamed,
                                                            const blz_status_list *list,
                                                            blz_revocation_list form, const char *id,
                                                            unsigned indent, blz_diags *diags);
/** Writes what a list is as one JSON object, with the places that `which` (`count` texts as
 * blz_status_list_find() takes them) names; where it names none, with those that are set. Errors:
 * BLZ_ERR_ARGUMENT: there is no such place, the reason in `diags`; BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_json(char **out, size_t *length, const blz_status_list *list,
                                                     const char *const *which, size_t count, unsigned indent,
                                                     blz_diags *diags);
/** The same for people: a summary, and a line for each place that `which` names. Text that others wrote has
 * its control characters made visible. */
BLZ_API BLZ_MUST_USE blz_status blz_status_list_text(char **out, size_t *length, const blz_status_list *list,
                                                     const char *const *which, size_t count,
                                                     blz_diags *diags);

BLZ_END_DECLS

#endif
