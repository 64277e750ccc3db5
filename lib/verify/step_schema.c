#include <string.h>

#include "codec/json_copy.h"
#include "codec/json_read.h"
#include "schema/embedded.h"
#include "status/published.h"
#include "verify/steps.h"

enum { SHOWN_MAX = 20 };

typedef struct tell {
    blz_check *check;
    bool strict; /* the public validator does not look at such schemas */
    size_t count;
} tell;

/* The same thing in the words of Verifiable Credentials 1.1. */
static const struct {
    const char *name, *old;
} renamed[] = {{"validFrom", "issuanceDate"}, {"validUntil", "expirationDate"}};

/* Other names for the dates and for the first context, and nothing else. `copy` is a copy of `credential`. */
static blz_status rename_members(json_t *copy, json_t *credential)
{
    json_auto_t *context = NULL;
    BLZ_TRY(blz_json_copy(&context, json_object_get(credential, "@context")));
    BLZ_TRY_MEM(json_array_set_new(context, 0, json_string(BLZ_VC2_CONTEXT)) == 0);
    BLZ_TRY_MEM(json_object_set(copy, "@context", context) == 0);
    for (size_t i = 0; i < BLZ_COUNT_OF(renamed); i++) {
        json_t *date = json_object_get(credential, renamed[i].old);
        if (date) BLZ_TRY_MEM(json_object_set(copy, renamed[i].name, date) == 0);
    }
    return BLZ_OK;
}

static blz_status as_version_2(json_t **out, json_t *value);

static blz_status renew_members(json_t **copy, json_t *object)
{
    const char *name;
    json_t *child;
    json_object_foreach (object, name, child) {
        json_auto_t *renewed_child = NULL;
        BLZ_TRY(as_version_2(&renewed_child, child));
        if (!renewed_child) continue;
        if (!*copy) BLZ_TRY(blz_json_copy(copy, object));
        BLZ_TRY_MEM(json_object_set(*copy, name, renewed_child) == 0);
    }
    return BLZ_OK;
}

static blz_status renew_entries(json_t **copy, json_t *array)
{
    size_t index;
    json_t *child;
    json_array_foreach (array, index, child) {
        json_auto_t *renewed_child = NULL;
        BLZ_TRY(as_version_2(&renewed_child, child));
        if (!renewed_child) continue;
        if (!*copy) BLZ_TRY(blz_json_copy(copy, array));
        BLZ_TRY_MEM(json_array_set(*copy, index, renewed_child) == 0);
    }
    return BLZ_OK;
}

/* A badge on Verifiable Credentials 1.1, and the endorsements in it that are too, as the schema of 2.0 knows
 * them. NULL where nothing is on 1.1. Reading capped the depth. */
static blz_status as_version_2(json_t **out, json_t *value)
{
    json_auto_t *copy = NULL;
    BLZ_TRY(json_is_array(value) ? renew_entries(&copy, value) : renew_members(&copy, value));
    if (blz_vc_version_of(value) == BLZ_VC_1_1) {
        if (!copy) BLZ_TRY(blz_json_copy(&copy, value));
        BLZ_TRY(rename_members(copy, value));
    }
    *out = BLZ_STEAL(copy);
    return BLZ_OK;
}

/* What to call a date that the schema names; "" where it names none, or the name is right. */
static const char *old_name(blz_check *check, const char *message)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(renamed) && check->version == BLZ_VC_1_1; i++)
        if (strstr(message, renamed[i].name)) return blz_at(check, " (here: \"%s\")", renamed[i].old);
    return "";
}

/* What a schema finds goes into the report; a badge of another kind altogether has too much to list all. */
static blz_status report(void *user, const blz_schema_error *error)
{
    tell *t = user;
    if (t->count++ >= SHOWN_MAX) return BLZ_OK;
    const char *old = old_name(t->check, error->message);
    return (t->strict ? blz_say_strict : blz_say_of_badge)(t->check, BLZ_STEP_FAIL, error->pointer, "%s%s",
                                                           error->message, old ? old : "");
}

static blz_status validate(blz_check *check, const blz_schema *schema, json_t *instance, bool strict,
                           const char *passed)
{
    tell t = {.check = check, .strict = strict};
    bool valid = false;
    blz_status status = blz_schema_validate(&valid, schema, instance, report, &t);
    if (status == BLZ_ERR_LIMIT)
        return blz_say(check, BLZ_STEP_FAIL, NULL, "the credential is too large or too deep to be checked");
    BLZ_TRY(status);
    if (t.count > SHOWN_MAX)
        return (strict ? blz_say_strict : blz_say_of_badge)(check, BLZ_STEP_FAIL, NULL,
                                                            "%zu more of that kind", t.count - SHOWN_MAX);
    return valid ? blz_say(check, BLZ_STEP_PASS, NULL, "%s", passed) : BLZ_OK;
}

static const char *schema_of(const blz_check *check)
{
    if (check->kind == BLZ_KIND_STATUS_LIST) return "statuslistcredential";
    return check->kind == BLZ_KIND_ENDORSEMENT ? "endorsementcredential"
           : check->kind == BLZ_KIND_RECORD    ? "clrcredential"
                                               : "achievementcredential";
}

blz_status blz_step_schema(blz_check *check)
{
    static const char passed[] = "shaped as the data model asks";
    const blz_schema *schema = NULL;
    json_auto_t *renewed = NULL;
    blz_list_form form = BLZ_LIST_BITSTRING;
    if (blz_published_list_is(&form, check->credential) && form == BLZ_LIST_2021 &&
        check->kind == BLZ_KIND_STATUS_LIST)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL, "there is no schema for lists of Status List 2021");
    BLZ_TRY(blz_schema_embedded(&schema, schema_of(check)));
    if (check->version != BLZ_VC_1_1) return validate(check, schema, check->credential, false, passed);
    BLZ_TRY(as_version_2(&renewed, check->credential));
    return validate(check, schema, renewed, false, passed);
}

/* The published schemas, under every address that they have: blazon checks a badge against its own writing of
 * them. */
static bool is_published(const blz_check *check, const char *url)
{
    static const char badges[] = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json",
                      records[] = "https://purl.imsglobal.org/spec/clr/v2p0/schema/json";
    bool record = check->kind == BLZ_KIND_RECORD;
    const char *base = record ? records : badges;
    return strncmp(url, base, strlen(base)) == 0 &&
           strstr(url, record                                ? "clrcredential"
                       : check->kind == BLZ_KIND_ENDORSEMENT ? "endorsementcredential"
                                                             : "achievementcredential");
}

/* How a schema is named, and who asks for it. */
typedef struct naming {
    const char *url, *pointer;
    bool standard; /* JsonSchema of the W3C; else that of Open Badges, which the public validator checks, too
                    */
} naming;

/* A fault of the schema: it was read and is of no use. The public validator takes that for an error. */
static blz_status useless(blz_check *check, const naming *at, const char *why)
{
    if (at->standard)
        return blz_say_strict(check, BLZ_STEP_UNKNOWN, at->pointer, "the schema at \"%s\" cannot be used: %s",
                              at->url, why);
    return blz_say_vendor(check, BLZ_STEP_UNKNOWN, at->pointer, "the schema at \"%s\" cannot be used: %s",
                          at->url, why);
}

static blz_status compile(blz_schema **out, blz_check *check, const naming *at, json_t *text)
{
    const char *dialect = blz_member(text, "$schema");
    blz_status status =
        blz_schema_compile(out, check->ctx, text, at->url, &(blz_schema_options){.assert_formats = false});
    if (status == BLZ_OK || status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_ERR_UNSUPPORTED || !dialect) return useless(check, at, blz_status_text(status));
    return useless(check, at,
                   blz_at(check,
                          "it is written for \"%s\"; blazon knows JSON Schema 2019-09 and 2020-12 and what "
                          "builds on them",
                          dialect));
}

static blz_status check_text(blz_check *check, const naming *at, json_t *text)
{
    BLZ_AUTO(blz_schema) schema = NULL;
    if (at->standard && !blz_member(text, "$schema"))
        return useless(check, at, "a JsonSchema has to say in \"$schema\" in which version it is written");
    BLZ_TRY(compile(&schema, check, at, text));
    if (!schema) return check->status;
    return validate(check, schema, check->credential, at->standard,
                    blz_at(check, "shaped as the schema at \"%s\" asks", at->url));
}

static blz_status check_document(blz_check *check, const naming *at)
{
    BLZ_SCOPED(blz_document) bytes = {0};
    json_auto_t *text = NULL;
    blz_status status = blz_ctx_load(check->ctx, at->url, &bytes);
    if (status == BLZ_ERR_NOMEM) return status;
    const char *trouble = status == BLZ_OK ? NULL : blz_document_trouble(&bytes, status);
    if (status != BLZ_OK && !trouble)
        return (at->standard ? blz_say_strict : blz_say)(
            check, BLZ_STEP_UNKNOWN, at->pointer,
            "the %s asks to be checked against the schema at \"%s\", which is not to be had "
            "here; give it with --map, or use --online",
            blz_report_kind_text(check->report->kind), at->url);
    if (status != BLZ_OK) return useless(check, at, trouble);
    status = blz_json_parse(&text, bytes.bytes, bytes.length, blz_ctx_limit(check->ctx, BLZ_LIMIT_DEPTH),
                            NULL, NULL);
    if (status == BLZ_ERR_NOMEM) return status;
    return status == BLZ_OK ? check_text(check, at, text) : useless(check, at, blz_status_text(status));
}

static blz_status check_named(blz_check *check, const naming *at)
{
    if (!at->url)
        return blz_say(check, BLZ_STEP_FAIL, at->pointer, "the %s names a schema without its URL",
                       blz_report_kind_text(check->report->kind));
    if (is_published(check, at->url))
        return blz_say(check, BLZ_STEP_PASS, at->pointer,
                       "the published schema, which the step \"schema\" stands for");
    return check_document(check, at);
}

blz_status blz_step_schema_inline(blz_check *check)
{
    json_t *schemas = json_object_get(check->credential, "credentialSchema");
    for (size_t i = 0; i < blz_many(schemas); i++) {
        json_t *one = blz_many_at(schemas, i);
        bool standard = blz_vc_has_type(one, "JsonSchema");
        naming at = {.url = blz_member(one, "id"),
                     .pointer = blz_many_pointer(check, "/credentialSchema", schemas, i),
                     .standard = standard};
        BLZ_TRY(check->status);
        if (standard || blz_vc_has_type(one, "1EdTechJsonSchemaValidator2019"))
            BLZ_TRY(check_named(check, &at));
        else if (blz_vc_has_type(one, "JsonSchemaCredential"))
            BLZ_TRY(blz_say_strict(check, BLZ_STEP_UNKNOWN, at.pointer,
                                   "the schema stands in a credential of its own (JsonSchemaCredential), "
                                   "which blazon does not read"));
        else
            BLZ_TRY(
                blz_say(check, BLZ_STEP_SKIPPED, at.pointer, "a schema of a kind that blazon does not know"));
    }
    return BLZ_OK;
}
