#include "credential/jwt_vc.h"

#include <stdlib.h>
#include <string.h>

#include "base/time.h"

enum { SAME_INSTANT_NANOS = 1000 }; /* a double holds the seconds of this century to about 240 ns */
static const double SECONDS_MAX = 253402300800.0; /* 10000-01-01 */

/* What one claim is called, what it repeats, and what to say. */
struct claim {
    const char *name, *property, *pointer;
    const char *messages[BLZ_CLAIM_PROPERTY_MISSING + 1];
};

#define SAYS(name) "the claim \"" name "\" "
#define MESSAGES(name, property, kind)                                                                       \
    {                                                                                                        \
        [BLZ_CLAIM_AGREES] = (SAYS(name) "says the same as \"" property "\""),                               \
        [BLZ_CLAIM_NOT_NEEDED] = ("there is no claim \"" name "\" and no \"" property "\""),                 \
        [BLZ_CLAIM_MISSING] = (SAYS(name) "is missing; it must repeat \"" property "\""),                    \
        [BLZ_CLAIM_MALFORMED] = (SAYS(name) "is not " kind),                                                 \
        [BLZ_CLAIM_DISAGREES] = (SAYS(name) "says something else than \"" property "\""),                    \
        [BLZ_CLAIM_ROUNDED] = (SAYS(name) "and \"" property "\" differ by a fraction of a second"),          \
        [BLZ_CLAIM_PROPERTY_MISSING] =                                                                       \
            ("there is a claim \"" name "\", but the credential has no \"" property "\""),                   \
    }

static const struct claim iss_claim = {"iss", "issuer.id", "/iss", MESSAGES("iss", "issuer.id", "a text")};
static const struct claim jti_claim = {"jti", "id", "/jti", MESSAGES("jti", "id", "a text")};
static const struct claim sub_claim = {"sub", "credentialSubject.id", "/sub",
                                       MESSAGES("sub", "credentialSubject.id", "a text")};
static const struct claim nbf_claim = {"nbf", "validFrom", "/nbf",
                                       MESSAGES("nbf", "validFrom", "a number of seconds")};
static const struct claim exp_claim = {"exp", "validUntil", "/exp",
                                       MESSAGES("exp", "validUntil", "a number of seconds")};
static const struct claim nbf_claim_1 = {"nbf", "issuanceDate", "/nbf",
                                         MESSAGES("nbf", "issuanceDate", "a number of seconds")};
static const struct claim exp_claim_1 = {"exp", "expirationDate", "/exp",
                                         MESSAGES("exp", "expirationDate", "a number of seconds")};

static blz_claim_answer answer(const struct claim *claim, blz_claim_outcome outcome)
{
    return (blz_claim_answer){.outcome = outcome,
                              .claim = claim->name,
                              .property = claim->property,
                              .pointer = claim->pointer,
                              .message = claim->messages[outcome]};
}

static blz_claim_answer about_vc(blz_claim_outcome outcome, const char *message)
{
    return (blz_claim_answer){.outcome = outcome,
                              .claim = "vc",
                              .property = "@context",
                              .pointer = outcome == BLZ_CLAIM_MISSING ? "" : "/vc",
                              .message = message};
}

const json_t *blz_vc_jwt_credential(const json_t *payload)
{
    const json_t *vc = json_object_get(payload, "vc");
    if (!vc) return payload;
    return json_is_object(vc) ? vc : NULL;
}

blz_claim_answer blz_vc_jwt_vc(const json_t *payload)
{
    const json_t *vc = json_object_get(payload, "vc");
    if (!vc && blz_vc_version_of(payload) == BLZ_VC_1_1)
        return about_vc(BLZ_CLAIM_MISSING, "the claim \"vc\" is missing; a Verifiable Credential 1.1 is "
                                           "wrapped in it");
    if (!vc) return about_vc(BLZ_CLAIM_NOT_NEEDED, "there is no claim \"vc\", and none is needed");
    if (!json_is_object(vc)) return about_vc(BLZ_CLAIM_MALFORMED, "the claim \"vc\" is not an object");
    if (json_object_get(payload, "@context"))
        return about_vc(BLZ_CLAIM_DISAGREES,
                        "there are two credentials, the payload itself and the one in the claim \"vc\"");
    switch (blz_vc_version_of(vc)) {
    case BLZ_VC_1_1:
        return about_vc(BLZ_CLAIM_AGREES, "the claim \"vc\" wraps a Verifiable Credential 1.1");
    case BLZ_VC_2_0:
        return about_vc(BLZ_CLAIM_DISAGREES, "the claim \"vc\" wraps a Verifiable Credential 2.0, which must "
                                             "be the payload itself");
    default:
        return about_vc(BLZ_CLAIM_DISAGREES, "the claim \"vc\" wraps something that is not a Verifiable "
                                             "Credential 1.1");
    }
}

static blz_claim_answer check_text(const struct claim *claim, const json_t *payload, const char *property)
{
    const json_t *value = json_object_get(payload, claim->name);
    if (!value) return answer(claim, BLZ_CLAIM_MISSING);
    if (!json_is_string(value)) return answer(claim, BLZ_CLAIM_MALFORMED);
    if (!property) return answer(claim, BLZ_CLAIM_PROPERTY_MISSING);
    return answer(claim,
                  strcmp(json_string_value(value), property) == 0 ? BLZ_CLAIM_AGREES : BLZ_CLAIM_DISAGREES);
}

blz_claim_answer blz_vc_jwt_iss(const json_t *payload)
{
    return check_text(&iss_claim, payload, blz_vc_issuer_id(blz_vc_jwt_credential(payload)));
}

blz_claim_answer blz_vc_jwt_jti(const json_t *payload)
{
    const json_t *id = json_object_get(blz_vc_jwt_credential(payload), "id");
    return check_text(&jti_claim, payload, json_string_value(id));
}

blz_claim_answer blz_vc_jwt_sub(const json_t *payload)
{
    const json_t *subject = blz_vc_subject(blz_vc_jwt_credential(payload));
    return check_text(&sub_claim, payload, json_string_value(json_object_get(subject, "id")));
}

bool blz_numeric_date(int64_t *seconds, int *nanos, const json_t *value)
{
    double number = json_number_value(value);
    if (!json_is_number(value) || !(number > -SECONDS_MAX && number < SECONDS_MAX)) return false;
    int64_t whole = json_is_integer(value) ? (int64_t)json_integer_value(value) : (int64_t)number;
    if (json_is_real(value) && (double)whole > number) whole--;
    *seconds = whole;
    if (nanos) *nanos = json_is_real(value) ? (int)((number - (double)whole) * 1e9) : 0;
    return true;
}

static blz_claim_outcome compare_dates(const json_t *value, const char *date)
{
    int64_t claimed = 0, stated = 0;
    int claimed_nanos = 0, stated_nanos = 0;
    if (!blz_numeric_date(&claimed, &claimed_nanos, value)) return BLZ_CLAIM_MALFORMED;
    if (!date) return BLZ_CLAIM_PROPERTY_MISSING;
    if (blz_time_parse(&stated, &stated_nanos, date, strlen(date)) != BLZ_OK || stated != claimed)
        return BLZ_CLAIM_DISAGREES;
    return abs(claimed_nanos - stated_nanos) < SAME_INSTANT_NANOS ? BLZ_CLAIM_AGREES : BLZ_CLAIM_ROUNDED;
}

static blz_claim_answer check_date(const struct claim *claim, const json_t *payload, bool optional)
{
    const json_t *credential = blz_vc_jwt_credential(payload);
    const json_t *property = json_object_get(credential, claim->property);
    const json_t *value = json_object_get(payload, claim->name);
    if (!value) return answer(claim, optional && !property ? BLZ_CLAIM_NOT_NEEDED : BLZ_CLAIM_MISSING);
    return answer(claim, compare_dates(value, json_string_value(property)));
}

static bool is_version_1(const json_t *payload)
{
    return blz_vc_version_of(blz_vc_jwt_credential(payload)) == BLZ_VC_1_1;
}

blz_claim_answer blz_vc_jwt_nbf(const json_t *payload)
{
    return check_date(is_version_1(payload) ? &nbf_claim_1 : &nbf_claim, payload, false);
}

blz_claim_answer blz_vc_jwt_exp(const json_t *payload)
{
    return check_date(is_version_1(payload) ? &exp_claim_1 : &exp_claim, payload, true);
}

blz_claim_check *const blz_vc_jwt_checks[] = {
    blz_vc_jwt_vc, blz_vc_jwt_iss, blz_vc_jwt_jti, blz_vc_jwt_sub, blz_vc_jwt_nbf, blz_vc_jwt_exp,
};
const size_t blz_vc_jwt_check_count = BLZ_COUNT_OF(blz_vc_jwt_checks);
