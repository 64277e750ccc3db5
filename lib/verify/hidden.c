#include "verify/hidden.h"

#include <string.h>

#include "codec/json_const.h"

/* Where the properties that the steps read have their IRIs. */
static const char *const vocabularies[] = {"https://www.w3.org/2018/credentials#",
                                           "https://www.w3.org/ns/credentials",
                                           "https://purl.imsglobal.org/spec/", "https://w3id.org/security#"};

static const char probe[] = "urn:blazon:probe";

static bool is_known(const char *iri)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(vocabularies); i++)
        if (strncmp(iri, vocabularies[i], strlen(vocabularies[i])) == 0) return true;
    return false;
}

/* Keywords of JSON-LD that say what a value is, and hide none. */
static bool is_plain_keyword(const char *name)
{
    static const char *const plain[] = {"@context", "@value", "@language", "@direction", "@id",
                                        "@type",    "@list",  "@set",      "@index"};
    for (size_t i = 0; i < BLZ_COUNT_OF(plain); i++)
        if (strcmp(name, plain[i]) == 0) return true;
    return false;
}

/* The same node a second time: its properties would be taken together. */
static bool is_credential_again(const blz_check *check, const char *name, const json_t *value,
                                const blz_buf *path)
{
    const char *own = json_string_value(json_object_get(check->credential, "id")),
               *id = json_string_value(value);
    bool is_id = strcmp(name, "id") == 0 || strcmp(name, "@id") == 0;
    return is_id && path->length && own && id && strcmp(own, id) == 0;
}

/* What one name makes of a member, with the context (may be NULL) on top of those of the badge: expands an
 * object that has nothing else. */
static blz_status expand_term(blz_check *check, json_t **out, const json_t *context, const char *term)
{
    json_auto_t *document = json_object(), *inner = json_object();
    json_t *outer = json_object_get(check->credential, "@context");
    json_auto_t *contexts = json_array();
    BLZ_TRY_MEM(document && inner && contexts);
    for (size_t i = 0; i < blz_many(outer); i++)
        BLZ_TRY_MEM(json_array_append(contexts, blz_many_at(outer, i)) == 0);
    if (context) BLZ_TRY_MEM(json_array_append(contexts, blz_json_unconst(context)) == 0);
    BLZ_TRY_MEM(json_object_set_new(inner, probe, json_string("x")) == 0);
    BLZ_TRY_MEM(json_object_set(document, "@context", contexts) == 0);
    BLZ_TRY_MEM(json_object_set_new(document, probe, json_string("y")) == 0);
    BLZ_TRY_MEM(json_object_set(document, term, inner) == 0);
    return blz_ld_expand(out, check->ctx, document, NULL, NULL);
}

/* What a name is to the badge: nothing that the steps read, another name of what they read, or one of @nest.
 */
typedef enum kind { PLAIN, ANOTHER_NAME, NEST } kind;

static kind kind_of(const char *name, json_t *value)
{
    const char *iri;
    json_t *ignored;
    if (strcmp(name, probe) == 0) return json_array_size(value) == 1 ? PLAIN : NEST;
    if (strcmp(name, "@included") == 0 || strcmp(name, "@graph") == 0) return ANOTHER_NAME;
    if (strcmp(name, "@reverse") == 0)
        json_object_foreach (value, iri, ignored)
            if (is_known(iri)) return ANOTHER_NAME;
    return is_known(name) ? ANOTHER_NAME : PLAIN;
}

static blz_status find_kind(blz_check *check, kind *out, const json_t *context, const char *term)
{
    json_auto_t *expanded = NULL;
    const char *name;
    json_t *value;
    *out = PLAIN;
    blz_status status = expand_term(check, &expanded, context, term);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK) return BLZ_OK; /* safe-mode tells what is wrong with the context */
    json_object_foreach (json_array_get(expanded, 0), name, value) {
        kind is = kind_of(name, value);
        if (is != PLAIN) *out = is;
    }
    return BLZ_OK;
}

/* Whether an object under this name of @nest, anywhere in `value`, has a property that the steps read, or one
 * that the inline context does not define. */
static blz_status nests_something(blz_check *check, bool *out, json_t *value, const json_t *context,
                                  const char *term, bool inside)
{
    const char *name;
    json_t *child;
    size_t index;
    json_array_foreach (value, index, child)
        BLZ_TRY(nests_something(check, out, child, context, term, inside));
    json_object_foreach (value, name, child) {
        kind is = PLAIN;
        bool own = json_object_get(context, name) != NULL;
        if (inside && own && !*out) BLZ_TRY(find_kind(check, &is, context, name));
        if (inside && !own) is = ANOTHER_NAME;
        *out = *out || is == ANOTHER_NAME;
        BLZ_TRY(nests_something(check, out, child, context, term, strcmp(name, term) == 0));
    }
    return BLZ_OK;
}

static blz_status is_another_name(blz_check *check, bool *out, const json_t *context, const char *term)
{
    kind is = PLAIN;
    *out = false;
    BLZ_TRY(find_kind(check, &is, context, term));
    if (is == NEST) return nests_something(check, out, check->credential, context, term, false);
    *out = is == ANOTHER_NAME;
    return BLZ_OK;
}

blz_status blz_hidden_member(blz_check *check, const char *name, json_t *value, const blz_buf *path)
{
    const char *at = path->length ? path->data : "";
    if (check->jws) return BLZ_OK;
    if (is_credential_again(check, name, value, path))
        return blz_say_strict(
            check, BLZ_STEP_FAIL, blz_at(check, "%s", at),
            "an object inside has the id of the badge itself, so that what it says would be said "
            "of the badge without standing there");
    bool keyword = name[0] == '@', hides = keyword && !is_plain_keyword(name);
    if (!keyword && strchr(name, ':')) BLZ_TRY(is_another_name(check, &hides, NULL, name));
    if (!hides) return BLZ_OK;
    return blz_say_strict(
        check, BLZ_STEP_FAIL, blz_at(check, "%s", at),
        keyword ? "\"%s\" puts properties where no step looks for them; badges do without it"
                : "\"%s\" stands for the URL of a property; badges have the name that a context gives it, "
                  "since a signed property under its URL would not be seen",
        name);
}

blz_status blz_hidden_terms(blz_check *check, const json_t *context, const char *pointer)
{
    const char *term;
    json_t *definition;
    if (check->jws) return BLZ_OK;
    json_object_foreach (blz_json_unconst(context), term, definition) {
        bool hides = json_object_get(definition, "@context") != NULL;
        if (term[0] == '@') continue;
        if (!hides) BLZ_TRY(is_another_name(check, &hides, context, term));
        if (!hides) continue;
        BLZ_TRY(blz_say_strict(
            check, BLZ_STEP_FAIL, pointer,
            "the inline @context makes of \"%s\" another name for a property of Open Badges, or "
            "for a place to put some; a signed property could be hidden there",
            term));
    }
    return BLZ_OK;
}
