#ifndef BLAZON_CMD_PLUMBING_H
#define BLAZON_CMD_PLUMBING_H

/* What expand, nquads and canon have in common: a text in, the options of JSON-LD, a text out. */

#include <blazon/diag.h>
#include <blazon/jsonld.h>

#include "command.h"

#define CMD_PLUMBING_COMMON (CMD_OUTPUT | CMD_MAP)

/* Rows for the option table; `.choices` come from plumbing.c. */
extern const char *const cmd_jsonld_modes[];
extern const char *const cmd_jsonld_directions[];

#define CMD_JSONLD_OPTIONS                                                                                   \
    {.name = "base",                                                                                         \
     .value = "URL",                                                                                         \
     .help = "The address of the document, which relative ones in it start from. Without it they stay "      \
             "relative."},                                                                                   \
        {.name = "safe",                                                                                     \
         .help = "Refuse a document of which a part would be lost: a word that no context defines, an id "   \
                 "that is no full address."},                                                                \
        {.name = "processing-mode",                                                                          \
         .value = "MODE",                                                                                    \
         .choices = cmd_jsonld_modes,                                                                        \
         .help = "The version of JSON-LD; json-ld-1.1 if left out."},                                        \
        {.name = "expand-context",                                                                           \
         .value = "FILE",                                                                                    \
         .help = "A context that stands before those of the document, in JSON."},                            \
        {.name = "rdf-direction",                                                                            \
         .value = "FORM",                                                                                    \
         .choices = cmd_jsonld_directions,                                                                   \
         .help = "How RDF keeps the direction of a text, which is lost without it."},                        \
    {                                                                                                        \
        .name = "generalized", .help = "Keep properties that are blank nodes, which RDF does not allow."     \
    }

/* Sets `out` by these options, with the file of --expand-context in out->expand_context: release it with
 * blz_source_unref(). `path` is the operand. On failure says so and returns an exit code. */
int cmd_jsonld_options(struct cmd_env *env, blz_jsonld_options *out, const char *path);

/* One way to make a text of a text. */
typedef blz_status cmd_transform_fn(struct cmd_env *env, const blz_jsonld_options *options, char **out,
                                    size_t *length, blz_source *source, blz_diags *diags);

/* Reads the file, transforms it, and writes the result or the reason why there is none; `doing` is for a call
 * that did not work. Returns the exit code of the command. */
int cmd_transform(struct cmd_env *env, const char *path, cmd_transform_fn *transform,
                  const blz_jsonld_options *options, const char *doing);

/* A whole command that takes JSON-LD. */
int cmd_transform_jsonld(struct cmd_env *env, const char *path, cmd_transform_fn *transform,
                         const char *doing);

#endif
