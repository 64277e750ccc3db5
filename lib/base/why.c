#include "base/why.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

enum { REASON_MAX = 2048 };

/* Takes the last character off, which may be there in part only: a reason is UTF-8. */
static void drop_last_character(char *text, size_t length)
{
    while (length && ((unsigned char)text[length - 1] & 0xC0) == 0x80)
        length--;
    text[length ? length - 1 : 0] = '\0';
}

/* A reason names what came from outside, so a very long one is cut. */
blz_status blz_why(char **reason, blz_status status, const char *format, ...)
{
    if (!reason) return status;
    char text[REASON_MAX];
    va_list args;
    va_start(args, format);
    bool cut = vsnprintf(text, sizeof text, format, args) >= REASON_MAX;
    va_end(args);
    if (cut) drop_last_character(text, sizeof text - 1);
    char *copy = blz_strdup(text);
    if (!copy) return BLZ_ERR_NOMEM;
    blz_free(*reason);
    *reason = copy;
    return status;
}
