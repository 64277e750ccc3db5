#include "unit/unit.h"

#include <string.h>

#include "rdf/nquads.h"
#include "unit/failing.h"

static void add(blz_dataset *data, const char *text)
{
    blz_nquads_fault fault = {0};
    blz_status status = blz_nquads_read(data, text, strlen(text), &fault);
    ck_assert_msg(status == BLZ_OK, "%zu:%zu: %s", fault.line, fault.column,
                  fault.message ? fault.message : "");
}

START_TEST(in_the_order_in_which_they_came_and_once)
{
    static const char text[] = "<urn:b> <urn:p> \"\\u007f\\b\u2028\\\"\"@en <urn:g> .\n"
                               "<urn:a> <urn:p> _:x .\n"
                               "<urn:a> <urn:p> _:y _:x .\n"
                               "<urn:a> <urn:p> \"1\"^^<urn:t> .\n";
    static const char wanted[] = "<urn:b> <urn:p> \"\\u007F\\b\u2028\\\"\"@en <urn:g> .\n"
                                 "<urn:a> <urn:p> _:x .\n"
                                 "<urn:a> <urn:p> _:y _:x .\n"
                                 "<urn:a> <urn:p> \"1\"^^<urn:t> .\n";
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    add(&data, text);
    add(&data, text);
    ck_assert_uint_eq(data.count, 8);
    ck_assert_ok(blz_buf_puts(&out, "# before\n"));
    ck_assert_ok(blz_nquads_write(&out, &data));
    ck_assert_str_eq(out.data + strlen("# before\n"), wanted);
}
END_TEST

START_TEST(many_quads_that_repeat)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    for (int i = 0; i < 3000; i++)
        ck_assert_ok(blz_buf_printf(&text, "<urn:%d> <urn:p> \"x\" .\n", i));
    for (int round = 0; round < 3; round++)
        add(&data, text.data);
    ck_assert_uint_eq(data.count, 9000);
    ck_assert_ok(blz_nquads_write(&out, &data));
    ck_assert_str_eq(out.data, text.data);
}
END_TEST

START_TEST(nothing_is_no_line)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(10);
    ck_assert_ok(blz_nquads_write(&out, &data));
    ck_assert_uint_eq(out.length, 0);
}
END_TEST

START_TEST(the_cap_of_the_buffer)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(20);
    add(&data, "<urn:a> <urn:p> \"x\" .\n");
    ck_assert_int_eq(blz_nquads_write(&out, &data), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_nquads_write(&out, &data), BLZ_ERR_LIMIT);
}
END_TEST

START_TEST(every_allocation_can_fail)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    add(&data,
        "<urn:a> <urn:p> \"x\" .\n<urn:a> <urn:p> \"y\" <urn:a-long-name-for-a-graph-that-needs-room> .\n");
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_nquads_write(&out, &data);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("rdf/nquads_write", in_the_order_in_which_they_came_and_once, many_quads_that_repeat,
          nothing_is_no_line, the_cap_of_the_buffer, every_allocation_can_fail)
