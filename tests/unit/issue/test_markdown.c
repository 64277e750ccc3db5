#include "unit/unit.h"

#include <string.h>

#include "issue/markdown.h"

static const char *inline_of(const char *text)
{
    static char shown[500];
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(sizeof shown - 1);
    ck_assert_ok(blz_buf_puts(&out, ""));
    blz_md_inline(&out, text);
    ck_assert_ok(out.status);
    memcpy(shown, out.data, out.length + 1);
    return shown;
}

static const char *block_of(const char *text, size_t indent)
{
    static char shown[500];
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(sizeof shown - 1);
    ck_assert_ok(blz_buf_puts(&out, ""));
    blz_md_block(&out, text, indent);
    ck_assert_ok(out.status);
    memcpy(shown, out.data, out.length + 1);
    return shown;
}

START_TEST(plain_words_stay_as_they_are)
{
    ck_assert_str_eq(inline_of("What happens, and why? 50 % (of 3.5) at 9:00 - really!"),
                     "What happens, and why? 50 % (of 3.5) at 9:00 - really!");
    ck_assert_str_eq(inline_of("snake_case & 3 > 2"), "snake_case & 3 > 2");
    ck_assert_str_eq(inline_of("  two \n\t lines  "), "two lines");
    ck_assert_str_eq(inline_of("d\xc3\xa9j\xc3\xa0_vu \xe2\x80\x9cquoted\xe2\x80\x9d"),
                     "d\xc3\xa9j\xc3\xa0_vu \xe2\x80\x9cquoted\xe2\x80\x9d");
    ck_assert_str_eq(inline_of(""), "");
    ck_assert_str_eq(inline_of(" \n "), "");
}
END_TEST

START_TEST(marks_of_markdown_become_text)
{
    ck_assert_str_eq(inline_of("*a* `b` [c](d) <e> \\f"), "\\*a\\* \\`b\\` \\[c\\](d) \\<e> \\\\f");
    ck_assert_str_eq(inline_of("_a_ __b__"), "\\_a\\_ \\_\\_b\\_\\_");
    ck_assert_str_eq(inline_of("~5 ~~gone~~"), "~5 \\~\\~gone\\~\\~");
    ck_assert_str_eq(inline_of("&lt; &#39; R&D; Q & A;"), "\\&lt; \\&#39; R\\&D; Q & A;");
}
END_TEST

START_TEST(marks_at_the_start_of_a_line_become_text)
{
    ck_assert_str_eq(inline_of("# one"), "\\# one");
    ck_assert_str_eq(inline_of("> one"), "\\> one");
    ck_assert_str_eq(inline_of("- one"), "\\- one");
    ck_assert_str_eq(inline_of("+ one"), "\\+ one");
    ck_assert_str_eq(inline_of("---"), "\\---");
    ck_assert_str_eq(inline_of("==="), "\\===");
    ck_assert_str_eq(inline_of("-"), "\\-");
    ck_assert_str_eq(inline_of("-5 degrees"), "-5 degrees");
    ck_assert_str_eq(inline_of("12. one"), "12\\. one");
    ck_assert_str_eq(inline_of("3) one"), "3\\) one");
    ck_assert_str_eq(inline_of("7."), "7\\.");
    ck_assert_str_eq(inline_of("3.5 grams"), "3.5 grams");
    ck_assert_str_eq(inline_of("2026"), "2026");
}
END_TEST

START_TEST(blocks_keep_lines_and_paragraphs)
{
    ck_assert_str_eq(block_of("one\n", 0), "one\n");
    ck_assert_str_eq(block_of("one\ntwo\n\n\nthree", 0), "one  \ntwo\n\nthree\n");
    ck_assert_str_eq(block_of("\n\n one \n  - two", 2), "one  \n  \\- two\n");
    ck_assert_str_eq(block_of("one\r\ntwo\r\n", 0), "one  \ntwo\n");
    ck_assert_str_eq(block_of(" \n ", 0), "");
    ck_assert_str_eq(block_of("a\n\nb", 3), "a\n\n   b\n");
}
END_TEST

static const char *url_of(const char *url)
{
    static char shown[200];
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(sizeof shown - 1);
    blz_md_url(&out, url);
    ck_assert_ok(out.status);
    memcpy(shown, out.data, out.length + 1);
    return shown;
}

START_TEST(addresses_are_links)
{
    ck_assert_str_eq(url_of("https://example.org/a_b*c"), "<https://example.org/a_b*c>");
    ck_assert_str_eq(url_of("https://example.org/> [x](y)"), "https://example.org/> \\[x\\](y)");
}
END_TEST

UNIT_MAIN("issue/markdown", plain_words_stay_as_they_are, marks_of_markdown_become_text,
          marks_at_the_start_of_a_line_become_text, blocks_keep_lines_and_paragraphs, addresses_are_links)
