#ifndef BLZ_OB2_GRAPH_H
#define BLZ_OB2_GRAPH_H

/* The documents that belong together: an assertion links to its badge class, that to its issuer, who links to
 * keys and a revocation list. What stands at an http(s) id is the truth about it: an embedded copy, which
 * anybody could have written, only names it. Each document is asked for once; how many and how large they may
 * be together is capped. */

#include "ob2/document.h"

typedef struct blz_ob2_graph blz_ob2_graph;

/* The most documents, and how deep links may lead. */
enum { BLZ_OB2_DOCUMENTS_MAX = 300, BLZ_OB2_LINKS_MAX = 16 };

/* Where a link leads. */
typedef struct blz_ob2_target {
    const char *id; /* that it names; NULL: an object without one */
    json_t *node;   /* what is there; NULL: not known */
    const blz_ob2_document
        *document; /* that the node is, or that could not be read; NULL: the node is embedded
                      in the document that links to it, or the link leads nowhere */
    const blz_ob2_document
        *moved; /* that is served at the id and says that its id is another one; NULL: none */
} blz_ob2_target;

/* A document may say that its id is another one than that it is served at. With `refetch` it is then asked
 * for at that id, and only what is there counts; without, what was served counts. The context must outlive
 * the graph. Errors: BLZ_ERR_NOMEM. Release with blz_ob2_graph_free(). */
blz_status blz_ob2_graph_new(blz_ob2_graph **out, blz_ctx *ctx, bool refetch) BLZ_MUST_USE;
void blz_ob2_graph_free(blz_ob2_graph *graph);
BLZ_DEFINE_AUTO(blz_ob2_graph, blz_ob2_graph_free)

/* Adds the document that somebody handed over. Borrowed. Errors: BLZ_ERR_NOMEM. */
blz_status blz_ob2_graph_add(const blz_ob2_document **out, blz_ob2_graph *graph, json_t *raw) BLZ_MUST_USE;
/* The document at `url`, loaded if it was not yet. Borrowed. Errors: BLZ_ERR_NOMEM. */
blz_status blz_ob2_graph_get(const blz_ob2_document **out, blz_ob2_graph *graph, const char *url)
    BLZ_MUST_USE;
/* Follows the value of a property: an id, or an object that may have one. Errors: BLZ_ERR_NOMEM. */
blz_status blz_ob2_graph_follow(blz_ob2_target *out, blz_ob2_graph *graph, json_t *value) BLZ_MUST_USE;

/* The documents in the order in which they came: how many, and the one at `index`. */
size_t blz_ob2_graph_count(const blz_ob2_graph *graph);
const blz_ob2_document *blz_ob2_graph_at(const blz_ob2_graph *graph, size_t index);
const blz_ob2_names *blz_ob2_graph_names(const blz_ob2_graph *graph);
blz_ctx *blz_ob2_graph_ctx(const blz_ob2_graph *graph);

#endif
