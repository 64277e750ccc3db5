#ifndef BLZ_DEFINITION_DEFINITION_H
#define BLZ_DEFINITION_DEFINITION_H

/* A definition from the inside: the model for lint and issue. */

#include <jansson.h>

#include "base/arena.h"
#include "base/source.h"
#include "definition/model.h"

#include <blazon/definition.h>

/* A file, and where in the resolved tree its root value stands. */
typedef struct blz_mount {
    const char *pointer; /* "" is the file that was read; "/issuer", "/rubric" are included ones */
    blz_source *source;
    const char *path; /* of the file, for finding what it names */
} blz_mount;

struct blz_definition {
    blz_definition_kind kind;
    json_t *
        json; /* the resolved tree: every include replaced by what the file holds, without its `blazon` key */
    blz_mount *mounts;
    size_t mount_count;
    size_t included;  /* bytes of all files that were read for it beside the first one */
    char *root;       /* the project's folder, by its real name; NULL if files may lie anywhere */
    blz_arena arena;  /* of the model */
    const char *id;   /* NULL for a rubric and a trust file */
    const char *name; /* NULL for a rubric without one */
    /* The one of `kind`, and the parts of it that other kinds also are; the others are NULL. */
    const blz_micro_credential *micro_credential;
    const blz_stack *stack;
    const blz_trust_list *trust;
    const blz_rubric *rubric; /* of a rubric or of a micro-credential */
    const blz_issuer *issuer; /* of any kind but rubric and trust */
};

/* The file and the place in it that a pointer into the resolved tree stands for. `*inner` is a part of
 * `pointer`, or "". Both are borrowed. With them a diagnostic points into the included file:
 *
 *     blz_source *source;
 *     const char *inner;
 *     blz_definition_origin(definition, criterion->pointer, &source, &inner);
 */
void blz_definition_origin(const blz_definition *definition, const char *pointer, blz_source **source,
                           const char **inner);

/* Adds a diagnostic about `pointer` in the resolved tree: blz_diags_add() with source and pointer of the
 * origin. */
blz_status blz_definition_report(const blz_definition *definition, blz_diags *diags, const char *code,
                                 const char *pointer, const blz_diag *diag) BLZ_MUST_USE;

/* The path of the file that `text`, which stands at `pointer`, names (an image): relative to the file that
 * says so. BLZ_ERR_INVALID: an absolute path or a URL; BLZ_ERR_PERMISSION: outside the project's folder;
 * BLZ_ERR_NOT_FOUND; BLZ_ERR_UNSUPPORTED: not a regular file. */
blz_status blz_definition_file(char **out, const blz_definition *definition, const char *pointer,
                               const char *text) BLZ_MUST_USE;

/* What criterion says about the level at this index; NULL if nothing. */
const char *blz_criterion_text(const blz_criterion *criterion, size_t level);

BLZ_DEFINE_AUTO(blz_definition, blz_definition_free)

#endif
