#include <stdlib.h>
#include <string.h>

#include "rdf/canon_state.h"

/* Hash N-Degree Quads: tells blank nodes apart by the nodes around them. Every permutation of nodes that look
 * alike is tried, which is why all of it is charged to the budget.
 *
 * What grows is on the stacks of the state, and a place there is an offset, since stacks move. On the stack
 * of texts is first what a call will hash, then the chosen path, which becomes a part of it, then the path
 * that is being tried. */

/* Related nodes that have one hash, and the search for their least path. */
typedef struct group {
    size_t first, count; /* related nodes */
    size_t order;        /* numbers: the permutation, from 0 to count - 1 */
    size_t again;        /* numbers: nodes of the permutation that are met for the first time */
    size_t again_count;
    size_t given; /* numbers: what the chosen path gave out; to the top of the stack */
    size_t issued_before;
    size_t chosen, chosen_length; /* texts; length 0: none yet */
    size_t tried;
    size_t compared; /* so many bytes of both are the same */
    bool is_less;    /* whatever follows */
} group;

blz_status blz_canon_lend(blz_canon *canon, uint32_t blank)
{
    BLZ_TRY(blz_canon_charge(canon, 1));
    BLZ_TRY(blz_numbers_push(&canon->issuer, &blank, 1));
    canon->nodes[blank].temporary = (uint32_t)canon->issuer.count - 1;
    return BLZ_OK;
}

void blz_canon_take_back(blz_canon *canon, size_t count)
{
    while (canon->issuer.count > count)
        canon->nodes[canon->issuer.items[--canon->issuer.count]].temporary = BLZ_CANON_UNISSUED;
}

static blz_status put_identifier(blz_buf *out, const char *prefix, uint32_t number)
{
    char digits[10], *first = digits + sizeof digits;
    do
        *--first = (char)('0' + number % 10);
    while (number /= 10);
    (void)blz_buf_puts(out, prefix);
    return blz_buf_append(out, first, (size_t)(digits + sizeof digits - first));
}

/* Hash Related Blank Node (4.7). */
static blz_status hash_related(blz_canon *canon, blz_related *out, const blz_quad *quad, char position)
{
    const blz_canon_node *node = &canon->nodes[out->blank];
    blz_buf *buf = &canon->text;
    size_t start = buf->length;
    (void)blz_buf_putc(buf, position);
    if (position != 'g') (void)blz_buf_append(buf, quad->predicate->form, quad->predicate->length);
    if (node->issued != BLZ_CANON_UNISSUED)
        (void)put_identifier(buf, "_:c14n", node->issued);
    else if (node->temporary != BLZ_CANON_UNISSUED)
        (void)put_identifier(buf, "_:b", node->temporary);
    else
        (void)blz_buf_append(buf, node->first, canon->digits);
    BLZ_TRY(buf->status);
    BLZ_TRY(blz_canon_hash(canon, out->hash, buf->data + start, buf->length - start));
    buf->length = start;
    return BLZ_OK;
}

static blz_status push_related(blz_canon *canon, const blz_quad *quad, uint32_t blank, char position)
{
    if (canon->related_count == canon->related_capacity) {
        size_t capacity = 2 * canon->related_count + 16;
        blz_related *larger = blz_realloc(canon->related, capacity * sizeof *larger);
        BLZ_TRY_MEM(larger);
        canon->related = larger;
        canon->related_capacity = capacity;
    }
    blz_related *item = &canon->related[canon->related_count++];
    *item = (blz_related){.blank = blank};
    return hash_related(canon, item, quad, position);
}

static int compare_related(const void *a, const void *b)
{
    const blz_related *left = a, *right = b;
    int order = memcmp(left->hash, right->hash, sizeof left->hash);
    return order ? order : (left->blank > right->blank) - (left->blank < right->blank);
}

/* Every node beside this one, by hash (4.8.3, step 3). */
static blz_status push_relations(blz_canon *canon, uint32_t self)
{
    static const char positions[] = "sog";
    const blz_canon_node *node = &canon->nodes[self];
    size_t first = canon->related_count;
    for (uint32_t i = 0; i < node->mention_count; i++) {
        const blz_quad *quad = &canon->data->quads[canon->mentions[node->mentions + i]];
        const blz_term *const terms[] = {quad->subject, quad->object, quad->graph};
        BLZ_TRY(blz_canon_charge(canon, 1));
        for (size_t t = 0; t < BLZ_COUNT_OF(terms); t++)
            if (terms[t] && terms[t]->kind == BLZ_TERM_BLANK && terms[t]->blank != self)
                BLZ_TRY(push_related(canon, quad, terms[t]->blank, positions[t]));
    }
    if (canon->related_count - first > 1)
        qsort(canon->related + first, canon->related_count - first, sizeof *canon->related, compare_related);
    return BLZ_OK;
}

/* Whether the path that is tried can no longer be the least one. Each byte is looked at once. The
 * specification gives up later (4.8.3, steps 5.4.4.3 and 5.4.5.5), and chooses the same path. */
static bool is_worse(const blz_canon *canon, group *g)
{
    if (!g->chosen_length || g->is_less) return false;
    size_t tried = canon->text.length - g->tried;
    size_t end = tried < g->chosen_length ? tried : g->chosen_length;
    const char *texts = canon->text.data;
    int order = memcmp(texts + g->tried + g->compared, texts + g->chosen + g->compared, end - g->compared);
    if (order == 0) g->compared = end;
    g->is_less = order < 0;
    return order > 0 || (order == 0 && tried > g->chosen_length);
}

/* 4.8.3, step 5.4.4. */
static blz_status walk(blz_canon *canon, group *g)
{
    for (size_t i = 0; i < g->count && !is_worse(canon, g); i++) {
        uint32_t blank = canon->related[g->first + canon->numbers.items[g->order + i]].blank;
        blz_canon_node *node = &canon->nodes[blank];
        BLZ_TRY(blz_canon_charge(canon, 1));
        if (node->issued != BLZ_CANON_UNISSUED) {
            BLZ_TRY(put_identifier(&canon->text, "_:c14n", node->issued));
            continue;
        }
        if (node->temporary == BLZ_CANON_UNISSUED) {
            BLZ_TRY(blz_canon_lend(canon, blank));
            canon->numbers.items[g->again + g->again_count++] = blank;
        }
        BLZ_TRY(put_identifier(&canon->text, "_:b", node->temporary));
    }
    return BLZ_OK;
}

/* 4.8.3, step 5.4.5. */
static blz_status go_deeper(blz_canon *canon, group *g)
{
    for (size_t i = 0; i < g->again_count && !is_worse(canon, g); i++) {
        char hash[BLZ_CANON_HEX_MAX];
        uint32_t blank = canon->numbers.items[g->again + i];
        BLZ_TRY(blz_canon_n_degree(canon, hash, blank));
        (void)put_identifier(&canon->text, "_:b", canon->nodes[blank].temporary);
        (void)blz_buf_putc(&canon->text, '<');
        (void)blz_buf_append(&canon->text, hash, canon->digits);
        BLZ_TRY(blz_buf_putc(&canon->text, '>'));
    }
    return BLZ_OK;
}

/* Makes the tried path the chosen one, or forgets it (step 5.4.6). */
static blz_status judge(blz_canon *canon, group *g)
{
    size_t length = canon->text.length - g->tried, given = canon->issuer.count - g->issued_before;
    bool better = !is_worse(canon, g) && (!g->chosen_length || g->is_less || length < g->chosen_length);
    if (better) {
        memmove(canon->text.data + g->chosen, canon->text.data + g->tried, length);
        g->chosen_length = length;
        canon->numbers.count = g->given;
        BLZ_TRY(blz_canon_charge(canon, length / 64 + given));
        BLZ_TRY(blz_numbers_push(&canon->numbers, canon->issuer.items + g->issued_before, given));
    }
    canon->text.length = g->chosen + g->chosen_length;
    blz_canon_take_back(canon, g->issued_before);
    return BLZ_OK;
}

/* The next permutation in lexicographic order; false after the last one. */
static bool next_order(uint32_t *order, size_t count)
{
    size_t i = count - 1;
    while (i > 0 && order[i - 1] > order[i])
        i--;
    if (i == 0) return false;
    size_t j = count - 1;
    while (order[j] < order[i - 1])
        j--;
    uint32_t swap = order[i - 1];
    order[i - 1] = order[j];
    order[j] = swap;
    for (j = count - 1; i < j; i++, j--) {
        swap = order[i];
        order[i] = order[j];
        order[j] = swap;
    }
    return true;
}

static blz_status try_order(blz_canon *canon, group *g)
{
    g->tried = canon->text.length;
    g->again_count = 0;
    g->compared = 0;
    g->is_less = false;
    BLZ_TRY(walk(canon, g));
    return go_deeper(canon, g);
}

static blz_status choose(blz_canon *canon, group *g)
{
    do {
        BLZ_TRY(try_order(canon, g));
        BLZ_TRY(judge(canon, g));
    } while (next_order(canon->numbers.items + g->order, g->count));
    size_t given = canon->numbers.count - g->given;
    for (size_t i = 0; i < given; i++)
        BLZ_TRY(blz_canon_lend(canon, canon->numbers.items[g->given + i]));
    return BLZ_OK;
}

/* 4.8.3, step 5, for one hash. */
static blz_status add_group(blz_canon *canon, size_t first, size_t count)
{
    group g = {.first = first, .count = count, .order = canon->numbers.count};
    BLZ_TRY(blz_buf_append(&canon->text, canon->related[first].hash, canon->digits));
    for (size_t places = 0; places < 2; places++)
        for (uint32_t i = 0; i < count; i++)
            BLZ_TRY(blz_numbers_push(&canon->numbers, &i, 1));
    g.again = g.order + count;
    g.given = g.again + count;
    g.issued_before = canon->issuer.count;
    g.chosen = canon->text.length;
    BLZ_TRY(count == 1 ? try_order(canon, &g) : choose(canon, &g));
    canon->numbers.count = g.order;
    return BLZ_OK;
}

static blz_status add_groups(blz_canon *canon, size_t first)
{
    size_t last = canon->related_count;
    for (size_t i = first, end; i < last; i = end) {
        const char *hash = canon->related[i].hash;
        for (end = i + 1; end < last; end++)
            if (memcmp(hash, canon->related[end].hash, canon->digits) != 0) break;
        BLZ_TRY(add_group(canon, i, end - i));
    }
    return BLZ_OK;
}

blz_status blz_canon_n_degree(blz_canon *canon, char *out, uint32_t blank)
{
    size_t start = canon->text.length, related = canon->related_count;
    if (canon->depth >= BLZ_CANON_DEPTH) return BLZ_ERR_LIMIT;
    canon->depth++;
    BLZ_TRY(push_relations(canon, blank));
    BLZ_TRY(add_groups(canon, related));
    const char *text = canon->text.data ? canon->text.data + start : "";
    BLZ_TRY(blz_canon_hash(canon, out, text, canon->text.length - start));
    canon->text.length = start;
    canon->related_count = related;
    canon->depth--;
    return BLZ_OK;
}
