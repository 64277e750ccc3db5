#include "term.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value ? value : "";
}

bool cmd_term_color(const char *when)
{
    if (when && strcmp(when, "always") == 0) return true;
    if (when && strcmp(when, "never") == 0) return false;
    if (*variable("NO_COLOR")) return false;
    const char *force = variable("CLICOLOR_FORCE");
    if (*force && strcmp(force, "0") != 0) return true;
    const char *term = variable("TERM");
    return isatty(STDOUT_FILENO) && *term && strcmp(term, "dumb") != 0;
}

int cmd_term_width(void)
{
    struct winsize size;
    if (!isatty(STDOUT_FILENO)) return 0;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20) return 80;
    return size.ws_col;
}

bool cmd_term_shows_progress(const char *output)
{
    bool to_file = output && strcmp(output, "-") != 0;
    const char *term = variable("TERM");
    return isatty(STDERR_FILENO) && *term && strcmp(term, "dumb") != 0 && (to_file || !isatty(STDOUT_FILENO));
}
