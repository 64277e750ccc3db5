#include "credential/suite.h"

/* VC-DI-EdDSA, 3.3. */
const blz_suite blz_suite_eddsa_jcs_2022 = {
    .name = "eddsa-jcs-2022",
    .type = BLZ_DATA_INTEGRITY_PROOF,
    .keys = "an Ed25519 key",
    .takes = blz_suite_takes_ed25519,
};
