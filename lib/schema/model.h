#ifndef BLZ_SCHEMA_MODEL_H
#define BLZ_SCHEMA_MODEL_H

/* A compiled schema: resources (what has a URI of its own) made of nodes (schemas), nodes made of keywords.
 * All of it lives in the arena of its blz_schema and does not change once it is compiled. */

#include "base/arena.h"
#include "schema/pattern.h"
#include "schema/schema.h"

enum {
    BLZ_VOCABULARY_CORE = 1U << 0,
    BLZ_VOCABULARY_APPLICATOR = 1U << 1,
    BLZ_VOCABULARY_UNEVALUATED = 1U << 2,
    BLZ_VOCABULARY_VALIDATION = 1U << 3,
    BLZ_VOCABULARY_METADATA = 1U << 4,
    BLZ_VOCABULARY_FORMAT = 1U << 5,
    BLZ_VOCABULARY_ASSERT_FORMAT = 1U << 6,
    BLZ_VOCABULARY_CONTENT = 1U << 7,
};

typedef struct blz_node blz_node;
typedef struct blz_eval blz_eval;   /* eval.h */
typedef struct blz_frame blz_frame; /* eval.h */

/* A name for a node within a resource. */
typedef struct blz_anchor {
    struct blz_anchor *next; /* of the same resource */
    const char *name;
    blz_node *node;
    bool dynamic;
} blz_anchor;

typedef struct blz_resource {
    struct blz_resource *next;
    const char *uri; /* absolute, without a fragment */
    blz_node *root;
    blz_anchor *anchors;
    blz_schema_draft draft;
    unsigned vocabularies; /* BLZ_VOCABULARY_... */
    bool recursive;        /* "$recursiveAnchor": true */
} blz_resource;

typedef blz_status blz_keyword_fn(blz_eval *eval, const void *data, blz_frame *frame);

typedef struct blz_keyword {
    struct blz_keyword *next; /* in the order of the keyword table */
    blz_keyword_fn *evaluate;
    const void *data;
} blz_keyword;

typedef enum blz_verdict { BLZ_VERDICT_ASK, BLZ_VERDICT_TRUE, BLZ_VERDICT_FALSE } blz_verdict;

struct blz_node {
    const json_t *json;
    blz_resource *resource;
    const blz_node *parent; /* with `token` where it is in its resource; NULL at the root */
    const char *token;      /* "items", "properties/name": escaped, without the first slash */
    blz_verdict verdict;
    bool queued;      /* compiled, or going to be */
    bool unevaluated; /* has "unevaluatedProperties" or "unevaluatedItems" */
    const char *noun; /* what one such thing is called: "x-blazon-noun", else the title; may be NULL */
    const char *about;
    blz_keyword *keywords;
    blz_node *next_pending;
};

typedef struct blz_kept_pattern {
    struct blz_kept_pattern *next;
    blz_pattern *pattern;
} blz_kept_pattern;

typedef struct blz_kept_document {
    struct blz_kept_document *next;
    json_t *document;
} blz_kept_document;

struct blz_schema {
    blz_arena arena;
    blz_kept_document *documents;
    blz_kept_pattern *patterns;
    blz_resource *resources;
    blz_node *root;
    size_t work_max;
};

#endif
