#include <stdlib.h>
#include <string.h>

#include "rdf/canon_state.h"

static bool is_blank(const blz_term *term)
{
    return term && term->kind == BLZ_TERM_BLANK;
}

static size_t term_max(const blz_term *term, size_t label_max)
{
    if (!term) return 0;
    return 1 + (is_blank(term) ? label_max : term->length);
}

size_t blz_line_max(const blz_quad *quad, size_t label_max)
{
    return term_max(quad->subject, label_max) + term_max(quad->predicate, label_max) +
           term_max(quad->object, label_max) + term_max(quad->graph, label_max) + 2;
}

static char *put(char *at, const char *text, size_t length)
{
    memcpy(at, text, length);
    return at + length;
}

static char *put_identifier(const blz_canon *canon, char *at, uint32_t number)
{
    if (canon->labels) return put(put(at, "_:", 2), canon->labels[number], strlen(canon->labels[number]));
    char digits[BLZ_IDENTIFIER_MAX], *first = digits + sizeof digits;
    do
        *--first = (char)('0' + number % 10);
    while (number /= 10);
    return put(put(at, "_:c14n", 6), first, (size_t)(digits + sizeof digits - first));
}

static char *put_term(const blz_canon *canon, char *at, const blz_term *term, const blz_term *self)
{
    if (!is_blank(term))
        at = put(at, term->form, term->length);
    else if (self)
        at = put(at, term == self ? "_:a" : "_:z", 3);
    else
        at = put_identifier(canon, at, canon->nodes[term->blank].issued);
    *at++ = ' ';
    return at;
}

char *blz_line_put(const blz_canon *canon, char *at, blz_line *line, const blz_term *self)
{
    const blz_quad *quad = line->quad;
    line->text = at;
    at = put_term(canon, at, quad->subject, self);
    at = put_term(canon, at, quad->predicate, self);
    at = put_term(canon, at, quad->object, self);
    if (quad->graph) at = put_term(canon, at, quad->graph, self);
    at = put(at, ".\n", 2);
    line->length = (size_t)(at - line->text);
    return at;
}

/* Blank nodes of texts that are the same: they stand in the same places. */
static int compare_blanks(const blz_term *a, const blz_term *b)
{
    if (!is_blank(a) || !is_blank(b)) return is_blank(a) - is_blank(b);
    return (a->blank > b->blank) - (a->blank < b->blank);
}

static int compare_lines(const void *a, const void *b)
{
    const blz_line *left = a, *right = b;
    size_t shorter = left->length < right->length ? left->length : right->length;
    int order = memcmp(left->text, right->text, shorter);
    if (!order) order = (left->length > right->length) - (left->length < right->length);
    if (!order) order = compare_blanks(left->quad->subject, right->quad->subject);
    if (!order) order = compare_blanks(left->quad->object, right->quad->object);
    return order ? order : compare_blanks(left->quad->graph, right->quad->graph);
}

void blz_line_sort(blz_line *lines, size_t count)
{
    if (count > 1) qsort(lines, count, sizeof *lines, compare_lines);
}

bool blz_line_is_same(const blz_line *a, const blz_line *b)
{
    return a->length == b->length && compare_lines(a, b) == 0;
}
