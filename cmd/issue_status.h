#ifndef BLAZON_CMD_ISSUE_STATUS_H
#define BLAZON_CMD_ISSUE_STATUS_H

/* The place that a badge gets in a status list while it is issued: `issue --status`. */

#include <blazon/definition.h>

#include "status.h"

struct cmd_place {
    struct cmd_list list;
    char *id;    /* of the badge */
    char *entry; /* its credentialStatus; NULL: it gets none */
};

/* Takes a place in the list of --status, if that is given, for a badge of the definition's issuer, and keeps
 * the list for itself until cmd_place_free(), which is due in any case. On failure says so and returns an
 * exit code. */
int cmd_place_take(struct cmd_env *env, struct cmd_place *place, const blz_definition *definition);
/* Writes the list, before the badge is given to anybody: a place may be lost, but never given twice. On
 * failure says so and returns CMD_USAGE. */
int cmd_place_save(struct cmd_env *env, const struct cmd_place *place);
void cmd_place_free(struct cmd_place *place);

#endif
