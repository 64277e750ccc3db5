#include "sealed.h"

#include "alone.h"
#include "unit/credential/sweep.h"

#define URL "https://badges.example.edu/refresh/1"
#define SERVICE                                                                                              \
    "\"@context\": [\"https://www.w3.org/ns/credentials/v2\","                                               \
    " \"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\","                                       \
    " \"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"],"                                         \
    "\"refreshService\": {\"id\": \"" URL "\", \"type\": \"1EdTechCredentialRefresh\"}"
#define NEWER "{" SERVICE ", \"validFrom\": \"2026-05-10T00:00:00Z\", \"name\": \"Newer\"}"

static bench b;
static struct {
    char *text; /* of the document at URL; NULL: there is none */
    blz_status status;
    size_t asked;
} site;

static blz_status ask_site(void *user, const char *url, blz_document *out)
{
    (void)user;
    if (strcmp(url, URL) != 0) return BLZ_ERR_NOT_FOUND;
    site.asked++;
    if (!site.text) return site.status;
    out->bytes = blz_strdup(site.text);
    out->length = strlen(site.text);
    return out->bytes ? BLZ_OK : BLZ_ERR_NOMEM;
}

static void open_site(void)
{
    bench_open(&b, BLZ_KEY_ED25519);
    blz_ctx_set_loader(b.ctx, ask_site, NULL);
}

static void serve_text(char *text)
{
    free(site.text);
    site.text = text;
    site.asked = 0;
}

static void serve_json(json_t *document)
{
    serve_text(json_dumps(document, 0));
    json_decref(document);
}

/* Verifies a badge with this refresh service; it is asked so often. */
static blz_report *refreshed(size_t asked)
{
    json_t *document = sealed_badge(&b, "{" SERVICE "}", NULL);
    blz_report *report = verify_json(&b, document, NULL);
    json_decref(document);
    ck_assert_uint_eq(site.asked, asked);
    return report;
}

static void expect_kept(blz_outcome outcome, const char *words)
{
    blz_report *report = refreshed(1);
    expect_step(report, "refresh", outcome, words);
    ck_assert_str_eq(blz_report_achievement(report)->name, "Data Practices");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
    blz_report_free(report);
}

static void close_site(void)
{
    serve_text(NULL);
    bench_close(&b);
}

START_TEST(the_newer_copy_is_verified_in_its_place)
{
    open_site();
    serve_json(sealed_badge(&b,
                            "{" SERVICE ", \"validFrom\": \"2026-05-10T00:00:00Z\", \"credentialSubject\": "
                            "{\"achievement\": {\"name\": \"Newer\"}}}",
                            NULL));
    blz_report *report = refreshed(1); /* and its own refresh service is not asked again */
    expect_step(report, "refresh", BLZ_STEP_WARN, "what was verified is that copy");
    expect_step(report, "validity.from", BLZ_STEP_PASS, "2026-05-10");
    ck_assert_str_eq(blz_report_achievement(report)->name, "Newer");
    ck_assert_str_eq(blz_report_input(report), "badge.jwt");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
    blz_report_free(report);
    serve_text(badge(&b, NULL, "{\"validFrom\": \"2026-05-10T00:00:00Z\", \"nbf\": 1778371200}"));
    report = refreshed(1);
    expect_step(report, "refresh", BLZ_STEP_WARN, "newer copy of this badge");
    expect_step(report, "parse", BLZ_STEP_PASS, "JWT");
    blz_report_free(report);
    close_site();
}
END_TEST

/* The issuer's last word, even if it is a bad one. */
START_TEST(a_newer_copy_that_has_ended)
{
    open_site();
    serve_json(sealed_badge(&b, "{" SERVICE ", \"validUntil\": \"2026-05-11T00:00:00Z\"}", NULL));
    blz_report *report = refreshed(1);
    expect_step(report, "validity.until", BLZ_STEP_FAIL, "expired");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_INVALID);
    blz_report_free(report);
    close_site();
}
END_TEST

START_TEST(copies_that_are_of_no_use)
{
    bench other;
    open_site();
    bench_open(&other, BLZ_KEY_ED25519);
    serve_json(sealed_badge(&b, "{" SERVICE "}", NULL));
    expect_kept(BLZ_STEP_PASS, "no newer copy");
    serve_json(sealed_badge(&b, "{\"id\": \"urn:uuid:55555555-4b7c-4cf0-a9ce-3ff0b2eed2c0\"}", NULL));
    expect_kept(BLZ_STEP_WARN, "it is another badge");
    serve_json(sealed_badge(&other, "{\"validFrom\": \"2026-05-10T00:00:00Z\"}", NULL));
    expect_kept(BLZ_STEP_WARN, "it is another badge");
    serve_json(sealed_badge(&b, "{\"validFrom\": \"2026-04-10T00:00:00Z\"}", NULL));
    expect_kept(BLZ_STEP_WARN, "an older copy");
    serve_json(unsealed(&b, NEWER));
    expect_kept(BLZ_STEP_WARN, "nothing proves that what stands there is by the issuer");
    json_t *forged = sealed_badge(&b, NEWER, NULL);
    json_object_set_new(forged, "name", json_string("Newest"));
    serve_json(forged);
    expect_kept(BLZ_STEP_WARN, "nothing proves that what stands there is by the issuer");
    serve_text(strdup("<html>not found</html>"));
    expect_kept(BLZ_STEP_WARN, "no credential");
    serve_text(strdup("[]"));
    expect_kept(BLZ_STEP_WARN, "no credential");
    serve_text(NULL);
    site.status = BLZ_ERR_NOT_FOUND;
    expect_kept(BLZ_STEP_SKIPPED, "which is not at hand; this copy was verified");
    serve_text(NULL);
    site.status = BLZ_ERR_NETWORK;
    expect_kept(BLZ_STEP_WARN, "cannot be had");
    serve_text(NULL);
    site.status = BLZ_ERR_GONE;
    expect_kept(BLZ_STEP_WARN, "cannot be had");
    bench_close(&other);
    close_site();
}
END_TEST

/* Nobody follows an address that whoever changed the badge may have written. */
START_TEST(a_forged_badge_asks_nobody)
{
    open_site();
    serve_json(sealed_badge(&b, NEWER, NULL));
    json_t *document = sealed_badge(&b, "{" SERVICE "}", NULL);
    json_object_set_new(document, "name", json_string("Another"));
    expect_json(&b, document, BLZ_INVALID, "refresh", BLZ_STEP_SKIPPED, "so it was not asked for");
    ck_assert_uint_eq(site.asked, 0);
    close_site();
}
END_TEST

START_TEST(spaces_and_escapes_make_no_other_badge)
{
    open_site();
    json_t *document = sealed_badge(&b, "{" SERVICE ", \"id\": \"https://badges.example.edu/b%31\"}", NULL);
    serve_json(sealed_badge(&b,
                            "{" SERVICE ", \"validFrom\": \"2026-05-10T00:00:00Z\", \"id\": "
                            "\"https://badges.example.edu/%621\"}",
                            NULL));
    expect_json(&b, document, BLZ_VALID, "refresh", BLZ_STEP_WARN, "that copy");
    close_site();
}
END_TEST

static void expect_quiet(const char *credential, unsigned kind, blz_outcome outcome, const char *words)
{
    blz_check check, around = {.kind = kind};
    alone_open(&check, credential);
    if (kind) check.of = &around;
    ck_assert_ok(blz_step_refresh(&check));
    expect_entry(&check, 0, outcome, "/refreshService", words);
    alone_close(&check);
}

START_TEST(services_that_are_not_asked)
{
    blz_check check;
    expect_quiet("{'refreshService': [{'type': 'A'}]}", 0, BLZ_STEP_SKIPPED,
                 "of a kind that blazon does not know");
    expect_quiet("{'refreshService': {'type': '1EdTechCredentialRefresh'}}", 0, BLZ_STEP_WARN, "has no URL");
    expect_quiet("{'refreshService': {'type': '1EdTechCredentialRefresh', 'id': 'u:x'}}", BLZ_KIND_RECORD,
                 BLZ_STEP_SKIPPED, "of what came in a credential");
    expect_quiet("{'refreshService': {'type': '1EdTechCredentialRefresh', 'id': 'u:x'}}", 0, BLZ_STEP_SKIPPED,
                 "nothing proves that \"u:x\"");
    alone_open(&check, "{'refreshService': []}");
    ck_assert_ok(blz_step_refresh(&check));
    ck_assert_uint_eq(check.report->step_count, 0);
    alone_close(&check);
}
END_TEST

static blz_status verify_starving(void *user)
{
    const char *text = user;
    BLZ_AUTO(blz_report) report = NULL;
    blz_ctx_forget(b.ctx);
    blz_status status = blz_verify(&report, b.ctx, "badge.json", text, strlen(text), NULL);
    ck_assert(status != BLZ_OK || blz_report_verdict(report) == BLZ_VALID);
    return status;
}

START_TEST(memory_that_runs_out)
{
    open_site();
    serve_json(sealed_badge(&b, NEWER, NULL));
    json_t *document = sealed_badge(&b, "{" SERVICE "}", NULL);
    char *text = json_dumps(document, 0);
    json_decref(document);
    ck_assert_ok(verify_starving(text)); /* what is made once per process is there now */
    sweep_run(verify_starving, text);
    free(text);
    close_site();
}
END_TEST

#define SINCE(fraction) "\"validFrom\": \"2026-05-01T00:00:00." fraction "Z\""

static void expect_older(const char *copy, const char *own, blz_outcome outcome, const char *words)
{
    serve_json(sealed_badge(&b, copy, NULL));
    expect_json(&b, sealed_badge(&b, own, NULL), BLZ_VALID, "refresh", outcome, words);
}

/* Of two copies within one second the later one is the newer one. */
START_TEST(copies_of_one_second)
{
    open_site();
    expect_older("{" SERVICE ", " SINCE("4") "}", "{" SERVICE ", " SINCE("5") "}", BLZ_STEP_WARN,
                 "an older copy");
    expect_older("{" SERVICE ", " SINCE("6") "}", "{" SERVICE ", " SINCE("5") "}", BLZ_STEP_WARN,
                 "what was verified is that copy");
    expect_older("{" SERVICE ", \"name\": \"Again\", " SINCE("5") "}", "{" SERVICE ", " SINCE("5") "}",
                 BLZ_STEP_WARN, "what was verified is that copy");
    close_site();
}
END_TEST

/* Something else with the badge's id, by the same issuer, does not stand in for the badge. */
START_TEST(something_else_in_place_of_a_badge)
{
    open_site();
    serve_json(sealed_badge(&b,
                            "{" SERVICE ", \"validFrom\": \"2026-05-10T00:00:00Z\", \"type\": "
                            "[\"VerifiableCredential\", \"EndorsementCredential\"], \"credentialSubject\": "
                            "{\"type\": [\"EndorsementSubject\"], \"achievement\": null}}",
                            NULL));
    expect_kept(BLZ_STEP_WARN, "it is another badge");
    close_site();
}
END_TEST

UNIT_MAIN("verify/step_refresh", the_newer_copy_is_verified_in_its_place, a_newer_copy_that_has_ended,
          copies_that_are_of_no_use, a_forged_badge_asks_nobody, spaces_and_escapes_make_no_other_badge,
          services_that_are_not_asked, memory_that_runs_out, copies_of_one_second,
          something_else_in_place_of_a_badge)
