#ifndef BLAZON_TESTS_UNIT_RDF_STATE_H
#define BLAZON_TESTS_UNIT_RDF_STATE_H

/* The canonicalization state of a dataset, as it is before first degree hashes are made. */

#include <stdio.h>
#include <string.h>

#include "unit/unit.h"

#include "rdf/canon_state.h"
#include "rdf/nquads.h"

struct state {
    blz_dataset data;
    blz_canon canon;
};

static inline bool is_in(const blz_quad *quad, const blz_term *blank)
{
    return quad->subject == blank || quad->object == blank || quad->graph == blank;
}

static inline void state_open(struct state *s, const char *text)
{
    uint32_t total = 0;
    *s = (struct state){.canon = {.digits = 64, .budget = 100000, .text = BLZ_BUF(BLZ_BUF_MAX)}};
    blz_canon *canon = &s->canon;
    ck_assert_ok(blz_nquads_read(&s->data, text, strlen(text), NULL));
    ck_assert_ok(blz_digester_new(&canon->digester, BLZ_HASH_SHA256));
    canon->data = &s->data;
    canon->nodes = blz_calloc(s->data.blank_count + 1, sizeof *canon->nodes);
    canon->mentions = blz_calloc(3 * s->data.count + 1, sizeof *canon->mentions);
    for (size_t i = 0; i < s->data.blank_count; i++) {
        blz_canon_node *node = &canon->nodes[i];
        *node = (blz_canon_node){
            .mentions = total, .issued = BLZ_CANON_UNISSUED, .temporary = BLZ_CANON_UNISSUED};
        for (uint32_t q = 0; q < s->data.count; q++)
            if (is_in(&s->data.quads[q], s->data.blanks[i])) canon->mentions[total++] = q;
        node->mention_count = total - node->mentions;
    }
}

static inline void state_close(struct state *s)
{
    blz_digester_free(s->canon.digester);
    blz_free(s->canon.nodes);
    blz_free(s->canon.mentions);
    blz_free(s->canon.issuer.items);
    blz_free(s->canon.numbers.items);
    blz_free(s->canon.related);
    blz_buf_clear(&s->canon.text);
    blz_dataset_clear(&s->data);
}

/* The number of the blank node with this label. */
static inline uint32_t blank_of(struct state *s, const char *label)
{
    blz_term *term = NULL;
    size_t before = s->data.blank_count;
    ck_assert_ok(blz_dataset_blank(&s->data, &term, label, strlen(label)));
    ck_assert_uint_eq(s->data.blank_count, before);
    return term->blank;
}

/* The digits of the hash of a text; static, four at a time. */
static inline const char *hash_of(struct state *s, const char *text)
{
    static char hashes[4][BLZ_CANON_HEX_MAX + 1];
    static size_t next;
    char *hash = hashes[next++ % 4];
    memset(hash, 0, sizeof hashes[0]);
    ck_assert_ok(blz_canon_hash(&s->canon, hash, text, strlen(text)));
    return hash;
}

#endif
