#include "credential/suite.h"

/* VC-DI-EdDSA, appendix "The Ed25519Signature2020 Suite": what came before DataIntegrityProof, and differs
 * from eddsa-rdfc-2022 in the type and in the context that defines it. */
const blz_suite blz_suite_ed25519_signature_2020 = {
    .name = "Ed25519Signature2020",
    .type = "Ed25519Signature2020",
    .keys = "an Ed25519 key",
    .rdf = true,
    .context = BLZ_ED25519_2020_CONTEXT,
    .takes = blz_suite_takes_ed25519,
};
