#include "unit/credential/sd.h"

#include "unit/failing.h"

/* The parts of a value, each made wrong by itself. */

static sd_parts whole(void)
{
    sd_parts parts = sd_blank();
    parts.signature_count = 2;
    parts.label_count = 2;
    parts.label_numbers[0] = 1;
    memset(parts.base, 1, BLZ_SD_SIGNATURE);
    memset(parts.key, 2, BLZ_SD_KEY);
    memset(parts.signatures[1], 3, BLZ_SD_SIGNATURE);
    memset(parts.labels[0], 0xff, BLZ_SD_LABEL);
    parts.mandatory_count = 3;
    parts.mandatory[0] = 5;
    parts.mandatory[1] = 300;
    parts.mandatory[2] = UINT64_MAX;
    return parts;
}

static void expect_problem(const char *text, const char *wanted)
{
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_sd_value value;
    const char *problem = NULL;
    ck_assert_int_eq(blz_sd_value_read(&value, &arena, &problem, text), BLZ_ERR_INVALID);
    ck_assert_str_eq(problem, wanted);
}

START_TEST(all_parts_are_read)
{
    const sd_parts parts = whole();
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_sd_value value;
    const char *problem = NULL;
    ck_assert_ok(blz_sd_value_read(&value, &arena, &problem, sd_text(&parts)));
    ck_assert_ptr_null(problem);
    ck_assert_mem_eq(value.base_signature, parts.base, BLZ_SD_SIGNATURE);
    ck_assert_mem_eq(value.key, parts.key, BLZ_SD_KEY);
    ck_assert_uint_eq(value.signature_count, 2);
    ck_assert_mem_eq(value.signatures[1], parts.signatures[1], BLZ_SD_SIGNATURE);
    ck_assert_uint_eq(value.label_count, 2);
    ck_assert_str_eq(value.labels[0], "uAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    ck_assert_str_eq(value.labels[1], "u__________________________________________8");
    ck_assert_uint_eq(value.mandatory_count, 3);
    ck_assert_uint_eq(value.mandatory[1], 300);
    ck_assert_uint_eq(value.mandatory[2], UINT64_MAX);
}
END_TEST

START_TEST(the_encoding)
{
    expect_problem("", "it does not start with \"u\", which stands for base64url without padding");
    expect_problem("z2V0B", "it does not start with \"u\", which stands for base64url without padding");
    expect_problem("u2V0B=", "it is not base64url without padding");
    expect_problem("u", "it does not begin as a value of ecdsa-sd-2023 does");
    expect_problem("uhVhA", "it does not begin as a value of ecdsa-sd-2023 does");
    expect_problem("u2V0C", "it does not begin as a value of ecdsa-sd-2023 does");
    expect_problem("u2V0B", "it ends in the middle");
    expect_problem("u2V0Bn_8", "it has a part whose length is not said in front");
    expect_problem("u2V0BhIA", "it ends in the middle");
    expect_problem("u2V0BhEAAAAA", "it does not have five parts");
    expect_problem("u2V0BoA", "it has something else where a list has to be");
}
END_TEST

START_TEST(a_base_proof_is_for_the_holder)
{
    sd_parts parts = whole();
    parts.tag = 0x5d00;
    expect_problem(sd_text(&parts),
                   "it is a base proof, which is for the holder alone and tells all that the badge can leave "
                   "out; the holder's wallet derives from it a badge to show to others, and that one can be "
                   "checked");
}
END_TEST

START_TEST(every_length)
{
    static const int steps[] = {-1, 1};
    for (size_t i = 0; i < BLZ_COUNT_OF(steps); i++) {
        sd_parts parts = whole();
        parts.base_size += (size_t)steps[i];
        expect_problem(sd_text(&parts), "the issuer's signature in it does not have 64 bytes");
        parts = whole();
        parts.key_size += (size_t)steps[i];
        expect_problem(sd_text(&parts), "the key in it does not have 35 bytes");
        parts = whole();
        parts.signature_size += (size_t)steps[i];
        expect_problem(sd_text(&parts), "a signature in it does not have 64 bytes");
        parts = whole();
        parts.label_size += (size_t)steps[i];
        expect_problem(sd_text(&parts), "a name in it does not have 32 bytes");
    }
}
END_TEST

START_TEST(names_are_one_for_each_node)
{
    sd_parts parts = whole();
    parts.label_numbers[0] = 0;
    expect_problem(sd_text(&parts), "it names the same node without an id twice");
    parts.label_numbers[0] = 2;
    expect_problem(sd_text(&parts),
                   "it names a node without an id whose number is larger than there are names");
    parts.label_numbers[0] = UINT64_MAX;
    expect_problem(sd_text(&parts),
                   "it names a node without an id whose number is larger than there are names");
    parts = whole();
    memcpy(parts.labels[1], parts.labels[0], BLZ_SD_LABEL);
    expect_problem(sd_text(&parts), "it gives two nodes without an id the same name");
}
END_TEST

/* Cut off at every byte, and with one too many. */
START_TEST(nothing_is_missing_and_nothing_is_left)
{
    const sd_parts parts = whole();
    BLZ_SCOPED(blz_buf) bytes = BLZ_BUF(10000);
    sd_write(&bytes, &parts);
    size_t length = bytes.length;
    for (bytes.length = 3; bytes.length < length; bytes.length++)
        expect_problem(sd_text_of(&bytes), "it ends in the middle");
    ck_assert_ok(blz_buf_putc(&bytes, '\0'));
    expect_problem(sd_text_of(&bytes), "it has bytes behind its end");
}
END_TEST

START_TEST(every_allocation_can_fail)
{
    const sd_parts parts = whole();
    const char *text = sd_text(&parts);
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_arena) arena = {0};
        blz_sd_value value;
        const char *problem = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_sd_value_read(&value, &arena, &problem, text);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("credential/sd_value", all_parts_are_read, the_encoding, a_base_proof_is_for_the_holder,
          every_length, names_are_one_for_each_node, nothing_is_missing_and_nothing_is_left,
          every_allocation_can_fail)
