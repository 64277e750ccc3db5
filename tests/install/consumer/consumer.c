#include <stdio.h>
#include <string.h>

#include <blazon/context.h>
#include <blazon/json.h>
#include <blazon/version.h>

/* Reads a value with one jansson and writes it with the library's: both must be the same. */
int main(void)
{
    blz_ctx *ctx = NULL;
    if (blz_ctx_new(&ctx) != BLZ_OK) return 1;
    blz_ctx_set_now(ctx, 42);
    int right = blz_ctx_now(ctx) == 42;
    blz_ctx_free(ctx);

    json_t *value = json_loads("{\"b\": 1, \"a\": 2}", 0, NULL);
    char *text = NULL;
    if (blz_jcs_text(&text, NULL, value) != BLZ_OK) right = 0;
    right = right && strcmp(text, "{\"a\":2,\"b\":1}") == 0;
    blz_free(text);
    json_decref(value);
    printf("blazon %s from C: %s\n", BLZ_VERSION, right ? "works" : "fails");
    return right ? 0 : 1;
}
