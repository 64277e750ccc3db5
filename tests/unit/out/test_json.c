#include "unit/out/findings.h"

#include <jansson.h>

static void assert_json(const blz_diags *diags, const char *expected)
{
    char *text = findings_write("json", diags, NULL);
    ck_assert_str_eq(text, expected);
    json_t *parsed = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_ptr_nonnull(parsed);
    json_decref(parsed);
    blz_free(text);
}

START_TEST(none_is_an_empty_list)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    assert_json(diags,
                "{\"diagnostics\": 1, \"errors\": 0, \"warnings\": 0, \"notes\": 0, \"findings\": []}\n");
}
END_TEST

START_TEST(the_shape_is_stable)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, "a.yaml", "basic:\n", "BLZ503",
                 (blz_diag){.pointer = "/rubric",
                            .span = {1, 1, 1, 6},
                            .message = "m",
                            .reason = "r",
                            .hint = "h",
                            .fix = "f"});
    findings_add(diags, NULL, NULL, "BLZ804", (blz_diag){.message = "m"});
    assert_json(diags,
                "{\"diagnostics\": 1, \"errors\": 1, \"warnings\": 0, \"notes\": 1, \"findings\": [\n"
                "  {\"rule\": \"BLZ503\", \"name\": \"empty-descriptor\", \"severity\": \"error\", "
                "\"file\": \"a.yaml\", \"pointer\": \"/rubric\", "
                "\"span\": {\"line\": 1, \"column\": 1, \"endLine\": 1, \"endColumn\": 6}, "
                "\"message\": \"m\", \"reason\": \"r\", \"hint\": \"h\", \"fix\": \"f\"},\n"
                "  {\"rule\": \"BLZ804\", \"name\": \"no-tags\", \"severity\": \"note\", \"file\": null, "
                "\"pointer\": null, \"span\": null, \"message\": \"m\", \"reason\": null, \"hint\": null, "
                "\"fix\": null}\n"
                "]}\n");
}
END_TEST

START_TEST(every_character_is_escaped_that_must_be)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, NULL, NULL, "BLZ804",
                 (blz_diag){.message = "\"\\\n\t\x01\x7F\xC2\x9B\xE2\x80\xAE\xF3\xA0\x80\x81\xFF\xC3\xA9"});
    char *text = findings_write("json", diags, NULL);
    ck_assert_ptr_nonnull(strstr(text,
                                 "\"message\": \"\\\"\\\\\\n\\t\\u0001\\u007f\\u009b\\u202e\\udb40\\udc01"
                                 "\xEF\xBF\xBD\xC3\xA9\""));
    json_t *parsed = json_loads(text, 0, NULL);
    ck_assert_ptr_nonnull(parsed);
    json_decref(parsed);
    blz_free(text);
}
END_TEST

START_TEST(no_memory_is_reported)
{
    BLZ_AUTO(blz_diags) diags = findings_none();
    findings_add(diags, "a.yaml", "basic:\n", "BLZ503", (blz_diag){.span = {1, 1, 1, 6}, .message = "m"});
    findings_sweep("json", diags);
}
END_TEST

UNIT_MAIN("out/json", none_is_an_empty_list, the_shape_is_stable, every_character_is_escaped_that_must_be,
          no_memory_is_reported)
