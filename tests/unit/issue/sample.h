#ifndef BLAZON_TESTS_UNIT_ISSUE_SAMPLE_H
#define BLAZON_TESTS_UNIT_ISSUE_SAMPLE_H

/* A small micro-credential in the model's own structs, and a definition around it. */

#include <string.h>

#include "unit/credential/sweep.h"

#include "base/ctx.h"
#include "base/diag.h"
#include "definition/definition.h"

#define SAMPLE_ID "https://badges.example.edu/ct/data"

static const blz_level sample_levels[] = {
    {.pointer = "/rubric/levels/0", .id = "not-yet", .name = "Not yet", .has_points = true, .points = 0},
    {.pointer = "/rubric/levels/1", .id = "basic", .name = "Basic", .has_points = true, .points = 1},
    {.pointer = "/rubric/levels/2", .id = "proficient", .has_points = true, .points = 2.5},
};
static const blz_descriptor sample_question[] = {
    {.level = 2, .text = "Students ask their own question."},
    {.level = 0, .text = "There is no question."},
    {.level = 1, .text = "The teacher asks."},
};
static const blz_descriptor sample_lesson[] = {
    {.level = 0, .text = "No lesson"},
    {.level = 1, .text = "A lesson"},
    {.level = 2, .text = "A *good* lesson"},
};
static const size_t sample_question_evidence[] = {0, 1};
static const blz_criterion sample_criteria[] = {
    {.pointer = "/rubric/criteria/0",
     .id = "question",
     .name = "Driving question",
     .description = "What the lesson asks.",
     .evidence = sample_question_evidence,
     .evidence_count = 2,
     .weight = 1,
     .has_passing = true,
     .passing = 1,
     .needs_level = true,
     .descriptors = sample_question,
     .descriptor_count = 3},
    {.pointer = "/rubric/criteria/1",
     .id = "lesson",
     .name = "Lesson",
     .weight = 0.5,
     .passing = 2,
     .needs_level = true,
     .descriptors = sample_lesson,
     .descriptor_count = 3},
};
static const blz_rubric sample_rubric = {
    .pointer = "/rubric",
    .levels = sample_levels,
    .level_count = 3,
    .criteria = sample_criteria,
    .criterion_count = 2,
    .has_passing = true,
    .has_passing_level = true,
    .passing_level = 2,
    .has_passing_points = true,
    .passing_points = 2.25,
};

static const blz_component sample_components[] = {
    {.title = "Ask", .text = "Students ask."},
    {.title = "Collect", .text = "They collect.\nThen they sort."},
};
static const blz_research sample_research[] = {
    {.citation = "Doe, J. (2020). *On data*.", .url = "https://doi.org/10.1000/1", .finding = "It works."},
    {.citation = "Roe, R. (2021)."},
};
static const blz_prompt sample_prompts[] = {
    {.text = "Who are your students?", .words = {100, 300}},
    {.text = "Why?", .words = {0, 1}},
    {.text = "What next?", .words = {50, 0}},
    {.text = "Anything else?"},
};
static const char *const sample_accepts[] = {"application/pdf", "video/mp4", "text/uri-list"};
static const char *const sample_one_type[] = {"application/x-strange_type"};
static const blz_evidence sample_evidence[] = {
    {.id = "overview",
     .part = BLZ_PART_OVERVIEW,
     .title = "Overview questions",
     .prompts = sample_prompts,
     .prompt_count = 4},
    {.id = "lesson",
     .part = BLZ_PART_ARTIFACT,
     .instructions = "A plan.\n\nWithout names.",
     .accepts = sample_accepts,
     .accept_count = 3,
     .count = {1, 3}},
    {.id = "photo",
     .part = BLZ_PART_ARTIFACT,
     .title = "Photo",
     .accepts = sample_one_type,
     .accept_count = 1},
    {.id = "reflection", .part = BLZ_PART_REFLECTION, .count = {1, 1}},
};
static const char *const sample_tags[] = {"science", "data"};

static const blz_micro_credential sample = {
    .id = SAMPLE_ID,
    .name = "Data Practices",
    .description = "Two sentences.",
    .tags = sample_tags,
    .tag_count = 2,
    .competency = {.pointer = "/competency", .statement = "Teaches a lesson in which students *use* data."},
    .method = {.pointer = "/method",
               .key = "Data [inquiry]",
               .summary = "Ask first.",
               .components = sample_components,
               .component_count = 2,
               .research = sample_research,
               .research_count = 2},
    .evidence = sample_evidence,
    .evidence_count = 4,
    .rubric = &sample_rubric,
    .assessment = {.pointer = "/assessment",
                   .blind = BLZ_BLIND_DOUBLE,
                   .assessors = 2,
                   .turnaround = "P14D",
                   .has_resubmissions = true,
                   .resubmissions = 3,
                   .has_feedback = true,
                   .feedback = true},
};

static const blz_issuer sample_issuer = {
    .pointer = "/issuer",
    .id = "https://badges.example.edu/issuer",
    .name = "Example School District",
    .url = "https://www.example.edu",
    .email = "badges@example.edu",
    .phone = "+12065550100",
    .description = "Schools.",
};

/* As if it had been read from test.yaml below `folder`. */
struct sample_file {
    blz_definition definition;
    blz_micro_credential credential;
    blz_mount mount;
};

static inline blz_definition *sample_open(struct sample_file *file)
{
    blz_source *source = NULL;
    ck_assert_ok(blz_source_new(&source, "test.yaml", "", 0));
    *file = (struct sample_file){.credential = sample,
                                 .mount = {.pointer = "", .source = source, .path = "test.yaml"}};
    file->credential.issuer = &sample_issuer;
    file->definition = (blz_definition){.kind = BLZ_DEFINITION_MICRO_CREDENTIAL,
                                        .mounts = &file->mount,
                                        .mount_count = 1,
                                        .id = SAMPLE_ID,
                                        .name = "Data Practices",
                                        .micro_credential = &file->credential,
                                        .rubric = &sample_rubric,
                                        .issuer = &sample_issuer};
    return &file->definition;
}

static inline void sample_close(struct sample_file *file)
{
    blz_source_unref(file->mount.source);
}

/* "CODE pointer message" of the finding at `index`; "none" beyond the end. */
static inline const char *finding(const blz_diags *diags, size_t index)
{
    static char text[2000];
    const blz_diag *diag = blz_diags_at(diags, index);
    if (!diag) return "none";
    snprintf(text, sizeof text, "%s %s %s", diag->rule->code, diag->pointer ? diag->pointer : "-",
             diag->message);
    return text;
}

static inline const char *text_at(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

static inline blz_diags *new_diags(void)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    return diags;
}

static inline blz_status sample_random(void *user, uint8_t *out, size_t length)
{
    (void)user;
    for (size_t i = 0; i < length; i++)
        out[i] = (uint8_t)i;
    return BLZ_OK;
}

/* 2026-01-31T00:00:00Z, and random bytes that count up. */
static inline blz_ctx *sample_ctx(void)
{
    blz_ctx *ctx = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_now(ctx, 1769817600);
    blz_ctx_set_random(ctx, sample_random, NULL);
    return ctx;
}

#endif
