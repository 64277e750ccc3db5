#ifndef BLAZON_CMD_IO_H
#define BLAZON_CMD_IO_H

/* Beside what command.h offers to commands: the program's own ends. */

#include "command.h"

/* Flushes and closes standard output; says so and returns CMD_USAGE if anything written to it was lost and
 * nobody has said so yet, else `code`. */
int cmd_close_output(const struct cmd_env *env, int code);

#endif
