#include "report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <blazon/definition.h>
#include <blazon/lint.h>
#include <blazon/out.h>

/* Whether diagnostics say all there is to say about a call that ended so. */
static bool explains(blz_status status)
{
    return status == BLZ_ERR_ARGUMENT || status == BLZ_ERR_INVALID || status == BLZ_ERR_SYNTAX ||
           status == BLZ_ERR_NOT_FOUND || status == BLZ_ERR_LIMIT;
}

int cmd_show(struct cmd_env *env, blz_diags *diags, const char *doing)
{
    char *text = NULL;
    if (!diags || !blz_diags_count(diags)) return CMD_OK;
    blz_status status = blz_diags_locate(diags);
    if (status == BLZ_OK) {
        blz_diags_sort(diags);
        status = blz_out_write(&text, NULL, "text", diags, NULL);
    }
    if (status != BLZ_OK) return cmd_fail_status(env, status, "%s", doing);
    fputs(text, stderr);
    blz_free(text);
    return CMD_OK;
}

int cmd_report(struct cmd_env *env, blz_status status, blz_diags *diags, const char *doing)
{
    size_t count = diags ? blz_diags_count(diags) : 0;
    int code = cmd_show(env, diags, doing);
    if (code != CMD_OK) return code;
    if (!count || !explains(status)) return cmd_fail_status(env, status, "%s", doing);
    return status == BLZ_ERR_ARGUMENT ? CMD_USAGE : CMD_FINDINGS;
}

int cmd_write_line(struct cmd_env *env, const char *text)
{
    size_t length = strlen(text);
    char *line = malloc(length + 2);
    if (!line) return cmd_fail_status(env, BLZ_ERR_NOMEM, "write the result");
    memcpy(line, text, length + 1);
    line[length] = '\n';
    line[length + 1] = '\0';
    int code = cmd_write(env, line, length + 1);
    free(line);
    return code;
}

/* The codes of all rules that are not errors; `*count` of them. NULL when memory ran out. */
static const char **weaker_rules(size_t *count)
{
    size_t all = 0;
    const blz_rule *rules = blz_rules(&all);
    const char **codes = calloc(all + 1, sizeof *codes);
    *count = 0;
    for (size_t i = 0; codes && i < all; i++)
        if (rules[i].severity != BLZ_ERROR) codes[(*count)++] = rules[i].code;
    return codes;
}

static blz_status lint(struct cmd_env *env, const char *name, const char *bytes, size_t length,
                       bool allow_outside, blz_diags *diags)
{
    blz_lint_options options = {.allow_outside = allow_outside};
    const char **weaker = weaker_rules(&options.ignore_count);
    if (!weaker) return BLZ_ERR_NOMEM;
    options.ignore = weaker;
    blz_status status = blz_lint_text(diags, env->ctx, name, bytes, length, &options);
    free(weaker);
    if (status != BLZ_OK) return status;
    return blz_diags_count_of(diags, BLZ_ERROR) ? BLZ_ERR_INVALID : BLZ_OK;
}

/* "an issuer" */
static const char *phrase(blz_definition_kind kind)
{
    static const char *const phrases[] = {"a micro-credential", "a rubric", "an issuer", "a stack",
                                          "a trust file"};
    return phrases[kind];
}

int cmd_read_definition_any(struct cmd_env *env, const char *path, bool allow_outside, blz_definition **out)
{
    char *bytes = NULL;
    size_t length = 0;
    blz_diags *diags = NULL;
    const char *name = cmd_input_name(path);
    int code = cmd_read(env, path, &bytes, &length);
    if (code != CMD_OK) return code;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK) status = lint(env, name, bytes, length, allow_outside, diags);
    if (status == BLZ_OK)
        status = blz_definition_read_text(out, env->ctx, name, bytes, length,
                                          &(blz_definition_options){.allow_outside = allow_outside}, diags);
    if (status != BLZ_OK) code = cmd_report(env, status, diags, "read the definition");
    blz_diags_free(diags);
    blz_free(bytes);
    return code;
}

int cmd_read_definition_of(struct cmd_env *env, const char *path, blz_definition_kind kind,
                           bool allow_outside, blz_definition **out)
{
    blz_definition *definition = NULL;
    int code = cmd_read_definition_any(env, path, allow_outside, &definition);
    if (code != CMD_OK) return code;
    if (blz_definition_kind_of(definition) == kind) {
        *out = definition;
        return CMD_OK;
    }
    code = cmd_fail(env, "\"%s\" is of the kind \"%s\"; this needs %s", cmd_input_name(path),
                    blz_definition_kind_name(blz_definition_kind_of(definition)), phrase(kind));
    blz_definition_free(definition);
    return code;
}

int cmd_read_definition(struct cmd_env *env, const char *path, bool allow_outside, blz_definition **out)
{
    return cmd_read_definition_of(env, path, BLZ_DEFINITION_MICRO_CREDENTIAL, allow_outside, out);
}
