/* A million numbers as blazon writes them, one a line: the bits in hexadecimal, a comma, the text. A quarter
 * are any bits at all, a quarter decimals with few digits, a quarter whole numbers, and a quarter stand
 * beside the places where the form changes. The same in every run. */

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "codec/json_write.h"

enum { NUMBERS = 1000000 };

/* xorshift64* */
static uint64_t next(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

static double of_bits(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static double any(uint64_t *state)
{
    double value = of_bits(next(state));
    return isfinite(value) ? value : of_bits(next(state) >> 12); /* below the normal ones */
}

static double decimal(uint64_t *state)
{
    char text[BLZ_NUMBER_MAX];
    uint64_t digits = next(state) % (UINT64_C(1) << (1 + next(state) % 53));
    snprintf(text, sizeof text, "%" PRIu64 "e%d", digits, (int)(next(state) % 60) - 40);
    return blz_number_parse(text);
}

static double whole(uint64_t *state)
{
    return (double)(int64_t)(next(state) >> next(state) % 64);
}

/* A few steps from a power of ten or of two. */
static double edge(uint64_t *state)
{
    double value =
        next(state) % 2 ? pow(10, (int)(next(state) % 60) - 30) : ldexp(1, (int)(next(state) % 2090) - 1074);
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    value = of_bits(bits + next(state) % 9 - 4);
    return isfinite(value) ? value : 0;
}

int main(void)
{
    static double (*const makers[])(uint64_t * state) = {any, decimal, whole, edge};
    uint64_t state = UINT64_C(20260131);
    for (size_t i = 0; i < NUMBERS; i++) {
        char text[BLZ_NUMBER_MAX];
        double value = makers[i % BLZ_COUNT_OF(makers)](&state);
        uint64_t bits;
        if (i % 8 >= 4) value = -value;
        memcpy(&bits, &value, sizeof bits);
        blz_number_format(text, value);
        printf("%016" PRIx64 ",%s\n", bits, text);
    }
    return EXIT_SUCCESS;
}
