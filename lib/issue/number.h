#ifndef BLZ_ISSUE_NUMBER_H
#define BLZ_ISSUE_NUMBER_H

/* Points, weights and credits: decimal numbers that people write, to six places, so that 0.1 three times is
 * 0.3. */

#include <stdint.h>

enum { BLZ_DECIMAL_MAX = 32 };

typedef int64_t blz_micro; /* millionths */

/* Rounded; beyond +-4e12 it is that. */
blz_micro blz_micro_of(double value);
/* The sum, or the largest number where it is beyond that. Neither may be negative. */
blz_micro blz_micro_add(blz_micro a, blz_micro b);
/* "1", "0.5", "-2.25". */
void blz_micro_text(char out[BLZ_DECIMAL_MAX], blz_micro value);

#endif
