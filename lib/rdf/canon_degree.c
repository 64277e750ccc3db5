#include <stdlib.h>
#include <string.h>

#include "rdf/canon_state.h"

/* Hash N-Degree Quads: tells blank nodes apart by the nodes around them. Every permutation of nodes that look
 * alike is tried, which is why all of it is charged to the budget. */

/* A blank node beside the one that is hashed, and how it is connected. */
typedef struct related {
    char hash[BLZ_CANON_HEX_MAX];
    uint32_t blank;
} related;

typedef struct relations {
    related *items;
    size_t count;
} relations;

/* One way to walk to related nodes of one hash. */
typedef struct path {
    blz_buf text;
    blz_issuer issuer;
} path;

static void path_clear(path *p)
{
    blz_buf_clear(&p->text);
    blz_issuer_clear(&p->issuer);
}

static blz_status put_identifier(blz_canon *canon, blz_buf *out, const blz_issuer *issuer, uint32_t blank)
{
    BLZ_TRY(blz_canon_charge(canon, 1 + issuer->count / 8));
    if (canon->issued[blank] != BLZ_UNISSUED) return blz_buf_printf(out, "_:c14n%u", canon->issued[blank]);
    uint32_t number = blz_issuer_find(issuer, blank);
    if (number != BLZ_UNISSUED) return blz_buf_printf(out, "_:b%u", number);
    return blz_buf_append(out, canon->first + blank * canon->digits, canon->digits);
}

/* Hash Related Blank Node (4.7). */
static blz_status hash_related(blz_canon *canon, related *out, const blz_quad *quad, const blz_issuer *issuer,
                               char position)
{
    blz_buf *buf = &canon->scratch;
    blz_buf_reset(buf);
    BLZ_TRY(blz_buf_putc(buf, position));
    if (position != 'g') BLZ_TRY(blz_buf_append(buf, quad->predicate->form, quad->predicate->length));
    BLZ_TRY(put_identifier(canon, buf, issuer, out->blank));
    return blz_canon_hash(canon, out->hash, buf->data, buf->length);
}

static blz_status add_related(blz_canon *canon, relations *list, const blz_quad *quad, uint32_t self,
                              const blz_issuer *issuer)
{
    static const char positions[] = "sog";
    const blz_term *const terms[] = {quad->subject, quad->object, quad->graph};
    for (size_t i = 0; i < BLZ_COUNT_OF(terms); i++) {
        if (!terms[i] || terms[i]->kind != BLZ_TERM_BLANK || terms[i]->blank == self) continue;
        related *item = &list->items[list->count++];
        item->blank = terms[i]->blank;
        BLZ_TRY(hash_related(canon, item, quad, issuer, positions[i]));
    }
    return BLZ_OK;
}

static int compare_related(const void *a, const void *b)
{
    const related *left = a, *right = b;
    int order = memcmp(left->hash, right->hash, sizeof left->hash);
    return order ? order : (left->blank > right->blank) - (left->blank < right->blank);
}

/* Every node beside this one, by hash. */
static blz_status find_relations(blz_canon *canon, relations *list, uint32_t self, const blz_issuer *issuer)
{
    const uint32_t *mentions = canon->mentions + canon->starts[self];
    size_t count = canon->starts[self + 1] - canon->starts[self];
    BLZ_TRY(blz_canon_charge(canon, count));
    list->items = blz_calloc(count * 3 + 1, sizeof *list->items);
    BLZ_TRY_MEM(list->items);
    for (size_t i = 0; i < count; i++)
        BLZ_TRY(add_related(canon, list, &canon->data->quads[mentions[i]], self, issuer));
    qsort(list->items, list->count, sizeof *list->items, compare_related);
    return BLZ_OK;
}

/* Whether the path can no longer be the least one (4.8.3, 5.4.4.3 and 5.4.5.5). */
static bool is_worse(const path *p, const path *chosen)
{
    return chosen->text.length && p->text.length >= chosen->text.length &&
           strcmp(p->text.data, chosen->text.data) > 0;
}

/* The nodes of one permutation; those that are met for the first time go to `again`. */
static blz_status walk(blz_canon *canon, path *p, const path *chosen, const related *const *order,
                       size_t count, uint32_t *again, size_t *again_count)
{
    for (size_t i = 0; i < count && !is_worse(p, chosen); i++) {
        uint32_t blank = order[i]->blank, number = 0;
        bool fresh = false;
        BLZ_TRY(blz_canon_charge(canon, 1 + p->issuer.count / 8));
        if (canon->issued[blank] != BLZ_UNISSUED) {
            BLZ_TRY(blz_buf_printf(&p->text, "_:c14n%u", canon->issued[blank]));
            continue;
        }
        BLZ_TRY(blz_issuer_issue(&p->issuer, blank, &number, &fresh));
        if (fresh) again[(*again_count)++] = blank;
        BLZ_TRY(blz_buf_printf(&p->text, "_:b%u", number));
    }
    return BLZ_OK;
}

static blz_status go_deeper(blz_canon *canon, path *p, const path *chosen, const uint32_t *again,
                            size_t count)
{
    for (size_t i = 0; i < count && !is_worse(p, chosen); i++) {
        char hash[BLZ_CANON_HEX_MAX];
        uint32_t number = 0;
        bool fresh = false;
        BLZ_TRY(blz_canon_n_degree(canon, hash, again[i], &p->issuer));
        BLZ_TRY(blz_issuer_issue(&p->issuer, again[i], &number, &fresh));
        BLZ_TRY(blz_buf_printf(&p->text, "_:b%u<%.*s>", number, (int)canon->digits, hash));
    }
    return BLZ_OK;
}

static blz_status try_order(blz_canon *canon, path *p, const path *chosen, const blz_issuer *issuer,
                            const related *const *order, size_t count, uint32_t *again)
{
    size_t again_count = 0;
    blz_buf_reset(&p->text);
    BLZ_TRY(blz_canon_charge(canon, 1 + issuer->count / 8));
    BLZ_TRY(blz_issuer_copy(&p->issuer, issuer));
    BLZ_TRY(walk(canon, p, chosen, order, count, again, &again_count));
    return go_deeper(canon, p, chosen, again, again_count);
}

/* The next permutation in lexicographic order of places; false after the last one. */
static bool next_order(const related **order, size_t count)
{
    size_t i = count - 1;
    while (i > 0 && order[i - 1] >= order[i])
        i--;
    if (i == 0) return false;
    size_t j = count - 1;
    while (order[j] <= order[i - 1])
        j--;
    const related *swap = order[i - 1];
    order[i - 1] = order[j];
    order[j] = swap;
    for (j = count - 1; i < j; i++, j--) {
        swap = order[i];
        order[i] = order[j];
        order[j] = swap;
    }
    return true;
}

static blz_status choose(blz_canon *canon, path *chosen, path *tried, const related **order, uint32_t *again,
                         const related *items, size_t count, const blz_issuer *issuer)
{
    for (size_t i = 0; i < count; i++)
        order[i] = &items[i];
    do {
        BLZ_TRY(try_order(canon, tried, chosen, issuer, order, count, again));
        if (is_worse(tried, chosen) ||
            (chosen->text.length && strcmp(tried->text.data, chosen->text.data) >= 0))
            continue;
        path swap = *chosen;
        *chosen = *tried;
        *tried = swap;
    } while (next_order(order, count));
    return BLZ_OK;
}

/* All related nodes of one hash: appends the hash and the least path. */
static blz_status add_group(blz_canon *canon, blz_buf *data, const related *items, size_t count,
                            blz_issuer *issuer)
{
    path chosen = {.text = BLZ_BUF(BLZ_BUF_MAX)}, tried = {.text = BLZ_BUF(BLZ_BUF_MAX)};
    const related **order = blz_malloc(count * sizeof(const related *));
    uint32_t *again = blz_malloc(count * sizeof *again);
    blz_status status = order && again ? BLZ_OK : BLZ_ERR_NOMEM;
    if (status == BLZ_OK) status = choose(canon, &chosen, &tried, order, again, items, count, issuer);
    if (status == BLZ_OK) {
        (void)blz_buf_append(data, items[0].hash, canon->digits);
        status = blz_buf_append(data, chosen.text.data, chosen.text.length);
        blz_issuer swap = *issuer;
        *issuer = chosen.issuer;
        chosen.issuer = swap;
    }
    blz_free(again);
    blz_free(order);
    path_clear(&chosen);
    path_clear(&tried);
    return status;
}

static blz_status hash_relations(blz_canon *canon, char *out, const relations *list, blz_issuer *issuer)
{
    BLZ_SCOPED(blz_buf) data = BLZ_BUF(BLZ_BUF_MAX);
    for (size_t i = 0, end; i < list->count; i = end) {
        for (end = i + 1; end < list->count; end++)
            if (memcmp(list->items[i].hash, list->items[end].hash, canon->digits) != 0) break;
        BLZ_TRY(add_group(canon, &data, list->items + i, end - i, issuer));
    }
    return blz_canon_hash(canon, out, data.data, data.length);
}

blz_status blz_canon_n_degree(blz_canon *canon, char *out, uint32_t blank, blz_issuer *issuer)
{
    relations list = {0};
    if (canon->depth >= BLZ_CANON_DEPTH) return BLZ_ERR_LIMIT;
    canon->depth++;
    blz_status status = find_relations(canon, &list, blank, issuer);
    if (status == BLZ_OK) status = hash_relations(canon, out, &list, issuer);
    canon->depth--;
    blz_free(list.items);
    return status;
}
