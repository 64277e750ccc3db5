#include "unit/failing.h"
#include "unit/unit.h"

#include <string.h>

#include "net/policy.h"

static void expect(const blz_net_policy *policy, const char *url, const char *after, const char *words)
{
    blz_net_target target = {0};
    const char *why = NULL;
    blz_status status = blz_net_policy_check(policy, &target, url, after, &why);
    ck_assert_msg(status == (words ? BLZ_ERR_PERMISSION : BLZ_OK), "%s: %s", url, why);
    if (words) ck_assert_msg(strstr(why, words) != NULL, "%s: %s", url, why);
    if (!words) ck_assert(target.host.length > 0 && target.port > 0);
}

START_TEST(urls)
{
    const blz_net_policy strict = {0}, lax = {.insecure_http = true};
    char long_url[BLZ_NET_URL_MAX + 20] = "https://example.edu/";
    memset(long_url + strlen(long_url), 'a', sizeof long_url - strlen(long_url) - 1);
    expect(&strict, "https://example.edu/x", NULL, NULL);
    expect(&strict, "HTTPS://Example.EDU:8443/x?y#z", NULL, NULL);
    expect(&strict, "https://[2606:4700::1111]/", NULL, NULL);
    expect(&strict, "https://example.edu/x", "http://example.edu/", NULL);
    expect(&strict, "http://example.edu/", NULL, "--insecure-http allows it");
    expect(&lax, "http://example.edu/", NULL, NULL);
    expect(&lax, "http://example.edu/", "http://example.edu/", NULL);
    expect(&lax, "http://example.edu/", "https://example.edu/", "must not come without it");
    expect(&lax, "http://example.edu/", "HTTPS://example.edu/", "must not come without it");
    expect(&lax, "ftp://example.edu/", NULL, "no https address");
    expect(&lax, "file:///etc/passwd", NULL, "no https address");
    expect(&lax, "/x", NULL, "no https address");
    expect(&lax, "", NULL, "no https address");
    expect(&lax, "https:///x", NULL, "names no server");
    expect(&lax, "https:x", NULL, "names no server");
    expect(&lax, "https://a@example.edu/", NULL, "a name or a password");
    expect(&lax, "https://a:b@example.edu/", NULL, "a name or a password");
    expect(&lax, "https://@example.edu/", NULL, "a name or a password");
    expect(&lax, "https://ex%61mple.edu/", NULL, "a server's name that blazon does not read");
    expect(&lax, "https://example.edu;x/", NULL, "a server's name that blazon does not read");
    expect(&lax, "https://[fe80::1%25eth0]/", NULL, "a server's name that blazon does not read");
    expect(&lax, "https://example.edu\\@x/", NULL, "not an address");
    expect(&lax, "https://ex\303\244mple.edu/", NULL, "not an address");
    expect(&lax, "https://example.edu/a b", NULL, "not an address");
    expect(&lax, "https://example.edu:0/", NULL, "a port that is none");
    expect(&lax, "https://example.edu:65536/", NULL, "not an address");
    expect(&lax, long_url, NULL, "longer than");
}
END_TEST

static void meets(const blz_net_policy *policy, const char *url, bool allowed)
{
    blz_net_target target;
    const char *why = NULL;
    ck_assert_ok(blz_net_policy_check(policy, &target, url, NULL, &why));
    ck_assert_msg(blz_net_policy_is_allowed(policy, &target) == allowed, "%s", url);
}

START_TEST(hosts)
{
    BLZ_SCOPED(blz_net_policy) policy = {.insecure_http = true};
    ck_assert_ok(blz_net_policy_allow(&policy, "Badges.Localhost"));
    ck_assert_ok(blz_net_policy_allow(&policy, "keys.localhost.:8443"));
    ck_assert_ok(blz_net_policy_allow(&policy, "[::1]:80"));
    ck_assert_ok(blz_net_policy_allow(&policy, "site.443"));
    meets(&policy, "https://badges.localhost/", true);
    meets(&policy, "https://BADGES.localhost.:99/", true);
    meets(&policy, "https://badges.localhost.evil.example/", false);
    meets(&policy, "https://x.badges.localhost/", false);
    meets(&policy, "https://badges.localhos/", false);
    meets(&policy, "https://keys.localhost:8443/", true);
    meets(&policy, "https://keys.localhost/", false);
    meets(&policy, "https://keys.localhost:844/", false);
    meets(&policy, "https://site/", false); /* the 443 in what is allowed is part of a name */
    meets(&policy, "http://[::1]/", true);
    meets(&policy, "https://[::1]/", false);
    meets(&policy, "https://127.0.0.1/", false);
    static const char *const wrong[] = {"",    "https://x", "x/",   "x/y",       "x?y",  "x#y",
                                        "a@x", "x:",        "x:0",  "x:y",       "a b",  "x:99999",
                                        "*",   "*.x",       "[::1", "ex%61mple", "x:1:2"};
    for (size_t i = 0; i < BLZ_COUNT_OF(wrong); i++)
        ck_assert_msg(blz_net_policy_allow(&policy, wrong[i]) == BLZ_ERR_ARGUMENT, "%s", wrong[i]);
    ck_assert_uint_eq(policy.host_count, 4);
}
END_TEST

START_TEST(no_memory)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_net_policy) policy = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_net_policy_allow(&policy, "example.edu:1");
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert_uint_eq(policy.host_count, status == BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("net/policy", urls, hosts, no_memory)
