#ifndef BLZ_VERIFY_SAME_NODE_H
#define BLZ_VERIFY_SAME_NODE_H

/* Objects with one id are one node of RDF, which has what any of them says. A proof over RDF does not notice
 * when a property moves from one of them to another, where no step looks for it: a result from the subject to
 * the issuer of a badge that somebody gave to themselves. */

#include "verify/check.h"

/* Says which properties that a step decides by stand at another object with the same id, and not where the
 * step reads. */
blz_status blz_check_same_nodes(blz_check *check) BLZ_MUST_USE;

#endif
