#include <stddef.h>

#include "parity.h"

/* 1EdTech's public validator (digital-credentials-public-validator), in the order in which its probes run. */

const struct cmd_parity_row cmd_parity_java_30[] = {
    {"CredentialParseProbe", "finds out what the file is, and takes the badge out of it", "parse",
     CMD_PARITY_MIXED,
     "Members that stand twice, base64url that is not strict, and damaged images are refused here; tokens in "
     "a JSON string or an EnvelopedVerifiableCredential are read, too"},
    {"JsonLDValidationProbe", "every term has a meaning", "safe-mode", CMD_PARITY_MIXED,
     "Words of the published vocabularies also have to stand where a badge is read, not under another name; "
     "words of the proofs, which no proof covers, need no context here"},
    {"ContextPropertyProbe", "the contexts, in the right order", "context", CMD_PARITY_SAME,
     "Another address of a published context is warned of there; contexts of the badge's own are warned of "
     "here"},
    {"TypePropertyProbe", "the types that a badge has to have", "type", CMD_PARITY_SAME, ""},
    {"JsonSchemasProbe", "the published JSON Schema", "schema", CMD_PARITY_STRICTER,
     "What fits only the looser JSON-LD form of the schema passes there, with a warning; blazon has a "
     "writing of its own of the strict form"},
    {"InlineJsonSchemaProbe", "the schemas that the badge itself names", "schema.inline", CMD_PARITY_MIXED,
     "JsonSchema of the W3C is checked here, too; a schema that cannot be read is an error there and leaves "
     "it open here"},
    {"CredentialSubjectProbe", "who earned what, and the types inside", "subject", CMD_PARITY_MIXED,
     "Exactly one subject, and the form of hashed identifiers are asked for here; criteria without id and "
     "narrative, which the specification allows, are a warning"},
    {"EvidenceProbe", "the type of each piece of evidence", "evidence", CMD_PARITY_SAME, ""},
    {"IssuerProbe", "the types in the issuer's profile, and that its url answers", "issuer",
     CMD_PARITY_STRICTER,
     "The id has to be a URL or a DID; whether the site answers, a warning there, is not asked"},
    {"ExternalProofProbe", "the header and the signature of a token",
     "jwt.header proof.suite proof.signature proof.key-binding", CMD_PARITY_MIXED,
     "ES384 and EdDSA are accepted here; a key in the header proves nothing about who signed, and crit, jku, "
     "x5u or a private key are refused"},
    {"EmbeddedProofProbe", "a proof inside the badge",
     "proof.suite proof.purpose proof.signature proof.key-binding", CMD_PARITY_MIXED,
     "More kinds of proof are known here (blazon-verify(1)), and any good one is enough; there a key that "
     "stands in its own URL is believed without a look at the document, here that document has to list it"},
    {"checkRefreshService", "a newer copy, asked for once", "refresh", CMD_PARITY_MIXED,
     "There both copies have to hold, whatever the newer one is; here it replaces the other only if it is "
     "the same badge, no older, and proven"},
    {"RevocationListProbe", "whether the badge was revoked, by the list that it names", "status",
     CMD_PARITY_STRICTER,
     "Every list that the badge names is asked, there the first; suspension and Status List 2021 count, too; "
     "a list of 1EdTech's that is not to be had leaves it open and is no mere warning"},
    {"BitstringStatusListProbe", "the place of the badge in a list of bits", "status", CMD_PARITY_STRICTER,
     "The list has to be by the issuer and within its dates, and is unpacked under a limit of size"},
    {"ExpirationProbe", "the end", "validity.until", CMD_PARITY_STRICTER,
     "An end before the beginning fails, too; where a badge has dates of both versions of Verifiable "
     "Credentials, both have to hold"},
    {"IssuanceProbe", "the beginning", "validity.from", CMD_PARITY_STRICTER,
     "Where a badge has dates of both versions of Verifiable Credentials, both have to hold"},
    {0},
};

const struct cmd_parity_row cmd_parity_java_others[] = {
    {"EndorsementInspector", "each endorsement in a badge, and one by itself", "endorsement",
     CMD_PARITY_MIXED,
     "Each passes all steps here, shape and safe mode among them, and has to be about what it stands at; for "
     "one in a badge no newer copy is asked for"},
    {"CLR20Inspector", "a learner record, and the badges in it", "credentials endorsement",
     CMD_PARITY_STRICTER,
     "Tokens and other credentials in the record are verified, too, which are passed over there, and the "
     "record passes safe mode; whose key signed is asked of each"},
    {"ClrSubjectProbe", "the learner of a record", "record subject", CMD_PARITY_STRICTER,
     "Associations have to name achievements that the record has"},
    {"BitstringStatusListCredentialInspector", "a status list as a credential", "status-list status",
     CMD_PARITY_STRICTER,
     "Its dates, its issuer's key and its bits are looked at, too; there they are only when a badge asks"},
    {"TCPInspector", "a record of work and learning (LER-RS), and the badges in it", "", CMD_PARITY_NOT_DONE,
     "It is no badge and no learner record; what is in it can be verified by itself"},
    {0},
};

const struct cmd_parity_row cmd_parity_java_20[] = {
    {"CredentialParseProbe", "finds out what the file is, and takes the badge out of it", "parse",
     CMD_PARITY_MIXED,
     "Members that stand twice and damaged images are refused here; a file with nothing but a web address is "
     "followed"},
    {"ContextPropertyProbe", "the context of 2.0", "context", CMD_PARITY_LOOSER,
     "Badges of 1.1, 1.0 and 0.5 are read as the 2.0 that they would be today; there they are refused"},
    {"TypePropertyProbe", "one of the types of Open Badges", "type", CMD_PARITY_STRICTER,
     "A document whose only type is somebody else's word passes there"},
    {"JsonLDCompactionProbe", "the badge by the words of 2.0", "context ob2.graph", CMD_PARITY_STRICTER,
     "A document that says another id than where it is is a warning there; here it is asked for at that id"},
    {"JsonLDValidationProbe", "every term has a meaning", "", CMD_PARITY_NOT_DONE,
     "It looks at what compaction has left, from which words without a meaning are gone already"},
    {"GraphFetcherProbe", "reads everything that the badge leads to", "ob2.graph", CMD_PARITY_STRICTER,
     "What is embedded and has a web address is read from there; each document has to be the one asked for; "
     "what is not at hand leaves it open"},
    {"ValidationPropertyProbe", "each property is there and of the right type", "schema", CMD_PARITY_MIXED,
     "Hashes of recipients, criteria and entries of revocation lists are looked into here, and an address "
     "has to be one of the web, without blanks; several keys of an issuer, which the specification has, are "
     "taken"},
    {"ValidationRdfTypePropertyProbe", "the types of each object", "schema", CMD_PARITY_LOOSER,
     "Several types of one verification, which the specification has, are taken"},
    {"ValidationImagePropertyProbe", "pictures", "evidence", CMD_PARITY_MIXED,
     "A picture has to be PNG or SVG also by its bytes, and a BadgeClass has to have one; one that cannot be "
     "fetched is fatal there and noted here, as it proves nothing"},
    {"ValidationIssuerPropertyProbe", "the issuer's id is a web address", "issuer", CMD_PARITY_SAME,
     "A warning in both"},
    {"VerificationDependenciesProbe", "where the issuer lets its badges be hosted", "ob2.verification",
     CMD_PARITY_MIXED,
     "A copy has to say what is hosted, and detours (..) are seen through; where the issuer has no web "
     "address, which is a warning there, it stays open whose the badge is; startsWith on another host is "
     "enough without allowedOrigins, as the specification has it"},
    {"AssertionRevocationListProbe", "the issuer's revocation list", "ob2.revocation", CMD_PARITY_STRICTER,
     "A badge that is gone (410), one that says revoked, and entries by uid are found, too"},
    {"VerificationJWTProbe", "the signature, by a key that the issuer lists",
     "jwt.header proof.signature proof.key-binding", CMD_PARITY_MIXED,
     "Other signatures than RSA are accepted here, and keys of the issuer that the badge does not name; a "
     "key that says it is somebody else's is refused"},
    {"ExpirationProbe", "the end", "validity.until", CMD_PARITY_STRICTER,
     "An end before the date of issue fails, too"},
    {"IssuanceProbe", "the date of issue", "validity.from", CMD_PARITY_SAME, ""},
    {"ExtensionProbe", "extensions, by their JSON Schema", "schema.inline", CMD_PARITY_STRICTER,
     "A schema in words that JSON Schema 2019-09 has changed leaves it open"},
    {"OB20EndorsementInspector", "endorsements of the badge, its class and its issuer", "endorsement",
     CMD_PARITY_STRICTER, "One that came inside the badge proves nothing, and leaves it open"},
    {"VerificationRecipientProbe", "whose badge it is", "recipient", CMD_PARITY_STRICTER,
     "The probe exists there and is never called; here --recipient asks for it"},
    {0},
};
