#ifndef BLAZON_CMD_DOCUMENTS_H
#define BLAZON_CMD_DOCUMENTS_H

/* Where the documents come from that badges name by their URLs: --map, --offline, --online and what belongs
 * to them. */

#include <sys/stat.h>

#include "command.h"

/* Fills the loader of env->ctx by the options that CMD_MAP stands for. On failure says so and returns
 * CMD_USAGE. */
int cmd_set_documents(struct cmd_env *env);
/* Whether that file is one which --map names. */
bool cmd_is_mapped(const struct cmd_env *env, const struct stat *file);
bool cmd_is_same_file(const char *path, const struct stat *other);

#endif
