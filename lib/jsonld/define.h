#ifndef BLZ_JSONLD_DEFINE_H
#define BLZ_JSONLD_DEFINE_H

/* Create Term Definition (JSON-LD API, 4.2.2). The numbers of its steps stand where they help to compare. */

#include "jsonld/run.h"

/* A term that is being defined. */
typedef struct blz_ld_making {
    blz_ld_run *run;
    blz_ld_definer *definer;
    const char *name;
    const json_t *value;   /* an object; NULL where the term is only an IRI, or null */
    const char *simple_id; /* the IRI where the term is only that */
    bool simple;
    blz_ld_term *term;
} blz_ld_making;

static inline bool blz_ld_making_is_1_0(const blz_ld_making *m)
{
    return m->run->options->mode == BLZ_LD_1_0;
}

/* NULL: the definition has no such member. */
static inline const json_t *blz_ld_making_member(const blz_ld_making *m, const char *name)
{
    return m->value ? json_object_get(m->value, name) : NULL;
}

/* "the definition of "a" has ..." */
blz_status blz_ld_making_bad(const blz_ld_making *m, const char *code, const char *words);
blz_status blz_ld_making_expand(const blz_ld_making *m, blz_ld_iri *out, const char *text) BLZ_MUST_USE;

/* define_iri.c: `*ignored`: the term is kept for the future and is not defined. */
blz_status blz_ld_define_iri(const blz_ld_making *m, bool *ignored) BLZ_MUST_USE;
/* define_rest.c */
blz_status blz_ld_define_rest(const blz_ld_making *m) BLZ_MUST_USE;
/* BLZ_LD_AS_SET, ...; 0: there is no such @container. `name` may be NULL. */
unsigned blz_ld_container_bit(const char *name);

#endif
