#include "parity.h"

#include <string.h>

#include "help.h"

static const struct group {
    const char *title;
    const struct cmd_parity_row *rows;
} groups[] = {
    {"Java validator, Open Badges 3.0 (OB30Inspector)", cmd_parity_java_30},
    {"Java validator, what is no badge by itself", cmd_parity_java_others},
    {"Java validator, Open Badges 2.0 (OB20Inspector)", cmd_parity_java_20},
    {"Python validator, Open Badges 2.0 and before: tasks", cmd_parity_python_tasks},
    {"Python validator, Open Badges 2.0 and before: types of values", cmd_parity_python_values},
};

static const char *const relations[] = {
    [CMD_PARITY_SAME] = "same",   [CMD_PARITY_STRICTER] = "stricter", [CMD_PARITY_LOOSER] = "looser",
    [CMD_PARITY_MIXED] = "mixed", [CMD_PARITY_NOT_DONE] = "not done",
};

/* Steps that neither validator has anything like. */
static const struct own {
    const char *step, *why;
} own[] = {
    {"proof.expires", "The dates of a proof itself are looked at by neither"},
    {"jwt.claims",
     "What a token says in iss, sub, jti, nbf and exp is compared with the badge in it by neither"},
    {"results", "Results are held to the achievement's descriptions and levels by neither"},
};

static const char intro[] =
    "What the official validators look at, and which steps of \"blazon verify\" do\n\n"
    "The Java validator is 1EdTech's public one, inspector-vc; the Python one is\n"
    "openbadges-validator-core. Under the name of a probe or task stand what it looks\n"
    "at, the steps here, and where the two differ. At its right is how the verdicts\n"
    "of the policy \"spec\" compare:\n\n"
    "  same       the same badges pass\n"
    "  stricter   fewer pass here, or are left open\n"
    "  looser     more pass here\n"
    "  mixed      stricter in one point, looser in another\n"
    "  not done   no step looks at it\n\n"
    "Under --policy 1edtech most of what is stricter here is a warning.\n";

enum { INDENT = 4, RIGHT = 70 };

static void put_line(FILE *out, const char *label, const char *text)
{
    int column = fprintf(out, "%*s%s", INDENT, "", label);
    cmd_help_wrap(out, text, column, INDENT);
}

static void put_row(FILE *out, const struct cmd_parity_row *row)
{
    fprintf(out, "\n  %-*s%s\n", RIGHT - 2, row->name, relations[row->relation]);
    put_line(out, "", row->checks);
    if (*row->steps) put_line(out, "steps: ", row->steps);
    if (*row->why) put_line(out, "", row->why);
}

void cmd_parity_print(FILE *out)
{
    fputs(intro, out);
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        fprintf(out, "\n%s\n", groups[i].title);
        for (const struct cmd_parity_row *row = groups[i].rows; row->name; row++)
            put_row(out, row);
    }
    fputs("\nSteps of blazon's own\n", out);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        fprintf(out, "\n  %s\n", own[i].step);
        put_line(out, "", own[i].why);
    }
}
