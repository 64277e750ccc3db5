#ifndef BLZ_BASE_TIME_H
#define BLZ_BASE_TIME_H

/* Times as Open Badges writes them: RFC 3339 in the narrower form of xsd:dateTimeStamp, zone required. */

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

enum { BLZ_TIME_MAX = 32 };

/* "2026-05-01T08:30:00.25+02:00" to seconds since 1970-01-01T00:00:00Z. `nanos` may be NULL; digits beyond
 * the ninth are dropped. Years 0000 to 9999, "T" and "Z" in capitals. Second 60 is taken where a leap second
 * can be (23:59:60 UTC) and counts as the second after. Errors: BLZ_ERR_SYNTAX (also for a day that does not
 * exist). */
blz_status blz_time_parse(int64_t *seconds, int *nanos, const char *text, size_t length) BLZ_MUST_USE;
/* -> "2026-01-01T00:00:00Z". Errors: BLZ_ERR_ARGUMENT outside the years 0000 to 9999. */
blz_status blz_time_format(char out[BLZ_TIME_MAX], int64_t seconds) BLZ_MUST_USE;

#endif
