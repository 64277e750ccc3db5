#include "ob2/properties.h"
#include "school.h"

#define NODE(json, words) walk_badge(school, "{" V2 json "}", blz_ob2_check_node, words)

START_TEST(nodes)
{
    walk_badge(school, ASSERTION, blz_ob2_check_node, NULL);
    NODE("'type': 'Issuer', 'id': '" S "i', 'name': 'n', 'url': '" S "'",
         "wrong /email \"email\" is missing");
    NODE("'type': 'Issuer', 'id': '" S "i', 'name': ['n', 'm']", "\"name\" of the Profile has 2 values");
    NODE("'type': ['Issuer', 'Unknown'], 'id': '" S "i'",
         "wrong /type \"type\" of the Profile has to be the name");
    NODE("'type': 'Assertion', 'recipient': 'x'", "\"recipient\" of the Assertion has to be a web address");
    NODE("'type': 'Assertion', 'recipient': '" S "r'", "\"recipient\" of the Assertion has to be an object");
    NODE("'type': 'Assertion', 'id': 'urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a9', 'revoked': true", NULL);
    NODE("'type': 'Assertion', 'verification': {'type': 'Issuer'}",
         "has to be of type HostedBadge or SignedBadge");
    NODE("'type': 'Assertion', 'verification': {'type': ['hosted', 'https://a.example/T']}",
         "wrong-1edtech /verification/type");
    NODE("'type': 'BadgeClass', 'related': {'name': 'x'}", "wrong-spec /related/id");
    NODE("'type': 'BadgeClass', 'criteria': {}", "but it is an empty object");
    NODE("'type': 'Endorsement', 'claim': {'id': '" S "b'}, 'issuer': '" S "issuer', 'issuedOn': "
         "'2026-01-01T00:00:00Z', 'verification': {'type': 'hosted'}, 'id': '" S "e'",
         "wrong-1edtech /claim");
    NODE("'type': 'Assertion', 'recipient': {'type': 'phone'}",
         "this has to be of type id, email, url or telephone, but its type is");
    NODE("'type': 'Assertion', 'issuedOn': "
         "'12345678901234567890123456789012345678901234567890123456789012345678901234567"
         "89\xc3\xa4...'",
         "789...\"");
}
END_TEST

START_TEST(rules_between_properties)
{
#define WHO "'type': 'Assertion', 'recipient': {'type': 'email', 'hashed': "
    NODE(WHO "true, 'identity': 'jane@example.edu'}", "wrong-spec /recipient/identity \"hashed\" is true");
    NODE(WHO "false, 'identity': 'md5$0123456789abcdef0123456789abcdef'}", "the identity is a hash");
    NODE(WHO "false, 'identity': 'jane'}", "but no e-mail address");
    NODE("'type': 'BadgeClass', 'criteria': {'type': 'Criteria'}",
         "wrong-spec /criteria the criteria have neither");
    NODE("'type': 'RevocationList'", "has no \"revokedAssertions\"");
    NODE("'type': 'RevocationList', 'revokedAssertions': [{'uid': 'a'}, {'revocationReason': 'b'}]",
         "wrong-spec /revokedAssertions entry 2 of the revocation list names no badge");
    NODE("'type': 'RevocationList', 'revokedAssertions': [7]",
         "wrong-spec /revokedAssertions entry 1 of the revocation list names no badge");
    NODE("'type': 'RevocationList', 'revokedAssertions': ['" S "a', {'id': 'urn:x:2'}]",
         "note /revokedAssertions entry 2 of the revocation list is \"urn:x:2\", which can be no badge's id");
}
END_TEST

UNIT_MAIN("ob2/properties", nodes, rules_between_properties)
