#include <string.h>

#include "base/text.h"
#include "credential/put.h"
#include "issue/options.h"
#include "issue/rubric.h"

enum { NOT_GIVEN = -1 };

/* For each criterion of the rubric the index of the level that was reached, or NOT_GIVEN. */
struct levels {
    const blz_definition *definition;
    const blz_rubric *rubric;
    blz_diags *diags;
    int *reached;
};

static const char *level_name(const blz_rubric *rubric, size_t index)
{
    return rubric->levels[index].name ? rubric->levels[index].name : rubric->levels[index].id;
}

/* "did you mean ..." among ids, or all of them; `ids` has `count` texts. */
static blz_status refuse_id(blz_diags *diags, const char *what, const char *id, const char *const *ids,
                            size_t count)
{
    const char *near = blz_suggest(id, ids, count);
    BLZ_SCOPED(blz_buf) list = BLZ_BUF(BLZ_BUF_MAX);
    for (size_t i = 0; i < count; i++)
        blz_buf_printf(&list, "%s%s", i ? ", " : "", ids[i]);
    BLZ_TRY(list.status);
    return blz_option_refuse(diags, blz_diags_text(diags, "the rubric has no %s \"%s\"", what, id),
                             blz_diags_text(diags, "it has: %s", list.data),
                             near ? blz_diags_text(diags, "did you mean \"%s\"?", near) : NULL);
}

static blz_status find_criterion(size_t *out, const struct levels *levels, const char *id)
{
    const blz_rubric *rubric = levels->rubric;
    for (size_t i = 0; i < rubric->criterion_count; i++) {
        if (strcmp(rubric->criteria[i].id, id) != 0) continue;
        *out = i;
        return BLZ_OK;
    }
    const char **ids = blz_calloc(rubric->criterion_count, sizeof *ids);
    BLZ_TRY_MEM(ids);
    for (size_t i = 0; i < rubric->criterion_count; i++)
        ids[i] = rubric->criteria[i].id;
    blz_status status = refuse_id(levels->diags, "criterion", id, ids, rubric->criterion_count);
    blz_free(ids);
    return status;
}

static blz_status find_level(int *out, const struct levels *levels, const char *id)
{
    const blz_rubric *rubric = levels->rubric;
    for (size_t i = 0; i < rubric->level_count; i++) {
        if (strcmp(rubric->levels[i].id, id) != 0) continue;
        *out = (int)i;
        return BLZ_OK;
    }
    const char **ids = blz_calloc(rubric->level_count, sizeof *ids);
    BLZ_TRY_MEM(ids);
    for (size_t i = 0; i < rubric->level_count; i++)
        ids[i] = rubric->levels[i].id;
    blz_status status = refuse_id(levels->diags, "level", id, ids, rubric->level_count);
    blz_free(ids);
    return status;
}

static blz_status read_results(struct levels *levels, const blz_credential_options *options)
{
    for (size_t i = 0; i < levels->rubric->criterion_count; i++)
        levels->reached[i] = NOT_GIVEN;
    for (size_t i = 0; i < options->result_count; i++) {
        const blz_credential_result *result = &options->results[i];
        size_t criterion = 0;
        BLZ_TRY(find_criterion(&criterion, levels, result->criterion));
        if (levels->reached[criterion] != NOT_GIVEN)
            return blz_option_refuse(
                levels->diags,
                blz_diags_text(levels->diags, "criterion \"%s\" has two results", result->criterion),
                "a criterion has one level", "give one of them");
        BLZ_TRY(find_level(&levels->reached[criterion], levels, result->level));
    }
    return BLZ_OK;
}

static blz_status report(const struct levels *levels, const char *code, const char *pointer,
                         const char *message, const char *reason, const char *hint)
{
    return blz_definition_report(levels->definition, levels->diags, code, pointer,
                                 &(blz_diag){.message = message, .reason = reason, .hint = hint});
}

static blz_status check_complete(bool *complete, const struct levels *levels)
{
    *complete = true;
    for (size_t i = 0; i < levels->rubric->criterion_count; i++) {
        const blz_criterion *criterion = &levels->rubric->criteria[i];
        if (levels->reached[i] != NOT_GIVEN) continue;
        *complete = false;
        BLZ_TRY(report(levels, "BLZ721", criterion->pointer,
                       blz_diags_text(levels->diags, "criterion \"%s\" has no result", criterion->id),
                       "results are given for every criterion or for none, so that nobody has to guess",
                       blz_diags_text(levels->diags, "add the result %s=LEVEL", criterion->id)));
    }
    return BLZ_OK;
}

static blz_status check_levels(bool *earned, const struct levels *levels)
{
    const blz_rubric *rubric = levels->rubric;
    for (size_t i = 0; i < rubric->criterion_count; i++) {
        const blz_criterion *criterion = &rubric->criteria[i];
        size_t reached = (size_t)levels->reached[i];
        if (!criterion->needs_level || reached >= criterion->passing) continue;
        *earned = false;
        BLZ_TRY(report(
            levels, "BLZ722", criterion->pointer,
            blz_diags_text(levels->diags, "criterion \"%s\" is at \"%s\"; it needs \"%s\"", criterion->name,
                           level_name(rubric, reached), level_name(rubric, criterion->passing)),
            "a credential that is not earned is not issued", "let the work be improved and assessed again"));
    }
    return BLZ_OK;
}

static blz_micro score_of(const struct levels *levels)
{
    blz_micro sum = 0;
    for (size_t i = 0; i < levels->rubric->criterion_count; i++)
        sum = blz_micro_add(sum, blz_criterion_points(levels->rubric, &levels->rubric->criteria[i],
                                                      (size_t)levels->reached[i]));
    return sum;
}

static blz_status check_score(bool *earned, const struct levels *levels)
{
    const blz_rubric *rubric = levels->rubric;
    char reached[BLZ_DECIMAL_MAX], needed[BLZ_DECIMAL_MAX];
    blz_micro score = score_of(levels), least = blz_micro_of(rubric->passing_points);
    if (!rubric->has_passing_points || score >= least) return BLZ_OK;
    *earned = false;
    blz_micro_text(reached, score);
    blz_micro_text(needed, least);
    BLZ_SCOPED(blz_buf) pointer = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_printf(&pointer, "%s/passing/points", rubric->pointer));
    return report(
        levels, "BLZ722", pointer.data,
        blz_diags_text(levels->diags, "the results come to %s points; %s are needed", reached, needed),
        "a credential that is not earned is not issued", "let the work be improved and assessed again");
}

static blz_status make_result(json_t **out, const char *description, const char *level, const char *value)
{
    json_auto_t *result = json_object();
    BLZ_TRY(blz_put_type(result, "Result"));
    BLZ_TRY(blz_put_text(result, "resultDescription", description));
    BLZ_TRY(blz_put_text(result, "achievedLevel", level));
    BLZ_TRY(blz_put_text(result, "value", value));
    *out = BLZ_STEAL(result);
    return BLZ_OK;
}

static blz_status append_level(json_t *list, const struct levels *levels, size_t index)
{
    const char *id = levels->definition->id, *criterion = levels->rubric->criteria[index].id;
    BLZ_AUTO(blz_text) description = NULL;
    BLZ_AUTO(blz_text) level = NULL;
    json_t *result = NULL;
    BLZ_TRY(blz_criterion_uri(&description, id, criterion, NULL));
    BLZ_TRY(blz_criterion_uri(&level, id, criterion, levels->rubric->levels[levels->reached[index]].id));
    BLZ_TRY(make_result(&result, description, level, NULL));
    return blz_append(list, result);
}

static blz_status append_score(json_t *list, const struct levels *levels)
{
    char value[BLZ_DECIMAL_MAX];
    BLZ_AUTO(blz_text) description = NULL;
    json_t *result = NULL;
    if (!levels->rubric->has_passing_points) return BLZ_OK;
    blz_micro_text(value, score_of(levels));
    BLZ_TRY(blz_score_uri(&description, levels->definition->id));
    BLZ_TRY(make_result(&result, description, NULL, value));
    return blz_append(list, result);
}

static blz_status put(json_t *subject, struct levels *levels, const blz_credential_options *options)
{
    bool complete = false, earned = true;
    BLZ_TRY(read_results(levels, options));
    BLZ_TRY(check_complete(&complete, levels));
    if (!complete) return BLZ_ERR_INVALID;
    BLZ_TRY(check_levels(&earned, levels));
    BLZ_TRY(check_score(&earned, levels));
    if (!earned) return BLZ_ERR_INVALID;
    json_auto_t *list = json_array();
    for (size_t i = 0; i < levels->rubric->criterion_count; i++)
        BLZ_TRY(append_level(list, levels, i));
    BLZ_TRY(append_score(list, levels));
    return blz_put(subject, "result", BLZ_STEAL(list));
}

blz_status blz_results_put(json_t *subject, const blz_definition *definition,
                           const blz_credential_options *options, blz_diags *diags)
{
    if (options->result_count == 0) return BLZ_OK;
    struct levels levels = {.definition = definition, .rubric = definition->rubric, .diags = diags};
    levels.reached = blz_calloc(levels.rubric->criterion_count, sizeof *levels.reached);
    BLZ_TRY_MEM(levels.reached);
    blz_status status = put(subject, &levels, options);
    blz_free(levels.reached);
    return status;
}
