#include "credential/suite.h"

/* VC-DI-ECDSA, 3.2. With P-384 the blank nodes are named by SHA-384, too. */
const blz_suite blz_suite_ecdsa_rdfc_2019 = {
    .name = "ecdsa-rdfc-2019",
    .type = BLZ_DATA_INTEGRITY_PROOF,
    .keys = "a P-256 or P-384 key",
    .rdf = true,
    .context = BLZ_DI2_CONTEXT,
    .takes = blz_suite_takes_ecdsa,
};
