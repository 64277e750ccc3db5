#include "codec/json_read.h"
#include "unit/issue/older.h"

static const blz_alignment alignments[] = {{.pointer = "/competency/alignments/0",
                                            .framework = "NGSS",
                                            .code = "SEP-4",
                                            .name = "Analyzing data",
                                            .description = "All of it.",
                                            .url = "https://example.org/sep4",
                                            .type = "CFItem"}};

static json_t *built(const blz_definition *definition, blz_diags *diags)
{
    BLZ_AUTO(blz_text) text = NULL;
    json_t *badge = NULL;
    blz_status status = blz_ob2_class_build(&text, NULL, definition, 0, diags);
    ck_assert_msg(status == BLZ_OK, "%s", finding(diags, 0));
    ck_assert_ok(blz_json_parse(&badge, text, strlen(text), 64, NULL, NULL));
    return badge;
}

static const char *narrative_of(const json_t *badge)
{
    return text_at(json_object_get(badge, "criteria"), "narrative");
}

static bool ends_with(const char *text, const char *end)
{
    return strlen(text) >= strlen(end) && strcmp(text + strlen(text) - strlen(end), end) == 0;
}

START_TEST(the_whole_definition)
{
    struct older_file older;
    BLZ_AUTO(blz_diags) diags = new_diags();
    const blz_definition *definition = older_open(&older);
    older.file.credential.version = "1.0.0";
    older.file.credential.competency.alignments = alignments;
    older.file.credential.competency.alignment_count = 1;
    json_auto_t *badge = built(definition, diags);
    ck_assert_str_eq(text_at(badge, "@context"), "https://w3id.org/openbadges/v2");
    ck_assert_str_eq(text_at(badge, "type"), "BadgeClass");
    ck_assert_str_eq(text_at(badge, "id"), SAMPLE_ID);
    ck_assert_str_eq(text_at(badge, "name"), "Data Practices");
    ck_assert_str_eq(text_at(badge, "description"), "Two sentences.");
    ck_assert_str_eq(text_at(badge, "version"), "1.0.0");
    ck_assert_str_eq(text_at(badge, "image"), "https://badges.example.edu/data.png");
    ck_assert_str_eq(text_at(badge, "issuer"), "https://badges.example.edu/issuer");
    ck_assert_str_eq(json_string_value(json_array_get(json_object_get(badge, "tags"), 1)), "data");
    const json_t *alignment = json_array_get(json_object_get(badge, "alignment"), 0);
    ck_assert_str_eq(text_at(alignment, "type"), "AlignmentObject");
    ck_assert_str_eq(text_at(alignment, "targetName"), "Analyzing data");
    ck_assert_str_eq(text_at(alignment, "targetUrl"), "https://example.org/sep4");
    ck_assert_str_eq(text_at(alignment, "targetCode"), "SEP-4");
    ck_assert_str_eq(text_at(alignment, "targetFramework"), "NGSS");
    ck_assert_str_eq(text_at(alignment, "targetDescription"), "All of it.");
    ck_assert_ptr_null(json_object_get(alignment, "targetType"));
    ck_assert_ptr_nonnull(strstr(narrative_of(badge), "## How it is scored"));
    older_close(&older);
}
END_TEST

START_TEST(credits_are_told_in_words)
{
    struct older_file older;
    BLZ_AUTO(blz_diags) diags = new_diags();
    const blz_definition *definition = older_open(&older);
    json_auto_t *without = built(definition, diags);
    ck_assert_ptr_null(strstr(narrative_of(without), "Credits"));
    older.file.credential.has_credits = true;
    older.file.credential.credits = 7.5;
    json_auto_t *bare = built(definition, diags);
    ck_assert(ends_with(narrative_of(bare), "\n## Credits\n\n7.5\n"));
    older.file.credential.credit_unit = "clock *hours*";
    json_auto_t *badge = built(definition, diags);
    ck_assert(ends_with(narrative_of(badge), "\n## Credits\n\n7.5 clock \\*hours\\*\n"));
    older_close(&older);
}
END_TEST

START_TEST(what_is_lost_is_told)
{
    struct older_file older;
    BLZ_AUTO(blz_diags) diags = new_diags();
    blz_definition *definition = older_open(&older);
    json_auto_t *plain = built(definition, diags);
    ck_assert_str_eq(finding(diags, 0),
                     "BLZ751 /blazon in Open Badges 2.0, the rubric is text among the criteria");
    ck_assert_uint_eq(blz_diags_count(diags), 1);
    older.file.credential.has_credits = true;
    older.file.credential.language = "en";
    json_auto_t *more = built(definition, diags);
    ck_assert_str_eq(
        finding(diags, 1),
        "BLZ751 /blazon in Open Badges 2.0, the rubric and the credits are text among the criteria");
    ck_assert_str_eq(finding(diags, 2),
                     "BLZ751 /blazon Open Badges 2.0 has no place for the language of the texts");
    older.file.credential.competency.alignments = alignments;
    older.file.credential.competency.alignment_count = 1;
    json_auto_t *both = built(definition, diags);
    ck_assert_str_eq(finding(diags, 4), "BLZ751 /blazon Open Badges 2.0 has no place for the language of the "
                                        "texts and the types of alignments");
    older.file.credential.language = NULL;
    json_auto_t *types = built(definition, diags);
    ck_assert_str_eq(finding(diags, 6),
                     "BLZ751 /blazon Open Badges 2.0 has no place for the types of alignments");
    ck_assert_int_eq(blz_diags_at(diags, 0)->rule->severity, BLZ_NOTE);
    older_close(&older);
}
END_TEST

static void expect_refused(const blz_definition *definition, blz_status status, const char *expected)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    char *text = NULL;
    ck_assert_int_eq(blz_ob2_class_build(&text, NULL, definition, 0, diags), status);
    ck_assert_ptr_null(text);
    ck_assert_str_eq(finding(diags, 0), expected);
}

START_TEST(what_cannot_be_one_is_refused)
{
    static const blz_alignment bare[] = {{.pointer = "/competency/alignments/0", .name = "SEP-4"}};
    struct older_file older;
    const blz_definition *definition = older_open(&older);
    older.file.credential.competency.alignments = bare;
    older.file.credential.competency.alignment_count = 1;
    expect_refused(definition, BLZ_ERR_INVALID,
                   "BLZ706 /competency/alignments/0 the alignment \"SEP-4\" has no web address");
    older.file.credential.image = "no/such/image.png";
    expect_refused(definition, BLZ_ERR_INVALID,
                   "BLZ703 /image the image file \"no/such/image.png\" is not there");
    older.file.credential.image = NULL;
    expect_refused(definition, BLZ_ERR_INVALID, "BLZ750 /blazon the badge has no image");
    older_alone(&older);
    expect_refused(definition, BLZ_ERR_ARGUMENT, "none");
    older_close(&older);
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    struct older_file *older = user;
    BLZ_TRY(blz_diags_new(&diags));
    return blz_ob2_class_build(&text, NULL, &older->file.definition, 2, diags);
}

START_TEST(every_allocation_may_fail)
{
    struct older_file older;
    older_open(&older);
    older.file.credential.has_credits = true;
    older.file.credential.language = "en";
    older.file.credential.competency.alignments = alignments;
    older.file.credential.competency.alignment_count = 1;
    sweep_run(call, &older);
    older_close(&older);
}
END_TEST

UNIT_MAIN("issue/ob2_class", the_whole_definition, credits_are_told_in_words, what_is_lost_is_told,
          what_cannot_be_one_is_refused, every_allocation_may_fail)
