#include "command.h"

extern const struct cmd_command cmd_bake;
extern const struct cmd_command cmd_build;
extern const struct cmd_command cmd_canon;
extern const struct cmd_command cmd_completion;
extern const struct cmd_command cmd_convert;
extern const struct cmd_command cmd_expand;
extern const struct cmd_command cmd_explain;
extern const struct cmd_command cmd_help;
extern const struct cmd_command cmd_inspect;
extern const struct cmd_command cmd_issue;
extern const struct cmd_command cmd_key;
extern const struct cmd_command cmd_lint;
extern const struct cmd_command cmd_nquads;
extern const struct cmd_command cmd_schema;
extern const struct cmd_command cmd_sign;
extern const struct cmd_command cmd_unbake;
extern const struct cmd_command cmd_verify;

/* Every command: one line above, one below, one in cmd/CMakeLists.txt. */
const struct cmd_command *const cmd_commands[] = {
    &cmd_lint,  &cmd_build,   &cmd_issue,   &cmd_sign,       &cmd_verify, &cmd_inspect,
    &cmd_bake,  &cmd_unbake,  &cmd_convert, &cmd_key,        &cmd_expand, &cmd_nquads,
    &cmd_canon, &cmd_explain, &cmd_schema,  &cmd_completion, &cmd_help,   NULL,
};
