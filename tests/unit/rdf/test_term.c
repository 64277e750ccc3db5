#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "rdf/term.h"

static void escapes_to(const char *text, size_t length, const char *wanted)
{
    char out[200];
    size_t size = blz_term_escaped_length(text, length);
    ck_assert_uint_eq(size, strlen(wanted));
    ck_assert_ptr_eq(blz_term_escape(out, text, length), out + size);
    ck_assert_mem_eq(out, wanted, size);
}

START_TEST(every_character_of_ascii)
{
    static const char *const names[] = {['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f",
                                        ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\"};
    for (int c = 0; c < 0x80; c++) {
        char text = (char)c, wanted[10] = {text};
        if (c <= '\\' && names[c])
            snprintf(wanted, sizeof wanted, "%s", names[c]);
        else if (c < 0x20 || c == 0x7f)
            snprintf(wanted, sizeof wanted, "\\u%04X", (unsigned)c);
        escapes_to(&text, 1, wanted);
    }
}
END_TEST

START_TEST(beyond_ascii_all_stands_for_itself)
{
    static const char text[] = "\xc2\x80\xc2\x85\u00a0\u00fc\u2028\ufeff\U0001f600 /'`{}|^<>";
    escapes_to(text, sizeof text - 1, text);
    escapes_to("", 0, "");
}
END_TEST

/* Eight bytes are looked at in one go: an escape in any place of them is seen. */
START_TEST(escapes_in_every_place)
{
    static const char letters[] = {'"', '\\', '\n', '\x7f', '\0', '\x1f'};
    static const char *const written[] = {"\\\"", "\\\\", "\\n", "\\u007F", "\\u0000", "\\u001F"};
    for (size_t e = 0; e < sizeof letters; e++)
        for (size_t at = 0; at < 20; at++) {
            char text[21], wanted[40] = "";
            memset(text, 'x', sizeof text);
            text[at] = text[20] = letters[e];
            snprintf(wanted, sizeof wanted, "%.*s%s%.*s%s", (int)at, "xxxxxxxxxxxxxxxxxxxx", written[e],
                     (int)(19 - at), "xxxxxxxxxxxxxxxxxxxx", written[e]);
            escapes_to(text, sizeof text, wanted);
        }
}
END_TEST

START_TEST(hashes_tell_texts_apart)
{
    static const char text[] = "abcdefghijklmnopqrstuvwxyz";
    for (size_t i = 0; i < 26; i++) {
        ck_assert_uint_eq(blz_term_hash(text, i), blz_term_hash(text, i));
        ck_assert_uint_ne(blz_term_hash(text, i), blz_term_hash(text, i + 1));
    }
    ck_assert_uint_ne(blz_term_hash("\0", 1), blz_term_hash("\0\0", 2));
}
END_TEST

UNIT_MAIN("rdf/term", every_character_of_ascii, beyond_ascii_all_stands_for_itself, escapes_in_every_place,
          hashes_tell_texts_apart)
