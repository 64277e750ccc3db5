#include "jsonld/define.h"

#include <string.h>

#include "codec/json_const.h"
#include "codec/json_count.h"
#include "rdf/term.h"

/* Create Term Definition (4.2.2), steps 1 to 12, 26 and 27. */

blz_status blz_ld_making_bad(const blz_ld_making *m, const char *code, const char *words)
{
    return blz_ld_refuse(m->run, m->run->at, code, m->name, "the definition of \"%s\" %s", m->name, words);
}

blz_status blz_ld_making_expand(const blz_ld_making *m, blz_ld_iri *out, const char *text)
{
    return blz_ld_expand_iri(m->run, m->definer->active, out, text, BLZ_LD_VOCABULARY, m->definer);
}

/* Step 11. */
static blz_status define_protected(const blz_ld_making *m)
{
    const json_t *value = blz_ld_making_member(m, "@protected");
    m->term->is_protected = m->definer->protect;
    m->term->lasting = m->run->lasting;
    m->term->published = m->definer->published;
    if (!value) return BLZ_OK;
    if (blz_ld_making_is_1_0(m))
        return blz_ld_making_bad(m, "invalid term definition",
                                 "has @protected, which JSON-LD 1.0 does not know");
    if (!json_is_boolean(value))
        return blz_ld_making_bad(m, "invalid @protected value", "has a @protected that is not true or false");
    m->term->is_protected = json_is_true(value);
    return BLZ_OK;
}

/* Step 12. */
static blz_status define_type(const blz_ld_making *m)
{
    const json_t *value = blz_ld_making_member(m, "@type");
    blz_ld_iri iri;
    if (!value) return BLZ_OK;
    if (!json_is_string(value))
        return blz_ld_making_bad(m, "invalid type mapping", "has a @type that is not a text");
    BLZ_TRY(blz_ld_making_expand(m, &iri, json_string_value(value)));
    switch (iri.keyword) {
    case BLZ_LD_JSON:
    case BLZ_LD_NONE:
        if (blz_ld_making_is_1_0(m))
            return blz_ld_making_bad(m, "invalid type mapping", "has a @type that JSON-LD 1.0 does not know");
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
        return blz_ld_making_bad(
            m, "invalid type mapping",
            "has a @type that is neither an IRI nor one of @id, @vocab, @json and @none");
    m->term->type = BLZ_LD_TYPE;
    m->term->type_iri = iri.text;
    m->term->type_is_iri = blz_ld_is_iri(iri.text);
    return BLZ_OK;
}

/* Step 26. */
static blz_status check_members(const blz_ld_making *m)
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

/* The contexts that terms have may be large, and compared for each node. */
static blz_status is_same(const blz_ld_making *m, const blz_ld_term *before, bool *same)
{
    const json_t *context = m->term ? m->term->context : NULL;
    if (context && before->context && context != before->context)
        BLZ_TRY(blz_ld_charge(m->run, blz_json_count(context)));
    *same = m->term && blz_ld_term_equal(m->term, before);
    return BLZ_OK;
}

/* Step 27. */
static blz_status check_protection(const blz_ld_making *m, const blz_ld_term *before)
{
    bool same = false;
    if (m->definer->override_protected || !before || !before->is_protected) return BLZ_OK;
    BLZ_TRY(is_same(m, before, &same));
    if (same) {
        m->term->is_protected = true;
        return BLZ_OK;
    }
    return blz_ld_refuse(m->run, m->run->at, "protected term redefinition", m->name,
                         "\"%s\" is protected by a context, and another one gives it another meaning",
                         m->name);
}

/* Step 4 and 5. */
static blz_status check_name(const blz_ld_making *m, const json_t *value, bool *ignored)
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
        return !blz_ld_making_is_1_0(m) && fits
                   ? BLZ_OK
                   : blz_ld_making_bad(m, code, "may only say that @type is a set, or protected");
    }
    if (blz_ld_keyword_of(m->name)) return blz_ld_making_bad(m, code, "changes a keyword");
    *ignored = blz_ld_has_keyword_form(m->name);
    return BLZ_OK;
}

static blz_status take_value(blz_ld_making *m, const json_t *value)
{
    m->simple_id = json_string_value(value);
    m->simple = m->simple_id;
    m->value = json_is_object(value) ? value : NULL;
    if (m->simple || m->value || json_is_null(value)) return BLZ_OK;
    return blz_ld_making_bad(m, "invalid term definition", "is neither a text nor an object");
}

/* Makes m->term; leaves it NULL where the term is kept for the future. */
static blz_status make(blz_ld_making *m, const json_t *value)
{
    bool ignored = false;
    BLZ_TRY(take_value(m, value));
    m->term = blz_arena_alloc(m->run->arena, sizeof *m->term);
    BLZ_TRY_MEM(m->term);
    BLZ_TRY(define_protected(m));
    BLZ_TRY(define_type(m));
    BLZ_TRY(blz_ld_define_iri(m, &ignored));
    if (ignored) m->term = NULL;
    if (!m->term) return BLZ_OK;
    BLZ_TRY(blz_ld_define_rest(m));
    if (m->value) BLZ_TRY(check_members(m));
    if (!m->term->iri) return BLZ_OK;
    m->term->iri_hash = blz_term_hash(m->term->iri, strlen(m->term->iri));
    if (m->term->keyword || !blz_ld_is_iri(m->term->iri)) return BLZ_OK;
    blz_term *predicate = NULL;
    BLZ_TRY(blz_term_iri(&predicate, m->run->arena, m->term->iri, strlen(m->term->iri)));
    m->term->predicate = predicate;
    return BLZ_OK;
}

/* What a context of the library defines and does not protect, others can define anew; only a property of
 * their own, in its scope, means to. */
static blz_status compare_published(const blz_ld_making *m, const blz_ld_term *before)
{
    blz_ld_term *term = m->term;
    if (!term || !before || term->published || m->definer->override_protected) return BLZ_OK;
    if (before->published) BLZ_TRY(is_same(m, before, &term->published));
    term->hides = before->hides || (before->published && !term->published);
    return BLZ_OK;
}

static blz_status define_name(blz_ld_making *m, const json_t *value)
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
    BLZ_TRY(compare_published(m, before));
    return blz_ld_active_set(active, m->run->arena, m->name, length, m->term);
}

blz_status blz_ld_define(blz_ld_run *run, blz_ld_definer *definer, const char *name)
{
    const json_t *state = json_object_get(definer->defined, name);
    blz_ld_making m = {.run = run, .definer = definer, .name = name};
    if (json_is_true(state)) return BLZ_OK;
    if (state) return blz_ld_making_bad(&m, "cyclic IRI mapping", "leads back to itself");
    if (!*name) return blz_ld_making_bad(&m, "invalid term definition", "has no name");
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
