#include "unit/net/server.h"
#include "unit/unit.h"

#include "net/fetch.h"

static blz_curl curl;

/* Asks the server for its document, or does not: then only what is told of it is set. */
static blz_fetch ask(const struct server *server, bool may_be_private, size_t max)
{
    blz_fetch fetch = {.curl = &curl, .easy = curl.easy_init(), .url = server->url, .max = max};
    fetch.target = (blz_net_target){{"127.0.0.1", 9}, 80, false};
    fetch.may_be_private = may_be_private;
    fetch.connect_ms = fetch.total_ms = 5000;
    ck_assert_ok(blz_fetch_run(&fetch));
    curl.easy_cleanup(fetch.easy);
    return fetch;
}

START_TEST(an_answer)
{
    struct server server;
    server_start(&server, HTTP_OK("Cache-Control: max-age=5\r\n", "{\"a\": 1}"));
    blz_fetch fetch = ask(&server, true, 8);
    ck_assert_int_eq(fetch.result, CURLE_OK);
    ck_assert_int_eq(fetch.code, 200);
    ck_assert_str_eq(fetch.body.data, "{\"a\": 1}");
    ck_assert_int_eq(blz_net_terms_fresh(&fetch.terms), 5);
    blz_fetch_clear(&fetch);
    fetch = ask(&server, true, 7);
    ck_assert(fetch.result != CURLE_OK && fetch.too_large);
    blz_fetch_clear(&fetch);
    ck_assert_int_eq(server.requests, 2);
    fetch = ask(&server, false, 8);
    ck_assert_int_eq(fetch.result, CURLE_COULDNT_CONNECT);
    ck_assert_str_eq(fetch.barred_address, "127.0.0.1");
    ck_assert_ptr_nonnull(fetch.barred);
    ck_assert_int_eq(fetch.code, 0);
    blz_fetch_clear(&fetch);
    ck_assert_int_eq(server.requests, 2);
    server_stop(&server);
}
END_TEST

START_TEST(other_answers)
{
    struct server server;
    server_start(&server, "HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\nno");
    blz_fetch fetch = ask(&server, true, 8);
    ck_assert(fetch.result == CURLE_OK && fetch.code == 404 && fetch.passed_over == 2 && !fetch.body.length);
    blz_fetch_clear(&fetch);
    server_stop(&server);
}
END_TEST

static void start(void)
{
    ck_assert_ok(blz_curl_open(&curl));
}

START_TEST(opening)
{
    start();
}
END_TEST

START_TEST(closing)
{
    blz_curl_close(&curl);
}
END_TEST

UNIT_MAIN("net/fetch", opening, an_answer, other_answers, closing)
