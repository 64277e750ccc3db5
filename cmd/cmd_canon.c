#include <string.h>

#include "plumbing.h"

static const char *const hashes[] = {"SHA-256", "SHA-384", "SHA256", "SHA384", NULL};

static const struct cmd_option options[] = {
    {.name = "nquads", .help = "FILE is N-Quads, not JSON-LD."},
    {.name = "jcs",
     .help = "Write the canonical form of the JSON itself (RFC 8785), without a line end, in place of that "
             "of its RDF."},
    {.name = "hash",
     .value = "NAME",
     .choices = hashes,
     .help = "The hash by which blank nodes are told apart; SHA-256 if left out."},
    {.name = "map-ids",
     .help = "Write which canonical label each blank node got, as one JSON object, in place of the "
             "canonical form."},
    CMD_JSONLD_OPTIONS,
    {0}};

static blz_status jcs(struct cmd_env *env, const blz_jsonld_options *how, char **out, size_t *length,
                      blz_source *source, blz_diags *diags)
{
    (void)how;
    return blz_json_canon(out, length, env->ctx, source, diags);
}

static blz_status rdfc(struct cmd_env *env, const blz_jsonld_options *how, char **out, size_t *length,
                       blz_source *source, blz_diags *diags)
{
    const char *hash = cmd_value(env, "hash");
    blz_rdfc_options rdfc = {.hash = hash && strstr(hash, "384") ? BLZ_RDFC_SHA384 : BLZ_RDFC_SHA256};
    char *text = NULL, *issued = NULL;
    blz_status status = how ? blz_jsonld_canon(&text, length, &issued, env->ctx, source, how, &rdfc, diags)
                            : blz_nquads_canon(&text, length, &issued, env->ctx, source, &rdfc, diags);
    if (status != BLZ_OK) return status;
    bool map = cmd_has(env, "map-ids");
    *out = map ? issued : text;
    if (map) *length = strlen(issued);
    blz_free(map ? text : issued);
    return BLZ_OK;
}

/* What one of them asks for, another one has no use for. */
static int check(const struct cmd_env *env)
{
    static const char *const jsonld[] = {
        "base", "safe", "processing-mode", "expand-context", "rdf-direction", "generalized", "map"};
    static const char *const rdf[] = {"nquads", "hash", "map-ids"};
    bool is_jcs = cmd_has(env, "jcs");
    for (size_t i = 0; is_jcs && i < sizeof rdf / sizeof *rdf; i++)
        if (cmd_has(env, rdf[i]))
            return cmd_usage(env, "--%s is about RDF, and --jcs is about the JSON itself", rdf[i]);
    if (!is_jcs && !cmd_has(env, "nquads")) return CMD_OK;
    for (size_t i = 0; i < sizeof jsonld / sizeof *jsonld; i++)
        if (cmd_has(env, jsonld[i]))
            return cmd_usage(env, "--%s is about JSON-LD, and --%s is not", jsonld[i],
                             is_jcs ? "jcs" : "nquads");
    return CMD_OK;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    int code = check(env);
    if (code != CMD_OK) return code;
    if (cmd_has(env, "jcs")) return cmd_transform(env, argv[0], jcs, NULL, "canonicalize the JSON");
    if (cmd_has(env, "nquads")) return cmd_transform(env, argv[0], rdfc, NULL, "canonicalize the N-Quads");
    return cmd_transform_jsonld(env, argv[0], rdfc, "canonicalize the document");
}

const struct cmd_command cmd_canon = {
    .name = "canon",
    .group = CMD_GROUP_PLUMBING,
    .summary = "write the canonical form that is hashed and signed",
    .operands = "FILE",
    .least = 1,
    .most = 1,
    .common = CMD_PLUMBING_COMMON,
    .options = options,
    .description = "Writes the canonical form of the RDF of a JSON-LD document, or of a text in\n"
                   "N-Quads (RDFC-1.0), or of the JSON itself (RFC 8785): the same bytes for\n"
                   "everything that says the same. A graph that would take too long is refused.\n"
                   "Contexts that blazon does not know are given with --map, or asked for with\n"
                   "--online. FILE \"-\" is standard input.",
    .examples = "blazon canon --safe badge.json | sha256sum\n"
                "blazon canon --nquads --hash SHA-384 graph.nq\n"
                "blazon canon --jcs badge.json | sha256sum\n",
    .run = run,
};
