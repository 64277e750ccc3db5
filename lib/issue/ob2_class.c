#include "base/buf.h"
#include "credential/model.h"
#include "credential/put.h"
#include "issue/achievement.h"
#include "issue/image.h"
#include "issue/markdown.h"
#include "issue/narrative.h"
#include "issue/number.h"
#include "issue/ob2.h"

static void put_credits(blz_buf *out, const blz_micro_credential *source)
{
    char text[BLZ_DECIMAL_MAX];
    if (!source->has_credits) return;
    blz_micro_text(text, blz_micro_of(source->credits));
    blz_narrative_heading(out, "##", "Credits");
    blz_buf_printf(out, "\n%s", text);
    if (source->credit_unit) blz_buf_putc(out, ' ');
    if (source->credit_unit) blz_md_inline(out, source->credit_unit);
    blz_buf_putc(out, '\n');
}

/* The rubric is part of the narrative; so are the credits, for which 2.0 has no place of their own. */
static blz_status put_criteria(json_t *badge, const blz_micro_credential *source)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_AUTO(blz_text) narrative = NULL;
    json_auto_t *criteria = json_object();
    BLZ_TRY(blz_narrative(&narrative, source));
    BLZ_TRY(blz_buf_puts(&text, narrative));
    put_credits(&text, source);
    BLZ_TRY(text.status);
    BLZ_TRY(blz_put_text(criteria, "type", "Criteria"));
    BLZ_TRY(blz_put_text(criteria, "narrative", text.data));
    return blz_put(badge, "criteria", BLZ_STEAL(criteria));
}

static blz_status put_tags(json_t *badge, const blz_micro_credential *source)
{
    if (source->tag_count == 0) return BLZ_OK;
    json_auto_t *tags = json_array();
    for (size_t i = 0; i < source->tag_count; i++)
        BLZ_TRY(blz_append(tags, json_string(source->tags[i])));
    return blz_put(badge, "tags", BLZ_STEAL(tags));
}

static blz_status put_image(json_t *badge, const blz_definition *definition, blz_diags *diags)
{
    json_auto_t *image = NULL;
    BLZ_TRY(blz_image_object(&image, definition, "/image", definition->micro_credential->image, diags));
    return blz_put(badge, "image", json_incref(json_object_get(image, "id")));
}

static blz_status note(const blz_definition *definition, blz_diags *diags, const char *message,
                       const char *reason)
{
    return blz_definition_report(
        definition, diags, "BLZ751", "/blazon",
        &(blz_diag){.message = message,
                    .reason = reason,
                    .hint = "issue badges of Open Badges 3.0 where your platform takes them"});
}

static bool has_alignment_types(const blz_competency *competency)
{
    for (size_t i = 0; i < competency->alignment_count; i++)
        if (competency->alignments[i].type) return true;
    return false;
}

static blz_status tell_losses(const blz_definition *definition, blz_diags *diags)
{
    const blz_micro_credential *source = definition->micro_credential;
    bool types = has_alignment_types(&source->competency);
    BLZ_TRY(note(definition, diags,
                 source->has_credits
                     ? "in Open Badges 2.0, the rubric and the credits are text among the criteria"
                     : "in Open Badges 2.0, the rubric is text among the criteria",
                 "people can read it, but programs find no levels and no numbers"));
    if (!source->language && !types) return BLZ_OK;
    return note(definition, diags,
                !types              ? "Open Badges 2.0 has no place for the language of the texts"
                : !source->language ? "Open Badges 2.0 has no place for the types of alignments"
                                    : "Open Badges 2.0 has no place for the language of the texts and the "
                                      "types of alignments",
                "it is left out");
}

blz_status blz_ob2_class_json(json_t **out, const blz_definition *definition, blz_diags *diags)
{
    const blz_micro_credential *source = definition->micro_credential;
    if (!source) return BLZ_ERR_ARGUMENT;
    BLZ_TRY(blz_ob2_needs(definition, diags));
    json_auto_t *badge = json_object();
    BLZ_TRY(blz_put_text(badge, "@context", BLZ_OB2_CONTEXT));
    BLZ_TRY(blz_put_text(badge, "type", "BadgeClass"));
    BLZ_TRY(blz_put_text(badge, "id", source->id));
    BLZ_TRY(blz_put_text(badge, "name", source->name));
    BLZ_TRY(blz_put_text(badge, "description", source->description));
    BLZ_TRY(blz_put_text(badge, "version", source->version));
    BLZ_TRY(put_tags(badge, source));
    BLZ_TRY(put_image(badge, definition, diags));
    BLZ_TRY(blz_put_text(badge, "issuer", definition->issuer->id));
    BLZ_TRY(blz_alignments_put(badge, definition, true, diags));
    BLZ_TRY(put_criteria(badge, source));
    BLZ_TRY(blz_ob2_output_check(badge, diags));
    *out = BLZ_STEAL(badge);
    return BLZ_OK;
}

blz_status blz_ob2_class_build(char **out, size_t *length, const blz_definition *definition, unsigned indent,
                               blz_diags *diags)
{
    json_auto_t *badge = NULL;
    BLZ_TRY(blz_ob2_class_json(&badge, definition, diags));
    BLZ_TRY(tell_losses(definition, diags));
    return blz_output_text(out, length, badge, indent);
}
