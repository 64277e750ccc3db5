#include "command.h"

extern const struct cmd_command cmd_completion;
extern const struct cmd_command cmd_help;

/* Every command: one line above, one below, one in cmd/CMakeLists.txt. */
const struct cmd_command *const cmd_commands[] = {
    &cmd_completion,
    &cmd_help,
    NULL,
};
