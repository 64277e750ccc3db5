#ifndef BLZ_NET_FETCH_H
#define BLZ_NET_FETCH_H

/* One question to one server, and its answer. */

#include "base/buf.h"
#include "net/address.h"
#include "net/curl.h"
#include "net/policy.h"
#include "net/terms.h"

typedef struct blz_fetch {
    /* What is asked. */
    const blz_curl *curl;
    CURL *easy; /* comes as it was made or reset */
    const struct curl_slist *headers;
    const char *url;     /* without a fragment */
    const char *ca_file; /* NULL: the system's authorities */
    blz_net_target target;
    bool may_be_private;
    long connect_ms, total_ms;
    size_t max;
    /* What came of it. */
    CURLcode result;
    long code;    /* of the answer; 0: there is none */
    blz_buf body; /* of an answer 200 */
    blz_net_terms terms;
    size_t head, passed_over; /* bytes of the head, and of the body of other answers */
    bool too_large;           /* the body is more than `max` */
    bool head_too_large;
    const char *barred;                   /* why an address was not used; NULL: none was barred */
    char barred_address[BLZ_ADDRESS_MAX]; /* which one */
} blz_fetch;

/* Asks. Errors: BLZ_ERR_UNSUPPORTED: this libcurl cannot be told all that has to be; BLZ_ERR_NOMEM. Whether
 * there is an answer is in `result` and `code`. */
blz_status blz_fetch_run(blz_fetch *fetch) BLZ_MUST_USE;
void blz_fetch_clear(blz_fetch *fetch);

#endif
