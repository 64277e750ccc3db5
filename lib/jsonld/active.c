#include "jsonld/active.h"

#include <string.h>

#include "rdf/term.h"

enum { FIRST_SIZE = 16 };

/* Stands where a term was taken out, so that those behind it are still found. */
static const blz_ld_term gone;

static size_t place_of(const blz_ld_active *active, const char *name, size_t length, uint64_t hash)
{
    size_t i = (size_t)hash & (active->size - 1);
    for (; active->terms[i]; i = (i + 1) & (active->size - 1)) {
        const blz_ld_term *is = active->terms[i];
        if (is->hash == hash && is->length == length && is->name && memcmp(is->name, name, length) == 0)
            break;
    }
    return i;
}

const blz_ld_term *blz_ld_active_find(const blz_ld_active *active, const char *name, size_t length)
{
    if (active->size == 0) return NULL;
    return active->terms[place_of(active, name, length, blz_term_hash(name, length))];
}

static blz_status make_room(blz_ld_active *active, blz_arena *arena)
{
    size_t size = active->size ? active->size : FIRST_SIZE;
    if (active->own_table && (active->used + 1) * 2 <= size) return BLZ_OK;
    while ((active->used + 1) * 2 > size)
        size *= 2;
    blz_ld_active larger = {.size = size};
    larger.terms = blz_arena_alloc(arena, size * sizeof(const blz_ld_term *));
    BLZ_TRY_MEM(larger.terms);
    for (size_t i = 0; i < active->size; i++) {
        const blz_ld_term *term = active->terms[i];
        if (!term || term == &gone) continue;
        larger.terms[place_of(&larger, term->name, term->length, term->hash)] = term;
        larger.used++;
    }
    active->terms = larger.terms;
    active->size = size;
    active->used = larger.used;
    active->own_table = true;
    return BLZ_OK;
}

blz_status blz_ld_active_set(blz_ld_active *active, blz_arena *arena, const char *name, size_t length,
                             blz_ld_term *term)
{
    if (!term && !blz_ld_active_find(active, name, length)) return BLZ_OK;
    BLZ_TRY(make_room(active, arena));
    uint64_t hash = blz_term_hash(name, length);
    size_t place = place_of(active, name, length, hash);
    if (!active->terms[place]) active->used++;
    active->terms[place] = term ? term : &gone;
    if (!term) return BLZ_OK;
    term->name = name;
    term->length = length;
    term->hash = hash;
    return BLZ_OK;
}

bool blz_ld_active_has_protected(const blz_ld_active *active)
{
    for (size_t i = 0; i < active->size; i++)
        if (active->terms[i] && active->terms[i]->is_protected) return true;
    return false;
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
