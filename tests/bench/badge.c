#include "badge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <jansson.h>

#include "jose/jws.h"

#include <blazon/credential.h>
#include <blazon/did.h>

void bench_must(int fine, const char *what)
{
    if (fine) return;
    fprintf(stderr, "bench: %s does not work\n", what);
    exit(EXIT_FAILURE);
}

double bench_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static const char level[] =
    "{\"id\":\"%s/%s\",\"type\":[\"RubricCriterionLevel\"],\"name\":\"%s\",\"level\":\"%d\","
    "\"points\":\"%d\",\"description\":\"What the work of a teacher shows at this level.\"}";

/* One criterion with three levels. */
static int put_criterion(char *out, size_t size, const char *name, const char *before)
{
    char id[100], levels[3][400];
    static const char *const ids[] = {"not-yet", "basic", "proficient"}, *const names[] = {"Not yet", "Basic",
                                                                                           "Proficient"};
    snprintf(id, sizeof id, "https://badges.example.edu/ct/data#criterion/%s", name);
    for (int i = 0; i < 3; i++)
        snprintf(levels[i], sizeof levels[i], level, id, ids[i], names[i], i, i);
    return snprintf(
        out, size,
        "%s{\"id\":\"%s\",\"type\":[\"ResultDescription\"],\"name\":\"%s\",\"resultType\":"
        "\"RubricCriterionLevel\",\"requiredLevel\":\"%s/basic\",\"rubricCriterionLevel\":[%s,%s,%s]}",
        before, id, name, id, levels[0], levels[1], levels[2]);
}

/* What a rubric adds to the achievement and to the subject. */
static void put_rubric(char *achievement, size_t achievement_size, char *subject, size_t subject_size)
{
    static const char *const criteria[] = {"question", "collection", "analysis", "display"};
    size_t a = (size_t)snprintf(achievement, achievement_size, ",\"resultDescription\":[");
    size_t s = (size_t)snprintf(subject, subject_size, ",\"result\":[");
    for (size_t i = 0; i < 4; i++) {
        a += (size_t)put_criterion(achievement + a, achievement_size - a, criteria[i], i ? "," : "");
        s += (size_t)snprintf(
            subject + s, subject_size - s,
            "%s{\"type\":[\"Result\"],\"resultDescription\":\"https://badges.example.edu/ct/data#criterion/"
            "%s\","
            "\"achievedLevel\":\"https://badges.example.edu/ct/data#criterion/%s/proficient\"}",
            i ? "," : "", criteria[i], criteria[i]);
    }
    snprintf(achievement + a, achievement_size - a, "]");
    snprintf(subject + s, subject_size - s, "]");
}

static const char *payload_of(const char *did, enum bench_size size, unsigned serial)
{
    static char text[16384];
    char achievement[8192] = "", subject[2048] = "", id[64];
    if (size == BENCH_RUBRIC) put_rubric(achievement, sizeof achievement, subject, sizeof subject);
    snprintf(id, sizeof id, "urn:uuid:6d1c27dc-4b7c-4cf0-a9ce-%012x", serial);
    snprintf(
        text, sizeof text,
        "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\","
        "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"],\"id\":\"%s\","
        "\"type\":[\"VerifiableCredential\",\"AchievementCredential\"],\"name\":\"Data Practices\","
        "\"issuer\":{\"id\":\"%s\",\"type\":[\"Profile\"],\"name\":\"Example Unified School District\"},"
        "\"validFrom\":\"2026-05-01T00:00:00Z\",\"credentialSubject\":{\"id\":\"did:example:jane\","
        "\"type\":[\"AchievementSubject\"],\"achievement\":{\"id\":\"https://badges.example.edu/ct/data\","
        "\"type\":[\"Achievement\"],\"achievementType\":\"MicroCredential\",\"name\":\"Data Practices\","
        "\"description\":\"Designs and teaches a lesson in which students work with data of their own.\","
        "\"criteria\":{\"narrative\":\"## Competency\\n\\nDesigns and teaches a science lesson.\"}%s}%s},"
        "\"iss\":\"%s\",\"jti\":\"%s\",\"sub\":\"did:example:jane\",\"nbf\":1777593600}",
        id, did, achievement, subject, did, id);
    return text;
}

char *bench_badge(blz_ctx *ctx, const blz_key *key, enum bench_size size, unsigned serial)
{
    char *did = NULL, *kid = NULL, *token = NULL;
    bench_must(blz_did_key(&did, key) == BLZ_OK && blz_verification_method_url(&kid, did, key) == BLZ_OK,
               "a did:key");
    json_t *header = json_pack("{s:s, s:s}", "kid", kid, "typ", "JWT");
    const char *payload = payload_of(did, size, serial);
    bench_must(header && blz_jws_sign(&token, ctx, header, payload, strlen(payload), key) == BLZ_OK,
               "signing a badge");
    json_decref(header);
    blz_free(did);
    blz_free(kid);
    return token;
}

char *bench_credential(const blz_key *key, enum bench_size size, unsigned serial)
{
    static const char *const claims[] = {"iss", "jti", "sub", "nbf"};
    char *did = NULL;
    bench_must(blz_did_key(&did, key) == BLZ_OK, "a did:key");
    json_t *value = json_loads(payload_of(did, size, serial), 0, NULL);
    for (size_t i = 0; i < sizeof claims / sizeof *claims; i++)
        bench_must(json_object_del(value, claims[i]) == 0, claims[i]);
    char *text = json_dumps(value, JSON_COMPACT);
    bench_must(text != NULL, "a credential");
    json_decref(value);
    blz_free(did);
    return text;
}

char *bench_sealed(blz_ctx *ctx, const blz_key *key, enum bench_size size, unsigned serial, const char *suite)
{
    char *credential = bench_credential(key, size, serial), *out = NULL;
    blz_proof_options options = {.suite = suite};
    blz_diags *diags = NULL;
    bench_must(blz_diags_new(&diags) == BLZ_OK &&
                   blz_credential_sign_proof(&out, NULL, ctx, credential, strlen(credential), "badge.json",
                                             key, &options, diags) == BLZ_OK,
               "sealing a badge");
    blz_diags_free(diags);
    free(credential);
    return out;
}
