#include "did/why.h"

#include <stdarg.h>
#include <stdio.h>

enum { REASON_MAX = 2048 };

/* A reason names what came from outside, so a very long one is cut. */
blz_status blz_why(char **reason, blz_status status, const char *format, ...)
{
    if (!reason) return status;
    char text[REASON_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    char *copy = blz_strdup(text);
    if (!copy) return BLZ_ERR_NOMEM;
    blz_free(*reason);
    *reason = copy;
    return status;
}
