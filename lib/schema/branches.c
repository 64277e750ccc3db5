#include "schema/errors.h"

#include <string.h>

/* How near a branch came to what the author meant. */
typedef enum rank {
    OTHER_TYPE = 0, /* it wants another type of value */
    OTHER_KIND,     /* a member that tells the branches apart has another value */
    MEANT,
} rank;

typedef struct branch {
    size_t from, to;
    rank rank;
    size_t depth;        /* the deepest failure */
    const blz_error *by; /* OTHER_TYPE, OTHER_KIND: the failure that shows it */
} branch;

typedef struct choice {
    blz_eval *eval;
    const blz_frame *frame;
    const char *keyword;
    branch *branches;
    size_t count, start, depth;
    rank best;
} choice;

static bool is(const blz_error *error, const char *keyword)
{
    return strcmp(error->is.keyword, keyword) == 0;
}

static branch judge(const blz_errors *errors, size_t from, size_t to, size_t depth)
{
    branch b = {.from = from, .to = to, .rank = MEANT};
    for (size_t i = from; i < to; i++) {
        const blz_error *error = errors->items[i];
        if (error->depth > b.depth) b.depth = error->depth;
        if (error->is.at_key) continue;
        if (error->depth == depth && error->because.types) {
            b.rank = OTHER_TYPE;
            b.by = error;
        } else if (b.rank == MEANT && error->depth == depth + 1 && error->because.choices) {
            b.rank = OTHER_KIND;
            b.by = error;
        }
    }
    return b;
}

/* Leaves only the failures of one branch. */
static void keep_branch(const choice *c, const branch *b)
{
    blz_errors *errors = c->eval->errors;
    memmove(errors->items + c->start, errors->items + b->from, (b->to - b->from) * sizeof *errors->items);
    errors->count = c->start + (b->to - b->from);
}

static blz_status say_types(const choice *c)
{
    unsigned types = 0;
    for (size_t i = 0; i < c->count; i++)
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a branch that failed has its error */
        types |= c->branches[i].by->because.types;
    blz_errors_cut(c->eval->errors, c->start);
    return blz_errors_add(
        c->eval, c->frame, &(blz_failure){.class = BLZ_SCHEMA_SHAPE, .keyword = c->keyword, .types = types},
        "%s should be %s, but it is %s", blz_errors_subject(c->eval, c->frame->at),
        blz_errors_types(c->eval, types), blz_errors_types(c->eval, blz_type_of(c->frame->at->value)));
}

/* All branches of the best rank fail at the same member: its choices are those of all of them. */
static bool same_member(const choice *c)
{
    const char *pointer = NULL;
    size_t n = 0;
    for (size_t i = 0; i < c->count; i++) {
        if (c->branches[i].rank != OTHER_KIND) continue;
        const char *other = c->branches[i].by->is.pointer;
        if (pointer && strcmp(pointer, other) != 0) return false;
        pointer = other;
        n++;
    }
    return n > 1;
}

/* Adds choices to a list of them unless they are in it. */
static const char *add_choices(blz_errors *errors, const char *all, const char *choices)
{
    const char *list = blz_errors_text(errors, ", %s,", all),
               *wanted = blz_errors_text(errors, ", %s,", choices);
    return strstr(list, wanted) ? all : blz_errors_text(errors, "%s%s%s", all, *all ? ", " : "", choices);
}

static blz_status say_kinds(const choice *c)
{
    blz_errors *errors = c->eval->errors;
    const char *all = "", *suggestion = NULL;
    blz_error *first = NULL;
    for (size_t i = 0; i < c->count; i++) {
        const branch *b = &c->branches[i];
        if (b->rank != OTHER_KIND) continue;
        if (!first) {
            first = blz_arena_alloc(&errors->arena, sizeof *first);
            BLZ_TRY_MEM(first);
            *first = *b->by;
        }
        all = add_choices(errors, all, blz_errors_choices(c->eval, b->by->because.choices, ", "));
        if (!suggestion) suggestion = blz_errors_suggest(b->by->because.choices, b->by->value);
    }
    const char *known = blz_errors_text(errors, "the choices are %s", all);
    if (suggestion) known = blz_errors_text(errors, "did you mean \"%s\"? %s", suggestion, known);
    BLZ_TRY_MEM(!errors->failed);
    first->is.hint = known;
    first->is.fix = suggestion;
    first->is.class = BLZ_SCHEMA_CHOICE;
    errors->items[c->start] = first;
    errors->count = c->start + 1;
    return BLZ_OK;
}

/* Every branch only misses a member of this very value: one of them has to be there. */
static bool all_miss_one(const choice *c)
{
    for (size_t i = 0; i < c->count; i++) {
        const branch *b = &c->branches[i];
        if (b->to - b->from != 1) return false;
        const blz_error *error = c->eval->errors->items[b->from];
        if (!is(error, "required") || error->depth != c->depth) return false;
    }
    return c->count > 1;
}

static blz_status say_missing(const choice *c)
{
    blz_errors *errors = c->eval->errors;
    const char *names = "";
    for (size_t i = 0; i < c->count; i++) {
        const char *name = errors->items[c->branches[i].from]->because.name;
        const char *between = i == 0 ? "" : i + 1 == c->count ? " or " : ", ";
        names = blz_errors_text(errors, "%s%s\"%s\"", names, between, name);
    }
    blz_errors_cut(errors, c->start);
    return blz_errors_add(
        c->eval, c->frame,
        &(blz_failure){.class = BLZ_SCHEMA_MISSING, .keyword = c->keyword, .hint = "one of them is needed"},
        "%s has no %s", blz_errors_subject(c->eval, c->frame->at), names);
}

static const branch *nearest(const choice *c)
{
    const branch *best = NULL;
    for (size_t i = 0; i < c->count; i++) {
        const branch *b = &c->branches[i];
        if (b->rank != c->best || b->from == b->to) continue;
        bool deeper = best && b->depth > best->depth;
        bool fewer = best && b->depth == best->depth && b->to - b->from < best->to - best->from;
        if (!best || deeper || fewer) best = b;
    }
    return best;
}

static blz_status choose(const choice *c)
{
    if (c->best == OTHER_TYPE) return say_types(c);
    if (c->best == OTHER_KIND && same_member(c)) return say_kinds(c);
    if (c->best == MEANT && all_miss_one(c)) return say_missing(c);
    const branch *best = nearest(c);
    if (best) keep_branch(c, best);
    return BLZ_OK;
}

static size_t depth_of(const blz_at *at)
{
    size_t depth = 0;
    for (; at->parent; at = at->parent)
        depth++;
    return depth;
}

blz_status blz_errors_choose(blz_eval *eval, const blz_frame *frame, const char *keyword, size_t start,
                             const size_t *ends, size_t count)
{
    choice c = {
        .eval = eval, .frame = frame, .keyword = keyword, .start = start, .depth = depth_of(frame->at)};
    c.branches = blz_calloc(count, sizeof *c.branches);
    BLZ_TRY_MEM(c.branches);
    for (c.count = 0; c.count < count; c.count++) {
        size_t i = c.count;
        c.branches[i] = judge(eval->errors, i ? ends[i - 1] : start, ends[i], c.depth);
        if (c.branches[i].rank > c.best) c.best = c.branches[i].rank;
    }
    blz_status status = choose(&c);
    blz_free(c.branches);
    return status;
}
