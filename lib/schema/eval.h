#ifndef BLZ_SCHEMA_EVAL_H
#define BLZ_SCHEMA_EVAL_H

/* One validation. Without an error list the first failure ends it; with one, everything that failed is
 * collected (errors.h). Recursion is limited, and so is the work. */

#include "schema/equal.h"
#include "schema/model.h"

/* Where we are in the instance: a chain on the stack. */
typedef struct blz_at {
    struct blz_at *parent;
    const json_t *value;
    const char *key;   /* of a member */
    size_t index;      /* of an item, where `key` is NULL */
    bool is_key;       /* the value is the name of the member `key` itself */
    const char *noun;  /* what the schemas that were met here call it; may be NULL */
    const char *about; /* and how they describe it */
} blz_at;

/* The members or items that some schema has looked at, by their place in the instance. */
typedef struct blz_seen {
    unsigned char *bits;
    size_t size; /* in bytes */
    bool all;
} blz_seen;
void blz_seen_clear(blz_seen *seen);
blz_status blz_seen_mark(blz_seen *seen, size_t index) BLZ_MUST_USE; /* `seen` NULL: nobody asks */
void blz_seen_mark_all(blz_seen *seen);
bool blz_seen_has(const blz_seen *seen, size_t index);
blz_status blz_seen_merge(blz_seen *into, const blz_seen *from) BLZ_MUST_USE;

/* The resources that were entered, outermost last. */
typedef struct blz_scope {
    const blz_resource *resource;
    const struct blz_scope *outer;
} blz_scope;

struct blz_errors;

struct blz_eval {
    const blz_schema *schema;
    const blz_scope *scope;
    struct blz_errors *errors; /* NULL: only the verdict matters */
    blz_matcher matcher;
    size_t work;
    unsigned depth;
};

/* What a keyword gets: its schema, the value, and what is known about it. */
struct blz_frame {
    const blz_node *node;
    blz_at *at;
    blz_seen *seen; /* NULL: nobody asks */
    bool ok;
    bool final; /* failed in a way that makes further messages about this value noise */
};

/* Takes `steps` off the budget. Errors: BLZ_ERR_LIMIT. */
blz_status blz_eval_charge(blz_eval *eval, size_t steps) BLZ_MUST_USE;
/* Evaluates the node at `at`; *ok is written on BLZ_OK. */
blz_status blz_eval_node(blz_eval *eval, const blz_node *node, blz_at *at, blz_seen *seen, bool *ok)
    BLZ_MUST_USE;
/* The same for a keyword's subschema that has to hold. */
blz_status blz_eval_must(blz_eval *eval, const blz_node *node, blz_frame *frame, blz_at *at, blz_seen *seen)
    BLZ_MUST_USE;
/* The same where nobody wants to hear of failures. */
blz_status blz_eval_quietly(blz_eval *eval, const blz_node *node, blz_at *at, blz_seen *seen, bool *ok)
    BLZ_MUST_USE;

#endif
