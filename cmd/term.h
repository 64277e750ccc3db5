#ifndef BLAZON_CMD_TERM_H
#define BLAZON_CMD_TERM_H

/* What is behind standard output. */

#include <stdbool.h>

/* Whether to colour it: `when` is "always", "never" or "auto" (also NULL), which asks NO_COLOR,
 * CLICOLOR_FORCE and the terminal, in this order. */
bool cmd_term_color(const char *when);
/* Its columns; 0 where it is no terminal. COLUMNS is not asked: it is about another process's terminal. */
int cmd_term_width(void);
/* Whether a line that changes on standard error reaches somebody and disturbs nobody: it is a terminal, and
 * what is written to `output` (NULL or "-": standard output) does not go to one too. */
bool cmd_term_shows_progress(const char *output);

#endif
