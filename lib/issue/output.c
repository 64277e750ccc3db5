#include "codec/json_write.h"
#include "issue/achievement.h"
#include "schema/embedded.h"

blz_status blz_output_refuse(blz_diags *diags, const char *pointer, const char *message)
{
    return blz_diags_add(
        diags, "BLZ904",
        &(blz_diag){
            .message = blz_diags_text(diags, "the badge would not be a valid Open Badge: at \"%s\", %s",
                                      *pointer ? pointer : "/", message),
            .reason = "blazon checks what it writes, and this did not pass; nothing was written",
            .hint = "please report it with the definition; it is a fault of blazon unless an option or a "
                    "text of the definition is out of the ordinary"});
}

static blz_status report(void *user, const blz_schema_error *error)
{
    return blz_output_refuse(user, error->pointer, error->message);
}

blz_status blz_output_check(const json_t *json, const char *kind, blz_diags *diags)
{
    const blz_schema *schema = NULL;
    bool valid = false;
    BLZ_TRY(blz_schema_embedded(&schema, kind));
    BLZ_TRY(blz_schema_validate(&valid, schema, json, report, diags));
    return valid ? BLZ_OK : BLZ_ERR_INVALID;
}

blz_status blz_output_text(char **out, size_t *length, const json_t *json, unsigned indent)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_json_write(&text, json, indent));
    return blz_buf_take(&text, out, length);
}
