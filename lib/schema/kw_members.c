#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "schema/errors.h"
#include "schema/keywords.h"

/* properties, patternProperties, additionalProperties: what the members are. One pass over the instance,
 * whose order the messages follow. */

enum { FREE_NAMES_SHOWN = 12 };

typedef struct member {
    const char *name;
    const blz_node *node;
} member;

typedef struct pattern_member {
    const blz_pattern *pattern;
    const blz_node *node;
} pattern_member;

typedef struct members_data {
    member *members; /* sorted by name */
    const char **names;
    size_t count;
    pattern_member *patterns;
    size_t pattern_count;
    const blz_node *additional; /* NULL: anything may be there, and nothing is said about it */
} members_data;

static int by_name(const void *a, const void *b)
{
    return strcmp(((const member *)a)->name, ((const member *)b)->name);
}

/* The known name that "available:15" starts with, where a space is missing. */
static const char *name_before_colon(const members_data *d, const char *key)
{
    size_t length = strcspn(key, ":");
    for (size_t i = 0; key[length] && i < d->count; i++)
        if (strlen(d->names[i]) == length && strncmp(d->names[i], key, length) == 0) return d->names[i];
    return NULL;
}

/* Names that are still free. */
static const char *free_names_hint(blz_eval *eval, const json_t *owner, const members_data *d)
{
    const char *text = NULL;
    for (size_t i = 0, shown = 0; i < d->count && shown < FREE_NAMES_SHOWN; i++) {
        if (json_object_get(owner, d->names[i])) continue;
        text = text ? blz_errors_text(eval->errors, "%s, \"%s\"", text, d->names[i])
                    : blz_errors_text(eval->errors, "\"%s\"", d->names[i]);
        shown++;
    }
    return text ? blz_errors_text(eval->errors, "leave it out, or use one of those still free: %s", text)
                : "leave it out";
}

static blz_status say_unknown(blz_eval *eval, const blz_frame *frame, const members_data *d, blz_at *at)
{
    blz_frame here = {.node = frame->node, .at = at};
    const char *glued = name_before_colon(d, at->key);
    const char *suggestion = glued ? glued : blz_suggest(at->key, d->names, d->count);
    if (suggestion && json_object_get(frame->at->value, suggestion)) suggestion = NULL;
    const char *hint;
    if (glued)
        hint = blz_errors_text(eval->errors, "put a space behind the colon: \"%s: %s\"", glued,
                               at->key + strlen(glued) + 1);
    else if (suggestion)
        hint = blz_errors_text(eval->errors, "did you mean \"%s\"?", suggestion);
    else
        hint = free_names_hint(eval, frame->at->value, d);
    const char *owner = blz_errors_subject(eval, frame->at);
    return blz_errors_add(eval, &here,
                          &(blz_failure){.class = BLZ_SCHEMA_UNKNOWN,
                                         .keyword = "additionalProperties",
                                         .at_key = true,
                                         .hint = hint,
                                         .fix = glued ? NULL : suggestion,
                                         .suggestion = suggestion},
                          "\"%s\" is not a key that %s can have", at->key, owner);
}

static blz_status evaluate_additional(blz_eval *eval, blz_frame *frame, const members_data *d, blz_at *at)
{
    if (d->additional->verdict != BLZ_VERDICT_FALSE)
        return blz_eval_must(eval, d->additional, frame, at, NULL);
    return blz_failed(eval, frame) ? say_unknown(eval, frame, d, at) : BLZ_OK;
}

static blz_status evaluate_member(blz_eval *eval, blz_frame *frame, const members_data *d, blz_at *at,
                                  size_t index)
{
    const member *known =
        d->count ? bsearch(&(member){.name = at->key}, d->members, d->count, sizeof *known, by_name) : NULL;
    bool found = known != NULL;
    if (known) BLZ_TRY(blz_eval_must(eval, known->node, frame, at, NULL));
    size_t length = d->pattern_count ? strlen(at->key) : 0;
    BLZ_TRY(blz_eval_charge(eval, 1 + d->pattern_count));
    for (size_t i = 0; i < d->pattern_count; i++) {
        bool matches = false;
        BLZ_TRY(blz_pattern_match(&matches, d->patterns[i].pattern, &eval->matcher, at->key, length));
        if (matches) BLZ_TRY(blz_eval_must(eval, d->patterns[i].node, frame, at, NULL));
        found |= matches;
    }
    if (!found && !d->additional) return BLZ_OK;
    if (!found) BLZ_TRY(evaluate_additional(eval, frame, d, at));
    return blz_seen_mark(frame->seen, index);
}

static blz_status evaluate_members(blz_eval *eval, const void *data, blz_frame *frame)
{
    json_t *object = blz_json_unconst(frame->at->value), *value;
    const char *name;
    size_t index = 0;
    if (!json_is_object(object)) return BLZ_OK;
    json_object_foreach (object, name, value) {
        blz_at at = {.parent = frame->at, .value = value, .key = name};
        BLZ_TRY(evaluate_member(eval, frame, data, &at, index++));
        if (!frame->ok && !eval->errors) break;
    }
    return BLZ_OK;
}

static blz_status compile_properties(blz_compiler *c, blz_node *node, members_data *d,
                                     const json_t *properties)
{
    size_t count = json_object_size(properties);
    const char *name;
    json_t *schema;
    if (!json_is_object(properties)) return blz_compile_problem(c, node, "\"properties\" is not an object");
    d->members = blz_arena_alloc(&c->schema->arena, (count + 1) * sizeof *d->members);
    d->names = blz_arena_alloc(&c->schema->arena, (count + 1) * sizeof *d->names);
    BLZ_TRY_MEM(d->members && d->names);
    json_object_foreach (blz_json_unconst(properties), name, schema) {
        blz_node *child = NULL;
        BLZ_TRY(blz_compile_named(c, node, schema, &child, "properties", name));
        d->names[d->count] = name;
        d->members[d->count++] = (member){name, child};
    }
    qsort(d->members, d->count, sizeof *d->members, by_name);
    return BLZ_OK;
}

static blz_status compile_patterns(blz_compiler *c, blz_node *node, members_data *d, const json_t *patterns)
{
    const char *name;
    json_t *schema;
    if (!json_is_object(patterns))
        return blz_compile_problem(c, node, "\"patternProperties\" is not an object");
    d->patterns = blz_arena_alloc(&c->schema->arena, (json_object_size(patterns) + 1) * sizeof *d->patterns);
    BLZ_TRY_MEM(d->patterns);
    json_object_foreach (blz_json_unconst(patterns), name, schema) {
        blz_node *child = NULL;
        pattern_member *entry = &d->patterns[d->pattern_count];
        BLZ_TRY(blz_compile_pattern(c, node, name, strlen(name), &entry->pattern));
        BLZ_TRY(blz_compile_named(c, node, schema, &child, "patternProperties", name));
        entry->node = child;
        d->pattern_count++;
    }
    return BLZ_OK;
}

blz_status blz_compile_members(blz_compiler *c, blz_node *node, const json_t *value)
{
    (void)value;
    if (blz_compile_has(node, evaluate_members)) return BLZ_OK;
    members_data *d;
    const json_t *properties = blz_compile_sibling(node, "properties"),
                 *patterns = blz_compile_sibling(node, "patternProperties"),
                 *additional = blz_compile_sibling(node, "additionalProperties");
    BLZ_TRY(blz_compile_keyword(c, node, evaluate_members, sizeof *d, &d));
    if (properties) BLZ_TRY(compile_properties(c, node, d, properties));
    if (patterns) BLZ_TRY(compile_patterns(c, node, d, patterns));
    if (!additional) return BLZ_OK;
    blz_node *child = NULL;
    BLZ_TRY(blz_compile_child(c, node, additional, &child, "additionalProperties"));
    d->additional = child;
    return BLZ_OK;
}
