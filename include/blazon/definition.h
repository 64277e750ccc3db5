#ifndef BLAZON_DEFINITION_H
#define BLAZON_DEFINITION_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/context.h>
#include <blazon/diag.h>
#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * Definitions: the YAML (or JSON) files that an author writes. blazon-definition(5) describes them; their
 * shape is the JSON Schema of each kind, schemas/KIND.schema.json.
 *
 *     blz_definition *definition = NULL;
 *     blz_status status = blz_definition_read(&definition, ctx, "data-practices.yaml", NULL, diags);
 *     if (status == BLZ_OK)
 *         puts(blz_definition_name(definition));
 *     else if (status == BLZ_ERR_INVALID)
 *         ...                                  // the file was read; `diags` says what is wrong with it
 *     blz_definition_free(definition);
 *
 * A definition that was read is free of faults of shape and of dangling references. Whether it is a good one
 * is what lint says (blazon/lint.h).
 */

BLZ_BEGIN_DECLS

typedef struct blz_definition blz_definition;

/** What the first key of a file says: `blazon: KIND/1`. */
typedef enum blz_definition_kind {
    BLZ_DEFINITION_MICRO_CREDENTIAL, /**< `micro-credential/1` */
    BLZ_DEFINITION_RUBRIC,           /**< `rubric/1` */
    BLZ_DEFINITION_ISSUER,           /**< `issuer/1` */
    BLZ_DEFINITION_STACK,            /**< `stack/1` */
    BLZ_DEFINITION_TRUST,            /**< `trust/1`: for whoever verifies */
    BLZ_DEFINITION_KIND_COUNT_       /**< how many kinds there are */
} blz_definition_kind;

/** The kind as it is written in a file, without the version: `micro-credential`. NULL for no kind; static. */
BLZ_API const char *blz_definition_kind_name(blz_definition_kind kind);

/** How a definition is read. A zeroed one is the default. */
typedef struct blz_definition_options {
    bool allow_outside; /**< files that a definition names may lie outside the project's folder */
    /** The project's folder; NULL: the nearest folder above the file that has a `.git`, else the file's own.
     */
    const char *project_root;
} blz_definition_options;

/** Reads the definition at `path` together with the files that it includes (`issuer: issuer.yaml`). A name
 * that ends in `.json` is read as strict JSON, everything else as YAML. `options` may be NULL.
 *
 * Errors: BLZ_ERR_INVALID: it was read and has faults, which are in `diags`, as many as can be told in one
 * run; BLZ_ERR_SYNTAX: it is not well-formed, `diags` says where; BLZ_ERR_NOT_FOUND, BLZ_ERR_PERMISSION,
 * BLZ_ERR_IO: the file itself cannot be opened (errno tells why, nothing is added to `diags`); BLZ_ERR_LIMIT;
 * BLZ_ERR_NOMEM.
 * `*out` is written only on BLZ_OK, when warnings may still have been added. Release with
 * blz_definition_free(). */
BLZ_API BLZ_MUST_USE blz_status blz_definition_read(blz_definition **out, blz_ctx *ctx, const char *path,
                                                    const blz_definition_options *options, blz_diags *diags);

/** The same for `length` bytes that are already in memory. `name` is what messages call the text and the path
 * from which included files are looked for; the file need not exist. */
BLZ_API BLZ_MUST_USE blz_status blz_definition_read_text(blz_definition **out, blz_ctx *ctx, const char *name,
                                                         const char *bytes, size_t length,
                                                         const blz_definition_options *options,
                                                         blz_diags *diags);

/** Frees the definition and all that it lent; NULL is allowed. */
BLZ_API void blz_definition_free(blz_definition *definition);

/** What kind it is. */
BLZ_API blz_definition_kind blz_definition_kind_of(const blz_definition *definition);
/** The text that was read; borrowed. */
BLZ_API blz_source *blz_definition_source(const blz_definition *definition);
/** The id as it was written; NULL for a rubric and a trust file. Borrowed. */
BLZ_API const char *blz_definition_id(const blz_definition *definition);
/** The name; NULL for a rubric or a trust file that has none. Borrowed. */
BLZ_API const char *blz_definition_name(const blz_definition *definition);

/** True if the text looks like a definition: its first key is `blazon`. Cheap, for choosing among the files
 * of a folder; says nothing about whether it is a good one. */
BLZ_API bool blz_definition_is_marked(const char *bytes, size_t length);

BLZ_END_DECLS

#endif
