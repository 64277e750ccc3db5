#ifndef BLAZON_TESTS_UNIT_SCHEMA_ROOM_H
#define BLAZON_TESTS_UNIT_SCHEMA_ROOM_H

/* A compiler in the middle of its work, to call parts of it. */

#include "unit/schema/schema.h"

#include "schema/compile.h"

typedef struct room {
    blz_schema schema;
    blz_compiler c;
    char problem[300];
} room;

static inline void room_open(room *r)
{
    *r = (room){0};
    r->c.schema = &r->schema;
    r->c.options = (blz_schema_options){.problem = r->problem, .problem_size = sizeof r->problem};
}

static inline void room_close(room *r)
{
    blz_hashmap_clear(&r->c.nodes);
    blz_hashmap_clear(&r->c.resources);
    blz_hashmap_clear(&r->c.anchors);
    blz_hashmap_clear(&r->c.documents);
    for (blz_kept_document *kept = r->schema.documents; kept; kept = kept->next)
        json_decref(kept->document);
    blz_arena_clear(&r->schema.arena);
}

/* Documents for a resolver, up to one without a URI. */
typedef struct served {
    const char *uri, *text;
    blz_status status;
    size_t asked;
} served;

static inline blz_status serve(void *user, const char *uri, json_t **out)
{
    for (served *s = user; s->uri; s++) {
        if (strcmp(s->uri, uri) != 0) continue;
        s->asked++;
        if (s->status == BLZ_OK) *out = sc_json(s->text);
        return s->status;
    }
    return BLZ_ERR_NOT_FOUND;
}

#endif
