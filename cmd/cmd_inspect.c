#include <string.h>

#include <blazon/verify.h>

#include "command.h"

static const char *const formats[] = {"text", "json", NULL};

static int run(struct cmd_env *env, int argc, char **argv)
{
    const char *name = cmd_input_name(argv[argc - 1]);
    blz_inspect_format format = strcmp(env->format, "json") == 0 ? BLZ_INSPECT_JSON : BLZ_INSPECT_TEXT;
    char *bytes = NULL, *text = NULL;
    size_t length = 0;
    bool readable = false;
    int code = cmd_read(env, argv[0], &bytes, &length);
    if (code != CMD_OK) return code;
    blz_status status = blz_inspect(&text, &readable, env->ctx, name, bytes, length, format);
    if (status == BLZ_OK)
        code = cmd_write(env, text, strlen(text));
    else
        code = cmd_fail_status(env, status, "inspect \"%s\"", name);
    blz_free(text);
    blz_free(bytes);
    return code == CMD_OK && !readable ? CMD_FINDINGS : code;
}

const struct cmd_command cmd_inspect = {
    .name = "inspect",
    .group = CMD_GROUP_BADGES,
    .summary = "show what is in a badge, unverified",
    .operands = "INPUT",
    .least = 1,
    .most = 1,
    .common = CMD_OUTPUT | CMD_FORMAT,
    .formats = formats,
    .description = "Takes a badge apart and shows what is inside without checking a word of it, also where\n"
                   "it is broken or was tampered with. INPUT \"-\" is standard input.",
    .examples = "blazon inspect badge.jwt\n"
                "blazon inspect --format json badge.jwt\n",
    .run = run,
};
