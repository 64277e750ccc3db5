#ifndef BLZ_OB2_EXTENSION_H
#define BLZ_OB2_EXTENSION_H

/* Extensions (Open Badges 2.0, Extensions): objects of type Extension and of a type of their own, whose
 * contexts say by which JSON Schema they have to pass. VALIDATE_EXTENSION_NODE, VALIDATE_EXTENSION_SINGLE. */

#include "ob2/graph.h"
#include "ob2/say.h"

/* How often one badge may have an extension held against a rule, and how many contexts it may have asked for
 * rules, over all its documents: each takes the work of compiling a JSON Schema, or a request. */
enum { BLZ_OB2_RULE_CHECKS_MAX = 1000, BLZ_OB2_RULE_CONTEXTS_MAX = 40 };

/* The extensions of one badge. All zero but for `to` and `graph` at the start; release what it holds with
 * blz_ob2_extensions_clear(). */
typedef struct blz_ob2_extensions {
    const blz_ob2_listener *to;
    blz_ob2_graph *graph;
    json_t *rules; /* URL of a context that was asked -> its rules */
    size_t checks; /* so far */
} blz_ob2_extensions;

void blz_ob2_extensions_clear(blz_ob2_extensions *all);
/* Checks every extension in the document, one after the other. `*count` gets how many there are. What is
 * beyond a cap is said to be open. Errors: BLZ_ERR_NOMEM, or the listener's. */
blz_status blz_ob2_check_extensions(size_t *count, blz_ob2_extensions *all, const blz_ob2_document *document)
    BLZ_MUST_USE;

#endif
