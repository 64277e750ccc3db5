#include "net/copy.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "crypto/digest.h"

static const char first_line[] = "blazon-copy/1\n";

blz_status blz_copy_write(blz_buf *out, const char *url, const blz_document *document, int64_t fresh_until)
{
    char digest[BLZ_DIGEST_HEX_MAX];
    BLZ_SCOPED(blz_buf) rest = BLZ_BUF(out->max);
    blz_buf_printf(&rest,
                   "url: %s\nfetched: %" PRId64 "\nfresh-until: %" PRId64 "\ntype: %s\nended-at: %s\n\n", url,
                   document->fetched, fresh_until, document->type ? document->type : "",
                   document->url ? document->url : "");
    BLZ_TRY(blz_buf_append(&rest, document->bytes, document->length));
    BLZ_TRY(blz_digest_hex(digest, BLZ_HASH_SHA256, rest.data, rest.length));
    BLZ_TRY(blz_buf_printf(out, "%ssha256: %s\n", first_line, digest));
    return blz_buf_append(out, rest.data, rest.length);
}

/* What was not read yet. */
typedef struct cursor {
    const char *at, *end;
} cursor;

/* The value of the line "NAME: VALUE", which must come next. */
static bool take_line(cursor *c, const char *name, blz_slice *value)
{
    size_t length = strlen(name), left = (size_t)(c->end - c->at);
    if (left < length + 2 || memcmp(c->at, name, length) != 0 || memcmp(c->at + length, ": ", 2) != 0)
        return false;
    const char *start = c->at + length + 2;
    const char *feed = memchr(start, '\n', (size_t)(c->end - start));
    if (!feed) return false;
    *value = (blz_slice){start, (size_t)(feed - start)};
    c->at = feed + 1;
    return true;
}

static bool take_time(cursor *c, const char *name, int64_t *out)
{
    blz_slice value;
    if (!take_line(c, name, &value) || !value.length || value.length > 17) return false;
    *out = 0;
    for (size_t i = 0; i < value.length; i++) {
        if (value.at[i] < '0' || value.at[i] > '9') return false;
        *out = *out * 10 + (value.at[i] - '0');
    }
    return true;
}

static blz_status take_text(char **out, blz_slice value)
{
    if (!value.length) return BLZ_OK;
    *out = blz_strndup(value.at, value.length);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}

static blz_status take_rest(blz_document *out, blz_slice type, blz_slice ended_at, const cursor *c)
{
    BLZ_TRY(take_text(&out->type, type));
    BLZ_TRY(take_text(&out->url, ended_at));
    out->length = (size_t)(c->end - c->at);
    out->bytes = blz_malloc(out->length + 1);
    BLZ_TRY_MEM(out->bytes);
    memcpy(out->bytes, c->at, out->length);
    out->bytes[out->length] = '\0';
    return BLZ_OK;
}

/* Whether it begins as a copy does, and the digest is that of the rest. */
static blz_status take_start(cursor *c, bool *good)
{
    char digest[BLZ_DIGEST_HEX_MAX];
    blz_slice said;
    *good = false;
    if ((size_t)(c->end - c->at) < sizeof first_line || memcmp(c->at, first_line, sizeof first_line - 1) != 0)
        return BLZ_OK;
    c->at += sizeof first_line - 1;
    if (!take_line(c, "sha256", &said)) return BLZ_OK;
    BLZ_TRY(blz_digest_hex(digest, BLZ_HASH_SHA256, c->at, (size_t)(c->end - c->at)));
    *good = blz_slice_is(said, digest);
    return BLZ_OK;
}

blz_status blz_copy_read(blz_document *out, int64_t *fresh_until, const char *url, const char *bytes,
                         size_t length)
{
    cursor c = {bytes, bytes + length};
    blz_slice its_url, type, ended_at;
    bool good = false;
    int64_t until = 0, fetched = 0;
    BLZ_TRY(take_start(&c, &good));
    if (!good || !take_line(&c, "url", &its_url) || !take_time(&c, "fetched", &fetched) ||
        !take_time(&c, "fresh-until", &until) || !take_line(&c, "type", &type) ||
        !take_line(&c, "ended-at", &ended_at) || c.at == c.end || *c.at++ != '\n' ||
        !blz_slice_is(its_url, url))
        return BLZ_ERR_NOT_FOUND;
    out->fetched = fetched;
    *fresh_until = until;
    blz_status status = take_rest(out, type, ended_at, &c);
    if (status != BLZ_OK) blz_document_clear(out);
    return status;
}
