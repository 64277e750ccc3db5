#include "net/net.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

#include "base/ctx.h"
#include "base/uri.h"
#include "net/explain.h"
#include "net/fetch.h"

enum { REDIRECTS_MAX = 5, IDLE_MAX = 16, CONNECT_SECONDS = 10, TOTAL_SECONDS = 30 };

struct blz_net {
    blz_curl curl;
    struct curl_slist *headers;
    char *ca_file;
    unsigned connect_seconds, total_seconds;
    pthread_mutex_t lock;
    CURL *idle[IDLE_MAX]; /* with the connections that they hold open, for whoever asks next */
    size_t idle_count;
};

static const char accepted[] = "Accept: application/ld+json, application/json;q=0.9, */*;q=0.1";

static blz_status copy_options(blz_net *net, const blz_net_options *options)
{
    net->connect_seconds = options && options->connect_seconds ? options->connect_seconds : CONNECT_SECONDS;
    net->total_seconds = options && options->total_seconds ? options->total_seconds : TOTAL_SECONDS;
    if (!options || !options->ca_file) return BLZ_OK;
    net->ca_file = blz_strdup(options->ca_file);
    return net->ca_file ? BLZ_OK : BLZ_ERR_NOMEM;
}

blz_status blz_net_open(blz_net **out, const blz_net_options *options)
{
    BLZ_AUTO(blz_net) net = blz_calloc(1, sizeof *net);
    if (!net) return BLZ_ERR_NOMEM;
    net->lock = (pthread_mutex_t)PTHREAD_MUTEX_INITIALIZER;
    BLZ_TRY(copy_options(net, options));
    BLZ_TRY(blz_curl_open(&net->curl));
    net->headers = net->curl.slist_append(NULL, accepted);
    BLZ_TRY_MEM(net->headers);
    *out = BLZ_STEAL(net);
    return BLZ_OK;
}

void blz_net_free(blz_net *net)
{
    if (!net) return;
    while (net->idle_count)
        net->curl.easy_cleanup(net->idle[--net->idle_count]);
    if (net->headers) net->curl.slist_free_all(net->headers);
    blz_curl_close(&net->curl);
    pthread_mutex_destroy(&net->lock);
    blz_free(net->ca_file);
    blz_free(net);
}

static CURL *take_handle(blz_net *net)
{
    pthread_mutex_lock(&net->lock);
    CURL *easy = net->idle_count ? net->idle[--net->idle_count] : NULL;
    pthread_mutex_unlock(&net->lock);
    return easy ? easy : net->curl.easy_init();
}

static void give_handle(blz_net *net, CURL *easy)
{
    net->curl.easy_reset(easy);
    pthread_mutex_lock(&net->lock);
    bool room = net->idle_count < IDLE_MAX;
    if (room) net->idle[net->idle_count++] = easy;
    pthread_mutex_unlock(&net->lock);
    if (!room) net->curl.easy_cleanup(easy);
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The way to one document, over several servers perhaps. */
typedef struct journey {
    blz_net *net;
    const blz_net_policy *policy;
    CURL *easy;
    int64_t end; /* when there is no more time, in milliseconds */
    size_t max;
    char *url;    /* where it is now */
    bool arrived; /* with the document, or with the server's word that there is none */
    int steps;
} journey;

static void journey_clear(journey *j)
{
    blz_free(j->url);
}

static blz_status not_allowed(blz_document *out, const journey *j, const char *url, const char *why)
{
    if (!j->steps) return blz_document_fail(out, BLZ_ERR_PERMISSION, "the address %s", why);
    blz_uri uri;
    const char *shown = blz_uri_split(&uri, url) == BLZ_OK ? url : "another place";
    return blz_document_fail(out, BLZ_ERR_PERMISSION, "it leads to \"%s\", which %s", shown, why);
}

/* The beginning of `text` (NULL: nothing) as the media type, in lower case; anything unusual is none. */
static blz_status take_type(blz_document *out, const char *text)
{
    size_t length = text ? strcspn(text, "; \t") : 0;
    if (!length) return BLZ_OK;
    out->type = blz_strndup(text, length);
    if (!out->type) return BLZ_ERR_NOMEM;
    for (char *at = out->type; *at; at++) {
        if (*at >= 'A' && *at <= 'Z') *at = (char)(*at - 'A' + 'a');
        if (*at > ' ' && *at < 0x7f) continue;
        blz_free(out->type);
        out->type = NULL;
        return BLZ_OK;
    }
    return BLZ_OK;
}

static blz_status take_document(blz_document *out, const journey *j, blz_fetch *fetch)
{
    const char *type = NULL;
    j->net->curl.easy_getinfo(j->easy, CURLINFO_CONTENT_TYPE, &type);
    BLZ_TRY(take_type(out, type));
    return blz_buf_take(&fetch->body, &out->bytes, &out->length);
}

/* Goes where the server points to, if that is allowed. */
static blz_status follow(blz_document *out, journey *j, const blz_fetch *fetch)
{
    const char *to = NULL, *why = NULL;
    blz_net_target target;
    j->net->curl.easy_getinfo(j->easy, CURLINFO_REDIRECT_URL, &to);
    if (!to) return blz_explain_code(out, fetch);
    if (j->steps == REDIRECTS_MAX)
        return blz_document_fail(out, BLZ_ERR_PERMISSION,
                                 "it leads from one address to the next, %d times and more", REDIRECTS_MAX);
    j->steps++;
    blz_status status = blz_net_policy_check(j->policy, &target, to, j->url, &why);
    if (status != BLZ_OK) return not_allowed(out, j, to, why);
    char *url = blz_strndup(to, strcspn(to, "#"));
    BLZ_TRY_MEM(url);
    blz_free(j->url);
    j->url = url;
    return BLZ_OK;
}

static bool is_redirect(long code)
{
    return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
}

static blz_status judge(blz_document *out, journey *j, blz_fetch *fetch)
{
    if (fetch->result != CURLE_OK) return blz_explain_failure(out, fetch, j->net->total_seconds);
    if (is_redirect(fetch->code)) return follow(out, j, fetch);
    j->arrived = true;
    return fetch->code == 200 ? take_document(out, j, fetch) : blz_explain_code(out, fetch);
}

static blz_status step(blz_document *out, journey *j, blz_net_terms *terms)
{
    const char *why = NULL;
    int64_t left = j->end - now_ms();
    BLZ_SCOPED(blz_fetch) fetch = {.curl = &j->net->curl,
                                   .easy = j->easy,
                                   .headers = j->net->headers,
                                   .url = j->url,
                                   .ca_file = j->net->ca_file,
                                   .max = j->max};
    blz_status status = blz_net_policy_check(j->policy, &fetch.target, j->url, NULL, &why);
    if (status != BLZ_OK) return not_allowed(out, j, j->url, why);
    fetch.may_be_private = blz_net_policy_is_allowed(j->policy, &fetch.target);
    fetch.connect_ms = (long)j->net->connect_seconds * 1000;
    fetch.total_ms = left > 1 ? (long)left : 1;
    status = blz_fetch_run(&fetch);
    if (status == BLZ_ERR_UNSUPPORTED)
        return blz_document_fail(out, BLZ_ERR_NETWORK, "the libcurl of this system is too old");
    BLZ_TRY(status);
    *terms = fetch.terms;
    return judge(out, j, &fetch);
}

static blz_status travel(journey *j, blz_document *out, blz_net_terms *terms)
{
    while (!j->arrived)
        BLZ_TRY(step(out, j, terms));
    if (j->steps) out->url = BLZ_STEAL(j->url);
    return BLZ_OK;
}

blz_status blz_net_get(blz_net *net, const blz_net_policy *policy, blz_document *out, blz_net_terms *terms,
                       const char *url, size_t max)
{
    BLZ_SCOPED(journey) j = {.net = net, .policy = policy, .max = max};
    j.end = now_ms() + (int64_t)net->total_seconds * 1000;
    j.url = blz_strndup(url, strcspn(url, "#"));
    BLZ_TRY_MEM(j.url);
    j.easy = take_handle(net);
    BLZ_TRY_MEM(j.easy);
    blz_status status = travel(&j, out, terms);
    give_handle(net, j.easy);
    return status;
}
