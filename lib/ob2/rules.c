#include "ob2/rules.h"

#include <string.h>

#include "base/embed.h"
#include "codec/json_read.h"
#include "credential/model.h"
#include "jsonld/embedded.h"
#include "jsonld/jsonld.h"
#include "ob2/names.h"

enum { RULES_MAX = 100 };

extern const blz_embedded blz_embedded_extensions[];
extern const size_t blz_embedded_extensions_count;

/* schemas/extensions/index.json; `*out` is a new reference to the entry, NULL if there is none. */
static blz_status find_known(json_t **out, const char *name)
{
    json_t *index = NULL;
    *out = NULL;
    BLZ_TRY(blz_json_parse(&index, blz_embedded_extensions[0].data, blz_embedded_extensions[0].length, 64,
                           NULL, NULL));
    *out = json_incref(json_object_get(index, name));
    json_decref(index);
    return BLZ_OK;
}

/* Adds [type, URL, schema]; the last may be NULL. */
static blz_status append_rule(json_t *rules, json_t *type, json_t *url, json_t *schema)
{
    json_auto_t *rule = json_array();
    BLZ_TRY_MEM(rule && json_array_append(rule, type) == 0 && json_array_append(rule, url) == 0);
    BLZ_TRY_MEM(json_array_append(rule, schema ? schema : json_null()) == 0);
    BLZ_TRY_MEM(json_array_append(rules, rule) == 0);
    return BLZ_OK;
}

static blz_status known_rules(json_t **out, size_t id)
{
    json_auto_t *entry = NULL;
    json_auto_t *rules = json_array();
    BLZ_TRY_MEM(rules);
    BLZ_TRY(find_known(&entry, blz_ld_embedded_name(id)));
    if (entry)
        BLZ_TRY(append_rule(rules, json_object_get(entry, "type"), json_object_get(entry, "url"),
                            json_object_get(entry, "schema")));
    *out = json_incref(rules);
    return BLZ_OK;
}

/* The first value of a property, as a text. */
static const char *text_of(const json_t *node, const char *iri)
{
    const json_t *value = json_array_get(json_object_get(node, iri), 0);
    const char *text = json_string_value(json_object_get(value, "@value"));
    return text ? text : json_string_value(json_object_get(value, "@id"));
}

/* The IRI of a type that is written by a prefix of the Open Badges context. */
static blz_status expand_type(json_t **out, blz_ctx *ctx, const char *type)
{
    json_t *expanded = NULL;
    json_auto_t *document = json_object();
    BLZ_TRY_MEM(document && json_object_set_new(document, "@context", json_string(BLZ_OB2_CONTEXT)) == 0);
    BLZ_TRY_MEM(json_object_set_new(document, "@type", json_string(type)) == 0);
    blz_status status = blz_ld_expand(&expanded, ctx, document, NULL, NULL);
    json_t *types = json_object_get(json_array_get(expanded, 0), "@type");
    *out = json_incref(json_array_get(types, 0));
    json_decref(expanded);
    return status;
}

static blz_status add_rule(json_t *rules, blz_ctx *ctx, const json_t *entry)
{
    const char *type = text_of(entry, BLZ_OBI "validatesType"),
               *schema = text_of(entry, BLZ_OBI "validationSchema");
    json_auto_t *iri = NULL;
    json_auto_t *url = NULL;
    if (!type || !schema) return BLZ_OK;
    BLZ_TRY(expand_type(&iri, ctx, type));
    url = json_string(schema);
    BLZ_TRY_MEM(url);
    return iri ? append_rule(rules, iri, url, NULL) : BLZ_OK;
}

static blz_status read_rules(json_t **out, blz_ctx *ctx, const json_t *context)
{
    json_t *expanded = NULL, *entry, *rules = json_array();
    size_t index;
    blz_status status = rules ? blz_ld_expand(&expanded, ctx, context, NULL, NULL) : BLZ_ERR_NOMEM;
    json_t *entries = json_object_get(json_array_get(expanded, 0), BLZ_OBI "validation");
    if (status == BLZ_OK && json_array_size(entries) > RULES_MAX) status = BLZ_ERR_LIMIT;
    json_array_foreach (entries, index, entry)
        if (status == BLZ_OK) status = add_rule(rules, ctx, entry);
    json_decref(expanded);
    if (status != BLZ_OK) json_decref(rules);
    if (status == BLZ_OK) *out = rules;
    return status;
}

blz_status blz_ob2_rules_of(json_t **out, blz_ctx *ctx, const char *url)
{
    size_t id = 0;
    blz_document document = {0};
    json_t *context = NULL;
    if (blz_ld_embedded(url, &id)) return known_rules(out, id);
    blz_status status = blz_ctx_load(ctx, url, &document);
    if (status == BLZ_OK)
        status = blz_json_parse(&context, document.bytes, document.length,
                                blz_ctx_limit(ctx, BLZ_LIMIT_DEPTH), NULL, NULL);
    if (status == BLZ_OK) status = read_rules(out, ctx, context);
    blz_document_clear(&document);
    json_decref(context);
    return status;
}
