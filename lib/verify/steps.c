#include "verify/steps.h"

enum { CREDENTIAL = BLZ_KIND_BADGE | BLZ_KIND_ENDORSEMENT };

const blz_step_row blz_steps[] = {
    {"parse", "Open Badges 3.0, 8.2.6; RFC 7515, 5.2; RFC 8259", blz_step_parse, BLZ_KIND_ANY},
    {"context", "Open Badges 3.0, class AchievementCredential; VC Data Model 2.0, 4.3", blz_step_context,
     CREDENTIAL},
    {"safe-mode", "Open Badges 3.0, certification; VC Data Integrity 1.0, 2.4.1", blz_step_safe_mode,
     CREDENTIAL},
    {"type", "Open Badges 3.0, class AchievementCredential; VC Data Model 2.0, 4.5", blz_step_type,
     CREDENTIAL},
    {"schema", "Open Badges 3.0, data model", blz_step_schema, CREDENTIAL},
    {"schema.inline", "Open Badges 3.0, 9.1 step 1", blz_step_schema_inline, CREDENTIAL},
    {"subject", "Open Badges 3.0, 9.1 step 1; class AchievementSubject", blz_step_subject, BLZ_KIND_BADGE},
    {"evidence", "Open Badges 3.0, class Evidence", blz_step_evidence, BLZ_KIND_BADGE},
    {"issuer", "Open Badges 3.0, class Profile", blz_step_issuer, CREDENTIAL},
    {"jwt.header", "Open Badges 3.0, 8.2.3", blz_step_jwt_header, CREDENTIAL},
    {"proof.suite", "Open Badges 3.0, 8.1", blz_step_suite, CREDENTIAL},
    {"proof.purpose", "Open Badges 3.0, 8.3.1; VC Data Integrity 1.0, 4.4", blz_step_purpose, CREDENTIAL},
    {"proof.signature", "Open Badges 3.0, 8.2.6; RFC 7515, 5.2", blz_step_signature, CREDENTIAL},
    {"proof.key-binding", "Open Badges 3.0, 8.5; Implementation Guide, recommended practices",
     blz_step_binding, CREDENTIAL},
    {"proof.expires", "VC Data Integrity 1.0, 2.1", blz_step_expires, CREDENTIAL},
    {"jwt.claims", "Open Badges 3.0, 8.2.6.1", blz_step_jwt_claims, CREDENTIAL},
    {"refresh", "Open Badges 3.0, 9.1 step 3", blz_step_refresh, CREDENTIAL},
    {"status", "Open Badges 3.0, 9.1 step 4", blz_step_status, CREDENTIAL},
    {"validity.from", "Open Badges 3.0, 9.1 step 4", blz_step_from, CREDENTIAL},
    {"validity.until", "Open Badges 3.0, 9.1 step 4", blz_step_until, CREDENTIAL},
    {"recipient", "Open Badges 3.0, 9.1 step 5", blz_step_recipient, BLZ_KIND_BADGE},
    {"results", "Open Badges 3.0, classes Result and ResultDescription", blz_step_results, BLZ_KIND_BADGE},
    {"endorsement", "Open Badges 3.0, 9.1 step 6", blz_step_endorsement, BLZ_KIND_BADGE},
    {0},
};
