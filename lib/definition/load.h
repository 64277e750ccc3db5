#ifndef BLZ_DEFINITION_LOAD_H
#define BLZ_DEFINITION_LOAD_H

/* From a text to a tree whose shape has been checked, and from there to one without includes. */

#include "base/diag.h"
#include "definition/definition.h"

/* Reads the text by the ending of its name (.json, else YAML), finds its kind and checks its shape. BLZ_OK:
 * it is well-formed and of a known kind; `diags` has what is wrong with it. BLZ_ERR_INVALID: of no known
 * kind; BLZ_ERR_SYNTAX. `expected` is the kind that belongs here, or BLZ_DEFINITION_KIND_COUNT_ for any; the
 * shape of another kind is not checked. */
blz_status blz_load_tree(json_t **out, blz_definition_kind *kind, blz_ctx *ctx, blz_source *source,
                         blz_definition_kind expected, blz_diags *diags) BLZ_MUST_USE;

/* Replaces what `definition->json` includes by what it means; what cannot be is left and said in `diags`. */
blz_status blz_include_all(blz_definition *definition, blz_ctx *ctx, blz_diags *diags) BLZ_MUST_USE;

/* Takes over nothing: `pointer` is static, `path` is copied into the definition's arena, `source` is referred
 * to. */
blz_status blz_mount_add(blz_definition *definition, const char *pointer, blz_source *source,
                         const char *path) BLZ_MUST_USE;

/* Checks that every id is unique in its list and that what refers to an id finds one. Takes trees of any
 * shape. */
blz_status blz_refs_check(const blz_definition *definition, blz_diags *diags) BLZ_MUST_USE;

/* Makes the model of a tree that has no fault. */
blz_status blz_model_build(blz_definition *definition) BLZ_MUST_USE;

#endif
