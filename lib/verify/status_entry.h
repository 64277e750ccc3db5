#ifndef BLZ_VERIFY_STATUS_ENTRY_H
#define BLZ_VERIFY_STATUS_ENTRY_H

/* The kinds of `credentialStatus`, each with its own way to ask. */

#include "status/entry.h"
#include "verify/check.h"

/* A bit in a list (Bitstring Status List 1.0, 4.2; Status List 2021). `at` is the pointer to the entry. */
blz_status blz_check_status_bit(blz_check *check, json_t *entry, const char *at, blz_list_form form)
    BLZ_MUST_USE;
/* A line in a list of 1EdTech's. */
blz_status blz_check_status_line(blz_check *check, json_t *entry, const char *at) BLZ_MUST_USE;
/* Adds to what the report says with the dates. */
void blz_note_standing(blz_check *check, const char *words, const char *date);

#endif
