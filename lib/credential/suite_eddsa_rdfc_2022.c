#include "credential/suite.h"

/* VC-DI-EdDSA, 3.2. */
const blz_suite blz_suite_eddsa_rdfc_2022 = {
    .name = "eddsa-rdfc-2022",
    .type = BLZ_DATA_INTEGRITY_PROOF,
    .keys = "an Ed25519 key",
    .rdf = true,
    .context = BLZ_DI2_CONTEXT,
    .takes = blz_suite_takes_ed25519,
};

/* What the same was called while it was a draft; only the name differs. */
const blz_suite blz_suite_eddsa_2022 = {
    .name = "eddsa-2022",
    .type = BLZ_DATA_INTEGRITY_PROOF,
    .keys = "an Ed25519 key",
    .rdf = true,
    .old = true,
    .context = BLZ_DI2_CONTEXT,
    .takes = blz_suite_takes_ed25519,
};
