#include <string.h>

#include "codec/json_write.h"
#include "issue/achievement.h"
#include "schema/embedded.h"

struct problems {
    blz_diags *diags;
    const char *root;
};

static blz_status report(void *user, const blz_schema_error *error)
{
    const struct problems *problems = user;
    size_t root = strlen(problems->root);
    bool below = strncmp(error->pointer, problems->root, root) == 0;
    const char *pointer = below ? error->pointer + root : error->pointer;
    blz_diags *diags = problems->diags;
    return blz_diags_add(
        diags, "BLZ904",
        &(blz_diag){
            .message = blz_diags_text(diags, "the badge would not be a valid Open Badge: at \"%s\", %s",
                                      *pointer ? pointer : "/", error->message),
            .reason = "blazon checks what it writes, and this did not pass; nothing was written",
            .hint = "please report it with the definition; it is a fault of blazon unless an option or a "
                    "text of the definition is out of the ordinary"});
}

blz_status blz_output_check(const json_t *credential, const char *root, blz_diags *diags)
{
    const blz_schema *schema = NULL;
    struct problems problems = {.diags = diags, .root = root};
    bool valid = false;
    BLZ_TRY(blz_schema_embedded(&schema, "achievementcredential"));
    BLZ_TRY(blz_schema_validate(&valid, schema, credential, report, &problems));
    return valid ? BLZ_OK : BLZ_ERR_INVALID;
}

blz_status blz_output_text(char **out, size_t *length, const json_t *json, unsigned indent)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_json_write(&text, json, indent));
    return blz_buf_take(&text, out, length);
}
