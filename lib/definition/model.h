#ifndef BLZ_DEFINITION_MODEL_H
#define BLZ_DEFINITION_MODEL_H

/* What an author says, as C structs. Every text is borrowed from the definition and lives as long as that;
 * NULL is what was left out. Lists are an array and its count. `pointer` is the place of the node in the
 * resolved tree; blz_definition_origin() turns it into the place in a file. */

#include <stdbool.h>
#include <stddef.h>

typedef struct blz_alignment {
    const char *pointer;
    const char *framework, *code, *name, *description, *url, *type;
} blz_alignment;

typedef struct blz_competency {
    const char *pointer;
    const char *statement;
    const blz_alignment *alignments;
    size_t alignment_count;
} blz_competency;

typedef struct blz_component {
    const char *pointer;
    const char *title, *text;
} blz_component;

typedef struct blz_research {
    const char *pointer;
    const char *citation, *url, *finding;
} blz_research;

typedef struct blz_resource {
    const char *pointer;
    const char *title, *url, *text;
} blz_resource;

typedef struct blz_method {
    const char *pointer;
    const char *key, *summary;
    const blz_component *components;
    size_t component_count;
    const blz_research *research;
    size_t research_count;
    const blz_resource *resources;
    size_t resource_count;
} blz_method;

/* From `min` to `max`, both included; 0 is what was left out (the schema lets neither be 0). */
typedef struct blz_bounds {
    long long min, max;
} blz_bounds;

typedef struct blz_prompt {
    const char *pointer;
    const char *text;
    blz_bounds words;
} blz_prompt;

typedef enum blz_part { BLZ_PART_OVERVIEW, BLZ_PART_ARTIFACT, BLZ_PART_REFLECTION } blz_part;

typedef struct blz_evidence {
    const char *pointer;
    const char *id, *title, *instructions;
    blz_part part;
    const blz_prompt *prompts;
    size_t prompt_count;
    const char *const *accepts; /* media types */
    size_t accept_count;
    blz_bounds count; /* how many files */
} blz_evidence;

typedef struct blz_level {
    const char *pointer;
    const char *id, *name, *description;
    bool has_points;
    double points;
} blz_level;

/* What the work shows at one level of one criterion. */
typedef struct blz_descriptor {
    const char *pointer;
    size_t level;     /* index into the rubric's levels */
    const char *text; /* NULL where nothing stands behind the level's id */
} blz_descriptor;

typedef struct blz_criterion {
    const char *pointer;
    const char *id, *name, *description;
    const size_t
        *evidence; /* indices into the micro-credential's evidence; none in a rubric read on its own */
    size_t evidence_count;
    const char *const *evidence_ids; /* as written */
    size_t evidence_id_count;
    double weight;                     /* 1 unless set */
    bool has_passing;                  /* it sets a level of its own */
    size_t passing;                    /* index of the level that it needs: its own or else the rubric's */
    bool needs_level;                  /* `passing` is known from one of the two */
    const blz_descriptor *descriptors; /* as written, not by level: see blz_criterion_text() */
    size_t descriptor_count;
} blz_criterion;

typedef struct blz_rubric {
    const char *pointer;
    const char *name, *description;
    const blz_level *levels; /* low to high */
    size_t level_count;
    const blz_criterion *criteria;
    size_t criterion_count;
    bool has_passing; /* `passing` is there at all */
    bool has_passing_level;
    size_t passing_level; /* index into levels */
    bool has_passing_points;
    double passing_points; /* what the weighted points of all criteria must add up to */
} blz_rubric;

typedef enum blz_blind { BLZ_BLIND_UNKNOWN, BLZ_BLIND_NONE, BLZ_BLIND_SINGLE, BLZ_BLIND_DOUBLE } blz_blind;

typedef struct blz_assessment {
    const char *pointer; /* NULL: there is no assessment section */
    blz_blind blind;
    long long assessors;    /* 0: left out */
    const char *turnaround; /* ISO 8601 duration */
    bool has_resubmissions;
    long long resubmissions;
    bool has_feedback;
    bool feedback;
} blz_assessment;

typedef struct blz_recognition {
    const char *pointer;
    const char *authority, *jurisdiction, *kind, *unit, *url;
    bool has_amount;
    double amount;
} blz_recognition;

typedef struct blz_support {
    const char *pointer;
    const char *kind, *text;
} blz_support;

typedef struct blz_issuer {
    const char *pointer;
    const char *id, *name, *url, *email, *phone, *description, *image;
    const char *revocations; /* URL of a RevocationList of Open Badges 2.0 */
    const char *const *keys; /* verification method URLs */
    size_t key_count;
} blz_issuer;

typedef struct blz_micro_credential {
    const char *id, *name, *version, *language, *description, *image;
    const blz_issuer *issuer;
    const char *const *tags;
    size_t tag_count;
    bool has_credits;
    double credits;
    const char *credit_unit;
    blz_competency competency;
    blz_method method;
    const blz_evidence *evidence;
    size_t evidence_count;
    const blz_rubric *rubric;
    blz_assessment assessment;
    const blz_recognition *recognition;
    size_t recognition_count;
    const blz_support *supports;
    size_t support_count;
    const char *const *requires;
    size_t require_count;
} blz_micro_credential;

/* One credential of a stack; a path in the file has become the id and the name of what it leads to. */
typedef struct blz_requirement {
    const char *pointer;
    const char *credential, *name, *text;
} blz_requirement;

typedef struct blz_stack {
    const char *id, *name, *version, *language, *description, *image;
    const blz_issuer *issuer;
    const char *const *tags;
    size_t tag_count;
    const blz_requirement *requires;
    size_t require_count;
    size_t earn;                     /* how many of them: all unless set */
    const blz_requirement *capstone; /* NULL if there is none */
} blz_stack;

/* An issuer that a verifier knows. */
typedef struct blz_trusted {
    const char *pointer;
    const char *id, *name;
    const char *const *keys; /* DIDs, https URLs, Multikeys and paths, as they were written */
    size_t key_count;
} blz_trusted;

typedef struct blz_trust_list {
    bool refuses_others;
    const blz_trusted *issuers;
    size_t issuer_count;
} blz_trust_list;

#endif
