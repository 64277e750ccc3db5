#ifndef BLZ_VERIFY_CHECK_H
#define BLZ_VERIFY_CHECK_H

/* One verification on its way: what is known of the badge so far, and how a step says what it found. */

#include <jansson.h>
#include <stdint.h>

#include "badge/input.h"
#include "credential/integrity.h"
#include "credential/model.h"
#include "did/method.h"
#include "jose/jws.h"
#include "verify/report.h"

/* What is verified: decides which steps there are. */
enum blz_kind {
    BLZ_KIND_BADGE = 1 << 0,           /* an AchievementCredential, or what ought to be one */
    BLZ_KIND_ENDORSEMENT = 1 << 1,     /* an EndorsementCredential */
    BLZ_KIND_RECORD = 1 << 2,          /* a ClrCredential: a Comprehensive Learner Record 2.0 */
    BLZ_KIND_STATUS_LIST = 1 << 3,     /* a BitstringStatusListCredential, or a StatusList2021Credential */
    BLZ_KIND_OB2_BADGE = 1 << 8,       /* an Assertion of Open Badges 2.0, or of a version before it */
    BLZ_KIND_OB2_ENDORSEMENT = 1 << 9, /* an Endorsement of Open Badges 2.0 */
    BLZ_KIND_OB2_PART = 1 << 10,       /* something else of it, by itself: a BadgeClass, a Profile */
    BLZ_KIND_OB2 = BLZ_KIND_OB2_BADGE | BLZ_KIND_OB2_ENDORSEMENT | BLZ_KIND_OB2_PART,
    BLZ_KIND_ANY = 0xffff,
};

/* One proof on its way through the steps: the signature of a JWT, or an entry of `proof`. */
typedef struct blz_check_proof {
    const blz_integrity_proof *embedded; /* NULL: the JWT's own */
    size_t index;                        /* of it among the embedded ones */
    const char *at;                      /* pointer to it: "header:", "/proof", "/proof/1" */
    const char *method_at;               /* pointer to the name of its key: "header:/kid" */
    bool refused;                        /* nothing behind it may be believed */
    blz_key *own_key;                    /* that came with the badge */
    const blz_key *key; /* that it was checked with: one of these, or of the trust file; NULL: none */
    blz_verification_method *method; /* where the key was found; NULL for one that came with the badge */
    bool matches;                    /* the signature does */
    blz_outcome worst;               /* of all that was said of it */
} blz_check_proof;

/* Which entry of the report is about which proof. */
typedef struct blz_about {
    size_t step, proof;
} blz_about;

/* Whether the order of the values that a result description allows is signed. */
typedef enum blz_order { BLZ_ORDER_NOT_ASKED = 0, BLZ_ORDER_SIGNED, BLZ_ORDER_FREE } blz_order;

typedef struct blz_check {
    blz_ctx *ctx;
    blz_report *report;
    blz_policy policy;
    int64_t now;
    const char *recipient;      /* NULL: nobody asks */
    const blz_trust *trust;     /* NULL: nobody says whose keys are known */
    unsigned kind;              /* of the document; until it is parsed, what it is expected to be */
    const struct blz_check *of; /* the credential that this one came in; NULL: it came by itself */
    size_t *parts;              /* credentials that came in others so far: all of them share the count */

    const struct blz_check *older; /* the copy that this one was fetched for; NULL: it was not fetched */
    const char *fetched_from;      /* its URL */
    const char *unfit;             /* why it does not take the place of that one; NULL: it does. Static */
    blz_report *instead;           /* of a newer copy: it takes the place of `report` */

    blz_input input;
    blz_jws *jws;       /* NULL for a badge that is no JWT */
    json_t *document;   /* the JWT's payload, or the JSON; NULL until parsed */
    json_t *credential; /* in the document */
    blz_vc_version version;
    json_t *subject; /* the one subject; NULL if there is none, or are several */
    const char *subject_at;
    const char *issuer_id;    /* NULL if it has none */
    struct blz_ob2_case *ob2; /* verify/ob2.h; NULL for any other document */

    json_t *sealed;           /* what the embedded proofs were made over, with them: the credential, in a JWT
                                 without the claims that were added to it; a reference */
    blz_integrity *integrity; /* of `sealed` */
    size_t *spare;            /* that it shares with those of the credentials inside */
    blz_check_proof *proofs;  /* the JWT's own first */
    size_t proof_count;
    blz_check_proof *proof; /* that a step talks about; NULL: none in particular */
    blz_order order;
    struct blz_known_list *list; /* where the status list goes that is verified; NULL: nobody asks for it */
    const char *standing;        /* "not revoked (status list of 2026-11-20)"; NULL: nothing is known */
    blz_about *about;
    size_t about_count;

    const struct blz_step_row *row; /* the step that runs */
    size_t said;                    /* entries of this step so far */
    blz_outcome worst;              /* of them */
    size_t unshown;                 /* further ones, none of them worse */
    blz_status status;              /* sticky: memory that ran out in blz_at() */
} blz_check;

/* One line of the table of steps. */
typedef struct blz_step_row {
    const char *id;
    const char *spec; /* the clause unless an entry names another */
    blz_status (*run)(blz_check *check);
    unsigned kinds; /* of document that have it: BLZ_KIND_... | ... */
} blz_step_row;

/* Adds an entry to the report, about check->proof if that is set. `pointer` may be NULL. */
blz_status blz_say(blz_check *check, blz_outcome outcome, const char *pointer, const char *format, ...)
    BLZ_PRINTF(4, 5) BLZ_MUST_USE;
/* The same for what the policy `spec` adds to the public validator's checks: under `1edtech` a failure or a
 * question becomes a warning that tells what `spec` would have said. */
blz_status blz_say_strict(blz_check *check, blz_outcome outcome, const char *pointer, const char *format, ...)
    BLZ_PRINTF(4, 5) BLZ_MUST_USE;
/* The same the other way round: what the public validator refuses and the specification does not. `outcome`
 * is that of `spec`: BLZ_STEP_WARN, or BLZ_STEP_UNKNOWN for what it cannot decide. */
blz_status blz_say_vendor(blz_check *check, blz_outcome outcome, const char *pointer, const char *format, ...)
    BLZ_PRINTF(4, 5) BLZ_MUST_USE;
/* blz_say() of what the public validator checks in badges and not in status lists: of a list as
 * blz_say_strict(). */
blz_status blz_say_of_badge(blz_check *check, blz_outcome outcome, const char *pointer, const char *format,
                            ...) BLZ_PRINTF(4, 5) BLZ_MUST_USE;
/* What is verified, for messages: "badge", "status list". */
const char *blz_noun(const blz_check *check);
/* How many entries a step may have that are about no proof; of further ones the report has the number. */
enum { BLZ_STEP_ENTRIES_MAX = 100 };
/* For who runs the steps: the entry that tells how many more there were. */
blz_status blz_say_unshown(blz_check *check) BLZ_MUST_USE;
/* A pass, if the step has said nothing yet. */
blz_status blz_pass_if_quiet(blz_check *check, const char *format, ...) BLZ_PRINTF(2, 3) BLZ_MUST_USE;

/* A text that lives as long as the report. NULL when memory ran out, which the next blz_say() reports. */
const char *blz_at(blz_check *check, const char *format, ...) BLZ_PRINTF(2, 3);

/* The string member `name`; NULL if it is missing or no string. Borrowed. */
const char *blz_member(json_t *object, const char *name);
/* A property of Open Badges may hold one value or an array of them: how many there are (0 for NULL), and the
 * one at `index`. */
size_t blz_many(json_t *value);
json_t *blz_many_at(json_t *value, size_t index);
/* The pointer to that one, `base` being the pointer to the property. */
const char *blz_many_pointer(blz_check *check, const char *base, json_t *value, size_t index);

#endif
