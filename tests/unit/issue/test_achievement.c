#include "codec/json_read.h"
#include "issue/achievement.h"
#include "unit/issue/sample.h"

static blz_status build(char **out, const blz_definition *definition, unsigned indent, blz_diags *diags)
{
    return blz_achievement_build(out, NULL, definition, indent, diags);
}

static json_t *built(const blz_definition *definition)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_text) text = NULL;
    json_t *achievement = NULL;
    blz_status status = build(&text, definition, 0, diags);
    ck_assert_msg(status == BLZ_OK, "%s", finding(diags, 0));
    ck_assert_ok(blz_json_parse(&achievement, text, strlen(text), 64, NULL, NULL));
    return achievement;
}

/* No null and no empty array anywhere. */
static void expect_filled(json_t *value)
{
    const char *name = NULL;
    json_t *item = NULL;
    size_t i = 0;
    ck_assert(!json_is_null(value));
    if (json_is_array(value)) ck_assert_uint_gt(json_array_size(value), 0);
    json_array_foreach (value, i, item)
        expect_filled(item);
    json_object_foreach (value, name, item)
        expect_filled(item);
}

START_TEST(the_least_definition)
{
    struct sample_file file;
    json_auto_t *achievement = NULL;
    sample_open(&file);
    file.credential.tag_count = 0;
    achievement = built(&file.definition);
    const char *const names[] = {"id",          "type",    "achievementType", "name",
                                 "description", "creator", "criteria",        "resultDescription"};
    const char *name = NULL;
    json_t *value = NULL;
    size_t i = 0;
    json_object_foreach (achievement, name, value)
        ck_assert_str_eq(name, names[i++]);
    ck_assert_uint_eq(i, 8);
    ck_assert_str_eq(text_at(achievement, "achievementType"), "MicroCredential");
    expect_filled(achievement);
    sample_close(&file);
}
END_TEST

START_TEST(the_whole_definition)
{
    static const blz_alignment alignments[] = {{.pointer = "/competency/alignments/0",
                                                .framework = "NGSS",
                                                .code = "SEP-4",
                                                .name = "Analyzing data",
                                                .description = "All of it.",
                                                .url = "https://example.org/sep4",
                                                .type = "CFItem"},
                                               {.name = "Other", .url = "https://example.org/o"}};
    struct sample_file file;
    sample_open(&file);
    file.credential.version = "1.0.0";
    file.credential.language = "en-US";
    file.credential.image = "https://badges.example.edu/a.svg";
    file.credential.has_credits = true;
    file.credential.credits = 15;
    file.credential.competency.alignments = alignments;
    file.credential.competency.alignment_count = 2;
    json_auto_t *achievement = built(&file.definition);
    ck_assert_str_eq(text_at(achievement, "id"), SAMPLE_ID);
    ck_assert_str_eq(text_at(achievement, "version"), "1.0.0");
    ck_assert_str_eq(text_at(achievement, "inLanguage"), "en-US");
    ck_assert_str_eq(text_at(json_object_get(achievement, "image"), "id"),
                     "https://badges.example.edu/a.svg");
    ck_assert(json_is_integer(json_object_get(achievement, "creditsAvailable")));
    ck_assert_str_eq(json_string_value(json_array_get(json_object_get(achievement, "tag"), 1)), "data");
    const json_t *alignment = json_array_get(json_object_get(achievement, "alignment"), 0);
    ck_assert_str_eq(text_at(alignment, "targetName"), "Analyzing data");
    ck_assert_str_eq(text_at(alignment, "targetUrl"), "https://example.org/sep4");
    ck_assert_str_eq(text_at(alignment, "targetCode"), "SEP-4");
    ck_assert_str_eq(text_at(alignment, "targetFramework"), "NGSS");
    ck_assert_str_eq(text_at(alignment, "targetDescription"), "All of it.");
    ck_assert_str_eq(text_at(alignment, "targetType"), "CFItem");
    ck_assert_str_eq(text_at(json_object_get(achievement, "creator"), "name"), "Example School District");
    ck_assert_ptr_nonnull(
        strstr(text_at(json_object_get(achievement, "criteria"), "narrative"), "## Competency"));
    expect_filled(achievement);
    sample_close(&file);
}
END_TEST

START_TEST(credits_may_be_a_fraction)
{
    struct sample_file file;
    sample_open(&file);
    file.credential.has_credits = true;
    file.credential.credits = 1.5;
    json_auto_t *achievement = built(&file.definition);
    ck_assert_double_eq(json_real_value(json_object_get(achievement, "creditsAvailable")), 1.5);
    sample_close(&file);
}
END_TEST

START_TEST(equal_input_gives_equal_bytes)
{
    struct sample_file file;
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_text) one = NULL;
    BLZ_AUTO(blz_text) two = NULL;
    sample_open(&file);
    ck_assert_ok(build(&one, &file.definition, 2, diags));
    ck_assert_ok(build(&two, &file.definition, 2, diags));
    ck_assert_str_eq(one, two);
    ck_assert_str_eq(one + strlen(one) - 3, "\n}\n");
    sample_close(&file);
}
END_TEST

static void expect_refused(const blz_definition *definition, blz_status status, const char *expected)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    char *text = NULL;
    ck_assert_int_eq(build(&text, definition, 0, diags), status);
    ck_assert_ptr_null(text);
    ck_assert_str_eq(finding(diags, 0), expected);
}

START_TEST(what_would_not_be_a_badge_is_refused)
{
    static const blz_alignment bare[] = {{.pointer = "/competency/alignments/0", .name = "SEP-4"}};
    struct sample_file file;
    sample_open(&file);
    file.credential.competency.alignments = bare;
    file.credential.competency.alignment_count = 1;
    expect_refused(&file.definition, BLZ_ERR_INVALID,
                   "BLZ706 /competency/alignments/0 the alignment \"SEP-4\" has no web address");
    file.credential.competency.alignment_count = 0;
    file.credential.image = "no/such/image.png";
    expect_refused(&file.definition, BLZ_ERR_INVALID,
                   "BLZ703 /image the image file \"no/such/image.png\" is not there");
    file.definition.micro_credential = NULL;
    expect_refused(&file.definition, BLZ_ERR_ARGUMENT, "none");
    sample_close(&file);
}
END_TEST

START_TEST(what_the_schema_refuses_is_not_written)
{
    struct sample_file file;
    BLZ_AUTO(blz_diags) diags = new_diags();
    char *text = NULL;
    sample_open(&file);
    file.credential.language = "English";
    ck_assert_int_eq(build(&text, &file.definition, 0, diags), BLZ_ERR_INVALID);
    ck_assert_str_eq(blz_diags_at(diags, 0)->rule->code, "BLZ904");
    ck_assert_ptr_nonnull(strstr(blz_diags_at(diags, 0)->message, "at \"/inLanguage\","));
    sample_close(&file);
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    struct sample_file *file = user;
    BLZ_TRY(blz_diags_new(&diags));
    return blz_achievement_build(&text, NULL, &file->definition, 2, diags);
}

START_TEST(every_allocation_may_fail)
{
    struct sample_file file;
    sample_open(&file);
    ck_assert_ok(call(&file));
    sweep_run(call, &file);
    sample_close(&file);
}
END_TEST

UNIT_MAIN("issue/achievement", the_least_definition, the_whole_definition, credits_may_be_a_fraction,
          equal_input_gives_equal_bytes, what_would_not_be_a_badge_is_refused,
          what_the_schema_refuses_is_not_written, every_allocation_may_fail)
