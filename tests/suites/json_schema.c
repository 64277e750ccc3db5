/* The JSON Schema Test Suite: every required test of drafts 2019-09 and 2020-12. Usage: json_schema
 * [FILE-PART] runs only the files whose path contains FILE-PART and pins nothing. */

#include "suites/suite.h"

#include <dirent.h>
#include <string.h>

#include "base/ctx.h"
#include "schema/schema.h"

enum { PATH_MAX_BYTES = 1000 };

static const struct draft {
    const char *folder;
    blz_schema_draft draft;
    size_t pinned;
} drafts[] = {
    {"draft2019-09", BLZ_DRAFT_2019_09, 1259},
    {"draft2020-12", BLZ_DRAFT_2020_12, 1299},
};

typedef struct run {
    char root[PATH_MAX_BYTES];
    const char *only;
    const struct draft *draft;
    size_t passed, failed;
} run;

static json_t *load(const char *path)
{
    json_error_t error;
    json_t *json = json_load_file(path, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    return json;
}

/* Serves the folder "remotes" at http://localhost:1234/. */
static blz_status resolve(void *user, const char *uri, json_t **out)
{
    const run *r = user;
    const char host[] = "http://localhost:1234/";
    char path[PATH_MAX_BYTES * 2];
    if (strncmp(uri, host, strlen(host)) != 0) return BLZ_ERR_NOT_FOUND;
    snprintf(path, sizeof path, "%s/remotes/%s", r->root, uri + strlen(host));
    *out = load(path);
    return *out ? BLZ_OK : BLZ_ERR_NOT_FOUND;
}

static blz_status report(void *user, const blz_schema_error *error)
{
    *(size_t *)user += *error->message != '\0';
    return BLZ_OK;
}

/* The verdict is right, and it comes with a message exactly when something is wrong. */
static bool is_right(const blz_schema *schema, const json_t *test)
{
    bool valid = false, wanted = json_is_true(json_object_get(test, "valid"));
    size_t messages = 0;
    blz_status status = blz_schema_validate(&valid, schema, json_object_get(test, "data"), report, &messages);
    return status == BLZ_OK && valid == wanted && (messages == 0) == wanted;
}

static void run_group(run *r, const char *file, const json_t *group)
{
    char problem[300] = "";
    const json_t *tests = json_object_get(group, "tests");
    const char *name = json_string_value(json_object_get(group, "description"));
    const blz_schema_options options = {.resolve = resolve,
                                        .resolve_user = r,
                                        .draft = r->draft->draft,
                                        .problem = problem,
                                        .problem_size = sizeof problem};
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_schema) schema = NULL;
    blz_status status = blz_ctx_new(&ctx);
    if (status == BLZ_OK)
        status = blz_schema_compile(&schema, ctx, json_object_get(group, "schema"), NULL, &options);
    if (status != BLZ_OK) printf("%s: %s: %s %s\n", file, name, blz_status_text(status), problem);
    for (size_t i = 0; i < json_array_size(tests); i++) {
        const json_t *test = json_array_get(tests, i);
        bool right = status == BLZ_OK && is_right(schema, test);
        r->passed += right;
        r->failed += !right;
        if (!right)
            printf("FAIL %s/%s: %s: %s\n", r->draft->folder, file, name,
                   json_string_value(json_object_get(test, "description")));
    }
}

static void run_file(run *r, const char *folder, const char *file)
{
    char path[PATH_MAX_BYTES * 3];
    snprintf(path, sizeof path, "%s/%s", folder, file);
    if (r->only && !strstr(path, r->only)) return;
    json_auto_t *groups = load(path);
    if (!groups) {
        printf("FAIL %s cannot be read\n", path);
        r->failed++;
    }
    for (size_t i = 0; i < json_array_size(groups); i++)
        run_group(r, file, json_array_get(groups, i));
}

static int run_draft(run *r)
{
    char folder[PATH_MAX_BYTES * 2];
    snprintf(folder, sizeof folder, "%s/%s", r->root, r->draft->folder);
    DIR *directory = opendir(folder);
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        size_t length = strlen(entry->d_name);
        if (length > 5 && strcmp(entry->d_name + length - 5, ".json") == 0)
            run_file(r, folder, entry->d_name);
    }
    if (directory) closedir(directory);
    return suite_result(folder, r->passed, r->failed, r->only ? r->passed : r->draft->pinned);
}

int main(int argc, char **argv)
{
    int result = EXIT_SUCCESS;
    for (size_t i = 0; i < sizeof drafts / sizeof drafts[0]; i++) {
        run r = {.only = argc > 1 ? argv[1] : NULL, .draft = &drafts[i]};
        suite_folder(r.root, sizeof r.root, "json-schema");
        if (run_draft(&r) != EXIT_SUCCESS) result = EXIT_FAILURE;
    }
    return result;
}
