#include "unit/unit.h"

#include <string.h>

#include "net/terms.h"

static blz_net_terms take(const char *first, const char *second)
{
    blz_net_terms terms = BLZ_NET_TERMS;
    blz_net_terms_take(&terms, first, strlen(first));
    blz_net_terms_take(&terms, second, strlen(second));
    return terms;
}

START_TEST(how_long)
{
    static const struct {
        const char *first, *second;
        bool no_store;
        int64_t fresh;
    } rows[] = {
        {"HTTP/1.1 200 OK\r\n", "\r\n", false, 3600},
        {"Cache-Control: max-age=60\r\n", "", false, 60},
        {"cache-control:MAX-AGE=60", "", false, 60},
        {"Cache-Control: public, max-age=\"60\" , must-revalidate\r\n", "", false, 60},
        {"Cache-Control: max-age=99999999999999999999999\r\n", "", false, 3600},
        {"Cache-Control: max-age=7200\r\n", "Age: 7000\r\n", false, 200},
        {"Cache-Control: max-age=60\r\n", "Age: 61\r\n", false, 0},
        {"Age: 61\r\n", "", false, 3600},
        {"Cache-Control: max-age=60\r\n", "Cache-Control: max-age=10\r\n", false, 10},
        {"Cache-Control: max-age=10\r\n", "Cache-Control: max-age=60\r\n", false, 10},
        {"Cache-Control: max-age=-1\r\n", "", false, 0},
        {"Cache-Control: max-age=\r\n", "", false, 0},
        {"Cache-Control: no-cache\r\n", "", false, 0},
        {"Cache-Control: private, no-store\r\n", "", true, 3600},
        {"Cache-Control: ,,no-store,\r\n", "", true, 3600},
        {"X-Cache-Control: no-store\r\n", "Cache-Control\r\n", false, 3600},
        {"Cache-Control : no-store\r\n", "Pragma: no-cache\r\n", false, 3600},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        blz_net_terms terms = take(rows[i].first, rows[i].second);
        ck_assert_msg(terms.no_store == rows[i].no_store, "row %zu", i);
        ck_assert_msg(blz_net_terms_fresh(&terms) == rows[i].fresh, "row %zu", i);
    }
}
END_TEST

UNIT_MAIN("net/terms", how_long)
