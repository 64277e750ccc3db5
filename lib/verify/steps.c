#include "verify/steps.h"

enum {
    CREDENTIAL = BLZ_KIND_BADGE | BLZ_KIND_ENDORSEMENT | BLZ_KIND_RECORD,
    OF_SOMEBODY = BLZ_KIND_BADGE | BLZ_KIND_RECORD,
    SEALED = CREDENTIAL | BLZ_KIND_STATUS_LIST, /* what has a proof of its own */
};

const blz_step_row blz_steps[] = {
    {"parse", "Open Badges 3.0, 8.2.6; RFC 7515, 5.2; RFC 8259", blz_step_parse, BLZ_KIND_ANY},
    {"context", "Open Badges 3.0, class AchievementCredential; VC Data Model 2.0, 4.3", blz_step_context,
     SEALED},
    {"safe-mode", "Open Badges 3.0, certification; VC Data Integrity 1.0, 2.4.1", blz_step_safe_mode, SEALED},
    {"type", "Open Badges 3.0, class AchievementCredential; VC Data Model 2.0, 4.5", blz_step_type, SEALED},
    {"schema", "Open Badges 3.0, data model", blz_step_schema, SEALED},
    {"schema.inline", "Open Badges 3.0, 9.1 step 1", blz_step_schema_inline, CREDENTIAL},
    {"subject", "Open Badges 3.0, 9.1 step 1; class AchievementSubject", blz_step_subject, BLZ_KIND_BADGE},
    {"record", "Comprehensive Learner Record 2.0, class ClrSubject", blz_step_record, BLZ_KIND_RECORD},
    {"status-list", "Bitstring Status List 1.0, 3.2", blz_step_status_list, BLZ_KIND_STATUS_LIST},
    {"evidence", "Open Badges 3.0, class Evidence", blz_step_evidence, BLZ_KIND_BADGE},
    {"issuer", "Open Badges 3.0, class Profile", blz_step_issuer, SEALED},
    {"jwt.header", "Open Badges 3.0, 8.2.3", blz_step_jwt_header, SEALED},
    {"proof.suite", "Open Badges 3.0, 8.1", blz_step_suite, SEALED},
    {"proof.purpose", "Open Badges 3.0, 8.3.1; VC Data Integrity 1.0, 4.4", blz_step_purpose, SEALED},
    {"proof.signature", "Open Badges 3.0, 8.2.6; RFC 7515, 5.2", blz_step_signature, SEALED},
    {"proof.key-binding", "Open Badges 3.0, 8.5; Implementation Guide, recommended practices",
     blz_step_binding, SEALED},
    {"proof.expires", "VC Data Integrity 1.0, 2.1", blz_step_expires, SEALED},
    {"jwt.claims", "Open Badges 3.0, 8.2.6.1", blz_step_jwt_claims, SEALED},
    {"refresh", "Open Badges 3.0, 9.1 step 3", blz_step_refresh, CREDENTIAL},
    {"status", "Open Badges 3.0, 9.1 step 4", blz_step_status, CREDENTIAL},
    {"validity.from", "Open Badges 3.0, 9.1 step 4", blz_step_from, SEALED},
    {"validity.until", "Open Badges 3.0, 9.1 step 4", blz_step_until, SEALED},
    {"recipient", "Open Badges 3.0, 9.1 step 5", blz_step_recipient, CREDENTIAL},
    {"results", "Open Badges 3.0, classes Result and ResultDescription", blz_step_results, BLZ_KIND_BADGE},
    {"endorsement", "Open Badges 3.0, 9.1 step 6", blz_step_endorsement, OF_SOMEBODY},
    {"credentials", "Comprehensive Learner Record 2.0, class ClrSubject", blz_step_credentials,
     BLZ_KIND_RECORD},
    {0},
};
