#include "badge/input.h"
#include "codec/json_read.h"
#include "credential/model.h"
#include "issue/endorsement.h"
#include "ob2/classes.h"

#include <blazon/json.h>
#include <string.h>

/* What an endorsement can be about. Nothing is verified here: what somebody endorses they have looked at. */

static blz_status refuse(blz_diags *diags, blz_source *source, const char *message, const char *hint)
{
    static const char reason[] = "an endorsement names what it is about by its id, and by nothing else";
    BLZ_TRY(blz_diags_add(
        diags, "BLZ729",
        &(blz_diag){.source = source, .pointer = "", .message = message, .reason = reason, .hint = hint}));
    return BLZ_ERR_INVALID;
}

static const char *member(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

/* The part of a badge that is meant; `*what` is how messages call it. */
static json_t *part_of(json_t *badge, blz_endorsed about, const char **what)
{
    switch (about) {
    case BLZ_ENDORSED_BADGE:
        *what = "the badge";
        return badge;
    case BLZ_ENDORSED_ISSUER:
        *what = "the issuer of the badge";
        return json_object_get(badge, "issuer");
    case BLZ_ENDORSED_ACHIEVEMENT:
        break;
    }
    *what = "the achievement of the badge";
    return json_object_get(blz_vc_subject(badge), "achievement");
}

/* What stands by itself has no other parts. An achievement is what is meant if nobody says another thing. */
static blz_status check_part(json_t *document, blz_endorsed about, blz_source *source, blz_diags *diags)
{
    bool achievement = blz_vc_has_type(document, "Achievement");
    if (about == BLZ_ENDORSED_BADGE)
        return refuse(diags, source,
                      achievement
                          ? "this is an Achievement, which everybody who earns it shares, and no badge"
                          : "this is a Profile, and no badge",
                      "give the badge that is endorsed");
    if (achievement && about == BLZ_ENDORSED_ISSUER)
        return refuse(diags, source, "this is an Achievement, and not who issues it",
                      "give a badge by that issuer, or the issuer's profile");
    return BLZ_OK;
}

static blz_status refuse_document(const json_t *document, blz_source *source, blz_diags *diags)
{
    blz_ob2_class of = blz_ob2_class_of(document);
    if (of == BLZ_OB2_ASSERTION || of == BLZ_OB2_BADGE_CLASS)
        return refuse(diags, source,
                      "this is of Open Badges 2.0 or before, and endorsements are made for 3.0",
                      "turn it into one of 3.0 first, with blazon convert --to 3.0");
    return refuse(diags, source, "this is neither a badge, nor an Achievement, nor a Profile",
                  "give a badge of Open Badges 3.0, what blazon build writes, or the profile of an issuer");
}

static blz_status find(blz_endorsed_part *out, blz_endorsed about, blz_source *source, blz_diags *diags)
{
    json_t *document = out->document, *part = document;
    const char *what = "it";
    if (blz_vc_has_type(document, "AchievementCredential"))
        part = part_of(document, about, &what);
    else if (blz_vc_has_type(document, "Achievement") || blz_vc_has_type(document, "Profile"))
        BLZ_TRY(check_part(document, about, source, diags));
    else
        return refuse_document(document, source, diags);
    out->id = json_is_string(part) ? json_string_value(part) : member(part, "id");
    out->name = member(part, "name");
    if (out->id && *out->id) return BLZ_OK;
    return refuse(diags, source, blz_diags_text(diags, "%s has no id", what),
                  "say what else of the badge is meant, or have who made it give it an id");
}

/* The document that was handed over, in whatever wrapping. What JSON has broken is shown where it is. */
static blz_status read_document(json_t **out, blz_ctx *ctx, const blz_input *input, blz_source *source,
                                blz_diags *diags)
{
    static const char hint[] = "give the badge as it was issued";
    const char *problem = "this is only the web address of a badge";
    if (input->broken && !input->baked.text) return blz_json_read(out, ctx, source, diags);
    if (input->form == BLZ_FORM_URL) return refuse(diags, source, problem, hint);
    blz_status status = blz_input_document(out, input, ctx, &problem);
    if (status != BLZ_ERR_INVALID) return status;
    return refuse(diags, source, blz_diags_text(diags, "%s", problem), hint);
}

static blz_status find_input(blz_endorsed_part *out, blz_ctx *ctx, const blz_input *input, blz_source *source,
                             blz_endorsed about, blz_diags *diags)
{
    json_auto_t *document = NULL;
    BLZ_TRY(read_document(&document, ctx, input, source, diags));
    json_t *inside = input->form == BLZ_FORM_JWT ? json_object_get(document, "vc") : NULL;
    out->document = json_incref(json_is_object(inside) ? inside : document);
    return find(out, about, source, diags);
}

blz_status blz_endorsed_find(blz_endorsed_part *out, blz_ctx *ctx, const char *text, size_t length,
                             const char *name, blz_endorsed about, blz_diags *diags)
{
    BLZ_AUTO(blz_source) source = NULL;
    BLZ_SCOPED(blz_input) input = {0};
    bool image = blz_image_kind_of(text, length) != BLZ_IMAGE_OTHER;
    *out = (blz_endorsed_part){0};
    BLZ_TRY(blz_source_new(&source, name, image ? NULL : text, image ? 0 : length));
    BLZ_TRY(blz_input_read(&input, ctx, text, length));
    return find_input(out, ctx, &input, source, about, diags);
}

void blz_endorsed_part_clear(blz_endorsed_part *part)
{
    json_decref(part->document);
    *part = (blz_endorsed_part){0};
}
