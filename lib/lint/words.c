#include "lint/words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_letter(const char *at)
{
    unsigned char c = (unsigned char)*at;
    return c >= 0x80 || isalnum(c);
}

/* An apostrophe, a hyphen, a point in a number: part of the word where letters are on both sides. */
static bool joins(const char *at)
{
    return strchr("'-.@/", *at) && *at && is_letter(at + 1);
}

static void look_behind(blz_word *word, const char *at)
{
    for (; *at && !isspace((unsigned char)*at) && !is_letter(at); at++) {
        word->ends_sentence |= strchr(".!?;", *at) != NULL;
        word->ends_clause |= strchr(",:-(", *at) != NULL;
    }
}

bool blz_word_next(blz_word *out, const char **text)
{
    const char *at = *text;
    while (*at && !is_letter(at))
        at++;
    const char *start = at;
    while (*at && (is_letter(at) || joins(at)))
        at++;
    *out = (blz_word){.at = start, .length = (size_t)(at - start)};
    look_behind(out, at);
    *text = at;
    return at > start;
}

size_t blz_word_count(const char *text)
{
    size_t n = 0;
    blz_word word;
    while (blz_word_next(&word, &text))
        n++;
    return n;
}

bool blz_word_is(const blz_word *word, const char *text)
{
    return strlen(text) == word->length && strncasecmp(word->at, text, word->length) == 0;
}

bool blz_word_in(const blz_word *word, const char *const *list)
{
    for (; *list; list++)
        if (blz_word_is(word, *list)) return true;
    return false;
}

bool blz_text_is_blank(const char *text)
{
    return !text || text[strspn(text, " \t\r\n")] == '\0';
}

const char *blz_text_find(const char *text, const char *part)
{
    size_t length = strlen(part);
    for (; *text; text++)
        if (strncasecmp(text, part, length) == 0) return text;
    return NULL;
}

int blz_word_compare(const blz_word *a, const blz_word *b)
{
    size_t n = a->length < b->length ? a->length : b->length;
    int order = strncasecmp(a->at, b->at, n);
    if (order) return order;
    return a->length == b->length ? 0 : a->length < b->length ? -1 : 1;
}

static int compare(const void *a, const void *b)
{
    return blz_word_compare(a, b);
}

blz_status blz_words_sorted(blz_word **out, size_t *count, const char *text, size_t max)
{
    size_t n = blz_word_count(text);
    if (n > max) n = max;
    blz_word *words = blz_calloc(n, sizeof *words);
    BLZ_TRY_MEM(words);
    for (size_t i = 0; i < n; i++)
        blz_word_next(&words[i], &text);
    qsort(words, n, sizeof *words, compare);
    *out = words;
    *count = n;
    return BLZ_OK;
}
