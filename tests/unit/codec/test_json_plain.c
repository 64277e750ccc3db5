#include "unit/unit.h"

#include "codec/json_plain.h"

static size_t one_by_one(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && (unsigned char)text[at] >= 0x20 && text[at] != '"' && text[at] != '\\')
        at++;
    return at;
}

/* Each byte at each place of the eights, before and behind each kind of neighbour. */
START_TEST(eights_say_what_bytes_say)
{
    static const char fillers[] = {'a',  ' ',  0x21,       0x23,       0x5b,
                                   0x5d, 0x7f, (char)0x80, (char)0xa2, (char)0xff};
    char text[21];
    for (size_t filler = 0; filler < sizeof fillers; filler++) {
        for (size_t at = 0; at < sizeof text; at++) {
            for (int byte = 0; byte < 256; byte++) {
                memset(text, fillers[filler], sizeof text);
                text[at] = (char)byte;
                for (size_t length = at; length <= sizeof text; length += 5)
                    ck_assert_uint_eq(blz_json_plain_prefix(text, length), one_by_one(text, length));
            }
        }
    }
}
END_TEST

/* What stands behind the first special byte of an eight may not move it. */
START_TEST(neighbours_do_not_matter)
{
    char text[8];
    for (unsigned first = 0; first < 256; first++) {
        for (unsigned second = 0; second < 256; second++) {
            memset(text, 'a', sizeof text);
            text[3] = (char)first;
            text[4] = (char)second;
            ck_assert_uint_eq(blz_json_plain_prefix(text, sizeof text), one_by_one(text, sizeof text));
        }
    }
}
END_TEST

UNIT_MAIN("codec/json_plain", eights_say_what_bytes_say, neighbours_do_not_matter)
