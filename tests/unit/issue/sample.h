#ifndef BLAZON_TESTS_UNIT_ISSUE_SAMPLE_H
#define BLAZON_TESTS_UNIT_ISSUE_SAMPLE_H

/* A small micro-credential in the model's own structs. */

#include "definition/model.h"

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

#endif
