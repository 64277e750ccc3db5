#include "ob2/told.h"
#include "site.h"

static bool is_document(const char *text)
{
    json_auto_t *json = json_of(text);
    return blz_ob2_is_document(json);
}

START_TEST(documents)
{
    ck_assert(is_document("{" V2 "'type': 'BadgeClass'}"));
    ck_assert(is_document("{'@context': ['https://a.example/c', 'https://w3id.org/openbadges/v1']}"));
    ck_assert(is_document("{'@context': {'badge': 'https://w3id.org/openbadges#badge'}}"));
    ck_assert(is_document("{'@context': {'badge': {'@id': 'obi:badge'}}}"));
    ck_assert(is_document("{'badge': {}, 'recipient': 'sha256$00'}"));
    ck_assert(is_document("{'badge': 'https://a.example/b', 'verify': {}}"));
    ck_assert(is_document("{'criteria': 'https://a.example/c', 'issuer': 'https://a.example/i'}"));
    ck_assert(!is_document(
        "{'@context': ['https://www.w3.org/ns/credentials/v2'], 'issuer': 'i', 'criteria': 'c'}"));
    ck_assert(!is_document("{'@context': {'badge': 'https://a.example/badge'}}"));
    ck_assert(!is_document("{'badge': 'https://a.example/b'}"));
    ck_assert(!is_document("{}"));
}
END_TEST

START_TEST(ways)
{
    json_auto_t *hosted = json_of("{'verification': {'type': 'HostedBadge'}}");
    json_auto_t *both = json_of("{'verification': {'type': ['SignedBadge', 'https://a.example/T']}}");
    json_auto_t *none = json_of("{}");
    ck_assert(blz_ob2_is_hosted(hosted) && !blz_ob2_is_signed(hosted));
    ck_assert(!blz_ob2_is_hosted(both) && blz_ob2_is_signed(both));
    ck_assert(!blz_ob2_is_hosted(none) && !blz_ob2_is_signed(none));
}
END_TEST

UNIT_MAIN("ob2/told", documents, ways)
