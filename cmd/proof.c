#include "proof.h"

#include <string.h>

const char *const cmd_proof_kinds[] = {
    "jwt", "eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "ecdsa-jcs-2019", "Ed25519Signature2020",
    NULL};

static const char shown_in_parts[] =
    "blazon verifies what a holder shows of such a badge, but does not sign one; use ecdsa-rdfc-2019, which "
    "goes with the same key and always shows the whole badge";
static const char given_up[] =
    "it is an early form that was given up; use eddsa-rdfc-2022, which goes with the same key";

const char *const cmd_proof_others[] = {"ecdsa-sd-2023", shown_in_parts, "eddsa-2022", given_up, NULL};

int cmd_proof_read(const struct cmd_env *env, struct cmd_proof *out, const blz_key *key)
{
    const char *kind = cmd_value(env, "proof"), *method = cmd_value(env, "verification-method");
    const char *by_key = blz_proof_suite_for(key);
    if (!kind) kind = by_key ? by_key : "jwt";
    bool token = strcmp(kind, "jwt") == 0;
    *out = (struct cmd_proof){
        .suite = token ? NULL : kind,
        .token = {.verification_method = method, .embed_key = cmd_has(env, "embed-key")},
        .proof = {.suite = kind, .verification_method = method, .indent = 2},
    };
    if (!token && cmd_has(env, "embed-key"))
        return cmd_usage(env, "--embed-key goes with --proof jwt only, and the proof would be %s", kind);
    return CMD_OK;
}
