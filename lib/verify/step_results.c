#include <string.h>

#include "verify/result.h"
#include "verify/steps.h"

/* Each result is looked for among the levels and values of its description. */
enum { COMPARISONS_MAX = 1000000 };

typedef struct tally {
    size_t required, reached;
    json_t *by_id; /* id -> list of the descriptions that have it; references */
    json_t *seen;  /* ids of descriptions that had a result: one that is written twice is one to RDF */
} tally;

static json_t *descriptions_of(const blz_check *check)
{
    return json_object_get(json_object_get(check->subject, "achievement"), "resultDescription");
}

static const char *name_of(json_t *description)
{
    const char *name = blz_member(description, "name");
    if (!name) name = blz_member(description, "id");
    return name ? name : "a result without a name";
}

static blz_status index_descriptions(tally *sum, json_t *descriptions)
{
    for (size_t i = 0; i < blz_many(descriptions); i++) {
        json_t *one = blz_many_at(descriptions, i);
        const char *id = blz_member(one, "id");
        if (!id) continue;
        json_t *list = json_object_get(sum->by_id, id);
        if (!list) {
            list = json_array();
            BLZ_TRY_MEM(list && json_object_set_new(sum->by_id, id, list) == 0);
        }
        BLZ_TRY_MEM(json_array_append(list, one) == 0);
    }
    return BLZ_OK;
}

/* resultType Status asks for a status; one that is no success is for people to judge. */
static blz_status check_status(blz_check *check, const blz_result *r)
{
    const char *type = blz_member(r->description, "resultType"), *status = blz_member(r->result, "status");
    if (type && strcmp(type, "Status") == 0 && !status)
        return blz_say_strict(check, BLZ_STEP_FAIL, r->at,
                              "the result for \"%s\" has no status, and has to have one", r->name);
    if (status && (strcmp(status, "Failed") == 0 || strcmp(status, "Withdrew") == 0))
        return blz_say(check, BLZ_STEP_WARN, r->at, "the result for \"%s\" says \"%s\"", r->name, status);
    return BLZ_OK;
}

static blz_status check_result(blz_check *check, json_t *result, const char *at, tally *sum)
{
    const char *id = blz_member(result, "resultDescription");
    if (!id)
        return blz_say(
            check, BLZ_STEP_WARN, at,
            "a result does not say which part of the achievement it belongs to, so it cannot be compared");
    blz_result r = {.result = result, .at = at};
    json_t *described = json_object_get(sum->by_id, id);
    size_t count = json_array_size(described);
    bool again = json_object_get(sum->seen, id);
    BLZ_TRY_MEM(json_object_set_new(sum->seen, id, json_true()) == 0);
    if (count == 0)
        return blz_say_strict(check, BLZ_STEP_FAIL, at,
                              "a result refers to \"%s\", which is no result description of the achievement",
                              id);
    if (count > 1)
        return blz_say_strict(
            check, BLZ_STEP_FAIL, at,
            "a result refers to \"%s\", and the achievement has %zu result descriptions of that id", id,
            count);
    size_t before = check->said + check->unshown;
    r.description = json_array_get(described, 0);
    r.name = name_of(r.description);
    BLZ_TRY(blz_result_check_level(check, &r));
    BLZ_TRY(blz_result_check_value(check, &r));
    sum->required += r.required && !again;
    BLZ_TRY(check_status(check, &r));
    sum->reached += r.required && !again && check->said + check->unshown == before;
    return BLZ_OK;
}

/* What the achievement requires and the badge shows no result for. */
static blz_status check_missing(blz_check *check, tally *sum)
{
    json_t *descriptions = descriptions_of(check);
    const char *base = blz_at(check, "%s/achievement/resultDescription", check->subject_at);
    BLZ_TRY(check->status);
    for (size_t i = 0; i < blz_many(descriptions); i++) {
        json_t *one = blz_many_at(descriptions, i);
        if (!json_object_get(one, "requiredLevel") && !json_object_get(one, "requiredValue")) continue;
        const char *id = blz_member(one, "id");
        if (id && json_object_get(sum->seen, id)) continue;
        sum->required++;
        BLZ_TRY(blz_say(check, BLZ_STEP_WARN, blz_many_pointer(check, base, descriptions, i),
                        "the achievement requires a result for \"%s\", and the badge shows none",
                        name_of(one)));
    }
    return BLZ_OK;
}

static bool are_too_many(json_t *results, json_t *descriptions)
{
    size_t most = 0;
    for (size_t i = 0; i < blz_many(descriptions); i++) {
        json_t *one = blz_many_at(descriptions, i);
        size_t here = blz_many(json_object_get(one, "rubricCriterionLevel")) +
                      blz_many(json_object_get(one, "allowedValue"));
        if (here > most) most = here;
    }
    return blz_many(results) * most > COMPARISONS_MAX;
}

blz_status blz_step_results(blz_check *check)
{
    json_t *results = json_object_get(check->subject, "result");
    const char *base = blz_at(check, "%s/result", check->subject_at ? check->subject_at : "");
    json_auto_t *seen = json_object(), *by_id = json_object();
    tally sum = {.by_id = by_id, .seen = seen};
    BLZ_TRY(check->status);
    BLZ_TRY_MEM(seen && by_id);
    if (blz_many(results) == 0) return blz_say(check, BLZ_STEP_SKIPPED, NULL, "the badge shows no results");
    if (are_too_many(results, descriptions_of(check)))
        return blz_say(
            check, BLZ_STEP_FAIL, base,
            "there are more results with levels and values than can be compared, and than any badge needs");
    BLZ_TRY(index_descriptions(&sum, descriptions_of(check)));
    for (size_t i = 0; i < blz_many(results); i++)
        BLZ_TRY(
            check_result(check, blz_many_at(results, i), blz_many_pointer(check, base, results, i), &sum));
    BLZ_TRY(check_missing(check, &sum));
    if (sum.required)
        check->report->results = blz_at(check, "%zu of %zu %s at or above the level required", sum.reached,
                                        sum.required, sum.required == 1 ? "criterion" : "criteria");
    return blz_pass_if_quiet(check, "%s",
                             check->report->results ? check->report->results
                                                    : "every result is one of the achievement's");
}
