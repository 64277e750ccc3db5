#ifndef BLAZON_CMD_SINK_H
#define BLAZON_CMD_SINK_H

/* Where a command writes what is too large to be held in memory: to --output, whole or not at all, or to
 * standard output, piece by piece. A command that is ended by a signal leaves no temporary file behind. */

#include "command.h"

struct cmd_sink {
    const char *path;        /* NULL: standard output */
    blz_file_writer *writer; /* of the path */
};

/* Opens it. On failure says so and returns CMD_USAGE. */
int cmd_sink_open(struct cmd_env *env, struct cmd_sink *sink);
/* Writes the next piece; errno tells why it could not. */
blz_status cmd_sink_write(struct cmd_sink *sink, const char *bytes, size_t length);
/* Says what a failed write was about, with errno as it was then. Returns CMD_USAGE. */
int cmd_sink_failed(struct cmd_env *env, const struct cmd_sink *sink, blz_status status);
/* Puts the file in its place if `keep` is set, else removes it. Returns CMD_OK, or says why it could not be
 * done and returns CMD_USAGE. */
int cmd_sink_close(struct cmd_env *env, struct cmd_sink *sink, bool keep);

#endif
