#include "unit/lint/patch.h"

START_TEST(tags_of_languages_pass)
{
    static const char *const good[] = {"en", "es-MX", "zh-Hant-TW", "haw", "es-419", "uk", "se", "aa", "zu"};
    for (size_t i = 0; i < BLZ_COUNT_OF(good); i++) {
        char snippet[64];
        snprintf(snippet, sizeof snippet, "language: %s\n", good[i]);
        assert_codes(snippet, "");
    }
}
END_TEST

static void assert_better(const char *tag, const char *better, const char *message)
{
    char snippet[64];
    snprintf(snippet, sizeof snippet, "language: %s\n", tag);
    BLZ_AUTO(blz_text) text = patch_base(snippet);
    BLZ_AUTO(blz_diags) diags = patch_lint(text);
    ck_assert_uint_eq(blz_diags_count(diags), 1);
    ck_assert_str_eq(blz_diags_at(diags, 0)->rule->code, "BLZ802");
    ck_assert_str_eq(blz_diags_at(diags, 0)->message, message);
    if (better)
        ck_assert_str_eq(blz_diags_at(diags, 0)->fix, better);
    else
        ck_assert_ptr_null(blz_diags_at(diags, 0)->fix);
}

START_TEST(others_are_told_with_a_better_one)
{
    assert_better("eng", "en", "\"eng\" has a shorter code that language tags use");
    assert_better("ger-AT", "de-AT", "\"ger\" has a shorter code that language tags use");
    assert_better("deu", "de", "\"deu\" has a shorter code that language tags use");
    assert_better("jp", "ja", "\"jp\" is not the code of a language");
    assert_better("vn-VN", "vi-VN", "\"vn\" is not the code of a language");
    assert_better("xx", NULL, "\"xx\" is not the code of a language");
    assert_better("en-UK", "en-GB", "\"UK\" is not the code of a country");
}
END_TEST

START_TEST(missing_ones_are_told)
{
    assert_codes("# language is left out\n", "801");
    assert_codes("# tags is left out\n", "804");
    assert_codes("tags: []\n", "804");
}
END_TEST

UNIT_MAIN("lint/rule_language", tags_of_languages_pass, others_are_told_with_a_better_one,
          missing_ones_are_told)
