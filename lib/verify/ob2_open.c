#include <string.h>

#include "credential/model.h"
#include "verify/ob2.h"
#include "verify/steps.h"

/* Reading documents of Open Badges 2.0 and before: steps "parse", "context" and "type". */

static const char *version_text(blz_ob2_version version)
{
    switch (version) {
    case BLZ_OB2_0_5:
        return "Open Badges 0.5";
    case BLZ_OB2_1_0:
        return "Open Badges 1.0";
    case BLZ_OB2_1_1:
        return "Open Badges 1.1";
    case BLZ_OB2_2_0:
        break;
    }
    return "Open Badges 2.0";
}

static unsigned kind_of(blz_ob2_class of)
{
    return of == BLZ_OB2_ASSERTION     ? BLZ_KIND_OB2_BADGE
           : of == BLZ_OB2_ENDORSEMENT ? BLZ_KIND_OB2_ENDORSEMENT
                                       : BLZ_KIND_OB2_PART;
}

/* Of no known class is what ought to be a badge. */
static blz_report_kind report_kind(blz_ob2_class of)
{
    switch (of) {
    case BLZ_OB2_ASSERTION:
    case BLZ_OB2_NO_CLASS:
        return BLZ_REPORT_BADGE;
    case BLZ_OB2_ENDORSEMENT:
        return BLZ_REPORT_ENDORSEMENT;
    case BLZ_OB2_BADGE_CLASS:
        return BLZ_REPORT_BADGE_CLASS;
    case BLZ_OB2_PROFILE:
        return BLZ_REPORT_PROFILE;
    case BLZ_OB2_KEY:
        return BLZ_REPORT_KEY;
    case BLZ_OB2_REVOCATION_LIST:
        return BLZ_REPORT_REVOCATION_LIST;
    default:
        return BLZ_REPORT_PART;
    }
}

static blz_status begin(blz_check *check)
{
    check->ob2 = blz_calloc(1, sizeof *check->ob2);
    BLZ_TRY_MEM(check->ob2);
    check->kind = BLZ_KIND_OB2_PART;
    return blz_ob2_graph_new(&check->ob2->graph, check->ctx, check->policy == BLZ_POLICY_SPEC);
}

static blz_status take(blz_check *check, const blz_ob2_document *given)
{
    blz_ob2_case *c = check->ob2;
    c->given = given;
    c->node = given->node;
    c->of = blz_ob2_class_of(c->node);
    check->kind = kind_of(c->of);
    check->credential = c->node ? c->node : given->raw;
    check->report->standard = version_text(given->version);
    check->report->kind = report_kind(c->of);
    return blz_say(check, BLZ_STEP_PASS, NULL, "%s",
                   check->jws   ? "a signed token (JWS) with a badge in it"
                   : given->url ? "a web address with a badge at it"
                                : "a badge in JSON");
}

blz_status blz_ob2_open(blz_check *check)
{
    const blz_ob2_document *given = NULL;
    BLZ_TRY(begin(check));
    BLZ_TRY(blz_ob2_graph_add(&given, check->ob2->graph, check->document));
    return take(check, given);
}

blz_status blz_ob2_open_url(blz_check *check)
{
    const blz_ob2_document *given = NULL;
    const char *url = blz_at(check, "%.*s", (int)check->input.token_length, check->input.token);
    BLZ_TRY(check->status);
    BLZ_TRY(begin(check));
    BLZ_TRY(blz_ob2_graph_get(&given, check->ob2->graph, url));
    if (given->raw && blz_ob2_is_document(given->raw)) {
        const char *id = blz_ob2_id(given->node);
        if (id && strcmp(id, url) == 0) check->ob2->hosted = given;
        return take(check, given);
    }
    if (given->status == BLZ_ERR_GONE)
        return blz_say(check, BLZ_STEP_FAIL, NULL,
                       "this is only the web address \"%s\", and its owner has taken back what was there",
                       url);
    bool open = blz_ob2_document_is_open(given);
    return blz_say(check, open ? BLZ_STEP_UNKNOWN : BLZ_STEP_FAIL, NULL,
                   "this is only the web address \"%s\", and %s", url,
                   open         ? blz_at(check, "what is there is not known: %s", given->why)
                   : given->raw ? "there is no badge of Open Badges 2.0 or before it"
                                : blz_at(check, "there is no badge: %s", given->why));
}

static blz_status check_context(blz_check *check, const blz_ob2_document *given)
{
    json_t *context = json_object_get(given->raw, "@context");
    bool published = false, own = false;
    for (size_t i = 0; i < blz_many(context); i++) {
        const char *url = json_string_value(blz_many_at(context, i));
        own = own || json_is_object(blz_many_at(context, i));
        published =
            published || (url && (strcmp(url, BLZ_OB2_CONTEXT) == 0 || strstr(url, "openbadgespec.org/v2")));
    }
    if (given->version != BLZ_OB2_2_0 || published) return BLZ_OK;
    if (own)
        return blz_say(
            check, BLZ_STEP_WARN, "/@context",
            "the badge gives its words a meaning of its own, instead of \"%s\"; it is read by that "
            "meaning",
            BLZ_OB2_CONTEXT);
    return blz_say(check, BLZ_STEP_FAIL, "/@context", "@context has to be \"%s\"", BLZ_OB2_CONTEXT);
}

blz_status blz_ob2_step_context(blz_check *check)
{
    const blz_ob2_document *given = check->ob2->given;
    BLZ_TRY(check_context(check, given));
    if (!given->node && check->worst != BLZ_STEP_FAIL)
        BLZ_TRY(blz_say(check, blz_ob2_document_is_open(given) ? BLZ_STEP_UNKNOWN : BLZ_STEP_FAIL,
                        "/@context", "the badge cannot be read: %s", given->why));
    if (!given->node) check->credential = NULL; /* there is nothing that another step could look at */
    if (given->version != BLZ_OB2_2_0)
        return blz_pass_if_quiet(check, "read as the Open Badges 2.0 that it would be today");
    return blz_pass_if_quiet(check, "the context of Open Badges 2.0");
}

blz_status blz_ob2_step_type(blz_check *check)
{
    json_t *types = json_object_get(check->ob2->node, "type");
    if (check->ob2->of != BLZ_OB2_NO_CLASS)
        return blz_say(check, BLZ_STEP_PASS, "/type", "a document of type %s",
                       blz_ob2_class_text(check->ob2->of));
    const char *type = json_string_value(blz_many_at(types, 0));
    bool foreign = type && strchr(type, ':');
    const char *message = blz_at(check, "\"%s\" is nothing that Open Badges has; a badge is an \"Assertion\"",
                                 type ? type : "");
    if (!type)
        return blz_say(check, BLZ_STEP_FAIL, "/type", "there is no type, so nothing says what this is");
    BLZ_TRY(check->status);
    return foreign ? blz_say_strict(check, BLZ_STEP_FAIL, "/type", "%s", message)
                   : blz_say(check, BLZ_STEP_FAIL, "/type", "%s", message);
}
