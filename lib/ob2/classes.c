#include "ob2/classes.h"

#include <string.h>

static const char *const assertion[] = {"Assertion", NULL}, *const badge_class[] = {"BadgeClass", NULL},
                         *const profile[] = {"Issuer", "Profile", NULL},
                         *const endorsement[] = {"Endorsement", NULL},
                         *const list[] = {"RevocationList", NULL},
                         *const identity[] = {"id", "email", "url", "telephone", NULL},
                         *const verification[] = {"HostedBadge", "SignedBadge", NULL};

enum {
    REQUIRED = BLZ_OB2_REQUIRED,
    MANY = BLZ_OB2_MANY,
    FETCH = BLZ_OB2_FETCH,
    REMOTE = BLZ_OB2_REMOTE,
    DATA = BLZ_OB2_DATA,
    PARTIAL = BLZ_OB2_PARTIAL,
    SPEC_MANY = BLZ_OB2_SPEC_MANY,
};

/* What the classes that stand by themselves have besides. */
#define COMMON(class)                                                                                        \
    {class, "@language", BLZ_OB2_LANGUAGE, 0, 0, NULL},                                                      \
        {class, "version", BLZ_OB2_TEXT_OR_NUMBER, 0, 0, NULL},                                              \
        {class, "related", BLZ_OB2_ID, MANY | REMOTE | PARTIAL, class, NULL},                                \
    {                                                                                                        \
        class, "endorsement", BLZ_OB2_ID, MANY | REMOTE | FETCH, BLZ_OB2_ENDORSEMENT, NULL                   \
    }

const blz_ob2_property blz_ob2_properties[] = {
    {BLZ_OB2_ASSERTION, "id", BLZ_OB2_IRI, REQUIRED, 0, NULL},
    {BLZ_OB2_ASSERTION, "type", BLZ_OB2_RDF_TYPE, REQUIRED | MANY, 0, assertion},
    {BLZ_OB2_ASSERTION, "recipient", BLZ_OB2_ID, REQUIRED, BLZ_OB2_IDENTITY, NULL},
    {BLZ_OB2_ASSERTION, "badge", BLZ_OB2_ID, REQUIRED | FETCH, BLZ_OB2_BADGE_CLASS, NULL},
    {BLZ_OB2_ASSERTION, "verification", BLZ_OB2_ID, REQUIRED, BLZ_OB2_VERIFICATION, NULL},
    {BLZ_OB2_ASSERTION, "issuedOn", BLZ_OB2_DATETIME, REQUIRED, 0, NULL},
    {BLZ_OB2_ASSERTION, "expires", BLZ_OB2_DATETIME, 0, 0, NULL},
    {BLZ_OB2_ASSERTION, "image", BLZ_OB2_ID, REMOTE, BLZ_OB2_IMAGE, NULL},
    {BLZ_OB2_ASSERTION, "narrative", BLZ_OB2_MARKDOWN_TEXT, 0, 0, NULL},
    {BLZ_OB2_ASSERTION, "evidence", BLZ_OB2_ID, MANY | REMOTE, BLZ_OB2_EVIDENCE, NULL},
    {BLZ_OB2_ASSERTION, "revoked", BLZ_OB2_BOOLEAN, 0, 0, NULL},
    {BLZ_OB2_ASSERTION, "revocationReason", BLZ_OB2_TEXT, 0, 0, NULL},
    COMMON(BLZ_OB2_ASSERTION),

    {BLZ_OB2_BADGE_CLASS, "id", BLZ_OB2_IRI, REQUIRED, 0, NULL},
    {BLZ_OB2_BADGE_CLASS, "type", BLZ_OB2_RDF_TYPE, REQUIRED | MANY, 0, badge_class},
    {BLZ_OB2_BADGE_CLASS, "issuer", BLZ_OB2_ID, REQUIRED | FETCH, BLZ_OB2_PROFILE, NULL},
    {BLZ_OB2_BADGE_CLASS, "name", BLZ_OB2_TEXT, REQUIRED, 0, NULL},
    {BLZ_OB2_BADGE_CLASS, "description", BLZ_OB2_TEXT, REQUIRED, 0, NULL},
    {BLZ_OB2_BADGE_CLASS, "image", BLZ_OB2_ID, REMOTE | DATA, BLZ_OB2_IMAGE, NULL},
    {BLZ_OB2_BADGE_CLASS, "criteria", BLZ_OB2_ID, REQUIRED | REMOTE, BLZ_OB2_CRITERIA, NULL},
    {BLZ_OB2_BADGE_CLASS, "alignment", BLZ_OB2_ID, MANY, BLZ_OB2_ALIGNMENT, NULL},
    {BLZ_OB2_BADGE_CLASS, "tags", BLZ_OB2_TEXT, MANY, 0, NULL},
    COMMON(BLZ_OB2_BADGE_CLASS),

    {BLZ_OB2_PROFILE, "id", BLZ_OB2_IRI, REQUIRED, 0, NULL},
    {BLZ_OB2_PROFILE, "type", BLZ_OB2_RDF_TYPE, REQUIRED | MANY, 0, profile},
    {BLZ_OB2_PROFILE, "name", BLZ_OB2_TEXT, REQUIRED, 0, NULL},
    {BLZ_OB2_PROFILE, "description", BLZ_OB2_TEXT, 0, 0, NULL},
    {BLZ_OB2_PROFILE, "image", BLZ_OB2_ID, REMOTE | DATA, BLZ_OB2_IMAGE, NULL},
    {BLZ_OB2_PROFILE, "url", BLZ_OB2_URL, REQUIRED, 0, NULL},
    {BLZ_OB2_PROFILE, "email", BLZ_OB2_EMAIL, REQUIRED, 0, NULL},
    {BLZ_OB2_PROFILE, "telephone", BLZ_OB2_TELEPHONE, 0, 0, NULL},
    {BLZ_OB2_PROFILE, "publicKey", BLZ_OB2_ID, SPEC_MANY | FETCH, BLZ_OB2_KEY, NULL},
    {BLZ_OB2_PROFILE, "verification", BLZ_OB2_ID, 0, BLZ_OB2_ISSUER_VERIFICATION, NULL},
    {BLZ_OB2_PROFILE, "revocationList", BLZ_OB2_ID, FETCH, BLZ_OB2_REVOCATION_LIST, NULL},
    COMMON(BLZ_OB2_PROFILE),

    {BLZ_OB2_ENDORSEMENT, "id", BLZ_OB2_IRI, REQUIRED, 0, NULL},
    {BLZ_OB2_ENDORSEMENT, "type", BLZ_OB2_RDF_TYPE, REQUIRED | MANY, 0, endorsement},
    {BLZ_OB2_ENDORSEMENT, "claim", BLZ_OB2_ID, REQUIRED, BLZ_OB2_ENDORSEMENT_CLAIM, NULL},
    {BLZ_OB2_ENDORSEMENT, "issuedOn", BLZ_OB2_DATETIME, REQUIRED, 0, NULL},
    {BLZ_OB2_ENDORSEMENT, "issuer", BLZ_OB2_ID, REQUIRED | FETCH, BLZ_OB2_PROFILE, NULL},
    {BLZ_OB2_ENDORSEMENT, "verification", BLZ_OB2_ID, REQUIRED, BLZ_OB2_VERIFICATION, NULL},
    {BLZ_OB2_ENDORSEMENT, "revoked", BLZ_OB2_BOOLEAN, 0, 0, NULL},
    {BLZ_OB2_ENDORSEMENT, "revocationReason", BLZ_OB2_TEXT, 0, 0, NULL},
    {BLZ_OB2_ENDORSEMENT, "@language", BLZ_OB2_LANGUAGE, 0, 0, NULL},
    {BLZ_OB2_ENDORSEMENT, "version", BLZ_OB2_TEXT_OR_NUMBER, 0, 0, NULL},
    {BLZ_OB2_ENDORSEMENT, "related", BLZ_OB2_ID, MANY | REMOTE | PARTIAL, BLZ_OB2_ENDORSEMENT, NULL},

    {BLZ_OB2_ENDORSEMENT_CLAIM, "id", BLZ_OB2_IRI, REQUIRED, 0, NULL},
    {BLZ_OB2_ENDORSEMENT_CLAIM, "endorsementComment", BLZ_OB2_MARKDOWN_TEXT, 0, 0, NULL},

    {BLZ_OB2_KEY, "id", BLZ_OB2_IRI, 0, 0, NULL},
    {BLZ_OB2_KEY, "type", BLZ_OB2_RDF_TYPE, MANY, 0, NULL},
    {BLZ_OB2_KEY, "owner", BLZ_OB2_IRI, 0, 0, NULL},
    {BLZ_OB2_KEY, "publicKeyPem", BLZ_OB2_TEXT, 0, 0, NULL},

    {BLZ_OB2_REVOCATION_LIST, "id", BLZ_OB2_IRI, 0, 0, NULL},
    {BLZ_OB2_REVOCATION_LIST, "type", BLZ_OB2_RDF_TYPE, REQUIRED | MANY, 0, list},

    {BLZ_OB2_ALIGNMENT, "type", BLZ_OB2_RDF_TYPE, MANY, 0, NULL},
    {BLZ_OB2_ALIGNMENT, "targetName", BLZ_OB2_TEXT, REQUIRED, 0, NULL},
    {BLZ_OB2_ALIGNMENT, "targetUrl", BLZ_OB2_URL, REQUIRED, 0, NULL},
    {BLZ_OB2_ALIGNMENT, "targetDescription", BLZ_OB2_TEXT, 0, 0, NULL},
    {BLZ_OB2_ALIGNMENT, "description", BLZ_OB2_TEXT, 0, 0, NULL},
    {BLZ_OB2_ALIGNMENT, "targetFramework", BLZ_OB2_TEXT, 0, 0, NULL},
    {BLZ_OB2_ALIGNMENT, "targetCode", BLZ_OB2_TEXT, 0, 0, NULL},

    {BLZ_OB2_CRITERIA, "type", BLZ_OB2_RDF_TYPE, MANY, 0, NULL},
    {BLZ_OB2_CRITERIA, "id", BLZ_OB2_IRI, 0, 0, NULL},
    {BLZ_OB2_CRITERIA, "narrative", BLZ_OB2_MARKDOWN_TEXT, 0, 0, NULL},

    {BLZ_OB2_EVIDENCE, "type", BLZ_OB2_RDF_TYPE, MANY, 0, NULL},
    {BLZ_OB2_EVIDENCE, "id", BLZ_OB2_IRI, 0, 0, NULL},
    {BLZ_OB2_EVIDENCE, "narrative", BLZ_OB2_MARKDOWN_TEXT, 0, 0, NULL},
    {BLZ_OB2_EVIDENCE, "name", BLZ_OB2_TEXT, 0, 0, NULL},
    {BLZ_OB2_EVIDENCE, "description", BLZ_OB2_TEXT, 0, 0, NULL},
    {BLZ_OB2_EVIDENCE, "genre", BLZ_OB2_TEXT, 0, 0, NULL},
    {BLZ_OB2_EVIDENCE, "audience", BLZ_OB2_TEXT, 0, 0, NULL},

    {BLZ_OB2_IDENTITY, "type", BLZ_OB2_RDF_TYPE, REQUIRED, 0, identity},
    {BLZ_OB2_IDENTITY, "identity", BLZ_OB2_IDENTITY_HASH, REQUIRED, 0, NULL},
    {BLZ_OB2_IDENTITY, "hashed", BLZ_OB2_BOOLEAN, REQUIRED, 0, NULL},
    {BLZ_OB2_IDENTITY, "salt", BLZ_OB2_TEXT, 0, 0, NULL},

    {BLZ_OB2_IMAGE, "type", BLZ_OB2_RDF_TYPE, MANY, 0, NULL},
    {BLZ_OB2_IMAGE, "id", BLZ_OB2_DATA_URI_OR_URL, REQUIRED, 0, NULL},
    {BLZ_OB2_IMAGE, "caption", BLZ_OB2_TEXT, 0, 0, NULL},
    {BLZ_OB2_IMAGE, "author", BLZ_OB2_IRI, 0, 0, NULL},

    {BLZ_OB2_VERIFICATION, "type", BLZ_OB2_RDF_TYPE, REQUIRED | SPEC_MANY, 0, verification},
    {BLZ_OB2_VERIFICATION, "creator", BLZ_OB2_ID, FETCH, BLZ_OB2_KEY, NULL},

    {BLZ_OB2_ISSUER_VERIFICATION, "type", BLZ_OB2_RDF_TYPE, MANY, 0, NULL},
    {BLZ_OB2_ISSUER_VERIFICATION, "verificationProperty", BLZ_OB2_COMPACT_IRI, 0, 0, NULL},
    {BLZ_OB2_ISSUER_VERIFICATION, "startsWith", BLZ_OB2_URL, MANY, 0, NULL},
    {BLZ_OB2_ISSUER_VERIFICATION, "allowedOrigins", BLZ_OB2_URL_AUTHORITY, MANY, 0, NULL},
    {0},
};

static const struct class_name {
    const char *name;
    blz_ob2_class of;
} names[] = {
    {"Assertion", BLZ_OB2_ASSERTION},
    {"BadgeClass", BLZ_OB2_BADGE_CLASS},
    {"Profile", BLZ_OB2_PROFILE},
    {"Issuer", BLZ_OB2_PROFILE},
    {"Endorsement", BLZ_OB2_ENDORSEMENT},
    {"CryptographicKey", BLZ_OB2_KEY},
    {"RevocationList", BLZ_OB2_REVOCATION_LIST},
    {"AlignmentObject", BLZ_OB2_ALIGNMENT},
    {"Criteria", BLZ_OB2_CRITERIA},
    {"Evidence", BLZ_OB2_EVIDENCE},
    {"IdentityObject", BLZ_OB2_IDENTITY},
    {"Image", BLZ_OB2_IMAGE},
    {"VerificationObject", BLZ_OB2_VERIFICATION},
};

bool blz_ob2_has_type(const json_t *node, const char *name)
{
    json_t *type = json_object_get(node, "type"), *one;
    const char *text = json_string_value(type);
    size_t index;
    if (text && strcmp(text, name) == 0) return true;
    json_array_foreach (type, index, one) {
        text = json_string_value(one);
        if (text && strcmp(text, name) == 0) return true;
    }
    return false;
}

blz_ob2_class blz_ob2_class_of(const json_t *node)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++)
        if (blz_ob2_has_type(node, names[i].name)) return names[i].of;
    return BLZ_OB2_NO_CLASS;
}

const char *blz_ob2_class_text(blz_ob2_class of)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++)
        if (names[i].of == of) return names[i].name;
    return of == BLZ_OB2_ENDORSEMENT_CLAIM     ? "claim of an Endorsement"
           : of == BLZ_OB2_ISSUER_VERIFICATION ? "VerificationObject"
                                               : "thing";
}
