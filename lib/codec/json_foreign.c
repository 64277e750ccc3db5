#include <string.h>

#include "codec/json_scan.h"

/* Files that people take for JSON, by how they begin. */
static const struct foreign {
    const char *start, *message, *hint;
} foreigners[] = {
    {"\x89PNG", "this is a PNG image, not JSON", "take the badge out of the image first"},
    {"\xFF\xD8\xFF", "this is a JPEG image, not JSON", "ask for the badge itself, a .json file"},
    {"GIF8", "this is a GIF image, not JSON", "ask for the badge itself, a .json file"},
    {"%PDF", "this is a PDF document, not JSON", "ask for the badge itself, a .json file"},
    {"PK\x03\x04", "this is a ZIP archive, not JSON", "unpack it first"},
    {"\x1F\x8B", "this is a gzip file, not JSON", "unpack it first"},
    {"-----BEGIN", "this is a PEM file, a key or a certificate, not JSON",
     "were two files mixed up? a key stays with you"},
    {"eyJ", "this looks like a signed token (JWT), not like JSON",
     "blazon inspect shows the JSON that is in it"},
    {"_:", "this looks like N-Quads, not like JSON", "blazon canon --nquads reads it"},
};

/* A line of N-Quads, unlike one of HTML, has two addresses one behind the other. */
static bool is_statement(const char *text, size_t length)
{
    const char *close = length && *text == '<' ? memchr(text, '>', length) : NULL;
    size_t inside = close ? (size_t)(close - text) : 0;
    return close && length - inside > 2 && memcmp(close, "> <", 3) == 0 && memchr(text, ':', inside) &&
           !memchr(text, ' ', inside);
}

blz_status blz_json_refuse_foreign(blz_json_scanner *s)
{
    if (s->length && strchr("{[\"", s->text[0]) && s->text[0]) return BLZ_OK;
    for (size_t i = 0; i < BLZ_COUNT_OF(foreigners); i++) {
        size_t n = strlen(foreigners[i].start);
        if (n <= s->length && memcmp(s->text, foreigners[i].start, n) == 0)
            return blz_json_refuse(s, 0, n, foreigners[i].message, foreigners[i].hint);
    }
    if (is_statement(s->text, s->length))
        return blz_json_refuse(s, 0, 1, "this looks like N-Quads, not like JSON",
                               "blazon canon --nquads reads it");
    return BLZ_OK;
}
