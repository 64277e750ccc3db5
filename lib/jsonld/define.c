#include <string.h>

#include "codec/json_const.h"
#include "jsonld/run.h"
#include "rdf/term.h"

/* Create Term Definition (JSON-LD API, 4.2.2). The numbers of its steps stand where they help to compare. */

typedef struct making {
    blz_ld_run *run;
    blz_ld_definer *definer;
    const char *name;
    const json_t *value;   /* an object; NULL where the term is only an IRI, or null */
    const char *simple_id; /* the IRI where the term is only that */
    bool simple;
    blz_ld_term *term;
} making;

static bool is_1_0(const making *m)
{
    return m->run->options->mode == BLZ_LD_1_0;
}

static const json_t *member(const making *m, const char *name)
{
    return m->value ? json_object_get(m->value, name) : NULL;
}

static blz_status bad(const making *m, const char *code, const char *words)
{
    return blz_ld_refuse(m->run, m->run->at, code, m->name, "the definition of \"%s\" %s", m->name, words);
}

static blz_status expand(const making *m, blz_ld_iri *out, const char *text)
{
    return blz_ld_expand_iri(m->run, m->definer->active, out, text, BLZ_LD_VOCABULARY, m->definer);
}

static bool is_reference(const blz_ld_iri *iri)
{
    return iri->text && !iri->keyword && (blz_ld_is_absolute(iri->text) || blz_ld_is_blank(iri->text));
}

static void take_iri(const making *m, const blz_ld_iri *iri)
{
    m->term->iri = iri->text;
    m->term->keyword = iri->keyword;
}

/* Step 11. */
static blz_status define_protected(const making *m)
{
    const json_t *value = member(m, "@protected");
    m->term->is_protected = m->definer->protect;
    m->term->lasting = m->run->lasting;
    if (!value) return BLZ_OK;
    if (is_1_0(m))
        return bad(m, "invalid term definition", "has @protected, which JSON-LD 1.0 does not know");
    if (!json_is_boolean(value))
        return bad(m, "invalid @protected value", "has a @protected that is not true or false");
    m->term->is_protected = json_is_true(value);
    return BLZ_OK;
}

/* Step 12. */
static blz_status define_type(const making *m)
{
    const json_t *value = member(m, "@type");
    blz_ld_iri iri;
    if (!value) return BLZ_OK;
    if (!json_is_string(value)) return bad(m, "invalid type mapping", "has a @type that is not a text");
    BLZ_TRY(expand(m, &iri, json_string_value(value)));
    switch (iri.keyword) {
    case BLZ_LD_JSON:
    case BLZ_LD_NONE:
        if (is_1_0(m)) return bad(m, "invalid type mapping", "has a @type that JSON-LD 1.0 does not know");
        m->term->type = iri.keyword;
        return BLZ_OK;
    case BLZ_LD_ID:
    case BLZ_LD_VOCAB:
        m->term->type = iri.keyword;
        return BLZ_OK;
    default:
        break;
    }
    if (iri.keyword || !iri.text || !blz_ld_is_absolute(iri.text))
        return bad(m, "invalid type mapping",
                   "has a @type that is neither an IRI nor one of @id, @vocab, @json and @none");
    m->term->type = BLZ_LD_TYPE;
    m->term->type_iri = iri.text;
    m->term->type_is_iri = blz_ld_is_iri(iri.text);
    return BLZ_OK;
}

/* Step 14.2.4: a term that looks like an IRI has to mean that IRI. */
static blz_status check_iri_like(const making *m)
{
    blz_ld_iri iri;
    const char *colon = strchr(m->name, ':');
    size_t length = strlen(m->name);
    bool inside = false;
    for (; colon && !inside; colon = strchr(colon + 1, ':'))
        inside = colon > m->name && colon < m->name + length - 1;
    if (!inside && !strchr(m->name, '/')) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set(m->definer->defined, m->name, json_true()) == 0);
    BLZ_TRY(expand(m, &iri, m->name));
    if (iri.text && strcmp(iri.text, m->term->iri) == 0) return BLZ_OK;
    return bad(m, "invalid IRI mapping", "looks like an IRI and means another one");
}

static bool ends_in_delimiter(const char *iri)
{
    size_t length = strlen(iri);
    return length > 0 && strchr(":/?#[]@", iri[length - 1]);
}

/* Step 14.2; `*ignored`: the term is kept for the future and is not defined. */
static blz_status define_id(const making *m, const char *id, bool *ignored)
{
    blz_ld_iri iri;
    *ignored = !blz_ld_keyword_of(id) && blz_ld_has_keyword_form(id);
    if (*ignored) return BLZ_OK;
    BLZ_TRY(expand(m, &iri, id));
    if (!iri.keyword && !is_reference(&iri))
        return bad(m, "invalid IRI mapping", "has an @id that is neither an IRI nor a keyword");
    if (iri.keyword == BLZ_LD_CONTEXT)
        return bad(m, "invalid keyword alias", "gives another name to @context");
    take_iri(m, &iri);
    BLZ_TRY(check_iri_like(m));
    bool plain = !strchr(m->name, ':') && !strchr(m->name, '/');
    m->term->prefix = plain && m->simple && (ends_in_delimiter(iri.text) || blz_ld_is_blank(iri.text));
    return BLZ_OK;
}

/* Step 15: the name is a compact IRI, or an IRI. */
static blz_status define_by_compact_name(const making *m, const char *colon)
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
static blz_status define_by_name(const making *m)
{
    blz_ld_iri iri;
    const char *colon = strchr(m->name + 1, ':');
    if (colon) return define_by_compact_name(m, colon);
    if (strchr(m->name, '/')) {
        BLZ_TRY(blz_ld_expand_iri(m->run, m->definer->active, &iri, m->name, BLZ_LD_VOCABULARY, NULL));
        if (!is_reference(&iri) || blz_ld_is_blank(iri.text))
            return bad(m, "invalid IRI mapping",
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
        return bad(m, "invalid IRI mapping", "has no @id, and there is no @vocab");
    m->term->iri = blz_arena_printf(m->run->arena, "%s%s", m->definer->active->vocab, m->name);
    BLZ_TRY_MEM(m->term->iri);
    return BLZ_OK;
}

static unsigned container_bit(const char *name)
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
static blz_status define_container(const making *m)
{
    static const char code[] = "invalid container mapping";
    const json_t *value = member(m, "@container");
    size_t count = json_is_array(value) ? json_array_size(value) : 1, distinct = 0;
    if (!value) return BLZ_OK;
    unsigned bits = 0;
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_is_array(value) ? json_array_get(value, i) : value;
        unsigned bit = container_bit(json_string_value(one));
        if (!bit) return bad(m, code, "has a @container that there is not");
        distinct += !(bits & bit);
        bits |= bit;
    }
    if (!is_container(bits, distinct)) return bad(m, code, "has containers that do not go together");
    if (is_1_0(m) && (!json_is_string(value) || (bits & (BLZ_LD_AS_GRAPH | BLZ_LD_AS_ID | BLZ_LD_AS_TYPE))))
        return bad(m, code, "has a @container that JSON-LD 1.0 does not know");
    m->term->container = bits;
    if (!(bits & BLZ_LD_AS_TYPE)) return BLZ_OK;
    if (!m->term->type) m->term->type = BLZ_LD_ID;
    if (m->term->type != BLZ_LD_ID && m->term->type != BLZ_LD_VOCAB)
        return bad(m, "invalid type mapping",
                   "has the container @type, and a @type that is neither @id nor @vocab");
    return BLZ_OK;
}

/* Step 13: a property that points the other way. */
static blz_status define_reverse(const making *m, bool *ignored)
{
    static const char code[] = "invalid reverse property";
    const json_t *value = member(m, "@reverse"), *container = member(m, "@container");
    blz_ld_iri iri;
    if (member(m, "@id") || member(m, "@nest")) return bad(m, code, "has @reverse beside @id or @nest");
    if (!json_is_string(value)) return bad(m, "invalid IRI mapping", "has a @reverse that is not a text");
    *ignored = blz_ld_has_keyword_form(json_string_value(value));
    if (*ignored) return BLZ_OK;
    BLZ_TRY(expand(m, &iri, json_string_value(value)));
    if (!is_reference(&iri)) return bad(m, "invalid IRI mapping", "has a @reverse that is not an IRI");
    take_iri(m, &iri);
    m->term->reverse = true;
    if (!container || json_is_null(container)) return BLZ_OK;
    m->term->container = container_bit(json_string_value(container));
    if (m->term->container == BLZ_LD_AS_SET || m->term->container == BLZ_LD_AS_INDEX) return BLZ_OK;
    return bad(m, code, "has @reverse and a @container other than @set and @index");
}

/* Step 20. */
static blz_status define_index(const making *m)
{
    static const char code[] = "invalid term definition";
    const json_t *value = member(m, "@index");
    blz_ld_iri iri;
    if (!value) return BLZ_OK;
    if (is_1_0(m) || !(m->term->container & BLZ_LD_AS_INDEX))
        return bad(m, code, "has @index and no @container that is @index");
    if (!json_is_string(value)) return bad(m, code, "has an @index that is not a text");
    BLZ_TRY(expand(m, &iri, json_string_value(value)));
    if (iri.keyword || !iri.text || !blz_ld_is_absolute(iri.text))
        return bad(m, code, "has an @index that is not an IRI");
    m->term->index = json_string_value(value);
    return BLZ_OK;
}

/* Whatever is wrong with it, the code is this one. */
static blz_status refuse_context(const making *m)
{
    blz_ld_fault *fault = m->run->fault;
    if (!fault) return BLZ_ERR_INVALID;
    BLZ_AUTO(blz_text) why = BLZ_STEAL(fault->message);
    blz_ld_fault_clear(fault);
    return blz_ld_refuse(m->run, m->run->at, "invalid scoped context", m->name,
                         "the definition of \"%s\" has a @context that is wrong: %s", m->name, why);
}

/* Step 21. What the library brings along is known to be sound and is looked at when it is needed. */
static blz_status define_context(const making *m)
{
    const json_t *value = member(m, "@context");
    const blz_ld_active *ignored = NULL;
    if (!value) return BLZ_OK;
    if (is_1_0(m))
        return bad(m, "invalid term definition", "has a @context, which JSON-LD 1.0 does not know");
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
static blz_status define_language(const making *m)
{
    const json_t *language = member(m, "@language"), *direction = member(m, "@direction");
    if (member(m, "@type")) return BLZ_OK;
    if (language && !json_is_null(language) && !json_is_string(language))
        return bad(m, "invalid language mapping", "has a @language that is neither a text nor null");
    if (language) m->term->language = (blz_ld_choice){true, json_string_value(language)};
    if (direction && !json_is_null(direction) && !is_direction(json_string_value(direction)))
        return bad(m, "invalid base direction", "has a @direction other than \"ltr\", \"rtl\" and null");
    if (direction) m->term->direction = (blz_ld_choice){true, json_string_value(direction)};
    return BLZ_OK;
}

/* Step 24. */
static blz_status define_nest(const making *m)
{
    const json_t *value = member(m, "@nest");
    const char *text = json_string_value(value);
    if (!value) return BLZ_OK;
    if (is_1_0(m)) return bad(m, "invalid term definition", "has @nest, which JSON-LD 1.0 does not know");
    blz_ld_keyword keyword = text ? blz_ld_keyword_of(text) : BLZ_LD_NO_KEYWORD;
    if (!text || (keyword && keyword != BLZ_LD_NEST))
        return bad(m, "invalid @nest value", "has a @nest that is neither a term nor \"@nest\"");
    m->term->nest = text;
    return BLZ_OK;
}

/* Step 25. */
static blz_status define_prefix(const making *m)
{
    static const char code[] = "invalid term definition";
    const json_t *value = member(m, "@prefix");
    if (!value) return BLZ_OK;
    if (is_1_0(m) || strchr(m->name, ':') || strchr(m->name, '/'))
        return bad(m, code, "has @prefix, and a name that no prefix can have");
    if (!json_is_boolean(value))
        return bad(m, "invalid @prefix value", "has a @prefix that is not true or false");
    m->term->prefix = json_is_true(value);
    if (m->term->prefix && m->term->keyword) return bad(m, code, "makes a prefix of a keyword");
    return BLZ_OK;
}

/* Step 26. */
static blz_status check_members(const making *m)
{
    static const blz_ld_keyword known[] = {BLZ_LD_ID,    BLZ_LD_REVERSE, BLZ_LD_CONTAINER, BLZ_LD_CONTEXT,
                                           BLZ_LD_INDEX, BLZ_LD_NEST,    BLZ_LD_DIRECTION, BLZ_LD_LANGUAGE,
                                           BLZ_LD_TYPE,  BLZ_LD_PREFIX,  BLZ_LD_PROTECTED};
    const char *name;
    json_t *value;
    json_object_foreach (blz_json_unconst(m->value), name, value) {
        blz_ld_keyword keyword = blz_ld_keyword_of(name);
        bool found = false;
        for (size_t i = 0; i < BLZ_COUNT_OF(known) && keyword; i++)
            found = found || known[i] == keyword;
        if (!found)
            return blz_ld_refuse(m->run, m->run->at, "invalid term definition", m->name,
                                 "the definition of \"%s\" has \"%s\", which no definition has", m->name,
                                 name);
    }
    return BLZ_OK;
}

/* Steps 13 to 18. */
static blz_status define_meaning(const making *m, bool *ignored)
{
    *ignored = false;
    if (member(m, "@reverse")) return define_reverse(m, ignored);
    const json_t *id = member(m, "@id");
    const char *text = m->simple ? m->simple_id : json_string_value(id);
    if (json_is_null(id) || (!m->value && !m->simple)) return BLZ_OK;
    if (id && !text) return bad(m, "invalid IRI mapping", "has an @id that is not a text");
    if (text && strcmp(text, m->name) != 0) return define_id(m, text, ignored);
    return define_by_name(m);
}

static blz_status define_rest(const making *m)
{
    BLZ_TRY(define_container(m));
    BLZ_TRY(define_index(m));
    BLZ_TRY(define_context(m));
    BLZ_TRY(define_language(m));
    BLZ_TRY(define_nest(m));
    return define_prefix(m);
}

/* Step 27. */
static blz_status check_protection(const making *m, const blz_ld_term *before)
{
    if (m->definer->override_protected || !before || !before->is_protected) return BLZ_OK;
    if (m->term && blz_ld_term_equal(m->term, before)) {
        m->term->is_protected = true;
        return BLZ_OK;
    }
    return blz_ld_refuse(m->run, m->run->at, "protected term redefinition", m->name,
                         "\"%s\" is protected by a context, and another one gives it another meaning",
                         m->name);
}

/* Step 4 and 5. */
static blz_status check_name(const making *m, const json_t *value, bool *ignored)
{
    static const char code[] = "keyword redefinition";
    *ignored = false;
    if (strcmp(m->name, "@type") == 0) {
        const json_t *container = json_object_get(value, "@container"),
                     *guard = json_object_get(value, "@protected");
        size_t known = (container ? 1U : 0U) + (guard ? 1U : 0U);
        const char *set = json_string_value(json_is_array(container) && json_array_size(container) == 1
                                                ? json_array_get(container, 0)
                                                : container);
        bool fits = json_is_object(value) && known && known == json_object_size(value) &&
                    (!container || (set && strcmp(set, "@set") == 0));
        return !is_1_0(m) && fits ? BLZ_OK : bad(m, code, "may only say that @type is a set, or protected");
    }
    if (blz_ld_keyword_of(m->name)) return bad(m, code, "changes a keyword");
    *ignored = blz_ld_has_keyword_form(m->name);
    return BLZ_OK;
}

static blz_status take_value(making *m, const json_t *value)
{
    m->simple_id = json_string_value(value);
    m->simple = m->simple_id;
    m->value = json_is_object(value) ? value : NULL;
    if (m->simple || m->value || json_is_null(value)) return BLZ_OK;
    return bad(m, "invalid term definition", "is neither a text nor an object");
}

/* Makes m->term; leaves it NULL where the term is kept for the future. */
static blz_status make(making *m, const json_t *value)
{
    bool ignored = false;
    BLZ_TRY(take_value(m, value));
    m->term = blz_arena_alloc(m->run->arena, sizeof *m->term);
    BLZ_TRY_MEM(m->term);
    BLZ_TRY(define_protected(m));
    BLZ_TRY(define_type(m));
    BLZ_TRY(define_meaning(m, &ignored));
    if (ignored) m->term = NULL;
    if (!m->term) return BLZ_OK;
    BLZ_TRY(m->term->reverse ? define_index(m) : define_rest(m));
    if (m->value) BLZ_TRY(check_members(m));
    if (!m->term->iri) return BLZ_OK;
    m->term->iri_hash = blz_term_hash(m->term->iri, strlen(m->term->iri));
    if (m->term->keyword || !blz_ld_is_iri(m->term->iri)) return BLZ_OK;
    blz_term *predicate = NULL;
    BLZ_TRY(blz_term_iri(&predicate, m->run->arena, m->term->iri, strlen(m->term->iri)));
    m->term->predicate = predicate;
    return BLZ_OK;
}

static blz_status define_name(making *m, const json_t *value)
{
    bool ignored = false;
    blz_ld_active *active = m->definer->active;
    size_t length = strlen(m->name);
    BLZ_TRY(check_name(m, value, &ignored));
    if (ignored) return BLZ_OK;
    const blz_ld_term *before = blz_ld_active_find(active, m->name, length);
    BLZ_TRY(blz_ld_active_set(active, m->run->arena, m->name, length, NULL));
    BLZ_TRY(make(m, value));
    BLZ_TRY(check_protection(m, before));
    return blz_ld_active_set(active, m->run->arena, m->name, length, m->term);
}

blz_status blz_ld_define(blz_ld_run *run, blz_ld_definer *definer, const char *name)
{
    const json_t *state = json_object_get(definer->defined, name);
    making m = {.run = run, .definer = definer, .name = name};
    if (json_is_true(state)) return BLZ_OK;
    if (state) return bad(&m, "cyclic IRI mapping", "leads back to itself");
    if (!*name) return bad(&m, "invalid term definition", "has no name");
    BLZ_TRY(blz_ld_charge(run, BLZ_LD_TERM_COST));
    if (++run->depth > BLZ_LD_DEFINE_DEPTH) return BLZ_ERR_LIMIT;
    BLZ_TRY_MEM(json_object_set(definer->defined, name, json_false()) == 0);
    /* The name lives in the context, which outlives the call; a prefix that somebody cut off does not. */
    void *entry = json_object_iter_at(blz_json_unconst(definer->local), name);
    m.name = json_object_iter_key(entry);
    BLZ_TRY(define_name(&m, json_object_iter_value(entry)));
    run->depth--;
    return json_object_set(definer->defined, name, json_true()) == 0 ? BLZ_OK : BLZ_ERR_NOMEM;
}
