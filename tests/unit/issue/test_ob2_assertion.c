#include "codec/json_read.h"
#include "unit/issue/older.h"

#define HERE "https://badges.example.edu/awards/17.json"

static const blz_credential_options to_jane = {.recipient = "mailto:jane@example.edu", .id = HERE};

static json_t *built(const blz_definition *definition, const blz_credential_options *options)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_text) text = NULL;
    json_t *assertion = NULL;
    blz_status status = blz_ob2_assertion_build(&text, NULL, ctx, definition, options, diags);
    ck_assert_msg(status == BLZ_OK, "%s", finding(diags, 0));
    ck_assert_ok(blz_json_parse(&assertion, text, strlen(text), 64, NULL, NULL));
    return assertion;
}

START_TEST(the_least_badge)
{
    static const char *const names[] = {"@context", "type",     "id",          "recipient",
                                        "badge",    "issuedOn", "verification"};
    struct older_file older;
    const char *name = NULL;
    json_t *value = NULL;
    size_t i = 0;
    json_auto_t *assertion = built(older_open(&older), &to_jane);
    json_object_foreach (assertion, name, value)
        ck_assert_str_eq(name, names[i++]);
    ck_assert_uint_eq(i, 7);
    ck_assert_str_eq(text_at(assertion, "type"), "Assertion");
    ck_assert_str_eq(text_at(assertion, "id"), HERE);
    ck_assert_str_eq(text_at(assertion, "badge"), SAMPLE_ID);
    ck_assert_str_eq(text_at(assertion, "issuedOn"), "2026-01-31T00:00:00Z");
    ck_assert_str_eq(text_at(json_object_get(assertion, "verification"), "type"), "HostedBadge");
    older_close(&older);
}
END_TEST

START_TEST(with_all_options)
{
    static const blz_credential_result results[] = {{"lesson", "proficient"}, {"question", "basic"}};
    static const char *const evidence[] = {"https://jane.example.edu/lesson.pdf"};
    struct older_file older;
    blz_credential_options options = to_jane;
    options.valid_from = "2026-02-01T01:00:00+01:00";
    options.valid_until = "2030-01-01T00:00:00Z";
    options.evidence = evidence;
    options.evidence_count = 1;
    options.results = results;
    options.result_count = 2;
    json_auto_t *assertion = built(older_open(&older), &options);
    ck_assert_str_eq(text_at(assertion, "issuedOn"), "2026-02-01T00:00:00Z");
    ck_assert_str_eq(text_at(assertion, "expires"), "2030-01-01T00:00:00Z");
    ck_assert_ptr_nonnull(strstr(text_at(assertion, "narrative"), "**Lesson**: proficient"));
    const json_t *first = json_array_get(json_object_get(assertion, "evidence"), 0);
    ck_assert_str_eq(text_at(first, "id"), evidence[0]);
    older_close(&older);
}
END_TEST

static void refuses(const blz_definition *definition, blz_credential_options options, blz_status expected,
                    const char *first)
{
    BLZ_AUTO(blz_ctx) ctx = sample_ctx();
    BLZ_AUTO(blz_diags) diags = new_diags();
    char *text = NULL;
    ck_assert_int_eq(blz_ob2_assertion_build(&text, NULL, ctx, definition, &options, diags), expected);
    ck_assert_str_eq(finding(diags, 0), first);
    ck_assert_ptr_null(text);
}

START_TEST(it_has_to_be_somewhere)
{
    struct older_file older;
    const blz_definition *definition = older_open(&older);
    blz_credential_options options = to_jane;
    options.id = NULL;
    refuses(definition, options, BLZ_ERR_ARGUMENT, "BLZ903 - it is not said where the badge will be hosted");
    options.id = "urn:uuid:5c1b4c26-0000-4000-8000-000000000000";
    refuses(definition, options, BLZ_ERR_ARGUMENT,
            "BLZ903 - the badge cannot be hosted at \"urn:uuid:5c1b4c26-0000-4000-8000-000000000000\"");
    options.id = SAMPLE_ID;
    refuses(definition, options, BLZ_ERR_ARGUMENT,
            "BLZ903 - \"" SAMPLE_ID "\" is the address of the badge class");
    options.id = "https://badges.example.edu/issuer";
    refuses(definition, options, BLZ_ERR_ARGUMENT,
            "BLZ903 - \"https://badges.example.edu/issuer\" is the address of the issuer's profile");
    options.id = OLDER_KEY;
    refuses(definition, options, BLZ_ERR_ARGUMENT,
            "BLZ903 - \"" OLDER_KEY "\" is the address of a key of the issuer's");
    older.issuer.revocations = "https://badges.example.edu/revoked";
    options.id = older.issuer.revocations;
    refuses(definition, options, BLZ_ERR_ARGUMENT,
            "BLZ903 - \"https://badges.example.edu/revoked\" is the address of the issuer's list of revoked "
            "badges");
    options.id = HERE "#it";
    refuses(definition, options, BLZ_ERR_ARGUMENT, "BLZ903 - the badge cannot be hosted at \"" HERE "#it\"");
    options.id = "http://badges.example.edu/17.json";
    refuses(definition, options, BLZ_ERR_ARGUMENT,
            "BLZ903 - the badge cannot be hosted at \"http://badges.example.edu/17.json\"");
    options.id = "https://badges.example.edu.example.org/17.json";
    refuses(definition, options, BLZ_ERR_ARGUMENT,
            "BLZ903 - \"https://badges.example.edu.example.org/17.json\" is on another host than the badge's "
            "issuer \"https://badges.example.edu/issuer\"");
    older_close(&older);
}
END_TEST

START_TEST(what_2_0_does_not_have)
{
    struct older_file older;
    blz_definition *definition = older_open(&older);
    blz_credential_options options = to_jane;
    options.status = "{}";
    refuses(definition, options, BLZ_ERR_ARGUMENT,
            "BLZ903 - a badge of Open Badges 2.0 has no place in a status list");
    options = to_jane;
    options.subject_id = "urn:uuid";
    refuses(definition, options, BLZ_ERR_ARGUMENT,
            "BLZ903 - a subject id was given, but Open Badges 2.0 names nobody by two ids");
    older.issuer.id = "did:web:badges.example.edu";
    refuses(definition, to_jane, BLZ_ERR_INVALID,
            "BLZ750 /issuer/id the issuer's id \"did:web:badges.example.edu\" is not an https address");
    older.issuer.id = sample_issuer.id;
    older.file.credential.image = NULL;
    refuses(definition, to_jane, BLZ_ERR_INVALID, "BLZ750 /blazon the badge has no image");
    older_alone(&older);
    refuses(definition, to_jane, BLZ_ERR_ARGUMENT, "none");
    older_close(&older);
}
END_TEST

static blz_status call(void *user)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    struct older_file *older = user;
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_ctx_new(&ctx));
    blz_ctx_set_random(ctx, sample_random, NULL);
    blz_credential_options options = to_jane;
    options.valid_until = "2050-01-01T00:00:00Z";
    return blz_ob2_assertion_build(&text, NULL, ctx, &older->file.definition, &options, diags);
}

START_TEST(every_allocation_may_fail)
{
    struct older_file older;
    older_open(&older);
    sweep_run(call, &older);
    older_close(&older);
}
END_TEST

UNIT_MAIN("issue/ob2_assertion", the_least_badge, with_all_options, it_has_to_be_somewhere,
          what_2_0_does_not_have, every_allocation_may_fail)
