#include "jsonld/active.h"

#include <string.h>

#include "rdf/term.h"

enum { FIRST_SIZE = 16 };

static size_t place_of(const blz_ld_active *active, const char *name, size_t length, uint64_t hash)
{
    size_t i = (size_t)hash & (active->size - 1);
    for (; active->terms[i]; i = (i + 1) & (active->size - 1)) {
        const blz_ld_term *is = active->terms[i];
        if (is->hash == hash && is->length == length && memcmp(is->name, name, length) == 0) break;
    }
    return i;
}

static const blz_ld_term *find(const blz_ld_active *active, const char *name, size_t length, uint64_t hash)
{
    for (; active; active = active->under) {
        const blz_ld_term *term = active->size ? active->terms[place_of(active, name, length, hash)] : NULL;
        if (term) return term->gone ? NULL : term;
    }
    return NULL;
}

const blz_ld_term *blz_ld_active_find(const blz_ld_active *active, const char *name, size_t length)
{
    return find(active, name, length, blz_term_hash(name, length));
}

static blz_status make_room(blz_ld_active *active, blz_arena *arena, size_t more)
{
    size_t size = active->size ? active->size : FIRST_SIZE;
    if (active->terms && (active->used + more) * 2 <= size) return BLZ_OK;
    while ((active->used + more) * 2 > size)
        size *= 2;
    blz_ld_active larger = {.size = size};
    larger.terms = blz_arena_alloc(arena, size * sizeof(const blz_ld_term *));
    BLZ_TRY_MEM(larger.terms);
    for (size_t i = 0; i < active->size; i++) {
        const blz_ld_term *term = active->terms[i];
        if (term) larger.terms[place_of(&larger, term->name, term->length, term->hash)] = term;
    }
    active->terms = larger.terms;
    active->size = size;
    return BLZ_OK;
}

/* Something that hides the term that is there. */
static blz_status hide(const blz_ld_term **out, blz_arena *arena, const blz_ld_term *hidden)
{
    blz_ld_term *term = blz_arena_alloc(arena, sizeof *term);
    BLZ_TRY_MEM(term);
    *term = (blz_ld_term){.name = hidden->name, .length = hidden->length, .hash = hidden->hash, .gone = true};
    *out = term;
    return BLZ_OK;
}

blz_status blz_ld_active_set(blz_ld_active *active, blz_arena *arena, const char *name, size_t length,
                             blz_ld_term *term)
{
    uint64_t hash = blz_term_hash(name, length);
    const blz_ld_term *before = find(active, name, length, hash), *now = term;
    if (!before && !term) return BLZ_OK;
    BLZ_TRY(make_room(active, arena, 1));
    if (term) {
        term->name = name;
        term->length = length;
        term->hash = hash;
    } else {
        BLZ_TRY(hide(&now, arena, before));
    }
    size_t place = place_of(active, name, length, hash);
    if (!active->terms[place]) active->used++;
    active->terms[place] = now;
    active->guarded += now->is_protected;
    active->guarded -= before && before->is_protected;
    return BLZ_OK;
}

size_t blz_ld_active_places(const blz_ld_active *active)
{
    size_t places = 0;
    for (; active; active = active->under)
        places += active->used;
    return places;
}

blz_status blz_ld_active_flatten(blz_ld_active *active, blz_arena *arena)
{
    if (!active->under) return BLZ_OK;
    blz_ld_active flat = {0};
    BLZ_TRY(make_room(&flat, arena, blz_ld_active_places(active)));
    for (const blz_ld_active *layer = active; layer; layer = layer->under)
        for (size_t i = 0; i < layer->size; i++) {
            const blz_ld_term *term = layer->terms[i];
            if (!term) continue;
            size_t place = place_of(&flat, term->name, term->length, term->hash);
            if (flat.terms[place]) continue;
            flat.terms[place] = term;
            flat.used++;
        }
    active->terms = flat.terms;
    active->size = flat.size;
    active->used = flat.used;
    active->under = NULL;
    active->layers = 0;
    return BLZ_OK;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_choice(blz_ld_choice a, blz_ld_choice b)
{
    return a.given == b.given && same_text(a.text, b.text);
}

bool blz_ld_term_equal(const blz_ld_term *a, const blz_ld_term *b)
{
    return same_text(a->iri, b->iri) && a->prefix == b->prefix && a->reverse == b->reverse &&
           a->container == b->container && a->type == b->type && same_text(a->type_iri, b->type_iri) &&
           same_text(a->index, b->index) && same_text(a->nest, b->nest) &&
           same_choice(a->language, b->language) && same_choice(a->direction, b->direction) &&
           (a->context == b->context || (a->context && b->context && json_equal(a->context, b->context)));
}
