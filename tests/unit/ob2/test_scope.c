#include "ob2/scope.h"
#include "site.h"

static void check(const char *id, const char *rules, bool within, const char *words)
{
    site s;
    bool is = !within;
    char text[600];
    site_open(&s, NULL);
    blz_ob2_listener to = listener_of(&s);
    snprintf(text, sizeof text, "{'id': 'https://school.example/issuer'%s%s}",
             rules ? ", 'verification': " : "", rules ? rules : "");
    json_t *issuer = json_of(text), *value = json_string(id);
    ck_assert_ok(blz_ob2_check_scope(&is, &to, "/id", value, issuer, json_object_get(issuer, "id")));
    ck_assert_msg(is == within, "%s %s", id, said(&s));
    if (words) expect_said(&s, words);
    if (!words) expect_silence(&s);
    json_decref(issuer);
    json_decref(value);
    site_close(&s);
}

START_TEST(scopes)
{
    check("https://school.example/1", NULL, true, NULL);
    check("http://school.example/1", NULL, true, NULL);
    check("https://evil.example/1", NULL, false, "wrong /id");
    check("https://school.example@evil.example/1", NULL, false, "another host");
    check("urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9", NULL, false, "no web address");
    check("https://b.example/1", "{'allowedOrigins': ['a.example', 'B.example']}", true, NULL);
    check("https://b.example:8443/1", "{'allowedOrigins': 'b.example'}", false, "not on a host");
    check("https://school.example/1", "{'allowedOrigins': 'b.example'}", false, "not on a host");
    check("https://school.example/a/1", "{'startsWith': 'https://school.example/a/'}", true, NULL);
    check("https://school.example/b/1", "{'startsWith': 'https://school.example/a/'}", false,
          "does not begin");
    check("https://school.example/a/../b", "{'startsWith': 'https://school.example/a/'}", false,
          "does not begin");
    check("https://school.example/a/%2E%2e/b", "{'startsWith': 'https://school.example/a/'}", false,
          "not begin");
    check("https://school.example/a/..%2fb", "{'startsWith': 'https://school.example/a/'}", false,
          "not begin");
    check("https://school.example/a/..%5Cb", "{'startsWith': 'https://school.example/a/'}", false,
          "not begin");
    check("https://school.example/a/..\\b", "{'startsWith': 'https://school.example/a/'}", false,
          "no web address");
    check("https://school.example/a/x/..", "{'startsWith': 'https://school.example/a/'}", false, "not begin");
    check("https://school.example/a/..hidden", "{'startsWith': 'https://school.example/a/'}", true, NULL);
    check("https://school.example.evil/1", "{'startsWith': 'https://school.example'}", false,
          "does not begin");
    check("https://host.example/a/1", "{'startsWith': 'https://host.example/a/'}", true, "wrong-1edtech");
}
END_TEST

START_TEST(an_issuer_without_an_address)
{
    site s;
    bool is = true;
    site_open(&s, NULL);
    blz_ob2_listener to = listener_of(&s);
    json_t *id = json_string("https://a.example/1"), *issuer = json_object();
    ck_assert_ok(blz_ob2_check_scope(&is, &to, "/id", id, issuer, NULL));
    ck_assert(!is);
    expect_said(&s, "open-spec /id");
    json_decref(id);
    json_decref(issuer);
    site_close(&s);
}
END_TEST

UNIT_MAIN("ob2/scope", scopes, an_issuer_without_an_address)
