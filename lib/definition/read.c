#include "base/file.h"
#include "definition/load.h"
#include "definition/path.h"

/* Errors that were found, whether the collector kept them or only counted them. */
static size_t errors(const blz_diags *diags)
{
    return blz_diags_count_of(diags, BLZ_ERROR) + blz_diags_dropped(diags);
}

/* A text whose folder does not exist has no project; blz_path_resolve() finds no file from there either. */
static blz_status find_root(blz_definition *definition, const char *name,
                            const blz_definition_options *options)
{
    if (options->allow_outside) return BLZ_OK;
    blz_status status = blz_path_project(&definition->root, name, options->project_root);
    return status == BLZ_ERR_NOMEM || options->project_root ? status : BLZ_OK;
}

static blz_status read_source(blz_definition *definition, blz_ctx *ctx, blz_source *source, blz_diags *diags)
{
    size_t before = errors(diags);
    BLZ_TRY(blz_mount_add(definition, "", source, blz_source_name(source)));
    BLZ_TRY(
        blz_load_tree(&definition->json, &definition->kind, ctx, source, BLZ_DEFINITION_KIND_COUNT_, diags));
    BLZ_TRY(blz_include_all(definition, ctx, diags));
    BLZ_TRY(blz_refs_check(definition, diags));
    return errors(diags) == before ? blz_model_build(definition) : BLZ_ERR_INVALID;
}

blz_status blz_definition_read_text(blz_definition **out, blz_ctx *ctx, const char *name, const char *bytes,
                                    size_t length, const blz_definition_options *options, blz_diags *diags)
{
    static const blz_definition_options defaults = {0};
    BLZ_AUTO(blz_definition) definition = blz_calloc(1, sizeof *definition);
    BLZ_TRY_MEM(definition);
    BLZ_TRY(find_root(definition, name, options ? options : &defaults));
    BLZ_AUTO(blz_source) source = NULL;
    BLZ_TRY(blz_source_new(&source, name, bytes, length));
    BLZ_TRY(read_source(definition, ctx, source, diags));
    *out = BLZ_STEAL(definition);
    return BLZ_OK;
}

blz_status blz_definition_read(blz_definition **out, blz_ctx *ctx, const char *path,
                               const blz_definition_options *options, blz_diags *diags)
{
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    BLZ_TRY(blz_file_read(&bytes, &length, path, blz_ctx_limit(ctx, BLZ_LIMIT_BYTES)));
    return blz_definition_read_text(out, ctx, path, bytes, length, options, diags);
}
