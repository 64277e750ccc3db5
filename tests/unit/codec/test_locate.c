#include "unit/codec/places.h"

#include "codec/locate.h"

/* bytes:                    0         1          2
 *                           0123456789 0123456789 01234567 */
static const char text[] = "{\"\xC3\xA9\":[1,\n \"b\"],\"a/~\":2,\"\":3}";

typedef struct walker {
    blz_source *source;
    blz_locator locator;
} walker;

static void walker_clear(walker *w)
{
    blz_locator_clear(&w->locator);
    blz_source_unref(w->source);
}

static void begin(walker *w, size_t origin, bool characters, blz_place *places, size_t count)
{
    w->source = text_source(text);
    ck_assert_ok(blz_locator_begin(&w->locator, w->source, origin, characters, places, count));
}

/* As a reader comes by the values of `text`, by bytes. */
static void walk(blz_locator *l)
{
    blz_locator_value(l, 0, 1);
    blz_locator_member(l, "\xC3\xA9", 2, 1, 5);
    blz_locator_value(l, 6, 7);
    blz_locator_item(l, 0);
    blz_locator_value(l, 7, 8);
    blz_locator_leave(l);
    blz_locator_item(l, 1);
    blz_locator_value(l, 11, 14);
    blz_locator_leave(l);
    blz_locator_leave(l);
    blz_locator_member(l, "a/~", 3, 16, 21);
    blz_locator_value(l, 22, 23);
    blz_locator_leave(l);
    blz_locator_member(l, "", 0, 24, 26);
    blz_locator_value(l, 27, 28);
    blz_locator_leave(l);
}

START_TEST(values_and_names)
{
    blz_place places[] = {
        {.pointer = ""},
        {.pointer = "", .at_key = true},
        {.pointer = "/\xC3\xA9"},
        {.pointer = "/\xC3\xA9", .at_key = true},
        {.pointer = "/\xC3\xA9/0"},
        {.pointer = "/\xC3\xA9/1"},
        {.pointer = "/\xC3\xA9/1", .at_key = true},
        {.pointer = "/a~1~0"},
        {.pointer = "/a~1~0", .at_key = true},
        {.pointer = "/"},
    };
    static const char *const expected[] = {"1:1-1:2", "1:1-1:2", "1:6-1:7",   "1:2-1:5",  "1:7-1:8",
                                           "2:2-2:5", "2:2-2:5", "2:13-2:14", "2:7-2:12", "2:18-2:19"};
    BLZ_SCOPED(walker) w = {0};
    begin(&w, 0, false, places, BLZ_COUNT_OF(places));
    walk(&w.locator);
    for (size_t i = 0; i < BLZ_COUNT_OF(places); i++)
        ck_assert_place(&places[i], expected[i]);
    ck_assert_uint_eq(w.locator.depth, 0);
}
END_TEST

START_TEST(what_is_missing_has_the_place_of_its_parent)
{
    blz_place places[] = {
        {.pointer = "/x"},
        {.pointer = "/\xC3\xA9/2"},
        {.pointer = "/\xC3\xA9/01"},
        {.pointer = "/\xC3\xA9/0/x"},
        {.pointer = "/a~1~0/x/y"},
        {.pointer = "/a"},
        {.pointer = "/a/~"},
        {.pointer = "/a~1"},
        {.pointer = "/a~1~"},
        {.pointer = "//"},
        {.pointer = "x"},
    };
    static const char *const expected[] = {"1:1-1:2",  "1:2-1:5",   "1:2-1:5", "1:7-1:8",
                                           "2:7-2:12", "1:1-1:2",   "1:1-1:2", "1:1-1:2",
                                           "1:1-1:2",  "2:15-2:17", "1:1-1:2"};
    BLZ_SCOPED(walker) w = {0};
    begin(&w, 0, false, places, BLZ_COUNT_OF(places));
    walk(&w.locator);
    for (size_t i = 0; i < BLZ_COUNT_OF(places); i++)
        ck_assert_place(&places[i], expected[i]);
}
END_TEST

/* Of two members with one name the reader keeps none, so either place would do; but it is one of them whole.
 */
START_TEST(the_last_of_two_alike_is_the_answer)
{
    blz_place place = {.pointer = "/a", .at_key = true};
    BLZ_SCOPED(walker) w = {0};
    begin(&w, 0, false, &place, 1);
    blz_locator_value(&w.locator, 0, 1);
    blz_locator_member(&w.locator, "a", 1, 1, 4);
    blz_locator_value(&w.locator, 6, 7);
    blz_locator_leave(&w.locator);
    ck_assert_place(&place, "1:2-1:4");
    blz_locator_member(&w.locator, "a", 1, 11, 14);
    blz_locator_value(&w.locator, 22, 23);
    blz_locator_leave(&w.locator);
    ck_assert_place(&place, "2:2-2:5");
}
END_TEST

/* From byte 10 on, the first line end, by characters. */
START_TEST(positions_count_from_the_origin)
{
    blz_place place = {.pointer = ""};
    BLZ_SCOPED(walker) by_characters = {0};
    begin(&by_characters, 10, true, &place, 1);
    blz_locator_value(&by_characters.locator, 1, 4);
    ck_assert_place(&place, "1:2-1:5");
    blz_place again = {.pointer = ""};
    BLZ_SCOPED(walker) by_bytes = {0};
    begin(&by_bytes, 10, false, &again, 1);
    blz_locator_value(&by_bytes.locator, 11, 14);
    ck_assert_place(&again, "1:2-1:5");
}
END_TEST

START_TEST(characters_are_not_bytes)
{
    blz_place place = {.pointer = "/a~1~0", .at_key = true};
    BLZ_SCOPED(walker) w = {0};
    begin(&w, 0, true, &place, 1);
    blz_locator_value(&w.locator, 0, 1);
    blz_locator_member(&w.locator, "a/~", 3, 15, 20); /* one less than in bytes */
    ck_assert_place(&place, "2:7-2:12");
}
END_TEST

/* A block mapping of YAML starts with its first name. */
START_TEST(a_container_may_start_where_its_first_name_does)
{
    blz_place places[] = {{.pointer = ""}, {.pointer = "/a", .at_key = true}};
    BLZ_SCOPED(walker) w = {0};
    begin(&w, 0, false, places, 2);
    blz_locator_value(&w.locator, 1, 2);
    blz_locator_member(&w.locator, "a", 1, 1, 5);
    blz_locator_value(&w.locator, 6, 7);
    ck_assert_place(&places[0], "1:2-1:3");
    ck_assert_place(&places[1], "1:2-1:5");
}
END_TEST

START_TEST(beyond_the_end_is_the_end)
{
    blz_place place = {.pointer = ""};
    BLZ_SCOPED(walker) w = {0};
    begin(&w, 0, false, &place, 1);
    blz_locator_value(&w.locator, 1000, 2000);
    ck_assert_place(&place, "2:20-2:20");
}
END_TEST

START_TEST(no_questions)
{
    BLZ_SCOPED(walker) w = {0};
    begin(&w, 0, false, NULL, 0);
    walk(&w.locator);
    ck_assert_uint_eq(w.locator.at, 0); /* the cursor had no reason to move */
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    BLZ_AUTO(blz_source) source = text_source(text);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_place place = {.pointer = "/a"};
        BLZ_SCOPED(blz_locator) locator;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_locator_begin(&locator, source, 0, false, &place, 1);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("codec/locate", values_and_names, what_is_missing_has_the_place_of_its_parent,
          the_last_of_two_alike_is_the_answer, positions_count_from_the_origin, characters_are_not_bytes,
          a_container_may_start_where_its_first_name_does, beyond_the_end_is_the_end, no_questions,
          a_failing_allocation_is_reported)
