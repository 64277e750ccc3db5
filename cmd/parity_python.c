#include <stddef.h>

#include "parity.h"

/* The Python validator (openbadges-validator-core): its tasks in the order in which it lists them, and the
 * types that values have to be of. tests/ob2/python-differs.json has what was measured with it. */

const struct cmd_parity_row cmd_parity_python_tasks[] = {
    {"DETECT_INPUT_TYPE", "a web address, JSON or a token", "parse", CMD_PARITY_SAME,
     "JSON without a web address is no verdict of valid in either"},
    {"PROCESS_BAKED_RESOURCE", "takes the badge out of an image", "parse", CMD_PARITY_STRICTER,
     "Damaged images, and those with several badges, are refused"},
    {"FETCH_HTTP_NODE", "asks the network for a document", "ob2.graph", CMD_PARITY_STRICTER,
     "Documents come from files unless --online is given; limits of size, time and redirects hold, and "
     "private addresses are not asked"},
    {"INTAKE_JSON", "which version of Open Badges it is", "parse context", CMD_PARITY_STRICTER,
     "JSON with members that stand twice is refused"},
    {"JSONLD_COMPACT_DATA", "the badge by the words of 2.0", "context ob2.graph", CMD_PARITY_STRICTER,
     "A document without an id does not get that of where it came from"},
    {"PROCESS_JWS_INPUT", "takes a token apart", "parse", CMD_PARITY_STRICTER, "base64url has to be strict"},
    {"UPGRADE_0_5_NODE", "reads 0.5 as 2.0", "context", CMD_PARITY_SAME, ""},
    {"UPGRADE_1_0_NODE", "reads 1.0 as 2.0", "context", CMD_PARITY_SAME, ""},
    {"UPGRADE_1_1_NODE", "reads 1.1 as 2.0", "context", CMD_PARITY_STRICTER,
     "True is a number, and so a time, in Python"},
    {"DETECT_AND_VALIDATE_NODE_CLASS", "the class that a document says it is of", "type", CMD_PARITY_SAME,
     ""},
    {"VALIDATE_EXPECTED_NODE_CLASS", "the class that a link leads to", "schema", CMD_PARITY_SAME, ""},
    {"VALIDATE_RDF_TYPE_PROPERTY", "the types of each object", "type schema", CMD_PARITY_STRICTER,
     "The task exists there and is never queued"},
    {"VALIDATE_PROPERTY", "each property is there and of the right type", "schema", CMD_PARITY_MIXED,
     "Values that JSON-LD takes away are missed here; several values of startsWith and publicKey, and "
     "several types of a verification, which the "
     "specification has, are taken"},
    {"ASSERTION_TIMESTAMP_CHECKS", "the date of issue, and the end", "validity.from validity.until",
     CMD_PARITY_STRICTER, "Endorsements have dates, too"},
    {"ASSERTION_VERIFICATION_CHECK", "nothing: others wait for it", "", CMD_PARITY_NOT_DONE,
     "A task that always passes"},
    {"ASSERTION_VERIFICATION_DEPENDENCIES", "hosted or signed", "ob2.verification", CMD_PARITY_STRICTER,
     "A badge that is neither, or says signed and is no token, fails"},
    {"CRITERIA_PROPERTY_DEPENDENCIES", "criteria have an id or a narrative", "schema", CMD_PARITY_STRICTER,
     "Criteria that JSON-LD takes away are missed here"},
    {"FLATTEN_EMBEDDED_RESOURCE", "what is embedded is read from its own address", "ob2.graph",
     CMD_PARITY_STRICTER, "What says another id than where it is does not count"},
    {"IDENTITY_OBJECT_PROPERTY_DEPENDENCIES", "hashed identities are hashes, others are not", "schema",
     CMD_PARITY_SAME, ""},
    {"IMAGE_VALIDATION", "pictures are PNG or SVG", "evidence", CMD_PARITY_MIXED,
     "A picture is looked at by its bytes, and a BadgeClass has to have one; one that cannot be fetched is "
     "an error there and noted here, as it proves nothing"},
    {"ISSUER_PROPERTY_DEPENDENCIES", "the issuer's id is a web address", "issuer", CMD_PARITY_SAME,
     "A warning in both"},
    {"VALIDATE_EXTENSION_NODE", "finds the JSON Schemas of extensions", "schema.inline", CMD_PARITY_LOOSER,
     "An extension for which nothing names a schema is refused there, which the specification does not ask "
     "for"},
    {"VALIDATE_EXTENSION_SINGLE", "an extension by its JSON Schema", "schema.inline", CMD_PARITY_STRICTER,
     "A schema in words that JSON Schema 2019-09 has changed leaves it open"},
    {"VALIDATE_REVOCATIONLIST_ENTRIES", "entries of the revocation list", "schema", CMD_PARITY_SAME, ""},
    {"VERIFY_JWS", "the signature", "jwt.header proof.signature", CMD_PARITY_MIXED,
     "Other signatures than RSA are accepted here, and keys of the issuer that the badge does not name; crit "
     "is looked at"},
    {"VERIFY_KEY_OWNERSHIP", "the issuer lists the key", "proof.key-binding", CMD_PARITY_MIXED,
     "A key that says it is somebody else's is refused; for 1.x, whose profiles list none, a key at the "
     "issuer's site is its own"},
    {"HOSTED_ID_IN_VERIFICATION_SCOPE", "where the issuer lets its badges be hosted", "ob2.verification",
     CMD_PARITY_MIXED,
     "The BadgeClass and endorsements are held to it, and detours (..) are seen through; several startsWith "
     "are taken"},
    {"VERIFY_RECIPIENT_IDENTIFIER", "whose badge it is", "recipient", CMD_PARITY_LOOSER,
     "An e-mail address is the same in capitals and small letters"},
    {"VERIFY_SIGNED_ASSERTION_NOT_REVOKED", "the issuer's revocation list", "ob2.revocation",
     CMD_PARITY_STRICTER,
     "Hosted badges are looked for, too, also by uid; so is a badge that is gone (410), or says revoked"},
    {0},
};

const struct cmd_parity_row cmd_parity_python_values[] = {
    {"BOOLEAN", "true or false", "schema", CMD_PARITY_SAME, ""},
    {"COMPACT_IRI", "the name of a property", "schema", CMD_PARITY_STRICTER,
     "Never queued there: it is none of its primitive types"},
    {"DATA_URI", "data in a URL", "evidence", CMD_PARITY_SAME, ""},
    {"DATA_URI_OR_URL", "a web address or data in a URL", "schema evidence", CMD_PARITY_SAME, ""},
    {"DATETIME", "a date with a time and a zone, by ISO 8601", "schema", CMD_PARITY_STRICTER,
     "Weeks, days of the year and hours alone are no dates here"},
    {"EMAIL", "an e-mail address", "schema", CMD_PARITY_STRICTER,
     "Never queued there: it is none of its primitive types"},
    {"ID", "an id, or an object", "schema ob2.graph", CMD_PARITY_SAME, ""},
    {"IDENTITY_HASH", "a text", "schema", CMD_PARITY_SAME, ""},
    {"IRI", "http, https, urn:uuid or a blank node", "schema", CMD_PARITY_SAME, ""},
    {"LANGUAGE", "a language tag", "schema", CMD_PARITY_LOOSER,
     "By its form; whether a language has that tag is not looked up"},
    {"MARKDOWN_TEXT", "a text", "schema", CMD_PARITY_STRICTER, "Everything is one there"},
    {"RDF_TYPE", "a class that the context knows", "type schema", CMD_PARITY_STRICTER,
     "Never queued there: it is none of its primitive types"},
    {"TELEPHONE", "a number by E.164", "schema", CMD_PARITY_SAME, ""},
    {"TEXT", "a text", "schema", CMD_PARITY_SAME, ""},
    {"TEXT_OR_NUMBER", "a text or a number", "schema", CMD_PARITY_STRICTER, "True is a number in Python"},
    {"URL", "a web address", "schema", CMD_PARITY_SAME, ""},
    {"URL_AUTHORITY", "the name of a host", "schema", CMD_PARITY_SAME, ""},
    {0},
};
