#include "unit/codec/scan.h"

/* Writes every token as its kind, its place and how deep the scanner was. */
typedef struct record {
    char text[600];
    size_t length, calls, stop_at;
} record;

static blz_status note(void *user, blz_json_scanner *s, const blz_json_token *token)
{
    static const char *const kinds[] = {"object", "array", "end",  "name",  "text",
                                        "int",    "real",  "true", "false", "null"};
    record *r = user;
    r->length +=
        (size_t)snprintf(r->text + r->length, sizeof r->text - r->length, "%s%s %zu-%zu @%zu",
                         r->length ? ", " : "", kinds[token->kind], token->start, token->end, s->depth);
    ck_assert_uint_lt(r->length, sizeof r->text);
    return ++r->calls == r->stop_at ? BLZ_ERR_INVALID : BLZ_OK;
}

static blz_status scan(bare_text *bare, record *r, const char *text, size_t length)
{
    bare_text_start(bare, text, length);
    bare->scanner.take = note;
    bare->scanner.user = r;
    return blz_json_scan(&bare->scanner);
}

static void gives(const char *text, const char *expected)
{
    record r = {0};
    BLZ_SCOPED(bare_text) bare = {0};
    ck_assert_msg(scan(&bare, &r, text, strlen(text)) == BLZ_OK, "%s", text);
    ck_assert_str_eq(r.text, expected);
    ck_assert_uint_eq(bare.scanner.depth, 0);
}

START_TEST(tokens_come_in_order_with_their_places)
{
    gives("0", "int 0-1 @0");
    gives(" \"a\" ", "text 1-4 @0");
    gives("[]", "array 0-1 @1, end 1-2 @0");
    gives("{ }", "object 0-1 @1, end 2-3 @0");
    gives("{\"a\" : [1, -2.5],\n\"b\":{}}",
          "object 0-1 @1, name 1-4 @1, array 7-8 @2, int 8-9 @2, real 11-15 @2, end 15-16 @1, "
          "name 18-21 @1, object 22-23 @2, end 23-24 @1, end 24-25 @0");
    gives("[true,false,null]", "array 0-1 @1, true 1-5 @1, false 6-11 @1, null 12-16 @1, end 16-17 @0");
}
END_TEST

START_TEST(the_receiver_ends_the_scan)
{
    record r = {.stop_at = 2};
    BLZ_SCOPED(bare_text) bare = {0};
    ck_assert_int_eq(scan(&bare, &r, "[1,2,3", 6), BLZ_ERR_INVALID);
    ck_assert_uint_eq(r.calls, 2);
    ck_assert_ptr_null(bare.scanner.fault.code);
}
END_TEST

/* Two brackets are open, at bytes 0 and 5. */
START_TEST(open_brackets_are_known)
{
    record r = {.stop_at = 4};
    BLZ_SCOPED(bare_text) bare = {0};
    ck_assert_int_eq(scan(&bare, &r, "{\"a\":[1]}", 9), BLZ_ERR_INVALID);
    ck_assert_uint_eq(bare.scanner.depth, 2);
    ck_assert_uint_eq(bare.scanner.open[0], 0);
    ck_assert_uint_eq(bare.scanner.open[1], 5);
}
END_TEST

static void refuses(const char *text, blz_status status, const char *expected)
{
    record r = {0};
    BLZ_SCOPED(bare_text) bare = {0};
    ck_assert_msg(scan(&bare, &r, text, strlen(text)) == status, "%s", text);
    ck_assert_str_eq(fault_text(&bare.scanner.fault), expected);
}

START_TEST(the_hint_names_the_bracket_that_is_missing)
{
    refuses("{\"a\":[1", BLZ_ERR_SYNTAX,
            "5-6 BLZ007 this bracket is never closed / the text ends before its ]; has a part been cut off?");
    refuses("[{\"a\"", BLZ_ERR_SYNTAX,
            "1-2 BLZ007 this bracket is never closed / the text ends before its }; has a part been cut off?");
    refuses("[1}", BLZ_ERR_SYNTAX,
            "2-3 BLZ007 this bracket does not close the one that was opened last / a ] is expected here");
    refuses("{\"a\":1]", BLZ_ERR_SYNTAX,
            "6-7 BLZ007 this bracket does not close the one that was opened last / a } is expected here");
}
END_TEST

/* Also where a value or a name is due, not only behind one. */
START_TEST(a_bracket_of_the_other_kind)
{
    refuses("[}", BLZ_ERR_SYNTAX,
            "1-2 BLZ007 this bracket does not close the one that was opened last / a ] is expected here");
    refuses("[1,}", BLZ_ERR_SYNTAX,
            "3-4 BLZ007 this bracket does not close the one that was opened last / a ] is expected here");
    refuses("{]", BLZ_ERR_SYNTAX,
            "1-2 BLZ007 this bracket does not close the one that was opened last / a } is expected here");
    refuses("{\"a\":1,]", BLZ_ERR_SYNTAX,
            "7-8 BLZ007 this bracket does not close the one that was opened last / a } is expected here");
    refuses("{\"a\":]", BLZ_ERR_SYNTAX,
            "5-6 BLZ007 this bracket does not close the one that was opened last / a } is expected here");
}
END_TEST

#define CAP " / the limit keeps a hostile file from using up the memory"

START_TEST(limits_are_exact)
{
    gives("[[[[[[[[]]]]]]]]",
          "array 0-1 @1, array 1-2 @2, array 2-3 @3, array 3-4 @4, array 4-5 @5, array 5-6 @6, array 6-7 @7, "
          "array 7-8 @8, end 8-9 @7, end 9-10 @6, end 10-11 @5, end 11-12 @4, end 12-13 @3, end 13-14 @2, "
          "end 14-15 @1, end 15-16 @0");
    refuses("[[[[[[[[[]]]]]]]]]", BLZ_ERR_LIMIT,
            "8-9 BLZ005 values are nested more deeply here than blazon reads" CAP);
    refuses("[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]",
            BLZ_ERR_LIMIT, "79-80 BLZ005 the text has more values than blazon reads" CAP);
}
END_TEST

static blz_status ignore(void *user, blz_json_scanner *s, const blz_json_token *token)
{
    (void)user, (void)s, (void)token;
    return BLZ_OK;
}

START_TEST(no_caller_gets_more_depth_than_there_is_room_for)
{
    char text[BLZ_JSON_DEPTH_MAX + 1];
    memset(text, '[', sizeof text);
    BLZ_SCOPED(bare_text) bare = {0};
    bare_text_start(&bare, text, sizeof text);
    bare.scanner.take = ignore;
    bare.scanner.max_depth = bare.scanner.max_nodes = SIZE_MAX;
    ck_assert_int_eq(blz_json_scan(&bare.scanner), BLZ_ERR_LIMIT);
    ck_assert_uint_eq(bare.scanner.fault.start, BLZ_JSON_DEPTH_MAX);
}
END_TEST

/* A whole text without its last bytes is never taken for one, and what is said about it lies within it. */
START_TEST(a_text_that_was_cut_off)
{
    static const char whole[] = "{\"a\": [true, false, null, -1.5e+3, \"\\u00e9\\uD83C\\uDF93\xC3\xA9\"]}";
    for (size_t length = 0; length < sizeof whole - 1; length++) {
        record r = {0};
        BLZ_SCOPED(bare_text) bare = {0};
        ck_assert_int_eq(scan(&bare, &r, whole, length), BLZ_ERR_SYNTAX);
        ck_assert_uint_le(bare.scanner.fault.start, length);
        ck_assert_uint_ge(bare.scanner.fault.end, bare.scanner.fault.start);
    }
    record r = {0};
    BLZ_SCOPED(bare_text) bare = {0};
    ck_assert_ok(scan(&bare, &r, whole, sizeof whole - 1));
}
END_TEST

START_TEST(words_end_where_words_end)
{
    gives("[true ]", "array 0-1 @1, true 1-5 @1, end 6-7 @0");
    static const char *const longer[] = {"truex", "true1", "true_", "true\xC3\xA9", "nulL", "falsee"};
    for (size_t i = 0; i < BLZ_COUNT_OF(longer); i++) {
        record r = {0};
        BLZ_SCOPED(bare_text) bare = {0};
        ck_assert_int_eq(scan(&bare, &r, longer[i], strlen(longer[i])), BLZ_ERR_SYNTAX);
        ck_assert_uint_eq(r.calls, 0);
    }
    refuses("[true\"x\"]", BLZ_ERR_SYNTAX,
            "5-6 BLZ007 a comma is missing before this value / put a comma behind the value before it");
}
END_TEST

START_TEST(encodings_are_told_before_anything_else)
{
    refuses("]\xE9", BLZ_ERR_SYNTAX,
            "1-2 BLZ006 this byte is not valid UTF-8 / save the file again with the encoding UTF-8");
    refuses("\xFE\xFF]", BLZ_ERR_SYNTAX,
            "0-1 BLZ006 the text is UTF-16 or UTF-32, not UTF-8 / save the file again with the encoding "
            "UTF-8");
    refuses("\xEF\xBB\xBF", BLZ_ERR_SYNTAX,
            "0-3 BLZ006 the text starts with a byte order mark, which JSON does not have / save the file as "
            "\"UTF-8 without BOM\"");
}
END_TEST

UNIT_MAIN("codec/json_scan", tokens_come_in_order_with_their_places, the_receiver_ends_the_scan,
          open_brackets_are_known, the_hint_names_the_bracket_that_is_missing, a_bracket_of_the_other_kind,
          limits_are_exact, no_caller_gets_more_depth_than_there_is_room_for, a_text_that_was_cut_off,
          words_end_where_words_end, encodings_are_told_before_anything_else)
