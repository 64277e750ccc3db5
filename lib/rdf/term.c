#include "rdf/term.h"

#include <pthread.h>
#include <string.h>
#include <sys/random.h>

static uint64_t secrets[2];
static pthread_once_t drawn = PTHREAD_ONCE_INIT;

/* Where the system has no random numbers yet, it is where the library was loaded that nobody outside knows.
 */
static void draw(void)
{
    if (getrandom(secrets, sizeof secrets, GRND_NONBLOCK) == (ssize_t)sizeof secrets) return;
    secrets[0] = (uint64_t)(uintptr_t)&secrets * UINT64_C(0x9e3779b97f4a7c15);
    secrets[1] = (uint64_t)(uintptr_t)&secrets ^ UINT64_C(0xe7037ed1a0b428db);
}

static uint64_t mix(uint64_t a, uint64_t b)
{
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)(a ^ secrets[0]) * (b ^ secrets[1]);
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t blz_term_hash(const char *text, size_t length)
{
    pthread_once(&drawn, draw);
    uint64_t hash = length, word = 0;
    for (; length >= sizeof word; text += sizeof word, length -= sizeof word) {
        memcpy(&word, text, sizeof word);
        hash = mix(hash, word);
    }
    word = 0;
    memcpy(&word, text, length);
    return mix(hash, word);
}

/* The letter behind the backslash; 0: as it is; 'u': \uXXXX. */
static char escape_of(unsigned char c)
{
    static const char low[] = "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu";
    if (c < 0x20) return low[c];
    return c == '"' || c == '\\' ? (char)c : c == 0x7f ? 'u' : '\0';
}

/* A word with the highest bit of each byte set that is 0 in `word`, and perhaps some others, but none if no
 * byte is 0. */
static uint64_t zeros(uint64_t word)
{
    return (word - UINT64_C(0x0101010101010101)) & ~word & UINT64_C(0x8080808080808080);
}

/* How many bytes at the start stand for themselves; eight are looked at in one go. */
static size_t plain_prefix(const char *text, size_t length)
{
    size_t i = 0;
    for (uint64_t word; i + sizeof word <= length; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        uint64_t low = (word - UINT64_C(0x2020202020202020)) & ~word & UINT64_C(0x8080808080808080);
        if (low | zeros(word ^ UINT64_C(0x2222222222222222)) | zeros(word ^ UINT64_C(0x5c5c5c5c5c5c5c5c)) |
            zeros(word ^ UINT64_C(0x7f7f7f7f7f7f7f7f)))
            break;
    }
    while (i < length && !escape_of((unsigned char)text[i]))
        i++;
    return i;
}

size_t blz_term_escaped_length(const char *text, size_t length)
{
    size_t extra = 0;
    for (size_t i = plain_prefix(text, length); i < length;) {
        extra += escape_of((unsigned char)text[i++]) == 'u' ? 5 : 1;
        i += plain_prefix(text + i, length - i);
    }
    return length + extra;
}

char *blz_term_escape(char *out, const char *text, size_t length)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0;;) {
        size_t plain = plain_prefix(text + i, length - i);
        memcpy(out, text + i, plain);
        out += plain;
        i += plain;
        if (i == length) return out;
        unsigned char c = (unsigned char)text[i++];
        *out++ = '\\';
        *out++ = escape_of(c);
        if (escape_of(c) != 'u') continue;
        *out++ = '0';
        *out++ = '0';
        *out++ = digits[c >> 4];
        *out++ = digits[c & 15];
    }
}
