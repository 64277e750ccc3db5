#include <stdint.h>
#include <string.h>

#include "base/uri.h"
#include "jsonld/run.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool blz_ld_is_absolute(const char *text)
{
    if (!is_letter(*text)) return false;
    while (is_letter(*text) || is_digit(*text) || *text == '+' || *text == '-' || *text == '.')
        text++;
    return *text == ':';
}

/* Up to the space, DEL, and " < > \\ ^ ` { | }: one bit each. */
static bool is_forbidden(unsigned char c)
{
    static const uint64_t low = UINT64_C(0x50000005ffffffff), high = UINT64_C(0xb800000150000000);
    if (c >= 0x80) return false;
    return (c < 64 ? low >> c : high >> (c - 64)) & 1;
}

bool blz_ld_is_iri(const char *text)
{
    size_t fragments = 0;
    if (!blz_ld_is_absolute(text)) return false;
    for (; *text; text++) {
        if (is_forbidden((unsigned char)*text)) return false;
        fragments += *text == '#';
    }
    return fragments <= 1;
}

bool blz_ld_is_blank(const char *text)
{
    return text[0] == '_' && text[1] == ':';
}

/* BCP 47 as far as its letters go: parts of 1 to 8 letters or digits, the first of letters. */
bool blz_ld_is_language(const char *text)
{
    for (bool first = true;; first = false) {
        size_t length = 0;
        for (; is_letter(*text) || (!first && is_digit(*text)); text++)
            length++;
        if (length == 0 || length > 8) return false;
        if (!*text) return true;
        if (*text++ != '-') return false;
    }
}

static blz_status join(blz_ld_run *run, blz_ld_iri *out, const char *first, const char *second)
{
    size_t length = strlen(first), more = strlen(second);
    char *text = blz_arena_alloc(run->arena, length + more + 1);
    BLZ_TRY_MEM(text);
    memcpy(text, first, length);
    memcpy(text + length, second, more);
    out->text = text;
    return BLZ_OK;
}

static blz_status resolve(blz_ld_run *run, blz_ld_iri *out, const char *base, const char *value)
{
    BLZ_AUTO(blz_text) text = NULL;
    blz_status status = blz_uri_resolve(&text, base, value);
    if (status == BLZ_ERR_NOMEM) return status;
    out->text = status == BLZ_OK ? blz_arena_strdup(run->arena, text) : value;
    BLZ_TRY_MEM(out->text);
    return BLZ_OK;
}

/* A term that the context in hand defines further down has to be defined first (step 3 and 6.3). */
static blz_status define_first(blz_ld_run *run, blz_ld_definer *definer, const char *name)
{
    if (!definer || !json_object_get(definer->local, name)) return BLZ_OK;
    if (json_is_true(json_object_get(definer->defined, name))) return BLZ_OK;
    return blz_ld_define(run, definer, name);
}

static blz_status expand_compact(blz_ld_run *run, const blz_ld_active *active, blz_ld_iri *out,
                                 const char *value, const char *colon, blz_ld_definer *definer)
{
    size_t length = (size_t)(colon - value);
    const char *suffix = colon + 1;
    if ((length == 1 && value[0] == '_') || strncmp(suffix, "//", 2) == 0) {
        out->text = value;
        return BLZ_OK;
    }
    if (definer) {
        BLZ_AUTO(blz_text) prefix = blz_strndup(value, length);
        BLZ_TRY_MEM(prefix);
        BLZ_TRY(define_first(run, definer, prefix));
    }
    const blz_ld_term *term = blz_ld_active_find(active, value, length);
    if (term && term->iri && term->prefix) return join(run, out, term->iri, suffix);
    if (blz_ld_is_absolute(value)) out->text = value;
    return BLZ_OK;
}

static void take_term(blz_ld_iri *out, const blz_ld_term *term)
{
    out->text = term->iri;
    out->keyword = term->keyword;
    out->term = term;
}

blz_status blz_ld_expand_iri(blz_ld_run *run, const blz_ld_active *active, blz_ld_iri *out, const char *value,
                             unsigned relative_to, blz_ld_definer *definer)
{
    *out = (blz_ld_iri){.keyword = blz_ld_keyword_of(value), .in = active};
    if (out->keyword) {
        out->text = value;
        return BLZ_OK;
    }
    if (blz_ld_has_keyword_form(value)) return BLZ_OK;
    BLZ_TRY(define_first(run, definer, value));
    const blz_ld_term *term = blz_ld_active_find(active, value, strlen(value));
    if (term && (term->keyword || (relative_to & BLZ_LD_VOCABULARY))) {
        take_term(out, term);
        return BLZ_OK;
    }
    const char *colon = value[0] ? strchr(value + 1, ':') : NULL;
    if (colon) BLZ_TRY(expand_compact(run, active, out, value, colon, definer));
    if (out->text) return BLZ_OK;
    if ((relative_to & BLZ_LD_VOCABULARY) && active->vocab) return join(run, out, active->vocab, value);
    if ((relative_to & BLZ_LD_DOCUMENT) && active->base) return resolve(run, out, active->base, value);
    out->text = value;
    return BLZ_OK;
}
