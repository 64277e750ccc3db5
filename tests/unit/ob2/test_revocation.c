#include "ob2/revocation.h"
#include "site.h"

static void expect(const char *entries, bool revoked, const char *reason)
{
    json_t *list = json_object(), *badge = json_of("{'id': 'https://a.example/1', 'uid': 'u1'}");
    const char *why = NULL;
    json_object_set_new(list, "revokedAssertions", json_of(entries));
    ck_assert(blz_ob2_is_revoked(&why, list, badge) == revoked);
    ck_assert_pstr_eq(why, reason);
    json_decref(list);
    json_decref(badge);
}

START_TEST(entries)
{
    expect("[]", false, NULL);
    expect("'https://a.example/1'", true, NULL);
    expect("['https://a.example/2', {'id': 'https://a.example/1', 'revocationReason': 'r'}]", true, "r");
    expect("[{'uid': 'u1'}]", true, NULL);
    expect("[{'uid': 'u2'}, {'id': 5}, 5]", false, NULL);
    expect("[{'id': 'https://a.example/1', 'revoked': false}]", false, NULL);
}
END_TEST

UNIT_MAIN("ob2/revocation", entries)
