#ifndef BLZ_BASE_TIME_H
#define BLZ_BASE_TIME_H

/* Times as Open Badges writes them: RFC 3339 in the narrower form of xsd:dateTimeStamp, zone required. */

#include "base/mem.h"

#include <blazon/text.h>

#endif
