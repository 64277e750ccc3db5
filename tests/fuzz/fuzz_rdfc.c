/* Canonicalization: neither the labels of blank nodes nor the order of the quads nor quads that repeat show
 * in the canonical form, and it is its own canonical form. The input makes a graph: each quad takes four
 * bytes, two for the nodes in it and two for how they stand there; the bytes also say how the quads are
 * shuffled.
 *
 * Graphs have names only where the quad connects no two nodes: otherwise RDFC-1.0 itself would be found out,
 * see rdf/canon.h. */

#include <stdio.h>
#include <string.h>

#include "fuzz.h"
#include "rdf/canon.h"
#include "rdf/nquads.h"

enum { NODES = 16, QUADS_MAX = 200, BUDGET = 20000 };

typedef struct graph {
    const uint8_t *bytes;
    size_t count; /* of quads */
    blz_hash hash;
} graph;

/* Node `number` under one of two names; some nodes are not blank. */
static blz_term *node(blz_dataset *data, unsigned number, bool renamed)
{
    char name[20];
    blz_term *term = NULL;
    bool is_iri = number % 8 == 7;
    int length = is_iri    ? snprintf(name, sizeof name, "urn:%u", number)
                 : renamed ? snprintf(name, sizeof name, "x%u", (number * 7 + 3) % NODES)
                           : snprintf(name, sizeof name, "n%u", number);
    FUZZ_ASSERT((is_iri ? blz_dataset_iri(data, &term, name, (size_t)length)
                        : blz_dataset_blank(data, &term, name, (size_t)length)) == BLZ_OK);
    return term;
}

static void add(blz_dataset *data, const uint8_t *bytes, bool renamed)
{
    blz_quad quad = {.subject = node(data, bytes[0] % NODES, renamed)};
    blz_term *predicate = NULL, *text = NULL;
    FUZZ_ASSERT(blz_dataset_iri(data, &predicate, bytes[2] & 1 ? "urn:p" : "urn:q", 5) == BLZ_OK);
    quad.predicate = predicate;
    FUZZ_ASSERT(blz_dataset_literal(data, &text, &(blz_literal){.text = "x", .length = 1}) == BLZ_OK);
    quad.object = bytes[2] & 2 ? text : node(data, bytes[1] % NODES, renamed);
    if ((bytes[2] & 6) == 6) quad.graph = predicate;
    FUZZ_ASSERT(blz_dataset_add(data, &quad) == BLZ_OK);
}

/* Quads in their order, or renamed, in another order and some of them twice. */
static void build(blz_dataset *data, const graph *g, bool changed)
{
    uint32_t places[QUADS_MAX];
    for (uint32_t i = 0; i < g->count; i++)
        places[i] = i;
    for (size_t i = g->count; changed && i > 1; i--) {
        size_t j = g->bytes[4 * i - 1] % i;
        uint32_t swap = places[i - 1];
        places[i - 1] = places[j];
        places[j] = swap;
    }
    for (size_t i = 0; i < g->count; i++) {
        const uint8_t *bytes = g->bytes + (size_t)4 * places[i];
        add(data, bytes, changed);
        if (changed && bytes[2] & 8) add(data, bytes, true);
    }
}

static blz_status canonicalize(blz_buf *out, const blz_dataset *data, blz_hash hash)
{
    uint32_t *issued = NULL;
    blz_canon_options options = {.hash = hash, .budget = BUDGET};
    blz_status status = blz_canon_write(out, &issued, data, &options);
    FUZZ_ASSERT(status == BLZ_OK || status == BLZ_ERR_LIMIT);
    FUZZ_ASSERT((status == BLZ_OK) == (issued != NULL));
    for (size_t i = 0; status == BLZ_OK && i < data->blank_count; i++)
        FUZZ_ASSERT(issued[i] < data->blank_count);
    blz_free(issued);
    return status;
}

static bool is_equal(const blz_buf *a, const blz_buf *b)
{
    return a->length == b->length && (a->length == 0 || memcmp(a->data, b->data, a->length) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    graph g = {.bytes = data, .count = size / 4, .hash = size % 4 ? BLZ_HASH_SHA384 : BLZ_HASH_SHA256};
    BLZ_SCOPED(blz_dataset) one = {0};
    BLZ_SCOPED(blz_dataset) other = {0};
    BLZ_SCOPED(blz_dataset) again = {0};
    BLZ_SCOPED(blz_buf) form = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) same = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) fixed = BLZ_BUF(BLZ_BUF_MAX);
    if (g.count > QUADS_MAX) g.count = QUADS_MAX;
    build(&one, &g, false);
    build(&other, &g, true);
    if (canonicalize(&form, &one, g.hash) != BLZ_OK) return 0;
    if (canonicalize(&same, &other, g.hash) == BLZ_OK) FUZZ_ASSERT(is_equal(&form, &same));
    FUZZ_ASSERT(blz_nquads_read(&again, form.length ? form.data : "", form.length, NULL) == BLZ_OK);
    if (canonicalize(&fixed, &again, g.hash) == BLZ_OK) FUZZ_ASSERT(is_equal(&form, &fixed));
    return 0;
}
