#ifndef BLZ_OB2_COPY_H
#define BLZ_OB2_COPY_H

/* A copy of a document beside the document itself. */

#include "ob2/graph.h"
#include "ob2/say.h"

/* Says each property of `copy` that is not as in `original`. Where one of them embeds what the other only
 * names, the embedded object is held against what is at that id, if that is at hand. `*same` is whether
 * no property differs. What `copy` lacks and has to have is a note, and changes nothing. Errors:
 * BLZ_ERR_NOMEM, or the listener's. */
blz_status blz_ob2_compare(bool *same, const blz_ob2_listener *to, blz_ob2_graph *graph, json_t *copy,
                           json_t *original) BLZ_MUST_USE;

#endif
