#include "unit/unit.h"

#include <string.h>

#include "net/curl.h"

START_TEST(opens_and_closes)
{
    blz_curl curl = {0};
    blz_curl_close(&curl);
    for (int i = 0; i < 2; i++) {
        ck_assert_ok(blz_curl_open(&curl));
        CURL *easy = curl.easy_init();
        ck_assert_ptr_nonnull(easy);
        ck_assert_int_eq(curl.easy_setopt(easy, CURLOPT_URL, "https://example.edu/"), CURLE_OK);
        ck_assert_uint_gt(strlen(curl.easy_strerror(CURLE_COULDNT_CONNECT)), 0);
        struct curl_slist *list = curl.slist_append(NULL, "A: b");
        ck_assert_ptr_nonnull(list);
        curl.slist_free_all(list);
        curl.easy_reset(easy);
        curl.easy_cleanup(easy);
        blz_curl_close(&curl);
        ck_assert_ptr_null(curl.library);
    }
}
END_TEST

UNIT_MAIN("net/curl", opens_and_closes)
