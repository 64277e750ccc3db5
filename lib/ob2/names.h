#ifndef BLZ_OB2_NAMES_H
#define BLZ_OB2_NAMES_H

/* Which name a context has for which IRI: what compaction (JSON-LD API, 6) needs of the contexts of Open
 * Badges 2.0 and its extensions. A document may spell its words as it likes; once expanded and given these
 * names again, it can be read as if it had spelled them as the specification does. */

#include <jansson.h>

#include "base/ctx.h"

#define BLZ_OBI "https://w3id.org/openbadges#"

/* A name for an IRI, and the values that it is for. */
typedef struct blz_ob2_name {
    const char *name;
    bool link;        /* its texts are ids */
    const char *type; /* IRI of the type of its values; NULL: any */
} blz_ob2_name;

typedef struct blz_ob2_names blz_ob2_names;

/* The names of the Open Badges 2.0 context and, after it, of the one at `more` (NULL: none). Errors:
 * BLZ_ERR_NOT_FOUND (the context cannot be had), BLZ_ERR_INVALID (it is none), BLZ_ERR_LIMIT, BLZ_ERR_NOMEM,
 * or the loader's. Release with blz_ob2_names_free(). */
blz_status blz_ob2_names_new(blz_ob2_names **out, blz_ctx *ctx, const char *more) BLZ_MUST_USE;
void blz_ob2_names_free(blz_ob2_names *names);
BLZ_DEFINE_AUTO(blz_ob2_names, blz_ob2_names_free)

/* How many names a property has, and the one at `index`, the best one first: short before long. */
size_t blz_ob2_names_count(const blz_ob2_names *names, const char *iri);
blz_ob2_name blz_ob2_name_at(const blz_ob2_names *names, const char *iri, size_t index);
/* The name of a class; NULL if it has none. Borrowed. */
const char *blz_ob2_class_name(const blz_ob2_names *names, const char *iri);
/* `prefix:rest` for an IRI without a name, or the IRI itself. Free with blz_free(). */
blz_status blz_ob2_short_iri(char **out, const blz_ob2_names *names, const char *iri) BLZ_MUST_USE;

#endif
