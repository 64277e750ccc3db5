#include <stdlib.h>
#include <string.h>

#include <blazon/issue.h>

#include "keyfile.h"
#include "proof.h"
#include "report.h"

static const char *const abouts[] = {"achievement", "badge", "issuer", NULL};

static const struct cmd_option options[] = {
    {.letter = 'k', .name = "key", .value = "FILE", .help = "The private key to sign with, in PEM."},
    {.name = "issuer",
     .value = "WHO",
     .help = "Who endorses: a DID or https address, or a file: a definition of the kind issuer, or a Profile "
             "in JSON. If left out, it is the did:key of the key."},
    {.letter = 'c', .name = "comment", .value = "TEXT", .help = "What the endorser has to say."},
    {.name = "about",
     .value = "PART",
     .choices = abouts,
     .help = "The part of a badge that is endorsed; its achievement if left out."},
    {.name = "name", .value = "TEXT", .help = "The name of the endorsement; made from what is endorsed."},
    CMD_PROOF_OPTIONS,
    {.name = "valid-from", .value = "TIME", .help = "When it begins to be valid; now if left out."},
    {.name = "valid-until", .value = "TIME", .help = "When it ends; if left out, it does not."},
    {.name = "id", .value = "URI", .help = "The id of the endorsement; a random urn:uuid: if left out."},
    {.name = "allow-outside", .help = "The issuer may include files outside its project folder."},
    CMD_PASSPHRASE_OPTIONS,
    {0},
};

/* Who endorses, as it was read from a file; freed by the caller. */
struct endorser {
    blz_definition *definition;
    char *profile;
};

static void endorser_free(struct endorser *who)
{
    blz_definition_free(who->definition);
    blz_free(who->profile);
}

/* "did:web:example.edu", "https://example.edu": a scheme of more than one letter, which no drive has. */
static bool is_uri(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    return length > 1 && text[length] == ':';
}

static int read_endorser(struct cmd_env *env, struct endorser *who, blz_endorsement_options *out)
{
    const char *issuer = cmd_value(env, "issuer");
    size_t length = 0;
    if (!issuer) return CMD_OK;
    if (is_uri(issuer)) {
        out->issuer_id = issuer;
        return CMD_OK;
    }
    int code = cmd_read(env, issuer, &who->profile, &length);
    if (code != CMD_OK) return code;
    if (!blz_definition_is_marked(who->profile, length)) {
        out->profile = who->profile;
        out->profile_length = length;
        out->profile_name = cmd_input_name(issuer);
        return CMD_OK;
    }
    code = cmd_read_definition_of(env, issuer, BLZ_DEFINITION_ISSUER, cmd_has(env, "allow-outside"),
                                  &who->definition);
    out->issuer = who->definition;
    return code;
}

static blz_endorsed about(const struct cmd_env *env)
{
    const char *part = cmd_value(env, "about");
    if (!part || strcmp(part, "achievement") == 0) return BLZ_ENDORSED_ACHIEVEMENT;
    return strcmp(part, "badge") == 0 ? BLZ_ENDORSED_BADGE : BLZ_ENDORSED_ISSUER;
}

static int endorse(struct cmd_env *env, const char *path, const blz_endorsement_options *what,
                   const blz_key *key, const struct cmd_proof *how)
{
    char *text = NULL, *made = NULL;
    const char *name = cmd_input_name(path);
    size_t length = 0, size = 0;
    blz_diags *diags = NULL;
    int code = cmd_read(env, path, &text, &length);
    if (code != CMD_OK) return code;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK && how->suite)
        status = blz_endorse_proof(&made, &size, env->ctx, text, length, name, what, key, &how->proof, diags);
    else if (status == BLZ_OK)
        status = blz_endorse_jwt(&made, env->ctx, text, length, name, what, key, &how->token, diags);
    if (status != BLZ_OK)
        code = cmd_report(env, status, diags, "make the endorsement");
    else
        code = how->suite ? cmd_write(env, made, size) : cmd_write_line(env, made);
    blz_free(made);
    blz_diags_free(diags);
    blz_free(text);
    return code;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    blz_key *key = NULL;
    struct endorser who = {0};
    struct cmd_proof how = {0};
    blz_endorsement_options what = {.about = about(env),
                                    .comment = cmd_value(env, "comment"),
                                    .name = cmd_value(env, "name"),
                                    .id = cmd_value(env, "id"),
                                    .valid_from = cmd_value(env, "valid-from"),
                                    .valid_until = cmd_value(env, "valid-until"),
                                    .indent = 2};
    const char *issuer = cmd_value(env, "issuer");
    if (!cmd_value(env, "key")) return cmd_usage(env, "--key is missing");
    if (issuer && strcmp(issuer, "-") == 0) return cmd_usage(env, "--issuer cannot be standard input");
    int code = read_endorser(env, &who, &what);
    if (code == CMD_OK) code = cmd_key_open(env, &key, cmd_value(env, "key"));
    if (code == CMD_OK) code = cmd_proof_read(env, &how, key);
    if (code == CMD_OK) code = endorse(env, argv[0], &what, key, &how);
    blz_key_free(key);
    endorser_free(&who);
    return code;
}

const struct cmd_command cmd_endorse = {
    .name = "endorse",
    .group = CMD_GROUP_BADGES,
    .summary = "vouch for an achievement, a badge or an issuer",
    .operands = "INPUT",
    .least = 1,
    .most = 1,
    .common = CMD_OUTPUT | CMD_NOW | CMD_MAP | CMD_SECRETS,
    .options = options,
    .description = "Makes and signs an EndorsementCredential of Open Badges 3.0 about what INPUT is: the\n"
                   "achievement of a badge (or with --about the badge itself, or its issuer), an\n"
                   "Achievement as blazon build writes it, or a Profile.\n"
                   "\n"
                   "A badge may be in an image, too. INPUT is read, not verified: blazon verify does\n"
                   "that. The endorsement is a credential of its own. It can be handed on by itself,\n"
                   "or put into the member endorsement (a token into endorsementJwt) of what it is\n"
                   "about, before that is signed.",
    .examples = "blazon endorse data-practices.json --key teachers.pem --issuer teachers.yaml \\\n"
                "    --comment \"We use it in our schools.\" -o endorsement.json\n"
                "blazon endorse badge.jwt --about issuer --key state.pem \\\n"
                "    --issuer did:web:education.example.org --proof jwt -o endorsement.jwt\n",
    .run = run,
};
