#ifndef BLAZON_CMD_COMPLETION_H
#define BLAZON_CMD_COMPLETION_H

/* Completion scripts, one writer per shell. They hold the options of this very program as plain text, so that
 * pressing a key never runs anything. */

#include <stdio.h>

#include "command.h"

void cmd_complete_bash(FILE *out);
void cmd_complete_zsh(FILE *out);
void cmd_complete_fish(FILE *out);

/* What a value or an operand is, by the name that help shows for it. */
enum cmd_value_kind { CMD_VALUE_OTHER, CMD_VALUE_FILE, CMD_VALUE_CHOICE };
enum cmd_value_kind cmd_option_kind(const struct cmd_option *option);
/* Calls `each` for every command that can run, subcommands in place of their family. */
void cmd_each_leaf(FILE *out, void (*each)(FILE *out, const struct cmd_command *command));
/* Writes the entries of an array that ends with NULL, `between` them. */
void cmd_put_list(FILE *out, const char *const *words, const char *between);

#endif
