#include "rdf/canon.h"

#include <stdlib.h>
#include <string.h>

#include "rdf/canon_state.h"

blz_status blz_canon_charge(blz_canon *canon, size_t units)
{
    if (units > canon->budget) return BLZ_ERR_LIMIT;
    canon->budget -= units;
    return BLZ_OK;
}

blz_status blz_canon_hash(blz_canon *canon, char *out, const char *text, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[BLZ_DIGEST_MAX];
    BLZ_TRY(blz_canon_charge(canon, 2 + length / 64));
    BLZ_TRY(blz_digester_digest(canon->digester, digest, text, length));
    for (size_t i = 0; i < canon->digits / 2; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
    return BLZ_OK;
}

blz_status blz_numbers_push(blz_numbers *numbers, const uint32_t *items, size_t count)
{
    if (numbers->capacity - numbers->count < count) {
        size_t capacity = 2 * (numbers->count + count) + 32;
        uint32_t *larger = blz_realloc(numbers->items, capacity * sizeof *larger);
        BLZ_TRY_MEM(larger);
        numbers->items = larger;
        numbers->capacity = capacity;
    }
    memcpy(numbers->items + numbers->count, items, count * sizeof *items);
    numbers->count += count;
    return BLZ_OK;
}

/* The blank nodes of a quad, each once. */
static size_t blanks_of(const blz_quad *quad, uint32_t out[3])
{
    const blz_term *const terms[] = {quad->subject, quad->object, quad->graph};
    size_t count = 0;
    for (size_t i = 0; i < BLZ_COUNT_OF(terms); i++) {
        if (!terms[i] || terms[i]->kind != BLZ_TERM_BLANK) continue;
        bool known = false;
        for (size_t j = 0; j < count; j++)
            known = known || out[j] == terms[i]->blank;
        if (!known) out[count++] = terms[i]->blank;
    }
    return count;
}

/* For every blank node the quads that it is in (4.4.3, step 2): counts, then places. */
static blz_status index_mentions(blz_canon *canon)
{
    const blz_dataset *data = canon->data;
    uint32_t blanks[3], total = 0;
    for (size_t i = 0; i < data->count; i++)
        for (size_t n = blanks_of(&data->quads[i], blanks); n-- > 0;)
            canon->nodes[blanks[n]].mention_count++;
    for (size_t i = 0; i < data->blank_count; i++) {
        canon->nodes[i].mentions = total;
        total += canon->nodes[i].mention_count;
        canon->nodes[i].mention_count = 0;
    }
    canon->mentions = blz_malloc((total + 1) * sizeof *canon->mentions);
    BLZ_TRY_MEM(canon->mentions);
    for (size_t i = 0; i < data->count; i++)
        for (size_t n = blanks_of(&data->quads[i], blanks); n-- > 0;) {
            blz_canon_node *node = &canon->nodes[blanks[n]];
            canon->mentions[node->mentions + node->mention_count++] = (uint32_t)i;
        }
    return BLZ_OK;
}

static void issue(blz_canon *canon, uint32_t blank)
{
    blz_canon_node *node = &canon->nodes[blank];
    if (node->issued == BLZ_CANON_UNISSUED) node->issued = canon->issued_count++;
}

/* A blank node in the order of its hash. */
typedef struct hashed {
    const char *hash;
    size_t digits;
    uint32_t blank;
} hashed;

static int compare_hashed(const void *a, const void *b)
{
    const hashed *left = a, *right = b;
    int order = memcmp(left->hash, right->hash, left->digits);
    return order ? order : (left->blank > right->blank) - (left->blank < right->blank);
}

/* What Hash N-Degree Quads found for one node of several that look alike: the identifiers that it gave out
 * are in a list of all. */
typedef struct result {
    char hash[BLZ_CANON_HEX_MAX];
    size_t start, count;
} result;

static int compare_results(const void *a, const void *b)
{
    const result *left = a, *right = b;
    int order = memcmp(left->hash, right->hash, sizeof left->hash);
    return order ? order : (left->start > right->start) - (left->start < right->start);
}

static blz_status explore(blz_canon *canon, result *out, blz_numbers *given, uint32_t blank)
{
    BLZ_TRY(blz_canon_lend(canon, blank));
    BLZ_TRY(blz_canon_n_degree(canon, out->hash, blank));
    out->start = given->count;
    out->count = canon->issuer.count;
    BLZ_TRY(blz_canon_charge(canon, out->count));
    BLZ_TRY(blz_numbers_push(given, canon->issuer.items, out->count));
    blz_canon_take_back(canon, 0);
    return BLZ_OK;
}

/* 4.4.3, step 5, for the nodes of one hash. */
static blz_status tell_apart(blz_canon *canon, const hashed *nodes, size_t count)
{
    size_t found = 0;
    blz_numbers given = {0};
    result *results = blz_calloc(count, sizeof *results);
    blz_status status = results ? BLZ_OK : BLZ_ERR_NOMEM;
    for (size_t i = 0; i < count && status == BLZ_OK; i++)
        if (canon->nodes[nodes[i].blank].issued == BLZ_CANON_UNISSUED)
            status = explore(canon, &results[found++], &given, nodes[i].blank);
    if (status == BLZ_OK) {
        qsort(results, found, sizeof *results, compare_results);
        for (size_t i = 0; i < found; i++)
            for (size_t j = 0; j < results[i].count; j++)
                issue(canon, given.items[results[i].start + j]);
    }
    blz_free(given.items);
    blz_free(results);
    return status;
}

static size_t group_end(const hashed *nodes, size_t start, size_t count)
{
    size_t end = start + 1;
    while (end < count && memcmp(nodes[start].hash, nodes[end].hash, nodes[start].digits) == 0)
        end++;
    return end;
}

/* 4.4.3, steps 4 and 5: first all that are alone with their hash. */
static blz_status issue_all(blz_canon *canon, const hashed *nodes, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        end = group_end(nodes, i, count);
        if (end - i == 1) issue(canon, nodes[i].blank);
    }
    if (canon->issued_count == count) return BLZ_OK;
    for (size_t i = 0, end; i < count; i = end) {
        end = group_end(nodes, i, count);
        if (end - i > 1) BLZ_TRY(tell_apart(canon, nodes + i, end - i));
    }
    return BLZ_OK;
}

static blz_status label(blz_canon *canon)
{
    size_t count = 0;
    BLZ_TRY(index_mentions(canon));
    BLZ_TRY(blz_canon_first_degrees(canon));
    hashed *nodes = blz_malloc(canon->data->blank_count * sizeof *nodes);
    BLZ_TRY_MEM(nodes);
    for (uint32_t i = 0; i < canon->data->blank_count; i++)
        if (canon->nodes[i].mention_count) nodes[count++] = (hashed){canon->nodes[i].first, canon->digits, i};
    qsort(nodes, count, sizeof *nodes, compare_hashed);
    blz_status status = issue_all(canon, nodes, count);
    blz_free(nodes);
    return status;
}

/* Refuses what would have no end or no meaning before work is done. */
static blz_status measure(blz_canon *canon, size_t *size)
{
    const blz_dataset *data = canon->data;
    *size = 0;
    for (size_t i = 0; i < data->count; i++) {
        *size += blz_line_max(&data->quads[i], canon->label_max);
        if (data->quads[i].predicate->kind == BLZ_TERM_BLANK) return BLZ_ERR_INVALID;
        if (*size > BLZ_BUF_MAX) return BLZ_ERR_LIMIT;
    }
    return BLZ_OK;
}

/* The sorted lines, `size` bytes at most. */
static blz_status write_sorted(const blz_canon *canon, blz_buf *out, size_t size)
{
    size_t count = canon->data->count, before = out->length;
    BLZ_AUTO(blz_line) lines = blz_malloc((count + 1) * sizeof *lines);
    BLZ_AUTO(blz_text) text = blz_malloc(size + 1);
    BLZ_TRY_MEM(lines && text);
    char *at = text;
    for (size_t i = 0; i < count; i++) {
        lines[i].quad = &canon->data->quads[i];
        at = blz_line_put(canon, at, &lines[i], NULL);
    }
    blz_line_sort(lines, count);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || !blz_line_is_same(&lines[i - 1], &lines[i]))
            (void)blz_buf_append(out, lines[i].text, lines[i].length);
    if (out->status != BLZ_OK && out->data) {
        out->length = before;
        out->data[before] = '\0';
    }
    return out->status;
}

static blz_status copy_issued(const blz_canon *canon, uint32_t **out)
{
    size_t count = canon->data->blank_count;
    *out = blz_malloc((count + 1) * sizeof **out);
    BLZ_TRY_MEM(*out);
    for (size_t i = 0; i < count; i++)
        (*out)[i] = canon->nodes[i].issued;
    return BLZ_OK;
}

static size_t default_budget(const blz_dataset *data, const size_t *spare)
{
    size_t fixed = spare ? *spare : BLZ_CANON_BUDGET;
    if (data->count > (SIZE_MAX - fixed) / BLZ_CANON_BUDGET_QUAD) return SIZE_MAX;
    return fixed + data->count * BLZ_CANON_BUDGET_QUAD;
}

static blz_status open(blz_canon *canon, const blz_canon_options *options)
{
    const blz_dataset *data = canon->data;
    canon->budget = options && options->budget ? options->budget : default_budget(data, canon->spare);
    blz_hash hash = options ? options->hash : BLZ_HASH_SHA256;
    canon->digits = 2 * blz_digest_size(hash);
    if (data->blank_count == 0) return BLZ_OK;
    BLZ_TRY(blz_digester_new(&canon->digester, hash));
    canon->nodes = blz_malloc(data->blank_count * sizeof *canon->nodes);
    BLZ_TRY_MEM(canon->nodes);
    for (size_t i = 0; i < data->blank_count; i++) {
        canon->nodes[i].mention_count = 0;
        canon->nodes[i].issued = canon->nodes[i].temporary = BLZ_CANON_UNISSUED;
    }
    return BLZ_OK;
}

static void close(blz_canon *canon)
{
    blz_digester_free(canon->digester);
    blz_free(canon->nodes);
    blz_free(canon->mentions);
    blz_free(canon->issuer.items);
    blz_free(canon->numbers.items);
    blz_free(canon->related);
    blz_buf_clear(&canon->text);
}

/* The length of the longest name a blank node can have. */
static size_t longest(const blz_canon_options *options)
{
    size_t most = BLZ_IDENTIFIER_MAX;
    for (size_t i = 0; options && options->labels && i < options->label_count; i++) {
        size_t length = options->labels[i] ? 2 + strlen(options->labels[i]) : 0;
        if (length > most) most = length;
    }
    return most;
}

/* Every identifier that was given out has a label, if there are labels at all. */
static blz_status check_labels(const blz_canon *canon, size_t count)
{
    if (!canon->labels) return BLZ_OK;
    if (canon->issued_count > count) return BLZ_ERR_INVALID;
    for (size_t i = 0; i < canon->issued_count; i++)
        if (!canon->labels[i]) return BLZ_ERR_INVALID;
    return BLZ_OK;
}

blz_status blz_canon_write(blz_buf *out, uint32_t **issued, const blz_dataset *data,
                           const blz_canon_options *options)
{
    size_t size = 0;
    uint32_t *numbers = NULL;
    blz_canon canon = {.data = data,
                       .spare = options ? options->spare : NULL,
                       .labels = options ? options->labels : NULL,
                       .label_max = longest(options),
                       .text = BLZ_BUF(BLZ_BUF_MAX)};
    BLZ_TRY(measure(&canon, &size));
    blz_status status = open(&canon, options);
    if (status == BLZ_OK && data->blank_count) status = label(&canon);
    if (status == BLZ_OK) status = check_labels(&canon, options ? options->label_count : 0);
    if (status == BLZ_OK && issued) status = copy_issued(&canon, &numbers);
    if (status == BLZ_OK) status = write_sorted(&canon, out, size);
    if (status == BLZ_OK && issued) *issued = BLZ_STEAL(numbers);
    blz_free(numbers);
    if (canon.spare && *canon.spare > canon.budget) *canon.spare = canon.budget;
    close(&canon);
    return status;
}
