#include "unit/codec/slip.h"

#include "codec/yaml_slip.h"

static situation at(blz_yaml_text *text, const char *bytes)
{
    *text = (blz_yaml_text){.bytes = bytes, .length = strlen(bytes)};
    return (situation){.text = text, .end = strlen(bytes)};
}

START_TEST(bullets_of_word_processors)
{
    static const struct {
        const char *text;
        size_t length;
    } rows[] = {{"* a", 1},      {"*a", 0},     {"- a", 0},      {"\u2022 a", 3}, {"\u2022", 3},
                {"\u00b7 a", 2}, {"\u25cf", 3}, {"\u25aa", 3},   {"\u25e6", 3},   {"\u2013 a", 3},
                {"\u2014", 3},   {"\u2212", 3}, {"\xE2\x80", 0}, {"", 0}};
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        blz_yaml_text text;
        situation s = at(&text, rows[i].text);
        ck_assert_msg(blz_yaml_bullet(&s, 0) == rows[i].length, "%s", rows[i].text);
    }
    blz_yaml_text text;
    situation s = at(&text, "a: * b");
    ck_assert_uint_eq(blz_yaml_bullet(&s, 3), 1);
}
END_TEST

START_TEST(marks_of_a_merge)
{
    static const char *const marks[] = {"<<<<<<< HEAD", "=======", ">>>>>>> branch"}, *const others[] = {
                                                                                          "<<<<<<<", "======",
                                                                                          ">>>>>> x",
                                                                                          "a =======", ""};
    for (size_t i = 0; i < BLZ_COUNT_OF(marks); i++) {
        blz_yaml_text text;
        situation s = at(&text, marks[i]);
        ck_assert_msg(blz_yaml_explain_conflict(&s), "%s", marks[i]);
        ck_assert_uint_eq(s.fault.start, 0);
        ck_assert_uint_eq(s.fault.end, strlen(marks[i]));
        ck_assert_str_eq(s.fault.message,
                         "this line was left behind when two versions of the file were merged");
    }
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++) {
        blz_yaml_text text;
        situation s = at(&text, others[i]);
        ck_assert_msg(!blz_yaml_explain_conflict(&s), "%s", others[i]);
        ck_assert_ptr_null(s.fault.message);
    }
}
END_TEST

#define BULLET "this bullet does not start an item of a list"
#define SPACE "this is a no-break space, which does not count as a space"
#define COLON "this wide colon is not the colon of the keyboard"

START_TEST(what_comes_with_pasted_text)
{
    static const struct {
        const char *text;
        size_t start, end;
        const char *message;
    } rows[] = {
        {"\u2022 a", 0, 3, BULLET},        {"\u00a0a: b", 0, 2, SPACE},     {"a:\u00a0b", 2, 4, SPACE},
        {"name\uff1a value", 4, 7, COLON}, {"a\uff1a\u00a0b", 1, 4, COLON},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        blz_yaml_text text;
        situation s = at(&text, rows[i].text);
        ck_assert_msg(blz_yaml_explain_pasted(&s, 0, s.end), "%s", rows[i].text);
        ck_assert_uint_eq(s.fault.start, rows[i].start);
        ck_assert_uint_eq(s.fault.end, rows[i].end);
        ck_assert_str_eq(s.fault.message, rows[i].message);
        ck_assert_ptr_nonnull(s.fault.hint);
    }
}
END_TEST

/* A no-break space within a text does no harm. */
START_TEST(what_is_as_it_should_be)
{
    static const char *const texts[] = {"", "a: b", "10\u00a0km", "a\u00a0", "caf\u00e9"};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++) {
        blz_yaml_text text;
        situation s = at(&text, texts[i]);
        ck_assert_msg(!blz_yaml_explain_pasted(&s, 0, s.end), "%s", texts[i]);
    }
    blz_yaml_text text;
    situation s = at(&text, "a: b\u00a0\uff1a");
    ck_assert(!blz_yaml_explain_pasted(&s, 0, 4)); /* it stands behind the part that is looked at */
}
END_TEST

START_TEST(a_finding_has_a_character_at_least)
{
    situation s = {0};
    say(&s, 4, 4, "message", "hint");
    ck_assert_uint_eq(s.fault.end, 5);
    say(&s, 4, 9, "message", "hint");
    ck_assert_uint_eq(s.fault.end, 9);
}
END_TEST

START_TEST(where_they_are_told)
{
    explains(
        "a: 1\n<<<<<<< HEAD\nb: 2\n",
        "2:1-2:13 this line was left behind when two versions of the file were merged / keep what is right "
        "between the lines with <<<<<<< and >>>>>>>, and delete these lines");
    explains("a:\n  - b\n  \u2022 c\nd: 1\n",
             "3:3-3:4 " BULLET " / an item of a list starts with a hyphen and a space: "
             "\"- item\"");
    explains("a: 1\nb\uff1a 2\nc: 3\n", "2:2-2:3 " COLON " / write \"name: value\"");
    explains("a: 1\nb:\u00a0"
             "2\nc: 3\n",
             "2:3-2:4 " SPACE " / delete it and type a space; such spaces come with text from web pages and "
             "documents");
}
END_TEST

UNIT_MAIN("codec/yaml_slip", bullets_of_word_processors, marks_of_a_merge, what_comes_with_pasted_text,
          what_is_as_it_should_be, a_finding_has_a_character_at_least, where_they_are_told)
