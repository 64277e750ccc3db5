#include "rdf/term.h"

#include <string.h>

/* Where the library was loaded differs from process to process, and nobody outside learns it. */
static uint64_t secret(void)
{
    static const char somewhere;
    return (uint64_t)(uintptr_t)&somewhere * UINT64_C(0x9e3779b97f4a7c15);
}

uint64_t blz_term_mix(uint64_t a, uint64_t b)
{
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)(a ^ UINT64_C(0xa0761d6478bd642f)) * (b ^ UINT64_C(0xe7037ed1a0b428db));
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t blz_term_hash(const char *form, size_t length)
{
    uint64_t hash = secret() ^ length, word = 0;
    for (; length >= sizeof word; form += sizeof word, length -= sizeof word) {
        memcpy(&word, form, sizeof word);
        hash = blz_term_mix(hash, word);
    }
    word = 0;
    memcpy(&word, form, length);
    return blz_term_mix(hash, word ^ secret());
}

bool blz_term_equal(const blz_term *a, const blz_term *b)
{
    if (a == b) return true;
    if (!a || !b || a->kind == BLZ_TERM_BLANK || b->kind == BLZ_TERM_BLANK) return false;
    return a->hash == b->hash && a->length == b->length && memcmp(a->form, b->form, a->length) == 0;
}

/* The letter behind the backslash; 0: as it is; 'u': \uXXXX. */
static char escape_of(unsigned char c)
{
    static const char low[] = "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu";
    if (c < 0x20) return low[c];
    return c == '"' || c == '\\' ? (char)c : c == 0x7f ? 'u' : '\0';
}

size_t blz_term_escaped_length(const char *text, size_t length)
{
    size_t extra = 0;
    for (size_t i = 0; i < length; i++) {
        char escape = escape_of((unsigned char)text[i]);
        extra += !escape ? 0 : escape == 'u' ? 5 : 1;
    }
    return length + extra;
}

char *blz_term_escape(char *out, const char *text, size_t length)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        char escape = escape_of(c);
        if (escape) *out++ = '\\';
        *out++ = escape ? escape : (char)c;
        if (escape != 'u') continue;
        *out++ = '0';
        *out++ = '0';
        *out++ = digits[c >> 4];
        *out++ = digits[c & 15];
    }
    return out;
}
