#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "keyfile.h"
#include "proof.h"
#include "report.h"
#include "status.h"

static const char *const forms[] = {"bitstring", "1edtech", "2.0", NULL};

static const struct cmd_option options[] = {
    {.letter = 'k', .name = "key", .value = "FILE", .help = "The private key to sign with, in PEM."},
    CMD_PROOF_OPTIONS,
    {.name = "valid-until", .value = "TIME", .help = "When verifiers want a newer copy; if left out, never."},
    {.name = "ttl", .value = "SECONDS", .help = "For how long verifiers may keep a copy."},
    {.name = "as",
     .value = "FORM",
     .choices = forms,
     .help = "What is written: bitstring; or a list of ids, which is not signed: 2.0 for signed badges of "
             "Open Badges 2.0, 1edtech for badges with a 1EdTechRevocationList."},
    {.name = "id", .value = "URL", .help = "With --as 2.0 or 1edtech: the web address of that list."},
    CMD_PASSPHRASE_OPTIONS,
    {0},
};

static int read_how(const struct cmd_env *env, blz_status_list_publishing *how)
{
    const char *text = cmd_value(env, "ttl");
    char *end = NULL;
    unsigned long seconds = text ? strtoul(text, &end, 10) : 0;
    if (text && (*text < '0' || *text > '9' || *end || seconds < 1 || seconds > 31536000))
        return cmd_usage(env, "--ttl is \"%s\"; use a number of seconds up to a year, 31536000", text);
    *how = (blz_status_list_publishing){
        .valid_until = cmd_value(env, "valid-until"), .ttl = seconds * 1000, .indent = 2};
    return CMD_OK;
}

static int write_signed(struct cmd_env *env, const struct cmd_list *list,
                        const blz_status_list_publishing *how, const blz_key *key,
                        const struct cmd_proof *proof)
{
    static const char name[] = "the status list";
    char *text = NULL, *made = NULL;
    size_t length = 0, size = 0;
    int code = CMD_OK;
    blz_status status = blz_status_list_credential(&text, &length, list->list, env->ctx, how, list->diags);
    if (status == BLZ_OK && proof->suite)
        status = blz_credential_sign_proof(&made, &size, env->ctx, text, length, name, key, &proof->proof,
                                           list->diags);
    else if (status == BLZ_OK)
        status =
            blz_credential_sign_jwt(&made, env->ctx, text, length, name, key, &proof->token, list->diags);
    if (status != BLZ_OK)
        code = cmd_report(env, status, list->diags, "sign the list");
    else
        code = proof->suite ? cmd_write(env, made, size) : cmd_write_line(env, made);
    blz_free(text);
    blz_free(made);
    return code;
}

static int publish(struct cmd_env *env, const struct cmd_list *list)
{
    blz_key *key = NULL;
    struct cmd_proof proof = {0};
    blz_status_list_publishing how;
    int code = read_how(env, &how);
    if (code == CMD_OK) code = cmd_key_open(env, &key, cmd_value(env, "key"));
    if (code == CMD_OK) code = cmd_proof_read(env, &proof, key);
    if (code == CMD_OK) code = write_signed(env, list, &how, key, &proof);
    blz_key_free(key);
    return code;
}

static int publish_ids(struct cmd_env *env, const struct cmd_list *list, blz_revocation_list form)
{
    char *text = NULL;
    size_t length = 0, unnamed = 0;
    blz_status status = blz_status_list_revocations(&text, &length, &unnamed, list->list, form,
                                                    cmd_value(env, "id"), 2, list->diags);
    if (status != BLZ_OK) return cmd_report(env, status, list->diags, "write the list");
    int code = cmd_write(env, text, length);
    if (code == CMD_OK && unnamed)
        cmd_note(env, "%zu revoked %s no known badge%s, and such a list cannot tell of them", unnamed,
                 unnamed == 1 ? "place belongs to" : "places belong to",
                 form == BLZ_REVOCATION_LIST_OB2 ? " of Open Badges 2.0" : "");
    blz_free(text);
    return code;
}

/* Which options go with which form. */
static int check_options(const struct cmd_env *env, const char *form, bool ids)
{
    static const char *const of_new[] = {"key",       "proof",       "verification-method",
                                         "embed-key", "valid-until", "ttl"};
    for (size_t i = 0; ids && i < sizeof of_new / sizeof of_new[0]; i++)
        if (cmd_has(env, of_new[i]))
            return cmd_usage(env, "--%s does not go with --as %s, which is not signed", of_new[i], form);
    if (ids && !cmd_has(env, "id"))
        return cmd_usage(env, "--id is missing: the web address at which you will publish it");
    if (!ids && cmd_has(env, "id")) return cmd_usage(env, "--id goes with --as 2.0 and --as 1edtech only");
    if (!ids && !cmd_has(env, "key")) return cmd_usage(env, "--key is missing");
    return CMD_OK;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    struct cmd_list list;
    const char *form = cmd_value(env, "as");
    bool ob2 = form && strcmp(form, "2.0") == 0;
    bool ids = ob2 || (form && strcmp(form, "1edtech") == 0);
    int code = check_options(env, form, ids);
    if (code != CMD_OK) return code;
    code = cmd_list_open(env, &list, argv[0], false);
    if (code == CMD_OK)
        code = ids ? publish_ids(env, &list, ob2 ? BLZ_REVOCATION_LIST_OB2 : BLZ_REVOCATION_LIST_1EDTECH)
                   : publish(env, &list);
    cmd_list_close(&list);
    return code;
}

const struct cmd_command cmd_status_publish = {
    .name = "status publish",
    .group = CMD_GROUP_BADGES,
    .summary = "write the signed list for everybody",
    .operands = "LIST",
    .least = 1,
    .most = 1,
    .common = CMD_OUTPUT | CMD_NOW | CMD_QUIET | CMD_SECRETS,
    .options = options,
    .description = "Writes a list as a signed BitstringStatusListCredential, to be published at its\n"
                   "address. It tells which places are set, and nothing of whose they are.\n",
    .examples = "blazon status publish revoked.json --key issuer.pem -o status-1.json\n"
                "blazon status publish revoked.json --as 2.0 \\\n"
                "    --id https://badges.example.edu/revocations -o revocations.json\n",
    .run = run,
};
