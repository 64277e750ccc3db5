#include "ob2/properties.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "codec/json_ptr.h"

typedef struct node {
    const blz_ob2_listener *to;
    const blz_ob2_place *place;
} node;

/* Says something about a property of the node, or (NULL) about the node. */
#define SAY(n, finding, property, ...)                                                                       \
    __extension__({                                                                                          \
        BLZ_SCOPED(blz_buf) at_ = BLZ_BUF(BLZ_BUF_MAX);                                                      \
        blz_status said_ = pointer_to(&at_, n, property);                                                    \
        said_ == BLZ_OK ? blz_ob2_say((n)->to, finding, at_.data, __VA_ARGS__) : said_;                      \
    })

static blz_status pointer_to(blz_buf *out, const node *n, const char *property)
{
    BLZ_TRY(blz_buf_puts(out, n->place->pointer));
    return property ? blz_json_ptr_push(out, property) : BLZ_OK;
}

static const char *class_of(const node *n)
{
    return blz_ob2_class_text(n->place->of);
}

/* The value as a text for a message: short, and of other types what they are. */
static const char *shown(char out[100], const json_t *value)
{
    const char *text = json_string_value(value);
    if (text)
        (void)snprintf(out, 100, "\"%.*s%s\"", (int)blz_utf8_valid_prefix(text, strnlen(text, 80)), text,
                       strlen(text) > 80 ? "..." : "");
    else
        (void)snprintf(out, 100, "%s",
                       json_is_object(value)    ? json_object_size(value) ? "an object" : "an empty object"
                       : json_is_array(value)   ? "a list"
                       : json_is_number(value)  ? "a number"
                       : json_is_boolean(value) ? "true or false"
                                                : "nothing");
    return out;
}

static blz_status missing(const node *n, const blz_ob2_property *p)
{
    bool revoked = json_is_true(json_object_get(n->place->node, "revoked"));
    if (!(p->flags & BLZ_OB2_REQUIRED)) return BLZ_OK;
    if (revoked && strcmp(p->name, "id") != 0) return BLZ_OK; /* all else may be gone */
    if (n->place->partial && strcmp(p->name, "id") != 0) return BLZ_OK;
    return SAY(n, n->place->partial ? BLZ_OB2_WRONG_SPEC : BLZ_OB2_WRONG, p->name,
               "\"%s\" is missing, and every %s has to have it", p->name, class_of(n));
}

/* What a signed badge from before 1.1 is known by, which has no id. */
static bool is_uid(const blz_ob2_property *p, const json_t *value)
{
    const char *text = json_string_value(value);
    return p->of == BLZ_OB2_ASSERTION && strcmp(p->name, "id") == 0 && text && strncmp(text, "uid:", 4) == 0;
}

static bool is_allowed(const blz_ob2_property *p, const json_t *value)
{
    if (is_uid(p, value)) return true;
    if (p->type != BLZ_OB2_ID) return blz_ob2_value_is(p->type, value);
    if (json_is_object(value)) return json_object_size(value) || !(p->flags & BLZ_OB2_REQUIRED);
    return blz_ob2_value_is(p->flags & BLZ_OB2_DATA ? BLZ_OB2_DATA_URI_OR_URL : BLZ_OB2_IRI, value);
}

static blz_status check_value(const node *n, const blz_ob2_property *p, const json_t *value)
{
    char text[100];
    bool link = p->type == BLZ_OB2_ID && json_is_string(value);
    if (!is_allowed(p, value))
        return SAY(n, BLZ_OB2_WRONG, p->name, "\"%s\" of the %s has to be %s, but it is %s", p->name,
                   class_of(n), blz_ob2_type_text(p->type), shown(text, value));
    if (!link || p->flags & (BLZ_OB2_FETCH | BLZ_OB2_REMOTE)) return BLZ_OK;
    /* Of a claim that has nothing but its id JSON-LD leaves only that. */
    bool claim = p->expected == BLZ_OB2_ENDORSEMENT_CLAIM;
    return SAY(n, claim ? BLZ_OB2_WRONG_1EDTECH : BLZ_OB2_WRONG, p->name,
               "\"%s\" of the %s has to be an object, but it is %s", p->name, class_of(n),
               shown(text, value));
}

/* One of the types that the class asks for. */
static blz_status check_types(const node *n, const blz_ob2_property *p)
{
    BLZ_SCOPED(blz_buf) asked = BLZ_BUF(BLZ_BUF_MAX);
    char text[100];
    if (!p->one_of) return BLZ_OK;
    for (const char *const *type = p->one_of; *type; type++)
        if (blz_ob2_has_type(n->place->node, *type)) return BLZ_OK;
    for (size_t i = 0; p->one_of[i]; i++)
        BLZ_TRY(blz_buf_printf(&asked, "%s%s", i == 0 ? "" : p->one_of[i + 1] ? ", " : " or ", p->one_of[i]));
    json_t *types = json_object_get(n->place->node, p->name);
    return SAY(n, BLZ_OB2_WRONG, p->name, "this has to be of type %s, but its type is %s", asked.data,
               shown(text, types));
}

static blz_status check_property(const node *n, const blz_ob2_property *p)
{
    json_t *values = json_object_get(n->place->node, p->name);
    size_t count = blz_ob2_many(values);
    if (count == 0) return missing(n, p);
    if (count > 1 && !(p->flags & BLZ_OB2_MANY))
        BLZ_TRY(SAY(n, p->flags & BLZ_OB2_SPEC_MANY ? BLZ_OB2_WRONG_1EDTECH : BLZ_OB2_WRONG, p->name,
                    "\"%s\" of the %s has %zu values, and may have one only", p->name, class_of(n), count));
    for (size_t i = 0; i < count; i++)
        BLZ_TRY(check_value(n, p, blz_ob2_many_at(values, i)));
    return p->type == BLZ_OB2_RDF_TYPE ? check_types(n, p) : BLZ_OK;
}

/* IDENTITY_OBJECT_PROPERTY_DEPENDENCIES */
static blz_status check_identity(const node *n)
{
    const char *identity = json_string_value(json_object_get(n->place->node, "identity"));
    bool hashed = json_is_true(json_object_get(n->place->node, "hashed"));
    if (!identity) return BLZ_OK;
    if (hashed && !blz_ob2_is_hashed(identity))
        return SAY(
            n, BLZ_OB2_WRONG_SPEC, "identity",
            "\"hashed\" is true, so the identity has to be md5$ or sha256$ with the digits of the hash "
            "behind it");
    if (!hashed && blz_ob2_is_hashed(identity))
        return SAY(n, BLZ_OB2_WRONG_SPEC, "identity", "the identity is a hash, but \"hashed\" is not true");
    if (!hashed && blz_ob2_has_type(n->place->node, "email") &&
        !blz_ob2_value_is(BLZ_OB2_EMAIL, json_object_get(n->place->node, "identity")))
        return SAY(n, BLZ_OB2_WRONG_SPEC, "identity",
                   "the identity is of type \"email\", but no e-mail address");
    return BLZ_OK;
}

/* CRITERIA_PROPERTY_DEPENDENCIES */
static blz_status check_criteria(const node *n)
{
    const char *id = json_string_value(json_object_get(n->place->node, "id"));
    if ((id && strncmp(id, "_:", 2) != 0) || json_object_get(n->place->node, "narrative")) return BLZ_OK;
    return SAY(n, BLZ_OB2_WRONG_SPEC, NULL,
               "the criteria have neither a \"narrative\" nor an \"id\" that leads to a page");
}

/* An id of another kind is for no badge, and so condemns none: least of all one that it does not name. */
static blz_status check_entry(const node *n, size_t index, json_t *entry)
{
    char text[100];
    json_t *id = json_is_object(entry) ? json_object_get(entry, "id") : entry;
    if (!id) id = json_object_get(entry, "uid");
    if (!json_is_string(id))
        return SAY(n, BLZ_OB2_WRONG_SPEC, "revokedAssertions",
                   "entry %zu of the revocation list names no badge: it has to be %s, or an object with such "
                   "an \"id\" or a \"uid\", but it is %s",
                   index + 1, blz_ob2_type_text(BLZ_OB2_IRI), shown(text, id ? id : entry));
    if (json_object_get(entry, "uid") || blz_ob2_value_is(BLZ_OB2_IRI, id)) return BLZ_OK;
    return SAY(n, BLZ_OB2_NOTE, "revokedAssertions",
               "entry %zu of the revocation list is %s, which can be no badge's id: that is %s", index + 1,
               shown(text, id), blz_ob2_type_text(BLZ_OB2_IRI));
}

/* VALIDATE_REVOCATIONLIST_ENTRIES */
static blz_status check_entries(const node *n)
{
    json_t *entries = json_object_get(n->place->node, "revokedAssertions");
    if (!entries) return SAY(n, BLZ_OB2_WRONG_SPEC, NULL, "the revocation list has no \"revokedAssertions\"");
    for (size_t i = 0; i < blz_ob2_many(entries); i++)
        BLZ_TRY(check_entry(n, i, blz_ob2_many_at(entries, i)));
    return BLZ_OK;
}

blz_status blz_ob2_check_node(void *listener, const blz_ob2_place *place)
{
    const node n = {listener, place};
    if (!place->node) return BLZ_OK;
    for (const blz_ob2_property *p = blz_ob2_properties; p->name; p++)
        if (p->of == place->of) BLZ_TRY(check_property(&n, p));
    if (place->of == BLZ_OB2_IDENTITY) return check_identity(&n);
    if (place->of == BLZ_OB2_CRITERIA) return check_criteria(&n);
    return place->of == BLZ_OB2_REVOCATION_LIST ? check_entries(&n) : BLZ_OK;
}
