/* What the network floor reads of strangers and of its own folder: a URL, lines of an answer's head, and a
 * file that may be a copy. The first line of the input is the URL, the rest is the others. */

#include <string.h>

#include "net/copy.h"
#include "net/policy.h"
#include "net/terms.h"

#include "fuzz.h"

/* A URL that is allowed has a plain host, which can be allowed by name, and then is. */
static void look_at_url(const char *url)
{
    blz_net_policy policy = {.insecure_http = true};
    blz_net_target target = {0};
    const char *why = NULL;
    blz_status status = blz_net_policy_check(&policy, &target, url, NULL, &why);
    FUZZ_ASSERT((status == BLZ_OK) == (why == NULL));
    if (status == BLZ_OK) {
        char *host = blz_strndup(target.host.at, target.host.length);
        FUZZ_ASSERT(host && target.port > 0 && target.port < 65536 && !strpbrk(host, "@/?#%\\ "));
        FUZZ_ASSERT(!blz_net_policy_is_allowed(&policy, &target));
        FUZZ_ASSERT(blz_net_policy_allow(&policy, host) == BLZ_OK);
        FUZZ_ASSERT(blz_net_policy_is_allowed(&policy, &target));
        blz_free(host);
    }
    blz_net_policy_clear(&policy);
}

static void look_at_head(const char *text, size_t length)
{
    blz_net_terms terms = BLZ_NET_TERMS;
    while (length) {
        const char *feed = memchr(text, '\n', length);
        size_t line = feed ? (size_t)(feed - text) + 1 : length;
        blz_net_terms_take(&terms, text, line);
        text += line;
        length -= line;
    }
    FUZZ_ASSERT(blz_net_terms_fresh(&terms) >= 0 && blz_net_terms_fresh(&terms) <= BLZ_NET_FRESH_SECONDS);
}

/* What is read as a copy is written as that copy again. */
static void look_at_copy(const char *url, const char *text, size_t length)
{
    blz_document document = {0};
    int64_t until = 0;
    blz_buf again = BLZ_BUF(BLZ_BUF_MAX);
    blz_status status = blz_copy_read(&document, &until, url, text, length);
    FUZZ_ASSERT(status == BLZ_OK || status == BLZ_ERR_NOT_FOUND);
    if (status == BLZ_OK) {
        FUZZ_ASSERT(blz_copy_write(&again, url, &document, until) == BLZ_OK);
        blz_document twice = {0};
        FUZZ_ASSERT(blz_copy_read(&twice, &until, url, again.data, again.length) == BLZ_OK);
        FUZZ_ASSERT(twice.length == document.length &&
                    memcmp(twice.bytes, document.bytes, twice.length) == 0);
        blz_document_clear(&twice);
    }
    blz_buf_clear(&again);
    blz_document_clear(&document);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = size ? (const char *)data : "";
    const char *feed = memchr(text, '\n', size);
    size_t first = feed ? (size_t)(feed - text) : size;
    char *url = blz_strndup(text, first);
    FUZZ_ASSERT(url != NULL);
    size_t at = first + (feed != NULL);
    look_at_url(url);
    look_at_head(text + at, size - at);
    look_at_copy(url, text + at, size - at);
    blz_free(url);
    return 0;
}
