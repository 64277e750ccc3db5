#include "codec/locate.h"

#include <stdio.h>
#include <string.h>

blz_status blz_locator_begin(blz_locator *l, const blz_source *source, size_t origin, bool characters,
                             blz_place *places, size_t count)
{
    *l = (blz_locator){.characters = characters, .at = origin, .here = {.line = 1, .column = 1}};
    if (!characters) l->position = origin;
    l->text = blz_source_bytes(source, &l->length);
    l->places = blz_calloc(count, sizeof *l->places);
    l->rests = blz_calloc(count, sizeof *l->rests);
    BLZ_TRY_MEM(l->places && l->rests);
    for (size_t i = 0; i < count; i++) {
        l->places[i] = &places[i];
        l->rests[i] = places[i].pointer;
    }
    l->active[0] = count;
    return BLZ_OK;
}

void blz_locator_clear(blz_locator *l)
{
    blz_free(l->places);
    blz_free(l->rests);
}

static bool starts_character(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

static void advance(blz_locator *l, size_t position)
{
    while (l->at < l->length && l->position < position) {
        size_t bytes = 1;
        while (l->at + bytes < l->length && !starts_character(l->text[l->at + bytes]))
            bytes++;
        bool newline = l->text[l->at] == '\n';
        l->at += bytes;
        l->position += l->characters ? 1 : bytes;
        l->here.line += newline;
        l->here.column = newline ? 1 : l->here.column + 1;
    }
}

static blz_span span_of(blz_locator *l, size_t start, size_t end)
{
    advance(l, start);
    blz_span span = l->here;
    span.end_line = span.line;
    span.end_column = span.column + 1;
    if (end <= start + 1) return span; /* a bracket: what follows may start at the same place */
    advance(l, end);
    span.end_line = l->here.line;
    span.end_column = l->here.column;
    return span;
}

/* What is left of a pointer behind a token equal to `name`; NULL if it starts with another one. */
static const char *rest_behind(const char *pointer, const char *name, size_t length)
{
    if (*pointer++ != '/') return NULL;
    for (size_t i = 0; i < length; i++, pointer++) {
        char c = *pointer;
        if (c == '~')
            c = *++pointer == '1' ? '/' : '~';
        else if (c == '/')
            return NULL;
        if (c != name[i] || !*pointer) return NULL;
    }
    return *pointer == '/' || !*pointer ? pointer : NULL;
}

/* Moves the questions that `name` leads on to the front. */
static size_t descend(blz_locator *l, const char *name, size_t length)
{
    size_t kept = 0, count = l->active[l->depth];
    for (size_t i = 0; i < count; i++) {
        const char *rest = rest_behind(l->rests[i], name, length);
        if (!rest) continue;
        blz_place *place = l->places[i];
        l->places[i] = l->places[kept];
        l->rests[i] = l->rests[kept];
        l->places[kept] = place;
        l->rests[kept++] = rest;
    }
    l->active[++l->depth] = kept;
    return kept;
}

void blz_locator_member(blz_locator *l, const char *name, size_t length, size_t start, size_t end)
{
    size_t kept = descend(l, name, length);
    if (!kept) return;
    blz_span span = span_of(l, start, end);
    for (size_t i = 0; i < kept; i++)
        l->places[i]->span = span;
}

void blz_locator_item(blz_locator *l, size_t index)
{
    char name[24];
    int length = snprintf(name, sizeof name, "%zu", index);
    size_t kept = descend(l, name, (size_t)length);
    for (size_t i = 0; i < kept; i++)
        l->places[i]->span.line = 0;
}

/* A question that goes on from here keeps the place of the name, where a reader looks for what is missing. */
void blz_locator_value(blz_locator *l, size_t start, size_t end)
{
    size_t count = l->active[l->depth];
    if (!count) return;
    blz_span span = span_of(l, start, end);
    for (size_t i = 0; i < count; i++) {
        blz_place *place = l->places[i];
        bool named = place->span.line && (place->at_key || *l->rests[i]);
        if (!named) place->span = span;
    }
}

void blz_locator_leave(blz_locator *l)
{
    size_t count = l->active[l->depth--];
    for (size_t i = 0; i < count; i++)
        while (*--l->rests[i] != '/') {
        }
}
