#include <string.h>

#include "codec/json_read.h"
#include "schema/embedded.h"
#include "verify/steps.h"

enum { SHOWN_MAX = 20 };

typedef struct tell {
    blz_check *check;
    size_t count;
} tell;

/* What a schema finds goes into the report; a badge of another kind altogether has too much to list all. */
static blz_status report(void *user, const blz_schema_error *error)
{
    tell *t = user;
    if (t->count++ >= SHOWN_MAX) return BLZ_OK;
    return blz_say(t->check, BLZ_STEP_FAIL, error->pointer, "%s", error->message);
}

static blz_status validate(blz_check *check, const blz_schema *schema, const char *passed)
{
    tell t = {.check = check};
    bool valid = false;
    blz_status status = blz_schema_validate(&valid, schema, check->credential, report, &t);
    if (status == BLZ_ERR_LIMIT)
        return blz_say(check, BLZ_STEP_FAIL, NULL, "the credential is too large or too deep to be checked");
    BLZ_TRY(status);
    if (t.count > SHOWN_MAX)
        return blz_say(check, BLZ_STEP_FAIL, NULL, "%zu more of that kind", t.count - SHOWN_MAX);
    return valid ? blz_say(check, BLZ_STEP_PASS, NULL, "%s", passed) : BLZ_OK;
}

blz_status blz_step_schema(blz_check *check)
{
    const blz_schema *schema = NULL;
    if (check->version == BLZ_VC_1_1)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL,
                       "this version of blazon has no schema for badges on Verifiable Credentials 1.1");
    BLZ_TRY(blz_schema_embedded(&schema, "achievementcredential"));
    return validate(check, schema, "shaped as the data model asks");
}

/* The published schemas, under every address that they have: blazon checks a badge against its own writing of
 * them. */
static bool is_published(const char *url)
{
    static const char base[] = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json";
    return strncmp(url, base, sizeof base - 1) == 0 && strstr(url, "achievementcredential");
}

static blz_status check_document(blz_check *check, const char *url, const char *pointer)
{
    blz_document bytes = {0};
    blz_status status = blz_ctx_load(check->ctx, url, &bytes);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK)
        return blz_say(check, BLZ_STEP_UNKNOWN, pointer,
                       "the badge asks to be checked against the schema at \"%s\", which is not to be had "
                       "here (%s); give "
                       "it with --map",
                       url, blz_status_text(status));
    json_t *text = NULL;
    BLZ_AUTO(blz_schema) schema = NULL;
    status = blz_json_parse(&text, bytes.bytes, bytes.length, blz_ctx_limit(check->ctx, BLZ_LIMIT_DEPTH),
                            NULL, NULL);
    blz_free(bytes.bytes);
    if (status == BLZ_OK)
        status = blz_schema_compile(&schema, check->ctx, text, url,
                                    &(blz_schema_options){.assert_formats = false});
    json_decref(text);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK)
        return blz_say(check, BLZ_STEP_UNKNOWN, pointer, "the schema at \"%s\" cannot be used: %s", url,
                       blz_status_text(status));
    return validate(check, schema, blz_at(check, "shaped as the schema at \"%s\" asks", url));
}

blz_status blz_step_schema_inline(blz_check *check)
{
    const json_t *schemas = json_object_get(check->credential, "credentialSchema");
    for (size_t i = 0; i < blz_many(schemas); i++) {
        const json_t *one = blz_many_at(schemas, i);
        const char *url = blz_member(one, "id"),
                   *pointer = blz_many_pointer(check, "/credentialSchema", schemas, i);
        if (!blz_vc_has_type(one, "1EdTechJsonSchemaValidator2019"))
            BLZ_TRY(blz_say(check, BLZ_STEP_SKIPPED, pointer,
                            "a schema of a kind that Open Badges does not have"));
        else if (!url)
            BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, pointer, "the badge names a schema without its URL"));
        else if (is_published(url))
            BLZ_TRY(blz_say(check, BLZ_STEP_PASS, pointer,
                            "the published schema, which the step \"schema\" stands for"));
        else
            BLZ_TRY(check_document(check, url, pointer));
    }
    return BLZ_OK;
}
