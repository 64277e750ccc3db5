#include "sealed.h"

#include "base/diag.h"
#include "definition/definition.h"
#include "unit/credential/sweep.h"
#include "verify/trust.h"

static bench school, other;

static blz_diags *new_diags(void)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    return diags;
}

static void open_both(void)
{
    bench_open(&school, BLZ_KEY_ED25519);
    bench_open(&other, BLZ_KEY_ED25519);
}

static void close_both(void)
{
    bench_close(&school);
    bench_close(&other);
}

/* Every `~` in the text becomes the did:key of the school, every `^` its Multikey. */
static blz_status trust_of(blz_trust **out, const char *text, char *finding, size_t size)
{
    BLZ_AUTO(blz_definition) definition = NULL;
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_SCOPED(blz_buf) yaml = BLZ_BUF(BLZ_BUF_MAX);
    for (; *text; text++)
        if (*text == '~' || *text == '^')
            ck_assert_ok(blz_buf_puts(&yaml, school.did + (*text == '^' ? strlen("did:key:") : 0)));
        else
            ck_assert_ok(blz_buf_putc(&yaml, *text));
    blz_status status =
        blz_definition_read_text(&definition, school.ctx, "trust.yaml", yaml.data, yaml.length, NULL, diags);
    if (status == BLZ_OK) status = blz_trust_new(out, school.ctx, definition, diags);
    snprintf(finding, size, "%s %s", blz_diags_count(diags) ? blz_diags_at(diags, 0)->pointer : "",
             blz_diags_count(diags) ? blz_diags_at(diags, 0)->message : "");
    return status;
}

static blz_trust *good_trust(const char *text)
{
    blz_trust *trust = NULL;
    char finding[600];
    blz_status status = trust_of(&trust, text, finding, sizeof finding);
    ck_assert_msg(status == BLZ_OK, "%s", finding);
    return trust;
}

#define HTTPS "https://badges.example.edu/issuer"
#define LIST(more) "blazon: trust/1\nissuers:\n  - id: " HTTPS "\n    keys: [" more "]\n"

START_TEST(what_is_listed)
{
    open_both();
    BLZ_AUTO(blz_trust) trust = good_trust("blazon: trust/1\nothers: refuse\nissuers:\n"
                                           "  - {id: did:web:a.example, name: A}\n"
                                           "  - {id: " HTTPS ", keys: [~, ^, https://b.example/jwks, "
                                           "did:web:c.example]}\n");
    ck_assert_uint_eq(blz_trust_find(trust, "did:web:a.example")->key_count, 0);
    const blz_trusted_issuer *issuer = blz_trust_find(trust, HTTPS);
    ck_assert_uint_eq(issuer->key_count, 4);
    ck_assert(blz_key_equal(issuer->keys[0].key, school.key));
    ck_assert(!blz_key_is_private(issuer->keys[0].key));
    ck_assert(blz_key_equal(issuer->keys[1].key, school.key));
    ck_assert_ptr_null(issuer->keys[2].key);
    ck_assert_str_eq(issuer->keys[3].name, "did:web:c.example");
    ck_assert_ptr_null(blz_trust_find(trust, HTTPS "/"));
    ck_assert_ptr_null(blz_trust_find(trust, NULL));
    ck_assert_ptr_null(blz_trust_find(NULL, HTTPS));
    ck_assert(blz_trust_refuses(trust, "did:web:evil.example"));
    ck_assert(blz_trust_refuses(trust, NULL));
    ck_assert(!blz_trust_refuses(trust, HTTPS));
    ck_assert(!blz_trust_refuses(NULL, HTTPS));
    close_both();
}
END_TEST

START_TEST(keys_that_are_of_no_use)
{
    static const struct {
        const char *keys, *words;
    } cases[] = {
        {"did:key:zz", "/issuers/0/keys/0 the key \"did:key:zz\" cannot be used"},
        {"~, zAAA", "/issuers/0/keys/1 the key \"zAAA\" cannot be used"},
        {"none.pem", "there is no such file"},
        {"zoe.pem", "there is no such file"},
        {"zoe/key", "there is no such file"},
        {"/etc/passwd", "neither a DID, an https address, a Multikey nor a relative path"},
        {"http://a.example/key", "neither a DID, an https address"},
        {"'../../..'", "the key \"../../..\" cannot be used"},
    };
    open_both();
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char text[500], finding[600];
        blz_trust *trust = NULL;
        snprintf(text, sizeof text, "blazon: trust/1\nissuers:\n  - id: " HTTPS "\n    keys: [%s]\n",
                 cases[i].keys);
        ck_assert_int_eq(trust_of(&trust, text, finding, sizeof finding), BLZ_ERR_INVALID);
        ck_assert_ptr_null(trust);
        ck_assert_msg(strstr(finding, cases[i].words), "%s", finding);
    }
    char finding[600];
    blz_trust *trust = NULL;
    ck_assert_int_eq(
        trust_of(&trust, "blazon: trust/1\nissuers:\n  - id: u:a\n  - id: u:a\n", finding, sizeof finding),
        BLZ_ERR_INVALID);
    ck_assert_msg(strstr(finding, "/issuers/1/id two issuers are called \"u:a\""), "%s", finding);
    close_both();
}
END_TEST

START_TEST(another_kind_of_definition)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    BLZ_AUTO(blz_definition) definition = NULL;
    static const char issuer[] = "blazon: issuer/1\nid: did:web:a.example\nname: A\n";
    blz_trust *trust = NULL;
    open_both();
    ck_assert_ok(blz_definition_read_text(&definition, school.ctx, "issuer.yaml", issuer, strlen(issuer),
                                          NULL, diags));
    ck_assert_int_eq(blz_trust_new(&trust, school.ctx, definition, diags), BLZ_ERR_ARGUMENT);
    ck_assert_ptr_null(trust);
    blz_trust_free(NULL);
    close_both();
}
END_TEST

static const blz_key *key_for(const char *list, const char *url, bool *another)
{
    static blz_trust *trust;
    const blz_key *key = NULL;
    blz_trust_free(trust);
    trust = list ? good_trust(list) : NULL;
    ck_assert_ok(blz_trusted_key_for(&key, another, blz_trust_find(trust, HTTPS), url));
    bool matches = key && blz_key_equal(key, school.key);
    ck_assert(!key || matches);
    blz_trust_free(list ? NULL : trust);
    return key;
}

START_TEST(which_key_a_url_means)
{
    open_both();
    char own[300], others[300];
    bool another = false;
    snprintf(own, sizeof own, HTTPS "#%s", school.did + strlen("did:key:"));
    snprintf(others, sizeof others, HTTPS "#%s", other.did + strlen("did:key:"));
    ck_assert_ptr_nonnull(key_for(LIST("~"), own, &another));
    ck_assert_ptr_nonnull(key_for(LIST("did:web:a.example, ^"), own, &another));
    ck_assert_ptr_nonnull(key_for(LIST("~"), HTTPS "#key-1", &another));
    ck_assert_ptr_null(key_for(LIST("~, did:web:a.example"), HTTPS "#key-1", &another));
    ck_assert(!another);
    ck_assert_ptr_null(key_for(LIST("~"), others, &another));
    ck_assert(another);
    ck_assert_ptr_null(key_for(LIST("~, did:web:a.example"), others, &another));
    ck_assert(!another);
    ck_assert_ptr_null(key_for(LIST("~, ^"), HTTPS "#key-1", &another));
    ck_assert(!another);
    ck_assert_ptr_null(key_for("blazon: trust/1\nissuers: [{id: '" HTTPS "'}]\n", own, &another));
    ck_assert(!another); /* it does not say which keys there are */
    ck_assert_ptr_null(key_for(NULL, own, &another));
    close_both();
}
END_TEST

/* A token by the school under the name of an https issuer, with this trust file. */
static void expect_trusted(const char *list, const char *kid, blz_verdict verdict, const char *id,
                           blz_outcome outcome, const char *words)
{
    BLZ_AUTO(blz_trust) trust = list ? good_trust(list) : NULL;
    char header[500];
    blz_verify_options how = {.trust = trust};
    snprintf(header, sizeof header, "{\"kid\": \"%s\"}", kid);
    expect_options(&school, header, "{\"issuer\": {\"id\": \"" HTTPS "\"}, \"iss\": \"" HTTPS "\"}", &how,
                   verdict, id, outcome, words);
    how.policy = BLZ_POLICY_1EDTECH;
    if (list && verdict == BLZ_INVALID)
        expect_options(&school, header, "{\"issuer\": {\"id\": \"" HTTPS "\"}, \"iss\": \"" HTTPS "\"}", &how,
                       verdict, id, outcome, words);
}

START_TEST(what_a_badge_gains_and_loses)
{
    open_both();
    char did_web[300], list[900];
    snprintf(did_web, sizeof did_web, HTTPS "#%s", school.did + strlen("did:key:"));
    expect_trusted(NULL, school.kid, BLZ_UNDECIDED, "proof.key-binding", BLZ_STEP_UNKNOWN,
                   "names only itself");
    expect_trusted(LIST("~"), school.kid, BLZ_VALID, "proof.key-binding", BLZ_STEP_PASS,
                   "bound by the trust file");
    expect_trusted(NULL, did_web, BLZ_UNDECIDED, "proof.signature", BLZ_STEP_UNKNOWN, "not at hand");
    expect_trusted(LIST("~"), did_web, BLZ_VALID, "proof.key-binding", BLZ_STEP_PASS,
                   "bound by the trust file");
    snprintf(list, sizeof list, "blazon: trust/1\nissuers:\n  - id: " HTTPS "\n    keys: [%s]\n", other.did);
    expect_trusted(list, school.kid, BLZ_INVALID, "proof.key-binding", BLZ_STEP_FAIL,
                   "the badge was signed with another one");
    expect_trusted(list, did_web, BLZ_INVALID, "proof.signature", BLZ_STEP_FAIL,
                   "the badge names another one");
    expect_trusted(LIST("did:web:a.example"), school.kid, BLZ_UNDECIDED, "proof.key-binding",
                   BLZ_STEP_UNKNOWN, "whether the trust file names this key");
    expect_trusted("blazon: trust/1\nissuers: [{id: 'https://a.example'}]\n", school.kid, BLZ_UNDECIDED,
                   "proof.key-binding", BLZ_STEP_UNKNOWN, "names only itself");
    expect_trusted("blazon: trust/1\nothers: refuse\nissuers: [{id: 'https://a.example'}]\n", school.kid,
                   BLZ_INVALID, "issuer", BLZ_STEP_FAIL, "accepts only the issuers that it lists");
    expect_trusted("blazon: trust/1\nothers: refuse\nissuers: [{id: '" HTTPS "', keys: [^]}]\n", school.kid,
                   BLZ_VALID, "issuer", BLZ_STEP_PASS, "profile");
    close_both();
}
END_TEST

static blz_status trust_starving(void *user)
{
    const blz_definition *definition = user;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_trust) trust = NULL;
    const blz_key *key = NULL;
    bool another = false;
    blz_ctx_forget(school.ctx);
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_trust_new(&trust, school.ctx, definition, diags));
    return blz_trusted_key_for(&key, &another, blz_trust_find(trust, HTTPS), HTTPS "#key-1");
}

START_TEST(memory_that_runs_out)
{
    open_both();
    BLZ_AUTO(blz_definition) definition = NULL;
    BLZ_AUTO(blz_diags) diags = new_diags();
    char text[900];
    snprintf(text, sizeof text, "blazon: trust/1\nissuers:\n  - id: " HTTPS "\n    keys: [%s, %s]\n",
             school.did, school.did + strlen("did:key:"));
    ck_assert_ok(
        blz_definition_read_text(&definition, school.ctx, "t.yaml", text, strlen(text), NULL, diags));
    sweep_run(trust_starving, definition);
    close_both();
}
END_TEST

UNIT_MAIN("verify/trust", what_is_listed, keys_that_are_of_no_use, another_kind_of_definition,
          which_key_a_url_means, what_a_badge_gains_and_loses, memory_that_runs_out)
