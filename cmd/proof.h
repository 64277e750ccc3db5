#ifndef BLAZON_CMD_PROOF_H
#define BLAZON_CMD_PROOF_H

/* The kinds of proof, for the commands that sign. Such a command has these rows in its option table. */

#include <blazon/credential.h>

#include "command.h"

#define CMD_PROOF_OPTIONS                                                                                    \
    {.name = "proof",                                                                                        \
     .value = "KIND",                                                                                        \
     .choices = cmd_proof_kinds,                                                                             \
     .others = cmd_proof_others,                                                                             \
     .help = "The kind of proof. If left out, it is that of the key: eddsa-rdfc-2022 for Ed25519, "          \
             "ecdsa-rdfc-2019 for P-256 and P-384, jwt for RSA."},                                           \
        {.name = "verification-method",                                                                      \
         .value = "URL",                                                                                     \
         .help = "Where the public key can be read. If left out, it is told from the issuer and the key."},  \
    {                                                                                                        \
        .name = "embed-key", .help = "Adds the public key itself to a token."                                \
    }

extern const char *const cmd_proof_kinds[];
/* Kinds that are verified, and not made. */
extern const char *const cmd_proof_others[];

/* What to make: with `suite` NULL a token. */
struct cmd_proof {
    const char *suite;
    blz_sign_options token;
    blz_proof_options proof; /* its suite is the one above */
};

/* Reads the options against the key. Returns CMD_OK, or says which do not go together and returns CMD_USAGE.
 */
int cmd_proof_read(const struct cmd_env *env, struct cmd_proof *out, const blz_key *key);

#endif
