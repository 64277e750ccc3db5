#include "lint/check.h"
#include "lint/words.h"

/* Do the descriptors of a criterion tell its levels apart? Two are compared as bags of words: what is in one
 * and not in the other is the difference that an assessor has to go by. */

enum { MOST_WORDS = 400 };

typedef enum difference { REAL, VAGUE, NONE } difference;

static const char *const fillers[] = {"a",  "an",   "the",   "of",   "to",   "in",    "and",   "or",
                                      "is", "are",  "was",   "were", "that", "which", "their", "its",
                                      "it", "this", "there", "has",  "have", "be",    "with",  "for",
                                      "on", "at",   "by",    "as",   NULL};

/* Words that two assessors fill with different amounts. */
static const char *const vague_words[] = {
    "some",           "most",         "many",         "few",           "several",      "much",
    "more",           "less",         "little",       "lot",           "often",        "sometimes",
    "rarely",         "seldom",       "usually",      "generally",     "frequently",   "occasionally",
    "mostly",         "mainly",       "largely",      "partly",        "partially",    "somewhat",
    "rather",         "quite",        "very",         "highly",        "fully",        "completely",
    "thoroughly",     "thorough",     "clearly",      "clear",         "unclear",      "good",
    "better",         "best",         "poor",         "weak",          "strong",       "excellent",
    "exemplary",      "outstanding",  "adequate",     "adequately",    "inadequate",   "sufficient",
    "sufficiently",   "insufficient", "appropriate",  "appropriately", "limited",      "minimal",
    "extensive",      "effective",    "effectively",  "consistent",    "consistently", "inconsistent",
    "inconsistently", "basic",        "deep",         "deeply",        "detailed",     "well",
    "poorly",         "satisfactory", "considerable", "significant",   "extremely",    "insightful",
    "superficial",    "meaningful",   "meaningfully", "robust",        "solid",        NULL};

static void weigh(const blz_word *word, difference *so_far)
{
    if (blz_word_in(word, fillers)) return;
    difference this = blz_word_in(word, vague_words) ? VAGUE : REAL;
    if (this < *so_far) *so_far = this;
}

/* Walks two ordered lists of words and weighs each that has no partner. */
static difference compare_words(const blz_word *a, size_t a_count, const blz_word *b, size_t b_count)
{
    difference result = NONE;
    size_t i = 0, k = 0;
    while (i < a_count || k < b_count) {
        int order = i == a_count ? 1 : k == b_count ? -1 : blz_word_compare(&a[i], &b[k]);
        if (order < 0) weigh(&a[i], &result);
        if (order > 0) weigh(&b[k], &result);
        i += order <= 0;
        k += order >= 0;
    }
    return result;
}

static blz_status compare_texts(difference *out, const char *a, const char *b)
{
    blz_word *a_words = NULL, *b_words = NULL;
    size_t a_count = 0, b_count = 0;
    blz_status status = blz_words_sorted(&a_words, &a_count, a, MOST_WORDS);
    if (status == BLZ_OK) status = blz_words_sorted(&b_words, &b_count, b, MOST_WORDS);
    if (status == BLZ_OK) *out = compare_words(a_words, a_count, b_words, b_count);
    blz_free(a_words);
    blz_free(b_words);
    return status;
}

static blz_status report(const blz_lint *lint, const blz_criterion *criterion, const blz_descriptor *here,
                         const blz_descriptor *other, difference kind)
{
    const blz_level *levels = lint->definition->rubric->levels;
    const char *id = levels[here->level].id, *other_id = levels[other->level].id;
    if (kind == NONE)
        return blz_lint_report(
            lint, "BLZ505", here->pointer,
            &(blz_diag){.message =
                            blz_lint_format(lint, "levels \"%s\" and \"%s\" of criterion \"%s\" say the same",
                                            other_id, id, criterion->id),
                        .reason = "assessors cannot tell the two apart, so they will disagree",
                        .hint = "say what is there at the higher level and is missing at the lower one"});
    return blz_lint_report(
        lint, "BLZ506", here->pointer,
        &(blz_diag){
            .message = blz_lint_format(
                lint, "levels \"%s\" and \"%s\" of criterion \"%s\" differ only in vague words", other_id, id,
                criterion->id),
            .reason = "words such as \"some\", \"clearly\" or \"well\" mean something else to each assessor",
            .hint = "say what an assessor can see or count: how many, which, with what result"});
}

/* Compares one descriptor with those before it; one finding is enough. */
static blz_status check_against_earlier(const blz_lint *lint, const blz_criterion *criterion, size_t index)
{
    const blz_descriptor *here = &criterion->descriptors[index];
    for (size_t i = 0; i < index; i++) {
        const blz_descriptor *other = &criterion->descriptors[i];
        if (blz_text_is_blank(here->text) || blz_text_is_blank(other->text)) continue;
        difference kind = REAL;
        BLZ_TRY(compare_texts(&kind, here->text, other->text));
        if (kind != REAL) return report(lint, criterion, here, other, kind);
    }
    return BLZ_OK;
}

blz_status blz_check_distinct(const blz_lint *lint)
{
    const blz_rubric *rubric = lint->definition->rubric;
    for (size_t i = 0; i < rubric->criterion_count; i++)
        for (size_t k = 1; k < rubric->criteria[i].descriptor_count; k++)
            BLZ_TRY(check_against_earlier(lint, &rubric->criteria[i], k));
    return BLZ_OK;
}
