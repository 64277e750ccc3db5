#include "ob2/extension.h"

#include <string.h>

#include "codec/json_const.h"
#include "codec/json_copy.h"
#include "codec/json_ptr.h"
#include "codec/json_read.h"
#include "credential/model.h"
#include "ob2/compact.h"
#include "ob2/rules.h"
#include "ob2/walk.h"
#include "schema/schema.h"

enum { EXTENSIONS_MAX = 100 };

typedef struct search {
    blz_ob2_extensions *all;
    const blz_ob2_listener *to;
    blz_ob2_graph *graph;
    blz_ctx *ctx;
    json_t *raw;   /* the document */
    json_t *rules; /* [type, URL of its schema, schema or null, URL of its context] of every context; NULL
                      until the first extension is met */
    blz_buf path;
    const char *place; /* of the document, where it is not the one that was handed in */
    size_t count;
} search;

static const char *text_at(const json_t *rule, size_t index)
{
    return json_string_value(json_array_get(rule, index));
}

/* The URLs of contexts that stand anywhere in the document, as members of `urls`. */
static blz_status collect(json_t *urls, json_t *value, bool context)
{
    const char *name;
    size_t index;
    json_t *child;
    if (context && json_is_string(value))
        BLZ_TRY_MEM(json_object_set_new(urls, json_string_value(value), json_true()) == 0);
    json_array_foreach (value, index, child)
        BLZ_TRY(collect(urls, child, context));
    if (context) return BLZ_OK;
    json_object_foreach (value, name, child)
        BLZ_TRY(collect(urls, child, strcmp(name, "@context") == 0));
    return BLZ_OK;
}

static blz_status say_open(search *s, const char *why)
{
    return blz_ob2_say(s->to, BLZ_OB2_OPEN, s->path.data,
                       "whether the extensions are as they have to be is not known: %s", why);
}

/* The rules of a context, each with its URL behind it; NULL: there are none, or too many contexts were asked.
 */
static blz_status rules_of(json_t **out, search *s, const char *url)
{
    json_auto_t *rules = NULL;
    json_t *rule;
    size_t index;
    *out = json_object_get(s->all->rules, url);
    if (*out) return BLZ_OK;
    if (json_object_size(s->all->rules) >= BLZ_OB2_RULE_CONTEXTS_MAX)
        return say_open(s, "the badge has more contexts than blazon asks for rules about them");
    blz_status status = blz_ob2_rules_of(&rules, s->ctx, url);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_ERR_LIMIT)
        BLZ_TRY(say_open(s, "one of their contexts has more rules than blazon reads"));
    if (!rules) rules = json_array(); /* the type of the extension is then found nowhere */
    json_array_foreach (rules, index, rule)
        BLZ_TRY_MEM(json_array_append_new(rule, json_string(url)) == 0);
    BLZ_TRY_MEM(rules && json_object_set(s->all->rules, url, rules) == 0);
    *out = rules;
    return BLZ_OK;
}

static blz_status find_rules(search *s)
{
    json_auto_t *urls = json_object();
    const char *url;
    json_t *value;
    s->rules = json_array();
    BLZ_TRY_MEM(s->rules && urls);
    BLZ_TRY(collect(urls, s->raw, false));
    json_object_foreach (urls, url, value) {
        json_t *rules = NULL;
        if (strcmp(url, BLZ_OB2_CONTEXT) == 0) continue;
        BLZ_TRY(rules_of(&rules, s, url));
        if (!rules) return BLZ_OK;
        BLZ_TRY_MEM(json_array_extend(s->rules, rules) == 0);
    }
    return BLZ_OK;
}

static bool has_type(const json_t *expanded, const char *iri)
{
    json_t *type;
    size_t index;
    json_array_foreach (json_object_get(expanded, "@type"), index, type)
        if (json_is_string(type) && strcmp(json_string_value(type), iri) == 0) return true;
    return false;
}

#define EXTENSIONS "https://w3id.org/openbadges/extensions#"
#define EXTENSIONS_ONCE BLZ_OBI "extensions/#" /* as "obi:extensions/#" of the first contexts has it */

/* Whether the extension is of the type that a rule is for. */
static bool is_of_type(const json_t *expanded, const char *iri)
{
    char once[256];
    if (has_type(expanded, iri)) return true;
    if (strncmp(iri, EXTENSIONS, strlen(EXTENSIONS)) != 0) return false;
    (void)snprintf(once, sizeof once, EXTENSIONS_ONCE "%s", iri + strlen(EXTENSIONS));
    return has_type(expanded, once);
}

/* Words of drafts before 2019-09 with another meaning than they have since, or none. */
static bool is_of_old_kind(const json_t *schema)
{
    const char *name;
    size_t index;
    json_t *child;
    json_array_foreach (schema, index, child)
        if (is_of_old_kind(child)) return true;
    json_object_foreach (blz_json_unconst(schema), name, child) {
        if (strcmp(name, "dependencies") == 0 || is_of_old_kind(child)) return true;
        if (strncmp(name, "exclusive", 9) == 0 && json_is_boolean(child)) return true;
    }
    return false;
}

/* Extensions are older than the drafts that the schema engine has, and most say draft 4: with nothing in them
 * that has changed since, they are read as 2019-09. */
static blz_status modernize(json_t **out, const json_t *schema)
{
    const char *draft = json_string_value(json_object_get(schema, "$schema"));
    bool old = draft && strstr(draft, "json-schema.org/draft-0");
    if (old && is_of_old_kind(schema)) return BLZ_ERR_UNSUPPORTED;
    BLZ_TRY(blz_json_copy(out, schema));
    if (old) (void)json_object_del(*out, "$schema");
    if (old) (void)json_object_del(*out, "id"); /* where it is, which is known */
    return BLZ_OK;
}

/* `why` is empty, or what is wrong. */
static blz_status load_schema(json_t **out, search *s, const json_t *rule, char why[256])
{
    blz_document loaded = {0};
    json_t *schema = json_array_get(rule, 2), *parsed = NULL;
    if (json_is_object(schema)) return modernize(out, schema);
    blz_status status = blz_ctx_load(s->ctx, text_at(rule, 1), &loaded);
    (void)snprintf(why, 256, "%s", blz_document_why(&loaded, status));
    if (status == BLZ_OK) {
        status = blz_json_parse(&parsed, loaded.bytes, loaded.length, blz_ctx_limit(s->ctx, BLZ_LIMIT_DEPTH),
                                NULL, NULL);
        (void)snprintf(why, 256, "it is not JSON that can be read");
    }
    if (status == BLZ_OK) {
        bool object = json_is_object(parsed);
        status = object ? modernize(out, parsed) : BLZ_ERR_INVALID;
        (void)snprintf(why, 256, "%s",
                       object ? "it uses words of an older JSON Schema, which have changed since"
                              : "it is JSON, but not an object");
    }
    json_decref(parsed);
    blz_document_clear(&loaded);
    return status;
}

typedef struct failure {
    search *s;
    const char *type;
} failure;

static blz_status tell(void *user, const blz_schema_error *error)
{
    const failure *f = user;
    return blz_ob2_say(f->s->to, BLZ_OB2_WRONG, f->s->path.data,
                       "the extension \"%s\"%s%s is not as it has to be: %s%s%s", f->type,
                       f->s->place ? " in " : "", f->s->place ? f->s->place : "", error->message,
                       *error->pointer ? " at " : "", error->pointer);
}

static blz_status undecided(search *s, const json_t *rule, const char *why)
{
    return blz_ob2_say(
        s->to, BLZ_OB2_OPEN, s->path.data,
        "whether the extension \"%s\" is as it has to be is not known: its JSON Schema \"%s\" cannot "
        "be used: %s",
        text_at(rule, 0), text_at(rule, 1), why);
}

static bool is_fatal(blz_status status)
{
    return status == BLZ_ERR_NOMEM;
}

static blz_status validate(search *s, const json_t *rule, const json_t *schema, const json_t *instance)
{
    BLZ_AUTO(blz_schema) compiled = NULL;
    char problem[256] = "";
    bool valid = false;
    failure f = {s, text_at(rule, 0)};
    const blz_schema_options options = {
        .draft = BLZ_DRAFT_2019_09, .problem = problem, .problem_size = sizeof problem};
    blz_status status = blz_schema_compile(&compiled, s->ctx, schema, text_at(rule, 1), &options);
    if (is_fatal(status)) return status;
    if (status != BLZ_OK) return undecided(s, rule, *problem ? problem : blz_status_text(status));
    status = blz_schema_validate(&valid, compiled, instance, tell, &f);
    return status == BLZ_ERR_LIMIT ? undecided(s, rule, "it takes more work than blazon does") : status;
}

/* The extension as the words of its own context have it. */
static blz_status compact(json_t **out, search *s, const json_t *rule, const json_t *expanded)
{
    BLZ_AUTO(blz_ob2_names) names = NULL;
    BLZ_TRY(blz_ob2_names_new(&names, s->ctx, text_at(rule, 3)));
    return blz_ob2_compact(out, names, expanded);
}

static blz_status check_single(search *s, const json_t *rule, const json_t *expanded)
{
    char why[256] = "";
    json_t *schema = NULL, *instance = NULL;
    blz_status status = load_schema(&schema, s, rule, why);
    if (status == BLZ_OK) {
        status = compact(&instance, s, rule, expanded);
        if (status == BLZ_OK)
            status = validate(s, rule, schema, instance);
        else if (!is_fatal(status))
            status = undecided(s, rule, "the context of the extension cannot be read");
    } else if (!is_fatal(status)) {
        status = undecided(s, rule, why);
    }
    json_decref(schema);
    json_decref(instance);
    return status;
}

/* By every rule for one of its types. */
static blz_status check_extension(search *s, const json_t *expanded)
{
    json_t *rule;
    size_t index;
    bool found = false;
    if (s->count++ > EXTENSIONS_MAX) return BLZ_OK;
    if (s->count > EXTENSIONS_MAX)
        return blz_ob2_say(s->to, BLZ_OB2_OPEN, s->path.data,
                           "there are more than %d extensions; this one and the rest were not looked at",
                           EXTENSIONS_MAX);
    if (!s->rules) BLZ_TRY(find_rules(s));
    json_array_foreach (s->rules, index, rule) {
        if (!is_of_type(expanded, text_at(rule, 0))) continue;
        found = true;
        if (s->all->checks++ == BLZ_OB2_RULE_CHECKS_MAX)
            BLZ_TRY(say_open(s, "they have more rules than blazon holds them against"));
        if (s->all->checks <= BLZ_OB2_RULE_CHECKS_MAX) BLZ_TRY(check_single(s, rule, expanded));
    }
    if (found) return BLZ_OK;
    return blz_ob2_say(
        s->to, BLZ_OB2_NOTE, s->path.data,
        "nothing says how this extension has to look: no context in the document has a rule for any "
        "of its types");
}

/* No deeper than JSON-LD expands. */
static blz_status visit(search *s, const json_t *expanded);

static blz_status visit_property(search *s, const char *iri, json_t *values)
{
    const blz_ob2_names *names = blz_ob2_graph_names(s->graph);
    BLZ_AUTO(blz_text) short_iri = NULL;
    size_t mark = s->path.length, index;
    json_t *value;
    if (!blz_ob2_names_count(names, iri)) BLZ_TRY(blz_ob2_short_iri(&short_iri, names, iri));
    BLZ_TRY(blz_json_ptr_push(&s->path, short_iri ? short_iri : blz_ob2_name_at(names, iri, 0).name));
    size_t inner = s->path.length;
    json_array_foreach (values, index, value) {
        if (!json_is_object(value)) continue;
        if (json_array_size(values) > 1) BLZ_TRY(blz_json_ptr_index(&s->path, index));
        BLZ_TRY(visit(s, value));
        blz_json_ptr_cut(&s->path, inner);
    }
    blz_json_ptr_cut(&s->path, mark);
    return BLZ_OK;
}

static blz_status visit(search *s, const json_t *expanded)
{
    const char *iri;
    json_t *values;
    if (json_object_get(expanded, "@value")) return BLZ_OK;
    if (has_type(expanded, BLZ_OBI "Extension")) BLZ_TRY(check_extension(s, expanded));
    json_object_foreach (blz_json_unconst(expanded), iri, values)
        if (*iri != '@') BLZ_TRY(visit_property(s, iri, values));
    return BLZ_OK;
}

void blz_ob2_extensions_clear(blz_ob2_extensions *all)
{
    json_decref(all->rules);
    all->rules = NULL;
}

blz_status blz_ob2_check_extensions(size_t *count, blz_ob2_extensions *all, const blz_ob2_document *document)
{
    search s = {.all = all,
                .to = all->to,
                .graph = all->graph,
                .ctx = blz_ob2_graph_ctx(all->graph),
                .path = BLZ_BUF(BLZ_BUF_MAX),
                .place = document->url,
                .raw = document->raw};
    if (!all->rules) all->rules = json_object();
    blz_status status = all->rules ? blz_buf_puts(&s.path, "") : BLZ_ERR_NOMEM;
    if (status == BLZ_OK) status = visit(&s, blz_ob2_document_expanded(document));
    json_decref(s.rules);
    blz_buf_clear(&s.path);
    *count = s.count;
    return status;
}
