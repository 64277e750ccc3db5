#include <blazon/credential.h>

#include "keyfile.h"
#include "report.h"

static const char *const proofs[] = {"jwt", NULL};

static const struct cmd_option options[] = {
    {.letter = 'k', .name = "key", .value = "FILE", .help = "The private key to sign with, in PEM."},
    {.name = "proof", .value = "KIND", .choices = proofs, .help = "The kind of proof; jwt if left out."},
    {.name = "verification-method",
     .value = "URL",
     .help = "Where the public key can be read. If left out, it is told from the issuer's id and the key."},
    {.name = "embed-key", .help = "Adds the public key itself to the token."},
    CMD_PASSPHRASE_OPTIONS,
    {0},
};

static int sign(struct cmd_env *env, const char *path, const blz_key *key)
{
    char *text = NULL, *token = NULL;
    size_t length = 0;
    blz_diags *diags = NULL;
    blz_sign_options how = {.verification_method = cmd_value(env, "verification-method"),
                            .embed_key = cmd_has(env, "embed-key")};
    int code = cmd_read(env, path, &text, &length);
    if (code != CMD_OK) return code;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK)
        status =
            blz_credential_sign_jwt(&token, env->ctx, text, length, cmd_input_name(path), key, &how, diags);
    if (status == BLZ_OK)
        code = cmd_write_line(env, token);
    else
        code = cmd_report(env, status, diags, "sign the credential");
    blz_free(token);
    blz_diags_free(diags);
    blz_free(text);
    return code;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    blz_key *key = NULL;
    if (!cmd_value(env, "key")) return cmd_usage(env, "--key is missing");
    int code = cmd_key_open(env, &key, cmd_value(env, "key"));
    if (code == CMD_OK) code = sign(env, argv[0], key);
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
    .common = CMD_OUTPUT | CMD_SECRETS,
    .options = options,
    .description = "Signs a credential of Open Badges 3.0 in JSON and writes it as a JSON Web Token:\n"
                   "RS256, ES256, ES384 or EdDSA, by the kind of the key. The credential is checked\n"
                   "first: its shape, its dates, and that it has no proof yet.",
    .examples = "blazon sign credential.json --key issuer.pem -o badge.jwt\n",
    .run = run,
};
