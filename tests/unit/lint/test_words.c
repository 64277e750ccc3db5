#include "unit/unit.h"

#include <string.h>

#include "lint/words.h"

START_TEST(words_come_without_punctuation)
{
    const char *text = "  Designs, \"teaches\" (and) re-plans a student's 2.5-hour lesson; ends. ";
    const char *expected[] = {"Designs",   "teaches",  "and",    "re-plans", "a",
                              "student's", "2.5-hour", "lesson", "ends"};
    blz_word word;
    for (size_t i = 0; i < 9; i++) {
        ck_assert(blz_word_next(&word, &text));
        ck_assert_uint_eq(word.length, strlen(expected[i]));
        ck_assert(blz_word_is(&word, expected[i]));
        ck_assert_int_eq(word.ends_clause, i == 0);
        ck_assert_int_eq(word.ends_sentence, i >= 7);
    }
    ck_assert(!blz_word_next(&word, &text));
}
END_TEST

START_TEST(letters_beyond_ascii_belong_to_words)
{
    ck_assert_uint_eq(blz_word_count("Fa\xC3\xA7"
                                     "ade \xE5\xAD\xA6"),
                      2);
    ck_assert_uint_eq(blz_word_count(""), 0);
    ck_assert_uint_eq(blz_word_count(" -- . "), 0);
}
END_TEST

START_TEST(words_are_found_in_lists)
{
    static const char *const list[] = {"some", "most", NULL};
    const char *text = "MOST mosts";
    blz_word word;
    blz_word_next(&word, &text);
    ck_assert(blz_word_in(&word, list));
    blz_word_next(&word, &text);
    ck_assert(!blz_word_in(&word, list));
}
END_TEST

START_TEST(blank_is_nothing_to_read)
{
    ck_assert(blz_text_is_blank(NULL));
    ck_assert(blz_text_is_blank(" \n\t"));
    ck_assert(!blz_text_is_blank(" x"));
}
END_TEST

START_TEST(parts_are_found_in_any_case)
{
    const char text[] = "See DOI:10.5555/x";
    ck_assert_ptr_eq(blz_text_find(text, "doi:"), text + 4);
    ck_assert_ptr_null(blz_text_find(text, "isbn"));
}
END_TEST

START_TEST(sorted_words_are_capped)
{
    blz_word *words = NULL;
    size_t count = 0;
    ck_assert_ok(blz_words_sorted(&words, &count, "The quick brown the", 10));
    ck_assert_uint_eq(count, 4);
    ck_assert(blz_word_is(&words[0], "brown"));
    ck_assert_int_eq(blz_word_compare(&words[2], &words[3]), 0);
    ck_assert_int_lt(blz_word_compare(&words[1], &words[2]), 0);
    blz_free(words);
    ck_assert_ok(blz_words_sorted(&words, &count, "b a c", 2));
    ck_assert_uint_eq(count, 2);
    blz_free(words);
}
END_TEST

START_TEST(a_beginning_comes_before_the_whole)
{
    const char *text = "student students";
    blz_word a, b;
    blz_word_next(&a, &text);
    blz_word_next(&b, &text);
    ck_assert_int_lt(blz_word_compare(&a, &b), 0);
    ck_assert_int_gt(blz_word_compare(&b, &a), 0);
}
END_TEST

UNIT_MAIN("lint/words", words_come_without_punctuation, letters_beyond_ascii_belong_to_words,
          words_are_found_in_lists, blank_is_nothing_to_read, parts_are_found_in_any_case,
          sorted_words_are_capped, a_beginning_comes_before_the_whole)
