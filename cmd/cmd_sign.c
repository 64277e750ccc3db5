#include <stdlib.h>

#include "keyfile.h"
#include "proof.h"
#include "report.h"

static const struct cmd_option options[] = {
    {.letter = 'k', .name = "key", .value = "FILE", .help = "The private key to sign with, in PEM."},
    CMD_PROOF_OPTIONS,
    {.name = "expires", .value = "TIME", .help = "When the proof ends; if left out, it does not."},
    {.name = "challenge", .value = "TEXT", .help = "A text that somebody else has chosen, to be signed too."},
    {.name = "domain", .value = "TEXT", .help = "Where the proof is meant to be used."},
    {.name = "proof-id", .value = "URI", .help = "The id of the proof, by which others can build on it."},
    {.name = "previous-proof",
     .value = "URI",
     .repeatable = true,
     .help = "The id of a proof in the credential that this one builds on and signs too."},
    CMD_PASSPHRASE_OPTIONS,
    {0},
};

static const char *const about_proofs[] = {"expires", "challenge", "domain", "proof-id", "previous-proof"};

/* The options that a token does not have; `*previous` is freed by the caller. */
static int read_more(const struct cmd_env *env, struct cmd_proof *how, const char ***previous)
{
    const char *value = NULL;
    size_t count = 0;
    for (size_t i = 0; !how->suite && i < sizeof about_proofs / sizeof about_proofs[0]; i++)
        if (cmd_has(env, about_proofs[i]))
            return cmd_usage(env, "--%s goes with every kind of proof but jwt%s", about_proofs[i],
                             cmd_has(env, "proof") ? "" : ", which is what an RSA key does");
    for (size_t at = 0; cmd_next(env, "previous-proof", &at);)
        count++;
    *previous = calloc(count + 1, sizeof **previous);
    if (!*previous) return cmd_fail_status(env, BLZ_ERR_NOMEM, "read the options");
    for (size_t at = 0; (value = cmd_next(env, "previous-proof", &at));)
        (*previous)[how->proof.previous_count++] = value;
    how->proof.previous = *previous;
    how->proof.expires = cmd_value(env, "expires");
    how->proof.challenge = cmd_value(env, "challenge");
    how->proof.domain = cmd_value(env, "domain");
    how->proof.id = cmd_value(env, "proof-id");
    return CMD_OK;
}

static int sign(struct cmd_env *env, const char *path, const blz_key *key, const struct cmd_proof *how)
{
    char *text = NULL, *badge = NULL;
    const char *name = cmd_input_name(path);
    size_t length = 0, size = 0;
    blz_diags *diags = NULL;
    int code = cmd_read(env, path, &text, &length);
    if (code != CMD_OK) return code;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK && how->suite)
        status =
            blz_credential_sign_proof(&badge, &size, env->ctx, text, length, name, key, &how->proof, diags);
    else if (status == BLZ_OK)
        status = blz_credential_sign_jwt(&badge, env->ctx, text, length, name, key, &how->token, diags);
    if (status != BLZ_OK)
        code = cmd_report(env, status, diags, "sign the credential");
    else
        code = how->suite ? cmd_write(env, badge, size) : cmd_write_line(env, badge);
    blz_free(badge);
    blz_diags_free(diags);
    blz_free(text);
    return code;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    blz_key *key = NULL;
    const char **previous = NULL;
    struct cmd_proof how = {0};
    if (!cmd_value(env, "key")) return cmd_usage(env, "--key is missing");
    int code = cmd_key_open(env, &key, cmd_value(env, "key"));
    if (code == CMD_OK) code = cmd_proof_read(env, &how, key);
    if (code == CMD_OK) code = read_more(env, &how, &previous);
    if (code == CMD_OK) code = sign(env, argv[0], key, &how);
    free(previous);
    blz_key_free(key);
    return code;
}

const struct cmd_command cmd_sign = {
    .name = "sign",
    .group = CMD_GROUP_BADGES,
    .summary = "sign a credential that exists",
    .operands = "FILE",
    .least = 1,
    .most = 1,
    .common = CMD_OUTPUT | CMD_NOW | CMD_MAP | CMD_SECRETS,
    .options = options,
    .description = "Signs a credential of Open Badges 3.0 in JSON. The proof is embedded in it, beside\n"
                   "those that it has, or with --proof jwt the credential is written as a JSON Web\n"
                   "Token: RS256, ES256, ES384 or EdDSA, by the kind of the key. The credential is\n"
                   "checked first: its shape, its dates, and that JSON-LD loses nothing of it.",
    .examples = "blazon sign credential.json --key issuer.pem -o badge.json\n"
                "blazon sign credential.json --key issuer.pem --proof jwt -o badge.jwt\n",
    .run = run,
};
