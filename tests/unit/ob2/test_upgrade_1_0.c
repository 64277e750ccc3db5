#include "unit/ob2/upgraded.h"

START_TEST(assertions)
{
    expect_upgraded(
        "{'uid': 'u1', 'recipient': {'type': 'email', 'hashed': false, 'identity': 'a@b'}, 'badge': "
        "'https://a/b',"
        " 'verify': {'type': 'hosted', 'url': 'https://a/1'}, 'issuedOn': 1369958400}",
        BLZ_OB2_1_0,
        "{" V2
        ", 'type': 'Assertion', 'id': 'https://a/1', 'uid': 'u1', 'recipient': {'type': 'email', 'hashed': "
        "false, 'identity': 'a@b'}, 'badge': 'https://a/b', 'verification': {'type': 'HostedBadge', 'url': "
        "'https://a/1'}, 'issuedOn': '2013-05-31T00:00:00Z'}");
    expect_upgraded(
        "{'uid': 'u1', 'badge': 'https://a/b', 'verify': {'type': 'signed', 'url': 'https://a/key.pem'}}",
        BLZ_OB2_1_0,
        "{" V2 ", 'type': 'Assertion', 'id': 'uid:u1', 'uid': 'u1', 'badge': 'https://a/b', 'verification': "
        "{'type': 'SignedBadge', 'creator': 'https://a/key.pem'}}");
    expect_upgraded("{'id': 'https://a/9', 'badge': 'https://a/b'}", BLZ_OB2_1_0,
                    "{" V2 ", 'type': 'Assertion', 'id': 'https://a/9', 'badge': 'https://a/b'}");
}
END_TEST

START_TEST(what_they_lead_to)
{
    expect_upgraded(
        "{'name': 'Data', 'criteria': 'https://a/c', 'issuer': 'https://a/i', 'image': 'https://a/p.png'}",
        BLZ_OB2_1_0,
        "{" V2 ", 'type': 'BadgeClass', 'name': 'Data', 'criteria': 'https://a/c', 'issuer': 'https://a/i', "
        "'image': 'https://a/p.png'}");
    expect_upgraded(
        "{'name': 'District', 'url': 'https://a', 'revocationList': 'https://a/r'}", BLZ_OB2_1_0,
        "{" V2
        ", 'type': 'Issuer', 'name': 'District', 'url': 'https://a', 'revocationList': 'https://a/r'}");
    expect_upgraded(
        "{'u1': 'a mistake', 'u2': ''}", BLZ_OB2_1_0,
        "{" V2
        ", 'type': 'RevocationList', 'revokedAssertions': [{'uid': 'u1', 'revocationReason': 'a mistake'},"
        " {'uid': 'u2', 'revocationReason': ''}]}");
    expect_upgraded("{}", BLZ_OB2_1_0, "{" V2 ", 'type': 'Issuer'}");
}
END_TEST

START_TEST(no_memory)
{
    expect_no_memory(
        "{'uid': 'u1', 'badge': 'https://a/b', 'verify': {'type': 'hosted', 'url': 'https://a'}}");
    expect_no_memory("{'u1': 'a mistake', 'u2': ''}");
}
END_TEST

UNIT_MAIN("ob2/upgrade_1_0", assertions, what_they_lead_to, no_memory)
