#ifndef BLZ_NET_POLICY_H
#define BLZ_NET_POLICY_H

/* Which URLs may be asked for: what can be told before anything is looked up. */

#include "base/text.h"

typedef struct blz_net_policy {
    bool insecure_http;
    char **hosts; /* "badges.localhost" or "[::1]:8443", in small letters: may have private addresses */
    size_t host_count;
} blz_net_policy;

/* What a URL that may be asked for leads to. Borrowed from the URL. */
typedef struct blz_net_target {
    blz_slice host; /* an IPv6 address has its brackets */
    int port;
    bool https;
} blz_net_target;

enum { BLZ_NET_URL_MAX = 8192 };

/* Adds "HOST" (with every port) or "HOST:PORT". Errors: BLZ_ERR_ARGUMENT (it is neither), BLZ_ERR_NOMEM. */
blz_status blz_net_policy_allow(blz_net_policy *policy, const char *host) BLZ_MUST_USE;
void blz_net_policy_clear(blz_net_policy *policy);

/* Whether `url` may be asked for; `after` is the URL whose server sent us there, NULL at the start. On
 * BLZ_ERR_PERMISSION `*why` says what is wrong with it, to follow the URL in a sentence; static. */
blz_status blz_net_policy_check(const blz_net_policy *policy, blz_net_target *out, const char *url,
                                const char *after, const char **why) BLZ_MUST_USE;
/* Whether the target may have an address that is not public. */
bool blz_net_policy_is_allowed(const blz_net_policy *policy, const blz_net_target *target);

#endif
