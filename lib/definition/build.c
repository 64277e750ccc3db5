#include "definition/builder.h"

#include <string.h>

#include "definition/load.h"

static void build_key(blz_builder *builder, void *item, const json_t *value)
{
    (void)builder;
    *(const char **)item = blz_build_text(value, "id");
}

void blz_build_issuer(blz_builder *builder, void *item, const json_t *value)
{
    blz_issuer *issuer = item;
    issuer->pointer = blz_build_here(builder);
    issuer->id = blz_build_text(value, "id");
    issuer->name = blz_build_text(value, "name");
    issuer->url = blz_build_text(value, "url");
    issuer->email = blz_build_text(value, "email");
    issuer->phone = blz_build_text(value, "phone");
    issuer->description = blz_build_text(value, "description");
    issuer->image = blz_build_text(value, "image");
    issuer->revocations = blz_build_text(value, "revocations");
    issuer->keys =
        blz_build_list(builder, value, "keys", sizeof(const char *), build_key, &issuer->key_count);
}

static void build_requirement(blz_builder *builder, void *item, const json_t *value)
{
    blz_requirement *requirement = item;
    requirement->pointer = blz_build_here(builder);
    requirement->credential = blz_build_text(value, "credential");
    requirement->name = blz_build_text(value, "name");
    requirement->text = blz_build_text(value, "text");
}

static void build_stack_parts(blz_builder *builder, blz_stack *stack, const json_t *value)
{
    blz_issuer *issuer = blz_arena_alloc(builder->arena, sizeof *issuer);
    blz_requirement *capstone = blz_arena_alloc(builder->arena, sizeof *capstone);
    if (!issuer || !capstone) {
        builder->status = BLZ_ERR_NOMEM;
        return;
    }
    blz_build_member(builder, value, "issuer", blz_build_issuer, issuer);
    blz_build_member(builder, value, "capstone", build_requirement, capstone);
    stack->issuer = issuer;
    stack->capstone = capstone->pointer ? capstone : NULL;
}

void blz_build_stack(blz_builder *builder, void *item, const json_t *value)
{
    blz_stack *stack = item;
    const json_t *earn = json_object_get(value, "earn");
    stack->id = blz_build_text(value, "id");
    stack->name = blz_build_text(value, "name");
    stack->version = blz_build_text(value, "version");
    stack->language = blz_build_text(value, "language");
    stack->description = blz_build_text(value, "description");
    stack->image = blz_build_text(value, "image");
    stack->tags = blz_build_texts(builder, value, "tags", &stack->tag_count);
    stack->requires = blz_build_list(builder, value, "requires", sizeof *stack->requires, build_requirement,
                                     &stack->require_count);
    stack->earn = json_is_integer(earn) ? (size_t)json_integer_value(earn) : stack->require_count;
    build_stack_parts(builder, stack, value);
}

static void build_trusted(blz_builder *builder, void *item, const json_t *value)
{
    blz_trusted *trusted = item;
    trusted->pointer = blz_build_here(builder);
    trusted->id = blz_build_text(value, "id");
    trusted->name = blz_build_text(value, "name");
    trusted->keys = blz_build_texts(builder, value, "keys", &trusted->key_count);
}

void blz_build_trust(blz_builder *builder, void *item, const json_t *value)
{
    blz_trust_list *list = item;
    const char *others = blz_build_text(value, "others");
    list->refuses_others = others && strcmp(others, "refuse") == 0;
    list->issuers =
        blz_build_list(builder, value, "issuers", sizeof *list->issuers, build_trusted, &list->issuer_count);
}

/* Builds the whole of the tree as the struct of its kind. */
static blz_status build_root(blz_builder *builder, blz_build_fn *build, void *item, const json_t *tree)
{
    if (!item) return BLZ_ERR_NOMEM;
    BLZ_TRY(blz_buf_puts(&builder->path, ""));
    build(builder, item, tree);
    return builder->status;
}

static void blz_builder_clear(blz_builder *builder)
{
    blz_buf_clear(&builder->path);
    json_decref(builder->evidence);
    json_decref(builder->levels);
}

static blz_status build_kind(blz_builder *builder, blz_definition *definition)
{
    blz_micro_credential *credential = blz_arena_alloc(builder->arena, sizeof *credential);
    blz_rubric *rubric = blz_arena_alloc(builder->arena, sizeof *rubric);
    blz_issuer *issuer = blz_arena_alloc(builder->arena, sizeof *issuer);
    blz_stack *stack = blz_arena_alloc(builder->arena, sizeof *stack);
    blz_trust_list *trust = blz_arena_alloc(builder->arena, sizeof *trust);
    const json_t *tree = definition->json;
    switch (definition->kind) {
    case BLZ_DEFINITION_MICRO_CREDENTIAL:
        BLZ_TRY(build_root(builder, blz_build_micro_credential, credential, tree));
        definition->micro_credential = credential;
        definition->rubric = credential->rubric;
        definition->issuer = credential->issuer;
        return BLZ_OK;
    case BLZ_DEFINITION_STACK:
        BLZ_TRY(build_root(builder, blz_build_stack, stack, tree));
        definition->stack = stack;
        definition->issuer = stack->issuer;
        return BLZ_OK;
    case BLZ_DEFINITION_RUBRIC:
        definition->rubric = rubric;
        return build_root(builder, blz_build_rubric, rubric, tree);
    case BLZ_DEFINITION_TRUST:
        definition->trust = trust;
        return build_root(builder, blz_build_trust, trust, tree);
    default:
        definition->issuer = issuer;
        return build_root(builder, blz_build_issuer, issuer, tree);
    }
}

blz_status blz_model_build(blz_definition *definition)
{
    BLZ_SCOPED(blz_builder) builder = {.arena = &definition->arena, .path = BLZ_BUF(BLZ_BUF_MAX)};
    BLZ_TRY(build_kind(&builder, definition));
    definition->id = blz_build_text(definition->json, "id");
    definition->name = blz_build_text(definition->json, "name");
    return BLZ_OK;
}
