#include "unit/unit.h"

#include "base/buf.h"

START_TEST(grows_and_terminates)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(1000);
    ck_assert_ok(blz_buf_puts(&buf, "level "));
    ck_assert_ok(blz_buf_printf(&buf, "%d of %s", 3, "rubric"));
    ck_assert_ok(blz_buf_putc(&buf, '!'));
    ck_assert_ok(blz_buf_fill(&buf, '-', 100));
    ck_assert_uint_eq(buf.length, 118);
    ck_assert_mem_eq(buf.data, "level 3 of rubric!-", 19);
    ck_assert_int_eq(buf.data[buf.length], '\0');
}
END_TEST

START_TEST(cap_is_a_sticky_error)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(4);
    ck_assert_ok(blz_buf_puts(&buf, "1234"));
    ck_assert_int_eq(blz_buf_putc(&buf, '5'), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_buf_puts(&buf, ""), BLZ_ERR_LIMIT);
    char *text = NULL;
    ck_assert_int_eq(blz_buf_take(&buf, &text, NULL), BLZ_ERR_LIMIT);
    ck_assert_ptr_null(text);
    blz_buf_reset(&buf);
    ck_assert_ok(blz_buf_puts(&buf, "ab"));
}
END_TEST

START_TEST(take_of_an_empty_buffer_is_an_empty_string)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(4);
    char *text = NULL;
    size_t length = 7;
    ck_assert_ok(blz_buf_take(&buf, &text, &length));
    ck_assert_str_eq(text, "");
    ck_assert_uint_eq(length, 0);
    blz_free(text);
}
END_TEST

static bool always(void *user)
{
    (void)user;
    return true;
}

START_TEST(no_memory_is_reported_and_keeps_the_content)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(1000);
    ck_assert_ok(blz_buf_puts(&buf, "kept"));
    blz_mem_set_failing(always, NULL);
    blz_status status = blz_buf_fill(&buf, 'x', 500);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_int_eq(status, BLZ_ERR_NOMEM);
    ck_assert_str_eq(buf.data, "kept");
}
END_TEST

UNIT_MAIN("base/buf", grows_and_terminates, cap_is_a_sticky_error, take_of_an_empty_buffer_is_an_empty_string,
          no_memory_is_reported_and_keeps_the_content)
