#ifndef BLAZON_CMD_PASSPHRASE_H
#define BLAZON_CMD_PASSPHRASE_H

/* Where passphrases come from: --passphrase-file, --passphrase-fd, BLAZON_PASSPHRASE, the terminal; never the
 * command line, which everybody on the machine can read. Whoever gets one wipes it. */

#include "command.h"

enum { CMD_PASSPHRASE_MAX = 1024 };

/* The passphrase of a key that exists. On failure says so and returns CMD_USAGE. */
int cmd_passphrase(struct cmd_env *env, const char *path, char out[CMD_PASSPHRASE_MAX]);
/* The passphrase for a new key; on a terminal asked twice. */
int cmd_passphrase_new(struct cmd_env *env, const char *path, char out[CMD_PASSPHRASE_MAX]);

/* One line from the terminal, without showing it (askpass.c). Whatever interrupts, the terminal shows letters
 * again afterwards. */
enum cmd_ask { CMD_ASK_OK, CMD_ASK_NO_TERMINAL, CMD_ASK_FAILED };
enum cmd_ask cmd_ask_secret(const char *prompt, const char *path, char *out, size_t size);

#endif
