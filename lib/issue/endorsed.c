#include "codec/json_read.h"
#include "credential/model.h"
#include "issue/endorsement.h"
#include "jose/jws.h"

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

/* Not JSON, but perhaps a token: one word with dots in it. */
static bool is_token(const char *text, size_t length)
{
    size_t at = strspn(text, " \t\r\n"), word = strcspn(text + at, " \t\r\n{[\":");
    return at + word + strspn(text + at + word, " \t\r\n") == length && memchr(text + at, '.', word);
}

static size_t trimmed(const char **text, size_t length)
{
    while (length && strchr(" \t\r\n", **text) && **text)
        (*text)++, length--;
    while (length && strchr(" \t\r\n", (*text)[length - 1]))
        length--;
    return length;
}

/* The credential in a token. */
static blz_status read_token(json_t **out, blz_ctx *ctx, const char *text, size_t length, blz_source *source,
                             blz_diags *diags)
{
    BLZ_AUTO(blz_jws) jws = NULL;
    json_auto_t *payload = NULL;
    const char *reason = NULL;
    length = trimmed(&text, length);
    blz_status status = blz_jws_parse(&jws, ctx, text, length, &reason);
    if (status == BLZ_OK)
        status = blz_json_parse(&payload, jws->payload, jws->payload_length,
                                blz_ctx_limit(ctx, BLZ_LIMIT_DEPTH), NULL, &reason);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK)
        return refuse(diags, source,
                      blz_diags_text(diags, "the signed token cannot be read: %s",
                                     reason ? reason : blz_status_text(status)),
                      "give the badge as it was issued");
    json_t *inside = json_object_get(payload, "vc");
    *out = json_incref(json_is_object(inside) ? inside : payload);
    return BLZ_OK;
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

static blz_status find(blz_endorsed_part *out, blz_endorsed about, blz_source *source, blz_diags *diags)
{
    json_t *document = out->document, *part = document;
    const char *what = "it";
    if (blz_vc_has_type(document, "AchievementCredential"))
        part = part_of(document, about, &what);
    else if (!blz_vc_has_type(document, "Achievement") && !blz_vc_has_type(document, "Profile"))
        return refuse(
            diags, source, "this is neither a badge, nor an Achievement, nor a Profile",
            "give a badge of Open Badges 3.0, what blazon build writes, or the profile of an issuer");
    out->id = json_is_string(part) ? json_string_value(part) : member(part, "id");
    out->name = member(part, "name");
    if (out->id && *out->id) return BLZ_OK;
    return refuse(diags, source, blz_diags_text(diags, "%s has no id", what),
                  "say what else of the badge is meant, or have who made it give it an id");
}

blz_status blz_endorsed_find(blz_endorsed_part *out, blz_ctx *ctx, const char *text, size_t length,
                             const char *name, blz_endorsed about, blz_diags *diags)
{
    BLZ_AUTO(blz_source) source = NULL;
    *out = (blz_endorsed_part){0};
    BLZ_TRY(blz_source_new(&source, name, text, length));
    if (is_token(text, length))
        BLZ_TRY(read_token(&out->document, ctx, text, length, source, diags));
    else
        BLZ_TRY(blz_json_read(&out->document, ctx, source, diags));
    return find(out, about, source, diags);
}

void blz_endorsed_part_clear(blz_endorsed_part *part)
{
    json_decref(part->document);
    *part = (blz_endorsed_part){0};
}
