#include "fixture.h"

static const char full[] =
    "{\"id\": \"https://badges.example.edu/x\", \"name\": \"X\", \"version\": \"1.0.0\", \"language\": "
    "\"en\","
    " \"description\": \"D\", \"image\": \"x.svg\", \"tags\": [\"a\", \"b\"],"
    " \"credits\": {\"available\": 7.5, \"unit\": \"hours\"}, \"issuer\": {\"id\": \"did:web:x\", \"name\": "
    "\"I\"},"
    " \"competency\": {\"statement\": \"Does\", \"alignments\": [{\"framework\": \"F\", \"code\": \"C\", "
    "\"name\": \"N\","
    "   \"description\": \"W\", \"url\": \"U\", \"type\": \"CFItem\"}]},"
    " \"method\": {\"key\": \"K\", \"summary\": \"S\", \"components\": [{\"title\": \"T\", \"text\": \"t\"}],"
    "   \"research\": [{\"citation\": \"C\", \"url\": \"U\", \"finding\": \"F\"}],"
    "   \"resources\": [{\"title\": \"R\", \"url\": \"U\", \"text\": \"t\"}]},"
    " \"evidence\": [{\"id\": \"o\", \"part\": \"overview\", \"prompts\": [{\"text\": \"Q\", \"words\": "
    "{\"min\": 1, \"max\": 2}}]},"
    "   {\"id\": \"l\", \"part\": \"artifact\", \"title\": \"T\", \"instructions\": \"I\", \"accepts\": "
    "[\"image/png\"],"
    "    \"count\": {\"max\": 3}}, {\"id\": \"r\", \"part\": \"reflection\"}],"
    " \"rubric\": {\"levels\": [{\"id\": \"l\", \"name\": \"L\"}], \"criteria\": []},"
    " \"assessment\": {\"blind\": \"double\", \"assessors\": 2, \"turnaround\": \"P14D\", \"resubmissions\": "
    "0,"
    "   \"feedback\": false},"
    " \"recognition\": [{\"authority\": \"A\", \"jurisdiction\": \"US\", \"kind\": \"salary\", \"amount\": "
    "15, \"unit\": \"USD\","
    "   \"url\": \"U\"}, {\"authority\": \"B\", \"kind\": \"leadership\"}],"
    " \"supports\": [{\"kind\": \"cohort\", \"text\": \"T\"}], \"requires\": [\"urn:y\"]}";

static blz_definition *build(const char *json)
{
    blz_definition *definition = definition_of(BLZ_DEFINITION_MICRO_CREDENTIAL, json);
    ck_assert_ok(blz_model_build(definition));
    return definition;
}

START_TEST(what_it_is)
{
    blz_definition *definition = build(full);
    const blz_micro_credential *credential = definition->micro_credential;
    ck_assert_str_eq(credential->id, "https://badges.example.edu/x");
    ck_assert_str_eq(credential->version, "1.0.0");
    ck_assert_str_eq(credential->language, "en");
    ck_assert_str_eq(credential->description, "D");
    ck_assert_str_eq(credential->image, "x.svg");
    ck_assert_uint_eq(credential->tag_count, 2);
    ck_assert(credential->has_credits);
    ck_assert_double_eq(credential->credits, 7.5);
    ck_assert_str_eq(credential->credit_unit, "hours");
    ck_assert_str_eq(credential->issuer->name, "I");
    ck_assert_ptr_eq(credential->issuer, definition->issuer);
    ck_assert_ptr_eq(credential->rubric, definition->rubric);
    ck_assert_str_eq(credential->rubric->pointer, "/rubric");
    blz_definition_free(definition);
}
END_TEST

START_TEST(competency_and_method)
{
    blz_definition *definition = build(full);
    const blz_competency *competency = &definition->micro_credential->competency;
    const blz_method *method = &definition->micro_credential->method;
    ck_assert_str_eq(competency->pointer, "/competency");
    ck_assert_str_eq(competency->statement, "Does");
    ck_assert_uint_eq(competency->alignment_count, 1);
    const blz_alignment *alignment = &competency->alignments[0];
    ck_assert_str_eq(alignment->framework, "F");
    ck_assert_str_eq(alignment->code, "C");
    ck_assert_str_eq(alignment->name, "N");
    ck_assert_str_eq(alignment->description, "W");
    ck_assert_str_eq(alignment->url, "U");
    ck_assert_str_eq(alignment->type, "CFItem");
    ck_assert_str_eq(method->key, "K");
    ck_assert_str_eq(method->summary, "S");
    ck_assert_str_eq(method->components[0].text, "t");
    ck_assert_str_eq(method->research[0].finding, "F");
    ck_assert_str_eq(method->research[0].pointer, "/method/research/0");
    ck_assert_str_eq(method->resources[0].title, "R");
    blz_definition_free(definition);
}
END_TEST

START_TEST(what_to_hand_in)
{
    blz_definition *definition = build(full);
    const blz_evidence *items = definition->micro_credential->evidence;
    ck_assert_uint_eq(definition->micro_credential->evidence_count, 3);
    ck_assert_int_eq(items[0].part, BLZ_PART_OVERVIEW);
    ck_assert_int_eq(items[1].part, BLZ_PART_ARTIFACT);
    ck_assert_int_eq(items[2].part, BLZ_PART_REFLECTION);
    ck_assert_str_eq(items[0].prompts[0].text, "Q");
    ck_assert_str_eq(items[0].prompts[0].pointer, "/evidence/0/prompts/0");
    ck_assert_int_eq(items[0].prompts[0].words.min, 1);
    ck_assert_int_eq(items[0].prompts[0].words.max, 2);
    ck_assert_str_eq(items[1].title, "T");
    ck_assert_str_eq(items[1].instructions, "I");
    ck_assert_str_eq(items[1].accepts[0], "image/png");
    ck_assert_int_eq(items[1].count.min, 0);
    ck_assert_int_eq(items[1].count.max, 3);
    blz_definition_free(definition);
}
END_TEST

START_TEST(what_surrounds_it)
{
    blz_definition *definition = build(full);
    const blz_micro_credential *credential = definition->micro_credential;
    const blz_assessment *assessment = &credential->assessment;
    ck_assert_int_eq(assessment->blind, BLZ_BLIND_DOUBLE);
    ck_assert_int_eq(assessment->assessors, 2);
    ck_assert_str_eq(assessment->turnaround, "P14D");
    ck_assert(assessment->has_resubmissions && assessment->resubmissions == 0);
    ck_assert(assessment->has_feedback && !assessment->feedback);
    ck_assert_uint_eq(credential->recognition_count, 2);
    ck_assert_double_eq(credential->recognition[0].amount, 15);
    ck_assert_str_eq(credential->recognition[0].jurisdiction, "US");
    ck_assert_str_eq(credential->recognition[0].unit, "USD");
    ck_assert(!credential->recognition[1].has_amount);
    ck_assert_str_eq(credential->recognition[1].kind, "leadership");
    ck_assert_str_eq(credential->supports[0].kind, "cohort");
    ck_assert_str_eq(credential->supports[0].text, "T");
    ck_assert_str_eq(credential->requires[0], "urn:y");
    blz_definition_free(definition);
}
END_TEST

START_TEST(all_that_may_be_left_out)
{
    blz_definition *definition = build(
        "{\"id\": \"urn:x\", \"name\": \"X\", \"description\": \"D\", \"issuer\": {}, \"competency\": {},"
        " \"method\": {\"key\": \"K\"}, \"evidence\": [], \"rubric\": {}, \"assessment\": {\"assessors\": "
        "1}}");
    const blz_micro_credential *credential = definition->micro_credential;
    ck_assert(!credential->has_credits);
    ck_assert_ptr_null(credential->version);
    ck_assert_uint_eq(credential->require_count, 0);
    ck_assert_int_eq(credential->assessment.blind, BLZ_BLIND_UNKNOWN);
    ck_assert(!credential->assessment.has_feedback && !credential->assessment.has_resubmissions);
    blz_definition_free(definition);
}
END_TEST

static blz_status build_again(void *user)
{
    BLZ_AUTO(blz_definition) definition = blz_calloc(1, sizeof *definition);
    BLZ_TRY_MEM(definition);
    definition->kind = BLZ_DEFINITION_MICRO_CREDENTIAL;
    definition->json = json_incref(user);
    return blz_model_build(definition);
}

START_TEST(every_allocation_may_fail)
{
    json_t *tree = tree_of(full);
    sweep(build_again, tree);
    json_decref(tree);
}
END_TEST

UNIT_MAIN("definition/build_credential", what_it_is, competency_and_method, what_to_hand_in,
          what_surrounds_it, all_that_may_be_left_out, every_allocation_may_fail)
