#include "issue/achievement.h"

#include "credential/put.h"
#include "issue/image.h"
#include "issue/narrative.h"
#include "issue/rubric.h"

static blz_status put_tags(json_t *achievement, const blz_micro_credential *source)
{
    if (source->tag_count == 0) return BLZ_OK;
    json_auto_t *tags = json_array();
    for (size_t i = 0; i < source->tag_count; i++)
        BLZ_TRY(blz_append(tags, json_string(source->tags[i])));
    return blz_put(achievement, "tag", BLZ_STEAL(tags));
}

static blz_status put_credits(json_t *achievement, const blz_micro_credential *source)
{
    if (!source->has_credits) return BLZ_OK;
    bool whole = source->credits >= 0 && source->credits < 1e15 &&
                 (double)(json_int_t)source->credits == source->credits;
    return blz_put(achievement, "creditsAvailable",
                   whole ? json_integer((json_int_t)source->credits) : json_real(source->credits));
}

static blz_status refuse_alignment(const blz_definition *definition, const blz_alignment *alignment,
                                   blz_diags *diags)
{
    BLZ_TRY(blz_definition_report(
        definition, diags, "BLZ706", alignment->pointer,
        &(blz_diag){.message =
                        blz_diags_text(diags, "the alignment \"%s\" has no web address", alignment->name),
                    .reason = "an alignment in a badge is a link to the statement",
                    .hint = "add url: with the address of the statement or of the framework"}));
    return BLZ_ERR_INVALID;
}

static blz_status make_alignment(json_t **out, const blz_alignment *alignment, bool older)
{
    json_auto_t *object = json_object();
    BLZ_TRY(older ? blz_put_text(object, "type", "AlignmentObject") : blz_put_type(object, "Alignment"));
    BLZ_TRY(blz_put_text(object, "targetName", alignment->name));
    BLZ_TRY(blz_put_text(object, "targetUrl", alignment->url));
    BLZ_TRY(blz_put_text(object, "targetCode", alignment->code));
    BLZ_TRY(blz_put_text(object, "targetDescription", alignment->description));
    BLZ_TRY(blz_put_text(object, "targetFramework", alignment->framework));
    if (!older) BLZ_TRY(blz_put_text(object, "targetType", alignment->type));
    *out = BLZ_STEAL(object);
    return BLZ_OK;
}

blz_status blz_alignments_put(json_t *achievement, const blz_definition *definition, bool older,
                              blz_diags *diags)
{
    const blz_competency *competency = &definition->micro_credential->competency;
    if (competency->alignment_count == 0) return BLZ_OK;
    json_auto_t *list = json_array();
    for (size_t i = 0; i < competency->alignment_count; i++) {
        const blz_alignment *alignment = &competency->alignments[i];
        json_t *object = NULL;
        if (!alignment->url) return refuse_alignment(definition, alignment, diags);
        BLZ_TRY(make_alignment(&object, alignment, older));
        BLZ_TRY(blz_append(list, object));
    }
    return blz_put(achievement, "alignment", BLZ_STEAL(list));
}

static blz_status put_criteria(json_t *achievement, const blz_micro_credential *source)
{
    BLZ_AUTO(blz_text) narrative = NULL;
    json_auto_t *criteria = json_object();
    BLZ_TRY(blz_narrative(&narrative, source));
    BLZ_TRY(blz_put_text(criteria, "narrative", narrative));
    return blz_put(achievement, "criteria", BLZ_STEAL(criteria));
}

/* What is said about the badge as such. */
static blz_status put_head(json_t *achievement, const blz_definition *definition, blz_diags *diags)
{
    const blz_micro_credential *source = definition->micro_credential;
    json_t *image = NULL;
    BLZ_TRY(blz_put_text(achievement, "id", source->id));
    BLZ_TRY(blz_put_type(achievement, "Achievement"));
    BLZ_TRY(blz_put_text(achievement, "achievementType", "MicroCredential"));
    BLZ_TRY(blz_put_text(achievement, "name", source->name));
    BLZ_TRY(blz_put_text(achievement, "description", source->description));
    BLZ_TRY(blz_put_text(achievement, "version", source->version));
    BLZ_TRY(blz_put_text(achievement, "inLanguage", source->language));
    BLZ_TRY(put_tags(achievement, source));
    BLZ_TRY(blz_image_object(&image, definition, "/image", source->image, diags));
    return image ? blz_put(achievement, "image", image) : BLZ_OK;
}

blz_status blz_achievement_json(json_t **out, const blz_definition *definition, blz_diags *diags)
{
    const blz_micro_credential *source = definition->micro_credential;
    if (!source) return BLZ_ERR_ARGUMENT;
    json_t *creator = NULL, *results = NULL;
    json_auto_t *achievement = json_object();
    BLZ_TRY_MEM(achievement);
    BLZ_TRY(put_head(achievement, definition, diags));
    BLZ_TRY(blz_profile_json(&creator, definition, false, diags));
    BLZ_TRY(blz_put(achievement, "creator", creator));
    BLZ_TRY(put_credits(achievement, source));
    BLZ_TRY(blz_alignments_put(achievement, definition, false, diags));
    BLZ_TRY(put_criteria(achievement, source));
    BLZ_TRY(blz_result_descriptions(&results, source->id, source->rubric));
    BLZ_TRY(blz_put(achievement, "resultDescription", results));
    *out = BLZ_STEAL(achievement);
    return BLZ_OK;
}

blz_status blz_achievement_build(char **out, size_t *length, const blz_definition *definition,
                                 unsigned indent, blz_diags *diags)
{
    json_auto_t *achievement = NULL;
    BLZ_TRY(blz_achievement_json(&achievement, definition, diags));
    BLZ_TRY(blz_output_check(achievement, "achievement", diags));
    return blz_output_text(out, length, achievement, indent);
}
