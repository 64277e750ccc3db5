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

enum kind { EVAL, MAP, NEGATIVE, KINDS };

static const struct {
    const char *type;
    size_t pinned;
} kinds[KINDS] = {
    [EVAL] = {"rdfc:RDFC10EvalTest", 64},
    [MAP] = {"rdfc:RDFC10MapTest", 21},
    [NEGATIVE] = {"rdfc:RDFC10NegativeEvalTest", 1},
};

enum { BYTES_MAX = 1 << 24 };

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

static enum kind kind_of(const json_t *entry)
{
    const char *type = json_string_value(json_object_get(entry, "type"));
    for (int kind = EVAL; kind < KINDS; kind++)
        if (type && strcmp(type, kinds[kind].type) == 0) return (enum kind)kind;
    fprintf(stderr, "an entry of another type: %s\n", type ? type : "(none)");
    exit(EXIT_FAILURE);
}

static bool is_wanted(const outcome *got, const blz_dataset *data, enum kind kind, const char *wanted)
{
    if (got->status != BLZ_OK) return false;
    if (kind == EVAL) return strcmp(got->text, wanted) == 0;
    json_auto_t *map = json_loads(wanted, 0, NULL);
    return maps_equal(data, got->issued, map);
}

static bool passes(const char *folder, const json_t *entry, enum kind kind)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    outcome got = canonicalize(&data, folder, entry);
    bool right = got.status == BLZ_ERR_LIMIT;
    if (kind != NEGATIVE) {
        char *wanted = read_file(folder, entry, "result");
        right = is_wanted(&got, &data, kind, wanted);
        blz_free(wanted);
    }
    blz_free(got.text);
    blz_free(got.issued);
    return right;
}

int main(void)
{
    char folder[1000], path[1100];
    size_t passed[KINDS] = {0}, failed[KINDS] = {0}, index;
    json_t *entry;
    suite_folder(folder, sizeof folder, "rdf-canon");
    snprintf(path, sizeof path, "%s/manifest.jsonld", folder);
    json_auto_t *manifest = json_load_file(path, 0, NULL);
    json_array_foreach (json_object_get(manifest, "entries"), index, entry) {
        enum kind kind = kind_of(entry);
        clock_t start = clock();
        bool right = passes(folder, entry, kind);
        double spent = (double)(clock() - start) / CLOCKS_PER_SEC;
        ++*(right ? &passed[kind] : &failed[kind]);
        if (!right || kind == NEGATIVE)
            printf("%s: %s in %.3f s\n", json_string_value(json_object_get(entry, "id")),
                   right ? "passed" : "FAILED", spent);
    }
    int code = EXIT_SUCCESS;
    for (int kind = EVAL; kind < KINDS; kind++)
        code |= suite_result(kinds[kind].type, passed[kind], failed[kind], kinds[kind].pinned);
    return code;
}
