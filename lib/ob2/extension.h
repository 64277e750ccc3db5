#ifndef BLZ_OB2_EXTENSION_H
#define BLZ_OB2_EXTENSION_H

/* Extensions (Open Badges 2.0, Extensions): objects of type Extension and of a type of their own, whose
 * contexts say by which JSON Schema they have to pass. VALIDATE_EXTENSION_NODE, VALIDATE_EXTENSION_SINGLE. */

#include "ob2/graph.h"
#include "ob2/say.h"

/* Checks every extension in the document. `*count` gets how many there are. Errors: BLZ_ERR_NOMEM, or the
 * listener's. */
blz_status blz_ob2_check_extensions(size_t *count, const blz_ob2_listener *to, blz_ob2_graph *graph,
                                    const blz_ob2_document *document) BLZ_MUST_USE;

#endif
