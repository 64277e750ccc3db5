#include "unit/failing.h"
#include "unit/net/server.h"
#include "unit/unit.h"

#include "net/net.h"

static blz_net_policy local = {.insecure_http = true};

static blz_status get(blz_net *net, blz_document *out, const char *url)
{
    blz_net_terms terms = BLZ_NET_TERMS;
    return blz_net_get(net, &local, out, &terms, url, 1000);
}

static void refuses(const blz_net_policy *policy, blz_net *net, const char *url, const char *words)
{
    BLZ_SCOPED(blz_document) out = {0};
    blz_net_terms terms = BLZ_NET_TERMS;
    ck_assert_int_eq(blz_net_get(net, policy, &out, &terms, url, 1000), BLZ_ERR_PERMISSION);
    ck_assert_msg(strstr(out.why, words) != NULL, "%s", out.why);
}

START_TEST(documents)
{
    struct server server;
    BLZ_AUTO(blz_net) net = NULL;
    ck_assert_ok(blz_net_open(&net, &(blz_net_options){.total_seconds = 5}));
    server_start(&server, HTTP_OK("Content-Type: Application/JSON; charset=utf-8\r\n", "{}"));
    for (int i = 0; i < 3; i++) {
        BLZ_SCOPED(blz_document) out = {0};
        ck_assert_ok(get(net, &out, server.url));
        ck_assert_str_eq(out.bytes, "{}");
        ck_assert_str_eq(out.type, "application/json");
        ck_assert(!out.url && !out.why);
    }
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_document) out = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = get(net, &out, server.url);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
    const blz_net_policy strict = {0}, strangers = {.insecure_http = true};
    int before = server.requests;
    refuses(&strict, net, server.url, "the address is an http address");
    refuses(&strangers, net, server.url, "127.0.0.1 is an address of this computer");
    ck_assert_int_eq(server.requests, before);
    server_stop(&server);
}
END_TEST

START_TEST(redirects)
{
    struct server server;
    BLZ_AUTO(blz_net) net = NULL;
    ck_assert_ok(blz_net_open(&net, NULL));
    server_start(&server, "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: /x\r\n\r\n");
    refuses(&local, net, server.url, "from one address to the next");
    ck_assert_int_eq(server.requests, 6);
    server.answer = "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: http://10.0.0.1/\r\n\r\n";
    refuses(&local, net, server.url, "10.0.0.1 is an address of a private network");
    server.answer = "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: ftp://127.0.0.1/\r\n\r\n";
    refuses(&local, net, server.url, "it leads to \"ftp://127.0.0.1/\", which is no https address");
    server.answer = "HTTP/1.1 302 Found\r\nConnection: close\r\n\r\n";
    BLZ_SCOPED(blz_document) out = {0};
    ck_assert_int_eq(get(net, &out, server.url), BLZ_ERR_NETWORK);
    server_stop(&server);
}
END_TEST

START_TEST(no_memory)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_net) net = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_net_open(&net, &(blz_net_options){.ca_file = "ca.pem"});
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
    blz_net_free(NULL);
    blz_net_policy_clear(&local);
}
END_TEST

START_TEST(allow_this_computer)
{
    ck_assert_ok(blz_net_policy_allow(&local, "127.0.0.1"));
}
END_TEST

UNIT_MAIN("net/net", allow_this_computer, documents, redirects, no_memory)
