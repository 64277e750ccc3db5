/* The test suite of RDFC-1.0: canonical forms, maps of issued identifiers, and a graph that must be refused.
 */

#include "suite.h"

#include <string.h>
#include <time.h>

#include <jansson.h>

#include "base/mem.h"
#include "rdf/canon.h"
#include "rdf/nquads.h"

#include <blazon/file.h>

enum { PINNED = 86, BYTES_MAX = 1 << 24 };

typedef struct outcome {
    blz_status status;
    char *text;
    uint32_t *issued;
} outcome;

static char *read_file(const char *folder, const json_t *entry, const char *member)
{
    char path[2000], *text = NULL;
    size_t length = 0;
    snprintf(path, sizeof path, "%s/%s", folder, json_string_value(json_object_get(entry, member)));
    if (blz_file_read(&text, &length, path, BYTES_MAX) == BLZ_OK) return text;
    fprintf(stderr, "cannot read %s\n", path);
    exit(EXIT_FAILURE);
}

static blz_hash hash_of(const json_t *entry)
{
    const char *name = json_string_value(json_object_get(entry, "hashAlgorithm"));
    return name && strcmp(name, "SHA384") == 0 ? BLZ_HASH_SHA384 : BLZ_HASH_SHA256;
}

static outcome canonicalize(blz_dataset *data, const char *folder, const json_t *entry)
{
    outcome out = {0};
    char *input = read_file(folder, entry, "action");
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    out.status = blz_nquads_read(data, input, strlen(input), NULL);
    if (out.status == BLZ_OK)
        out.status = blz_canon_write(&text, &out.issued, data, &(blz_canon_options){.hash = hash_of(entry)});
    if (out.status == BLZ_OK) out.status = blz_buf_take(&text, &out.text, NULL);
    blz_free(input);
    return out;
}

/* The map has the input labels and no others, each with the identifier that it should get. */
static bool maps_equal(const blz_dataset *data, const uint32_t *issued, const json_t *expected)
{
    if (json_object_size(expected) != data->blank_count) return false;
    for (size_t i = 0; i < data->blank_count; i++) {
        char name[40];
        snprintf(name, sizeof name, "c14n%u", issued[i]);
        const char *wanted = json_string_value(json_object_get(expected, data->blanks[i]->form + 2));
        if (!wanted || strcmp(wanted, name) != 0) return false;
    }
    return true;
}

static bool passes(const char *folder, const json_t *entry)
{
    const char *type = json_string_value(json_object_get(entry, "type"));
    BLZ_SCOPED(blz_dataset) data = {0};
    outcome got = canonicalize(&data, folder, entry);
    bool right = got.status == BLZ_ERR_LIMIT;
    if (strcmp(type, "rdfc:RDFC10NegativeEvalTest") != 0) {
        char *wanted = read_file(folder, entry, "result");
        right = got.status == BLZ_OK;
        if (right && strcmp(type, "rdfc:RDFC10MapTest") == 0) {
            json_auto_t *map = json_loads(wanted, 0, NULL);
            right = maps_equal(&data, got.issued, map);
        } else if (right) {
            right = strcmp(got.text, wanted) == 0;
        }
        blz_free(wanted);
    }
    blz_free(got.text);
    blz_free(got.issued);
    return right;
}

int main(void)
{
    char folder[1000], path[1100];
    size_t passed = 0, failed = 0, index;
    json_t *entry;
    suite_folder(folder, sizeof folder, "rdf-canon");
    snprintf(path, sizeof path, "%s/manifest.jsonld", folder);
    json_auto_t *manifest = json_load_file(path, 0, NULL);
    json_array_foreach (json_object_get(manifest, "entries"), index, entry) {
        const char *id = json_string_value(json_object_get(entry, "id"));
        clock_t start = clock();
        bool right = passes(folder, entry);
        double spent = (double)(clock() - start) / CLOCKS_PER_SEC;
        passed += right;
        failed += !right;
        if (!right || spent > 0.05) printf("%s: %s, %.3f s\n", id, right ? "passed" : "FAILED", spent);
    }
    return suite_result("rdf-canon", passed, failed, PINNED);
}
