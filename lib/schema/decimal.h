#ifndef BLZ_SCHEMA_DECIMAL_H
#define BLZ_SCHEMA_DECIMAL_H

/* JSON numbers as the decimals that they were written as, so that 0.0075 is a multiple of 0.0001 and 2^53 + 1
 * differs from 2^53. A real stands for the shortest decimal that reads back as the same double. */

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

typedef struct blz_decimal {
    uint64_t digits;
    int exponent; /* of ten */
    bool negative;
} blz_decimal;

blz_decimal blz_decimal_of(const json_t *number);
/* Below, at or above 0 as `a` is below, equal to or above `b`. */
int blz_decimal_compare(blz_decimal a, blz_decimal b);
/* `divisor` is not zero. */
bool blz_decimal_is_multiple(blz_decimal value, blz_decimal divisor);
bool blz_decimal_is_whole(blz_decimal value);

enum { BLZ_DECIMAL_MAX = 48 };
/* As people write it: "-12", "0.5", "1e+300". */
void blz_decimal_text(char out[BLZ_DECIMAL_MAX], blz_decimal value);

#endif
