#include "schema/schema.h"

typedef struct target {
    blz_diags *diags;
    blz_source *source;
} target;

static const char *const codes[] = {
    [BLZ_SCHEMA_SHAPE] = "BLZ101",  [BLZ_SCHEMA_UNKNOWN] = "BLZ102", [BLZ_SCHEMA_MISSING] = "BLZ103",
    [BLZ_SCHEMA_CHOICE] = "BLZ106", [BLZ_SCHEMA_FORMAT] = "BLZ107",
};

/* A copy that lives as long as the collector; NULL stays NULL. */
static blz_status keep(blz_diags *diags, const char *text, const char **out)
{
    *out = text ? blz_diags_text(diags, "%s", text) : NULL;
    return text && !*out ? BLZ_ERR_NOMEM : BLZ_OK;
}

/* What is missing is shown at the name of what it is missing from. */
static blz_status add(void *user, const blz_schema_error *error)
{
    const target *to = user;
    blz_diag diag = {.source = to->source,
                     .pointer = error->pointer,
                     .at_key = error->at_key || error->class == BLZ_SCHEMA_MISSING};
    BLZ_TRY(keep(to->diags, error->message, &diag.message));
    BLZ_TRY(keep(to->diags, error->reason, &diag.reason));
    BLZ_TRY(keep(to->diags, error->hint, &diag.hint));
    BLZ_TRY(keep(to->diags, error->fix, &diag.fix));
    return blz_diags_add(to->diags, codes[error->class], &diag);
}

blz_status blz_schema_lint(blz_diags *diags, blz_source *source, const blz_schema *schema,
                           const json_t *instance)
{
    bool valid = false;
    return blz_schema_validate(&valid, schema, instance, add, &(target){.diags = diags, .source = source});
}
