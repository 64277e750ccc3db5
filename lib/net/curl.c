#include "net/curl.h"

#include <dlfcn.h>
#include <string.h>

/* The name is that of libcurl's binary interface, the same since 2006. */
static const char name[] = "libcurl.so.4";

static const struct {
    const char *name;
    size_t at; /* of the pointer in blz_curl */
} functions[] = {
    {"curl_global_init", offsetof(blz_curl, global_init)},
    {"curl_global_cleanup", offsetof(blz_curl, global_cleanup)},
    {"curl_easy_init", offsetof(blz_curl, easy_init)},
    {"curl_easy_cleanup", offsetof(blz_curl, easy_cleanup)},
    {"curl_easy_reset", offsetof(blz_curl, easy_reset)},
    {"curl_easy_setopt", offsetof(blz_curl, easy_setopt)},
    {"curl_easy_perform", offsetof(blz_curl, easy_perform)},
    {"curl_easy_getinfo", offsetof(blz_curl, easy_getinfo)},
    {"curl_easy_strerror", offsetof(blz_curl, easy_strerror)},
    {"curl_slist_append", offsetof(blz_curl, slist_append)},
    {"curl_slist_free_all", offsetof(blz_curl, slist_free_all)},
};

static bool find_functions(blz_curl *curl)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(functions); i++) {
        void *found = dlsym(curl->library, functions[i].name);
        if (!found) return false;
        memcpy((char *)curl + functions[i].at, &found, sizeof found);
    }
    return true;
}

/* Once in memory it stays there: the libraries below it have work to do when the process ends. */
blz_status blz_curl_open(blz_curl *out)
{
    blz_curl curl = {.library = dlopen(name, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE)};
    if (!curl.library) return BLZ_ERR_NOT_FOUND;
    blz_status status = !find_functions(&curl)                              ? BLZ_ERR_NOT_FOUND
                        : curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK ? BLZ_ERR_NETWORK
                                                                            : BLZ_OK;
    if (status == BLZ_OK)
        *out = curl;
    else
        dlclose(curl.library);
    return status;
}

void blz_curl_close(blz_curl *curl)
{
    if (!curl->library) return;
    curl->global_cleanup();
    dlclose(curl->library);
    *curl = (blz_curl){0};
}
