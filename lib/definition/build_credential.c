#include <string.h>

#include "definition/builder.h"
#include "definition/ids.h"

static void build_alignment(blz_builder *builder, void *item, const json_t *value)
{
    blz_alignment *alignment = item;
    alignment->pointer = blz_build_here(builder);
    alignment->framework = blz_build_text(value, "framework");
    alignment->code = blz_build_text(value, "code");
    alignment->name = blz_build_text(value, "name");
    alignment->description = blz_build_text(value, "description");
    alignment->url = blz_build_text(value, "url");
    alignment->type = blz_build_text(value, "type");
}

static void build_competency(blz_builder *builder, void *item, const json_t *value)
{
    blz_competency *competency = item;
    competency->pointer = blz_build_here(builder);
    competency->statement = blz_build_text(value, "statement");
    competency->alignments = blz_build_list(builder, value, "alignments", sizeof *competency->alignments,
                                            build_alignment, &competency->alignment_count);
}

static void build_component(blz_builder *builder, void *item, const json_t *value)
{
    blz_component *component = item;
    component->pointer = blz_build_here(builder);
    component->title = blz_build_text(value, "title");
    component->text = blz_build_text(value, "text");
}

static void build_research(blz_builder *builder, void *item, const json_t *value)
{
    blz_research *research = item;
    research->pointer = blz_build_here(builder);
    research->citation = blz_build_text(value, "citation");
    research->url = blz_build_text(value, "url");
    research->finding = blz_build_text(value, "finding");
}

static void build_resource(blz_builder *builder, void *item, const json_t *value)
{
    blz_resource *resource = item;
    resource->pointer = blz_build_here(builder);
    resource->title = blz_build_text(value, "title");
    resource->url = blz_build_text(value, "url");
    resource->text = blz_build_text(value, "text");
}

static void build_method(blz_builder *builder, void *item, const json_t *value)
{
    blz_method *method = item;
    method->pointer = blz_build_here(builder);
    method->key = blz_build_text(value, "key");
    method->summary = blz_build_text(value, "summary");
    method->components = blz_build_list(builder, value, "components", sizeof *method->components,
                                        build_component, &method->component_count);
    method->research = blz_build_list(builder, value, "research", sizeof *method->research, build_research,
                                      &method->research_count);
    method->resources = blz_build_list(builder, value, "resources", sizeof *method->resources, build_resource,
                                       &method->resource_count);
}

static void build_prompt(blz_builder *builder, void *item, const json_t *value)
{
    blz_prompt *prompt = item;
    prompt->pointer = blz_build_here(builder);
    prompt->text = blz_build_text(value, "text");
    prompt->words = blz_build_bounds(value, "words");
}

/* The index of the text in a list that ends with NULL; the schema sees to it that it is there. */
static unsigned choice(const char *text, const char *const *choices)
{
    unsigned i = 0;
    while (choices[i] && strcmp(choices[i], text) != 0)
        i++;
    return i;
}

static void build_evidence(blz_builder *builder, void *item, const json_t *value)
{
    static const char *const parts[] = {"overview", "artifact", "reflection", NULL};
    blz_evidence *evidence = item;
    evidence->pointer = blz_build_here(builder);
    evidence->id = blz_build_text(value, "id");
    evidence->title = blz_build_text(value, "title");
    evidence->instructions = blz_build_text(value, "instructions");
    evidence->part = choice(blz_build_text(value, "part"), parts);
    evidence->prompts = blz_build_list(builder, value, "prompts", sizeof *evidence->prompts, build_prompt,
                                       &evidence->prompt_count);
    evidence->accepts = blz_build_texts(builder, value, "accepts", &evidence->accept_count);
    evidence->count = blz_build_bounds(value, "count");
}

static void build_assessment(blz_builder *builder, void *item, const json_t *value)
{
    static const char *const blinds[] = {"", "none", "single", "double", NULL};
    blz_assessment *assessment = item;
    const char *blind = blz_build_text(value, "blind");
    const json_t *resubmissions = json_object_get(value, "resubmissions");
    const json_t *feedback = json_object_get(value, "feedback");
    assessment->pointer = blz_build_here(builder);
    assessment->blind = blind ? choice(blind, blinds) : BLZ_BLIND_UNKNOWN;
    assessment->assessors = json_integer_value(json_object_get(value, "assessors"));
    assessment->turnaround = blz_build_text(value, "turnaround");
    assessment->has_resubmissions = resubmissions != NULL;
    assessment->resubmissions = json_integer_value(resubmissions);
    assessment->has_feedback = feedback != NULL;
    assessment->feedback = json_is_true(feedback);
}

static void build_recognition(blz_builder *builder, void *item, const json_t *value)
{
    blz_recognition *recognition = item;
    recognition->pointer = blz_build_here(builder);
    recognition->authority = blz_build_text(value, "authority");
    recognition->jurisdiction = blz_build_text(value, "jurisdiction");
    recognition->kind = blz_build_text(value, "kind");
    recognition->unit = blz_build_text(value, "unit");
    recognition->url = blz_build_text(value, "url");
    recognition->has_amount = blz_build_number(&recognition->amount, value, "amount");
}

static void build_support(blz_builder *builder, void *item, const json_t *value)
{
    blz_support *support = item;
    support->pointer = blz_build_here(builder);
    support->kind = blz_build_text(value, "kind");
    support->text = blz_build_text(value, "text");
}

/* What a learner meets: who issues it, what to hand in, how it is scored, what it counts for. */
static void build_programme(blz_builder *builder, blz_micro_credential *credential, const json_t *value)
{
    credential->evidence = blz_build_list(builder, value, "evidence", sizeof *credential->evidence,
                                          build_evidence, &credential->evidence_count);
    blz_build_member(builder, value, "assessment", build_assessment, &credential->assessment);
    credential->recognition = blz_build_list(builder, value, "recognition", sizeof *credential->recognition,
                                             build_recognition, &credential->recognition_count);
    credential->supports = blz_build_list(builder, value, "supports", sizeof *credential->supports,
                                          build_support, &credential->support_count);
    credential->requires = blz_build_texts(builder, value, "requires", &credential->require_count);
}

static void build_parts(blz_builder *builder, blz_micro_credential *credential, const json_t *value)
{
    blz_issuer *issuer = blz_arena_alloc(builder->arena, sizeof *issuer);
    blz_rubric *rubric = blz_arena_alloc(builder->arena, sizeof *rubric);
    blz_status status = blz_ids_index(&builder->evidence, json_object_get(value, "evidence"));
    if (!issuer || !rubric) status = BLZ_ERR_NOMEM;
    if (status != BLZ_OK) {
        builder->status = status;
        return;
    }
    blz_build_member(builder, value, "issuer", blz_build_issuer, issuer);
    blz_build_member(builder, value, "rubric", blz_build_rubric, rubric);
    credential->issuer = issuer;
    credential->rubric = rubric;
}

void blz_build_micro_credential(blz_builder *builder, void *item, const json_t *value)
{
    blz_micro_credential *credential = item;
    const json_t *credits = json_object_get(value, "credits");
    credential->id = blz_build_text(value, "id");
    credential->name = blz_build_text(value, "name");
    credential->version = blz_build_text(value, "version");
    credential->language = blz_build_text(value, "language");
    credential->description = blz_build_text(value, "description");
    credential->image = blz_build_text(value, "image");
    credential->tags = blz_build_texts(builder, value, "tags", &credential->tag_count);
    credential->has_credits = blz_build_number(&credential->credits, credits, "available");
    credential->credit_unit = blz_build_text(credits, "unit");
    blz_build_member(builder, value, "competency", build_competency, &credential->competency);
    blz_build_member(builder, value, "method", build_method, &credential->method);
    build_parts(builder, credential, value);
    build_programme(builder, credential, value);
}
