#include <string.h>

#include <blazon/image.h>

#include "command.h"

static int refuse(struct cmd_env *env, blz_status status, const char *path, const char *why)
{
    const char *name = cmd_input_name(path);
    if (status == BLZ_ERR_NOMEM || !why) return cmd_fail_status(env, status, "unbake \"%s\"", name);
    cmd_fail(env, "\"%s\": %s", name, why);
    return CMD_FINDINGS;
}

/* The badge as it stands in the image, with a line feed behind it. */
static int write_badge(struct cmd_env *env, blz_baked *baked)
{
    cmd_note(env, "found in the %s image, %s", baked->image == BLZ_IMAGE_PNG ? "PNG" : "SVG", baked->place);
    baked->text[baked->length] = '\n';
    int code = cmd_write(env, baked->text, baked->length + 1);
    baked->text[baked->length] = '\0';
    return code;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    char *image = NULL, *why = NULL;
    size_t length = 0;
    blz_baked baked = {0};
    int code = cmd_read(env, argv[0], &image, &length);
    if (code != CMD_OK) return code;
    blz_status status = blz_unbake(&baked, env->ctx, image, length, &why);
    code = status == BLZ_OK ? write_badge(env, &baked) : refuse(env, status, argv[0], why);
    blz_baked_clear(&baked);
    blz_free(why);
    blz_free(image);
    return code;
}

const struct cmd_command cmd_unbake = {
    .name = "unbake",
    .group = CMD_GROUP_BADGES,
    .summary = "take the badge out of a PNG or SVG image",
    .operands = "IMAGE",
    .least = 1,
    .most = 1,
    .common = CMD_OUTPUT | CMD_QUIET,
    .description = "Writes the badge that an image carries, JSON, a JWT or the address of a hosted badge,\n"
                   "as it stands there. It is not verified; verify and inspect take the image itself.\n"
                   "IMAGE \"-\" is standard input.",
    .examples = "blazon unbake badge.png -o badge.json\n"
                "blazon unbake badge.svg | blazon verify -\n",
    .run = run,
};
