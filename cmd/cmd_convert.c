#include <string.h>

#include <blazon/convert.h>

#include "command.h"

static const char *const versions[] = {"3.0", NULL};

static const struct cmd_option options[] = {
    {.name = "to",
     .value = "VERSION",
     .choices = versions,
     .help = "The version to convert to; it has to be said."},
    {.name = "id",
     .value = "URI",
     .help = "The id of the new badge. If left out, it is made of that of the old one."},
    {.name = "issuer",
     .value = "ID",
     .help = "The id of the issuer from now on, a DID or an https address. If left out, it stays."},
    {0},
};

static void note(void *user, const char *text)
{
    cmd_note(user, "%s", text);
}

/* A document that is not at hand leaves the question open; all else is wrong with the badge. */
static int refuse(struct cmd_env *env, blz_status status, const char *path, const char *why)
{
    const char *name = cmd_input_name(path);
    if (status == BLZ_ERR_NOMEM || !why) return cmd_fail_status(env, status, "convert \"%s\"", name);
    if (status == BLZ_ERR_ARGUMENT) return cmd_usage(env, "%s", why);
    cmd_fail(env, "\"%s\": %s", name, why);
    return status == BLZ_ERR_NOT_FOUND ? CMD_UNDECIDED : CMD_FINDINGS;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    char *badge = NULL, *out = NULL, *why = NULL;
    size_t size = 0, length = 0;
    const blz_convert_options how = {.id = cmd_value(env, "id"),
                                     .issuer = cmd_value(env, "issuer"),
                                     .indent = 2,
                                     .note = note,
                                     .note_user = env};
    if (!cmd_has(env, "to")) return cmd_usage(env, "--to is missing: say --to 3.0");
    int code = cmd_read(env, argv[0], &badge, &size);
    if (code != CMD_OK) return code;
    blz_status status = blz_convert(&out, &length, env->ctx, badge, size, &how, &why);
    if (status == BLZ_OK) {
        cmd_note(env, "the new badge is not signed, and nothing of the old one was verified");
        code = cmd_write(env, out, length);
    } else {
        code = refuse(env, status, argv[0], why);
    }
    blz_free(why);
    blz_free(out);
    blz_free(badge);
    return code;
}

const struct cmd_command cmd_convert = {
    .name = "convert",
    .group = CMD_GROUP_BADGES,
    .summary = "turn an older badge into one of Open Badges 3.0",
    .operands = "INPUT",
    .least = 1,
    .most = 1,
    .common = CMD_OUTPUT | CMD_QUIET | CMD_MAP,
    .options = options,
    .description =
        "Writes a badge of Open Badges 2.0, 1.1, 1.0 or 0.5 as a credential of 3.0, a badge class\n"
        "as an achievement. The old badge is named in it; the new one is not signed. INPUT is\n"
        "JSON, a signed token, an image with a badge in it, or the web address of one; \"-\" is\n"
        "standard input. What the badge leads to is given with --map.",
    .examples = "blazon convert --to 3.0 --map https://badges.example.edu/=site/ badge.png -o badge.json\n"
                "blazon sign --key issuer.pem badge.json -o signed.json\n",
    .run = run,
};
