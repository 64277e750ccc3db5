#include <string.h>

#include "verify/proofs.h"
#include "verify/result.h"

/* Whether every level has a number under `name` ("level" or "points"), which then is the order. */
static bool are_numbered(json_t *levels, const char *name)
{
    double ignored;
    for (size_t i = 0; i < blz_many(levels); i++)
        if (!blz_result_number(&ignored, json_object_get(blz_many_at(levels, i), name))) return false;
    return blz_many(levels) > 0;
}

/* What the levels are in order by; NULL: by their place (they are written low to high). */
static const char *order_of(json_t *levels)
{
    if (are_numbered(levels, "level")) return "level";
    return are_numbered(levels, "points") ? "points" : NULL;
}

/* How high a level stands: by `level`, else by `points`, else by its place (they are written low to high). */
static double rank_of(json_t *levels, size_t index)
{
    double rank = (double)index;
    const char *by = order_of(levels);
    if (by) (void)blz_result_number(&rank, json_object_get(blz_many_at(levels, index), by));
    return rank;
}

static bool find_level(size_t *index, json_t *levels, const char *id)
{
    for (*index = 0; *index < blz_many(levels); (*index)++) {
        const char *own = blz_member(blz_many_at(levels, *index), "id");
        if (own && strcmp(own, id) == 0) return true;
    }
    return false;
}

static const char *level_name(json_t *levels, size_t index)
{
    const char *name = blz_member(blz_many_at(levels, index), "name");
    return name ? name : blz_member(blz_many_at(levels, index), "id");
}

static blz_status compare(blz_check *check, blz_result *r, json_t *levels, size_t achieved)
{
    const char *required_id = blz_member(r->description, "requiredLevel");
    size_t required = 0;
    if (!required_id) return BLZ_OK;
    if (!find_level(&required, levels, required_id))
        return blz_say_strict(
            check, BLZ_STEP_FAIL, r->at,
            "\"%s\" requires the level \"%s\", which it does not have: the achievement contradicts itself",
            r->name, required_id);
    if (achieved != required && !order_of(levels) && blz_proofs_leave_order(check))
        return blz_say_strict(
            check, BLZ_STEP_UNKNOWN, r->at,
            "whether \"%s\" is at the level required is not known: its levels have no numbers, and the proof "
            "does not cover the order in which they are written; the issuer has to give each a \"level\"",
            r->name);
    if (rank_of(levels, achieved) >= rank_of(levels, required)) return BLZ_OK;
    return blz_say_strict(check, BLZ_STEP_FAIL, r->at,
                          "\"%s\" was done at the level \"%s\", but \"%s\" is required", r->name,
                          level_name(levels, achieved), level_name(levels, required));
}

blz_status blz_result_check_level(blz_check *check, blz_result *r)
{
    json_t *levels = json_object_get(r->description, "rubricCriterionLevel");
    const char *id = blz_member(r->result, "achievedLevel");
    bool required = blz_member(r->description, "requiredLevel") != NULL;
    size_t achieved = 0;
    r->required = r->required || required;
    if (!id && required)
        return blz_say_strict(
            check, BLZ_STEP_FAIL, r->at,
            "the result for \"%s\" does not say which level was achieved, and one is required", r->name);
    if (!id) return BLZ_OK;
    if (find_level(&achieved, levels, id)) return compare(check, r, levels, achieved);
    return blz_say_strict(check, BLZ_STEP_FAIL, r->at,
                          "the result for \"%s\" is at the level \"%s\", which the achievement does not have",
                          r->name, id);
}
