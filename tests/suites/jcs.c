/* The vectors of RFC 8785: each input in its canonical form, as text and as bytes in hexadecimal, and the
 * canonical form of that, which is itself. */

#include "suites/vector.h"

#include "base/diag.h"

static const char *const names[] = {"arrays", "french", "structures", "unicode", "values", "weird"};

static char *file_of(const vectors *run, const char *kind, const char *name, const char *type)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s.%s", kind, name, type);
    return vector_text(run, path);
}

static char *canonical(const vectors *run, const char *text)
{
    json_auto_t *value = NULL;
    char *out = NULL;
    BLZ_AUTO(blz_source) source = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    if (blz_source_new(&source, "input", text, strlen(text)) != BLZ_OK || blz_diags_new(&diags) != BLZ_OK ||
        blz_json_read(&value, run->ctx, source, diags) != BLZ_OK || blz_jcs_text(&out, NULL, value) != BLZ_OK)
        return NULL;
    return out;
}

/* Digits with white space between the bytes against a text. */
static bool same_bytes(const char *digits, const char *text)
{
    for (; *digits; digits++) {
        char expected[3];
        if (strchr(" \r\n\t", *digits)) continue;
        snprintf(expected, sizeof expected, "%02x", (unsigned char)*text++);
        if (strncmp(digits++, expected, 2) != 0) return false;
    }
    return *text == '\0';
}

static void check(vectors *run, const char *name)
{
    char *input = file_of(run, "input", name, "json"), *output = file_of(run, "output", name, "json");
    char *hex = file_of(run, "outhex", name, "txt");
    BLZ_AUTO(blz_text) own = canonical(run, input);
    BLZ_AUTO(blz_text) again = own ? canonical(run, own) : NULL;
    expect(run, own && strcmp(own, output) == 0, "%s: the text", name);
    expect(run, own && same_bytes(hex, own), "%s: the bytes", name);
    expect(run, again && strcmp(again, own) == 0, "%s: the canonical form of the canonical form", name);
    free(input), free(output), free(hex);
}

int main(void)
{
    vectors run = {0};
    suite_folder(run.folder, sizeof run.folder, "jcs");
    if (blz_ctx_new(&run.ctx) != BLZ_OK) return EXIT_FAILURE;
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++)
        check(&run, names[i]);
    blz_ctx_free(run.ctx);
    return suite_result("jcs", run.passed, run.failed, 18);
}
