#ifndef BLZ_LINT_WORDS_H
#define BLZ_LINT_WORDS_H

/* English prose, word by word, as far as rules look at it. */

#include "base/buf.h"

/* A word of a text, without the punctuation around it. */
typedef struct blz_word {
    const char *at;
    size_t length;
    bool ends_clause;   /* a comma, colon or dash follows */
    bool ends_sentence; /* a full stop, question mark, exclamation mark or semicolon follows */
} blz_word;

/* The next word of `*text`, which moves behind it; false at the end. Letters, digits, apostrophes and hyphens
 * inside a word belong to it, and so does every byte beyond ASCII. */
bool blz_word_next(blz_word *out, const char **text);
size_t blz_word_count(const char *text);
/* Letters in any case. */
bool blz_word_is(const blz_word *word, const char *text);
/* Whether the word is in a list that ends with NULL. */
bool blz_word_in(const blz_word *word, const char *const *list);
/* True if nothing but white space is in it, or it is NULL. */
bool blz_text_is_blank(const char *text);

/* Where `part`, in lower case, is in the text, letters in any case; NULL if it is not. */
const char *blz_text_find(const char *text, const char *part);

/* All words of a text at once, at most `max` of them, ordered by their letters. Free with blz_free(). */
blz_status blz_words_sorted(blz_word **out, size_t *count, const char *text, size_t max) BLZ_MUST_USE;
int blz_word_compare(const blz_word *a, const blz_word *b);

#endif
