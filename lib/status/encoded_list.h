#ifndef BLZ_STATUS_ENCODED_LIST_H
#define BLZ_STATUS_ENCODED_LIST_H

/* `encodedList`: the bits packed with gzip, as text. */

#include "status/bits.h"

/* The fewest entries that a list may have, so that one among them tells nothing (Bitstring Status List 1.0,
 * 3.2 and 6.1: 16 KiB). */
#define BLZ_STATUS_ENTRIES_MIN ((size_t)131072)

typedef enum blz_list_form {
    BLZ_LIST_BITSTRING, /* Bitstring Status List 1.0: multibase "u" */
    BLZ_LIST_2021,      /* Status List 2021: base64url alone */
} blz_list_form;

/* The text of a Bitstring Status List; the same bits give the same text. Free with blz_free(). Errors:
 * BLZ_ERR_NOMEM. */
blz_status blz_encoded_list_write(char **out, const blz_bits *bits) BLZ_MUST_USE;
/* Reads such a text, of which at most `max` bytes may come when it is unpacked. `*why` gets static plain
 * words for BLZ_ERR_SYNTAX (not such a text) and BLZ_ERR_LIMIT (too large). Errors: those and BLZ_ERR_NOMEM.
 * Clear `out` with blz_bits_clear(). */
blz_status blz_encoded_list_read(blz_bits *out, const char *text, size_t length, blz_list_form form,
                                 size_t max, const char **why) BLZ_MUST_USE;

#endif
