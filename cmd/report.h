#ifndef BLAZON_CMD_REPORT_H
#define BLAZON_CMD_REPORT_H

/* What a command says about the user's data when it could not do its work. */

#include "command.h"

#include <blazon/definition.h>
#include <blazon/diag.h>

/* Writes the diagnostics to standard error, in the order of their places. Returns CMD_USAGE for
 * BLZ_ERR_ARGUMENT (an option was of no use), CMD_FINDINGS for everything that the diagnostics explain, and
 * for any other status says `cannot DOING: why` and returns CMD_USAGE. */
int cmd_report(struct cmd_env *env, blz_status status, blz_diags *diags, const char *doing);

/* Writes the diagnostics, if there are some, and says nothing about the call: for notes about what worked. */
int cmd_show(struct cmd_env *env, blz_diags *diags, const char *doing);

/* Writes one line of text as the command's result. */
int cmd_write_line(struct cmd_env *env, const char *text);

/* Reads a definition of this kind and checks it as `blazon lint` does, but for errors only: what is merely
 * weak may be issued. `path` may be "-". On failure says so and returns an exit code; on CMD_OK `*out` is
 * freed with blz_definition_free(). */
int cmd_read_definition_of(struct cmd_env *env, const char *path, blz_definition_kind kind,
                           bool allow_outside, blz_definition **out);
/* The same for any kind. */
int cmd_read_definition_any(struct cmd_env *env, const char *path, bool allow_outside, blz_definition **out);
/* The same for a micro-credential. */
int cmd_read_definition(struct cmd_env *env, const char *path, bool allow_outside, blz_definition **out);

#endif
