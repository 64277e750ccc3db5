#include "base/uri.h"

#include <string.h>
#include <strings.h>

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_unreserved(char c)
{
    return is_letter(c) || is_digit(c) || (c && strchr("-._~", c));
}

static int hex(char c)
{
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Only unreserved characters, those in `also`, and whole % escapes. */
static bool consists_of(blz_slice part, const char *also)
{
    for (size_t i = 0; i < part.length; i++) {
        char c = part.at[i];
        if (c == '%') {
            if (i + 2 >= part.length || hex(part.at[i + 1]) < 0 || hex(part.at[i + 2]) < 0) return false;
            i += 2;
        } else if (!is_unreserved(c) && !(c && strchr(also, c))) {
            return false;
        }
    }
    return true;
}

static blz_slice slice(const char *at, const char *end)
{
    return (blz_slice){at, (size_t)(end - at)};
}

static const char *scheme_end(const char *text)
{
    if (!is_letter(*text)) return NULL;
    const char *at = text;
    while (is_letter(*at) || is_digit(*at) || *at == '+' || *at == '-' || *at == '.')
        at++;
    return *at == ':' ? at : NULL;
}

static void split_authority(blz_uri *uri)
{
    const char *at = uri->authority.at, *end = at + uri->authority.length;
    for (const char *c = end; c > at; c--) {
        if (c[-1] != '@') continue;
        uri->userinfo = slice(at, c - 1);
        at = c;
        break;
    }
    const char *host_end = at;
    if (host_end < end && *host_end == '[')
        while (host_end < end && host_end[-(host_end > at)] != ']')
            host_end++;
    else
        while (host_end < end && *host_end != ':')
            host_end++;
    uri->host = slice(at, host_end);
    if (host_end < end) uri->port = slice(host_end + 1, end);
}

/* By the delimiters alone (the expression of RFC 3986, appendix B), so that IRIs are split as well. */
static void split(blz_uri *uri, const char *text)
{
    *uri = (blz_uri){0};
    const char *at = text, *end = scheme_end(at);
    if (end) {
        uri->scheme = slice(at, end);
        at = end + 1;
    }
    if (at[0] == '/' && at[1] == '/') {
        end = at + 2 + strcspn(at + 2, "/?#");
        uri->authority = slice(at + 2, end);
        split_authority(uri);
        at = end;
    }
    end = at + strcspn(at, "?#");
    uri->path = slice(at, end);
    if (*end == '?') {
        at = end + 1;
        end = at + strcspn(at, "#");
        uri->query = slice(at, end);
    }
    if (*end == '#') uri->fragment = slice(end + 1, end + 1 + strlen(end + 1));
}

static bool host_is_good(blz_slice host)
{
    if (!host.length || host.at[0] != '[') return consists_of(host, "!$&'()*+,;=");
    if (host.length < 4 || host.at[host.length - 1] != ']') return false;
    return consists_of((blz_slice){host.at + 1, host.length - 2}, "!$&'()*+,;=:");
}

/* -1 unless it is a number up to 65535. */
static int port_number(blz_slice port)
{
    int value = 0;
    for (size_t i = 0; i < port.length; i++) {
        if (!is_digit(port.at[i])) return -1;
        value = value * 10 + (port.at[i] - '0');
        if (value > 65535) return -1;
    }
    return value;
}

blz_status blz_uri_split(blz_uri *out, const char *text)
{
    blz_uri uri;
    split(&uri, text);
    bool good = consists_of(uri.userinfo, "!$&'()*+,;=:") && host_is_good(uri.host) &&
                port_number(uri.port) >= 0 && (!uri.port.at || uri.port.at[-1] == ':') &&
                consists_of(uri.path, "!$&'()*+,;=:@/") && consists_of(uri.query, "!$&'()*+,;=:@/?") &&
                consists_of(uri.fragment, "!$&'()*+,;=:@/?");
    if (!good) return BLZ_ERR_SYNTAX;
    /* RFC 3986 4.2: without a scheme, the first segment of a path has no colon. */
    if (!uri.scheme.at && !uri.authority.at) {
        /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): a text that is not there has no parts */
        size_t segment = strcspn(text, "/?#");
        if (memchr(text, ':', segment)) return BLZ_ERR_SYNTAX;
    }
    *out = uri;
    return BLZ_OK;
}

static bool scheme_is(const blz_uri *uri, const char *name)
{
    return uri->scheme.at && uri->scheme.length == strlen(name) &&
           strncasecmp(uri->scheme.at, name, uri->scheme.length) == 0;
}

bool blz_uri_is_absolute(const char *text)
{
    blz_uri uri;
    if (blz_uri_split(&uri, text) != BLZ_OK || !uri.scheme.at) return false;
    if (scheme_is(&uri, "https") || scheme_is(&uri, "http") || scheme_is(&uri, "ftp"))
        return uri.host.length > 0;
    return uri.authority.length + uri.path.length > 0;
}

bool blz_uri_is_https(const char *text)
{
    blz_uri uri;
    return blz_uri_split(&uri, text) == BLZ_OK && scheme_is(&uri, "https") && uri.host.length > 0;
}

static bool is_dotted_host(const char *host)
{
    size_t labels = 0;
    for (const char *at = host; *at; labels++) {
        size_t n = strcspn(at, ".");
        if (n == 0 || n > 63 || at[0] == '-' || at[n - 1] == '-') return false;
        for (size_t i = 0; i < n; i++)
            if (!is_letter(at[i]) && !is_digit(at[i]) && at[i] != '-' && (unsigned char)at[i] < 0x80)
                return false;
        at += n;
        if (*at == '.' && !*++at) return false;
    }
    return labels > 1;
}

bool blz_uri_is_email(const char *text)
{
    const char *sign = strchr(text, '@');
    size_t local = sign ? (size_t)(sign - text) : 0;
    if (local == 0 || local > 64 || strlen(text) > 254 || !blz_utf8_valid(text, strlen(text))) return false;
    for (size_t i = 0; i < local; i++) {
        bool dot = text[i] == '.' && i > 0 && i + 1 < local && text[i - 1] != '.';
        bool plain = is_letter(text[i]) || is_digit(text[i]) || (unsigned char)text[i] >= 0x80;
        if (!dot && !plain && !strchr("!#$%&'*+-/=?^_`{|}~", text[i])) return false;
    }
    return is_dotted_host(sign + 1);
}

static blz_status append(blz_buf *out, const char *before, blz_slice part)
{
    if (!part.at) return BLZ_OK;
    BLZ_TRY(blz_buf_puts(out, before));
    return blz_buf_append(out, part.at, part.length);
}

/* RFC 3986 5.2.4; the text before `start` stays as it is. */
static blz_status append_without_dots(blz_buf *out, const char *path, size_t length)
{
    size_t start = out->length;
    const char *at = path, *end = path + length;
    while (at < end) {
        bool rooted = *at == '/';
        const char *name = at + rooted, *stop = memchr(name, '/', (size_t)(end - name));
        if (!stop) stop = end;
        size_t n = (size_t)(stop - name);
        bool dot = n == 1 && name[0] == '.', dots = n == 2 && name[0] == '.' && name[1] == '.';
        if (dots && rooted) {
            while (out->length > start && out->data[out->length - 1] != '/')
                out->length--;
            if (out->length > start) out->length--;
        }
        if (!dot && !dots)
            BLZ_TRY(blz_buf_append(out, at, (size_t)(stop - at)));
        else if (rooted && stop == end)
            BLZ_TRY(blz_buf_putc(out, '/'));
        at = !rooted && (dot || dots) && stop < end ? stop + 1 : stop;
    }
    return out->status;
}

/* RFC 3986 5.2.3. */
static blz_status merged_path(blz_buf *out, const blz_uri *base, blz_slice path)
{
    if (base->authority.at && base->path.length == 0) {
        BLZ_TRY(blz_buf_putc(out, '/'));
    } else {
        size_t folder = base->path.length;
        while (folder > 0 && base->path.at[folder - 1] != '/')
            folder--;
        BLZ_TRY(blz_buf_append(out, base->path.at, folder));
    }
    return blz_buf_append(out, path.at, path.length);
}

static blz_status resolved_path(blz_buf *out, const blz_uri *base, const blz_uri *reference)
{
    blz_slice path = reference->path;
    bool as_it_is = reference->scheme.at || reference->authority.at || (path.length && path.at[0] == '/');
    if (as_it_is) return append_without_dots(out, path.at, path.length);
    if (path.length == 0) return blz_buf_append(out, base->path.at, base->path.length);
    BLZ_SCOPED(blz_buf) merged = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(merged_path(&merged, base, path));
    return append_without_dots(out, merged.data, merged.length);
}

blz_status blz_uri_resolve(char **out, const char *base_text, const char *reference_text)
{
    blz_uri base, reference;
    split(&base, base_text);
    split(&reference, reference_text);
    if (!base.scheme.at) return BLZ_ERR_SYNTAX;
    bool own_authority = reference.scheme.at || reference.authority.at;
    bool same_document = !own_authority && reference.path.length == 0;
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(append(&text, "", reference.scheme.at ? reference.scheme : base.scheme));
    BLZ_TRY(blz_buf_putc(&text, ':'));
    BLZ_TRY(append(&text, "//", own_authority ? reference.authority : base.authority));
    BLZ_TRY(resolved_path(&text, &base, &reference));
    BLZ_TRY(append(&text, "?", same_document && !reference.query.at ? base.query : reference.query));
    BLZ_TRY(append(&text, "#", reference.fragment));
    return blz_buf_take(&text, out, NULL);
}

static blz_status append_small(blz_buf *out, blz_slice part)
{
    for (size_t i = 0; i < part.length; i++) {
        char c = part.at[i];
        BLZ_TRY(blz_buf_putc(out, c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c));
    }
    return out->status;
}

blz_status blz_uri_origin(char **out, const char *text)
{
    blz_uri uri;
    BLZ_TRY(blz_uri_split(&uri, text));
    if (!uri.scheme.at || uri.host.length == 0) return BLZ_ERR_INVALID;
    BLZ_SCOPED(blz_buf) origin = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(append_small(&origin, uri.scheme));
    BLZ_TRY(blz_buf_puts(&origin, "://"));
    BLZ_TRY(append_small(&origin, uri.host));
    int port = uri.port.length ? port_number(uri.port) : 0;
    int own = scheme_is(&uri, "https") ? 443 : scheme_is(&uri, "http") ? 80 : 0;
    if (uri.port.length && port != own) BLZ_TRY(blz_buf_printf(&origin, ":%d", port));
    return blz_buf_take(&origin, out, NULL);
}

blz_status blz_uri_decode(char **out, size_t *length_out, const char *text, size_t length)
{
    BLZ_SCOPED(blz_buf) bytes = BLZ_BUF(BLZ_BUF_MAX);
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '%') {
            if (length - i < 3 || hex(text[i + 1]) < 0 || hex(text[i + 2]) < 0) return BLZ_ERR_SYNTAX;
            c = (char)(hex(text[i + 1]) << 4 | hex(text[i + 2]));
            i += 2;
        }
        BLZ_TRY(blz_buf_putc(&bytes, c));
    }
    return blz_buf_take(&bytes, out, length_out);
}

blz_status blz_uri_encode(blz_buf *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (is_unreserved(text[i]))
            BLZ_TRY(blz_buf_putc(out, text[i]));
        else
            BLZ_TRY(blz_buf_printf(out, "%%%02X", (unsigned char)text[i]));
    }
    return out->status;
}
