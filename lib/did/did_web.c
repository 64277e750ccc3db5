#include "did/methods.h"

#include <string.h>
#include <strings.h>

#include "base/uri.h"
#include "base/why.h"
#include "did/load.h"

/* did:web: the name is a place on the web. Its host may have a port, with the colon as %3A; the colons that
 * follow are the slashes of a path. */

static const char prefix[] = "did:web:";

/* Host and port: the only escape is that of the colon. */
static blz_status put_host(blz_buf *url, blz_slice host)
{
    for (size_t i = 0; i < host.length; i++) {
        char c = host.at[i];
        if (c == '%') {
            if (host.length - i < 4 || strncasecmp(host.at + i, "%3A", 3) != 0) return BLZ_ERR_INVALID;
            i += 2;
            c = ':';
        }
        BLZ_TRY(blz_buf_putc(url, c));
    }
    return host.length ? BLZ_OK : BLZ_ERR_INVALID;
}

/* One name of the path, as it is in the DID: it must stay one name when it is decoded. */
static blz_status put_name(blz_buf *url, blz_slice name)
{
    BLZ_AUTO(blz_text) decoded = NULL;
    size_t length = 0;
    blz_status status = blz_uri_decode(&decoded, &length, name.at, name.length);
    if (status == BLZ_ERR_SYNTAX) return BLZ_ERR_INVALID;
    BLZ_TRY(status);
    if (!length || strlen(decoded) != length || strpbrk(decoded, "/\\?#")) return BLZ_ERR_INVALID;
    if (strcmp(decoded, ".") == 0 || strcmp(decoded, "..") == 0) return BLZ_ERR_INVALID;
    BLZ_TRY(blz_buf_putc(url, '/'));
    return blz_buf_append(url, name.at, name.length);
}

static blz_status put_url(blz_buf *url, const char *did)
{
    const char *at = did + sizeof prefix - 1;
    if (strncmp(did, prefix, sizeof prefix - 1) != 0 || strpbrk(at, "/?#@[]")) return BLZ_ERR_INVALID;
    size_t length = strcspn(at, ":");
    BLZ_TRY(blz_buf_puts(url, "https://"));
    BLZ_TRY(put_host(url, (blz_slice){at, length}));
    if (!at[length]) return blz_buf_puts(url, "/.well-known/did.json");
    while (at[length]) {
        at += length + 1;
        length = strcspn(at, ":");
        BLZ_TRY(put_name(url, (blz_slice){at, length}));
    }
    return blz_buf_puts(url, "/did.json");
}

blz_status blz_did_web_url(char **out, const char *did)
{
    blz_uri uri;
    BLZ_SCOPED(blz_buf) url = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(put_url(&url, did));
    if (blz_uri_split(&uri, url.data) != BLZ_OK || !uri.host.length) return BLZ_ERR_INVALID;
    return blz_buf_take(&url, out, NULL);
}

static blz_status put_path(blz_buf *did, blz_slice path)
{
    while (path.length && path.at[path.length - 1] == '/')
        path.length--;
    for (size_t i = 0; i < path.length; i++)
        BLZ_TRY(blz_buf_putc(did, path.at[i] == '/' ? ':' : path.at[i]));
    return BLZ_OK;
}

static blz_status from_url(blz_buf *did, const char *url)
{
    blz_uri uri;
    if (!blz_uri_is_https(url) || blz_uri_split(&uri, url) != BLZ_OK) return BLZ_ERR_INVALID;
    if (uri.userinfo.at || uri.query.at || uri.fragment.at || memchr(uri.path.at, ':', uri.path.length))
        return BLZ_ERR_INVALID;
    BLZ_TRY(blz_buf_puts(did, prefix));
    BLZ_TRY(blz_buf_append(did, uri.host.at, uri.host.length));
    if (uri.port.length) {
        BLZ_TRY(blz_buf_puts(did, "%3A"));
        BLZ_TRY(blz_buf_append(did, uri.port.at, uri.port.length));
    }
    return put_path(did, uri.path);
}

blz_status blz_did_web(char **out, const char *url_or_did)
{
    BLZ_SCOPED(blz_buf) did = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_AUTO(blz_text) url = NULL;
    if (strncmp(url_or_did, "did:", 4) == 0)
        BLZ_TRY(blz_buf_puts(&did, url_or_did));
    else
        BLZ_TRY(from_url(&did, url_or_did));
    BLZ_TRY(blz_did_web_url(&url, did.data)); /* whatever came out must lead back */
    return blz_buf_take(&did, out, NULL);
}

blz_status blz_did_web_document(json_t **out, blz_ctx *ctx, const char *did, char **reason)
{
    BLZ_AUTO(blz_text) url = NULL;
    BLZ_SCOPED(blz_document) text = {0};
    json_auto_t *document = NULL;
    blz_status status = blz_did_web_url(&url, did);
    if (status == BLZ_ERR_INVALID)
        return blz_why(reason, BLZ_ERR_SYNTAX,
                       "\"%s\" is not a did:web: no host and path can be read from it", did);
    BLZ_TRY(status);
    BLZ_TRY(blz_load_text(&text, ctx, url, reason));
    BLZ_TRY(blz_load_parse(&document, ctx, &text, url, reason));
    const char *id = json_string_value(json_object_get(document, "id"));
    if (!id || strcmp(id, did) != 0)
        return blz_why(reason, BLZ_ERR_INVALID, "the document \"%s\" has %s%s%s as its id, not \"%s\"", url,
                       id ? "\"" : "", id ? id : "nothing", id ? "\"" : "", did);
    *out = json_incref(document);
    return BLZ_OK;
}
