#ifndef BLAZON_CMD_KEYFILE_H
#define BLAZON_CMD_KEYFILE_H

/* Key files, for every command that opens one. Such a command has CMD_SECRETS in its .common and these two
 * rows in its option table:
 *
 *     static const struct cmd_option options[] = {
 *         {.letter = 'k', .name = "key", .value = "FILE", .help = "The private key to sign with."},
 *         CMD_PASSPHRASE_OPTIONS,
 *         {0},
 *     };
 */

#include <blazon/key.h>

#include "command.h"

#define CMD_PASSPHRASE_OPTIONS                                                                               \
    {.name = "passphrase-file",                                                                              \
     .value = "FILE",                                                                                        \
     .help = "Take the passphrase of the key from the first line of FILE, which only you may read."},        \
    {                                                                                                        \
        .name = "passphrase-fd", .value = "N",                                                               \
        .help = "Take the passphrase of the key from the first line of the open file descriptor N."          \
    }

/* Opens the private key in a PEM file, asking for its passphrase where it is encrypted. On failure says so
 * and returns CMD_USAGE; on CMD_OK free `*out` with blz_key_free(). */
int cmd_key_open(struct cmd_env *env, blz_key **out, const char *path);
/* The same for a private or a public key. */
int cmd_key_open_any(struct cmd_env *env, blz_key **out, const char *path);

#endif
