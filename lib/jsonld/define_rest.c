#include "jsonld/define.h"

#include <string.h>

/* What else a definition says (4.2.2, steps 19 to 25). */

unsigned blz_ld_container_bit(const char *name)
{
    switch (name ? blz_ld_keyword_of(name) : BLZ_LD_NO_KEYWORD) {
    case BLZ_LD_GRAPH:
        return BLZ_LD_AS_GRAPH;
    case BLZ_LD_ID:
        return BLZ_LD_AS_ID;
    case BLZ_LD_INDEX:
        return BLZ_LD_AS_INDEX;
    case BLZ_LD_LANGUAGE:
        return BLZ_LD_AS_LANGUAGE;
    case BLZ_LD_LIST:
        return BLZ_LD_AS_LIST;
    case BLZ_LD_SET:
        return BLZ_LD_AS_SET;
    case BLZ_LD_TYPE:
        return BLZ_LD_AS_TYPE;
    default:
        return 0;
    }
}

/* Which sets of containers there are (step 19.1). */
static bool is_container(unsigned bits, size_t count)
{
    unsigned rest = bits & ~(unsigned)BLZ_LD_AS_SET;
    if (count <= 1) return bits != 0;
    if (bits & BLZ_LD_AS_LIST) return false;
    if ((rest & (rest - 1)) == 0) return true;
    return rest == (BLZ_LD_AS_GRAPH | BLZ_LD_AS_ID) || rest == (BLZ_LD_AS_GRAPH | BLZ_LD_AS_INDEX);
}

/* Step 19. */
static blz_status define_container(const blz_ld_making *m)
{
    static const char code[] = "invalid container mapping";
    const json_t *value = blz_ld_making_member(m, "@container");
    size_t count = json_is_array(value) ? json_array_size(value) : 1, distinct = 0;
    if (!value) return BLZ_OK;
    unsigned bits = 0;
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_is_array(value) ? json_array_get(value, i) : value;
        unsigned bit = blz_ld_container_bit(json_string_value(one));
        if (!bit) return blz_ld_making_bad(m, code, "has a @container that there is not");
        distinct += !(bits & bit);
        bits |= bit;
    }
    if (!is_container(bits, distinct))
        return blz_ld_making_bad(m, code, "has containers that do not go together");
    if (blz_ld_making_is_1_0(m) &&
        (!json_is_string(value) || (bits & (BLZ_LD_AS_GRAPH | BLZ_LD_AS_ID | BLZ_LD_AS_TYPE))))
        return blz_ld_making_bad(m, code, "has a @container that JSON-LD 1.0 does not know");
    m->term->container = bits;
    if (!(bits & BLZ_LD_AS_TYPE)) return BLZ_OK;
    if (!m->term->type) m->term->type = BLZ_LD_ID;
    if (m->term->type != BLZ_LD_ID && m->term->type != BLZ_LD_VOCAB)
        return blz_ld_making_bad(m, "invalid type mapping",
                                 "has the container @type, and a @type that is neither @id nor @vocab");
    return BLZ_OK;
}

/* Step 20. */
static blz_status define_index(const blz_ld_making *m)
{
    static const char code[] = "invalid term definition";
    const json_t *value = blz_ld_making_member(m, "@index");
    blz_ld_iri iri;
    if (!value) return BLZ_OK;
    if (blz_ld_making_is_1_0(m) || !(m->term->container & BLZ_LD_AS_INDEX))
        return blz_ld_making_bad(m, code, "has @index and no @container that is @index");
    if (!json_is_string(value)) return blz_ld_making_bad(m, code, "has an @index that is not a text");
    BLZ_TRY(blz_ld_making_expand(m, &iri, json_string_value(value)));
    if (iri.keyword || !iri.text || !blz_ld_is_absolute(iri.text))
        return blz_ld_making_bad(m, code, "has an @index that is not an IRI");
    m->term->index = json_string_value(value);
    return BLZ_OK;
}

/* Whatever is wrong with it, the code is this one. */
static blz_status refuse_context(const blz_ld_making *m)
{
    blz_ld_fault *fault = m->run->fault;
    if (!fault) return BLZ_ERR_INVALID;
    BLZ_AUTO(blz_text) why = BLZ_STEAL(fault->message);
    blz_ld_fault_clear(fault);
    return blz_ld_refuse(m->run, m->run->at, "invalid scoped context", m->name,
                         "the definition of \"%s\" has a @context that is wrong: %s", m->name, why);
}

/* Step 21. What the library brings along is known to be sound and is looked at when it is needed. */
static blz_status define_context(const blz_ld_making *m)
{
    const json_t *value = blz_ld_making_member(m, "@context");
    const blz_ld_active *ignored = NULL;
    if (!value) return BLZ_OK;
    if (blz_ld_making_is_1_0(m))
        return blz_ld_making_bad(m, "invalid term definition",
                                 "has a @context, which JSON-LD 1.0 does not know");
    m->term->context = value;
    m->term->base_url = m->definer->base_url;
    if (m->run->lasting) return BLZ_OK;
    blz_status status =
        blz_ld_process(m->run, m->definer->active, &ignored, (blz_ld_local){value, m->definer->base_url},
                       m->definer->visits, BLZ_LD_OVERRIDE | BLZ_LD_NO_VALIDATION);
    return status == BLZ_ERR_INVALID ? refuse_context(m) : status;
}

static bool is_direction(const char *text)
{
    return text && (strcmp(text, "ltr") == 0 || strcmp(text, "rtl") == 0);
}

/* Steps 22 and 23. */
static blz_status define_language(const blz_ld_making *m)
{
    const json_t *language = blz_ld_making_member(m, "@language"),
                 *direction = blz_ld_making_member(m, "@direction");
    if (blz_ld_making_member(m, "@type")) return BLZ_OK;
    if (language && !json_is_null(language) && !json_is_string(language))
        return blz_ld_making_bad(m, "invalid language mapping",
                                 "has a @language that is neither a text nor null");
    if (language) m->term->language = (blz_ld_choice){true, json_string_value(language)};
    if (direction && !json_is_null(direction) && !is_direction(json_string_value(direction)))
        return blz_ld_making_bad(m, "invalid base direction",
                                 "has a @direction other than \"ltr\", \"rtl\" and null");
    if (direction) m->term->direction = (blz_ld_choice){true, json_string_value(direction)};
    return BLZ_OK;
}

/* Step 24. */
static blz_status define_nest(const blz_ld_making *m)
{
    const json_t *value = blz_ld_making_member(m, "@nest");
    const char *text = json_string_value(value);
    if (!value) return BLZ_OK;
    if (blz_ld_making_is_1_0(m))
        return blz_ld_making_bad(m, "invalid term definition", "has @nest, which JSON-LD 1.0 does not know");
    blz_ld_keyword keyword = text ? blz_ld_keyword_of(text) : BLZ_LD_NO_KEYWORD;
    if (!text || (keyword && keyword != BLZ_LD_NEST))
        return blz_ld_making_bad(m, "invalid @nest value",
                                 "has a @nest that is neither a term nor \"@nest\"");
    m->term->nest = text;
    return BLZ_OK;
}

/* Step 25. */
static blz_status define_prefix(const blz_ld_making *m)
{
    static const char code[] = "invalid term definition";
    const json_t *value = blz_ld_making_member(m, "@prefix");
    if (!value) return BLZ_OK;
    if (blz_ld_making_is_1_0(m) || strchr(m->name, ':') || strchr(m->name, '/'))
        return blz_ld_making_bad(m, code, "has @prefix, and a name that no prefix can have");
    if (!json_is_boolean(value))
        return blz_ld_making_bad(m, "invalid @prefix value", "has a @prefix that is not true or false");
    m->term->prefix = json_is_true(value);
    if (m->term->prefix && m->term->keyword) return blz_ld_making_bad(m, code, "makes a prefix of a keyword");
    return BLZ_OK;
}

/* A property that points the other way has its container already, and an @index at most. */
blz_status blz_ld_define_rest(const blz_ld_making *m)
{
    if (m->term->reverse) return define_index(m);
    BLZ_TRY(define_container(m));
    BLZ_TRY(define_index(m));
    BLZ_TRY(define_context(m));
    BLZ_TRY(define_language(m));
    BLZ_TRY(define_nest(m));
    return define_prefix(m);
}
