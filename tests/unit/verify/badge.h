#ifndef BLAZON_TESTS_VERIFY_BADGE_H
#define BLAZON_TESTS_VERIFY_BADGE_H

/* Badges for the tests: one good badge, changed by JSON merge patches (RFC 7396) and signed again. */

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "codec/base64url.h"
#include "crypto/key.h"
#include "crypto/sign.h"
#include "strict.h"
#include "unit/unit.h"
#include "verify/report.h"

#include <blazon/did.h>

#define AT INT64_C(1780000000) /* 2026-05-28T20:26:40Z */

/* Documents that the loader has for this test; ends with a NULL url. */
typedef struct served {
    const char *url, *text;
} served;

/* Where redirects of that URL end. */
static served moved;

typedef struct bench {
    blz_ctx *ctx;
    blz_key *key;
    char *did, *kid;
    const served *documents;
} bench;

static blz_status serve(void *user, const char *url, blz_document *out)
{
    const bench *b = (const bench *)user;
    for (const served *s = b->documents; s && s->url; s++) {
        if (strcmp(s->url, url) != 0) continue;
        out->bytes = blz_strdup(s->text);
        out->length = strlen(s->text);
        if (moved.url && strcmp(moved.url, url) == 0) out->url = blz_strdup(moved.text);
        return out->bytes ? BLZ_OK : BLZ_ERR_NOMEM;
    }
    return BLZ_ERR_NOT_FOUND;
}

static inline void bench_open(bench *b, blz_key_type type)
{
    *b = (bench){0};
    ck_assert_ok(blz_ctx_new(&b->ctx));
    blz_ctx_set_now(b->ctx, AT);
    blz_ctx_set_loader(b->ctx, serve, b);
    ck_assert_ok(blz_key_generate(&b->key, b->ctx, type, type == BLZ_KEY_RSA ? 2048 : 0));
    ck_assert_ok(blz_did_key(&b->did, b->key));
    ck_assert_ok(blz_verification_method_url(&b->kid, b->did, b->key));
}

static inline void bench_close(bench *b)
{
    blz_free(b->did);
    blz_free(b->kid);
    blz_key_free(b->key);
    blz_ctx_free(b->ctx);
}

/* RFC 7396, one level of text at a time: null removes. */
static void merge(json_t *target, json_t *patch)
{
    const char *name;
    json_t *value;
    json_object_foreach (patch, name, value) {
        if (json_is_null(value))
            json_object_del(target, name);
        else if (json_is_object(value) && json_is_object(json_object_get(target, name)))
            merge(json_object_get(target, name), value);
        else
            json_object_set(target, name, value);
    }
}

static inline json_t *patched(const char *text, const char *patch)
{
    json_t *value = json_loads(text, 0, NULL), *change = patch ? json_loads(patch, 0, NULL) : NULL;
    ck_assert_ptr_nonnull(value);
    ck_assert(!patch || change);
    merge(value, change);
    json_decref(change);
    return value;
}

/* A badge with nothing wrong, as the payload of a JWT. */
static inline char *good_payload(const bench *b)
{
    static char text[8192];
    snprintf(text, sizeof text,
             "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\","
             " \"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"],"
             "\"id\": \"urn:uuid:6d1c27dc-4b7c-4cf0-a9ce-3ff0b2eed2c0\","
             "\"type\": [\"VerifiableCredential\", \"AchievementCredential\"],"
             "\"name\": \"Data Practices\","
             "\"issuer\": {\"id\": \"%s\", \"type\": [\"Profile\"], \"name\": \"Example Unified School "
             "District\"},"
             "\"validFrom\": \"2026-05-01T00:00:00Z\","
             "\"credentialSubject\": {\"id\": \"did:example:jane\", \"type\": [\"AchievementSubject\"],"
             " \"achievement\": {\"id\": \"https://badges.example.edu/ct/data\", \"type\": [\"Achievement\"],"
             "  \"name\": \"Data Practices\", \"description\": \"Works with data.\","
             "  \"criteria\": {\"narrative\": \"Do it.\"}}},"
             "\"iss\": \"%s\", \"jti\": \"urn:uuid:6d1c27dc-4b7c-4cf0-a9ce-3ff0b2eed2c0\","
             "\"sub\": \"did:example:jane\", \"nbf\": 1777593600}",
             b->did, b->did);
    return text;
}

/* Signs these very texts, whatever they are. */
static inline char *token_of(const bench *b, const char *header, const char *payload)
{
    BLZ_SCOPED(blz_buf) buf = BLZ_BUF(BLZ_BUF_MAX);
    uint8_t *signature = NULL;
    size_t size = 0;
    char *token = NULL;
    ck_assert_ok(blz_base64url_encode(&buf, header, strlen(header)));
    ck_assert_ok(blz_buf_putc(&buf, '.'));
    ck_assert_ok(blz_base64url_encode(&buf, payload, strlen(payload)));
    ck_assert_ok(blz_sign(&signature, &size, b->key, blz_signature_hash(b->key), buf.data, buf.length));
    ck_assert_ok(blz_buf_putc(&buf, '.'));
    ck_assert_ok(blz_base64url_encode(&buf, signature, size));
    blz_free(signature);
    ck_assert_ok(blz_buf_take(&buf, &token, NULL));
    return token;
}

static inline const char *alg_of(const bench *b)
{
    static const char *const names[] = {[BLZ_KEY_ED25519] = "EdDSA",
                                        [BLZ_KEY_P256] = "ES256",
                                        [BLZ_KEY_P384] = "ES384",
                                        [BLZ_KEY_RSA] = "RS256"};
    return names[blz_key_type_of(b->key)];
}

/* The text with every `~` replaced; static. */
static inline const char *wrapped(const char *text, const char *token)
{
    static char out[16384];
    size_t n = 0;
    for (; *text; text++) {
        int wrote =
            snprintf(out + n, sizeof out - n, "%.*s", *text == '~' ? 8000 : 1, *text == '~' ? token : text);
        n += (size_t)wrote;
        ck_assert_uint_lt(n, sizeof out);
    }
    return out;
}

/* The good badge with its header and payload changed by these patches (either may be NULL), signed. */
static inline char *badge(const bench *b, const char *header_patch, const char *payload_patch)
{
    char text[2048];
    snprintf(text, sizeof text, "{\"alg\": \"%s\", \"kid\": \"%s\", \"typ\": \"JWT\"}", alg_of(b), b->kid);
    json_t *header = patched(text, header_patch), *payload = patched(good_payload(b), payload_patch);
    char *h = json_dumps(header, JSON_COMPACT), *p = json_dumps(payload, JSON_COMPACT);
    char *token = token_of(b, h, p);
    free(h);
    free(p);
    json_decref(header);
    json_decref(payload);
    return token;
}

/* The good badge on Verifiable Credentials 1.1, in the claim "vc", with what is in it and the claims beside
 * it changed by this patch: {"vc": ..., "iss": ...}. */
static inline char *badge_in_vc(const bench *b, const char *patch)
{
    char header[600];
    json_t *credential =
        patched(good_payload(b), "{\"iss\": null, \"jti\": null, \"sub\": null, \"nbf\": null,"
                                 "\"validFrom\": null, \"issuanceDate\": \"2026-05-01T00:00:00Z\"}");
    json_array_set_new(json_object_get(credential, "@context"), 0,
                       json_string("https://www.w3.org/2018/credentials/v1"));
    json_t *claims = json_pack("{s:o, s:s, s:s, s:s, s:i}", "vc", credential, "iss", b->did, "jti",
                               "urn:uuid:6d1c27dc-4b7c-4cf0-a9ce-3ff0b2eed2c0", "sub", "did:example:jane",
                               "nbf", 1777593600);
    json_t *change = json_loads(patch, 0, NULL);
    ck_assert_ptr_nonnull(change);
    merge(claims, change);
    char *payload = json_dumps(claims, 0);
    snprintf(header, sizeof header, "{\"alg\": \"%s\", \"kid\": \"%s\"}", alg_of(b), b->kid);
    char *token = token_of(b, header, payload);
    free(payload);
    json_decref(change);
    json_decref(claims);
    return token;
}

static inline blz_report *verify_text(const bench *b, const char *text, const blz_verify_options *options)
{
    blz_report *report = NULL;
    ck_assert_ok(blz_verify(&report, b->ctx, "badge.jwt", text, strlen(text), options));
    return report;
}

static inline blz_report *verify_badge(const bench *b, const char *header_patch, const char *payload_patch,
                                       const blz_verify_options *options)
{
    char *token = badge(b, header_patch, payload_patch);
    blz_report *report = verify_text(b, token, options);
    free(token);
    return report;
}

/* The first entry of this step with this outcome whose message has the words; NULL if there is none. */
static inline const blz_step *find_step(const blz_report *report, const char *id, blz_outcome outcome,
                                        const char *words)
{
    for (size_t i = 0; i < blz_report_step_count(report); i++) {
        const blz_step *step = blz_report_step_at(report, i);
        if (strcmp(step->id, id) == 0 && step->outcome == outcome && strstr(step->message, words))
            return step;
    }
    return NULL;
}

static inline void expect_step(const blz_report *report, const char *id, blz_outcome outcome,
                               const char *words)
{
    if (find_step(report, id, outcome, words)) return;
    show_steps(report);
    ck_abort_msg("no entry %s %s with \"%s\"", id, blz_outcome_text(outcome), words);
}

/* Verifies a changed badge and expects the verdict and one entry of the report. */
static inline void expect_options(const bench *b, const char *header_patch, const char *payload_patch,
                                  const blz_verify_options *options, blz_verdict verdict, const char *id,
                                  blz_outcome outcome, const char *words)
{
    blz_report *report = verify_badge(b, header_patch, payload_patch, options);
    expect_step(report, id, outcome, words);
    if (blz_report_verdict(report) != verdict) show_steps(report);
    ck_assert_msg(blz_report_verdict(report) == verdict, "%s, not %s",
                  blz_verdict_text(blz_report_verdict(report)), blz_verdict_text(verdict));
    blz_report_free(report);
}

static inline void expect_badge(const bench *b, const char *header_patch, const char *payload_patch,
                                blz_verdict verdict, const char *id, blz_outcome outcome, const char *words)
{
    expect_options(b, header_patch, payload_patch, NULL, verdict, id, outcome, words);
}

#define FAILS(b, header, payload, id, words)                                                                 \
    expect_badge(b, header, payload, BLZ_INVALID, id, BLZ_STEP_FAIL, words)
#define WARNS(b, header, payload, id, words)                                                                 \
    expect_badge(b, header, payload, BLZ_VALID, id, BLZ_STEP_WARN, words)
#define OPEN(b, header, payload, id, words)                                                                  \
    expect_badge(b, header, payload, BLZ_UNDECIDED, id, BLZ_STEP_UNKNOWN, words)
#define PASSES(b, header, payload, id, words)                                                                \
    expect_badge(b, header, payload, BLZ_VALID, id, BLZ_STEP_PASS, words)

/* The same under the policy of 1EdTech's validator: what spec would have said is a warning. */
static inline void expect_1edtech(const bench *b, const char *header_patch, const char *payload_patch,
                                  blz_verdict verdict, const char *id, blz_outcome outcome, const char *words)
{
    expect_options(b, header_patch, payload_patch, &(blz_verify_options){.policy = BLZ_POLICY_1EDTECH},
                   verdict, id, outcome, words);
}

/* The same text under both policies: what spec gives this outcome is a warning under 1edtech, and the badge
 * is valid there; `but` both refuse it for another reason. */
static inline void expect_text_strict(const bench *b, const char *text, bool but, const char *id,
                                      blz_outcome outcome, const char *words)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(both_policies); i++) {
        blz_report *report = verify_text(b, text, &(blz_verify_options){.policy = both_policies[i]});
        expect_strict_entry(report, both_policies[i], but, id, outcome, words);
        blz_report_free(report);
    }
}

static inline void expect_strict(const bench *b, const char *header_patch, const char *payload_patch,
                                 bool but, const char *id, blz_outcome outcome, const char *words)
{
    char *token = badge(b, header_patch, payload_patch);
    expect_text_strict(b, token, but, id, outcome, words);
    free(token);
}

#define FAILS_SPEC(b, header, payload, id, words)                                                            \
    expect_strict(b, header, payload, false, id, BLZ_STEP_FAIL, words)
#define OPEN_SPEC(b, header, payload, id, words)                                                             \
    expect_strict(b, header, payload, false, id, BLZ_STEP_UNKNOWN, words)

#endif
