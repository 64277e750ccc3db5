#ifndef BLAZON_CMD_STATUS_H
#define BLAZON_CMD_STATUS_H

/* What the subcommands of `status` share. */

#include <blazon/status_list.h>

#include "command.h"

extern const struct cmd_command cmd_status_allocate, cmd_status_revoke, cmd_status_suspend,
    cmd_status_reinstate, cmd_status_publish;

/* A list and what is found wrong with it. */
struct cmd_list {
    blz_status_list *list;
    blz_diags *diags;
    const char *path;
};

/* Opens the file of a list, to change it or not. On failure says so and returns an exit code. Close it in any
 * case. */
int cmd_list_open(struct cmd_env *env, struct cmd_list *out, const char *path, bool change);
void cmd_list_close(struct cmd_list *list);
/* Writes the changes. On failure says so and returns CMD_USAGE. */
int cmd_list_save(struct cmd_env *env, const struct cmd_list *list);

#endif
