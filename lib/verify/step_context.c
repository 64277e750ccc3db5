#include <string.h>

#include "codec/json_ptr.h"
#include "jsonld/jsonld.h"
#include "verify/part.h"
#include "verify/steps.h"

enum { TERMS_SHOWN = 8 };

static blz_status check_first(blz_check *check, json_t *context)
{
    if (check->version != BLZ_VC_UNKNOWN) return BLZ_OK;
    const char *first = json_string_value(blz_many_at(context, 0));
    if (json_is_string(context))
        return blz_say(check, BLZ_STEP_FAIL, "/@context",
                       "@context is one text; it has to be a list that starts with \"" BLZ_VC2_CONTEXT "\"");
    return blz_say(check, BLZ_STEP_FAIL, "/@context/0",
                   "the first entry of @context is %s%s%s; it has to be \"" BLZ_VC2_CONTEXT
                   "\" (or \"" BLZ_VC1_CONTEXT "\"), because the order gives the words their meaning",
                   first ? "\"" : "", first ? first : "missing", first ? "\"" : "");
}

/* What has to stand behind the first entry: `index` is from 1. */
static blz_status check_place(blz_check *check, json_t *context, size_t index, bool (*is)(const char *url),
                              const char *wanted)
{
    const char *url = json_string_value(blz_many_at(context, index));
    if (url && is(url)) return BLZ_OK;
    return blz_say(check, BLZ_STEP_FAIL, blz_at(check, "/@context/%zu", index),
                   "the %s entry of @context is %s%s%s; it has to be \"%s\" or another published revision",
                   index == 1 ? "second" : "third", url ? "\"" : "", url ? url : "missing", url ? "\"" : "",
                   wanted);
}

/* Each revision has the words of those before it; the public validator asks for the last one. */
static blz_status check_revision(blz_check *check, json_t *context)
{
    const char *url = json_string_value(blz_many_at(context, 1));
    if (check->policy != BLZ_POLICY_1EDTECH || check->version == BLZ_VC_1_1 || !url ||
        !blz_ob3_is_context_url(url) || strcmp(url, BLZ_OB3_CONTEXT) == 0)
        return BLZ_OK;
    return blz_say(check, BLZ_STEP_WARN, "/@context/1", "1EdTech's validator expects the revision \"%s\"",
                   BLZ_OB3_CONTEXT);
}

static blz_status check_places(blz_check *check, json_t *context)
{
    BLZ_TRY(check_revision(check, context));
    if (check->kind != BLZ_KIND_RECORD)
        return check_place(check, context, 1, blz_ob3_is_context_url, BLZ_OB3_CONTEXT);
    BLZ_TRY(check_place(check, context, 1, blz_clr2_is_context_url, BLZ_CLR2_CONTEXT));
    return check_place(check, context, 2, blz_ob3_is_context_url, BLZ_OB3_CONTEXT);
}

/* The terms that an inline context defines, as a text. */
static const char *terms_of(blz_check *check, json_t *inline_context)
{
    const char *text = "", *term;
    json_t *definition;
    size_t count = 0;
    json_object_foreach (inline_context, term, definition) {
        if (count < TERMS_SHOWN && text)
            text = blz_at(check, "%s%s\"%s\"", text, count > 0 ? ", " : "", term);
        count++;
    }
    if (count > TERMS_SHOWN && text) text = blz_at(check, "%s and %zu more", text, count - TERMS_SHOWN);
    return text ? text : "";
}

static blz_status check_url(blz_check *check, const char *url, const char *pointer)
{
    bool known = false, open = false;
    BLZ_TRY(blz_ld_context_kind(url, &known, &open));
    if (open)
        return blz_say(check, BLZ_STEP_WARN, pointer,
                       "the context \"%s\" gives a meaning to every word, misspelt ones too", url);
    if (known) return BLZ_OK;
    return blz_say(
        check, BLZ_STEP_WARN, pointer,
        "the context \"%s\" is not one that blazon knows; its words mean what the document that was "
        "given for it says",
        url);
}

static blz_status check_inline(blz_check *check, json_t *entry, const char *pointer)
{
    if (json_object_size(entry) == 0) return BLZ_OK;
    if (json_object_get(entry, "@vocab"))
        BLZ_TRY(
            blz_say(check, BLZ_STEP_WARN, pointer,
                    "an inline @context has \"@vocab\", which gives a meaning to every word, misspelt ones "
                    "too"));
    const char *covered = check->jws
                              ? "what they mean is the issuer's own word"
                              : "inline terms are not covered by the signature of a Data Integrity proof";
    return blz_say(check, BLZ_STEP_WARN, pointer, "an inline @context defines %s; %s", terms_of(check, entry),
                   covered);
}

static blz_status check_entries(blz_check *check, json_t *context, const char *at)
{
    for (size_t i = 0; i < blz_many(context); i++) {
        json_t *entry = blz_many_at(context, i);
        const char *pointer = blz_many_pointer(check, at, context, i), *url = json_string_value(entry);
        BLZ_TRY(check->status);
        if (url)
            BLZ_TRY(check_url(check, url, pointer));
        else if (json_is_object(entry))
            BLZ_TRY(check_inline(check, entry, pointer));
        else
            BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, pointer,
                            "an entry of @context is neither a URL nor an object"));
    }
    return BLZ_OK;
}

/* Contexts further inside: VC Data Integrity 1.0, 4.6 has all of them looked at. An endorsement and a
 * credential in a record bring their own and are checked by themselves. */
static blz_status check_inside(blz_check *check, json_t *value, blz_buf *path)
{
    size_t mark = path->length, index;
    const char *name;
    json_t *child;
    json_array_foreach (value, index, child) {
        if (!json_is_object(child) && !json_is_array(child)) continue;
        BLZ_TRY(blz_json_ptr_index(path, index));
        BLZ_TRY(check_inside(check, child, path));
        blz_json_ptr_cut(path, mark);
    }
    json_object_foreach (value, name, child) {
        bool context = strcmp(name, "@context") == 0;
        if ((!json_is_object(child) && !json_is_array(child) && !context) ||
            strcmp(name, "endorsement") == 0 || blz_part_is_list(check, value, name))
            continue;
        BLZ_TRY(blz_json_ptr_push(path, name));
        BLZ_TRY(context ? check_entries(check, child, path->data) : check_inside(check, child, path));
        blz_json_ptr_cut(path, mark);
    }
    return BLZ_OK;
}

blz_status blz_step_context(blz_check *check)
{
    json_t *context = json_object_get(check->credential, "@context");
    if (blz_many(context) == 0)
        return blz_say(check, BLZ_STEP_FAIL, NULL,
                       "there is no @context; without it nothing says that this is %s",
                       check->kind == BLZ_KIND_STATUS_LIST ? "a status list" : "an Open Badge");
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(check_first(check, context));
    bool is_list = check->kind == BLZ_KIND_STATUS_LIST;
    if (!is_list) BLZ_TRY(check_places(check, context));
    BLZ_TRY(check_inside(check, check->credential, &path));
    return blz_pass_if_quiet(
        check,
        is_list ? "Verifiable Credentials %s"
        : check->kind == BLZ_KIND_RECORD
            ? "Comprehensive Learner Record 2.0 on Verifiable Credentials %s, in the right order"
            : "Open Badges 3.0 on Verifiable Credentials %s, in the right order",
        check->version == BLZ_VC_1_1 ? "1.1" : "2.0");
}
