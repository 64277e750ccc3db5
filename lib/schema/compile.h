#ifndef BLZ_SCHEMA_COMPILE_H
#define BLZ_SCHEMA_COMPILE_H

/* From documents to nodes. A document is indexed when it is met (index.c: resources, anchors, a node for
 * every schema in it); a node gets its keywords only when something refers to it (compile.c). */

#include "schema/equal.h"
#include "schema/hashmap.h"
#include "schema/model.h"

typedef struct blz_compiler {
    blz_schema *schema;
    blz_ctx *ctx;
    blz_schema_options options;
    blz_hashmap nodes;     /* address of the JSON object -> blz_node */
    blz_hashmap resources; /* URI -> blz_resource */
    blz_hashmap anchors;   /* "URI#name" -> blz_anchor */
    blz_hashmap documents; /* URI -> json_t, kept by the schema */
    blz_node *pending;
} blz_compiler;

/* Says in the caller's problem text what is wrong with the schema at `node` (NULL: as a whole);
 * BLZ_ERR_INVALID. */
blz_status blz_compile_problem(blz_compiler *c, const blz_node *node, const char *format, ...)
    BLZ_PRINTF(3, 4);

/* One keyword of JSON Schema. */
typedef struct blz_keyword_rule {
    const char *name;
    unsigned vocabularies; /* any of these switches it on */
    unsigned drafts;       /* BLZ_IN_... */
    blz_status (*compile)(blz_compiler *c, blz_node *node, const json_t *value);
} blz_keyword_rule;

enum {
    BLZ_IN_2020 = 1U << BLZ_DRAFT_2020_12,
    BLZ_IN_2019 = 1U << BLZ_DRAFT_2019_09,
    BLZ_IN_BOTH = BLZ_IN_2020 | BLZ_IN_2019,
};

extern const blz_keyword_rule blz_keyword_rules[]; /* up to a NULL name; the order is that of evaluation */

/* Appends a keyword to the node with `size` zeroed bytes of data in `*data`. */
blz_status blz_compile_keyword(blz_compiler *c, blz_node *node, blz_keyword_fn *evaluate, size_t size,
                               void *data);
bool blz_compile_has(const blz_node *node, blz_keyword_fn *evaluate);
/* The member of the node's schema if the draft and the vocabularies in force know it; NULL otherwise. */
const json_t *blz_compile_sibling(const blz_node *node, const char *name);

/* The node of the schema `json` that is at `token` in `parent`; it will have its keywords. */
blz_status blz_compile_child(blz_compiler *c, blz_node *parent, const json_t *json, blz_node **out,
                             const char *token, ...) BLZ_PRINTF(5, 6) BLZ_MUST_USE;
/* The same of the schema that is under `name` in the object of the keyword. */
blz_status blz_compile_named(blz_compiler *c, blz_node *parent, const json_t *json, blz_node **out,
                             const char *keyword, const char *name) BLZ_MUST_USE;
/* An array of schemas, at least one. */
blz_status blz_compile_list(blz_compiler *c, blz_node *parent, const json_t *json, const char *token,
                            const blz_node ***out, size_t *count) BLZ_MUST_USE;
/* A count: an integer from 0. */
blz_status blz_compile_count(blz_compiler *c, const blz_node *node, const json_t *json, const char *name,
                             size_t *out) BLZ_MUST_USE;
/* A pattern that the schema keeps. */
blz_status blz_compile_pattern(blz_compiler *c, const blz_node *node, const char *source, size_t length,
                               const blz_pattern **out) BLZ_MUST_USE;
void blz_compile_enqueue(blz_compiler *c, blz_node *node);

/* index.c: indexes a document (NULL `parent`) that was found at `uri`, or the schema that is at `token` in
 * `parent`. */
blz_status blz_index_document(blz_compiler *c, const json_t *json, const char *uri, blz_resource **out)
    BLZ_MUST_USE;
blz_status blz_index_schema(blz_compiler *c, const json_t *json, const blz_node *parent, const char *token,
                            blz_node **out) BLZ_MUST_USE;
/* "KEYWORD/NAME" with the name escaped, in the schema's arena; NULL when memory ran out. */
const char *blz_index_token(blz_compiler *c, const char *keyword, const char *name);

/* vocabulary.c: what "$schema": uri stands for. */
blz_status blz_vocabulary_find(blz_compiler *c, const char *uri, blz_schema_draft *draft,
                               unsigned *vocabularies) BLZ_MUST_USE;
/* What is in force where there is no "$schema". */
unsigned blz_vocabulary_default(blz_schema_draft draft, bool assert_formats);

/* resolve.c: the node that a reference in `node` leads to. `*anchor`, if asked for, is the anchor by whose
 * name it was found, NULL without one. */
blz_status blz_resolve_reference(blz_compiler *c, blz_node *node, const char *reference, blz_node **out,
                                 const blz_anchor **anchor) BLZ_MUST_USE;
/* The document at `uri`, kept by the schema: a published metaschema, or what the resolver or the loader has.
 */
blz_status blz_resolve_document(blz_compiler *c, const char *uri, const json_t **out) BLZ_MUST_USE;
/* `reference` against `base`, without the fragment, in the schema's arena. */
blz_status blz_resolve_uri(blz_compiler *c, const char *base, const char *reference, const char **out)
    BLZ_MUST_USE;

/* metaschema.c: the text of a published metaschema; NULL if `uri` is none. */
const char *blz_metaschema_text(const char *uri, size_t *length);

#endif
