#ifndef BLAZON_CMD_ISSUE_WRITE_H
#define BLAZON_CMD_ISSUE_WRITE_H

/* How `issue` gives a badge out: as it is, or in a picture. */

#include "issue_status.h"

/* Whether --bake goes together with the other options and the file of the definition; says what does not, and
 * returns CMD_USAGE. */
int cmd_issue_check_bake(const struct cmd_env *env, const char *definition);
/* Puts the badge into the picture of --bake, if there is one, then has the place in the status list written
 * (`place` may be NULL), then the badge. So nothing is spent on a badge that cannot be baked. A token that
 * stands alone gets a line end. On failure says so and returns an exit code. */
int cmd_issue_write(struct cmd_env *env, const char *badge, size_t length, bool is_token,
                    const struct cmd_place *place);

#endif
