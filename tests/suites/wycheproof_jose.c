/* Project Wycheproof: JSON Web Signature and JSON Web Key.
 *
 * blazon verifies RS256, ES256, ES384 and EdDSA and nothing else, so that a token which is valid under
 * another algorithm (HS256, PS256, ES512, ...) must be refused as such. Of the faults of the vectors: tests
 * 367 and 370 are the valid token of test 357 marked as invalid, 372 and 373 are marked valid although they
 * contain a "?"; all four have the algorithm HS256, so that the token of 357 must get one answer each time,
 * and 372 and 373 are no tokens. */

#include "suites/wycheproof.h"

#include <blazon/json.h>

#include "jose/jws.h"

typedef struct answers {
    size_t verified, other_algorithm, faults;
} answers;

static answers seen;

/* BLZ_OK: verified. */
static blz_status verify(wycheproof *run, const json_t *jwk, const char *token, bool *parsed)
{
    BLZ_AUTO(blz_jws) jws = NULL;
    BLZ_AUTO(blz_key) key = NULL;
    blz_status status = blz_jws_parse(&jws, run->ctx, token, strlen(token), NULL);
    *parsed = status == BLZ_OK;
    if (status == BLZ_OK) status = blz_jws_check(jws, NULL);
    if (status == BLZ_OK) status = blz_key_read_jwk(&key, jwk);
    return status == BLZ_OK ? blz_jws_verify(jws, key, NULL) : status;
}

static bool is_ours(const char *token)
{
    static const char *const headers[] = {"eyJhbGciOiJSUzI1NiI",
                                          "eyJhbGciOiJFUzI1NiI"}; /* {"alg":"RS256", ES256 */
    return strncmp(token, headers[0], strlen(headers[0])) == 0 ||
           strncmp(token, headers[1], strlen(headers[1])) == 0;
}

static bool is_right(blz_status status, bool parsed, const json_t *test, const char *token)
{
    int id = id_of(test);
    if (id == 367 || id == 370) {
        seen.faults++;
        return status == BLZ_ERR_INVALID && parsed;
    }
    if (id == 372 || id == 373) {
        seen.faults++;
        return status == BLZ_ERR_SYNTAX && !parsed;
    }
    if (!is_valid(test)) return status != BLZ_OK;
    if (is_ours(token)) {
        seen.verified++;
        return status == BLZ_OK;
    }
    seen.other_algorithm++;
    return parsed && (status == BLZ_ERR_INVALID || status == BLZ_ERR_UNSUPPORTED);
}

static bool check_jws(wycheproof *run, const json_t *group, const json_t *test)
{
    const json_t *jwk = json_object_get(group, "public");
    if (!jwk) jwk = json_object_get(group, "private");
    bool parsed = false;
    blz_status status = verify(run, jwk, text_of(test, "jws"), &parsed);
    return is_right(status, parsed, test, text_of(test, "jws"));
}

/* Key sets: the one key that the token names must be usable, and no name may stand for two. */
static bool check_jwk(wycheproof *run, const json_t *group, const json_t *test)
{
    const json_t *set = json_object_get(group, "public");
    if (!set) set = json_object_get(group, "private");
    const json_t *jwk = json_array_get(json_object_get(set, "keys"), 0);
    bool parsed = false;
    blz_status status = verify(run, jwk, text_of(test, "jws"), &parsed);
    if (!is_valid(test)) return status != BLZ_OK;
    if (is_ours(text_of(test, "jws"))) {
        seen.verified++;
        return status == BLZ_OK;
    }
    seen.other_algorithm++;
    return parsed && status == BLZ_ERR_INVALID;
}

int main(void)
{
    wycheproof run = {0};
    suite_folder(run.folder, sizeof run.folder, "wycheproof");
    if (blz_ctx_new(&run.ctx) != BLZ_OK) return EXIT_FAILURE;
    wycheproof_file(&run, "json_web_signature_test.json", check_jws);
    wycheproof_file(&run, "json_web_key_test.json", check_jwk);
    blz_ctx_free(run.ctx);
    printf("verified %zu, valid under an algorithm that blazon refuses %zu, faults of the vectors %zu\n",
           seen.verified, seen.other_algorithm, seen.faults);
    int code = suite_result("wycheproof jose", run.passed, run.failed, 401 + 26);
    return seen.verified == 11 && seen.other_algorithm == 38 && seen.faults == 4 ? code : EXIT_FAILURE;
}
