#ifndef BLZ_OB2_LINKS_H
#define BLZ_OB2_LINKS_H

/* Whether links lead to what they name. */

#include "ob2/say.h"
#include "ob2/walk.h"

/* The link to a place: whether the document could be had, and is the one that was asked for. Visitor of
 * blz_ob2_walk() with a blz_ob2_listener. */
blz_status blz_ob2_check_link(void *listener, const blz_ob2_place *place) BLZ_MUST_USE;
/* Whether two URLs have the same host and port. Errors: BLZ_ERR_NOMEM. */
blz_status blz_ob2_same_host(bool *same, const char *a, const char *b) BLZ_MUST_USE;

#endif
