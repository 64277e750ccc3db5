#include "unit/ob2/upgraded.h"

#define V1 "'@context': 'https://w3id.org/openbadges/v1'"

static void expect_date(const char *value, const char *expected)
{
    char document[300], upgraded[300];
    snprintf(document, sizeof document, "{" V1 ", 'expires': %s}", value);
    snprintf(upgraded, sizeof upgraded, "{" V2 ", 'expires': %s}", expected);
    expect_upgraded(document, BLZ_OB2_1_1, upgraded);
}

START_TEST(dates)
{
    expect_date("1369958400", "'2013-05-31T00:00:00Z'");
    expect_date("'1369958400'", "'2013-05-31T00:00:00Z'");
    expect_date("1369958400.75", "'2013-05-31T00:00:00Z'");
    expect_date("0", "'1970-01-01T00:00:00Z'");
    expect_date("'2013-05-31'", "'2013-05-31T00:00:00Z'");
    expect_date("'2013-05-31T12:30:00'", "'2013-05-31T12:30:00Z'");
    expect_date("'2013-05-31T12:30:00+02:00'", "'2013-05-31T12:30:00+02:00'");
    expect_date("'2013-05-31T12:30:00.5'", "'2013-05-31T12:30:00.5Z'");
    expect_date("'2013-02-31'", "'2013-02-31'");
    expect_date("'soon'", "'soon'");
    expect_date("''", "''");
    expect_date("true", "true");
    expect_date("99999999999999", "99999999999999");
    expect_date("'99999999999999999999'", "'99999999999999999999'");
    expect_date("1e300", "1e300");
    expect_date("{'a': 1}", "{'a': 1}");
}
END_TEST

START_TEST(names)
{
    expect_upgraded(
        "{" V1 ", 'type': 'Assertion', 'verify': {'type': 'signed', 'url': 'https://a/k', 'x': 1}}",
        BLZ_OB2_1_1,
        "{" V2
        ", 'type': 'Assertion', 'verification': {'type': 'SignedBadge', 'creator': 'https://a/k', 'x': 1}}");
    expect_upgraded("{" V1 ", 'verify': {'type': 'odd'}}", BLZ_OB2_1_1,
                    "{" V2 ", 'verification': {'type': 'odd'}}");
    expect_upgraded("{" V1 ", 'verify': 'text'}", BLZ_OB2_1_1, "{" V2 ", 'verification': 'text'}");
    expect_upgraded(
        "{" V1
        ", 'type': 'BadgeClass', 'alignment': [{'url': 'https://a', 'name': 'b', 'description': 'c'}, 5,"
        " {'url': 'https://a', 'targetUrl': 'https://b'}]}",
        BLZ_OB2_1_1,
        "{" V2 ", 'type': 'BadgeClass', 'alignment': [{'targetUrl': 'https://a', 'targetName': 'b', "
        "'targetDescription': 'c'}, 5, {'url': 'https://a', 'targetUrl': 'https://b'}]}");
    expect_upgraded("{" V1 ", 'badge': {'alignment': {'url': 'https://a'}}}", BLZ_OB2_1_1,
                    "{" V2 ", 'badge': {'alignment': [{'targetUrl': 'https://a'}]}}");
}
END_TEST

START_TEST(contexts)
{
    expect_upgraded(
        "{'@context': ['https://w3id.org/openbadges/v1', 'https://example.org/ext', {'a': 'b:c'}]}",
        BLZ_OB2_1_1,
        "{'@context': ['https://w3id.org/openbadges/v2', 'https://example.org/ext', {'a': 'b:c'}]}");
    expect_upgraded("{'@context': 'https://openbadgespec.org/v1/context.json'}", BLZ_OB2_1_1, "{" V2 "}");
}
END_TEST

START_TEST(no_memory)
{
    expect_no_memory(
        "{" V1 ", 'expires': 5, 'issuedOn': '2013-05-31', 'verify': {'type': 'signed', 'url': 'a'}, 'badge': "
        "{'alignment': [{'url': 'a'}]}}");
}
END_TEST

UNIT_MAIN("ob2/upgrade_1_1", dates, names, contexts, no_memory)
