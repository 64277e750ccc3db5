#include "unit/failing.h"
#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "codec/yaml_text.h"

#define BOM "\xEF\xBB\xBF"
#define E_ACUTE "\xC3\xA9"

typedef struct sheet {
    blz_source *source;
    blz_diags *diags;
    blz_yaml_text text;
} sheet;

static void sheet_clear(sheet *s)
{
    blz_source_unref(s->source);
    blz_diags_free(s->diags);
}

static sheet sheet_of(const char *bytes, size_t length)
{
    sheet s = {0};
    ck_assert_ok(blz_source_new(&s.source, "a.yaml", bytes, length));
    ck_assert_ok(blz_diags_new(&s.diags));
    s.text = blz_yaml_text_of(s.source);
    s.text.source = s.source;
    return s;
}
#define SHEET(name, literal) BLZ_SCOPED(sheet) name = sheet_of(literal, sizeof(literal) - 1)

START_TEST(a_byte_order_mark_is_no_part_of_the_text)
{
    SHEET(plain, "a: b");
    SHEET(marked, BOM "a: b");
    SHEET(half, "\xEF\xBB");
    ck_assert_uint_eq(plain.text.origin, 0);
    ck_assert_uint_eq(marked.text.origin, 3);
    ck_assert_uint_eq(marked.text.length, 7);
    ck_assert_uint_eq(half.text.origin, 0);
}
END_TEST

static size_t offset_of(const sheet *s, size_t index)
{
    return blz_yaml_offset(&s->text, &(yaml_mark_t){.index = index});
}

START_TEST(marks_count_characters)
{
    SHEET(s, BOM "a" E_ACUTE "\xF0\x9F\x8E\x93z");
    static const size_t offsets[] = {3, 4, 6, 10, 11, 11, 11};
    for (size_t i = 0; i < BLZ_COUNT_OF(offsets); i++)
        ck_assert_uint_eq(offset_of(&s, i), offsets[i]);
    SHEET(empty, "");
    ck_assert_uint_eq(offset_of(&empty, 5), 0);
}
END_TEST

START_TEST(lines_around_an_offset)
{
    SHEET(s, BOM "one\r\n\nthree");
    static const size_t rows[][3] = {{3, 3, 6}, {5, 3, 6},  {6, 3, 6},   {7, 3, 6},
                                     {8, 8, 8}, {9, 9, 14}, {13, 9, 14}, {14, 9, 14}};
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        size_t end = 0;
        ck_assert_uint_eq(blz_yaml_line(&s.text, rows[i][0], &end), rows[i][1]);
        ck_assert_uint_eq(end, rows[i][2]);
    }
}
END_TEST

/* The span of the last finding as "1:2-3:4". */
static const char *span(const sheet *s)
{
    static char text[80];
    const blz_diag *diag = blz_diags_at(s->diags, blz_diags_count(s->diags) - 1);
    snprintf(text, sizeof text, "%zu:%zu-%zu:%zu", diag->span.line, diag->span.column, diag->span.end_line,
             diag->span.end_column);
    return text;
}

START_TEST(findings_by_bytes)
{
    SHEET(s, BOM "a" E_ACUTE "b\ncd");
    static const struct {
        size_t start, end;
        const char *expected;
    } rows[] = {
        {3, 4, "1:1-1:2"}, {4, 6, "1:2-1:3"}, {6, 7, "1:3-1:4"}, {6, 9, "1:3-2:2"}, {8, 10, "2:1-2:3"}};
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        blz_yaml_fault fault = {"BLZ002", rows[i].start, rows[i].end, "what", "why", "do"};
        ck_assert_ok(blz_yaml_report(&s.text, s.diags, &fault));
        ck_assert_str_eq(span(&s), rows[i].expected);
    }
    const blz_diag *diag = blz_diags_at(s.diags, 0);
    ck_assert_ptr_eq(diag->source, s.source);
    ck_assert_str_eq(diag->rule->code, "BLZ002");
    ck_assert_str_eq(diag->message, "what");
    ck_assert_str_eq(diag->reason, "why");
    ck_assert_str_eq(diag->hint, "do");
}
END_TEST

static void accepts(const char *bytes, size_t length)
{
    BLZ_SCOPED(sheet) s = sheet_of(bytes, length);
    ck_assert_ok(blz_yaml_check_text(&s.text, s.diags));
    ck_assert_uint_eq(blz_diags_count(s.diags), 0);
}
#define ACCEPTS(literal) accepts(literal, sizeof(literal) - 1)

static void refuses(const char *bytes, size_t length, const char *place, const char *message,
                    const char *hint)
{
    BLZ_SCOPED(sheet) s = sheet_of(bytes, length);
    ck_assert_int_eq(blz_yaml_check_text(&s.text, s.diags), BLZ_ERR_SYNTAX);
    ck_assert_uint_eq(blz_diags_count(s.diags), 1);
    ck_assert_str_eq(blz_diags_at(s.diags, 0)->rule->code, "BLZ006");
    ck_assert_str_eq(blz_diags_at(s.diags, 0)->message, message);
    ck_assert_str_eq(blz_diags_at(s.diags, 0)->hint, hint);
    ck_assert_str_eq(span(&s), place);
}
#define REFUSES(literal, ...) refuses(literal, sizeof(literal) - 1, __VA_ARGS__)

START_TEST(characters_of_yaml)
{
    ACCEPTS("");
    ACCEPTS("a");
    ACCEPTS("\t\r\n ~");
    ACCEPTS(BOM "a");
    ACCEPTS("\xC2\xA0\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBD");  /* U+00A0, U+D7FF, U+E000, U+FFFD */
    ACCEPTS("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF\xE2\x80\xA7");  /* U+10000, U+10FFFF, U+2027 */
    static const char embedding[] = {'\xE2', '\x80', '\xAA'}; /* U+202A: seen by nobody, but no line end */
    accepts(embedding, sizeof embedding);
}
END_TEST

START_TEST(characters_that_nobody_sees)
{
    REFUSES("a\n b\x7F", "2:3-2:4", "an invisible control character (U+007F) stands here", "delete it");
    REFUSES("a\xC2\x80", "1:2-1:3", "an invisible control character (U+0080) stands here", "delete it");
    REFUSES("a\xC2\x9F", "1:2-1:3", "an invisible control character (U+009F) stands here", "delete it");
    REFUSES("a\x1F", "1:2-1:3", "an invisible control character (U+001F) stands here", "delete it");
    REFUSES("abc\0", "1:4-1:5", "an invisible control character (U+0000) stands here", "delete it");
    REFUSES(BOM BOM, "1:1-1:2", "an invisible control character (U+FEFF) stands here", "delete it");
    REFUSES("\xEF\xBF\xBE", "1:1-1:2", "an invisible control character (U+FFFE) stands here", "delete it");
    REFUSES("\xEF\xBF\xBF", "1:1-1:2", "an invisible control character (U+FFFF) stands here", "delete it");
}
END_TEST

START_TEST(line_ends_that_nobody_sees)
{
    static const char hint[] = "delete it and press Enter";
    REFUSES("a\xC2\x85", "1:2-1:3", "an invisible line separator (U+0085) stands here", hint);
    REFUSES("a\xE2\x80\xA8", "1:2-1:3", "an invisible line separator (U+2028) stands here", hint);
    REFUSES("a\xE2\x80\xA9", "1:2-1:3", "an invisible line separator (U+2029) stands here", hint);
}
END_TEST

START_TEST(other_encodings)
{
    static const char hint[] = "save the file again with the encoding UTF-8",
                      wide[] = "the file is saved as UTF-16 or UTF-32, not as UTF-8",
                      latin[] = "this character is not saved as UTF-8";
    REFUSES("\xFE\xFF\0a", "1:1-1:1", wide, hint);
    REFUSES("\xFF\xFE", "1:1-1:1", wide, hint);
    REFUSES("a\0", "1:1-1:1", wide, hint);
    REFUSES("\0a", "1:1-1:1", wide, hint);
    REFUSES("a\n" E_ACUTE "\xE9 b", "2:2-2:3", latin, hint);
    REFUSES("\xC3", "1:1-1:2", latin, hint);
    REFUSES("a\xED\xA0\x80", "1:2-1:3", latin, hint); /* a surrogate */
    REFUSES("\xC0\x80", "1:1-1:2", latin, hint);      /* longer than need be */
}
END_TEST

START_TEST(documents_of_word_processors)
{
    static const char message[] = "this is no text file but a document of a word processor",
                      hint[] = "save it as plain text, with the encoding UTF-8";
    REFUSES("PK\x03\x04\x14\0", "1:1-1:2", message, hint);
    REFUSES("\xD0\xCF\x11\xE0\xA1", "1:1-1:2", message, hint);
    REFUSES("%PDF-1.7", "1:1-1:2", message, hint);
    REFUSES("{\\rtf1", "1:1-1:2", message, hint);
    ACCEPTS("PK: 3");
    ACCEPTS("%PDF");
}
END_TEST

/* libyaml is given the text without its mark. */
START_TEST(the_parser_starts_behind_the_mark)
{
    SHEET(s, BOM E_ACUTE);
    yaml_parser_t parser;
    yaml_event_t event;
    ck_assert_ok(blz_yaml_start(&parser, &s.text));
    yaml_event_type_t type;
    do {
        ck_assert_int_eq(yaml_parser_parse(&parser, &event), 1);
        type = event.type;
        if (type == YAML_SCALAR_EVENT) {
            ck_assert_str_eq((const char *)event.data.scalar.value, E_ACUTE);
            ck_assert_uint_eq(event.start_mark.index, 0);
            ck_assert_uint_eq(blz_yaml_offset(&s.text, &event.start_mark), 3);
        }
        yaml_event_delete(&event);
    } while (type != YAML_SCALAR_EVENT && type != YAML_STREAM_END_EVENT);
    ck_assert_int_eq(type, YAML_SCALAR_EVENT);
    yaml_parser_delete(&parser);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    static const char *const texts[] = {"a\x7F", "\xE9", "%PDF-"};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++)
        for (EACH_ALLOCATION_FAILS(f)) {
            BLZ_SCOPED(sheet) s = sheet_of(texts[i], strlen(texts[i]));
            blz_mem_set_failing(fails_at, &f);
            blz_status status = blz_yaml_check_text(&s.text, s.diags);
            blz_mem_set_failing(NULL, NULL);
            ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_ERR_SYNTAX);
        }
}
END_TEST

UNIT_MAIN("codec/yaml_text", a_byte_order_mark_is_no_part_of_the_text, marks_count_characters,
          lines_around_an_offset, findings_by_bytes, characters_of_yaml, characters_that_nobody_sees,
          line_ends_that_nobody_sees, other_encodings, documents_of_word_processors,
          the_parser_starts_behind_the_mark, a_failing_allocation_is_reported)
