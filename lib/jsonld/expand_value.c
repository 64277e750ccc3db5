#include "jsonld/expand.h"

/* Value Expansion (5.3.2). */

static blz_status expand_reference(blz_ld_run *run, const blz_ld_active *active, blz_ld_object *out,
                                   const json_t *value, unsigned relative_to, const blz_ld_at *at)
{
    blz_ld_iri iri;
    BLZ_TRY(blz_ld_expand_iri(run, active, &iri, json_string_value(value), relative_to, NULL));
    out->has = BLZ_LD_BIT(BLZ_LD_ID);
    out->id = iri.text;
    BLZ_TRY(blz_ld_check_whole(run, &iri, json_string_value(value), at));
    return blz_ld_check_reference(run, &iri, json_string_value(value), BLZ_LD_A_REFERENCE, at);
}

static blz_status add_language(blz_ld_run *run, const blz_ld_active *active, const blz_ld_term *term,
                               blz_ld_object *out, const blz_ld_at *at)
{
    out->language = term && term->language.given ? term->language.text : active->language;
    out->direction = term && term->direction.given ? term->direction.text : active->direction;
    if (out->language) out->has |= BLZ_LD_BIT(BLZ_LD_LANGUAGE);
    if (out->direction) out->has |= BLZ_LD_BIT(BLZ_LD_DIRECTION);
    return blz_ld_check_text(run, out, at);
}

static blz_status add_type(blz_ld_run *run, const blz_ld_term *term, blz_ld_object *out, const blz_ld_at *at)
{
    out->has |= BLZ_LD_BIT(BLZ_LD_TYPE);
    out->type_is_json = term->type == BLZ_LD_JSON;
    out->type = out->type_is_json ? blz_ld_keyword_text(BLZ_LD_JSON) : term->type_iri;
    if (out->type_is_json || term->type_is_iri) return BLZ_OK;
    return blz_ld_drop(run, at, term->name, "the type \"%s\" that a context gives to \"%s\" is not an IRI",
                       term->type_iri, term->name);
}

blz_status blz_ld_expand_value(blz_ld_run *run, const blz_ld_active *active, blz_ld_ref property,
                               const json_t *value, const blz_ld_at *at, blz_ld_object **out)
{
    const blz_ld_term *term = property.term;
    blz_ld_keyword type = term ? term->type : BLZ_LD_NO_KEYWORD;
    blz_ld_object *object = blz_ld_object_new(run->arena);
    BLZ_TRY_MEM(object);
    *out = object;
    if (json_is_string(value) && type == BLZ_LD_ID)
        return expand_reference(run, active, object, value, BLZ_LD_DOCUMENT, at);
    if (json_is_string(value) && type == BLZ_LD_VOCAB)
        return expand_reference(run, active, object, value, BLZ_LD_DOCUMENT | BLZ_LD_VOCABULARY, at);
    object->has = BLZ_LD_BIT(BLZ_LD_VALUE);
    object->value = value;
    if (type == BLZ_LD_TYPE || type == BLZ_LD_JSON) return add_type(run, term, object, at);
    return json_is_string(value) ? add_language(run, active, term, object, at) : BLZ_OK;
}
