#ifndef BLZ_OB2_WALK_H
#define BLZ_OB2_WALK_H

/* Goes once through everything that a document has and leads to, by the properties of its classes. */

#include "ob2/classes.h"
#include "ob2/graph.h"

typedef struct blz_ob2_place {
    blz_ob2_class of;           /* that it has to be */
    json_t *node;               /* NULL: the link leads to nothing that is known */
    const blz_ob2_target *link; /* that leads here; NULL for what is embedded, and at the start */
    const char *pointer;        /* to it, "" at the start */
    bool partial;               /* need not be complete */
    bool last;                  /* leads further than links are followed */
} blz_ob2_place;

/* Anything but BLZ_OK ends the walk with that status. */
typedef blz_status blz_ob2_visit_fn(void *user, const blz_ob2_place *place);

/* Visits `node`, then what it leads to. A node is visited once for each class that it has to be. Errors:
 * BLZ_ERR_NOMEM, or the visitor's. */
blz_status blz_ob2_walk(blz_ob2_graph *graph, blz_ob2_class of, json_t *node, blz_ob2_visit_fn *visit,
                        void *user) BLZ_MUST_USE;

/* The id of a node or of a link to it; NULL if it has none. Borrowed. */
const char *blz_ob2_id(const json_t *value);
/* A property may have one value or several: how many, and the one at `index`. */
size_t blz_ob2_many(const json_t *value);
json_t *blz_ob2_many_at(json_t *value, size_t index);

#endif
