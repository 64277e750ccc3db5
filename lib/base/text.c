#include "base/text.h"

#include <string.h>

bool blz_slice_is(blz_slice slice, const char *text)
{
    return slice.at && slice.length == strlen(text) && memcmp(slice.at, text, slice.length) == 0;
}

/* How many bytes follow the first one, the range of the second byte, which excludes overlong forms,
 * surrogates and what is beyond U+10FFFF, and the bits that the first byte carries. */
typedef struct utf8_form {
    unsigned char first, last, low, high, rest, bits;
} utf8_form;

static const utf8_form *form_of(unsigned char first)
{
    static const utf8_form forms[] = {
        {0x00, 0x7F, 0x00, 0x00, 0, 0x7F}, {0xC2, 0xDF, 0x80, 0xBF, 1, 0x1F},
        {0xE0, 0xE0, 0xA0, 0xBF, 2, 0x0F}, {0xE1, 0xEC, 0x80, 0xBF, 2, 0x0F},
        {0xED, 0xED, 0x80, 0x9F, 2, 0x0F}, {0xEE, 0xEF, 0x80, 0xBF, 2, 0x0F},
        {0xF0, 0xF0, 0x90, 0xBF, 3, 0x07}, {0xF1, 0xF3, 0x80, 0xBF, 3, 0x07},
        {0xF4, 0xF4, 0x80, 0x8F, 3, 0x07},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(forms); i++)
        if (first >= forms[i].first && first <= forms[i].last) return &forms[i];
    return NULL;
}

/* The length of the code point at the start; 0 if there is none. */
static size_t decode(uint32_t *code, const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    const utf8_form *form = length ? form_of(bytes[0]) : NULL;
    if (!form || form->rest >= length) return 0;
    if (form->rest && (bytes[1] < form->low || bytes[1] > form->high)) return 0;
    uint32_t value = bytes[0] & form->bits;
    for (size_t i = 1; i <= form->rest; i++) {
        if ((bytes[i] & 0xC0) != 0x80) return 0;
        value = value << 6 | (bytes[i] & 0x3F);
    }
    *code = value;
    return (size_t)form->rest + 1;
}

/* How many bytes at the start are ASCII, looked at in eights; less than there are by up to seven. */
static size_t ascii_prefix(const char *text, size_t length)
{
    size_t at = 0;
    for (uint64_t eight; length - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, text + at, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080)) break;
    }
    return at;
}

size_t blz_utf8_valid_prefix(const char *text, size_t length)
{
    size_t at = 0;
    uint32_t code;
    while (at < length) {
        size_t n = ascii_prefix(text + at, length - at);
        if (n == 0) n = (unsigned char)text[at] < 0x80 ? 1 : decode(&code, text + at, length - at);
        if (n == 0) break;
        at += n;
    }
    return at;
}

bool blz_utf8_valid(const char *text, size_t length)
{
    return blz_utf8_valid_prefix(text, length) == length;
}

size_t blz_utf8_next(uint32_t *code, const char *text, size_t length)
{
    return decode(code, text, length);
}

size_t blz_utf8_count(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

blz_status blz_utf8_put(blz_buf *out, uint32_t code)
{
    char bytes[4];
    size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char marks[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    bytes[0] = (char)(marks[length] | code);
    return blz_buf_append(out, bytes, length);
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

enum { WORD_MAX = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t blz_edit_distance(const char *a, const char *b, size_t max)
{
    size_t n = strnlen(a, WORD_MAX + 1), m = strnlen(b, WORD_MAX + 1);
    if (n > WORD_MAX || m > WORD_MAX || (n > m ? n - m : m - n) > max) return max + 1;
    size_t rows[3][WORD_MAX + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= m; j++)
        last[j] = j;
    for (size_t i = 1; i <= n; i++) {
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t replaced = last[j - 1] + (small(a[i - 1]) != small(b[j - 1]));
            now[j] = least(replaced, least(last[j], now[j - 1]) + 1);
            bool swapped =
                i > 1 && j > 1 && small(a[i - 1]) == small(b[j - 2]) && small(a[i - 2]) == small(b[j - 1]);
            if (swapped) now[j] = least(now[j], before[j - 2] + 1);
        }
        size_t *unused = before;
        before = last;
        last = now;
        now = unused;
    }
    return last[m] > max ? max + 1 : last[m];
}

const char *blz_suggest(const char *word, const char *const *candidates, size_t count)
{
    size_t length = strnlen(word, WORD_MAX);
    size_t near = length < 4 ? 1 : length < 8 ? 2 : 3;
    const char *best = NULL;
    for (size_t i = 0; i < count && near > 0; i++) {
        size_t distance = blz_edit_distance(word, candidates[i], near);
        if (distance > near || distance >= strlen(candidates[i])) continue;
        best = candidates[i];
        near = distance ? distance - 1 : 0;
    }
    return best;
}

static bool is_joiner(uint32_t code)
{
    return code == 0x200C || code == 0x200D;
}

/* Characters that move, hide or repaint what is around them, and those that mean nothing in common. */
static bool is_dangerous(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},        {0x34F, 0x34F},   {0x61C, 0x61C},
        {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},    {0x200B, 0x200F}, {0x2028, 0x202E},
        {0x2060, 0x206F}, {0x3164, 0x3164}, {0xE000, 0xF8FF},    {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFFC}, {0xFFFE, 0xFFFF}, {0xE0000, 0x10FFFF},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(ranges); i++)
        if (code >= ranges[i].first && code <= ranges[i].last) return true;
    return false;
}

/* The joiners inside emoji and in the scripts that need them are harmless; within Latin letters they only
 * hide. */
static bool joins_other_scripts(uint32_t before, const char *rest, size_t length)
{
    return before >= 0x300 && length && (unsigned char)rest[0] >= 0xCC;
}

blz_status blz_text_escape_terminal(blz_buf *out, const char *text, size_t length)
{
    uint32_t before = 0;
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t n = decode(&code, text + at, length - at);
        if (n == 0) {
            BLZ_TRY(blz_buf_printf(out, "\\x{%02X}", (unsigned char)text[at++]));
            continue;
        }
        bool kept = !is_dangerous(code) ||
                    (is_joiner(code) && joins_other_scripts(before, text + at + n, length - at - n));
        if (code == '\t')
            BLZ_TRY(blz_buf_putc(out, ' '));
        else if (kept)
            BLZ_TRY(blz_buf_append(out, text + at, n));
        else
            BLZ_TRY(blz_buf_printf(out, "\\u{%04X}", code));
        before = code;
        at += n;
    }
    return out->status;
}

blz_status blz_text_safe(char **out, const char *text)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_text_escape_terminal(&buf, text, strlen(text)));
    return blz_buf_take(&buf, out, NULL);
}
