/* JSONTestSuite: what must be accepted (y_) and what must be refused (n_). Four of the texts that JSON allows
 * are refused on purpose: names given twice, which two programs read in two ways, and NUL characters, which
 * end a text in C. Texts that may go either way (i_) are only read, and have to leave the program alive. */

#include "suite.h"

#include <dirent.h>
#include <stdbool.h>
#include <string.h>

#include "base/ctx.h"
#include "codec/json_read.h"

#include <blazon/file.h>

enum { ACCEPTED_PINNED = 91, REFUSED_PINNED = 192, FREE_PINNED = 35, BYTES_MAX = 1 << 24, DEPTH = 64 };

static const char *const on_purpose[] = {
    "y_object_duplicated_key.json",
    "y_object_duplicated_key_and_value.json",
    "y_object_escaped_null_in_key.json",
    "y_string_null_escape.json",
};

static bool is_on_purpose(const char *name)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(on_purpose); i++)
        if (strcmp(name, on_purpose[i]) == 0) return true;
    return false;
}

static blz_status read_file(const char *folder, const char *name)
{
    char path[2000], *text = NULL;
    size_t length = 0;
    json_t *json = NULL;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (blz_file_read(&text, &length, path, BYTES_MAX) != BLZ_OK) exit(EXIT_FAILURE);
    blz_status status = blz_json_parse(&json, text, length, DEPTH, NULL, NULL);
    json_decref(json);
    blz_free(text);
    return status;
}

int main(void)
{
    char folder[1000];
    size_t accepted = 0, refused = 0, either = 0, failed = 0;
    suite_folder(folder, sizeof folder, "json-parsing");
    DIR *files = opendir(folder);
    for (struct dirent *file; files && (file = readdir(files));) {
        const char *name = file->d_name;
        if (!strchr("yni", name[0]) || name[1] != '_') continue;
        bool taken = read_file(folder, name) == BLZ_OK;
        bool wanted = name[0] == 'y' && !is_on_purpose(name);
        bool right = name[0] == 'i' || taken == wanted;
        if (!right) printf("FAILED %s: %s\n", name, taken ? "accepted" : "refused");
        failed += !right;
        accepted += right && wanted;
        refused += right && name[0] != 'i' && !wanted;
        either += name[0] == 'i';
    }
    if (files) closedir(files);
    printf("of those that may go either way %zu were read\n", either);
    int code = suite_result("json-parsing, accepted", accepted, failed, ACCEPTED_PINNED);
    return either == FREE_PINNED
               ? code | suite_result("json-parsing, refused", refused, failed, REFUSED_PINNED)
               : EXIT_FAILURE;
}
