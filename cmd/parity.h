#ifndef BLAZON_CMD_PARITY_H
#define BLAZON_CMD_PARITY_H

/* What the two official validators look at, and the steps of `blazon verify` that do: the one source of
 * `blazon help parity`, blazon-parity(7) (man/parity.py writes it) and tests/lint/parity.py. */

#include <stdio.h>

/* How the verdicts of policy `spec` compare, over the badges that the probe or task is for. */
enum cmd_parity_relation {
    CMD_PARITY_SAME,     /* the same pass; what is only warned of may differ */
    CMD_PARITY_STRICTER, /* fewer pass, or are left open */
    CMD_PARITY_LOOSER,   /* more pass */
    CMD_PARITY_MIXED,    /* stricter in one point, looser in another */
    CMD_PARITY_NOT_DONE, /* no step looks at it */
};

struct cmd_parity_row {
    const char *name; /* as the validator has it; NULL ends a list */
    const char *checks;
    const char *steps; /* ids with a blank between; "" only where it is not done */
    enum cmd_parity_relation relation;
    const char *why; /* "" where it is the same and nothing is to be said */
};

/* In the order of the help. */
extern const struct cmd_parity_row cmd_parity_java_30[], cmd_parity_java_others[], cmd_parity_java_20[],
    cmd_parity_python_tasks[], cmd_parity_python_values[];

/* The whole table, 80 columns wide. */
void cmd_parity_print(FILE *out);

#endif
