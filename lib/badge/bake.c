#include <string.h>

#include "badge/input.h"
#include "base/why.h"
#include "credential/model.h"
#include "image/image.h"
#include "ob2/classes.h"
#include "ob2/told.h"

/* Baking asks what a credential is, of any version. */

static blz_status no_badge(char **why, const char *what)
{
    return blz_why(why, BLZ_ERR_INVALID, "what is to be baked is no badge: %s", what);
}

static blz_status document_of(json_t **out, const blz_input *input, blz_ctx *ctx, char **why)
{
    const char *problem = NULL;
    if (input->form == BLZ_FORM_URL) return no_badge(why, "this is only its web address");
    blz_status status = blz_input_document(out, input, ctx, &problem);
    return status == BLZ_ERR_INVALID ? no_badge(why, problem) : status;
}

/* Only what somebody has earned is a badge, and only a proof or its own address makes it one. */
static blz_status check_assertion(json_t *document, bool token, char **why)
{
    blz_ob2_class of = blz_ob2_class_of(document);
    if (of != BLZ_OB2_ASSERTION && of != BLZ_OB2_NO_CLASS)
        return no_badge(why, "it is what a badge of Open Badges 2.0 leads to; the badge is the assertion");
    if (!token && blz_ob2_is_signed(document))
        return no_badge(why,
                        "it says that it is signed, but is without its signature; take the signed token");
    return BLZ_OK;
}

static blz_status check_credential(json_t *credential, bool token, char **why)
{
    if (!blz_vc_has_type(credential, "AchievementCredential"))
        return no_badge(why, "it is a credential of another kind than an OpenBadgeCredential");
    if (!token && !json_object_get(credential, "proof"))
        return no_badge(why, "it is not signed, so that nobody could verify it; sign it first");
    return BLZ_OK;
}

static blz_status baking_of(blz_baking *out, json_t *document, bool token, char **why)
{
    json_t *wrapped = json_object_get(document, "vc");
    json_t *credential = wrapped ? wrapped : document;
    *out = BLZ_BAKING_2_0;
    if (blz_ob2_is_document(document)) return check_assertion(document, token, why);
    *out = BLZ_BAKING_3_0;
    if (blz_vc_version_of(credential) != BLZ_VC_UNKNOWN) return check_credential(credential, token, why);
    return no_badge(why, "it is neither a credential of Open Badges 3.0 nor an assertion of 2.0 or before");
}

/* Where a hosted assertion is, by its own words. */
static const char *home_of(json_t *assertion)
{
    const char *url = json_string_value(json_object_get(json_object_get(assertion, "verify"), "url"));
    return url ? url : json_string_value(json_object_get(assertion, "id"));
}

static blz_status bake(char **out, size_t *out_length, blz_ctx *ctx, const char *image, size_t length,
                       const blz_input *input, const char *text, size_t text_length,
                       const blz_bake_options *options, char **why)
{
    json_auto_t *document = NULL;
    BLZ_TRY(document_of(&document, input, ctx, why));
    bool token = input->form == BLZ_FORM_JWT;
    blz_baking found = BLZ_BAKING_AUTO;
    BLZ_TRY(baking_of(&found, document, token, why));
    blz_dough dough = {.baking = options->baking ? options->baking : found,
                       .replace = options->replace,
                       .text = token ? input->token : text,
                       .length = token ? input->token_length : text_length,
                       .token = token};
    if (!token && dough.baking == BLZ_BAKING_2_0) dough.url = home_of(document);
    return blz_image_bake(out, out_length, ctx, image, length, &dough, why);
}

static void trim(const char **text, size_t *length)
{
    while (*length && strchr(" \t\r\n", **text) && **text)
        ++*text, --*length;
    while (*length && strchr(" \t\r\n", (*text)[*length - 1]) && (*text)[*length - 1])
        --*length;
}

blz_status blz_bake(char **out, size_t *out_length, blz_ctx *ctx, const char *image, size_t image_length,
                    const char *credential, size_t credential_length, const blz_bake_options *options,
                    char **why)
{
    static const blz_bake_options plain;
    blz_input input;
    if (blz_image_kind_of(credential, credential_length) != BLZ_IMAGE_OTHER)
        return no_badge(why, blz_image_kind_of(image, image_length) == BLZ_IMAGE_OTHER
                                 ? "it is an image; the image comes first, and the badge after it"
                                 : "it is an image; take the badge out of it first, with unbake");
    trim(&credential, &credential_length);
    blz_status status = blz_input_read(&input, ctx, credential, credential_length);
    if (status == BLZ_OK)
        status = bake(out, out_length, ctx, image, image_length, &input, credential, credential_length,
                      options ? options : &plain, why);
    blz_input_clear(&input);
    return status;
}
