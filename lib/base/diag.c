#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { DEFAULT_MAX = 1000 };

struct blz_diags {
    blz_diag *items;
    size_t count, capacity, max, dropped;
    bool text_lost; /* blz_diags_text() had no memory: what is added next would be incomplete */
    blz_arena arena;
};

blz_status blz_diags_new(blz_diags **out)
{
    blz_diags *diags = blz_calloc(1, sizeof *diags);
    if (!diags) return BLZ_ERR_NOMEM;
    diags->max = DEFAULT_MAX;
    *out = diags;
    return BLZ_OK;
}

void blz_diags_free(blz_diags *diags)
{
    if (!diags) return;
    for (size_t i = 0; i < diags->count; i++)
        blz_source_unref(diags->items[i].source);
    blz_arena_clear(&diags->arena);
    blz_free(diags->items);
    blz_free(diags);
}

char *blz_diags_text(blz_diags *diags, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = blz_arena_vprintf(&diags->arena, format, args);
    va_end(args);
    if (!text) diags->text_lost = true;
    return text;
}

static blz_status grow(blz_diags *diags)
{
    if (diags->count < diags->capacity) return BLZ_OK;
    size_t capacity = diags->capacity ? diags->capacity * 2 : 16;
    blz_diag *items = blz_realloc(diags->items, capacity * sizeof *items);
    if (!items) return BLZ_ERR_NOMEM;
    diags->items = items;
    diags->capacity = capacity;
    return BLZ_OK;
}

blz_status blz_diags_add(blz_diags *diags, const char *code, const blz_diag *diag)
{
    const blz_rule *rule = blz_rule_find(code);
    if (!rule) return BLZ_ERR_ARGUMENT;
    if (!diag->message || diags->text_lost) {
        diags->text_lost = false;
        return BLZ_ERR_NOMEM;
    }
    if (diags->count >= diags->max) {
        diags->dropped++;
        return BLZ_OK;
    }
    BLZ_TRY(grow(diags));
    blz_diag copy = *diag;
    copy.rule = rule;
    copy.severity = rule->severity;
    if (diag->pointer) {
        copy.pointer = blz_arena_strdup(&diags->arena, diag->pointer);
        BLZ_TRY_MEM(copy.pointer);
    }
    copy.source = blz_source_ref(diag->source);
    diags->items[diags->count++] = copy;
    return BLZ_OK;
}

void blz_diags_set_max(blz_diags *diags, size_t max)
{
    diags->max = max;
}

size_t blz_diags_dropped(const blz_diags *diags)
{
    return diags->dropped;
}

size_t blz_diags_count(const blz_diags *diags)
{
    return diags->count;
}

size_t blz_diags_count_of(const blz_diags *diags, blz_severity severity)
{
    size_t n = 0;
    for (size_t i = 0; i < diags->count; i++)
        n += diags->items[i].severity == severity;
    return n;
}

const blz_diag *blz_diags_at(const blz_diags *diags, size_t index)
{
    return index < diags->count ? &diags->items[index] : NULL;
}

static bool needs_place(const blz_diag *diag)
{
    return diag->source && diag->pointer && diag->span.line == 0;
}

/* Locates all that ask about the same source as number `first` in one pass. */
static blz_status locate_source(blz_diags *diags, size_t first)
{
    const blz_source *source = diags->items[first].source;
    blz_place *places = blz_calloc(diags->count, sizeof *places);
    size_t *owners = blz_calloc(diags->count, sizeof *owners);
    blz_status status = places && owners ? BLZ_OK : BLZ_ERR_NOMEM;
    size_t n = 0;
    for (size_t i = first; status == BLZ_OK && i < diags->count; i++) {
        if (diags->items[i].source != source || !needs_place(&diags->items[i])) continue;
        places[n] = (blz_place){.pointer = diags->items[i].pointer, .at_key = diags->items[i].at_key};
        owners[n++] = i;
    }
    if (status == BLZ_OK) status = blz_source_locate(source, places, n);
    for (size_t i = 0; status == BLZ_OK && i < n; i++)
        diags->items[owners[i]].span = places[i].span;
    blz_free(places);
    blz_free(owners);
    return status;
}

blz_status blz_diags_locate(blz_diags *diags)
{
    for (size_t i = 0; i < diags->count; i++)
        if (needs_place(&diags->items[i])) BLZ_TRY(locate_source(diags, i));
    return BLZ_OK;
}

static int order(const void *a, const void *b)
{
    const blz_diag *x = a, *y = b;
    int names =
        strcmp(x->source ? blz_source_name(x->source) : "", y->source ? blz_source_name(y->source) : "");
    if (names) return names;
    if (x->span.line != y->span.line) return x->span.line < y->span.line ? -1 : 1;
    if (x->span.column != y->span.column) return x->span.column < y->span.column ? -1 : 1;
    return strcmp(x->rule->code, y->rule->code);
}

/* Merges two ordered runs that lie side by side; of equals the left one comes first. */
static void merge(blz_diag *out, const blz_diag *left, const blz_diag *right, const blz_diag *end)
{
    const blz_diag *a = left, *b = right;
    while (a < right || b < end)
        *out++ = b == end || (a < right && order(a, b) <= 0) ? *a++ : *b++;
}

static void merge_sort(blz_diag *items, blz_diag *scratch, size_t count)
{
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t i = 0; i < count; i += 2 * width) {
            size_t middle = i + width < count ? i + width : count;
            size_t end = i + 2 * width < count ? i + 2 * width : count;
            merge(scratch + i, items + i, items + middle, items + end);
        }
        memcpy(items, scratch, count * sizeof *items);
    }
}

/* Slower, but it needs no memory. */
static void insertion_sort(blz_diag *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        blz_diag item = items[i];
        size_t j = i;
        for (; j > 0 && order(&items[j - 1], &item) > 0; j--)
            items[j] = items[j - 1];
        items[j] = item;
    }
}

void blz_diags_sort(blz_diags *diags)
{
    if (diags->count < 2) return;
    blz_diag *scratch = blz_calloc(diags->count, sizeof *scratch);
    if (scratch)
        merge_sort(diags->items, scratch, diags->count);
    else
        insertion_sort(diags->items, diags->count);
    blz_free(scratch);
}

static bool repeats(const blz_diags *diags, size_t kept, const blz_diag *diag)
{
    for (size_t i = kept; i > 0 && order(&diags->items[i - 1], diag) == 0; i--)
        if (strcmp(diags->items[i - 1].message, diag->message) == 0) return true;
    return false;
}

void blz_diags_drop_repeated(blz_diags *diags)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->count; i++) {
        if (repeats(diags, kept, &diags->items[i]))
            blz_source_unref(diags->items[i].source);
        else
            diags->items[kept++] = diags->items[i];
    }
    diags->count = kept;
}

void blz_diags_filter(blz_diags *diags, size_t first, bool (*drop)(blz_diag *diag, void *user), void *user)
{
    size_t kept = first;
    for (size_t i = first; i < diags->count; i++) {
        if (drop(&diags->items[i], user))
            blz_source_unref(diags->items[i].source);
        else
            diags->items[kept++] = diags->items[i];
    }
    if (first < diags->count) diags->count = kept;
}
