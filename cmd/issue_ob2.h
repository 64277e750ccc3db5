#ifndef BLAZON_CMD_ISSUE_OB2_H
#define BLAZON_CMD_ISSUE_OB2_H

/* Badges of Open Badges 2.0, for `blazon issue --ob 2.0`: hosted, or signed with an RSA key. */

#include <blazon/issue.h>

#include "issue_status.h"

/* Whether they are asked for. */
bool cmd_ob2_is_asked(const struct cmd_env *env);
/* Whether the options go together; says what does not, and returns CMD_USAGE. */
int cmd_ob2_check(const struct cmd_env *env);
/* Issues the badge and writes it; `place` gets what --status gives it, free it with cmd_place_free(). */
int cmd_ob2_issue(struct cmd_env *env, const blz_definition *definition, const blz_credential_options *what,
                  struct cmd_place *place);

#endif
