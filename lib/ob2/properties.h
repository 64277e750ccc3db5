#ifndef BLZ_OB2_PROPERTIES_H
#define BLZ_OB2_PROPERTIES_H

/* Whether the nodes of a graph are what their classes ask for: required properties, types of values, and the
 * rules that hold between properties of one node. */

#include "ob2/say.h"
#include "ob2/walk.h"

/* One node. Visitor of blz_ob2_walk() with a blz_ob2_listener. */
blz_status blz_ob2_check_node(void *listener, const blz_ob2_place *place) BLZ_MUST_USE;

#endif
