#include <stdlib.h>
#include <string.h>

#include <blazon/issue.h>

#include "issue_ob2.h"
#include "issue_write.h"
#include "keyfile.h"
#include "proof.h"
#include "report.h"

static const char *const versions[] = {"3.0", "2.0", NULL};

static const struct cmd_option options[] = {
    {.letter = 't',
     .name = "to",
     .value = "RECIPIENT",
     .help = "Who has earned it: a DID, a web address, a urn: or mailto: with an e-mail address."},
    {.letter = 'k', .name = "key", .value = "FILE", .help = "The private key to sign with, in PEM."},
    CMD_PROOF_OPTIONS,
    {.name = "unsigned", .help = "Writes the credential as JSON without a signature; needs no key."},
    {.letter = 'e',
     .name = "evidence",
     .value = "URL",
     .repeatable = true,
     .help = "Where the work that was assessed can be seen."},
    {.letter = 'r',
     .name = "result",
     .value = "CRITERION=LEVEL",
     .repeatable = true,
     .help = "The level reached in a criterion, by their ids. For all criteria or none."},
    {.name = "valid-from", .value = "TIME", .help = "When it begins to be valid; now if left out."},
    {.name = "valid-until", .value = "TIME", .help = "When it ends; if left out, it does not."},
    {.name = "id", .value = "URI", .help = "The id of the credential; a random urn:uuid: if left out."},
    {.name = "status",
     .value = "FILE",
     .help = "The status list in which the badge gets a place, so that it can be taken back later."},
    {.name = "subject-id",
     .value = "URI",
     .help = "The id of a mailto: recipient, which a token needs. urn:uuid makes a random one."},
    {.name = "plain-identity", .help = "Writes the e-mail address itself in place of its hash."},
    {.name = "ob",
     .value = "VERSION",
     .choices = versions,
     .help = "The version of Open Badges: 3.0 if left out, or 2.0 for platforms that do not read it yet."},
    {.name = "hosted",
     .value = "URL",
     .help = "With --ob 2.0: where the badge, unsigned, will be published."},
    {.name = "bake",
     .value = "IMAGE",
     .help = "Puts the badge into this picture, PNG or SVG, and writes a copy of it."},
    {.name = "allow-outside", .help = "The definition may include files outside its project folder."},
    CMD_PASSPHRASE_OPTIONS,
    {0},
};

/* The lists among the options; texts of results are in `pool`. And the place in a status list. */
struct lists {
    struct cmd_place place;
    const char **evidence;
    blz_credential_result *results;
    char **pool;
    size_t evidence_count, result_count;
};

static size_t count_of(const struct cmd_env *env, const char *name)
{
    size_t at = 0, count = 0;
    while (cmd_next(env, name, &at))
        count++;
    return count;
}

static void lists_free(struct lists *lists)
{
    for (size_t i = 0; lists->pool && i < lists->result_count; i++)
        free(lists->pool[i]);
    free(lists->pool);
    free(lists->results);
    free(lists->evidence);
    cmd_place_free(&lists->place);
}

static int add_result(struct cmd_env *env, struct lists *lists, const char *text)
{
    const char *equals = strchr(text, '=');
    if (!equals || equals == text || !equals[1])
        return cmd_usage(env, "the result \"%s\" is not of the form CRITERION=LEVEL", text);
    char *copy = strdup(text);
    if (!copy) return cmd_fail_status(env, BLZ_ERR_NOMEM, "read the options");
    copy[equals - text] = '\0';
    lists->pool[lists->result_count] = copy;
    lists->results[lists->result_count++] =
        (blz_credential_result){.criterion = copy, .level = copy + (equals - text) + 1};
    return CMD_OK;
}

static int lists_read(struct cmd_env *env, struct lists *lists)
{
    const char *value = NULL;
    int code = CMD_OK;
    size_t evidence = count_of(env, "evidence"), results = count_of(env, "result");
    lists->evidence = calloc(evidence + 1, sizeof *lists->evidence);
    lists->results = calloc(results + 1, sizeof *lists->results);
    lists->pool = calloc(results + 1, sizeof *lists->pool);
    if (!lists->evidence || !lists->results || !lists->pool)
        return cmd_fail_status(env, BLZ_ERR_NOMEM, "read the options");
    for (size_t at = 0; (value = cmd_next(env, "evidence", &at));)
        lists->evidence[lists->evidence_count++] = value;
    for (size_t at = 0; code == CMD_OK && (value = cmd_next(env, "result", &at));)
        code = add_result(env, lists, value);
    return code;
}

static blz_credential_options credential_options(const struct cmd_env *env, const struct lists *lists)
{
    return (blz_credential_options){
        .recipient = cmd_value(env, "to"),
        .plain_identity = cmd_has(env, "plain-identity"),
        .subject_id = cmd_value(env, "subject-id"),
        .id = lists->place.id ? lists->place.id : cmd_value(env, "id"),
        .status = lists->place.entry,
        .valid_from = cmd_value(env, "valid-from"),
        .valid_until = cmd_value(env, "valid-until"),
        .evidence = lists->evidence,
        .evidence_count = lists->evidence_count,
        .results = lists->results,
        .result_count = lists->result_count,
    };
}

static int write_unsigned(struct cmd_env *env, const blz_definition *definition, const struct lists *lists)
{
    char *text = NULL;
    size_t length = 0;
    blz_diags *diags = NULL;
    int code = CMD_OK;
    blz_credential_options what = credential_options(env, lists);
    what.indent = 2;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK) status = blz_credential_build(&text, &length, env->ctx, definition, &what, diags);
    if (status == BLZ_OK)
        code = cmd_issue_write(env, text, length, false, &lists->place);
    else
        code = cmd_report(env, status, diags, "build the credential");
    blz_free(text);
    blz_diags_free(diags);
    return code;
}

static int write_signed(struct cmd_env *env, const blz_definition *definition, const struct lists *lists,
                        const blz_key *key, const struct cmd_proof *how)
{
    char *badge = NULL;
    size_t size = 0;
    blz_diags *diags = NULL;
    int code = CMD_OK;
    blz_credential_options what = credential_options(env, lists);
    what.indent = 2;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK && how->suite)
        status = blz_issue_proof(&badge, &size, env->ctx, definition, &what, key, &how->proof, diags);
    else if (status == BLZ_OK)
        status = blz_issue_jwt(&badge, env->ctx, definition, &what, key, &how->token, diags);
    if (status == BLZ_OK)
        code = cmd_issue_write(env, badge, how->suite ? size : strlen(badge), !how->suite, &lists->place);
    else
        code = cmd_report(env, status, diags, "issue the credential");
    blz_free(badge);
    blz_diags_free(diags);
    return code;
}

static int issue(struct cmd_env *env, const char *path, struct lists *lists)
{
    blz_definition *definition = NULL;
    blz_key *key = NULL;
    int code = cmd_read_definition(env, path, cmd_has(env, "allow-outside"), &definition);
    if (code == CMD_OK && cmd_ob2_is_asked(env)) {
        blz_credential_options what = credential_options(env, lists);
        code = cmd_ob2_issue(env, definition, &what, &lists->place);
    } else if (code == CMD_OK && cmd_has(env, "unsigned")) {
        code = cmd_place_take(env, &lists->place, definition);
        if (code == CMD_OK) code = write_unsigned(env, definition, lists);
    } else if (code == CMD_OK) {
        struct cmd_proof how = {0};
        code = cmd_key_open(env, &key, cmd_value(env, "key"));
        if (code == CMD_OK) code = cmd_proof_read(env, &how, key);
        if (code == CMD_OK) code = cmd_place_take(env, &lists->place, definition);
        if (code == CMD_OK) code = write_signed(env, definition, lists, key, &how);
    }
    blz_key_free(key);
    blz_definition_free(definition);
    return code;
}

/* The options that say how to sign. */
static bool is_about_signing(const struct cmd_env *env)
{
    return cmd_has(env, "key") || cmd_has(env, "proof") || cmd_has(env, "verification-method") ||
           cmd_has(env, "embed-key");
}

static int check_options(const struct cmd_env *env, const char *definition)
{
    bool bare = cmd_has(env, "unsigned");
    size_t at = 0;
    int code = cmd_issue_check_bake(env, definition);
    if (code != CMD_OK) return code;
    if (!cmd_next(env, "to", &at)) return cmd_usage(env, "--to is missing: say who has earned it");
    if (cmd_next(env, "to", &at))
        return cmd_usage(env, "--to is given twice, but a badge is for one; issue one for each");
    if (cmd_ob2_is_asked(env)) return cmd_ob2_check(env);
    if (cmd_has(env, "hosted")) return cmd_usage(env, "--hosted goes with --ob 2.0 only");
    if (!bare && !cmd_value(env, "key"))
        return cmd_usage(env, "--key is missing (or --unsigned for a credential without a signature)");
    if (bare && is_about_signing(env))
        return cmd_usage(env, "--unsigned goes with no option that is about signing");
    return CMD_OK;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    struct lists lists = {0};
    int code = check_options(env, argv[0]);
    if (code == CMD_OK) code = lists_read(env, &lists);
    if (code == CMD_OK) code = issue(env, argv[0], &lists);
    lists_free(&lists);
    return code;
}

const struct cmd_command cmd_issue = {
    .name = "issue",
    .group = CMD_GROUP_BADGES,
    .summary = "make and sign the badge of one person",
    .operands = "FILE",
    .least = 1,
    .most = 1,
    .common = CMD_OUTPUT | CMD_NOW | CMD_QUIET | CMD_SECRETS,
    .options = options,
    .description = "Builds the Open Badges 3.0 credential that says that somebody has earned the\n"
                   "micro-credential in FILE, signs it and writes it: as JSON with the proof inside,\n"
                   "or with --proof jwt as a JSON Web Token.\n"
                   "\n"
                   "An e-mail address is hashed with a random salt, exactly as it is written. A\n"
                   "token also needs an id of the person; --subject-id urn:uuid makes a random one.\n"
                   "\n"
                   "With --status, the badge gets a place in a list of its issuer's, so that it can be\n"
                   "taken back later; see \"blazon status\".\n"
                   "\n"
                   "With --bake, the result is a picture that carries the badge; IMAGE itself is left\n"
                   "as it is.\n"
                   "\n"
                   "With --ob 2.0, issues a badge of Open Badges 2.0: hosted, with --hosted, or a token\n"
                   "signed with an RSA key.\n"
                   "\n"
                   "With results, the passing rule of the rubric is applied: a credential that is\n"
                   "not earned is not issued.",
    .examples =
        "blazon issue data-practices.yaml --to did:web:jane.example.edu --key issuer.pem -o badge.json\n"
        "blazon issue data-practices.yaml --to mailto:jane@example.edu --key issuer.pem \\\n"
        "    -r question=proficient -r analysis=proficient -r argument=proficient \\\n"
        "    -r growth=basic -o badge.json\n"
        "blazon issue data-practices.yaml --to did:web:jane.example.edu --key issuer.pem \\\n"
        "    --proof jwt -o badge.jwt\n"
        "blazon issue data-practices.yaml --to mailto:jane@example.edu --key issuer.pem \\\n"
        "    --bake images/data-practices.svg -o badge.svg\n"
        "blazon issue --ob 2.0 data-practices.yaml --to mailto:jane@example.edu \\\n"
        "    --hosted https://badges.example.edu/awards/17.json -o 17.json\n",
    .run = run,
};
