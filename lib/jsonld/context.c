#include <string.h>

#include "base/uri.h"
#include "codec/json_const.h"
#include "jsonld/run.h"

/* Context Processing (JSON-LD API, 4.1.2). */

/* One call of the algorithm. */
typedef struct processing {
    blz_ld_run *run;
    blz_ld_active *result;
    const char *base_url;
    const blz_ld_visit *visits;
    unsigned how;
} processing;

static blz_status bad(const processing *p, const char *code, const char *words)
{
    return blz_ld_refuse(p->run, p->run->at, code, NULL, "%s", words);
}

static bool is_1_0(const processing *p)
{
    return p->run->options->mode == BLZ_LD_1_0;
}

/* One that starts as the other is. Who is beneath does not change any more. */
static blz_ld_active *on_top_of(blz_ld_run *run, const blz_ld_active *active)
{
    blz_ld_active *top = blz_arena_alloc(run->arena, sizeof *top);
    if (!top) return NULL;
    *top = (blz_ld_active){.base = active->base,
                           .original_base = active->original_base,
                           .vocab = active->vocab,
                           .language = active->language,
                           .direction = active->direction,
                           .previous = active->previous,
                           .under = active->size ? active : active->under,
                           .layers = active->layers + (active->size != 0),
                           .guarded = active->guarded,
                           .lasting = run->lasting};
    return top;
}

blz_status blz_ld_charge(blz_ld_run *run, size_t units)
{
    run->work += units;
    return run->work > BLZ_LD_WORK_MAX ? BLZ_ERR_LIMIT : BLZ_OK;
}

blz_status blz_ld_initial(blz_ld_run *run, const blz_ld_active **out)
{
    const char *base = run->options->base;
    if (!base && run->options->mode == BLZ_LD_1_1) {
        *out = blz_ld_lasting_initial();
        return BLZ_OK;
    }
    blz_ld_active *active = blz_arena_alloc(run->arena, sizeof *active);
    BLZ_TRY_MEM(active);
    active->base = active->original_base = base;
    *out = active;
    return BLZ_OK;
}

/* Step 5.1. */
static blz_status nullify(processing *p)
{
    if (!(p->how & BLZ_LD_OVERRIDE) && p->result->guarded)
        return bad(p, "invalid context nullification",
                   "a @context of null would take away terms that an earlier context protects");
    const blz_ld_active *before = p->result;
    p->result = blz_arena_alloc(p->run->arena, sizeof *p->result);
    BLZ_TRY_MEM(p->result);
    p->result->base = p->result->original_base = before->original_base;
    p->result->lasting = p->run->lasting;
    if (p->how & BLZ_LD_NOT_PROPAGATED) p->result->previous = before->previous;
    return BLZ_OK;
}

static bool is_visited(const blz_ld_visit *visits, const char *url)
{
    for (; visits; visits = visits->up)
        if (strcmp(visits->url, url) == 0) return true;
    return false;
}

static blz_status resolve_url(blz_ld_run *run, const char **out, const char *url, const char *base_url)
{
    BLZ_AUTO(blz_text) text = NULL;
    *out = url;
    if (blz_ld_is_absolute(url)) return BLZ_OK;
    blz_status status = base_url ? blz_uri_resolve(&text, base_url, url) : BLZ_ERR_SYNTAX;
    if (status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_OK) {
        *out = blz_arena_strdup(run->arena, text);
        BLZ_TRY_MEM(*out);
        return BLZ_OK;
    }
    return blz_ld_refuse(
        run, run->at, "loading document failed", NULL,
        "the context \"%s\" is a relative reference, and there is nothing that it is relative to", url);
}

/* Step 5.2. */
static blz_status follow(blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                         blz_ld_local reference, const blz_ld_visit *visits, unsigned how)
{
    blz_ld_local local = {0};
    bool lasting = false;
    blz_ld_visit visit = {.up = visits, .depth = visits ? visits->depth + 1 : 1};
    const blz_ld_active *from = active; /* `out` may be where it stands */
    BLZ_TRY(resolve_url(run, &visit.url, json_string_value(reference.json), reference.base_url));
    *out = from;
    if ((how & BLZ_LD_NO_VALIDATION) && is_visited(visits, visit.url)) return BLZ_OK;
    if (visit.depth > BLZ_LD_REMOTE_DEPTH)
        return blz_ld_refuse(run, run->at, "context overflow", NULL,
                             "contexts lead to further contexts without end");
    BLZ_TRY(blz_ld_load(run, &local.json, &lasting, visit.url));
    local.base_url = visit.url;
    unsigned kept =
        (how & BLZ_LD_NO_VALIDATION) | BLZ_LD_AGAIN | (lasting ? BLZ_LD_LASTING | BLZ_LD_PUBLISHED : 0);
    return blz_ld_process(run, from, out, local, &visit, kept);
}

/* An entry that is a URL. */
static blz_status follow_entry(processing *p, const json_t *url)
{
    const blz_ld_active *next = NULL;
    BLZ_TRY(follow(p->run, p->result, &next, (blz_ld_local){url, p->base_url}, p->visits, p->how));
    p->result = on_top_of(p->run, next);
    return p->result ? BLZ_OK : BLZ_ERR_NOMEM;
}

/* Step 5.6: the imported context with the members of this one on top, kept as long as the run. */
static blz_status import(const processing *p, const json_t **context)
{
    const json_t *value = json_object_get(*context, "@import"), *imported = NULL;
    const char *url = NULL;
    bool lasting = false;
    if (!value) return BLZ_OK;
    if (is_1_0(p))
        return bad(p, "invalid context entry", "a context has @import, which JSON-LD 1.0 does not know");
    if (!json_is_string(value))
        return bad(p, "invalid @import value", "a context has an @import that is not a text");
    BLZ_TRY(resolve_url(p->run, &url, json_string_value(value), p->base_url));
    BLZ_TRY(blz_ld_load(p->run, &imported, &lasting, url));
    if (!json_is_object(imported))
        return bad(p, "invalid remote context", "an imported context is not a single object");
    if (json_object_get(imported, "@import"))
        return bad(p, "invalid context entry", "an imported context imports another one");
    BLZ_TRY(blz_ld_charge(p->run, json_object_size(imported)));
    return blz_ld_keep_merged(p->run, context, imported, *context);
}

/* Step 5.7. */
static blz_status set_base(processing *p, const json_t *context)
{
    const json_t *value = json_object_get(context, "@base");
    const char *text = json_string_value(value);
    if (!value || p->visits) return BLZ_OK;
    if (json_is_null(value)) {
        p->result->base = NULL;
        return BLZ_OK;
    }
    if (!text) return bad(p, "invalid base IRI", "a context has a @base that is neither a text nor null");
    if (blz_ld_is_absolute(text)) {
        p->result->base = text;
        return BLZ_OK;
    }
    BLZ_AUTO(blz_text) resolved = NULL;
    blz_status status = p->result->base ? blz_uri_resolve(&resolved, p->result->base, text) : BLZ_ERR_SYNTAX;
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK)
        return bad(p, "invalid base IRI",
                   "a context has a relative @base, and there is nothing that it is relative to");
    p->result->base = blz_arena_strdup(p->run->arena, resolved);
    BLZ_TRY_MEM(p->result->base);
    return BLZ_OK;
}

/* Step 5.8. */
static blz_status set_vocab(processing *p, const json_t *context)
{
    static const char code[] = "invalid vocab mapping";
    const json_t *value = json_object_get(context, "@vocab");
    const char *text = json_string_value(value);
    blz_ld_iri iri;
    if (!value) return BLZ_OK;
    if (json_is_null(value)) {
        p->result->vocab = NULL;
        return BLZ_OK;
    }
    if (!text) return bad(p, code, "a context has a @vocab that is neither a text nor null");
    if (is_1_0(p) && !blz_ld_is_absolute(text) && !blz_ld_is_blank(text))
        return bad(p, code, "a context has a relative @vocab, which JSON-LD 1.0 does not know");
    BLZ_TRY(blz_ld_expand_iri(p->run, p->result, &iri, text, BLZ_LD_VOCABULARY | BLZ_LD_DOCUMENT, NULL));
    if (iri.keyword || !iri.text) return bad(p, code, "a context has a @vocab that is not an IRI");
    p->result->vocab = iri.text;
    return BLZ_OK;
}

/* Steps 5.9 and 5.10. */
static blz_status set_language(processing *p, const json_t *context)
{
    const json_t *language = json_object_get(context, "@language"),
                 *direction = json_object_get(context, "@direction");
    const char *text = json_string_value(direction);
    if (language && !json_is_null(language) && !json_is_string(language))
        return bad(p, "invalid default language",
                   "a context has a @language that is neither a text nor null");
    if (language) p->result->language = json_string_value(language);
    if (!direction) return BLZ_OK;
    if (is_1_0(p))
        return bad(p, "invalid context entry", "a context has @direction, which JSON-LD 1.0 does not know");
    if (!json_is_null(direction) && (!text || (strcmp(text, "ltr") != 0 && strcmp(text, "rtl") != 0)))
        return bad(p, "invalid base direction",
                   "a context has a @direction other than \"ltr\", \"rtl\" and null");
    p->result->direction = text;
    return BLZ_OK;
}

/* Steps 5.5, 5.11, and what @protected has to be. */
static blz_status check_switches(const processing *p, const json_t *context)
{
    const json_t *version = json_object_get(context, "@version"),
                 *guard = json_object_get(context, "@protected");
    const json_t *propagate = json_object_get(context, "@propagate");
    if (version && !(json_is_number(version) && json_number_value(version) == 1.1))
        return bad(p, "invalid @version value", "a context has a @version other than 1.1");
    if (version && is_1_0(p))
        return bad(p, "processing mode conflict",
                   "a context asks for JSON-LD 1.1, and it is processed as 1.0");
    if (propagate && is_1_0(p))
        return bad(p, "invalid context entry", "a context has @propagate, which JSON-LD 1.0 does not know");
    if (propagate && !json_is_boolean(propagate))
        return bad(p, "invalid @propagate value", "a context has a @propagate that is not true or false");
    if (guard && is_1_0(p))
        return bad(p, "invalid context entry", "a context has @protected, which JSON-LD 1.0 does not know");
    if (guard && !json_is_boolean(guard))
        return bad(p, "invalid @protected value", "a context has a @protected that is not true or false");
    return BLZ_OK;
}

static bool is_setting(const char *name)
{
    switch (blz_ld_keyword_of(name)) {
    case BLZ_LD_BASE:
    case BLZ_LD_DIRECTION:
    case BLZ_LD_IMPORT:
    case BLZ_LD_LANGUAGE:
    case BLZ_LD_PROPAGATE:
    case BLZ_LD_PROTECTED:
    case BLZ_LD_VERSION:
    case BLZ_LD_VOCAB:
        return true;
    default:
        return false;
    }
}

/* Step 5.13. */
static blz_status define_terms(processing *p, const json_t *context)
{
    json_auto_t *defined = json_object();
    BLZ_TRY_MEM(defined);
    if (p->result->layers >= BLZ_LD_LAYERS_MAX) {
        BLZ_TRY(blz_ld_charge(p->run, blz_ld_active_places(p->result)));
        BLZ_TRY(blz_ld_active_flatten(p->result, p->run->arena));
    }
    blz_ld_definer definer = {.active = p->result,
                              .local = context,
                              .defined = defined,
                              .base_url = p->base_url,
                              .visits = p->visits,
                              .protect = json_is_true(json_object_get(context, "@protected")),
                              .override_protected = p->how & BLZ_LD_OVERRIDE,
                              .published = p->run->lasting || (p->how & BLZ_LD_PUBLISHED)};
    const char *name;
    json_t *value;
    json_object_foreach (blz_json_unconst(context), name, value)
        if (!is_setting(name)) BLZ_TRY(blz_ld_define(p->run, &definer, name));
    return BLZ_OK;
}

static blz_status apply(processing *p, const json_t *context)
{
    if (json_is_null(context)) return nullify(p);
    if (json_is_string(context)) return follow_entry(p, context);
    if (!json_is_object(context))
        return bad(p, "invalid local context", "a context is neither a URL, an object, nor null");
    BLZ_TRY(check_switches(p, context));
    BLZ_TRY(import(p, &context));
    BLZ_TRY(check_switches(p, context));
    BLZ_TRY(set_base(p, context));
    BLZ_TRY(set_vocab(p, context));
    BLZ_TRY(set_language(p, context));
    return define_terms(p, context);
}

/* Step 3, which looks at a context that stands alone. */
static unsigned with_propagation(const json_t *local, unsigned how)
{
    const json_t *propagate =
        json_is_object(local) && !(how & BLZ_LD_ENTRY) ? json_object_get(local, "@propagate") : NULL;
    if (!propagate) return how;
    how &= ~(unsigned)BLZ_LD_NOT_PROPAGATED;
    return how | (json_is_false(propagate) ? BLZ_LD_NOT_PROPAGATED : 0);
}

blz_status blz_ld_process_anew(blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                               blz_ld_local local, const blz_ld_visit *visits, unsigned how)
{
    processing p = {
        .run = run, .base_url = local.base_url, .visits = visits, .how = with_propagation(local.json, how)};
    BLZ_TRY(blz_ld_charge(run, BLZ_LD_TERM_COST));
    if (run->depth > BLZ_LD_DEFINE_DEPTH) return BLZ_ERR_LIMIT;
    p.result = on_top_of(run, active);
    BLZ_TRY_MEM(p.result);
    if ((p.how & BLZ_LD_NOT_PROPAGATED) && !p.result->previous) p.result->previous = active;
    bool several = json_is_array(local.json) && !(how & BLZ_LD_ENTRY);
    run->depth++;
    if (!several) BLZ_TRY(apply(&p, local.json));
    for (size_t i = 0; several && i < json_array_size(local.json); i++)
        BLZ_TRY(apply(&p, json_array_get(local.json, i)));
    run->depth--;
    *out = p.result;
    return BLZ_OK;
}

/* What is only looked at belongs to a context that is being made: it cannot be known, nor be remembered. */
static bool is_worth_remembering(const blz_ld_run *run, unsigned how)
{
    return (how & BLZ_LD_AGAIN) && !(how & BLZ_LD_NO_VALIDATION) && !run->lasting;
}

/* One local context, or one entry of an array of them. */
static blz_status process_one(blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                              blz_ld_local local, const blz_ld_visit *visits, unsigned how)
{
    const blz_ld_active *from = active; /* `out` may be where it stands */
    unsigned kept = how & (BLZ_LD_OVERRIDE | BLZ_LD_NOT_PROPAGATED);
    if (json_is_string(local.json) && !(how & BLZ_LD_NOT_PROPAGATED))
        return follow(run, from, out, local, visits, how);
    if (!is_worth_remembering(run, how)) return blz_ld_process_anew(run, from, out, local, visits, how);
    *out = blz_ld_known(run, from, local.json, kept);
    if (*out) return BLZ_OK;
    if (from->lasting && (how & BLZ_LD_LASTING)) {
        BLZ_TRY(blz_ld_lasting_process(run, from, out, local, kept));
        if (*out) return BLZ_OK;
    }
    BLZ_TRY(blz_ld_process_anew(run, from, out, local, visits, how));
    return blz_ld_remember(run, from, local.json, kept, *out);
}

blz_status blz_ld_process(blz_ld_run *run, const blz_ld_active *active, const blz_ld_active **out,
                          blz_ld_local local, const blz_ld_visit *visits, unsigned how)
{
    if (!json_is_array(local.json) || (how & (BLZ_LD_NOT_PROPAGATED | BLZ_LD_AGAIN)))
        return process_one(run, active, out, local, visits, how);
    *out = active;
    for (size_t i = 0; i < json_array_size(local.json); i++)
        BLZ_TRY(process_one(run, *out, out, (blz_ld_local){json_array_get(local.json, i), local.base_url},
                            visits, how | BLZ_LD_ENTRY));
    return BLZ_OK;
}
