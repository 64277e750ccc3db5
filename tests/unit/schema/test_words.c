#include "unit/schema/schema.h"

#include "schema/errors.h"

typedef struct words {
    blz_errors errors;
    blz_eval eval;
} words;

static void open_words(words *w)
{
    *w = (words){0};
    w->eval.errors = &w->errors;
}

static const char *const nouns[][2] = {
    {NULL, "the document"},
    {"", "the document"},
    {"Micro-credential", "the micro-credential"},
    {"micro-credential", "the micro-credential"},
    {"URL of a badge", "the URL of a badge"},
    {"A", "the a"},
    {"a noun that is much too long to be put into a message", "the document"},
};

START_TEST(the_whole_is_called_by_its_noun)
{
    words w;
    open_words(&w);
    for (size_t i = 0; i < BLZ_COUNT_OF(nouns); i++)
        ck_assert_str_eq(blz_errors_subject(&w.eval, &(blz_at){.noun = nouns[i][0]}), nouns[i][1]);
    blz_errors_clear(&w.errors);
}
END_TEST

START_TEST(members_are_called_by_their_path)
{
    words w;
    open_words(&w);
    blz_at root = {.noun = "Rubric"}, a = {.parent = &root, .key = "rubric"},
           b = {.parent = &a, .key = "levels"};
    ck_assert_str_eq(blz_errors_subject(&w.eval, &a), "\"rubric\"");
    ck_assert_str_eq(blz_errors_subject(&w.eval, &b), "\"rubric.levels\"");
    blz_at name = {.parent = &a, .key = "levles", .is_key = true};
    ck_assert_str_eq(blz_errors_subject(&w.eval, &name), "the name \"levles\"");
    blz_errors_clear(&w.errors);
}
END_TEST

START_TEST(items_are_called_by_their_id_or_number)
{
    words w;
    open_words(&w);
    json_t *plain = sc_json("{}"), *named = sc_json("{'id': 'question'}"),
           *odd = sc_json("{'id': 'an id that is much too long to be put into a message'}"),
           *empty = sc_json("{'id': ''}");
    blz_at root = {0}, list = {.parent = &root, .key = "criteria"};
    blz_at item = {.parent = &list, .index = 1, .value = plain}, inner = {.parent = &item, .key = "levels"},
           member = {.parent = &inner, .key = "text"},
           second = {.parent = &inner, .index = 4, .value = named};
    ck_assert_str_eq(blz_errors_subject(&w.eval, &item), "item 2 of \"criteria\"");
    ck_assert_str_eq(blz_errors_subject(&w.eval, &member), "\"levels.text\" of item 2 of \"criteria\"");
    ck_assert_str_eq(blz_errors_subject(&w.eval, &second),
                     "item \"question\" of \"levels\" of item 2 of \"criteria\"");
    item.noun = "Criterion";
    ck_assert_str_eq(blz_errors_subject(&w.eval, &item), "criterion 2 of \"criteria\"");
    item.value = named;
    ck_assert_str_eq(blz_errors_subject(&w.eval, &member), "\"levels.text\" of criterion \"question\"");
    item.value = odd;
    ck_assert_str_eq(blz_errors_subject(&w.eval, &item), "criterion 2 of \"criteria\"");
    item.value = empty;
    ck_assert_str_eq(blz_errors_subject(&w.eval, &item), "criterion 2 of \"criteria\"");
    blz_at first = {.parent = &root, .index = 0, .value = plain};
    ck_assert_str_eq(blz_errors_subject(&w.eval, &first), "item 1 of the document");
    json_decref(plain);
    json_decref(named);
    json_decref(odd);
    json_decref(empty);
    blz_errors_clear(&w.errors);
}
END_TEST

START_TEST(values_are_named)
{
    static const char *const cases[][2] = {
        {"'Basic'", "\"Basic\""},
        {"''", "\"\""},
        {"12", "12"},
        {"-0.50", "-0.5"},
        {"true", "true"},
        {"false", "false"},
        {"null", "empty"},
        {"{'a': 1}", "a mapping"},
        {"[1]", "a list"},
        {"'1234567890123456789012345678901234567890'", "\"1234567890123456789012345678901234567890\""},
        {"'12345678901234567890123456789012345678901'", "\"1234567890123456789012345678901234567890...\""},
        {"'123456789012345678901234567890123456789\xc3\xa9'",
         "\"123456789012345678901234567890123456789...\""},
    };
    words w;
    open_words(&w);
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        json_t *value = sc_json(cases[i][0]);
        ck_assert_str_eq(blz_errors_value(&w.eval, value), cases[i][1]);
        json_decref(value);
    }
    blz_errors_clear(&w.errors);
}
END_TEST

START_TEST(choices_are_a_list_of_at_most_twelve)
{
    static const char *const cases[][2] = {
        {"'a'", "\"a\""},
        {"[]", ""},
        {"['a']", "\"a\""},
        {"['a', 2]", "\"a\" or 2"},
        {"['a', true, null]", "\"a\", true or empty"},
        {"[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 or 12"},
        {"[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 1 more"},
    };
    words w;
    open_words(&w);
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        json_t *choices = sc_json(cases[i][0]);
        ck_assert_str_eq(blz_errors_choices(&w.eval, choices, " or "), cases[i][1]);
        json_decref(choices);
    }
    blz_errors_clear(&w.errors);
}
END_TEST

START_TEST(a_near_text_is_suggested)
{
    json_t *choices = sc_json("[1, 'basic', null, 'advanced']"), *one = sc_json("'basic'");
    json_t *near = sc_json("'basci'"), *far = sc_json("'quux'"), *number = sc_json("1");
    ck_assert_str_eq(blz_errors_suggest(choices, near), "basic");
    ck_assert_str_eq(blz_errors_suggest(one, near), "basic");
    ck_assert_ptr_null(blz_errors_suggest(choices, far));
    ck_assert_ptr_null(blz_errors_suggest(choices, number));
    ck_assert_ptr_null(blz_errors_suggest(number, near));
    json_decref(choices);
    json_decref(one);
    json_decref(near);
    json_decref(far);
    json_decref(number);
}
END_TEST

START_TEST(only_so_many_choices_are_searched)
{
    json_t *choices = json_array(), *value = sc_json("'the last'");
    for (int i = 0; i < 256; i++)
        ck_assert_int_eq(json_array_append_new(choices, json_string("q")), 0);
    ck_assert_int_eq(json_array_append_new(choices, json_string("the last")), 0);
    ck_assert_ptr_null(blz_errors_suggest(choices, value));
    ck_assert_int_eq(json_array_remove(choices, 0), 0);
    ck_assert_str_eq(blz_errors_suggest(choices, value), "the last");
    json_decref(choices);
    json_decref(value);
}
END_TEST

START_TEST(types_are_named_in_one_order)
{
    static const struct {
        const char *value;
        unsigned types;
        const char *words;
    } cases[] = {
        {"{}", BLZ_TYPE_OBJECT, "a mapping"},
        {"[]", BLZ_TYPE_ARRAY, "a list"},
        {"''", BLZ_TYPE_TEXT, "a text"},
        {"1", BLZ_TYPE_INTEGER | BLZ_TYPE_NUMBER, "a number"},
        {"1e3", BLZ_TYPE_INTEGER | BLZ_TYPE_NUMBER, "a number"},
        {"1.5", BLZ_TYPE_NUMBER, "a number"},
        {"true", BLZ_TYPE_BOOLEAN, "true or false"},
        {"false", BLZ_TYPE_BOOLEAN, "true or false"},
        {"null", BLZ_TYPE_NULL, "empty"},
    };
    words w;
    open_words(&w);
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        json_t *value = sc_json(cases[i].value);
        ck_assert_uint_eq(blz_type_of(value), cases[i].types);
        ck_assert_str_eq(blz_errors_types(&w.eval, cases[i].types), cases[i].words);
        json_decref(value);
    }
    ck_assert_str_eq(blz_errors_types(&w.eval, 0), "");
    ck_assert_str_eq(blz_errors_types(&w.eval, BLZ_TYPE_INTEGER), "a whole number");
    ck_assert_str_eq(blz_errors_types(&w.eval, BLZ_TYPE_OBJECT | BLZ_TYPE_TEXT), "a text or a mapping");
    ck_assert_str_eq(
        blz_errors_types(&w.eval, BLZ_TYPE_OBJECT | BLZ_TYPE_INTEGER | BLZ_TYPE_ARRAY | BLZ_TYPE_NULL),
        "a whole number, a list, a mapping or empty");
    blz_errors_clear(&w.errors);
}
END_TEST

START_TEST(without_memory_there_are_no_words)
{
    words w;
    open_words(&w);
    struct failing f = {0};
    json_t *value = sc_json("12");
    blz_mem_set_failing(fails_at, &f);
    const char *text = blz_errors_value(&w.eval, value);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_str_eq(text, "");
    ck_assert(w.errors.failed);
    json_decref(value);
    blz_errors_clear(&w.errors);
    ck_assert(!w.errors.failed);
}
END_TEST

UNIT_MAIN("schema/words", the_whole_is_called_by_its_noun, members_are_called_by_their_path,
          items_are_called_by_their_id_or_number, values_are_named, choices_are_a_list_of_at_most_twelve,
          a_near_text_is_suggested, only_so_many_choices_are_searched, types_are_named_in_one_order,
          without_memory_there_are_no_words)
