#include "unit/failing.h"
#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "net/explain.h"

static blz_curl curl;

static blz_fetch failed_with(CURLcode result)
{
    return (blz_fetch){.curl = &curl,
                       .easy = curl.easy_init(),
                       .result = result,
                       .max = 9,
                       .target = {{"example.edu", 11}, 443, true}};
}

static void expect(blz_fetch fetch, bool code, blz_status status, const char *words)
{
    BLZ_SCOPED(blz_document) out = {0};
    ck_assert_int_eq(code ? blz_explain_code(&out, &fetch) : blz_explain_failure(&out, &fetch, 30), status);
    ck_assert_msg(strstr(out.why, words) != NULL, "%s", out.why);
    curl.easy_cleanup(fetch.easy);
}

static blz_fetch answered(long code)
{
    blz_fetch fetch = failed_with(CURLE_OK);
    fetch.code = code;
    return fetch;
}

START_TEST(words)
{
    ck_assert_ok(blz_curl_open(&curl));
    expect(failed_with(CURLE_COULDNT_RESOLVE_HOST), false, BLZ_ERR_NETWORK,
           "no server is known by the name \"example.edu\"");
    expect(failed_with(CURLE_COULDNT_CONNECT), false, BLZ_ERR_NETWORK,
           "no server answers at \"example.edu\"");
    expect(failed_with(CURLE_OPERATION_TIMEDOUT), false, BLZ_ERR_NETWORK, "within 30 seconds");
    expect(failed_with(CURLE_SSL_CACERT_BADFILE), false, BLZ_ERR_NETWORK,
           "the authorities in \"the system's file\"");
    expect(failed_with(CURLE_FILESIZE_EXCEEDED), false, BLZ_ERR_LIMIT, "larger than the 9 bytes");
    expect(failed_with(CURLE_READ_ERROR), false, BLZ_ERR_NETWORK, "nothing came from \"example.edu\" (");
    expect(answered(404), true, BLZ_ERR_NOT_FOUND, "(404)");
    expect(answered(410), true, BLZ_ERR_GONE, "(410)");
    expect(answered(500), true, BLZ_ERR_NETWORK, "the server at \"example.edu\" answered 500");
    blz_fetch fetch = failed_with(CURLE_WRITE_ERROR);
    fetch.head_too_large = true;
    expect(fetch, false, BLZ_ERR_NETWORK, "the head has no end");
    fetch = failed_with(CURLE_COULDNT_CONNECT);
    fetch.barred = "an address of this computer";
    snprintf(fetch.barred_address, sizeof fetch.barred_address, "127.0.0.1");
    expect(fetch, false, BLZ_ERR_PERMISSION,
           "\"example.edu\" leads to 127.0.0.1, an address of this computer, and");
    fetch = failed_with(CURLE_COULDNT_CONNECT);
    fetch.barred = "an address of this computer";
    snprintf(fetch.barred_address, sizeof fetch.barred_address, "example.edu");
    expect(fetch, false, BLZ_ERR_PERMISSION, "example.edu is an address of this computer, and");
    blz_curl_close(&curl);
}
END_TEST

START_TEST(no_memory)
{
    const blz_fetch fetch = {.code = 410, .target = {{"x", 1}, 443, true}};
    blz_document out = {0};
    struct failing first = {0};
    blz_mem_set_failing(fails_at, &first);
    blz_status status = blz_explain_code(&out, &fetch);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_int_eq(status, BLZ_ERR_NOMEM);
    ck_assert_ptr_null(out.why);
}
END_TEST

UNIT_MAIN("net/explain", words, no_memory)
