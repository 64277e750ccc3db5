#include <stdio.h>
#include <string.h>

#include <blazon/lint.h>

#include "command.h"

enum { MOST_WIDTH = 90 };

static const char *const severities[] = {"note", "warning", "error"};

static int list(void)
{
    size_t count = 0;
    const blz_rule *rules = blz_rules(&count);
    for (size_t i = 0; i < count; i++)
        printf("%s  %-26s %-8s %s\n", rules[i].code, rules[i].name, severities[rules[i].severity],
               rules[i].summary);
    return CMD_OK;
}

static int unknown(const struct cmd_env *env, const char *word)
{
    const char *near = blz_rule_suggest(word);
    if (near) return cmd_usage(env, "there is no rule \"%s\"; did you mean \"%s\"?", word, near);
    return cmd_usage(env, "there is no rule \"%s\"; \"blazon explain\" lists them", word);
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    char *page = NULL;
    if (argc == 0) return list();
    unsigned width = env->width > 0 && env->width < MOST_WIDTH ? (unsigned)env->width : 0;
    blz_status status = blz_explain(&page, argv[0], width, env->color);
    if (status == BLZ_ERR_NOT_FOUND) return unknown(env, argv[0]);
    if (status != BLZ_OK) return cmd_fail_status(env, status, "explain \"%s\"", argv[0]);
    int code = cmd_write(env, page, strlen(page));
    blz_free(page);
    return code;
}

const struct cmd_command cmd_explain = {
    .name = "explain",
    .group = CMD_GROUP_HELP,
    .summary = "explain a rule",
    .operands = "[RULE]",
    .most = 1,
    .common = CMD_COLOR,
    .description = "Says what a rule looks for, why it matters, and shows a bad and a good example.\n"
                   "RULE is a code, as BLZ503, or a name, as empty-descriptor. Without it, lists every\n"
                   "rule with its severity.",
    .examples = "blazon explain BLZ503\n"
                "blazon explain unmeasurable-verb\n"
                "blazon explain\n",
    .run = run,
};
