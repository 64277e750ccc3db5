#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <blazon/verify.h>

#include "command.h"
#include "report.h"
#include "verify_batch.h"

static const char *const policies[] = {"spec", "1edtech", NULL};
static const char *const formats[] = {"text", "json", NULL};

static const struct cmd_option options[] = {
    {.name = "at",
     .value = "TIME",
     .help = "Verify as of TIME, such as 2026-01-31T12:00:00Z, instead of now."},
    {.name = "recipient",
     .value = "ID",
     .help = "Check that this is the badge of ID: an e-mail address, or the id of the subject."},
    {.name = "trust",
     .value = "FILE",
     .help = "Take from FILE, a definition of the kind trust, which keys speak for which issuers."},
    {.name = "policy",
     .value = "NAME",
     .choices = policies,
     .help = "The rules: the specifications, or what 1EdTech's public validator checks."},
    {.name = "batch",
     .value = "FILE",
     .help = "Verify the badges of FILE, one a line (NDJSON), and write one JSON report a line."},
    {.name = "jobs", .value = "N", .help = "How many badges of a batch to verify at a time."},
    {0},
};

/* The exit code of one verdict, and which of two is worse: a file that cannot be opened, then invalid, then
 * undecided. */
static int code_of(blz_verdict verdict)
{
    return verdict == BLZ_VALID ? CMD_OK : verdict == BLZ_UNDECIDED ? CMD_UNDECIDED : CMD_FINDINGS;
}

static int worse(int a, int b)
{
    static const int order[] = {[CMD_OK] = 0, [CMD_UNDECIDED] = 1, [CMD_FINDINGS] = 2, [CMD_USAGE] = 3};
    return order[a] >= order[b] ? a : b;
}

static int read_options(struct cmd_env *env, blz_verify_options *out, int64_t *at)
{
    const char *time = cmd_value(env, "at"), *policy = cmd_value(env, "policy");
    if (time && blz_time_read(at, time) != BLZ_OK)
        return cmd_usage(env, "--at is \"%s\", which is no time such as 2026-01-31T12:00:00Z", time);
    out->at = time ? at : NULL;
    out->recipient = cmd_value(env, "recipient");
    if (out->recipient && !*out->recipient)
        return cmd_usage(env, "--recipient is empty; leave it out if nobody asks whose badge it is");
    out->policy = policy && strcmp(policy, "1edtech") == 0 ? BLZ_POLICY_1EDTECH : BLZ_POLICY_SPEC;
    return CMD_OK;
}

static blz_status write_report(struct cmd_env *env, char **text, const blz_report *report)
{
    if (strcmp(env->format, "json") == 0) return blz_report_json(text, report);
    return blz_report_text(text, report,
                           &(blz_report_style){.verbose = env->verbosity > 0, .color = env->color});
}

static int verify_one(struct cmd_env *env, const char *path, const blz_verify_options *how, FILE *out)
{
    char *bytes = NULL, *text = NULL;
    size_t length = 0;
    blz_report *report = NULL;
    int code = cmd_read_badge(env, path, &bytes, &length);
    if (code != CMD_OK) return code;
    blz_status status = blz_verify(&report, env->ctx, cmd_input_name(path), bytes, length, how);
    if (status == BLZ_OK) status = write_report(env, &text, report);
    if (status != BLZ_OK)
        code = cmd_fail_status(env, status, "verify \"%s\"", cmd_input_name(path));
    else
        code = code_of(blz_report_verdict(report));
    bool shown = status == BLZ_OK && (env->verbosity >= 0 || code != CMD_OK);
    /* A stream in memory that cannot grow says so here and nowhere else. */
    if (shown && fputs(text, out) == EOF) code = cmd_fail_status(env, BLZ_ERR_NOMEM, "write the report");
    blz_free(text);
    blz_report_free(report);
    blz_free(bytes);
    return code;
}

static int verify_each(struct cmd_env *env, int argc, char **argv, const blz_verify_options *how)
{
    char *reports = NULL;
    size_t length = 0;
    int code = CMD_OK;
    FILE *out = open_memstream(&reports, &length);
    if (!out) return cmd_fail_status(env, BLZ_ERR_NOMEM, "verify");
    for (int i = 0; i < argc; i++)
        code = worse(code, verify_one(env, argv[i], how, out));
    bool lost = ferror(out);
    lost = fclose(out) != 0 || lost || !reports;
    if (lost)
        code = cmd_fail_status(env, BLZ_ERR_NOMEM, "verify");
    else
        code = worse(code, cmd_write(env, reports, length));
    free(reports);
    return code;
}

static int read_trust(struct cmd_env *env, blz_trust **out)
{
    const char *path = cmd_value(env, "trust");
    blz_definition *definition = NULL;
    blz_diags *diags = NULL;
    if (!path) return CMD_OK;
    if (strcmp(path, "-") == 0) return cmd_usage(env, "--trust cannot be standard input");
    int code = cmd_read_definition_of(env, path, BLZ_DEFINITION_TRUST, true, &definition);
    if (code != CMD_OK) return CMD_USAGE;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK) status = blz_trust_new(out, env->ctx, definition, diags);
    if (status != BLZ_OK) cmd_report(env, status, diags, "read the trust file");
    blz_diags_free(diags);
    blz_definition_free(definition);
    return status == BLZ_OK ? CMD_OK : CMD_USAGE;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    blz_verify_options how = {0};
    blz_trust *trust = NULL;
    int64_t at = 0;
    bool batch = cmd_has(env, "batch");
    if (batch && argc > 0)
        return cmd_usage(env, "\"%s\" is one operand too many: --batch takes its badges from one file",
                         argv[0]);
    if (!batch && argc == 0) return cmd_usage(env, "%s is missing", env->command->operands);
    if (!batch && cmd_has(env, "jobs")) return cmd_usage(env, "--jobs goes with --batch");
    int code = read_options(env, &how, &at);
    if (code == CMD_OK) code = read_trust(env, &trust);
    how.trust = trust;
    if (code == CMD_OK) code = batch ? cmd_verify_batch(env, &how) : verify_each(env, argc, argv, &how);
    blz_trust_free(trust);
    return code;
}

const struct cmd_command cmd_verify = {
    .name = "verify",
    .group = CMD_GROUP_BADGES,
    .summary = "check whether a badge is what it says it is",
    .operands = "INPUT...",
    .least = 0, /* --batch stands for them */
    .most = CMD_MANY,
    .common = CMD_OUTPUT | CMD_FORMAT | CMD_COLOR | CMD_QUIET | CMD_VERBOSE | CMD_NOW | CMD_MAP,
    .formats = formats,
    .options = options,
    .description = "Checks badges of Open Badges 3.0, 2.0, 1.1, 1.0 and 0.5, endorsements, learner\n"
                   "records (CLR 2.0) and status lists: the signature or what is hosted, whose it\n"
                   "is, dates, recipient, results, whether it was taken back, and every rule of\n"
                   "the format. INPUT is JSON, a token (JWT), a PNG or SVG image with a badge in\n"
                   "it, the web address of an older badge in a file, or \"-\" for standard input.\n"
                   "Documents that it needs are given with --map, or asked for with --online;\n"
                   "without that it opens no connection. Ends with 0 if every badge is valid, 1 if\n"
                   "one is not, 3 if one could not be decided.\n"
                   "\n"
                   "With --batch, FILE (or \"-\") has one badge a line, JSON or a JWT as a JSON string,\n"
                   "and each has its report in the same order, whatever the number of --jobs.",
    .examples = "blazon verify badge.jwt\n"
                "blazon verify --recipient jane@example.edu badge.jwt\n"
                "blazon verify --map https://badges.example.edu/=site/ --format json *.jwt\n"
                "blazon verify --online badge.png\n"
                "blazon verify --batch badges.ndjson --jobs 2 --output reports.ndjson\n",
    .run = run,
};
