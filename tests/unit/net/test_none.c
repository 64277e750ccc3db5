#include "unit/unit.h"

#include "net/net.h"

START_TEST(never_opens)
{
    blz_net *net = NULL;
    ck_assert_int_eq(blz_net_open(&net, NULL), BLZ_ERR_UNSUPPORTED);
    ck_assert_ptr_null(net);
    ck_assert_int_eq(blz_net_get(NULL, NULL, NULL, NULL, "https://example.edu/", 1), BLZ_ERR_UNSUPPORTED);
    blz_net_free(NULL);
}
END_TEST

UNIT_MAIN("net/none", never_opens)
