#include "unit/failing.h"
#include "unit/unit.h"

#include <stdint.h>
#include <string.h>

#include "base/source.h"

static blz_source *source_of(const char *text, size_t length)
{
    blz_source *source = NULL;
    ck_assert_ok(blz_source_new(&source, "a.yaml", text, length));
    return source;
}
#define TEXT(literal) source_of(literal, sizeof(literal) - 1)

START_TEST(name_and_bytes_are_copies)
{
    char name[] = "a.yaml", bytes[] = {'x', '\0', 'y'};
    BLZ_AUTO(blz_source) source = NULL;
    ck_assert_ok(blz_source_new(&source, name, bytes, sizeof bytes));
    name[0] = bytes[0] = '!';
    size_t length = 0;
    ck_assert_str_eq(blz_source_name(source), "a.yaml");
    ck_assert_mem_eq(blz_source_bytes(source, &length), "x\0y", 4);
    ck_assert_uint_eq(length, 3);
    ck_assert_ptr_eq(blz_source_bytes(source, NULL), blz_source_bytes(source, &length));
}
END_TEST

START_TEST(an_empty_text_may_have_no_address)
{
    BLZ_AUTO(blz_source) source = source_of(NULL, 0);
    size_t length = 1;
    ck_assert_str_eq(blz_source_bytes(source, &length), "");
    ck_assert_uint_eq(length, 0);
}
END_TEST

START_TEST(a_length_that_cannot_be)
{
    blz_source *source = NULL;
    ck_assert_int_eq(blz_source_new(&source, "a", "", SIZE_MAX), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_source_new(&source, "a", "", SIZE_MAX - 8), BLZ_ERR_LIMIT);
    ck_assert_ptr_null(source);
}
END_TEST

START_TEST(the_last_reference_frees)
{
    blz_source *source = TEXT("x");
    ck_assert_ptr_eq(blz_source_ref(source), source);
    blz_source_unref(source);
    ck_assert_str_eq(blz_source_name(source), "a.yaml");
    blz_source_unref(source);
    ck_assert_ptr_null(blz_source_ref(NULL));
    blz_source_unref(NULL);
}
END_TEST

/* The line as text; "none" beyond the last one. */
static const char *line(const blz_source *source, size_t number)
{
    static char text[20];
    size_t length = 0;
    const char *at = blz_source_line(source, number, &length);
    if (!at) return "none";
    ck_assert_uint_lt(length, sizeof text);
    memcpy(text, at, length);
    text[length] = '\0';
    return text;
}

START_TEST(lines_without_their_ends)
{
    BLZ_AUTO(blz_source) source = TEXT("one\n\nthree\r\n\r\nfi\rve");
    static const char *const expected[] = {"none", "one", "", "three", "", "fi\rve", "none", "none"};
    for (size_t i = 0; i < BLZ_COUNT_OF(expected); i++)
        ck_assert_str_eq(line(source, i), expected[i]);
}
END_TEST

/* As an editor shows it: behind the last line end there is one more line, and it is empty. */
START_TEST(the_line_behind_the_last_end)
{
    BLZ_AUTO(blz_source) ended = TEXT("a\n");
    ck_assert_str_eq(line(ended, 2), "");
    ck_assert_str_eq(line(ended, 3), "none");
    BLZ_AUTO(blz_source) empty = TEXT("");
    ck_assert_str_eq(line(empty, 1), "");
    ck_assert_str_eq(line(empty, 2), "none");
}
END_TEST

static void spans(const blz_source *source, size_t offset, size_t expected_line, size_t expected_column)
{
    blz_span span = blz_source_span_at(source, offset);
    ck_assert_msg(span.line == expected_line && span.column == expected_column, "%zu: %zu:%zu", offset,
                  span.line, span.column);
    ck_assert_uint_eq(span.end_line, span.line);
    ck_assert_uint_eq(span.end_column, span.column);
}

START_TEST(columns_count_characters)
{
    /* bytes: a 0, é 1-2, graduation cap 3-6, line end 7, b 8 */
    BLZ_AUTO(blz_source) source = TEXT("a\xC3\xA9\xF0\x9F\x8E\x93\nb");
    static const size_t places[][3] = {{0, 1, 1}, {1, 1, 2}, {3, 1, 3}, {7, 1, 4},
                                       {8, 2, 1}, {9, 2, 2}, {99, 2, 2}};
    for (size_t i = 0; i < BLZ_COUNT_OF(places); i++)
        spans(source, places[i][0], places[i][1], places[i][2]);
    BLZ_AUTO(blz_source) empty = TEXT("");
    spans(empty, 0, 1, 1);
}
END_TEST

static size_t asked;

static blz_status locate(const blz_source *source, blz_place *places, size_t count)
{
    (void)source;
    asked += count;
    places[0].span.line = 7;
    return BLZ_ERR_NOMEM;
}

START_TEST(questions_go_to_the_locator)
{
    BLZ_AUTO(blz_source) source = TEXT("x");
    blz_place places[] = {{.pointer = "/a", .span = {1, 2, 3, 4}}, {.pointer = "/b", .span = {1, 2, 3, 4}}};
    ck_assert_ok(blz_source_locate(source, places, 2));
    for (size_t i = 0; i < 2; i++)
        ck_assert_uint_eq(places[i].span.line + places[i].span.end_column, 0);
    blz_source_set_locator(source, locate);
    ck_assert_ok(blz_source_locate(source, places, 0));
    ck_assert_uint_eq(asked, 0);
    places[1].span.line = 9;
    ck_assert_int_eq(blz_source_locate(source, places, 2), BLZ_ERR_NOMEM);
    ck_assert_uint_eq(asked, 2);
    ck_assert_uint_eq(places[0].span.line, 7);
    ck_assert_uint_eq(places[1].span.line, 0);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_source) source = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_source_new(&source, "a.yaml", "text", 4);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((source != NULL) == (status == BLZ_OK));
    }
}
END_TEST

UNIT_MAIN("base/source", name_and_bytes_are_copies, an_empty_text_may_have_no_address,
          a_length_that_cannot_be, the_last_reference_frees, lines_without_their_ends,
          the_line_behind_the_last_end, columns_count_characters, questions_go_to_the_locator,
          a_failing_allocation_is_reported)
