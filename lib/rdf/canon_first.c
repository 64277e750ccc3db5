#include <string.h>

#include "rdf/canon_state.h"

/* Hash First Degree Quads: the quads of one blank node, in which it is _:a and every other one _:z. */

/* The lines of one node, unsorted in the first half of `text`, sorted in the second. */
typedef struct page {
    blz_line *lines;
    char *text;
    size_t half;
} page;

/* Joins the sorted lines, without those that are there twice, and puts the quads into the same order. */
static size_t join(blz_canon *canon, blz_canon_node *node, const page *p)
{
    uint32_t *mentions = canon->mentions + node->mentions, kept = 0;
    char *start = p->text + p->half, *at = start;
    for (uint32_t i = 0; i < node->mention_count; i++) {
        const blz_line *line = &p->lines[i];
        if (i && blz_line_is_same(line - 1, line)) continue;
        memcpy(at, line->text, line->length);
        at += line->length;
        mentions[kept++] = (uint32_t)(line->quad - canon->data->quads);
    }
    node->mention_count = kept;
    return (size_t)(at - start);
}

static blz_status first_degree(blz_canon *canon, uint32_t blank, const page *p)
{
    blz_canon_node *node = &canon->nodes[blank];
    const uint32_t *mentions = canon->mentions + node->mentions;
    char *at = p->text;
    for (uint32_t i = 0; i < node->mention_count; i++) {
        p->lines[i].quad = &canon->data->quads[mentions[i]];
        at = blz_line_put(canon, at, &p->lines[i], canon->data->blanks[blank]);
    }
    if (node->mention_count == 1) return blz_canon_hash(canon, node->first, p->text, (size_t)(at - p->text));
    blz_line_sort(p->lines, node->mention_count);
    return blz_canon_hash(canon, node->first, p->text + p->half, join(canon, node, p));
}

/* Room for the node that needs most of it. */
static blz_status make_room(const blz_canon *canon, page *p)
{
    size_t most = 0;
    for (size_t i = 0; i < canon->data->blank_count; i++) {
        const blz_canon_node *node = &canon->nodes[i];
        size_t size = 0;
        for (uint32_t j = 0; j < node->mention_count; j++)
            size +=
                blz_line_max(&canon->data->quads[canon->mentions[node->mentions + j]], BLZ_IDENTIFIER_MAX);
        if (size > p->half) p->half = size;
        if (node->mention_count > most) most = node->mention_count;
    }
    p->lines = blz_malloc((most + 1) * sizeof *p->lines);
    p->text = blz_malloc(2 * p->half + 1);
    return p->lines && p->text ? BLZ_OK : BLZ_ERR_NOMEM;
}

blz_status blz_canon_first_degrees(blz_canon *canon)
{
    page p = {0};
    blz_status status = make_room(canon, &p);
    for (uint32_t i = 0; i < canon->data->blank_count && status == BLZ_OK; i++)
        if (canon->nodes[i].mention_count) status = first_degree(canon, i, &p);
    blz_free(p.lines);
    blz_free(p.text);
    return status;
}
