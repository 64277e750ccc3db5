#include "unit/unit.h"

#include <string.h>

#include "codec/crc32.h"

/* The check value of this CRC, and the checksum that every PNG ends with. */
START_TEST(known_values)
{
    ck_assert_uint_eq(blz_crc32("123456789", 9), 0xcbf43926);
    ck_assert_uint_eq(blz_crc32("IEND", 4), 0xae426082);
    ck_assert_uint_eq(blz_crc32("", 0), 0);
}
END_TEST

UNIT_MAIN("codec/crc32", known_values)
