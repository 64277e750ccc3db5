#include "image/picture.h"

#include <ctype.h>
#include <string.h>

/* A start tag: its name and what stands between the name and ">". */
typedef struct svg_tag {
    const char *name, *name_end, *end; /* `end` is at the ">" */
} svg_tag;

static const char *find(const char *at, const char *end, const char *text)
{
    size_t length = strlen(text);
    for (; (size_t)(end - at) >= length; at++)
        if (memcmp(at, text, length) == 0) return at;
    return NULL;
}

static bool starts(const char *at, const char *end, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(end - at) >= length && memcmp(at, text, length) == 0;
}

/* A document type declaration may have a subset in brackets. */
static bool has_subset(const char *at, const char *end)
{
    const char *bracket = memchr(at, '[', (size_t)(end - at));
    const char *close = memchr(at, '>', (size_t)(end - at));
    return bracket && close && bracket < close;
}

/* Behind a comment, a CDATA section, an instruction or a declaration at `at`. */
static const char *skip_markup(const char *at, const char *end)
{
    const char *close = ">";
    if (starts(at, end, "<!--"))
        close = "-->";
    else if (starts(at, end, "<![CDATA["))
        close = "]]>";
    else if (starts(at, end, "<!DOCTYPE") && has_subset(at, end))
        close = "]>";
    const char *found = find(at, end, close);
    return found ? found + strlen(close) : end;
}

/* The next start tag at or behind `*at`; end tags are passed over. */
static bool next_tag(svg_tag *out, const char **at, const char *end)
{
    const char *open = memchr(*at, '<', (size_t)(end - *at));
    while (open && open + 1 < end && !isalpha((unsigned char)open[1])) {
        const char *behind = open[1] == '!' || open[1] == '?' ? skip_markup(open, end) : open + 1;
        open = memchr(behind, '<', (size_t)(end - behind));
    }
    if (!open || open + 1 >= end) return false;
    out->name = out->name_end = open + 1;
    while (out->name_end < end && !isspace((unsigned char)*out->name_end) && !strchr("/>", *out->name_end))
        out->name_end++;
    out->end = memchr(out->name_end, '>', (size_t)(end - out->name_end));
    if (!out->end) return false;
    const char *prefix = memchr(out->name, ':', (size_t)(out->name_end - out->name));
    if (prefix) out->name = prefix + 1;
    *at = out->end + 1;
    return true;
}

static bool is_named(const svg_tag *tag, const char *name)
{
    size_t length = (size_t)(tag->name_end - tag->name);
    return length == strlen(name) && memcmp(tag->name, name, length) == 0;
}

blz_image_kind blz_picture_kind(const char *bytes, size_t length)
{
    static const char png[] = "\x89PNG\r\n\x1A\n";
    if (length >= sizeof png - 1 && memcmp(bytes, png, sizeof png - 1) == 0) return BLZ_IMAGE_PNG;
    const char *at = bytes, *end = bytes + length;
    if (length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) at += 3;
    while (at < end && isspace((unsigned char)*at))
        at++;
    svg_tag root;
    if (at == end || *at != '<' || !next_tag(&root, &at, end)) return BLZ_IMAGE_OTHER;
    return is_named(&root, "svg") ? BLZ_IMAGE_SVG : BLZ_IMAGE_OTHER;
}

static bool has_text(const char *at, const char *end)
{
    for (; at < end && *at != '<'; at++)
        if (!isspace((unsigned char)*at)) return true;
    return false;
}

bool blz_svg_has_title(const char *bytes, size_t length)
{
    const char *at = bytes, *end = bytes + length;
    svg_tag tag;
    if (!next_tag(&tag, &at, end)) return false;
    if (find(tag.name_end, tag.end, "aria-label")) return true;
    while (next_tag(&tag, &at, end))
        if (is_named(&tag, "title") && has_text(at, end)) return true;
    return false;
}
