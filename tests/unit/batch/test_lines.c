#include "unit/batch/stream.h"

#include "batch/lines.h"
#include "unit/failing.h"

static char window[BLZ_LINES_WINDOW];

static blz_line_reader reader_of(struct stream *stream, size_t max)
{
    return (blz_line_reader){.read = stream_read, .user = stream, .max = max, .window = window};
}

/* Every line of the stream with its number, as "1:a|3:b|". */
static void all_lines(blz_buf *out, size_t *empty, struct stream *stream)
{
    blz_line_reader reader = reader_of(stream, 1000000);
    blz_lines lines = {.bytes = BLZ_BUF(BLZ_BUF_MAX)};
    do {
        ck_assert_ok(blz_lines_next(&reader, &lines));
        *empty += lines.empty;
        for (size_t i = 0; i < lines.count; i++) {
            blz_buf_printf(out, "%zu:", lines.items[i].number);
            blz_buf_append(out, lines.bytes.data + lines.items[i].start, lines.items[i].length);
            blz_buf_putc(out, '|');
        }
    } while (lines.count);
    ck_assert_ok(blz_lines_next(&reader, &lines)); /* the end stays the end */
    ck_assert_uint_eq(lines.count, 0);
    blz_buf_clear(&lines.bytes);
}

START_TEST(lines_of_every_kind)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *lines;
        size_t empty;
    } rows[] = {
#define ROW(bytes, lines, empty) bytes, sizeof(bytes) - 1, lines, empty
        {ROW("", "", 0)},
        {ROW("\n", "", 1)},
        {ROW("a", "1:a|", 0)},
        {ROW("a\n", "1:a|", 0)},
        {ROW("a\nb", "1:a|2:b|", 0)},
        {ROW("a\r\nb\r\n", "1:a\r|2:b\r|", 0)},
        {ROW("\n\r\n \t\na\n\n", "4:a|", 4)},
        {ROW("a\n  ", "1:a|", 1)},
        {ROW("\xff\xfe\n{\n", "1:\xff\xfe|2:{|", 0)},
#undef ROW
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(rows); i++) {
        for (size_t piece = 0; piece < 4; piece++) {
            struct stream stream = {.bytes = rows[i].bytes, .length = rows[i].length, .piece = piece};
            BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
            size_t empty = 0;
            ck_assert_ok(blz_buf_puts(&out, ""));
            all_lines(&out, &empty, &stream);
            ck_assert_str_eq(out.data, rows[i].lines);
            ck_assert_uint_eq(empty, rows[i].empty);
        }
    }
}
END_TEST

START_TEST(nul_bytes_belong_to_lines)
{
    struct stream stream = {.bytes = "a\0b\nc", .length = 5};
    blz_line_reader reader = reader_of(&stream, 100);
    blz_lines lines = {.bytes = BLZ_BUF(BLZ_BUF_MAX)};
    ck_assert_ok(blz_lines_next(&reader, &lines));
    ck_assert_uint_eq(lines.count, 1);
    ck_assert_uint_eq(lines.items[0].length, 3);
    ck_assert_mem_eq(lines.bytes.data, "a\0b", 3);
    blz_buf_clear(&lines.bytes);
}
END_TEST

/* Lines that are there are handed over before more is waited for. */
START_TEST(nobody_waits_for_others)
{
    struct stream stream = {.bytes = "one\ntwo\nthr", .length = 11, .piece = 10, .fail_at = 10};
    blz_line_reader reader = reader_of(&stream, 100);
    blz_lines lines = {.bytes = BLZ_BUF(BLZ_BUF_MAX)};
    ck_assert_ok(blz_lines_next(&reader, &lines));
    ck_assert_uint_eq(lines.count, 2);
    ck_assert_uint_eq(stream.reads, 1);
    ck_assert_int_eq(blz_lines_next(&reader, &lines), BLZ_ERR_IO);
    blz_buf_clear(&lines.bytes);
}
END_TEST

START_TEST(a_few_at_a_time)
{
    enum { LINES = 3 * BLZ_LINES_MAX + 1 };
    static char text[2 * LINES];
    for (size_t i = 0; i < LINES; i++)
        memcpy(text + 2 * i, "x\n", 2);
    struct stream stream = {.bytes = text, .length = sizeof text};
    blz_line_reader reader = reader_of(&stream, 100);
    blz_lines lines = {.bytes = BLZ_BUF(BLZ_BUF_MAX)};
    for (size_t i = 0; i < 4; i++) {
        ck_assert_ok(blz_lines_next(&reader, &lines));
        ck_assert_uint_eq(lines.count, i < 3 ? BLZ_LINES_MAX : 1);
        ck_assert_uint_eq(lines.items[0].number, i * BLZ_LINES_MAX + 1);
    }
    blz_buf_clear(&lines.bytes);
}
END_TEST

/* Around the sizes at which a line is long: the window, and what is kept of one. */
START_TEST(long_lines)
{
    enum { MAX = 200000, LONGEST = 1000000 };
    static char text[LONGEST + 16];
    static const size_t sizes[] = {
        BLZ_LINES_WINDOW - 1, BLZ_LINES_WINDOW, BLZ_LINES_WINDOW + 1, MAX - 1, MAX, MAX + 1, LONGEST};
    for (size_t i = 0; i < BLZ_COUNT_OF(sizes); i++) {
        for (size_t blank = 0; blank < 2; blank++) {
            memset(text, blank ? ' ' : 'x', sizes[i]);
            memcpy(text + sizes[i], "\nnext", 6);
            struct stream stream = {.bytes = text, .length = sizes[i] + 5};
            blz_line_reader reader = reader_of(&stream, MAX);
            blz_lines lines = {.bytes = BLZ_BUF(BLZ_BUF_MAX)};
            bool passed_over = blank && sizes[i] <= MAX;
            ck_assert_ok(blz_lines_next(&reader, &lines));
            ck_assert_uint_eq(lines.count, 1);
            ck_assert_uint_eq(lines.empty, passed_over);
            if (!passed_over) {
                ck_assert_uint_eq(lines.items[0].number, 1);
                ck_assert_uint_eq(lines.items[0].length, sizes[i] > MAX ? MAX + 1 : sizes[i]);
                ck_assert_uint_lt(lines.bytes.capacity, 2 * MAX + BLZ_LINES_WINDOW);
                ck_assert_ok(blz_lines_next(&reader, &lines));
            }
            ck_assert_uint_eq(lines.items[0].number, 2);
            ck_assert_uint_eq(lines.items[0].length, 4);
            ck_assert_mem_eq(lines.bytes.data, "next", 4);
            ck_assert_uint_le(lines.bytes.capacity, MAX + BLZ_LINES_WINDOW);
            blz_buf_clear(&lines.bytes);
        }
    }
}
END_TEST

START_TEST(a_long_last_line)
{
    static char text[BLZ_LINES_WINDOW * 3];
    memset(text, 'x', sizeof text);
    struct stream stream = {.bytes = text, .length = sizeof text};
    blz_line_reader reader = reader_of(&stream, sizeof text);
    blz_lines lines = {.bytes = BLZ_BUF(BLZ_BUF_MAX)};
    ck_assert_ok(blz_lines_next(&reader, &lines));
    ck_assert_uint_eq(lines.items[0].length, sizeof text);
    ck_assert_ok(blz_lines_next(&reader, &lines));
    ck_assert_uint_eq(lines.count, 0);
    blz_buf_clear(&lines.bytes);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    static char text[BLZ_LINES_WINDOW * 2];
    memset(text, 'x', sizeof text);
    for (EACH_ALLOCATION_FAILS(f)) {
        struct stream stream = {.bytes = text, .length = sizeof text};
        blz_line_reader reader = reader_of(&stream, sizeof text);
        blz_lines lines = {.bytes = BLZ_BUF(BLZ_BUF_MAX)};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_lines_next(&reader, &lines);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        blz_buf_clear(&lines.bytes);
    }
}
END_TEST

UNIT_MAIN("batch/lines", lines_of_every_kind, nul_bytes_belong_to_lines, nobody_waits_for_others,
          a_few_at_a_time, long_lines, a_long_last_line, a_failing_allocation_is_reported)
