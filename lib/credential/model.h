#ifndef BLZ_CREDENTIAL_MODEL_H
#define BLZ_CREDENTIAL_MODEL_H

/* The names of Open Badges 3.0 on Verifiable Credentials 2.0 and 1.1, and of the contexts around them, and
 * the few questions about a document that building, signing and verifying all ask. */

#include <jansson.h>
#include <stdbool.h>

#define BLZ_VC2_CONTEXT "https://www.w3.org/ns/credentials/v2"
#define BLZ_VC1_CONTEXT "https://www.w3.org/2018/credentials/v1"
#define BLZ_CLR2_CONTEXT "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
#define BLZ_OB2_CONTEXT "https://w3id.org/openbadges/v2"
#define BLZ_OB3_CONTEXT "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

typedef enum blz_vc_version {
    BLZ_VC_UNKNOWN = 0, /* @context is missing, or its first entry is neither */
    BLZ_VC_1_1,
    BLZ_VC_2_0,
} blz_vc_version;

/* By the first entry of @context. */
blz_vc_version blz_vc_version_of(const json_t *credential);
/* Whether an entry of @context is one of the published Open Badges 3.0 contexts (any revision). */
bool blz_ob3_has_context(const json_t *credential);
bool blz_ob3_is_context_url(const char *url);
/* The same for the Comprehensive Learner Record 2.0. */
bool blz_clr2_is_context_url(const char *url);
/* Whether `type` (a string or an array of them) has `name`; OpenBadgeCredential and AchievementCredential are
 * two names of one type. */
bool blz_vc_has_type(const json_t *node, const char *name);
/* The issuer's id, which may be the issuer itself or a member; NULL if there is none. Borrowed. */
const char *blz_vc_issuer_id(const json_t *credential);
/* The one subject, also as the only entry of an array; NULL if there is none or more than one. Borrowed. */
json_t *blz_vc_subject(const json_t *credential);
/* The names of the two dates: validFrom, or issuanceDate in VC 1.1. */
const char *blz_vc_start_name(blz_vc_version version);
const char *blz_vc_end_name(blz_vc_version version);

#endif
