#include "plumbing.h"

#include <string.h>

#include "report.h"

#define MODE_1_0 "json-ld-1.0"
#define MODE_1_1 "json-ld-1.1"
#define I18N "i18n-datatype"
#define COMPOUND "compound-literal"

const char *const cmd_jsonld_modes[] = {MODE_1_1, MODE_1_0, NULL};
const char *const cmd_jsonld_directions[] = {I18N, COMPOUND, NULL};

static int read_source(struct cmd_env *env, blz_source **out, const char *path)
{
    char *bytes = NULL;
    size_t length = 0;
    int code = cmd_read(env, path, &bytes, &length);
    if (code != CMD_OK) return code;
    blz_status status = blz_source_new(out, cmd_input_name(path), bytes, length);
    blz_free(bytes);
    return status == BLZ_OK ? CMD_OK : cmd_fail_status(env, status, "read \"%s\"", cmd_input_name(path));
}

int cmd_jsonld_options(struct cmd_env *env, blz_jsonld_options *out, const char *path)
{
    const char *mode = cmd_value(env, "processing-mode"), *direction = cmd_value(env, "rdf-direction");
    const char *context = cmd_value(env, "expand-context");
    if (context && strcmp(context, "-") == 0 && strcmp(path, "-") == 0)
        return cmd_usage(env, "--expand-context and the document cannot both be standard input");
    *out = (blz_jsonld_options){
        .base = cmd_value(env, "base"),
        .mode = mode && strcmp(mode, MODE_1_0) == 0 ? BLZ_JSONLD_1_0 : BLZ_JSONLD_1_1,
        .direction = !direction                     ? BLZ_JSONLD_NO_DIRECTION
                     : strcmp(direction, I18N) == 0 ? BLZ_JSONLD_I18N_DATATYPE
                                                    : BLZ_JSONLD_COMPOUND_LITERAL,
        .generalized = cmd_has(env, "generalized"),
        .safe = cmd_has(env, "safe"),
    };
    return context ? read_source(env, &out->expand_context, context) : CMD_OK;
}

int cmd_transform(struct cmd_env *env, const char *path, cmd_transform_fn *transform,
                  const blz_jsonld_options *options, const char *doing)
{
    blz_source *source = NULL;
    blz_diags *diags = NULL;
    char *text = NULL;
    size_t length = 0;
    int code = read_source(env, &source, path);
    if (code != CMD_OK) return code;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK) status = transform(env, options, &text, &length, source, diags);
    if (status == BLZ_OK)
        code = cmd_write(env, text, length);
    else
        code = cmd_report(env, status, diags, doing);
    blz_free(text);
    blz_diags_free(diags);
    blz_source_unref(source);
    return code;
}

int cmd_transform_jsonld(struct cmd_env *env, const char *path, cmd_transform_fn *transform,
                         const char *doing)
{
    blz_jsonld_options options = {0};
    int code = cmd_jsonld_options(env, &options, path);
    if (code == CMD_OK) code = cmd_transform(env, path, transform, &options, doing);
    blz_source_unref(options.expand_context);
    return code;
}
