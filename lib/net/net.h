#ifndef BLZ_NET_NET_H
#define BLZ_NET_NET_H

/* The step of the loader that asks servers. Built without the network, none.c stands in for it. */

#include <blazon/loader.h>

#include "net/policy.h"
#include "net/terms.h"

typedef struct blz_net blz_net;

/* Errors: those of blz_loader_online(). */
blz_status blz_net_open(blz_net **out, const blz_net_options *options) BLZ_MUST_USE;
void blz_net_free(blz_net *net);
/* Gets the document at `url`, of at most `max` bytes, through at most five redirects. For any number of
 * threads at once. Errors: as a blz_load_fn, `out->why` always saying more; BLZ_ERR_LIMIT, BLZ_ERR_NOMEM. */
blz_status blz_net_get(blz_net *net, const blz_net_policy *policy, blz_document *out, blz_net_terms *terms,
                       const char *url, size_t max) BLZ_MUST_USE;

BLZ_DEFINE_AUTO(blz_net, blz_net_free)

#endif
