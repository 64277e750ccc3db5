#include "definition/builder.h"

#include "codec/json_ptr.h"
#include "definition/definition.h"
#include "definition/ids.h"

static void build_level(blz_builder *builder, void *item, const json_t *value)
{
    blz_level *level = item;
    level->pointer = blz_build_here(builder);
    level->id = blz_build_text(value, "id");
    level->name = blz_build_text(value, "name");
    level->description = blz_build_text(value, "description");
    level->has_points = blz_build_number(&level->points, value, "points");
}

static blz_status fill_descriptor(blz_builder *builder, blz_descriptor *out, const char *level,
                                  const json_t *text)
{
    size_t mark = builder->path.length;
    BLZ_TRY(blz_json_ptr_push(&builder->path, "levels"));
    BLZ_TRY(blz_json_ptr_push(&builder->path, level));
    out->pointer = blz_build_here(builder);
    out->text = json_string_value(text);
    blz_json_ptr_cut(&builder->path, mark);
    return blz_ids_find(&out->level, builder->levels, level) ? builder->status : BLZ_ERR_INVALID;
}

static void build_descriptors(blz_builder *builder, blz_criterion *criterion, const json_t *value)
{
    json_t *levels = json_object_get(value, "levels");
    blz_descriptor *items = blz_arena_alloc(builder->arena, json_object_size(levels) * sizeof *items);
    const char *level;
    json_t *text;
    size_t n = 0;
    if (!items) builder->status = BLZ_ERR_NOMEM;
    json_object_foreach (levels, level, text) {
        if (builder->status == BLZ_OK) builder->status = fill_descriptor(builder, &items[n++], level, text);
    }
    criterion->descriptors = items;
    criterion->descriptor_count = n;
}

/* Indices into the micro-credential's evidence; a rubric file stands alone and has none. */
static void build_evidence(blz_builder *builder, blz_criterion *criterion)
{
    if (!builder->evidence || criterion->evidence_id_count == 0) return;
    size_t *items = blz_arena_alloc(builder->arena, criterion->evidence_id_count * sizeof *items);
    if (!items) builder->status = BLZ_ERR_NOMEM;
    for (size_t i = 0; items && i < criterion->evidence_id_count; i++)
        if (blz_ids_find(&items[criterion->evidence_count], builder->evidence, criterion->evidence_ids[i]))
            criterion->evidence_count++;
    criterion->evidence = items;
}

static void build_criterion(blz_builder *builder, void *item, const json_t *value)
{
    blz_criterion *criterion = item;
    const char *passing = blz_build_text(value, "passing");
    criterion->pointer = blz_build_here(builder);
    criterion->id = blz_build_text(value, "id");
    criterion->name = blz_build_text(value, "name");
    criterion->description = blz_build_text(value, "description");
    criterion->evidence_ids = blz_build_texts(builder, value, "evidence", &criterion->evidence_id_count);
    build_evidence(builder, criterion);
    criterion->weight = 1;
    (void)blz_build_number(&criterion->weight, value, "weight");
    criterion->has_passing = passing && blz_ids_find(&criterion->passing, builder->levels, passing);
    criterion->needs_level = criterion->has_passing;
    build_descriptors(builder, criterion, value);
}

static void build_passing(blz_builder *builder, blz_rubric *rubric, const json_t *value)
{
    const json_t *passing = json_object_get(value, "passing");
    const char *level = blz_build_text(passing, "level");
    rubric->has_passing = passing != NULL;
    rubric->has_passing_level = level && blz_ids_find(&rubric->passing_level, builder->levels, level);
    rubric->has_passing_points = blz_build_number(&rubric->passing_points, passing, "points");
}

/* What the rubric asks of every criterion that asks for nothing of its own. */
static void spread_passing(const blz_rubric *rubric, blz_criterion *criteria)
{
    for (size_t i = 0; rubric->has_passing_level && i < rubric->criterion_count; i++) {
        if (criteria[i].has_passing) continue;
        criteria[i].passing = rubric->passing_level;
        criteria[i].needs_level = true;
    }
}

void blz_build_rubric(blz_builder *builder, void *item, const json_t *value)
{
    blz_rubric *rubric = item;
    rubric->pointer = blz_build_here(builder);
    rubric->name = blz_build_text(value, "name");
    rubric->description = blz_build_text(value, "description");
    blz_status status = blz_ids_index(&builder->levels, json_object_get(value, "levels"));
    if (status != BLZ_OK) builder->status = status;
    rubric->levels =
        blz_build_list(builder, value, "levels", sizeof *rubric->levels, build_level, &rubric->level_count);
    blz_criterion *criteria = blz_build_list(builder, value, "criteria", sizeof *criteria, build_criterion,
                                             &rubric->criterion_count);
    build_passing(builder, rubric, value);
    spread_passing(rubric, criteria);
    rubric->criteria = criteria;
}

const char *blz_criterion_text(const blz_criterion *criterion, size_t level)
{
    for (size_t i = 0; i < criterion->descriptor_count; i++)
        if (criterion->descriptors[i].level == level) return criterion->descriptors[i].text;
    return NULL;
}
