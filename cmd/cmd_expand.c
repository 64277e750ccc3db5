#include "plumbing.h"

static const struct cmd_option options[] = {CMD_JSONLD_OPTIONS, {0}};

static blz_status transform(struct cmd_env *env, const blz_jsonld_options *how, char **out, size_t *length,
                            blz_source *source, blz_diags *diags)
{
    return blz_jsonld_expand(out, length, env->ctx, source, how, diags);
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    return cmd_transform_jsonld(env, argv[0], transform, "expand the document");
}

const struct cmd_command cmd_expand = {
    .name = "expand",
    .group = CMD_GROUP_PLUMBING,
    .summary = "write a JSON-LD document without its contexts",
    .operands = "FILE",
    .least = 1,
    .most = 1,
    .common = CMD_PLUMBING_COMMON,
    .options = options,
    .description = "Writes the expanded form of a JSON-LD document: every word of it as the full\n"
                   "address that its contexts give it, every value with its type. It shows what a\n"
                   "badge really says. Contexts that blazon does not know are given with --map, or\n"
                   "asked for with --online. FILE \"-\" is standard input.",
    .examples = "blazon expand badge.json\n"
                "blazon expand --safe badge.json -o expanded.json\n"
                "blazon expand --map https://badges.example.edu/=site/ badge.json\n",
    .run = run,
};
