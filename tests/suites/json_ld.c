/* The test suite of the JSON-LD 1.1 API: expansion and toRdf, all tests but those for JSON-LD 1.0 processors.
 */

#include "suite.h"

#include <string.h>

#include <jansson.h>

#include "base/ctx.h"
#include "jsonld/jsonld.h"
#include "rdf/canon.h"
#include "rdf/nquads.h"

#include <blazon/file.h>

enum { EXPAND_PINNED = 376, TO_RDF_PINNED = 456, BYTES_MAX = 1 << 24 };

#define BASE "https://w3c.github.io/json-ld-api/tests/"

static char folder[1000];

static char *read_file(const char *name)
{
    char path[2000], *text = NULL;
    size_t length = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return blz_file_read(&text, &length, path, BYTES_MAX) == BLZ_OK ? text : NULL;
}

static json_t *read_json(const char *name)
{
    char *text = name ? read_file(name) : NULL;
    json_t *json = text ? json_loads(text, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL) : NULL;
    blz_free(text);
    return json;
}

/* Remote contexts are files of the suite. */
static blz_status serve(void *user, const char *url, blz_document *out)
{
    (void)user;
    if (strncmp(url, BASE, strlen(BASE)) != 0) return BLZ_ERR_NOT_FOUND;
    char *text = read_file(url + strlen(BASE));
    if (!text) return BLZ_ERR_NOT_FOUND;
    *out = (blz_document){.bytes = text, .length = strlen(text)};
    return BLZ_OK;
}

static bool same(const json_t *a, const json_t *b, bool ordered);

static bool same_unordered(const json_t *a, const json_t *b)
{
    size_t count = json_array_size(a);
    bool *used = calloc(count + 1, sizeof *used), all = used != NULL;
    for (size_t i = 0; i < count && all; i++) {
        size_t j = 0;
        while (j < count && (used[j] || !same(json_array_get(a, i), json_array_get(b, j), false)))
            j++;
        all = j < count;
        if (all) used[j] = true;
    }
    free(used);
    return all;
}

static bool same_array(const json_t *a, const json_t *b, bool ordered)
{
    if (json_array_size(a) != json_array_size(b)) return false;
    if (!ordered) return same_unordered(a, b);
    for (size_t i = 0; i < json_array_size(a); i++)
        if (!same(json_array_get(a, i), json_array_get(b, i), false)) return false;
    return true;
}

/* Members and arrays in any order, but for the items of lists and what is JSON. */
static bool same(const json_t *a, const json_t *b, bool ordered)
{
    if (json_is_number(a) && json_is_number(b)) return json_number_value(a) == json_number_value(b);
    if (json_typeof(a) != json_typeof(b)) return false;
    if (json_is_array(a)) return same_array(a, b, ordered);
    if (!json_is_object(a)) return json_equal(a, b);
    const char *name, *type = json_string_value(json_object_get(a, "@type"));
    json_t *value;
    if (json_object_size(a) != json_object_size(b)) return false;
    if (type && strcmp(type, "@json") == 0) return json_equal(a, b);
    json_object_foreach ((json_t *)(uintptr_t)a, name, value) {
        const json_t *other = json_object_get(b, name);
        if (!other || !same(value, other, strcmp(name, "@list") == 0)) return false;
    }
    return true;
}

typedef struct test {
    const char *id, *input, *expected, *code;
    bool positive, to_rdf;
    char base[400];
    json_t *document, *context;
    blz_ld_options options;
} test;

static const char *option(const json_t *entry, const char *name)
{
    return json_string_value(json_object_get(json_object_get(entry, "option"), name));
}

static bool open_test(test *t, const json_t *entry, bool to_rdf)
{
    const char *version = option(entry, "specVersion"), *mode = option(entry, "processingMode"),
               *direction = option(entry, "rdfDirection"), *base = option(entry, "base");
    if (version && strcmp(version, "json-ld-1.0") == 0) return false;
    *t = (test){.id = json_string_value(json_object_get(entry, "@id")),
                .input = json_string_value(json_object_get(entry, "input")),
                .expected = json_string_value(json_object_get(entry, "expect")),
                .code = json_string_value(json_object_get(entry, "expectErrorCode")),
                .to_rdf = to_rdf};
    t->positive = !t->code;
    snprintf(t->base, sizeof t->base, "%s%s", base ? base : BASE, base ? "" : t->input);
    t->document = read_json(t->input);
    t->context = read_json(option(entry, "expandContext"));
    t->options = (blz_ld_options){
        .base = t->base,
        .expand_context = t->context,
        .mode = mode && strcmp(mode, "json-ld-1.0") == 0 ? BLZ_LD_1_0 : BLZ_LD_1_1,
        .generalized =
            json_is_true(json_object_get(json_object_get(entry, "option"), "produceGeneralizedRdf")),
    };
    if (direction)
        t->options.direction =
            strcmp(direction, "i18n-datatype") == 0 ? BLZ_LD_I18N_DATATYPE : BLZ_LD_COMPOUND_LITERAL;
    return true;
}

static bool is_expected_json(const test *t, const json_t *got)
{
    json_t *wanted = read_json(t->expected);
    bool right = wanted && same(got, wanted, false);
    json_decref(wanted);
    return right;
}

static blz_status canonical(char **out, const blz_dataset *data)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_canon_write(&text, NULL, data, NULL));
    return blz_buf_take(&text, out, NULL);
}

/* Generalized RDF is not N-Quads: a blank node as a predicate becomes an IRI in both texts. */
static void degeneralize(char *text)
{
    for (char *line = text; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
        char *predicate = strchr(line, ' ');
        if (predicate && strncmp(predicate, " _:b", 4) == 0) memcpy(predicate, " <u:", 4);
        char *end = predicate ? strchr(predicate + 1, ' ') : NULL;
        if (end && strncmp(predicate, " <u:", 4) == 0) end[-1] = '>';
    }
}

static bool is_expected_rdf(const test *t, const blz_dataset *got)
{
    char *text = t->expected ? read_file(t->expected) : NULL, *left = NULL, *right = NULL;
    BLZ_SCOPED(blz_dataset) wanted = {0};
    BLZ_SCOPED(blz_dataset) plain = {0};
    BLZ_SCOPED(blz_buf) written = BLZ_BUF(BLZ_BUF_MAX);
    if (!t->expected) return true; /* a syntax test: it was not refused */
    if (!text) return false;
    bool fine = blz_nquads_write(&written, got) == BLZ_OK;
    if (t->options.generalized) {
        degeneralize(text);
        if (written.data) degeneralize(written.data);
    }
    fine = fine && blz_nquads_read(&wanted, text, strlen(text), NULL) == BLZ_OK &&
           blz_nquads_read(&plain, written.data ? written.data : "", written.length, NULL) == BLZ_OK &&
           canonical(&left, &plain) == BLZ_OK && canonical(&right, &wanted) == BLZ_OK &&
           strcmp(left, right) == 0;
    if (!fine && getenv("SHOW")) printf("--- got\n%s--- wanted\n%s", written.data ? written.data : "", text);
    blz_free(text);
    blz_free(left);
    blz_free(right);
    return fine;
}

static bool run_test(const test *t, blz_ctx *ctx)
{
    blz_ld_fault fault = {0};
    json_t *expanded = NULL;
    BLZ_SCOPED(blz_dataset) data = {0};
    blz_status status = t->to_rdf ? blz_ld_to_rdf(&data, ctx, t->document, &t->options, &fault)
                                  : blz_ld_expand(&expanded, ctx, t->document, &t->options, &fault);
    if (!t->document) status = BLZ_ERR_SYNTAX;
    bool right = !t->positive && fault.code && strcmp(fault.code, t->code) == 0;
    if (t->positive && status == BLZ_OK)
        right = t->to_rdf ? is_expected_rdf(t, &data) : is_expected_json(t, expanded);
    if (!right)
        printf("%s FAILED: %s, %s (%s), expected %s\n", t->id, blz_status_text(status),
               fault.code ? fault.code : "", fault.message ? fault.message : "",
               t->code       ? t->code
               : t->expected ? t->expected
                             : "no fault");
    json_decref(expanded);
    blz_ld_fault_clear(&fault);
    return right;
}

static int run_manifest(const char *name, bool to_rdf, size_t pinned)
{
    char path[100];
    size_t passed = 0, failed = 0, index;
    json_t *entry;
    BLZ_AUTO(blz_ctx) ctx = NULL;
    if (blz_ctx_new(&ctx) != BLZ_OK) return EXIT_FAILURE;
    blz_ctx_set_loader(ctx, serve, NULL);
    snprintf(path, sizeof path, "%s-manifest.jsonld", name);
    json_auto_t *manifest = read_json(path);
    json_array_foreach (json_object_get(manifest, "sequence"), index, entry) {
        test t;
        if (!open_test(&t, entry, to_rdf)) continue;
        bool right = run_test(&t, ctx);
        passed += right;
        failed += !right;
        json_decref(t.document);
        json_decref(t.context);
    }
    return suite_result(name, passed, failed, pinned);
}

int main(void)
{
    suite_folder(folder, sizeof folder, "json-ld");
    int expand = run_manifest("expand", false, EXPAND_PINNED),
        rdf = run_manifest("toRdf", true, TO_RDF_PINNED);
    return expand == EXIT_SUCCESS && rdf == EXIT_SUCCESS ? EXIT_SUCCESS : EXIT_FAILURE;
}
