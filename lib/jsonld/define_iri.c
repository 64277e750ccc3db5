#include "jsonld/define.h"

#include <string.h>

/* Which IRI a term means (4.2.2, steps 13 to 18). */

static bool is_reference(const blz_ld_iri *iri)
{
    return iri->text && !iri->keyword && (blz_ld_is_absolute(iri->text) || blz_ld_is_blank(iri->text));
}

static void take_iri(const blz_ld_making *m, const blz_ld_iri *iri)
{
    m->term->iri = iri->text;
    m->term->keyword = iri->keyword;
}

/* Step 14.2.4: a term that looks like an IRI has to mean that IRI. */
static blz_status check_iri_like(const blz_ld_making *m)
{
    blz_ld_iri iri;
    const char *colon = strchr(m->name, ':');
    size_t length = strlen(m->name);
    bool inside = false;
    for (; colon && !inside; colon = strchr(colon + 1, ':'))
        inside = colon > m->name && colon < m->name + length - 1;
    if (!inside && !strchr(m->name, '/')) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set(m->definer->defined, m->name, json_true()) == 0);
    BLZ_TRY(blz_ld_making_expand(m, &iri, m->name));
    if (iri.text && strcmp(iri.text, m->term->iri) == 0) return BLZ_OK;
    return blz_ld_making_bad(m, "invalid IRI mapping", "looks like an IRI and means another one");
}

static bool ends_in_delimiter(const char *iri)
{
    size_t length = strlen(iri);
    return length > 0 && strchr(":/?#[]@", iri[length - 1]);
}

/* Step 14.2; `*ignored`: the term is kept for the future and is not defined. */
static blz_status define_id(const blz_ld_making *m, const char *id, bool *ignored)
{
    blz_ld_iri iri;
    *ignored = !blz_ld_keyword_of(id) && blz_ld_has_keyword_form(id);
    if (*ignored) return BLZ_OK;
    BLZ_TRY(blz_ld_making_expand(m, &iri, id));
    if (!iri.keyword && !is_reference(&iri))
        return blz_ld_making_bad(m, "invalid IRI mapping", "has an @id that is neither an IRI nor a keyword");
    if (iri.keyword == BLZ_LD_CONTEXT)
        return blz_ld_making_bad(m, "invalid keyword alias", "gives another name to @context");
    take_iri(m, &iri);
    BLZ_TRY(check_iri_like(m));
    bool plain = !strchr(m->name, ':') && !strchr(m->name, '/');
    m->term->prefix = plain && m->simple && (ends_in_delimiter(iri.text) || blz_ld_is_blank(iri.text));
    return BLZ_OK;
}

/* Step 15: the name is a compact IRI, or an IRI. */
static blz_status define_by_compact_name(const blz_ld_making *m, const char *colon)
{
    BLZ_AUTO(blz_text) prefix = blz_strndup(m->name, (size_t)(colon - m->name));
    BLZ_TRY_MEM(prefix);
    if (json_object_get(m->definer->local, prefix)) BLZ_TRY(blz_ld_define(m->run, m->definer, prefix));
    const blz_ld_term *term = blz_ld_active_find(m->definer->active, prefix, strlen(prefix));
    m->term->iri = m->name;
    if (!term || !term->iri) return BLZ_OK;
    size_t length = strlen(term->iri), more = strlen(colon + 1);
    char *text = blz_arena_alloc(m->run->arena, length + more + 1);
    BLZ_TRY_MEM(text);
    memcpy(text, term->iri, length);
    memcpy(text + length, colon + 1, more);
    m->term->iri = text;
    return BLZ_OK;
}

/* Steps 15 to 18: the name itself says which IRI it is. */
static blz_status define_by_name(const blz_ld_making *m)
{
    blz_ld_iri iri;
    const char *colon = strchr(m->name + 1, ':');
    if (colon) return define_by_compact_name(m, colon);
    if (strchr(m->name, '/')) {
        BLZ_TRY(blz_ld_expand_iri(m->run, m->definer->active, &iri, m->name, BLZ_LD_VOCABULARY, NULL));
        if (!is_reference(&iri) || blz_ld_is_blank(iri.text))
            return blz_ld_making_bad(m, "invalid IRI mapping",
                                     "is a relative reference and there is nothing that it is relative to");
        take_iri(m, &iri);
        return BLZ_OK;
    }
    if (strcmp(m->name, "@type") == 0) {
        m->term->iri = blz_ld_keyword_text(BLZ_LD_TYPE);
        m->term->keyword = BLZ_LD_TYPE;
        return BLZ_OK;
    }
    if (!m->definer->active->vocab)
        return blz_ld_making_bad(m, "invalid IRI mapping", "has no @id, and there is no @vocab");
    m->term->iri = blz_arena_printf(m->run->arena, "%s%s", m->definer->active->vocab, m->name);
    BLZ_TRY_MEM(m->term->iri);
    return BLZ_OK;
}

/* Step 13: a property that points the other way. */
static blz_status define_reverse(const blz_ld_making *m, bool *ignored)
{
    static const char code[] = "invalid reverse property";
    const json_t *value = blz_ld_making_member(m, "@reverse"),
                 *container = blz_ld_making_member(m, "@container");
    blz_ld_iri iri;
    if (blz_ld_making_member(m, "@id") || blz_ld_making_member(m, "@nest"))
        return blz_ld_making_bad(m, code, "has @reverse beside @id or @nest");
    if (!json_is_string(value))
        return blz_ld_making_bad(m, "invalid IRI mapping", "has a @reverse that is not a text");
    *ignored = blz_ld_has_keyword_form(json_string_value(value));
    if (*ignored) return BLZ_OK;
    BLZ_TRY(blz_ld_making_expand(m, &iri, json_string_value(value)));
    if (!is_reference(&iri))
        return blz_ld_making_bad(m, "invalid IRI mapping", "has a @reverse that is not an IRI");
    take_iri(m, &iri);
    m->term->reverse = true;
    if (!container || json_is_null(container)) return BLZ_OK;
    m->term->container = blz_ld_container_bit(json_string_value(container));
    if (m->term->container == BLZ_LD_AS_SET || m->term->container == BLZ_LD_AS_INDEX) return BLZ_OK;
    return blz_ld_making_bad(m, code, "has @reverse and a @container other than @set and @index");
}

/* Steps 13 to 18. */
blz_status blz_ld_define_iri(const blz_ld_making *m, bool *ignored)
{
    *ignored = false;
    if (blz_ld_making_member(m, "@reverse")) return define_reverse(m, ignored);
    const json_t *id = blz_ld_making_member(m, "@id");
    const char *text = m->simple ? m->simple_id : json_string_value(id);
    if (json_is_null(id) || (!m->value && !m->simple)) return BLZ_OK;
    if (id && !text) return blz_ld_making_bad(m, "invalid IRI mapping", "has an @id that is not a text");
    if (text && strcmp(text, m->name) != 0) return define_id(m, text, ignored);
    return define_by_name(m);
}
