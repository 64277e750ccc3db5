#ifndef BLZ_STATUS_PUBLISHED_H
#define BLZ_STATUS_PUBLISHED_H

/* A status list as its issuer publishes it: a credential whose subject is the list (Bitstring Status
 * List 1.0, 3.2; Status List 2021). */

#include <jansson.h>

#include "status/encoded_list.h"

#define BLZ_LIST_CREDENTIAL "BitstringStatusListCredential"
#define BLZ_LIST_CREDENTIAL_2021 "StatusList2021Credential"

typedef struct blz_published_list {
    blz_list_form form;
    json_t *purposes; /* a text or an array of texts; borrowed from the credential */
    blz_bits bits;
} blz_published_list;

/* Whether the credential is of either type, and which. */
bool blz_published_list_is(blz_list_form *form, const json_t *credential);
/* Reads the subject; its list may have `max` bytes. On BLZ_ERR_INVALID and BLZ_ERR_LIMIT `*why` gets static
 * plain words, `*pointer` a static JSON pointer behind the subject. Errors: BLZ_ERR_INVALID; BLZ_ERR_LIMIT:
 * it is larger; BLZ_ERR_NOMEM. */
blz_status blz_published_list_read(blz_published_list *out, json_t *subject, blz_list_form form, size_t max,
                                   const char **pointer, const char **why) BLZ_MUST_USE;
void blz_published_list_clear(blz_published_list *list);
/* Whether the list is for this purpose. */
bool blz_published_list_serves(const json_t *purposes, const char *purpose);

#endif
