#include "unit/ob2/upgraded.h"

START_TEST(an_assertion_with_everything)
{
    expect_upgraded(
        "{'recipient': 'sha256$ab', 'salt': 'sea', 'issued_on': '2013-06-01', 'expires': '2014-06-01', "
        "'evidence': '/evidence/1',"
        " 'badge': {'version': '0.5.0', 'name': 'Data', 'image': '/badge.png', 'description': 'Data.',"
        " 'criteria': 'https://example.org/criteria', 'issuer': {'origin': 'https://badges.example.edu', "
        "'name': 'District',"
        " 'org': 'School', 'contact': 'a@example.edu'}}}",
        BLZ_OB2_0_5,
        "{" V2 ", 'type': 'Assertion', 'recipient': {'type': 'email', 'hashed': true, 'identity': "
        "'sha256$ab', 'salt': 'sea'},"
        " 'issuedOn': '2013-06-01T00:00:00Z', 'expires': '2014-06-01T00:00:00Z',"
        " 'evidence': 'https://badges.example.edu/evidence/1', 'verification': {'type': 'HostedBadge'},"
        " 'badge': {'type': 'BadgeClass', 'version': '0.5.0', 'name': 'Data', 'image': "
        "'https://badges.example.edu/badge.png',"
        " 'description': 'Data.', 'criteria': 'https://example.org/criteria', 'issuer': {'type': 'Profile',"
        " 'url': 'https://badges.example.edu', 'name': 'District: School', 'email': 'a@example.edu'}}}");
}
END_TEST

START_TEST(an_address_that_is_not_hashed)
{
    expect_upgraded(
        "{'recipient': 'jane@example.edu', 'salt': '', 'badge': 'https://badges.example.edu/b', 'x': 1}",
        BLZ_OB2_0_5,
        "{" V2 ", 'type': 'Assertion', 'recipient': {'type': 'email', 'hashed': false, 'identity': "
        "'jane@example.edu'}, 'salt': '', 'badge': 'https://badges.example.edu/b', 'x': 1, "
        "'verification': {'type': 'HostedBadge'}}");
}
END_TEST

/* Members of today are not overwritten by those of old. */
START_TEST(what_is_there_already)
{
    expect_upgraded(
        "{'recipient': 'a@b', 'issued_on': '2013-01-01', 'issuedOn': '2014-01-01', 'verify': {'type': "
        "'hosted'},"
        " 'badge': {'issuer': {'origin': 'https://a.example', 'url': 'https://b.example', 'org': 'School'}}}",
        BLZ_OB2_0_5,
        "{" V2 ", 'type': 'Assertion', 'recipient': {'type': 'email', 'hashed': false, 'identity': 'a@b'},"
        " 'issued_on': '2013-01-01', 'issuedOn': '2014-01-01T00:00:00Z', 'verification': {'type': "
        "'HostedBadge'},"
        " 'badge': {'type': 'BadgeClass', 'issuer': {'type': 'Profile', 'origin': 'https://a.example',"
        " 'url': 'https://b.example', 'org': 'School'}}}");
}
END_TEST

START_TEST(no_memory)
{
    expect_no_memory("{'recipient': 'sha256$ab', 'salt': 'sea', 'issued_on': 5, 'badge': {'image': '/a', "
                     "'issuer': {'origin':"
                     " 'https://b.example', 'name': 'a', 'org': 'b'}}}");
}
END_TEST

UNIT_MAIN("ob2/upgrade_0_5", an_assertion_with_everything, an_address_that_is_not_hashed,
          what_is_there_already, no_memory)
