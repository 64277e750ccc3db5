#include "issue/rubric.h"

#include <stdio.h>
#include <string.h>

#include "credential/put.h"
#include "definition/definition.h"

blz_micro blz_level_points(const blz_rubric *rubric, size_t level)
{
    const blz_level *found = &rubric->levels[level];
    return blz_micro_of(found->has_points ? found->points : (double)level);
}

blz_micro blz_criterion_points(const blz_rubric *rubric, const blz_criterion *criterion, size_t level)
{
    const blz_level *found = &rubric->levels[level];
    return blz_micro_of((found->has_points ? found->points : (double)level) * criterion->weight);
}

blz_micro blz_rubric_points(const blz_rubric *rubric, size_t level)
{
    blz_micro sum = 0;
    for (size_t i = 0; i < rubric->criterion_count; i++)
        sum = blz_micro_add(sum, blz_criterion_points(rubric, &rubric->criteria[i], level));
    return sum;
}

static blz_status put_id(blz_buf *out, const char *id)
{
    blz_buf_puts(out, id);
    return blz_buf_putc(out, strchr(id, '#') ? '/' : '#');
}

blz_status blz_criterion_uri(char **out, const char *id, const char *criterion, const char *level)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(put_id(&text, id));
    BLZ_TRY(blz_buf_printf(&text, "criterion/%s", criterion));
    if (level) BLZ_TRY(blz_buf_printf(&text, "/%s", level));
    return blz_buf_take(&text, out, NULL);
}

blz_status blz_score_uri(char **out, const char *id)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(put_id(&text, id));
    BLZ_TRY(blz_buf_puts(&text, "score"));
    return blz_buf_take(&text, out, NULL);
}

static blz_status put_micro(json_t *object, const char *name, blz_micro value)
{
    char text[BLZ_DECIMAL_MAX];
    blz_micro_text(text, value);
    return blz_put_text(object, name, text);
}

/* Level order is not a part of what an RDF signature covers, so `level` says it: 1 is the lowest. */
static blz_status make_level(json_t **out, const char *id, const blz_rubric *rubric,
                             const blz_criterion *criterion, size_t index)
{
    const blz_level *level = &rubric->levels[index];
    const char *descriptor = blz_criterion_text(criterion, index);
    BLZ_AUTO(blz_text) uri = NULL;
    json_auto_t *object = json_object();
    BLZ_TRY(blz_criterion_uri(&uri, id, criterion->id, level->id));
    BLZ_TRY(blz_put_text(object, "id", uri));
    BLZ_TRY(blz_put_type(object, "RubricCriterionLevel"));
    BLZ_TRY(blz_put_text(object, "name", level->name ? level->name : level->id));
    BLZ_TRY(blz_put_text(object, "description", descriptor ? descriptor : level->description));
    BLZ_TRY(put_micro(object, "level", blz_micro_of((double)(index + 1))));
    BLZ_TRY(put_micro(object, "points", blz_level_points(rubric, index)));
    *out = BLZ_STEAL(object);
    return BLZ_OK;
}

static blz_status make_levels(json_t **out, const char *id, const blz_rubric *rubric,
                              const blz_criterion *criterion)
{
    json_auto_t *levels = json_array();
    for (size_t i = 0; i < rubric->level_count; i++) {
        json_t *level = NULL;
        BLZ_TRY(make_level(&level, id, rubric, criterion, i));
        BLZ_TRY(blz_append(levels, level));
    }
    *out = BLZ_STEAL(levels);
    return BLZ_OK;
}

static blz_status make_criterion(json_t **out, const char *id, const blz_rubric *rubric,
                                 const blz_criterion *criterion)
{
    BLZ_AUTO(blz_text) uri = NULL;
    BLZ_AUTO(blz_text) required = NULL;
    json_t *levels = NULL;
    json_auto_t *object = json_object();
    BLZ_TRY(blz_criterion_uri(&uri, id, criterion->id, NULL));
    if (criterion->needs_level)
        BLZ_TRY(blz_criterion_uri(&required, id, criterion->id, rubric->levels[criterion->passing].id));
    BLZ_TRY(blz_put_text(object, "id", uri));
    BLZ_TRY(blz_put_type(object, "ResultDescription"));
    BLZ_TRY(blz_put_text(object, "name", criterion->name));
    BLZ_TRY(blz_put_text(object, "resultType", "RubricCriterionLevel"));
    BLZ_TRY(blz_put_text(object, "requiredLevel", required));
    BLZ_TRY(make_levels(&levels, id, rubric, criterion));
    BLZ_TRY(blz_put(object, "rubricCriterionLevel", levels));
    *out = BLZ_STEAL(object);
    return BLZ_OK;
}

static blz_status make_score(json_t **out, const char *id, const blz_rubric *rubric)
{
    BLZ_AUTO(blz_text) uri = NULL;
    json_auto_t *object = json_object();
    BLZ_TRY(blz_score_uri(&uri, id));
    BLZ_TRY(blz_put_text(object, "id", uri));
    BLZ_TRY(blz_put_type(object, "ResultDescription"));
    BLZ_TRY(blz_put_text(object, "name", "Total points"));
    BLZ_TRY(blz_put_text(object, "resultType", "RubricScore"));
    BLZ_TRY(put_micro(object, "valueMin", blz_rubric_points(rubric, 0)));
    BLZ_TRY(put_micro(object, "valueMax", blz_rubric_points(rubric, rubric->level_count - 1)));
    BLZ_TRY(put_micro(object, "requiredValue", blz_micro_of(rubric->passing_points)));
    *out = BLZ_STEAL(object);
    return BLZ_OK;
}

blz_status blz_result_descriptions(json_t **out, const char *id, const blz_rubric *rubric)
{
    json_auto_t *list = json_array();
    for (size_t i = 0; i < rubric->criterion_count; i++) {
        json_t *criterion = NULL;
        BLZ_TRY(make_criterion(&criterion, id, rubric, &rubric->criteria[i]));
        BLZ_TRY(blz_append(list, criterion));
    }
    if (rubric->has_passing_points) {
        json_t *score = NULL;
        BLZ_TRY(make_score(&score, id, rubric));
        BLZ_TRY(blz_append(list, score));
    }
    *out = BLZ_STEAL(list);
    return BLZ_OK;
}
