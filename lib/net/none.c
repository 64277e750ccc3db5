#include "net/net.h"

/* What is there where blazon is built without the network: nothing is ever opened. */

blz_status blz_net_open(blz_net **out, const blz_net_options *options)
{
    (void)out, (void)options;
    return BLZ_ERR_UNSUPPORTED;
}

void blz_net_free(blz_net *net)
{
    (void)net;
}

blz_status blz_net_get(blz_net *net, const blz_net_policy *policy, blz_document *out, blz_net_terms *terms,
                       const char *url, size_t max)
{
    (void)net, (void)policy, (void)out, (void)terms, (void)url, (void)max;
    return BLZ_ERR_UNSUPPORTED;
}
