#ifndef BLZ_SCHEMA_ERRORS_H
#define BLZ_SCHEMA_ERRORS_H

/* What failed, in plain words, and how the many failures of an "anyOf" become one (branches.c). */

#include "schema/eval.h"

/* What a keyword knows about its failure beyond the message. */
typedef struct blz_failure {
    blz_schema_class class;
    const char *keyword;
    bool at_key;
    const char *hint, *fix;
    const json_t *choices;  /* "enum", "const": what would have been right, an array or one value */
    unsigned types;         /* "type": what would have been right, a set of blz_type */
    const char *name;       /* the member that is missing */
    const char *suggestion; /* the member that was probably meant by an unknown one */
} blz_failure;

typedef struct blz_error {
    blz_schema_error is;
    size_t depth;        /* of the place in the instance */
    const json_t *value; /* that is there; NULL for a name */
    blz_failure because;
} blz_error;

typedef struct blz_errors {
    blz_error **items;
    size_t count, capacity;
    blz_arena arena; /* of everything in them */
    bool failed;     /* memory ran out while a message was made */
} blz_errors;

void blz_errors_clear(blz_errors *errors);

/* Marks the frame as failed. True: somebody wants to know why, so the keyword goes on to blz_errors_add(). */
static inline bool blz_failed(const blz_eval *eval, blz_frame *frame)
{
    frame->ok = false;
    return eval->errors != NULL;
}

/* Adds a failure of the value at `frame`. The arguments come from the functions of words.c, or are static. */
blz_status blz_errors_add(blz_eval *eval, const blz_frame *frame, const blz_failure *failure,
                          const char *format, ...) BLZ_PRINTF(4, 5) BLZ_MUST_USE;
/* Drops all from number `count` on. */
void blz_errors_cut(blz_errors *errors, size_t count);

/* The alternatives of an "anyOf" or "oneOf" all failed: those of branch i are ends[i-1] (for 0: `start`) to
 * ends[i]. Leaves those of the branch that was most likely meant, or one that says it for all. */
blz_status blz_errors_choose(blz_eval *eval, const blz_frame *frame, const char *keyword, size_t start,
                             const size_t *ends, size_t count) BLZ_MUST_USE;

/* words.c: text in the arena of the error list; empty, and `failed` set, when memory ran out. */

const char *blz_errors_text(blz_errors *errors, const char *format, ...) BLZ_PRINTF(2, 3);
/* "\"rubric.levels\"", "level 2 of \"rubric.levels\"", "criterion \"question\"", "the micro-credential". */
const char *blz_errors_subject(blz_eval *eval, const blz_at *at);
/* A value as a reader would name it: "\"Basic\"", "12", "a list". */
const char *blz_errors_value(blz_eval *eval, const json_t *value);
/* "\"a\", \"b\" or \"c\"" of an array, or of one value. */
const char *blz_errors_choices(blz_eval *eval, const json_t *choices, const char *joiner);
/* The text among the choices that is nearest to `value`; NULL if none is near. Borrowed from `choices`. */
const char *blz_errors_suggest(const json_t *choices, const json_t *value);
/* "a text or a list" */
const char *blz_errors_types(blz_eval *eval, unsigned types);

/* What JSON knows, as bits. */
typedef enum blz_type {
    BLZ_TYPE_OBJECT = 1U << 0,
    BLZ_TYPE_ARRAY = 1U << 1,
    BLZ_TYPE_TEXT = 1U << 2,
    BLZ_TYPE_INTEGER = 1U << 3,
    BLZ_TYPE_NUMBER = 1U << 4,
    BLZ_TYPE_BOOLEAN = 1U << 5,
    BLZ_TYPE_NULL = 1U << 6,
} blz_type;
/* Every bit that describes the value: a whole number is an integer and a number. */
unsigned blz_type_of(const json_t *value);

#endif
