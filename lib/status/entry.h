#ifndef BLZ_STATUS_ENTRY_H
#define BLZ_STATUS_ENTRY_H

/* `credentialStatus` of a credential: where in which list its status is (Bitstring Status List 1.0, 3.1;
 * StatusList2021Entry is the same without size and messages). */

#include <jansson.h>
#include <stdint.h>

#include "status/encoded_list.h"

#define BLZ_ENTRY_BITSTRING "BitstringStatusListEntry"
#define BLZ_ENTRY_2021 "StatusList2021Entry"
#define BLZ_ENTRY_1EDTECH "1EdTechRevocationList"

typedef struct blz_status_entry {
    const char *purpose, *list; /* borrowed; the list is a URL */
    uint64_t index;
    bool index_is_number; /* it is written as a number of JSON, and not as a text as it has to be */
    unsigned size;        /* bits of one entry, 1 to 32 */
    json_t *messages;     /* borrowed; NULL, or an array of 2^size objects */
} blz_status_entry;

/* Reads an entry. For BLZ_ERR_INVALID `*why` gets static plain words, `*member` the name of the member that
 * they are about. */
blz_status blz_status_entry_read(blz_status_entry *out, json_t *entry, blz_list_form form,
                                 const char **member, const char **why) BLZ_MUST_USE;
/* What the issuer calls this value; NULL if it has no name for it. Borrowed. */
const char *blz_status_entry_message(const blz_status_entry *entry, uint32_t value);
/* Makes one of a single bit. Errors: BLZ_ERR_NOMEM. */
blz_status blz_status_entry_write(json_t **out, const char *purpose, const char *list, size_t index)
    BLZ_MUST_USE;

/* A whole number in decimal digits, nothing before or behind it. A number beyond 64 bits becomes the largest
 * one, which is in no list. */
bool blz_status_index_read(uint64_t *index, const char *text);

#endif
