#include <blazon/issue.h>

#include "report.h"

static const struct cmd_option options[] = {
    {.name = "allow-outside", .help = "The definition may include files outside its project folder."},
    {0},
};

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    blz_definition *definition = NULL;
    blz_diags *diags = NULL;
    char *text = NULL;
    size_t length = 0;
    int code = cmd_read_definition(env, argv[0], cmd_has(env, "allow-outside"), &definition);
    if (code != CMD_OK) return code;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK) status = blz_achievement_build(&text, &length, env->ctx, definition, 2, diags);
    if (status == BLZ_OK)
        code = cmd_write(env, text, length);
    else
        code = cmd_report(env, status, diags, "build the achievement");
    blz_free(text);
    blz_diags_free(diags);
    blz_definition_free(definition);
    return code;
}

const struct cmd_command cmd_build = {
    .name = "build",
    .group = CMD_GROUP_BADGES,
    .summary = "write the Open Badges achievement of a definition",
    .operands = "FILE",
    .least = 1,
    .most = 1,
    .common = CMD_OUTPUT,
    .options = options,
    .description = "Writes the Achievement of Open Badges 3.0 that describes a micro-credential, as\n"
                   "JSON: name, image, criteria, rubric and alignments, but no recipient. The same\n"
                   "definition always gives the same bytes. The image, if it is a file, becomes a\n"
                   "part of the text. A definition in which lint finds an error is refused.",
    .examples = "blazon build data-practices.yaml -o data-practices.json\n",
    .run = run,
};
