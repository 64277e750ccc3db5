#ifndef BLAZON_CMD_HELP_H
#define BLAZON_CMD_HELP_H

#include <stdio.h>

#include "command.h"

/* `blazon --help`: every command in its group. */
void cmd_help_program(FILE *out);
/* `blazon COMMAND --help`. */
void cmd_help_command(FILE *out, const struct cmd_command *command);
/* Prints words from column `column` on, where the cursor is, in lines of 80 columns that go on at `indent`.
 */
void cmd_help_wrap(FILE *out, const char *text, int column, int indent);
/* What `blazon help` explains beside the commands; ends with NULL. */
extern const char *const cmd_help_topics[];

#endif
