#include <stdlib.h>
#include <string.h>

#include <blazon/lint.h>

#include "command.h"

/* The lists of an option as the library takes them; they borrow from the command line. */
struct lists {
    const char **select, **ignore, **severity;
};

static size_t count_of(const struct cmd_env *env, const char *name)
{
    size_t n = 0, at = 0;
    while (cmd_next(env, name, &at))
        n++;
    return n;
}

static const char **collect(const struct cmd_env *env, const char *name, size_t *count)
{
    *count = count_of(env, name);
    const char **values = calloc(*count + 1, sizeof *values);
    size_t at = 0;
    for (size_t i = 0; values && i < *count; i++)
        values[i] = cmd_next(env, name, &at);
    return values;
}

static bool read_options(const struct cmd_env *env, blz_lint_options *options, struct lists *lists)
{
    lists->select = collect(env, "select", &options->select_count);
    lists->ignore = collect(env, "ignore", &options->ignore_count);
    lists->severity = collect(env, "severity", &options->severity_count);
    options->select = lists->select;
    options->ignore = lists->ignore;
    options->severity = lists->severity;
    options->allow_outside = cmd_has(env, "allow-outside");
    return lists->select && lists->ignore && lists->severity;
}

static void free_lists(struct lists *lists)
{
    free(lists->select);
    free(lists->ignore);
    free(lists->severity);
}

/* A runner of GitHub Actions sets GITHUB_ACTIONS; annotations are what its log can show best. */
static const char *format_of(const struct cmd_env *env)
{
    const char *actions = getenv("GITHUB_ACTIONS");
    bool on_github = actions && strcmp(actions, "true") == 0;
    return on_github && !cmd_has(env, "format") && !cmd_has(env, "output") ? "github" : env->format;
}

static blz_severity threshold(const struct cmd_env *env)
{
    const char *value = cmd_value(env, "fail-on");
    if (!value || strcmp(value, "warning") == 0) return BLZ_WARNING;
    return strcmp(value, "error") == 0 ? BLZ_ERROR : BLZ_NOTE;
}

static blz_status check_input(struct cmd_env *env, const blz_lint_options *options, blz_diags *diags,
                              blz_out_totals *totals)
{
    char *bytes = NULL;
    size_t length = 0;
    const char *name = cmd_value(env, "stdin-filename");
    if (cmd_read(env, "-", &bytes, &length) != CMD_OK) {
        totals->unreadable++;
        return BLZ_OK;
    }
    totals->files++;
    blz_status status =
        blz_lint_text(diags, env->ctx, name ? name : cmd_input_name("-"), bytes, length, options);
    blz_free(bytes);
    return status;
}

/* Takes "-" out of the operands and checks what is on standard input in its place. */
static blz_status check_all(struct cmd_env *env, int argc, char **argv, const blz_lint_options *options,
                            blz_diags *diags, blz_out_totals *totals)
{
    const char **paths = calloc((size_t)argc, sizeof *paths);
    size_t count = 0;
    blz_status status = paths ? BLZ_OK : BLZ_ERR_NOMEM;
    bool input = false;
    for (int i = 0; paths && i < argc; i++) {
        if (strcmp(argv[i], "-") == 0)
            input = true;
        else
            paths[count++] = argv[i];
    }
    if (status == BLZ_OK && input) status = check_input(env, options, diags, totals);
    if (status == BLZ_OK) status = blz_lint_paths(diags, totals, env->ctx, paths, count, options);
    free(paths);
    return status;
}

/* The findings go to standard output or --output, the line about them to standard error. */
static int show(struct cmd_env *env, const char *format, const blz_diags *diags, const blz_out_totals *totals)
{
    char *text = NULL, *summary = NULL;
    size_t length = 0;
    blz_out_options options = {.color = env->color, .width = (unsigned)env->width};
    blz_status status = blz_out_write(&text, &length, format, diags, &options);
    if (status == BLZ_OK && totals) status = blz_out_summary(&summary, diags, totals);
    int code =
        status == BLZ_OK ? cmd_write(env, text, length) : cmd_fail_status(env, status, "show the findings");
    if (code == CMD_OK && summary) cmd_note(env, "%s", summary);
    blz_free(text);
    blz_free(summary);
    return code;
}

static int lint(struct cmd_env *env, int argc, char **argv, const blz_lint_options *options, blz_diags *diags)
{
    blz_out_totals totals = {0};
    blz_status status = blz_lint_check_options(diags, options);
    if (status == BLZ_ERR_INVALID) {
        const blz_diag *first = blz_diags_at(diags, 0);
        return cmd_usage(env, "%s; %s", first->message, first->hint);
    }
    if (status == BLZ_OK) status = check_all(env, argc, argv, options, diags, &totals);
    if (status != BLZ_OK) return cmd_fail_status(env, status, "check the definitions");
    int code = show(env, format_of(env), diags, &totals);
    if (code != CMD_OK) return code;
    if (totals.unreadable) return CMD_USAGE;
    return blz_lint_failed(diags, threshold(env)) ? CMD_FINDINGS : CMD_OK;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    struct lists lists = {0};
    blz_lint_options options = {0};
    blz_diags *diags = NULL;
    blz_status status = read_options(env, &options, &lists) ? blz_diags_new(&diags) : BLZ_ERR_NOMEM;
    int code =
        status == BLZ_OK ? lint(env, argc, argv, &options, diags) : cmd_fail_status(env, status, "start");
    blz_diags_free(diags);
    free_lists(&lists);
    return code;
}

static const char *const formats[] = {"text", "json", "github", NULL};
static const char *const severities[] = {"error", "warning", "note", NULL};

static const struct cmd_option options[] = {
    {.name = "select",
     .value = "RULE",
     .repeatable = true,
     .help = "Check only this rule, by code (BLZ503) or name, or this family (BLZ5)."},
    {.name = "ignore", .value = "RULE", .repeatable = true, .help = "Leave out this rule or family."},
    {.name = "severity",
     .value = "RULE=LEVEL",
     .repeatable = true,
     .help = "Take a rule or family as error, warning or note, or turn it off."},
    {.name = "fail-on",
     .value = "LEVEL",
     .choices = severities,
     .help = "End with 1 from this severity on: error, warning (if not given) or note."},
    {.name = "stdin-filename",
     .value = "NAME",
     .help = "What messages call standard input, and where its includes are looked for."},
    {.name = "allow-outside", .help = "Let definitions include files outside their project folder."},
    {0},
};

const struct cmd_command cmd_lint = {
    .name = "lint",
    .group = CMD_GROUP_WRITE,
    .summary = "check definitions",
    .operands = "PATH...",
    .least = 1,
    .most = CMD_MANY,
    .common = CMD_OUTPUT | CMD_FORMAT | CMD_COLOR | CMD_QUIET,
    .formats = formats,
    .options = options,
    .description = "Checks definitions: whether they can be read, whether everything that must be\n"
                   "there is there, and what would make a micro-credential stronger. Each finding\n"
                   "names its place, why it matters and what to do; \"blazon explain\" says more.\n\n"
                   "PATH is a file, a pattern, or a folder: then every .yaml, .yml and .json file in\n"
                   "it whose first key is \"blazon\" is checked. - is standard input.\n\n"
                   "In GitHub Actions (GITHUB_ACTIONS=true) the format is github unless --format or\n"
                   "--output is given.",
    .examples = "blazon lint data-practices.yaml\n"
                "blazon lint credentials/ --ignore no-tags\n"
                "blazon lint . --format json -o findings.json\n"
                "blazon lint - --stdin-filename rubric.yaml < draft.yaml\n",
    .run = run,
};
