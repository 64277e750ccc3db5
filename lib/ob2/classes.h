#ifndef BLZ_OB2_CLASSES_H
#define BLZ_OB2_CLASSES_H

/* The classes of Open Badges 2.0 and their properties, one row each. */

#include "ob2/value.h"

typedef enum blz_ob2_class {
    BLZ_OB2_NO_CLASS = 0,
    BLZ_OB2_ASSERTION,
    BLZ_OB2_BADGE_CLASS,
    BLZ_OB2_PROFILE, /* Issuer too */
    BLZ_OB2_ENDORSEMENT,
    BLZ_OB2_ENDORSEMENT_CLAIM,
    BLZ_OB2_KEY, /* CryptographicKey */
    BLZ_OB2_REVOCATION_LIST,
    BLZ_OB2_ALIGNMENT,
    BLZ_OB2_CRITERIA,
    BLZ_OB2_EVIDENCE,
    BLZ_OB2_IDENTITY,
    BLZ_OB2_IMAGE,
    BLZ_OB2_VERIFICATION,        /* VerificationObject of an assertion or endorsement */
    BLZ_OB2_ISSUER_VERIFICATION, /* of a profile */
} blz_ob2_class;

typedef struct blz_ob2_property {
    blz_ob2_class of;
    const char *name;
    blz_ob2_type type;
    unsigned flags;
    blz_ob2_class expected;    /* class of what an ID leads to */
    const char *const *one_of; /* types, one of which has to be there; ends with NULL; NULL: any */
} blz_ob2_property;

enum {
    BLZ_OB2_REQUIRED = 1 << 0,
    BLZ_OB2_MANY = 1 << 1,      /* an array of several is allowed */
    BLZ_OB2_FETCH = 1 << 2,     /* what the id leads to belongs to the graph */
    BLZ_OB2_REMOTE = 1 << 3,    /* a web address need not lead to a document of the graph */
    BLZ_OB2_DATA = 1 << 4,      /* data in a URL is allowed */
    BLZ_OB2_PARTIAL = 1 << 5,   /* what is linked need not be complete */
    BLZ_OB2_SPEC_MANY = 1 << 6, /* several are allowed by the specification, not by its validators */
};

/* Ends with a NULL name; those of one class stand together. */
extern const blz_ob2_property blz_ob2_properties[];

/* The class that a node says it is of, the first one that is known. */
blz_ob2_class blz_ob2_class_of(const json_t *node);
/* "BadgeClass"; static. */
const char *blz_ob2_class_text(blz_ob2_class of);
/* Whether `type` (a text or an array of them) has this name. */
bool blz_ob2_has_type(const json_t *node, const char *name);

#endif
