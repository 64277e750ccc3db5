#include "badge.h"

#include <blazon/json.h>

#define ISSUER "https://badges.example.edu/issuer"

/* The patches that make the badge one of this issuer, signed by the key at this kid. */
static char header[1200], payload[600];

static void of(const char *issuer, const char *kid)
{
    snprintf(header, sizeof header, "{\"kid\": \"%s\"}", kid);
    snprintf(payload, sizeof payload, "{\"iss\": \"%s\", \"issuer\": {\"id\": \"%s\"}}", issuer, issuer);
}

static void with_own_key(const bench *b, const char *issuer)
{
    json_t *jwk = NULL;
    ck_assert_ok(blz_key_write_jwk(&jwk, b->key, false));
    char *text = json_dumps(jwk, 0);
    of(issuer, "");
    snprintf(header, sizeof header, "{\"kid\": null, \"jwk\": %s}", text);
    free(text);
    json_decref(jwk);
}

/* A document at `url` that is the issuer's, with this key in it. */
static char *document_of(const char *id, const blz_key *key)
{
    char *text = NULL;
    ck_assert_ok(blz_controller_text(&text, NULL, id, &key, 1));
    return text;
}

static char *method_of(const char *id, const blz_key *key)
{
    char *url = NULL;
    ck_assert_ok(blz_verification_method_url(&url, id, key));
    return url;
}

static char *jwk_text(const blz_key *key)
{
    json_t *jwk = NULL;
    ck_assert_ok(blz_key_write_jwk(&jwk, key, false));
    char *text = json_dumps(jwk, 0);
    json_decref(jwk);
    return text;
}

START_TEST(a_did_binds_its_own_key)
{
    bench b;
    bench_open(&b, BLZ_KEY_ED25519);
    PASSES(&b, NULL, NULL, "proof.key-binding", "the DID document");
    with_own_key(&b, b.did);
    PASSES(&b, header, NULL, "proof.key-binding", "the DID document");
    bench_close(&b);
}
END_TEST

START_TEST(a_did_web_issuer)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *document = document_of("did:web:badges.example.edu", b.key),
         *kid = method_of("did:web:badges.example.edu", b.key);
    served documents[] = {{"https://badges.example.edu/.well-known/did.json", document}, {0}};
    of("did:web:badges.example.edu", kid);
    OPEN(&b, header, payload, "proof.signature", "--map");
    b.documents = documents;
    PASSES(&b, header, payload, "proof.key-binding", "the DID document");
    with_own_key(&b, "did:web:badges.example.edu");
    PASSES(&b, header, payload, "proof.key-binding", "the DID document");
    blz_ctx_forget(b.ctx);
    b.documents = NULL;
    OPEN_SPEC(&b, header, payload, "proof.key-binding", "is not known");
    blz_free(document);
    blz_free(kid);
    bench_close(&b);
}
END_TEST

START_TEST(the_key_of_somebody_else_under_a_did)
{
    bench b;
    blz_key *other = NULL;
    bench_open(&b, BLZ_KEY_P256);
    ck_assert_ok(blz_key_generate(&other, b.ctx, BLZ_KEY_P256, 0));
    char *did = NULL;
    ck_assert_ok(blz_did_key(&did, other));
    of(did, b.kid);
    FAILS_SPEC(&b, header, payload, "proof.key-binding", "somebody else");
    with_own_key(&b, did);
    FAILS_SPEC(&b, header, payload, "proof.key-binding", "somebody else");
    char *kid = method_of(did, other);
    of(did, kid);
    FAILS(&b, header, payload, "proof.signature", "does not match");
    blz_free(kid);
    blz_free(did);
    blz_key_free(other);
    bench_close(&b);
}
END_TEST

START_TEST(a_method_that_is_not_for_badges)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *text = document_of("did:web:badges.example.edu", b.key),
         *kid = method_of("did:web:badges.example.edu", b.key);
    json_t *document = json_loads(text, 0, NULL);
    json_object_set(document, "authentication", json_object_get(document, "assertionMethod"));
    json_object_del(document, "assertionMethod");
    char *changed = json_dumps(document, 0);
    served documents[] = {{"https://badges.example.edu/.well-known/did.json", changed}, {0}};
    b.documents = documents;
    of("did:web:badges.example.edu", kid);
    FAILS_SPEC(&b, header, payload, "proof.key-binding", "assertionMethod");
    free(changed);
    json_decref(document);
    blz_free(text);
    blz_free(kid);
    bench_close(&b);
}
END_TEST

START_TEST(an_https_issuers_own_document)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *document = document_of(ISSUER, b.key), *kid = method_of(ISSUER, b.key);
    served documents[] = {{ISSUER, document}, {0}};
    b.documents = documents;
    of(ISSUER, kid);
    PASSES(&b, header, payload, "proof.key-binding", "the issuer's own document");
    of(ISSUER, b.kid);
    PASSES(&b, header, payload, "proof.key-binding", "the issuer's own document");
    with_own_key(&b, ISSUER);
    PASSES(&b, header, payload, "proof.key-binding", "the issuer's own document");
    blz_free(document);
    blz_free(kid);
    bench_close(&b);
}
END_TEST

/* Whoever may put a file on the site of an issuer that says which keys it has. */
START_TEST(a_key_at_the_site_of_an_issuer_that_lists_others)
{
    bench b;
    blz_key *other = NULL;
    bench_open(&b, BLZ_KEY_P256);
    ck_assert_ok(blz_key_generate(&other, b.ctx, BLZ_KEY_P256, 0));
    char *jwk = jwk_text(b.key), *document = document_of(ISSUER, other), *its = jwk_text(other), set[2000];
    snprintf(set, sizeof set, "{\"keys\": [%s]}", its);
    served listed[] = {{"https://badges.example.edu/~m/1", jwk}, {ISSUER, document}, {0}};
    served in_set[] = {{"https://badges.example.edu/~m/1", jwk},
                       {"https://badges.example.edu/.well-known/jwks.json", set},
                       {0}};
    of(ISSUER, "https://badges.example.edu/~m/1");
    b.documents = listed;
    OPEN_SPEC(&b, header, payload, "proof.key-binding", "lists other keys and not this one");
    b.documents = in_set;
    blz_ctx_forget(b.ctx);
    OPEN_SPEC(&b, header, payload, "proof.key-binding", "lists other keys and not this one");
    blz_key_free(other);
    blz_free(its);
    blz_free(jwk);
    blz_free(document);
    bench_close(&b);
}
END_TEST

START_TEST(a_key_at_the_issuers_site)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *jwk = jwk_text(b.key);
    served documents[] = {
        {"https://badges.example.edu/keys/1", jwk}, {"https://badges.example.edu:8443/keys/1", jwk}, {0}};
    b.documents = documents;
    of(ISSUER, "https://badges.example.edu/keys/1");
    PASSES(&b, header, payload, "proof.key-binding", "the issuer's own site");
    of(ISSUER, "https://badges.example.edu:8443/keys/1");
    OPEN_SPEC(&b, header, payload, "proof.key-binding", "another place");
    free(jwk);
    bench_close(&b);
}
END_TEST

START_TEST(the_well_known_key_set)
{
    bench b;
    bench_open(&b, BLZ_KEY_RSA);
    char *jwks = NULL;
    const blz_key *keys[] = {b.key};
    ck_assert_ok(blz_jwks_text(&jwks, NULL, keys, 1));
    served documents[] = {{"https://badges.example.edu/.well-known/jwks.json", jwks}, {0}};
    b.documents = documents;
    with_own_key(&b, ISSUER);
    PASSES(&b, header, payload, "proof.key-binding", "https://badges.example.edu/.well-known/jwks.json");
    blz_free(jwks);
    bench_close(&b);
}
END_TEST

START_TEST(a_key_that_came_along_is_nobodys)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    with_own_key(&b, ISSUER);
    OPEN_SPEC(&b, header, payload, "proof.key-binding", "came with the badge");
    of(ISSUER, b.kid);
    OPEN_SPEC(&b, header, payload, "proof.key-binding", "names only itself");
    bench_close(&b);
}
END_TEST

START_TEST(the_key_of_somebody_else_under_https)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *theirs = document_of("https://evil.example/issuer", b.key),
         *kid = method_of("https://evil.example/issuer", b.key);
    char *neighbour = document_of("https://badges.example.edu/mallory", b.key);
    char *neighbours = method_of("https://badges.example.edu/mallory", b.key);
    char *web = document_of("did:web:evil.example", b.key),
         *web_kid = method_of("did:web:evil.example", b.key);
    served documents[] = {{"https://evil.example/issuer", theirs},
                          {"https://badges.example.edu/mallory", neighbour},
                          {"https://evil.example/.well-known/did.json", web},
                          {0}};
    b.documents = documents;
    of(ISSUER, kid);
    FAILS_SPEC(&b, header, payload, "proof.key-binding", "belongs to \"https://evil.example/issuer\"");
    of(ISSUER, neighbours);
    FAILS_SPEC(&b, header, payload, "proof.key-binding", "belongs to \"https://badges.example.edu/mallory\"");
    of(ISSUER, web_kid);
    FAILS_SPEC(&b, header, payload, "proof.key-binding", "did:web:evil.example");
    blz_free(theirs);
    blz_free(kid);
    blz_free(neighbour);
    blz_free(neighbours);
    blz_free(web);
    blz_free(web_kid);
    bench_close(&b);
}
END_TEST

/* The document of a key as document_of() makes it, without an id or with, and with another controller of the
 * key (NULL: nobody). */
static char *disguised(const char *url, const blz_key *key, bool id, const char *controller)
{
    char *text = document_of(url, key);
    json_t *document = json_loads(text, 0, NULL),
           *method = json_array_get(json_object_get(document, "verificationMethod"), 0);
    if (!id) json_object_del(document, "id");
    json_object_del(method, "controller");
    if (controller) json_object_set_new(method, "controller", json_string(controller));
    char *changed = json_dumps(document, 0);
    json_decref(document);
    blz_free(text);
    return changed;
}

/* Somebody's document has the last word on whose its keys are, and only where it is. */
START_TEST(a_document_that_lends_its_key_to_the_issuer)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    static const char neighbour[] = "https://badges.example.edu/mallory",
                      evil[] = "https://evil.example/issuer";
    char *silent = disguised(neighbour, b.key, true, NULL), *kid = method_of(neighbour, b.key),
         *lending = disguised(neighbour, b.key, true, ISSUER),
         *nameless = disguised(evil, b.key, false, ISSUER), *evil_kid = method_of(evil, b.key);
    served by_silent[] = {{neighbour, silent}, {0}}, by_lending[] = {{neighbour, lending}, {0}},
           by_nameless[] = {{evil, nameless}, {0}};
    b.documents = by_silent;
    of(ISSUER, kid);
    FAILS(&b, header, payload, "proof.key-binding", "belongs to \"https://badges.example.edu/mallory\"");
    blz_ctx_forget(b.ctx);
    b.documents = by_lending;
    FAILS(&b, header, payload, "proof.key-binding", "belongs to \"https://badges.example.edu/mallory\"");
    b.documents = by_nameless;
    of(ISSUER, evil_kid);
    FAILS(&b, header, payload, "proof.signature", "has nothing as its id");
    free(silent);
    free(lending);
    free(nameless);
    blz_free(kid);
    blz_free(evil_kid);
    bench_close(&b);
}
END_TEST

START_TEST(a_did_web_of_the_issuers_host)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *document = document_of("did:web:badges.example.edu", b.key),
         *kid = method_of("did:web:badges.example.edu", b.key);
    served documents[] = {{"https://badges.example.edu/.well-known/did.json", document}, {0}};
    b.documents = documents;
    of(ISSUER, kid);
    PASSES(&b, header, payload, "proof.key-binding", "the issuer's own site");
    blz_free(document);
    blz_free(kid);
    bench_close(&b);
}
END_TEST

START_TEST(a_did_web_of_a_neighbour_on_the_issuers_host)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *document = document_of("did:web:badges.example.edu:mallory", b.key);
    char *kid = method_of("did:web:badges.example.edu:mallory", b.key);
    served documents[] = {{"https://badges.example.edu/mallory/did.json", document}, {0}};
    b.documents = documents;
    of(ISSUER, kid);
    FAILS_SPEC(&b, header, payload, "proof.key-binding", "belongs to \"did:web:badges.example.edu:mallory\"");
    blz_free(document);
    blz_free(kid);
    bench_close(&b);
}
END_TEST

START_TEST(issuers_that_publish_nothing)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    of("http://badges.example.edu/issuer", b.kid);
    OPEN_SPEC(&b, header, payload, "proof.key-binding", "neither a DID nor an https URL");
    of("urn:uuid:6d1c27dc-4b7c-4cf0-a9ce-3ff0b2eed2c1", b.kid);
    OPEN_SPEC(&b, header, payload, "proof.key-binding", "neither a DID nor an https URL");
    expect_strict(&b, NULL, "{\"issuer\": null, \"iss\": null}", true, "proof.key-binding", BLZ_STEP_FAIL,
                  "no issuer");
    bench_close(&b);
}
END_TEST

START_TEST(a_key_that_has_expired)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *text = document_of(ISSUER, b.key), *kid = method_of(ISSUER, b.key);
    json_t *document = json_loads(text, 0, NULL);
    json_t *method = json_array_get(json_object_get(document, "verificationMethod"), 0);
    json_object_set_new(method, "expires", json_string("2026-05-02T00:00:00Z"));
    char *changed = json_dumps(document, 0);
    served documents[] = {{ISSUER, changed}, {0}};
    b.documents = documents;
    of(ISSUER, kid);
    FAILS_SPEC(&b, header, payload, "proof.key-binding", "expired or was revoked");
    const int64_t before =
        AT - INT64_C(27) * 86400 - 3600; /* what counts is the time that the badge is looked at */
    expect_options(&b, header, payload, &(blz_verify_options){.at = &before}, BLZ_VALID, "proof.key-binding",
                   BLZ_STEP_PASS, "the key is the issuer's");
    free(changed);
    json_decref(document);
    blz_free(text);
    blz_free(kid);
    bench_close(&b);
}
END_TEST

/* Whatever a badge says of its issuer and its key, the call works; and none of these is valid. */
START_TEST(strange_names)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    static const char *const names[] = {
        "https://badges.example.edu/issuer#me",
        "https://badges.example.edu",
        "https://user:pw@badges.example.edu/",
        "https://[::1]:8443/issuer",
        "https://[::1",
        "https://",
        "https:///x",
        "https://badges.example.edu:99999/",
        "HTTPS://Badges.Example.EDU/issuer",
        "https://badges.example.edu/%zz",
        "https://badges.example.edu/a b",
        "did:",
        "did:web:",
        "did:web:%",
        "did:web:a%2Fb",
        "did:web:..",
        "did:web:badges.example.edu#key",
        "did:key:",
        "did:key:z",
        "did:key:z6Mk#x#y",
        "did:jwk:",
        "did:jwk:e30",
        "did:jwk:!!!#0",
        "did:ion:x",
        "did:example:x",
        "urn:x",
        "mailto:a@b.example",
        "",
        " ",
        "#",
        "?",
        "data:,x",
        "file:///etc/passwd",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++) {
        of(names[i], b.kid);
        blz_report *report = verify_badge(&b, header, payload, NULL);
        ck_assert_msg(blz_report_verdict(report) != BLZ_VALID, "issuer %s", names[i]);
        blz_report_free(report);
        of(ISSUER, names[i]);
        report = verify_badge(&b, header, payload, NULL);
        ck_assert_msg(blz_report_verdict(report) != BLZ_VALID, "kid %s", names[i]);
        blz_report_free(report);
    }
    bench_close(&b);
}
END_TEST

START_TEST(a_redirect_does_not_lend_the_issuers_name)
{
    bench b;
    bench_open(&b, BLZ_KEY_P256);
    char *jwk = jwk_text(b.key), *document = document_of(ISSUER, b.key), *kid = method_of(ISSUER, b.key);
    served keys[] = {{"https://badges.example.edu/keys/1", jwk}, {"https://evil.example/keys/1", jwk}, {0}};
    b.documents = keys;
    moved = (served){"https://badges.example.edu/keys/1", "https://evil.example/keys/1"};
    of(ISSUER, "https://badges.example.edu/keys/1");
    OPEN_SPEC(&b, header, payload, "proof.key-binding", "another place");
    moved = (served){"https://evil.example/keys/1", "https://badges.example.edu/keys/1"};
    of(ISSUER, "https://evil.example/keys/1");
    PASSES(&b, header, payload, "proof.key-binding", "the issuer's own site");
    served own[] = {{ISSUER, document}, {0}};
    b.documents = own;
    moved = (served){ISSUER, "https://evil.example/issuer"};
    of(ISSUER, kid);
    OPEN_SPEC(&b, header, payload, "proof.key-binding", "leads to another site");
    moved = (served){0};
    free(jwk);
    blz_free(document);
    blz_free(kid);
    bench_close(&b);
}
END_TEST

UNIT_MAIN("verify/step_binding", strange_names, a_did_binds_its_own_key, a_did_web_issuer,
          the_key_of_somebody_else_under_a_did, a_method_that_is_not_for_badges,
          an_https_issuers_own_document, a_key_at_the_issuers_site,
          a_key_at_the_site_of_an_issuer_that_lists_others, the_well_known_key_set,
          a_key_that_came_along_is_nobodys, the_key_of_somebody_else_under_https,
          a_document_that_lends_its_key_to_the_issuer, a_did_web_of_the_issuers_host,
          a_did_web_of_a_neighbour_on_the_issuers_host, issuers_that_publish_nothing, a_key_that_has_expired,
          a_redirect_does_not_lend_the_issuers_name)
