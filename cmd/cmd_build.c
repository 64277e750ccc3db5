#include <string.h>

#include <blazon/issue.h>
#include <blazon/ob2.h>

#include "report.h"

static const char *const versions[] = {"3.0", "2.0", NULL};

static const struct cmd_option options[] = {
    {.name = "ob",
     .value = "VERSION",
     .choices = versions,
     .help = "The version of Open Badges: 3.0 if left out, or 2.0 for platforms that do not read it yet."},
    {.name = "allow-outside", .help = "The definition may include files outside its project folder."},
    {0},
};

static bool is_older(const struct cmd_env *env)
{
    const char *version = cmd_value(env, "ob");
    return version && strcmp(version, "2.0") == 0;
}

/* In 2.0 the issuer is a document of its own, for all of its badges. */
static blz_status build_older(char **out, size_t *length, const blz_definition *definition, blz_diags *diags)
{
    if (blz_definition_kind_of(definition) == BLZ_DEFINITION_ISSUER)
        return blz_ob2_profile_build(out, length, definition, 2, diags);
    return blz_ob2_class_build(out, length, definition, 2, diags);
}

static int build(struct cmd_env *env, const blz_definition *definition)
{
    static const char doing[] = "build the achievement";
    blz_diags *diags = NULL;
    char *text = NULL;
    size_t length = 0;
    int code = CMD_OK;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK && is_older(env))
        status = build_older(&text, &length, definition, diags);
    else if (status == BLZ_OK)
        status = blz_achievement_build(&text, &length, definition, 2, diags);
    if (status == BLZ_OK) {
        code = cmd_write(env, text, length);
        if (code == CMD_OK) code = cmd_show(env, diags, doing);
    } else {
        code = cmd_report(env, status, diags, doing);
    }
    blz_free(text);
    blz_diags_free(diags);
    return code;
}

/* What can be built: a micro-credential, and for 2.0 an issuer. */
static int read_definition(struct cmd_env *env, const char *path, blz_definition **out)
{
    bool outside = cmd_has(env, "allow-outside");
    if (!is_older(env)) return cmd_read_definition(env, path, outside, out);
    int code = cmd_read_definition_any(env, path, outside, out);
    if (code != CMD_OK) return code;
    blz_definition_kind kind = blz_definition_kind_of(*out);
    if (kind == BLZ_DEFINITION_MICRO_CREDENTIAL || kind == BLZ_DEFINITION_ISSUER) return CMD_OK;
    return cmd_fail(env, "\"%s\" is of the kind \"%s\"; this needs a micro-credential or an issuer",
                    cmd_input_name(path), blz_definition_kind_name(kind));
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    blz_definition *definition = NULL;
    int code = read_definition(env, argv[0], &definition);
    if (code == CMD_OK) code = build(env, definition);
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
                   "part of the text. A definition in which lint finds an error is refused.\n"
                   "\n"
                   "With --ob 2.0, writes the BadgeClass of Open Badges 2.0, or of an issuer its\n"
                   "Profile, to be published at their ids.",
    .examples = "blazon build data-practices.yaml -o data-practices.json\n"
                "blazon build --ob 2.0 issuer.yaml -o issuer.json\n",
    .run = run,
};
