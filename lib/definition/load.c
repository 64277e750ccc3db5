#include "definition/load.h"

#include <string.h>
#include <strings.h>

#include "codec/json_read.h"
#include "codec/yaml_read.h"
#include "definition/kind.h"
#include "schema/embedded.h"

static bool is_json(const char *name)
{
    size_t length = strlen(name);
    return length > 5 && strcasecmp(name + length - 5, ".json") == 0;
}

blz_status blz_load_tree(json_t **out, blz_definition_kind *kind, blz_ctx *ctx, blz_source *source,
                         blz_definition_kind expected, blz_diags *diags)
{
    json_auto_t *tree = NULL;
    if (is_json(blz_source_name(source)))
        BLZ_TRY(blz_json_read(&tree, ctx, source, diags));
    else
        BLZ_TRY(blz_yaml_read(&tree, ctx, source, diags));
    BLZ_TRY(blz_kind_detect(kind, tree, source, diags));
    if (*kind == BLZ_DEFINITION_KIND_COUNT_) return BLZ_ERR_INVALID;
    if (expected == BLZ_DEFINITION_KIND_COUNT_ || expected == *kind) {
        const blz_schema *schema = NULL;
        BLZ_TRY(blz_schema_embedded(&schema, blz_definition_kind_name(*kind)));
        BLZ_TRY(blz_schema_lint(diags, source, schema, tree));
    }
    *out = BLZ_STEAL(tree);
    return BLZ_OK;
}
