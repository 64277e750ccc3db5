#include <string.h>

#include <blazon/image.h>

#include "command.h"

static const char *const ways[] = {"3.0", "2.0", NULL};

static const struct cmd_option options[] = {
    {.name = "replace", .help = "Put the badge in the place of one that is in the image already."},
    {.name = "ob",
     .value = "VERSION",
     .choices = ways,
     .help = "The way of baking, that of Open Badges 3.0 or of 2.0. If left out, it is that of the badge."},
    {0},
};

static blz_baking way_of(struct cmd_env *env)
{
    const char *way = cmd_value(env, "ob");
    if (!way) return BLZ_BAKING_AUTO;
    return strcmp(way, "3.0") == 0 ? BLZ_BAKING_3_0 : BLZ_BAKING_2_0;
}

/* What is wrong with the files is a finding; what stops the program is not. */
static int refuse(struct cmd_env *env, blz_status status, const char *path, const char *why)
{
    const char *name = cmd_input_name(path);
    if (status == BLZ_ERR_NOMEM || !why) return cmd_fail_status(env, status, "bake \"%s\"", name);
    cmd_fail(env, "\"%s\": %s%s", name, why,
             status == BLZ_ERR_EXISTS ? "; --replace puts the new one in its place" : "");
    return CMD_FINDINGS;
}

static int bake(struct cmd_env *env, char **argv, const char *image, size_t length)
{
    char *credential = NULL, *baked = NULL, *why = NULL;
    size_t credential_length = 0, baked_length = 0;
    blz_bake_options how = {.baking = way_of(env), .replace = cmd_has(env, "replace")};
    int code = cmd_read(env, argv[1], &credential, &credential_length);
    if (code != CMD_OK) return code;
    blz_status status =
        blz_bake(&baked, &baked_length, env->ctx, image, length, credential, credential_length, &how, &why);
    if (status != BLZ_OK)
        code = refuse(env, status, argv[status == BLZ_ERR_INVALID], why);
    else
        code = cmd_write(env, baked, baked_length);
    blz_free(why);
    blz_free(baked);
    blz_free(credential);
    return code;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    char *image = NULL;
    size_t length = 0;
    if (strcmp(argv[0], "-") == 0 && strcmp(argv[1], "-") == 0)
        return cmd_usage(env, "IMAGE and CREDENTIAL cannot both be standard input");
    int code = cmd_check_image_output(env);
    if (code == CMD_OK) code = cmd_read(env, argv[0], &image, &length);
    if (code == CMD_OK) code = bake(env, argv, image, length);
    blz_free(image);
    return code;
}

const struct cmd_command cmd_bake = {
    .name = "bake",
    .group = CMD_GROUP_BADGES,
    .summary = "put a badge into a PNG or SVG image",
    .operands = "IMAGE CREDENTIAL",
    .least = 2,
    .most = 2,
    .common = CMD_OUTPUT,
    .options = options,
    .description = "Puts a signed badge, JSON or a JWT, into an image, which stays the same picture: not\n"
                   "a byte of it changes but for the place that carries the badge. The badge is not\n"
                   "verified. One of IMAGE and CREDENTIAL may be \"-\", standard input.",
    .examples = "blazon bake badge.png badge.json -o baked.png\n"
                "blazon bake --replace old.svg badge.jwt -o new.svg\n",
    .run = run,
};
