#ifndef BLZ_VERIFY_HIDDEN_H
#define BLZ_VERIFY_HIDDEN_H

/* A proof over RDF signs what a badge means, not how it is written: whoever writes "validUntil" as its IRI,
 * under another name that an inline context defines, or inside @nest, changes nothing that is signed, and no
 * step would see the end of the badge. The specifications have credentials in compact form (VC Data
 * Model 2.0, 6.2), in which each property stands under the name that its published context gives it. */

#include "base/buf.h"
#include "verify/check.h"

/* Says what is wrong with the name of this member of the object at `path`, in a badge without a token around
 * it. */
blz_status blz_hidden_member(blz_check *check, const char *name, json_t *value, const blz_buf *path)
    BLZ_MUST_USE;
/* Says which terms of an inline context are other names of known properties or of keywords. */
blz_status blz_hidden_terms(blz_check *check, const json_t *context, const char *pointer) BLZ_MUST_USE;

#endif
