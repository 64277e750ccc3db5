#include "rdf/dataset.h"

#include <string.h>

#include "rdf/term.h"

enum { QUADS_MAX = 100000000, FIRST_CAPACITY = 64 };

void blz_dataset_clear(blz_dataset *data)
{
    blz_free(data->quads);
    blz_free(data->blanks);
    blz_free(data->labels);
    blz_arena_clear(&data->arena);
    *data = (blz_dataset){.max_quads = data->max_quads};
}

/* A term whose form, of this length, the caller writes. */
static char *new_term(blz_term **out, blz_arena *arena, blz_term_kind kind, size_t length)
{
    blz_term *term = blz_arena_alloc(arena, sizeof *term + length + 1);
    if (!term) return NULL;
    char *form = (char *)(term + 1);
    *term = (blz_term){.kind = kind, .form = form, .length = length};
    *out = term;
    return form;
}

blz_status blz_term_iri(blz_term **out, blz_arena *arena, const char *iri, size_t length)
{
    char *form = new_term(out, arena, BLZ_TERM_IRI, length + 2);
    BLZ_TRY_MEM(form);
    form[0] = '<';
    memcpy(form + 1, iri, length);
    form[length + 1] = '>';
    return BLZ_OK;
}

blz_status blz_dataset_iri(blz_dataset *data, blz_term **out, const char *iri, size_t length)
{
    return blz_term_iri(out, &data->arena, iri, length);
}

static char *put(char *out, const char *text, size_t length)
{
    memcpy(out, text, length);
    return out + length;
}

blz_status blz_dataset_literal(blz_dataset *data, blz_term **out, const blz_literal *literal)
{
    static const char string[] = "http://www.w3.org/2001/XMLSchema#string";
    const char *type = literal->datatype;
    if (literal->language || (type && strcmp(type, string) == 0)) type = NULL;
    size_t type_length = type ? strlen(type) : 0,
           language_length = literal->language ? strlen(literal->language) : 0;
    size_t text_length = blz_term_escaped_length(literal->text, literal->length);
    size_t tail = type ? type_length + 4 : literal->language ? language_length + 1 : 0;
    char *form = new_term(out, &data->arena, BLZ_TERM_LITERAL, text_length + 2 + tail);
    BLZ_TRY_MEM(form);
    *form++ = '"';
    form = text_length == literal->length ? put(form, literal->text, literal->length)
                                          : blz_term_escape(form, literal->text, literal->length);
    *form++ = '"';
    if (type) {
        form = put(put(form, "^^<", 3), type, type_length);
        *form = '>';
    } else if (literal->language) {
        *form++ = '@';
        put(form, literal->language, language_length);
    }
    return BLZ_OK;
}

/* The place of a label: of the blank node that has it, or a free one. */
static uint32_t *label_place(const blz_dataset *data, const char *label, size_t length, uint64_t hash)
{
    for (size_t i = (size_t)hash;; i++) {
        uint32_t *place = &data->labels[i & (data->label_count - 1)];
        if (!*place) return place;
        const blz_term *is = data->blanks[*place - 1];
        if (is->hash == hash && is->length == length + 2 && memcmp(is->form + 2, label, length) == 0)
            return place;
    }
}

/* Keeps the hash table at most half full. */
static blz_status reserve_label(blz_dataset *data)
{
    if ((data->blank_count + 1) * 2 <= data->label_count) return BLZ_OK;
    size_t size = data->label_count ? data->label_count * 2 : FIRST_CAPACITY;
    uint32_t *labels = blz_calloc(size, sizeof *labels);
    BLZ_TRY_MEM(labels);
    blz_free(data->labels);
    data->labels = labels;
    data->label_count = size;
    for (size_t i = 0; i < data->blank_count; i++) {
        const blz_term *is = data->blanks[i];
        *label_place(data, is->form + 2, is->length - 2, is->hash) = (uint32_t)i + 1;
    }
    return BLZ_OK;
}

static blz_status reserve_blank(blz_dataset *data)
{
    if (data->blank_count >= QUADS_MAX) return BLZ_ERR_LIMIT;
    BLZ_TRY(reserve_label(data));
    if (data->blank_count < data->blank_capacity) return BLZ_OK;
    size_t capacity = data->blank_capacity ? data->blank_capacity * 2 : FIRST_CAPACITY;
    blz_term **blanks = blz_realloc(data->blanks, capacity * sizeof *blanks);
    BLZ_TRY_MEM(blanks);
    data->blanks = blanks;
    data->blank_capacity = capacity;
    return BLZ_OK;
}

blz_status blz_dataset_blank(blz_dataset *data, blz_term **out, const char *label, size_t length)
{
    uint64_t hash = blz_term_hash(label, length);
    BLZ_TRY(reserve_blank(data));
    uint32_t *place = label_place(data, label, length, hash);
    if (*place) {
        *out = data->blanks[*place - 1];
        return BLZ_OK;
    }
    char *form = new_term(out, &data->arena, BLZ_TERM_BLANK, length + 2);
    BLZ_TRY_MEM(form);
    put(put(form, "_:", 2), label, length);
    (*out)->hash = hash;
    (*out)->blank = (uint32_t)data->blank_count;
    data->blanks[data->blank_count++] = *out;
    *place = (uint32_t)data->blank_count;
    return BLZ_OK;
}

blz_status blz_dataset_fresh_blank(blz_dataset *data, blz_term **out)
{
    char label[24];
    size_t before = data->blank_count;
    do {
        char *end = label + sizeof label, *at = end;
        for (size_t rest = data->fresh++; at == end || rest; rest /= 10)
            *--at = (char)('0' + rest % 10);
        *--at = 'b';
        BLZ_TRY(blz_dataset_blank(data, out, at, (size_t)(end - at)));
    } while (data->blank_count == before);
    return BLZ_OK;
}

blz_status blz_dataset_add(blz_dataset *data, const blz_quad *quad)
{
    if (data->count >= (data->max_quads ? data->max_quads : QUADS_MAX)) return BLZ_ERR_LIMIT;
    if (data->count == data->capacity) {
        size_t capacity = data->capacity ? data->capacity * 2 : FIRST_CAPACITY;
        blz_quad *quads = blz_realloc(data->quads, capacity * sizeof *quads);
        BLZ_TRY_MEM(quads);
        data->quads = quads;
        data->capacity = capacity;
    }
    data->quads[data->count++] = *quad;
    return BLZ_OK;
}
