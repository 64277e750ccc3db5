#include "net/policy.h"

#include <string.h>
#include <strings.h>

#include "base/uri.h"

static bool slice_is(blz_slice slice, const char *text)
{
    return slice.length == strlen(text) && strncasecmp(slice.at, text, slice.length) == 0;
}

/* What follows a name's last dot is the root, which has no name: "example.edu." is "example.edu". */
static blz_slice without_root(blz_slice host)
{
    if (host.length > 1 && host.at[host.length - 1] == '.') host.length--;
    return host;
}

/* Names and addresses alone: nothing that two readers of URLs could read in two ways. */
static bool is_plain_host(blz_slice host)
{
    static const char name[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
    static const char address[] = "[abcdefABCDEF0123456789:.]";
    const char *allowed = host.length && host.at[0] == '[' ? address : name;
    for (size_t i = 0; i < host.length; i++)
        if (!strchr(allowed, host.at[i])) return false;
    return host.length > 0;
}

/* 0: there is none. */
static int port_of(const blz_uri *uri)
{
    int port = 0;
    for (size_t i = 0; i < uri->port.length; i++)
        port = port * 10 + (uri->port.at[i] - '0'); /* blz_uri_split() has seen to it that it is small */
    return port;
}

static bool is_host_and_port(const blz_uri *uri)
{
    return !uri->userinfo.at && !uri->query.at && !uri->fragment.at && !uri->path.length &&
           is_plain_host(uri->host) && (!uri->port.at || port_of(uri) > 0);
}

static blz_status put_small(blz_buf *out, blz_slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        BLZ_TRY(blz_buf_putc(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c));
    }
    return out->status;
}

static blz_status host_name(char **out, blz_slice host, int port)
{
    BLZ_SCOPED(blz_buf) name = BLZ_BUF(BLZ_NET_URL_MAX);
    BLZ_TRY(put_small(&name, without_root(host)));
    if (port) BLZ_TRY(blz_buf_printf(&name, ":%d", port));
    return blz_buf_take(&name, out, NULL);
}

blz_status blz_net_policy_allow(blz_net_policy *policy, const char *host)
{
    blz_uri uri;
    BLZ_SCOPED(blz_buf) url = BLZ_BUF(BLZ_NET_URL_MAX);
    BLZ_AUTO(blz_text) name = NULL;
    blz_status status = blz_buf_printf(&url, "https://%s", host);
    if (status == BLZ_ERR_LIMIT) return BLZ_ERR_ARGUMENT;
    BLZ_TRY(status);
    if (blz_uri_split(&uri, url.data) != BLZ_OK || !is_host_and_port(&uri)) return BLZ_ERR_ARGUMENT;
    BLZ_TRY(host_name(&name, uri.host, port_of(&uri)));
    char **hosts = blz_realloc(policy->hosts, (policy->host_count + 1) * sizeof *hosts);
    BLZ_TRY_MEM(hosts);
    policy->hosts = hosts;
    hosts[policy->host_count++] = BLZ_STEAL(name);
    return BLZ_OK;
}

void blz_net_policy_clear(blz_net_policy *policy)
{
    for (size_t i = 0; i < policy->host_count; i++)
        blz_free(policy->hosts[i]);
    blz_free(policy->hosts);
    *policy = (blz_net_policy){0};
}

static blz_status refuse(const char **why, const char *words)
{
    *why = words;
    return BLZ_ERR_PERMISSION;
}

blz_status blz_net_policy_check(const blz_net_policy *policy, blz_net_target *out, const char *url,
                                const char *after, const char **why)
{
    blz_uri uri;
    if (strlen(url) > BLZ_NET_URL_MAX) return refuse(why, "is longer than an address can be");
    if (blz_uri_split(&uri, url) != BLZ_OK) return refuse(why, "is not an address that can be asked for");
    bool https = uri.scheme.at && slice_is(uri.scheme, "https");
    bool http = uri.scheme.at && slice_is(uri.scheme, "http");
    if (!https && !http) return refuse(why, "is no https address");
    if (!uri.host.length) return refuse(why, "names no server");
    if (uri.userinfo.at) return refuse(why, "has a name or a password in it, and blazon sends none");
    if (!is_plain_host(uri.host)) return refuse(why, "has a server's name that blazon does not read");
    if (http && after && blz_uri_is_https(after))
        return refuse(why, "is an http address, and what was asked for over https must not come without it");
    if (http && !policy->insecure_http)
        return refuse(why,
                      "is an http address, which anybody on the way can change; --insecure-http allows it");
    int port = port_of(&uri);
    if (uri.port.length && !port) return refuse(why, "has a port that is none");
    *out = (blz_net_target){uri.host, port ? port : https ? 443 : 80, https};
    return BLZ_OK;
}

/* Whether an entry names this host, or this host and port. */
static bool names(const char *entry, const blz_net_target *target)
{
    blz_slice host = without_root(target->host);
    if (strncasecmp(entry, host.at, host.length) != 0) return false;
    const char *rest = entry + host.length;
    if (!*rest) return true;
    if (*rest != ':') return false;
    int port = 0;
    for (rest++; *rest; rest++)
        port = port * 10 + (*rest - '0');
    return port == target->port;
}

bool blz_net_policy_is_allowed(const blz_net_policy *policy, const blz_net_target *target)
{
    for (size_t i = 0; i < policy->host_count; i++)
        if (names(policy->hosts[i], target)) return true;
    return false;
}
