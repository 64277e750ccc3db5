#ifndef BLZ_VERIFY_KNOWN_LIST_H
#define BLZ_VERIFY_KNOWN_LIST_H

/* Status lists of others: had from the loader, verified, and remembered on the context, because the badges of
 * one issuer share a list. */

#include "base/arena.h"
#include "status/published.h"
#include "verify/check.h"

typedef struct blz_known_list {
    size_t references;
    blz_verdict verdict; /* on the list itself; BLZ_UNDECIDED too for one that is only not of today */
    bool missing;        /* it was not to be had */
    const char *why;     /* unless the verdict is BLZ_VALID */
    const char *issuer;  /* NULL: it has none */
    const char *id;      /* the same */
    const char *date;    /* since when it is valid, for messages; NULL: it does not say */
    blz_list_form form;
    json_t *purposes; /* a reference */
    blz_bits bits;    /* empty unless the verdict is BLZ_VALID */
    json_t *revoked;  /* 1EdTech's: id of a badge -> its entry; a reference; NULL for the others */
    blz_arena arena;  /* the texts */
} blz_known_list;

/* The list at `url` as of check->now under check->policy; one that is not to be had, or not to be believed,
 * is an answer and no error. Give it back with blz_known_list_free(). Errors: those of blz_verify(). */
blz_status blz_known_list_get(blz_known_list **out, const blz_check *check, const char *url) BLZ_MUST_USE;
/* The same for a list of 1EdTech's, which nobody has signed. */
blz_status blz_known_revocations_get(blz_known_list **out, const blz_check *check, const char *url)
    BLZ_MUST_USE;
void blz_known_list_free(blz_known_list *list);

BLZ_DEFINE_AUTO(blz_known_list, blz_known_list_free)

#endif
