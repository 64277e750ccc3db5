#ifndef BLZ_SCHEMA_SCHEMA_H
#define BLZ_SCHEMA_SCHEMA_H

/* JSON Schema, drafts 2019-09 and 2020-12: compiled once, used often, also by several threads at a time.
 *
 *     BLZ_AUTO(blz_schema) schema = NULL;
 *     BLZ_TRY(blz_schema_compile(&schema, ctx, document, "https://example.edu/x.schema.json", NULL));
 *     bool valid = false;
 *     BLZ_TRY(blz_schema_validate(&valid, schema, instance, report, user));
 */

#include <stdbool.h>

#include <jansson.h>

#include "base/diag.h"
#include "base/mem.h"

typedef struct blz_schema blz_schema;

typedef enum blz_schema_draft {
    BLZ_DRAFT_2020_12 = 0,
    BLZ_DRAFT_2019_09,
} blz_schema_draft;

/* Finds the schema document at `uri` (absolute, no fragment): a new reference in `*out`, or
 * BLZ_ERR_NOT_FOUND. */
typedef blz_status blz_schema_resolve_fn(void *user, const char *uri, json_t **out);

/* Every field may be zero. */
typedef struct blz_schema_options {
    blz_schema_resolve_fn
        *resolve; /* NULL: the loader of the context; the published metaschemas are always there */
    void *resolve_user;
    blz_schema_draft draft; /* of a document without "$schema" */
    bool assert_formats;    /* "format" fails values; else it is only an annotation */
    size_t work_max;        /* steps that one validation may take; 0: 20 million */
    char *problem;          /* gets what is wrong with the schema, in plain words; may be NULL */
    size_t problem_size;
} blz_schema_options;

/* Compiles `document`, whose own "$id" is resolved against `base_uri` (NULL: none), and all that it refers
 * to. Keeps references to the documents. Errors: BLZ_ERR_INVALID (not a schema), BLZ_ERR_NOT_FOUND (a "$ref"
 * leads nowhere), BLZ_ERR_UNSUPPORTED (a required vocabulary, a draft), BLZ_ERR_LIMIT, BLZ_ERR_NOMEM, or the
 * resolver's. */
blz_status blz_schema_compile(blz_schema **out, blz_ctx *ctx, const json_t *document, const char *base_uri,
                              const blz_schema_options *options) BLZ_MUST_USE;
void blz_schema_free(blz_schema *schema);
BLZ_DEFINE_AUTO(blz_schema, blz_schema_free)

/* What kind of fault it is, which is what chooses the rule code. */
typedef enum blz_schema_class {
    BLZ_SCHEMA_SHAPE = 0, /* BLZ101: wrong type, too few, too many, too small ... */
    BLZ_SCHEMA_UNKNOWN,   /* BLZ102: a member that is not known */
    BLZ_SCHEMA_MISSING,   /* BLZ103: a member that is not there */
    BLZ_SCHEMA_CHOICE,    /* BLZ106: not one of the values that are allowed */
    BLZ_SCHEMA_FORMAT,    /* BLZ107: a text that does not have its form */
} blz_schema_class;

/* One failure at its innermost cause. Everything is borrowed for the time of the call. */
typedef struct blz_schema_error {
    const char *pointer; /* into the instance, RFC 6901 */
    bool at_key;         /* it is about the member's name */
    blz_schema_class class;
    const char *keyword;     /* "minItems" */
    const char *schema_path; /* URI of the schema with the pointer to the keyword */
    const char *message;     /* "rubric.levels" needs at least 2 levels, it has 1 */
    const char *reason;      /* what the schema says about the value; may be NULL */
    const char *hint;        /* what to do; may be NULL */
    const char *fix;         /* the name or text to put there; NULL if there is no sure one */
} blz_schema_error;

/* BLZ_OK goes on; anything else ends the validation with that status. */
typedef blz_status blz_schema_report_fn(void *user, const blz_schema_error *error);

/* Whether `instance` is what the schema asks for; each failure goes to `report` (may be NULL: the first one
 * then ends the work). Errors: BLZ_ERR_LIMIT (work, depth, a pattern's match limit), BLZ_ERR_NOMEM, or the
 * reporter's; `*valid` is false after an error. */
blz_status blz_schema_validate(bool *valid, const blz_schema *schema, const json_t *instance,
                               blz_schema_report_fn *report, void *user) BLZ_MUST_USE;

/* Adds each failure as a diagnostic with the rule of its class. No failure: `diags` is unchanged. */
blz_status blz_schema_lint(blz_diags *diags, blz_source *source, const blz_schema *schema,
                           const json_t *instance) BLZ_MUST_USE;

#endif
