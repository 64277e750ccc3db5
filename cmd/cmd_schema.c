#include <stdio.h>

#include <blazon/schema.h>
#include <blazon/text.h>

#include "command.h"

static int list(void)
{
    size_t count = 0;
    const char *const *kinds = blz_schema_kinds(&count);
    for (size_t i = 0; i < count; i++)
        puts(kinds[i]);
    return CMD_OK;
}

static int unknown(const struct cmd_env *env, const char *word)
{
    size_t count = 0;
    const char *const *kinds = blz_schema_kinds(&count);
    const char *near = blz_suggest(word, kinds, count);
    if (near) return cmd_usage(env, "there is no schema \"%s\"; did you mean \"%s\"?", word, near);
    return cmd_usage(env, "there is no schema \"%s\"; \"blazon schema\" lists them", word);
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    const char *text = NULL;
    size_t length = 0;
    if (argc == 0) return list();
    if (blz_schema_text(&text, &length, argv[0]) != BLZ_OK) return unknown(env, argv[0]);
    return cmd_write(env, text, length);
}

const struct cmd_command cmd_schema = {
    .name = "schema",
    .group = CMD_GROUP_HELP,
    .summary = "print the JSON Schema of a kind of file",
    .operands = "[KIND]",
    .most = 1,
    .common = CMD_OUTPUT,
    .description = "Writes the JSON Schema (draft 2020-12) by which blazon checks a kind of file.\n"
                   "With it, editors complete keys and mark mistakes while you type. KIND is\n"
                   "micro-credential, rubric, issuer, stack or trust, or a kind of badge document;\n"
                   "without it, lists them.",
    .examples = "blazon schema\n"
                "blazon schema micro-credential -o micro-credential.schema.json\n",
    .run = run,
};
