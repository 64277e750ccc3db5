#include <string.h>

#include "base/time.h"
#include "verify/known_list.h"
#include "verify/steps.h"

/* A status list by itself: its subject, and the bits that are packed in it. */

/* Since when the list is valid, if it says so. */
static blz_status put_date(blz_check *check, blz_known_list *out)
{
    const char *text = blz_member(check->credential, blz_vc_start_name(check->version));
    int64_t seconds = 0;
    if (!text || blz_time_parse(&seconds, NULL, text, strlen(text)) != BLZ_OK) return BLZ_OK;
    const char *date = blz_date_text(check, seconds);
    BLZ_TRY_MEM(date);
    out->date = blz_arena_strdup(&out->arena, date);
    return out->date ? BLZ_OK : BLZ_ERR_NOMEM;
}

static blz_status put_text(blz_known_list *out, const char **member, const char *text)
{
    *member = text ? blz_arena_strdup(&out->arena, text) : NULL;
    return text && !*member ? BLZ_ERR_NOMEM : BLZ_OK;
}

/* Hands the list to who asks for it. */
static blz_status give(blz_check *check, blz_published_list *list)
{
    blz_known_list *out = check->list;
    if (!out) return BLZ_OK;
    BLZ_TRY(put_text(out, &out->issuer, check->issuer_id));
    BLZ_TRY(put_text(out, &out->id, blz_member(check->credential, "id")));
    BLZ_TRY(put_date(check, out));
    out->form = list->form;
    out->purposes = json_incref(list->purposes);
    out->bits = list->bits;
    list->bits = (blz_bits){0};
    return BLZ_OK;
}

/* "revocation", or "several purposes" */
static const char *purposes_of(const blz_published_list *list)
{
    if (json_is_string(list->purposes)) return json_string_value(list->purposes);
    if (json_array_size(list->purposes) == 1) return json_string_value(json_array_get(list->purposes, 0));
    return "several purposes";
}

static blz_status pass(blz_check *check, const blz_published_list *list)
{
    size_t sum = blz_bits_sum(&list->bits);
    check->report->list =
        blz_at(check, "%s, %zu of %zu entries set", purposes_of(list), sum, list->bits.count);
    return blz_say(check, BLZ_STEP_PASS, check->subject_at, "a list for %s with %zu entries",
                   purposes_of(list), list->bits.count);
}

blz_status blz_step_status_list(blz_check *check)
{
    BLZ_SCOPED(blz_published_list) list = {0};
    blz_list_form form;
    const char *pointer = "", *why = NULL;
    if (!blz_published_list_is(&form, check->credential)) return BLZ_OK; /* the step "type" says so */
    blz_status status = blz_published_list_read(&list, check->subject, form,
                                                blz_ctx_limit(check->ctx, BLZ_LIMIT_BYTES), &pointer, &why);
    if (status == BLZ_ERR_INVALID || status == BLZ_ERR_LIMIT)
        return blz_say(check, status == BLZ_ERR_LIMIT ? BLZ_STEP_UNKNOWN : BLZ_STEP_FAIL,
                       blz_at(check, "%s%s", check->subject_at, pointer), "the list cannot be read: %s", why);
    BLZ_TRY(status);
    BLZ_TRY(pass(check, &list));
    return give(check, &list);
}
