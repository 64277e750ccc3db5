#include "ob2/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { MESSAGE_MAX = 2000 };

blz_status blz_ob2_say(const blz_ob2_listener *listener, blz_ob2_finding finding, const char *pointer,
                       const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    message[blz_utf8_valid_prefix(message, strlen(message))] = '\0';
    return listener->say(listener->user, finding, pointer, message);
}
