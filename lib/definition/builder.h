#ifndef BLZ_DEFINITION_BUILDER_H
#define BLZ_DEFINITION_BUILDER_H

/* From a tree of the right shape to the model: small steps, all of whose memory is the definition's arena.
 * The first failure sticks in `status`, so that the steps read like what they build. */

#include <jansson.h>

#include "base/arena.h"
#include "base/buf.h"
#include "definition/model.h"

typedef struct blz_builder {
    blz_arena *arena;
    blz_buf path; /* pointer of the value that is being built */
    blz_status status;
    json_t *evidence, *levels; /* ids (definition/ids.h), for what refers to them */
} blz_builder;

/* Where the builder is, as a pointer that lasts. */
const char *blz_build_here(blz_builder *builder);
/* The text of a member; NULL if it is not there. Borrowed from the tree. */
const char *blz_build_text(const json_t *object, const char *key);
/* A number of any form; true if it is there. */
bool blz_build_number(double *out, const json_t *object, const char *key);
blz_bounds blz_build_bounds(const json_t *object, const char *key);

/* Builds one entry of a list in zeroed memory. */
typedef void blz_build_fn(blz_builder *builder, void *item, const json_t *value);
/* The array of what `build` makes of the entries of the list `key`: NULL and 0 without one. */
void *blz_build_list(blz_builder *builder, const json_t *object, const char *key, size_t item_size,
                     blz_build_fn *build, size_t *count);
/* The texts of a list. */
const char *const *blz_build_texts(blz_builder *builder, const json_t *object, const char *key,
                                   size_t *count);
/* Like blz_build_list() for the one mapping `key`: `item` is left zeroed if it is not there. */
void blz_build_member(blz_builder *builder, const json_t *object, const char *key, blz_build_fn *build,
                      void *item);

blz_build_fn blz_build_issuer, blz_build_rubric, blz_build_micro_credential, blz_build_stack, blz_build_trust;

#endif
