#include "unit/unit.h"

#include <string.h>

#include "base/uri.h"

#define ck_assert_slice(slice, text) ck_assert_msg(blz_slice_is((slice), (text)), "%s", (text))

START_TEST(all_parts)
{
    blz_uri uri;
    ck_assert_ok(blz_uri_split(&uri, "https://jane:x@badges.example.edu:8443/ct/a%20b?q=1/2?#part/3"));
    ck_assert_slice(uri.scheme, "https");
    ck_assert_slice(uri.authority, "jane:x@badges.example.edu:8443");
    ck_assert_slice(uri.userinfo, "jane:x");
    ck_assert_slice(uri.host, "badges.example.edu");
    ck_assert_slice(uri.port, "8443");
    ck_assert_slice(uri.path, "/ct/a%20b");
    ck_assert_slice(uri.query, "q=1/2?");
    ck_assert_slice(uri.fragment, "part/3");
}
END_TEST

START_TEST(absent_and_empty_parts_differ)
{
    blz_uri uri;
    ck_assert_ok(blz_uri_split(&uri, "urn:uuid:6f1c"));
    ck_assert_slice(uri.path, "uuid:6f1c");
    ck_assert_ptr_null(uri.authority.at);
    ck_assert_ptr_null(uri.query.at);
    ck_assert_ok(blz_uri_split(&uri, "https://[2001:db8::1]:/?#"));
    ck_assert_slice(uri.host, "[2001:db8::1]");
    ck_assert_slice(uri.port, "");
    ck_assert_slice(uri.query, "");
    ck_assert_slice(uri.fragment, "");
    ck_assert_ok(blz_uri_split(&uri, "../issuer.json#key"));
    ck_assert_ptr_null(uri.scheme.at);
    ck_assert_slice(uri.path, "../issuer.json");
    ck_assert_ok(blz_uri_split(&uri, ""));
    ck_assert_slice(uri.path, "");
    ck_assert_ok(blz_uri_split(&uri, "//badges.example.edu"));
    ck_assert_slice(uri.host, "badges.example.edu");
}
END_TEST

START_TEST(texts_that_are_no_uris)
{
    static const char *const cases[] = {
        "https://badges.example.edu/a b",
        "https://badges.example.edu/caf\xC3\xA9",
        "https://x/%2",
        "https://x/%zz",
        "https://x/%",
        "https://x:65536/",
        "https://x:12a/",
        "https://[::1/",
        "https://[]/",
        "https://[::1]x:1/",
        "https://a[b/",
        "1:2",
        "https://x/<>",
        "https://x/\\",
        "https://x/#a#b",
        "https://x\n",
        "https://us er@x/",
        ":x",
        "C:\\badges",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        blz_uri uri = {0};
        ck_assert_msg(blz_uri_split(&uri, cases[i]) == BLZ_ERR_SYNTAX, "%s", cases[i]);
        ck_assert_ptr_null(uri.path.at);
    }
}
END_TEST

START_TEST(kinds)
{
    static const struct {
        const char *text;
        bool absolute, https;
    } cases[] = {
        {"https://badges.example.edu/1", true, true},
        {"HTTPS://badges.example.edu", true, true},
        {"http://badges.example.edu", true, false},
        {"did:key:z6Mk", true, false},
        {"mailto:jane@example.edu", true, false},
        {"urn:uuid:1", true, false},
        {"https:///path", false, false},
        {"https:badges", false, false},
        {"badges/1", false, false},
        {"//badges.example.edu/1", false, false},
        {"https://a b", false, false},
        {"urn:", false, false},
        {"#criterion", false, false},
        {"", false, false},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        ck_assert_msg(blz_uri_is_absolute(cases[i].text) == cases[i].absolute, "%s", cases[i].text);
        ck_assert_msg(blz_uri_is_https(cases[i].text) == cases[i].https, "%s", cases[i].text);
    }
}
END_TEST

START_TEST(mail_addresses)
{
    static const char *const good[] = {"jane@example.edu", "j.o'neil+badges@k12.example.edu", "a@b.c",
                                       "jos\xC3\xA9@example.edu",
                                       "x@b\xC3\xBC"
                                       "cher.example"};
    static const char *const bad[] = {"",
                                      "jane",
                                      "@example.edu",
                                      "jane@",
                                      "jane@example",
                                      "jane@example.",
                                      "jane@.edu",
                                      "ja ne@example.edu",
                                      "jane@exa mple.edu",
                                      "jane@@example.edu",
                                      ".jane@example.edu",
                                      "jane.@example.edu",
                                      "ja..ne@example.edu",
                                      "jane@-x.edu",
                                      "jane@x-.edu",
                                      "mailto:jane@example.edu",
                                      "jane@example.edu\xFF",
                                      "<jane@example.edu>"};
    for (size_t i = 0; i < BLZ_COUNT_OF(good); i++)
        ck_assert_msg(blz_uri_is_email(good[i]), "%s", good[i]);
    for (size_t i = 0; i < BLZ_COUNT_OF(bad); i++)
        ck_assert_msg(!blz_uri_is_email(bad[i]), "%s", bad[i]);
}
END_TEST

/* RFC 3986 section 5.4, and some more. */
START_TEST(references_are_resolved)
{
    static const char *const cases[][2] = {
        {"g:h", "g:h"},
        {"g", "http://a/b/c/g"},
        {"./g", "http://a/b/c/g"},
        {"g/", "http://a/b/c/g/"},
        {"/g", "http://a/g"},
        {"//g", "http://g"},
        {"?y", "http://a/b/c/d;p?y"},
        {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q#s"},
        {"g#s", "http://a/b/c/g#s"},
        {"g?y#s", "http://a/b/c/g?y#s"},
        {";x", "http://a/b/c/;x"},
        {"g;x", "http://a/b/c/g;x"},
        {"g;x?y#s", "http://a/b/c/g;x?y#s"},
        {"", "http://a/b/c/d;p?q"},
        {".", "http://a/b/c/"},
        {"./", "http://a/b/c/"},
        {"..", "http://a/b/"},
        {"../", "http://a/b/"},
        {"../g", "http://a/b/g"},
        {"../..", "http://a/"},
        {"../../", "http://a/"},
        {"../../g", "http://a/g"},
        {"../../../g", "http://a/g"},
        {"../../../../g", "http://a/g"},
        {"/./g", "http://a/g"},
        {"/../g", "http://a/g"},
        {"g.", "http://a/b/c/g."},
        {".g", "http://a/b/c/.g"},
        {"g..", "http://a/b/c/g.."},
        {"..g", "http://a/b/c/..g"},
        {"./../g", "http://a/b/g"},
        {"./g/.", "http://a/b/c/g/"},
        {"g/./h", "http://a/b/c/g/h"},
        {"g/../h", "http://a/b/c/h"},
        {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
        {"g;x=1/../y", "http://a/b/c/y"},
        {"g?y/./x", "http://a/b/c/g?y/./x"},
        {"g#s/../x", "http://a/b/c/g#s/../x"},
        {"http:g", "http:g"},
        {"//g//x/..//y", "http://g///y"},
        {"caf\xC3\xA9", "http://a/b/c/caf\xC3\xA9"},
        {"x:.", "x:"},
        {"x:../..", "x:"},
        {"x:./y", "x:y"},
        {"x:../y/..", "x:/"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        BLZ_AUTO(blz_text) out = NULL;
        ck_assert_ok(blz_uri_resolve(&out, "http://a/b/c/d;p?q", cases[i][0]));
        ck_assert_str_eq(out, cases[i][1]);
    }
    BLZ_AUTO(blz_text) out = NULL;
    ck_assert_ok(blz_uri_resolve(&out, "https://badges.example.edu", "ct"));
    ck_assert_str_eq(out, "https://badges.example.edu/ct");
    ck_assert_int_eq(blz_uri_resolve(&out, "relative/base", "x"), BLZ_ERR_SYNTAX);
}
END_TEST

START_TEST(origins)
{
    static const char *const cases[][2] = {
        {"https://Badges.Example.edu:443/x", "https://badges.example.edu"},
        {"HTTP://u@badges.example.edu:080?x", "http://badges.example.edu"},
        {"https://badges.example.edu:8443", "https://badges.example.edu:8443"},
        {"https://badges.example.edu:", "https://badges.example.edu"},
        {"https://[2001:DB8::1]:444/", "https://[2001:db8::1]:444"},
        {"http://badges.example.edu:443", "http://badges.example.edu:443"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        BLZ_AUTO(blz_text) out = NULL;
        ck_assert_ok(blz_uri_origin(&out, cases[i][0]));
        ck_assert_str_eq(out, cases[i][1]);
    }
    char *out = NULL;
    ck_assert_int_eq(blz_uri_origin(&out, "did:key:z6Mk"), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_uri_origin(&out, "//badges.example.edu"), BLZ_ERR_INVALID);
    ck_assert_int_eq(blz_uri_origin(&out, "https://a b"), BLZ_ERR_SYNTAX);
    ck_assert_ptr_null(out);
}
END_TEST

START_TEST(escapes_both_ways)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(100);
    ck_assert_ok(blz_uri_encode(&buf, "a b/\xC3\xA9~", 7));
    ck_assert_str_eq(buf.data, "a%20b%2F%C3%A9~");
    BLZ_AUTO(blz_text) out = NULL;
    size_t length = 0;
    ck_assert_ok(blz_uri_decode(&out, &length, "a%20b%2f%c3%A9~%00x", 19));
    ck_assert_uint_eq(length, 9);
    ck_assert_mem_eq(out, "a b/\xC3\xA9~\0x", 10);
    char *none = NULL;
    ck_assert_int_eq(blz_uri_decode(&none, NULL, "%4", 2), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(blz_uri_decode(&none, NULL, "%4g", 3), BLZ_ERR_SYNTAX);
    ck_assert_ptr_null(none);
}
END_TEST

UNIT_MAIN("base/uri", all_parts, absent_and_empty_parts_differ, texts_that_are_no_uris, kinds, mail_addresses,
          references_are_resolved, origins, escapes_both_ways)
