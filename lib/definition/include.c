#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/uri.h"
#include "codec/json_ptr.h"
#include "definition/kind.h"
#include "definition/load.h"
#include "definition/path.h"

enum { FILES_MAX = 200 }; /* what the schema lets a stack name */

/* A path in the definition that was read, and the file that it leads to. */
typedef struct site {
    blz_definition *definition;
    blz_ctx *ctx;
    blz_diags *diags;
    const char *pointer; /* where the path stands */
    const char *text;    /* the path as it was written */
    blz_definition_kind expected;
    char *path; /* the file's real name; NULL if it cannot be used */
    blz_source *source;
    json_t *tree;
} site;

static void site_clear(site *at)
{
    blz_free(at->path);
    blz_source_unref(at->source);
    json_decref(at->tree);
}

static blz_status report(const site *at, const char *code, const char *message, const char *reason,
                         const char *hint)
{
    return blz_diags_add(at->diags, code,
                         &(blz_diag){.source = at->definition->mounts[0].source,
                                     .pointer = at->pointer,
                                     .message = message,
                                     .reason = reason,
                                     .hint = hint});
}

static blz_status report_not_relative(const site *at)
{
    if (at->text[0] == '/')
        return report(at, "BLZ008", blz_diags_text(at->diags, "\"%s\" is an absolute path", at->text),
                      "it means something else on every other machine",
                      "write the path from this file's folder, as in issuer.yaml");
    return report(at, "BLZ008", blz_diags_text(at->diags, "\"%s\" is a web address", at->text),
                  "definitions are put together from files of the project, never from the network",
                  "save the file in the project and write its path here");
}

/* A text in place of a path is a name that somebody wrote down, or a path of another system. */
static const char *missing_hint(const site *at)
{
    if (strchr(at->text, '\\'))
        return "write the path from the folder of this file, with / between folders, as in "
               "rubrics/lesson.yaml";
    if (!strchr(at->text, '.') && !strchr(at->text, '/'))
        return blz_diags_text(at->diags,
                              "write the path of a file, as in %s.yaml, or leave the text out and write what "
                              "belongs here on the lines below it, indented",
                              blz_definition_kind_name(at->expected));
    return "check the spelling; the path starts from the folder of this file";
}

static blz_status report_missing(const site *at)
{
    BLZ_AUTO(blz_text) near = NULL;
    blz_status status =
        blz_path_suggest(&near, at->definition->root, at->definition->mounts[0].path, at->text);
    if (status == BLZ_ERR_NOMEM) return status;
    const char *fix = near ? blz_diags_text(at->diags, "%s", near) : NULL;
    const char *hint = near ? blz_diags_text(at->diags, "did you mean \"%s\"?", near) : missing_hint(at);
    if (!hint || (near && !fix)) return BLZ_ERR_NOMEM;
    return blz_diags_add(
        at->diags, "BLZ009",
        &(blz_diag){.source = at->definition->mounts[0].source,
                    .pointer = at->pointer,
                    .message = blz_diags_text(at->diags, "there is no file \"%s\"", at->text),
                    .hint = hint,
                    .fix = fix});
}

static blz_status report_large(const site *at)
{
    const char *together = at->definition->included ? ", together with the others that this one names" : "";
    return report(at, "BLZ005",
                  blz_diags_text(at->diags, "the file \"%s\" is too large%s", at->text, together), NULL,
                  "check that it is the file that you mean");
}

/* Says why the file cannot be used; the rest goes on without it. */
static blz_status report_refusal(const site *at, blz_status status)
{
    int error = errno;
    switch (status) {
    case BLZ_ERR_NOMEM:
        return status;
    case BLZ_ERR_INVALID:
        return report_not_relative(at);
    case BLZ_ERR_NOT_FOUND:
        return report_missing(at);
    case BLZ_ERR_UNSUPPORTED:
        return report(at, "BLZ009",
                      blz_diags_text(at->diags, "\"%s\" is not a file but a folder or a device", at->text),
                      NULL, "name a YAML file");
    case BLZ_ERR_LIMIT:
        return report_large(at);
    default:
        break;
    }
    if (status == BLZ_ERR_PERMISSION && error == 0)
        return report(at, "BLZ008",
                      blz_diags_text(at->diags, "\"%s\" leads out of the project's folder", at->text),
                      "a definition reads files of its own project only",
                      "copy the file into the project, or allow this with --allow-outside");
    return report(at, "BLZ001", blz_diags_text(at->diags, "the file \"%s\" cannot be read", at->text),
                  blz_status_text(status), "check that you may read it");
}

/* Reads a file of the project. All of them together may be as large as one: a stack could name a large file
 * two hundred times. */
static blz_status read_file(site *at, char **bytes, size_t *length, const char *path)
{
    size_t max = blz_ctx_limit(at->ctx, BLZ_LIMIT_BYTES), used = at->definition->included;
    BLZ_TRY(blz_file_read_regular(bytes, length, path, max > used ? max - used : 0));
    at->definition->included += *length;
    return BLZ_OK;
}

/* The file's text as a source; its path stays NULL if there is none to be had. */
static blz_status open_source(site *at)
{
    const blz_mount *from = &at->definition->mounts[0];
    BLZ_AUTO(blz_text) bytes = NULL;
    BLZ_AUTO(blz_text) path = NULL;
    BLZ_AUTO(blz_text) name = NULL;
    size_t length = 0;
    blz_status status = blz_path_resolve(&path, at->definition->root, from->path, at->text);
    if (status == BLZ_OK) status = read_file(at, &bytes, &length, path);
    if (status != BLZ_OK) return report_refusal(at, status);
    BLZ_TRY(blz_path_display(&name, blz_source_name(from->source), at->text));
    BLZ_TRY(blz_source_new(&at->source, name, bytes, length));
    at->path = BLZ_STEAL(path);
    return BLZ_OK;
}

static blz_status report_kind(const site *at, blz_definition_kind kind)
{
    const char *message = blz_diags_text(at->diags, "\"%s\" is %s, but %s belongs here", at->text,
                                         blz_kind_phrase(kind), blz_kind_phrase(at->expected));
    return report(at, "BLZ108", message, NULL,
                  blz_diags_text(at->diags, "name a file that starts with \"blazon: %s/1\"",
                                 blz_definition_kind_name(at->expected)));
}

/* Reads the file that the site names into `at->tree`, which stays NULL if it is not what belongs there. */
static blz_status read_site(site *at)
{
    blz_definition_kind kind = BLZ_DEFINITION_KIND_COUNT_;
    json_auto_t *tree = NULL;
    BLZ_TRY(open_source(at));
    if (!at->path) return BLZ_OK;
    blz_status status = blz_load_tree(&tree, &kind, at->ctx, at->source, at->expected, at->diags);
    if (status == BLZ_ERR_SYNTAX || status == BLZ_ERR_INVALID) return BLZ_OK;
    BLZ_TRY(status);
    if (kind != at->expected) return report_kind(at, kind);
    at->tree = BLZ_STEAL(tree);
    return BLZ_OK;
}

/* Puts the file behind `key` in place of its path, and mounts it there. */
static blz_status include_member(blz_definition *definition, blz_ctx *ctx, blz_diags *diags,
                                 const char *pointer, blz_definition_kind expected)
{
    const char *text = json_string_value(json_object_get(definition->json, pointer + 1));
    if (!text) return BLZ_OK;
    BLZ_SCOPED(site) at = {definition, ctx, diags, pointer, text, expected, NULL, NULL, NULL};
    BLZ_TRY(read_site(&at));
    if (!at.tree) return BLZ_OK;
    json_object_del(at.tree, "blazon");
    BLZ_TRY(blz_mount_add(definition, pointer, at.source, at.path));
    BLZ_TRY_MEM(json_object_set(definition->json, pointer + 1, at.tree) == 0);
    return BLZ_OK;
}

/* In a stack: the id and the name of the micro-credential in place of its path. */
static blz_status include_credential(blz_definition *definition, blz_ctx *ctx, blz_diags *diags,
                                     json_t *entry, const char *pointer)
{
    const char *text = json_string_value(json_object_get(entry, "credential"));
    if (!text || blz_uri_is_absolute(text)) return BLZ_OK;
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_printf(&path, "%s/credential", pointer));
    BLZ_SCOPED(site)
    at = {definition, ctx, diags, path.data, text, BLZ_DEFINITION_MICRO_CREDENTIAL, NULL, NULL, NULL};
    BLZ_TRY(read_site(&at));
    json_t *id = json_object_get(at.tree, "id"), *name = json_object_get(at.tree, "name");
    if (!json_is_string(id) || !json_is_string(name)) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set(entry, "name", name) == 0);
    BLZ_TRY_MEM(json_object_set(entry, "credential", id) == 0);
    return BLZ_OK;
}

static blz_status include_stack(blz_definition *definition, blz_ctx *ctx, blz_diags *diags)
{
    json_t *requires = json_object_get(definition->json, "requires");
    BLZ_SCOPED(blz_buf) pointer = BLZ_BUF(BLZ_BUF_MAX);
    for (size_t i = 0; i < json_array_size(requires) && i < FILES_MAX; i++) {
        blz_buf_reset(&pointer);
        BLZ_TRY(blz_buf_printf(&pointer, "/requires/%zu", i));
        BLZ_TRY(include_credential(definition, ctx, diags, json_array_get(requires, i), pointer.data));
    }
    return include_credential(definition, ctx, diags, json_object_get(definition->json, "capstone"),
                              "/capstone");
}

blz_status blz_include_all(blz_definition *definition, blz_ctx *ctx, blz_diags *diags)
{
    bool credential = definition->kind == BLZ_DEFINITION_MICRO_CREDENTIAL;
    bool stack = definition->kind == BLZ_DEFINITION_STACK;
    if (credential || stack)
        BLZ_TRY(include_member(definition, ctx, diags, "/issuer", BLZ_DEFINITION_ISSUER));
    if (credential) BLZ_TRY(include_member(definition, ctx, diags, "/rubric", BLZ_DEFINITION_RUBRIC));
    return stack ? include_stack(definition, ctx, diags) : BLZ_OK;
}
