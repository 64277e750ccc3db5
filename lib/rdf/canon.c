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
    BLZ_TRY(blz_digester_digest(canon->digester, digest, text ? text : "", length));
    for (size_t i = 0; i < canon->digits / 2; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
    return BLZ_OK;
}

void blz_canon_issue(blz_canon *canon, uint32_t blank)
{
    if (canon->issued[blank] == BLZ_UNISSUED) canon->issued[blank] = canon->issued_count++;
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

/* For every blank node the quads that it is in: counts, then places (4.4.3, step 2). */
static void index_mentions(blz_canon *canon)
{
    const blz_dataset *data = canon->data;
    uint32_t blanks[3];
    for (size_t i = 0; i < data->count; i++)
        for (size_t n = blanks_of(&data->quads[i], blanks); n-- > 0;)
            canon->starts[blanks[n] + 1]++;
    for (size_t i = 0; i < data->blank_count; i++)
        canon->starts[i + 1] += canon->starts[i];
    uint32_t total = canon->starts[data->blank_count];
    for (size_t i = data->count; i-- > 0;)
        for (size_t n = blanks_of(&data->quads[i], blanks); n-- > 0;)
            canon->mentions[--canon->starts[blanks[n] + 1]] = (uint32_t)i;
    /* What was the end of each node's quads has moved to their start. */
    memmove(canon->starts, canon->starts + 1, data->blank_count * sizeof *canon->starts);
    canon->starts[data->blank_count] = total;
}

/* A blank node, or what stands for one, in the order of its hash. */
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

/* What Hash N-Degree Quads found for one node of several that look alike. */
typedef struct result {
    char hash[BLZ_CANON_HEX_MAX];
    blz_issuer issuer;
} result;

static int compare_results(const void *a, const void *b)
{
    const result *left = a, *right = b;
    return memcmp(left->hash, right->hash, sizeof left->hash);
}

static blz_status explore(blz_canon *canon, result *out, uint32_t blank)
{
    uint32_t number = 0;
    bool fresh = false;
    BLZ_TRY(blz_issuer_issue(&out->issuer, blank, &number, &fresh));
    return blz_canon_n_degree(canon, out->hash, blank, &out->issuer);
}

/* 4.4.3, step 5, for the nodes of one hash. */
static blz_status tell_apart(blz_canon *canon, const hashed *nodes, size_t count)
{
    size_t found = 0;
    result *results = blz_calloc(count, sizeof *results);
    BLZ_TRY_MEM(results);
    blz_status status = BLZ_OK;
    for (size_t i = 0; i < count && status == BLZ_OK; i++)
        if (canon->issued[nodes[i].blank] == BLZ_UNISSUED)
            status = explore(canon, &results[found++], nodes[i].blank);
    if (status == BLZ_OK) {
        qsort(results, found, sizeof *results, compare_results);
        for (size_t i = 0; i < found; i++)
            for (uint32_t j = 0; j < results[i].issuer.count; j++)
                blz_canon_issue(canon, results[i].issuer.order[j]);
    }
    for (size_t i = 0; i < found; i++)
        blz_issuer_clear(&results[i].issuer);
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

static blz_status issue_all(blz_canon *canon, const hashed *nodes, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        end = group_end(nodes, i, count);
        if (end - i == 1) blz_canon_issue(canon, nodes[i].blank);
    }
    for (size_t i = 0, end; i < count; i = end) {
        end = group_end(nodes, i, count);
        if (end - i > 1) BLZ_TRY(tell_apart(canon, nodes + i, end - i));
    }
    return BLZ_OK;
}

static blz_status label(blz_canon *canon)
{
    size_t count = 0;
    BLZ_TRY(blz_canon_first_degrees(canon));
    hashed *nodes = blz_malloc(canon->data->blank_count * sizeof *nodes);
    BLZ_TRY_MEM(nodes);
    for (uint32_t i = 0; i < canon->data->blank_count; i++)
        if (canon->starts[i] < canon->starts[i + 1])
            nodes[count++] = (hashed){canon->first + i * canon->digits, canon->digits, i};
    qsort(nodes, count, sizeof *nodes, compare_hashed);
    blz_status status = issue_all(canon, nodes, count);
    blz_free(nodes);
    return status;
}

static void put_term(const blz_canon *canon, blz_buf *out, const blz_term *term)
{
    if (term->kind == BLZ_TERM_BLANK) {
        char text[20], *at = text + sizeof text;
        *--at = ' ';
        uint32_t rest = canon->issued[term->blank];
        do
            *--at = (char)('0' + rest % 10);
        while (rest /= 10);
        (void)blz_buf_append(out, "_:c14n", 6);
        (void)blz_buf_append(out, at, (size_t)(text + sizeof text - at));
        return;
    }
    (void)blz_buf_append(out, term->form, term->length);
    (void)blz_buf_putc(out, ' ');
}

typedef struct line {
    const char *text;
    size_t length;
} line;

static int compare_lines(const void *a, const void *b)
{
    const line *left = a, *right = b;
    size_t shorter = left->length < right->length ? left->length : right->length;
    int order = memcmp(left->text, right->text, shorter);
    return order ? order : (left->length > right->length) - (left->length < right->length);
}

/* The lines into the scratch buffer; their lengths first, since the buffer moves while it grows. */
static blz_status write_lines(blz_canon *canon, line *lines)
{
    blz_buf *buf = &canon->scratch;
    blz_buf_reset(buf);
    for (size_t i = 0; i < canon->data->count; i++) {
        const blz_quad *quad = &canon->data->quads[i];
        size_t start = buf->length;
        put_term(canon, buf, quad->subject);
        put_term(canon, buf, quad->predicate);
        put_term(canon, buf, quad->object);
        if (quad->graph) put_term(canon, buf, quad->graph);
        (void)blz_buf_append(buf, ".\n", 2);
        lines[i].length = buf->length - start;
    }
    return buf->status;
}

static blz_status write_sorted(blz_canon *canon, blz_buf *out)
{
    size_t count = canon->data->count;
    if (count == 0) return BLZ_OK;
    line *lines = blz_malloc(count * sizeof *lines);
    BLZ_TRY_MEM(lines);
    blz_status status = write_lines(canon, lines);
    const char *at = canon->scratch.data;
    for (size_t i = 0; i < count && status == BLZ_OK; at += lines[i++].length)
        lines[i].text = at;
    if (status == BLZ_OK) qsort(lines, count, sizeof *lines, compare_lines);
    for (size_t i = 0; i < count && status == BLZ_OK; i++)
        status = blz_buf_append(out, lines[i].text, lines[i].length);
    blz_free(lines);
    return status;
}

static blz_status open(blz_canon *canon, const blz_canon_options *options)
{
    const blz_dataset *data = canon->data;
    size_t blanks = data->blank_count, least = data->count * 16;
    canon->budget = options && options->budget ? options->budget : BLZ_CANON_BUDGET;
    if (!(options && options->budget) && least > canon->budget) canon->budget = least;
    blz_hash hash = options ? options->hash : BLZ_HASH_SHA256;
    canon->digits = 2 * blz_digest_size(hash);
    BLZ_TRY(blz_digester_new(&canon->digester, hash));
    canon->starts = blz_calloc(blanks + 2, sizeof *canon->starts);
    canon->mentions = blz_malloc((data->count * 3 + 1) * sizeof *canon->mentions);
    canon->first = blz_malloc(blanks * canon->digits + 1);
    canon->issued = blz_malloc((blanks + 1) * sizeof *canon->issued);
    BLZ_TRY_MEM(canon->starts && canon->mentions && canon->first && canon->issued);
    for (size_t i = 0; i < blanks; i++)
        canon->issued[i] = BLZ_UNISSUED;
    return BLZ_OK;
}

blz_status blz_canon_write(blz_buf *out, uint32_t **issued, const blz_dataset *data,
                           const blz_canon_options *options)
{
    blz_canon canon = {.data = data, .scratch = BLZ_BUF(BLZ_BUF_MAX)};
    blz_status status = open(&canon, options);
    if (status == BLZ_OK && data->blank_count) {
        index_mentions(&canon);
        status = label(&canon);
    }
    if (status == BLZ_OK) status = write_sorted(&canon, out);
    if (status == BLZ_OK && issued) *issued = BLZ_STEAL(canon.issued);
    blz_digester_free(canon.digester);
    blz_buf_clear(&canon.scratch);
    blz_free(canon.starts);
    blz_free(canon.mentions);
    blz_free(canon.first);
    blz_free(canon.issued);
    return status;
}
