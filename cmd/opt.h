#ifndef BLAZON_CMD_OPT_H
#define BLAZON_CMD_OPT_H

/* Reading a command line by a command's tables. */

#include "command.h"

struct cmd_given {
    const char *name;  /* of the option, static */
    const char *value; /* NULL for a switch */
};

/* The option at `index` of everything `command` takes: its own, then the common ones, then --help and
 * --version. False beyond the end. */
bool cmd_option_at(const struct cmd_command *command, size_t index, struct cmd_option *out);

/* Sorts argv into env->given and operands, which stay in argv[0..*operand_count). Returns CMD_OK, or
 * CMD_USAGE after saying what is wrong. env->given has room for as many entries as argv has bytes in options:
 * see cmd_opt_room(). */
int cmd_opt_parse(struct cmd_env *env, int argc, char **argv, int *operand_count);
/* Says that `value` is none of `choices` and returns CMD_USAGE; CMD_OK if it is one. `what` is what it would
 * be. */
int cmd_check_choice(const struct cmd_env *env, const char *what, const char *const *choices,
                     const char *value);
/* "text, json or github"; cut if `size` is too small. */
void cmd_choice_list(char *out, size_t size, const char *const *choices);
/* How many options argv can hold at most. */
size_t cmd_opt_room(int argc, char **argv);

/* The command of that name in a table that ends with NULL; for a subcommand its last word. NULL if there is
 * none. */
const struct cmd_command *cmd_find(const struct cmd_command *const *table, const char *name);
/* The last word of a command's name: "new" of "key new". */
const char *cmd_last_word(const struct cmd_command *command);
/* Says that there is no such command and what might be meant. Returns CMD_USAGE. */
int cmd_no_such_command(const struct cmd_command *parent, const struct cmd_command *const *table,
                        const char *name);

#endif
