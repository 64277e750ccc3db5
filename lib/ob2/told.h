#ifndef BLZ_OB2_TOLD_H
#define BLZ_OB2_TOLD_H

/* What can be told of a document before anything that it leads to is read. */

#include <jansson.h>
#include <stdbool.h>

/* Whether this is a document of Open Badges 2.0 or before, of any class. */
bool blz_ob2_is_document(json_t *document);
/* Whether `verification` of a node says that it is hosted, or signed. */
bool blz_ob2_is_hosted(const json_t *node);
bool blz_ob2_is_signed(const json_t *node);

#endif
