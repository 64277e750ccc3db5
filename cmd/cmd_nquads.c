#include "plumbing.h"

static const struct cmd_option options[] = {CMD_JSONLD_OPTIONS, {0}};

static blz_status transform(struct cmd_env *env, const blz_jsonld_options *how, char **out, size_t *length,
                            blz_source *source, blz_diags *diags)
{
    return blz_jsonld_nquads(out, length, env->ctx, source, how, diags);
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    return cmd_transform_jsonld(env, argv[0], transform, "make RDF of the document");
}

const struct cmd_command cmd_nquads = {
    .name = "nquads",
    .group = CMD_GROUP_PLUMBING,
    .summary = "write the RDF of a JSON-LD document",
    .operands = "FILE",
    .least = 1,
    .most = 1,
    .common = CMD_PLUMBING_COMMON,
    .options = options,
    .description = "Writes the RDF of a JSON-LD document as N-Quads, one statement on each line, in\n"
                   "the order of the document. What has no meaning in RDF is left out unless --safe\n"
                   "refuses it. Contexts that blazon does not know are given with --map, or asked\n"
                   "for with --online. FILE \"-\" is standard input.",
    .examples = "blazon nquads badge.json\n"
                "blazon nquads --safe --rdf-direction i18n-datatype badge.json | sort\n",
    .run = run,
};
