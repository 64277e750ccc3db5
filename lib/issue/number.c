#include "issue/number.h"

#include <inttypes.h>
#include <stdio.h>

static const int64_t million = 1000000;
static const double most = 4e12;

blz_micro blz_micro_of(double value)
{
    if (!(value < most)) value = most;
    if (value < -most) value = -most;
    return (blz_micro)(value * (double)million + (value < 0 ? -0.5 : 0.5));
}

blz_micro blz_micro_add(blz_micro a, blz_micro b)
{
    return b > INT64_MAX - a ? INT64_MAX : a + b;
}

void blz_micro_text(char out[BLZ_DECIMAL_MAX], blz_micro value)
{
    uint64_t size = value < 0 ? -(uint64_t)value : (uint64_t)value;
    uint64_t whole = size / (uint64_t)million, rest = size % (uint64_t)million;
    int length = snprintf(out, BLZ_DECIMAL_MAX, "%s%" PRIu64, value < 0 ? "-" : "", whole);
    if (rest == 0) return;
    length += snprintf(out + length, BLZ_DECIMAL_MAX - (size_t)length, ".%06" PRIu64, rest);
    while (out[length - 1] == '0')
        out[--length] = '\0';
}
