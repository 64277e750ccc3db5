#include "unit/verify/badge.h"

static bench b;

static char *show(const char *text, bool expected, blz_inspect_format format)
{
    char *out = NULL;
    bool readable = !expected;
    ck_assert_ok(blz_inspect(&out, &readable, b.ctx, "badge.jwt", text, strlen(text), format));
    ck_assert_int_eq(readable, expected);
    ck_assert_ptr_nonnull(strstr(out, "UNVERIFIED"));
    return out;
}

static void expect_shown(const char *text, bool readable, const char *words)
{
    char *out = show(text, readable, BLZ_INSPECT_TEXT);
    ck_assert_msg(strstr(out, words) != NULL, "%s", out);
    blz_free(out);
    out = show(text, readable, BLZ_INSPECT_JSON);
    json_t *json = json_loads(out, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_ptr_nonnull(json);
    ck_assert(json_is_false(json_object_get(json, "verified")));
    json_decref(json);
    blz_free(out);
}

START_TEST(a_token)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char *token = badge(&b, NULL, NULL);
    char *out = show(token, true, BLZ_INSPECT_TEXT);
    ck_assert_ptr_nonnull(strstr(out, "  header (unverified)"));
    ck_assert_ptr_nonnull(strstr(out, "      \"alg\": \"EdDSA\","));
    ck_assert_ptr_nonnull(strstr(out, "  payload (unverified)"));
    ck_assert_ptr_nonnull(strstr(out, "  signature (unverified), 64 bytes\n"));
    ck_assert_ptr_nonnull(strstr(out, "badge.jwt: end, all of it UNVERIFIED\n"));
    blz_free(out);
    out = show(token, true, BLZ_INSPECT_JSON);
    json_t *json = json_loads(out, 0, NULL);
    json_t *parts = json_object_get(json, "parts");
    ck_assert_uint_eq(json_array_size(parts), 3);
    ck_assert_str_eq(
        json_string_value(json_object_get(json_object_get(json_array_get(parts, 1), "json"), "sub")),
        "did:example:jane");
    json_decref(json);
    blz_free(out);
    free(token);
    bench_close(&b);
}
END_TEST

START_TEST(tokens_that_were_tampered_with)
{
    bench_open(&b, BLZ_KEY_ED25519);
    char *token = token_of(&b, "{\"alg\":\"none\",\"alg\":\"none\"}", "hello \x1b[2J"), text[8192];
    expect_shown(token, false, "not JSON as it has to be");
    expect_shown(token, false, "hello \\u{001B}[2J");
    free(token);
    token = badge(&b, NULL, NULL);
    snprintf(text, sizeof text, "%s=.more.x.y.z.1.2", token);
    expect_shown(text, true, "one too many");
    expect_shown(text, true, "not strict base64url");
    expect_shown("!!!.e30.", true, "cannot be decoded");
    expect_shown("/w.e30.x", true, "");
    free(token);
    bench_close(&b);
}
END_TEST

START_TEST(other_inputs)
{
    bench_open(&b, BLZ_KEY_ED25519);
    expect_shown("{\"name\": \"\\u202ebadge\"}", true, "\"name\": \"\\u{202E}badge\"");
    expect_shown("[1, 2]", true, "not an object");
    expect_shown("\"no token\"", true, "neither JSON nor");
    expect_shown("{\"a\": ", false, "broken JSON");
    expect_shown("\x89PNG....", false, "a PNG image");
    expect_shown("", false, "empty");
    bench_close(&b);
}
END_TEST

UNIT_MAIN("badge/inspect", a_token, tokens_that_were_tampered_with, other_inputs)
