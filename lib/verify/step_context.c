#include <string.h>

#include "verify/steps.h"

enum { TERMS_SHOWN = 8 };

static blz_status check_first(blz_check *check, json_t *context)
{
    if (check->version != BLZ_VC_UNKNOWN) return BLZ_OK;
    const char *first = json_string_value(blz_many_at(context, 0));
    return blz_say(check, BLZ_STEP_FAIL, "/@context/0",
                   "the first entry of @context is %s%s%s; it has to be \"" BLZ_VC2_CONTEXT
                   "\" (or \"" BLZ_VC1_CONTEXT "\"), because the order gives the words their meaning",
                   first ? "\"" : "", first ? first : "missing", first ? "\"" : "");
}

static blz_status check_second(blz_check *check, json_t *context)
{
    const char *second = json_string_value(blz_many_at(context, 1));
    if (second && blz_ob3_is_context_url(second)) return BLZ_OK;
    return blz_say(check, BLZ_STEP_FAIL, "/@context/1",
                   "the second entry of @context is %s%s%s; it has to be \"" BLZ_OB3_CONTEXT
                   "\" or another published revision",
                   second ? "\"" : "", second ? second : "missing", second ? "\"" : "");
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

static blz_status check_others(blz_check *check, json_t *context)
{
    for (size_t i = 0; i < blz_many(context); i++) {
        json_t *entry = blz_many_at(context, i);
        if (json_is_string(entry)) continue;
        const char *pointer = blz_many_pointer(check, "/@context", context, i);
        if (!json_is_object(entry)) {
            BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, pointer,
                            "an entry of @context is neither a URL nor an object"));
            continue;
        }
        const char *covered = check->jws
                                  ? "what they mean is the issuer's own word"
                                  : "inline terms are not covered by the signature of a Data Integrity proof";
        BLZ_TRY(blz_say(check, BLZ_STEP_WARN, pointer, "an inline @context defines %s; %s",
                        terms_of(check, entry), covered));
    }
    return BLZ_OK;
}

blz_status blz_step_context(blz_check *check)
{
    json_t *context = json_object_get(check->credential, "@context");
    if (blz_many(context) == 0)
        return blz_say(check, BLZ_STEP_FAIL, NULL,
                       "there is no @context; without it nothing says that this is an Open Badge");
    BLZ_TRY(check_first(check, context));
    BLZ_TRY(check_second(check, context));
    BLZ_TRY(check_others(check, context));
    return blz_pass_if_quiet(check, "Open Badges 3.0 on Verifiable Credentials %s, in the right order",
                             check->version == BLZ_VC_1_1 ? "1.1" : "2.0");
}
