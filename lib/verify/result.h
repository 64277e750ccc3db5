#ifndef BLZ_VERIFY_RESULT_H
#define BLZ_VERIFY_RESULT_H

/* One result beside the result description that it refers to. */

#include "verify/check.h"

typedef struct blz_result {
    json_t *result, *description;
    const char *at;   /* pointer to the result */
    const char *name; /* of the description, for messages */
    bool required;    /* the description asks for a level or a value */
} blz_result;

/* The level that was achieved: it exists, and is at or above the level that is required. */
blz_status blz_result_check_level(blz_check *check, blz_result *result) BLZ_MUST_USE;
/* The value: one of those allowed, within its bounds, and at least what is required. */
blz_status blz_result_check_value(blz_check *check, blz_result *result) BLZ_MUST_USE;

/* A text that is a decimal number, which is how Open Badges writes numbers. */
bool blz_result_number(double *out, json_t *value);

#endif
