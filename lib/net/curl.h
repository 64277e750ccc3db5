#ifndef BLZ_NET_CURL_H
#define BLZ_NET_CURL_H

/* libcurl, opened when the network is asked for and not before: it brings some twenty libraries along, and
 * looking all of them up takes longer than a badge. */

#define CURL_DISABLE_TYPECHECK /* its checks stand in the way of calls through pointers */
#include <curl/curl.h>

#include "base/mem.h"

typedef struct blz_curl {
    void *library;
    __typeof__(&curl_global_init) global_init;
    __typeof__(&curl_global_cleanup) global_cleanup;
    __typeof__(&curl_easy_init) easy_init;
    __typeof__(&curl_easy_cleanup) easy_cleanup;
    __typeof__(&curl_easy_reset) easy_reset;
    __typeof__(&curl_easy_setopt) easy_setopt;
    __typeof__(&curl_easy_perform) easy_perform;
    __typeof__(&curl_easy_getinfo) easy_getinfo;
    __typeof__(&curl_easy_strerror) easy_strerror;
    __typeof__(&curl_slist_append) slist_append;
    __typeof__(&curl_slist_free_all) slist_free_all;
} blz_curl;

/* Errors: BLZ_ERR_NOT_FOUND (the library is not installed), BLZ_ERR_NETWORK (it does not start). */
blz_status blz_curl_open(blz_curl *out) BLZ_MUST_USE;
void blz_curl_close(blz_curl *curl);

#endif
