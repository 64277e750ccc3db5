#include "net/fetch.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <blazon/version.h>

enum { HEAD_MAX = 64 << 10, PASSED_OVER_MAX = 256 << 10, SLOW_BYTES = 64, SLOW_SECONDS = 10 };

/* Here every connection begins, whatever led to it: the address in binary decides. */
static curl_socket_t open_socket(void *user, curlsocktype purpose, struct curl_sockaddr *address)
{
    blz_fetch *fetch = user;
    const char *barred = blz_address_barred(&address->addr, address->addrlen);
    if (purpose != CURLSOCKTYPE_IPCXN) return CURL_SOCKET_BAD;
    if (barred && !fetch->may_be_private) {
        fetch->barred = barred;
        blz_address_text(fetch->barred_address, &address->addr, address->addrlen);
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static size_t take_head(char *line, size_t size, size_t count, void *user)
{
    blz_fetch *fetch = user;
    size_t length = size * count;
    fetch->head += length;
    fetch->head_too_large = fetch->head > HEAD_MAX;
    if (fetch->head_too_large) return 0;
    if (length > 5 && memcmp(line, "HTTP/", 5) == 0) fetch->terms = BLZ_NET_TERMS; /* after one of 100 */
    blz_net_terms_take(&fetch->terms, line, length);
    return length;
}

/* The page that comes with another answer than 200 is not kept, and one that is long is not waited for. */
static size_t pass_over(blz_fetch *fetch, size_t length)
{
    fetch->passed_over += length;
    return fetch->passed_over > PASSED_OVER_MAX ? 0 : length;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *user)
{
    blz_fetch *fetch = user;
    size_t length = size * count;
    long code = 0;
    fetch->curl->easy_getinfo(fetch->easy, CURLINFO_RESPONSE_CODE, &code);
    if (code != 200) return pass_over(fetch, length);
    blz_status status = blz_buf_append(&fetch->body, bytes, length);
    fetch->too_large = status == BLZ_ERR_LIMIT;
    return status == BLZ_OK ? length : 0;
}

/* All that is a number. The rest of what libcurl could do (cookies, passwords, referers, files of its own) is
 * off as long as nobody turns it on. */
static bool set_numbers(const blz_fetch *f)
{
    const struct {
        CURLoption option;
        long value;
    } numbers[] = {
        {CURLOPT_NOSIGNAL, 1},
        {CURLOPT_NOPROGRESS, 1},
        {CURLOPT_FOLLOWLOCATION, 0}, /* each step is looked at (net.c) */
        {CURLOPT_NETRC, CURL_NETRC_IGNORED},
        {CURLOPT_DISALLOW_USERNAME_IN_URL, 1},
        {CURLOPT_SSL_VERIFYPEER, 1},
        {CURLOPT_SSL_VERIFYHOST, 2},
        {CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2},
        {CURLOPT_CONNECTTIMEOUT_MS, f->connect_ms < f->total_ms ? f->connect_ms : f->total_ms},
        {CURLOPT_TIMEOUT_MS, f->total_ms},
        {CURLOPT_LOW_SPEED_LIMIT, SLOW_BYTES},
        {CURLOPT_LOW_SPEED_TIME, SLOW_SECONDS},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(numbers); i++)
        if (f->curl->easy_setopt(f->easy, numbers[i].option, numbers[i].value) != CURLE_OK) return false;
    return true;
}

static bool set_texts(const blz_fetch *f)
{
    const struct {
        CURLoption option;
        const char *value;
    } texts[] = {
        {CURLOPT_URL, f->url},
        {CURLOPT_PROTOCOLS_STR, f->target.https ? "https" : "http"},
        {CURLOPT_PROXY, ""}, /* whatever the environment says: the address would be its choice */
        {CURLOPT_USERAGENT, "blazon/" BLZ_VERSION},
        {CURLOPT_ACCEPT_ENCODING, "gzip"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++)
        if (f->curl->easy_setopt(f->easy, texts[i].option, texts[i].value) != CURLE_OK) return false;
    if (!f->ca_file) return true;
    return f->curl->easy_setopt(f->easy, CURLOPT_CAINFO, f->ca_file) == CURLE_OK &&
           f->curl->easy_setopt(f->easy, CURLOPT_CAPATH, NULL) == CURLE_OK;
}

static bool set_rest(blz_fetch *f)
{
    const blz_curl *curl = f->curl;
    curl_off_t max = (curl_off_t)f->max;
    return curl->easy_setopt(f->easy, CURLOPT_MAXFILESIZE_LARGE, max) == CURLE_OK &&
           curl->easy_setopt(f->easy, CURLOPT_HTTPHEADER, f->headers) == CURLE_OK &&
           curl->easy_setopt(f->easy, CURLOPT_OPENSOCKETFUNCTION, open_socket) == CURLE_OK &&
           curl->easy_setopt(f->easy, CURLOPT_OPENSOCKETDATA, f) == CURLE_OK &&
           curl->easy_setopt(f->easy, CURLOPT_HEADERFUNCTION, take_head) == CURLE_OK &&
           curl->easy_setopt(f->easy, CURLOPT_HEADERDATA, f) == CURLE_OK &&
           curl->easy_setopt(f->easy, CURLOPT_WRITEFUNCTION, take_body) == CURLE_OK &&
           curl->easy_setopt(f->easy, CURLOPT_WRITEDATA, f) == CURLE_OK;
}

blz_status blz_fetch_run(blz_fetch *fetch)
{
    fetch->body = BLZ_BUF(fetch->max);
    fetch->terms = BLZ_NET_TERMS;
    if (!set_numbers(fetch) || !set_texts(fetch) || !set_rest(fetch)) return BLZ_ERR_UNSUPPORTED;
    fetch->result = fetch->curl->easy_perform(fetch->easy);
    fetch->curl->easy_getinfo(fetch->easy, CURLINFO_RESPONSE_CODE, &fetch->code);
    if (fetch->result == CURLE_WRITE_ERROR && fetch->passed_over > PASSED_OVER_MAX) fetch->result = CURLE_OK;
    return fetch->result == CURLE_OUT_OF_MEMORY || fetch->body.status == BLZ_ERR_NOMEM ? BLZ_ERR_NOMEM
                                                                                       : BLZ_OK;
}

void blz_fetch_clear(blz_fetch *fetch)
{
    blz_buf_clear(&fetch->body);
}
