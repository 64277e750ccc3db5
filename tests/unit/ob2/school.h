#ifndef BLAZON_TESTS_OB2_SCHOOL_H
#define BLAZON_TESTS_OB2_SCHOOL_H

/* A school that hosts a badge, its class and its profile. */

#include "ob2/walk.h"
#include "site.h"

#define S "https://school.example/"
#define ASSERTION                                                                                            \
    "{" V2 "'id': '" S "1', 'type': 'Assertion', 'recipient': {'type': 'email', 'hashed': false, "           \
    "'identity': 'jane@example.edu'}, 'badge': '" S "badge', 'verification': {'type': 'hosted'}, "           \
    "'issuedOn': '2026-01-01T00:00:00Z'}"
#define BADGE                                                                                                \
    "{" V2 "'id': '" S "badge', 'type': 'BadgeClass', 'name': 'Badge', 'description': 'd', 'image': '" S     \
    "i.png', 'criteria': {'narrative': 'n'}, 'issuer': '" S "issuer'}"
#define ISSUER                                                                                               \
    "{" V2 "'id': '" S "issuer', 'type': 'Issuer', 'name': 'School', 'url': '" S                             \
    "', 'email': 'a@school.example'}"

static const page school[] = {{S "1", ASSERTION, BLZ_OK, NULL},
                              {S "badge", BADGE, BLZ_OK, NULL},
                              {S "issuer", ISSUER, BLZ_OK, NULL},
                              {0}};

/* The badge with the pages; the graph is released by the caller. */
static inline const blz_ob2_document *open_badge(site *s, const page *pages, const char *badge,
                                                 blz_ob2_graph **graph)
{
    const blz_ob2_document *document = NULL;
    json_t *raw = json_of(badge);
    site_open(s, pages);
    ck_assert_ok(blz_ob2_graph_new(graph, s->ctx, true));
    ck_assert_ok(blz_ob2_graph_add(&document, *graph, raw));
    json_decref(raw);
    return document;
}

/* Walks with the visitor and says what was said. */
static inline void walk_badge(const page *pages, const char *badge, blz_ob2_visit_fn *visit,
                              const char *words)
{
    site s;
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    const blz_ob2_document *document = open_badge(&s, pages, badge, &graph);
    blz_ob2_listener to = listener_of(&s);
    ck_assert_ptr_nonnull(document->node);
    ck_assert_ok(blz_ob2_walk(graph, blz_ob2_class_of(document->node), document->node, visit, &to));
    if (words)
        expect_said(&s, words);
    else
        expect_silence(&s);
    site_close(&s);
}

#endif
