#include "credential/suite.h"

/* VC-DI-ECDSA, 3.3. */
const blz_suite blz_suite_ecdsa_jcs_2019 = {
    .name = "ecdsa-jcs-2019",
    .type = BLZ_DATA_INTEGRITY_PROOF,
    .keys = "a P-256 or P-384 key",
    .takes = blz_suite_takes_ecdsa,
};
