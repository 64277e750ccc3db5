#include <string.h>

#include "base/why.h"
#include "credential/put.h"
#include "credential/uuid.h"
#include "ob2/convert.h"
#include "ob2/walk.h"

static bool is_url(const char *text)
{
    return text && strncmp(text, "_:", 2) != 0 && strchr(text, ':');
}

/* A page, words, or both. */
static blz_status put_criteria(json_t *achievement, const blz_convert_run *run, json_t *badge)
{
    json_t *criteria = blz_ob2_many_at(json_object_get(badge, "criteria"), 0);
    json_auto_t *new_criteria = json_object();
    BLZ_TRY_MEM(new_criteria);
    if (json_is_string(criteria))
        BLZ_TRY(blz_put_text(new_criteria, "id", json_string_value(criteria)));
    else if (is_url(blz_convert_member(criteria, "id")))
        BLZ_TRY(blz_convert_text(new_criteria, "id", criteria, "id"));
    BLZ_TRY(blz_convert_text(new_criteria, "narrative", criteria, "narrative"));
    if (json_object_size(new_criteria) == 0)
        return blz_why(run->why, BLZ_ERR_INVALID,
                       "its badge class does not say how it is earned: \"criteria\" is missing");
    return blz_put(achievement, "criteria", BLZ_STEAL(new_criteria));
}

static blz_status put_tags(json_t *achievement, json_t *badge)
{
    json_t *tags = json_object_get(badge, "tags");
    json_auto_t *list = json_array();
    BLZ_TRY_MEM(list);
    for (size_t i = 0; i < blz_ob2_many(tags); i++) {
        json_t *tag = blz_ob2_many_at(tags, i);
        if (json_is_string(tag)) BLZ_TRY_MEM(json_array_append(list, tag) == 0);
    }
    return json_array_size(list) ? blz_put(achievement, "tag", BLZ_STEAL(list)) : BLZ_OK;
}

static blz_status append_related(json_t *list, const char *id, const char *version, const char *language)
{
    json_auto_t *related = json_object();
    BLZ_TRY(blz_put_text(related, "id", id));
    if (version)
        BLZ_TRY(blz_put_pair(related, "type", "Related", "https://w3id.org/openbadges#BadgeClass"));
    else
        BLZ_TRY(blz_put_type(related, "Related"));
    BLZ_TRY(blz_put_text(related, "version", version));
    BLZ_TRY(blz_put_text(related, "inLanguage", language));
    return blz_append(list, BLZ_STEAL(related));
}

/* The badge class itself, and what it was related to. */
static blz_status put_related(json_t *achievement, json_t *badge)
{
    json_t *related = json_object_get(badge, "related");
    const char *id = blz_convert_member(badge, "id");
    json_auto_t *list = json_array();
    BLZ_TRY_MEM(list);
    if (is_url(id)) BLZ_TRY(append_related(list, id, "Open Badges v2p0", NULL));
    for (size_t i = 0; i < blz_ob2_many(related); i++) {
        json_t *one = blz_ob2_many_at(related, i);
        const char *other = json_is_string(one) ? json_string_value(one) : blz_convert_member(one, "id");
        if (is_url(other)) BLZ_TRY(append_related(list, other, NULL, blz_convert_member(one, "@language")));
    }
    return json_array_size(list) ? blz_put(achievement, "related", BLZ_STEAL(list)) : BLZ_OK;
}

static blz_status put_id(json_t *achievement, const blz_convert_run *run, json_t *badge, const char *id)
{
    char made[BLZ_URN_UUID_MAX];
    const char *old = blz_convert_member(badge, "id");
    if (id) return blz_put_text(achievement, "id", id);
    if (!is_url(old)) old = blz_convert_member(badge, "name"); /* before 1.0 it had none */
    if (!old) return blz_why(run->why, BLZ_ERR_INVALID, "its badge class has no name");
    BLZ_TRY(blz_urn_uuid_of(made, old));
    return blz_put_text(achievement, "id", made);
}

static blz_status put_version(json_t *achievement, json_t *badge)
{
    json_t *version = blz_ob2_many_at(json_object_get(badge, "version"), 0);
    if (json_is_string(version)) return blz_put_text(achievement, "version", json_string_value(version));
    return json_is_integer(version)
               ? blz_put(achievement, "version",
                         json_sprintf("%" JSON_INTEGER_FORMAT, json_integer_value(version)))
               : BLZ_OK;
}

blz_status blz_convert_badge_class(json_t **out, const blz_convert_run *run, json_t *badge, const char *id)
{
    static const char *const kept[] = {"@context",    "@language", "id",       "type",   "name",
                                       "description", "version",   "criteria", "issuer", "image",
                                       "alignment",   "tags",      "related",  NULL};
    json_auto_t *achievement = json_object();
    BLZ_TRY_MEM(achievement);
    BLZ_TRY(put_id(achievement, run, badge, id));
    BLZ_TRY(blz_put_type(achievement, "Achievement"));
    BLZ_TRY(blz_convert_text(achievement, "name", badge, "name"));
    BLZ_TRY(blz_convert_text(achievement, "description", badge, "description"));
    BLZ_TRY(blz_convert_text(achievement, "inLanguage", badge, "@language"));
    BLZ_TRY(put_version(achievement, badge));
    BLZ_TRY(put_criteria(achievement, run, badge));
    BLZ_TRY(blz_convert_image(achievement, badge));
    BLZ_TRY(blz_convert_alignment(achievement, badge));
    BLZ_TRY(put_tags(achievement, badge));
    BLZ_TRY(put_related(achievement, badge));
    blz_convert_losses(run, badge, "the badge class", kept);
    *out = BLZ_STEAL(achievement);
    return BLZ_OK;
}
