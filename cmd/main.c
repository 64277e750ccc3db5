#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <blazon/version.h>

#include "documents.h"
#include "help.h"
#include "io.h"
#include "opt.h"
#include "term.h"

/* --now, else SOURCE_DATE_EPOCH: the time that every reproducible build agrees on. */
static int set_clock(struct cmd_env *env)
{
    const char *now = cmd_value(env, "now");
    int64_t at = 0;
    if (now && blz_time_read(&at, now) != BLZ_OK)
        return cmd_usage(env, "--now is \"%s\", which is no time such as 2026-01-31T12:00:00Z", now);
    if (now) {
        blz_ctx_set_now(env->ctx, at);
        return CMD_OK;
    }
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (!epoch || !*epoch) return CMD_OK;
    char *end = NULL;
    errno = 0;
    long long seconds = strtoll(epoch, &end, 10);
    if (errno || *end || seconds < 0)
        return cmd_fail(env, "SOURCE_DATE_EPOCH is \"%s\", which is no number of seconds", epoch);
    blz_ctx_set_now(env->ctx, seconds);
    return CMD_OK;
}

/* No core dump, and no other process of the user that looks in, for as long as there are keys in memory. */
static void keep_secrets(bool keep)
{
    if (keep) setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    prctl(PR_SET_DUMPABLE, !keep);
}

static int set_common(struct cmd_env *env)
{
    unsigned common = env->command->common;
    if (common & CMD_QUIET && cmd_has(env, "quiet")) env->verbosity = -1;
    if (common & CMD_VERBOSE && cmd_has(env, "verbose")) env->verbosity = 1;
    if (common & CMD_FORMAT)
        env->format = cmd_has(env, "format") ? cmd_value(env, "format") : env->command->formats[0];
    const char *output = common & CMD_OUTPUT ? cmd_value(env, "output") : NULL;
    bool to_file = output && strcmp(output, "-") != 0;
    if (common & CMD_COLOR) {
        const char *when = cmd_value(env, "color");
        env->color = cmd_term_color(to_file && !when ? "never" : when);
    }
    env->width = to_file ? 0 : cmd_term_width();
    if (common & CMD_SECRETS) keep_secrets(true);
    int failed = common & CMD_NOW ? set_clock(env) : CMD_OK;
    return failed || !(common & CMD_MAP) ? failed : cmd_set_documents(env);
}

static bool takes_no_file(const struct cmd_env *env, const char *name)
{
    struct cmd_option option;
    for (size_t i = 0; cmd_option_at(env->command, i, &option); i++)
        if (strcmp(option.name, name) == 0) return option.value && strcmp(option.value, "FILE") != 0;
    return false;
}

/* Who writes --map without its URL wonders why the file behind it does not count. */
static int say_missing(const struct cmd_env *env, int given)
{
    const char *operands = env->command->operands;
    for (; given > 0 && strchr(operands, ' '); given--)
        operands = strchr(operands, ' ') + 1;
    const struct cmd_given *last = env->given_count ? &env->given[env->given_count - 1] : NULL;
    if (last && last->value && takes_no_file(env, last->name) && access(last->value, F_OK) == 0)
        return cmd_usage(env, "%s is missing; \"%s\" was taken for the value of --%s", operands, last->value,
                         last->name);
    return cmd_usage(env, "%s is missing", operands);
}

static int check_operands(const struct cmd_env *env, int argc, char **argv)
{
    if (argc < env->command->least) return say_missing(env, argc);
    if (argc > env->command->most)
        return cmd_usage(env, "\"%s\" is one operand too many", argv[env->command->most]);
    for (int i = 0; i < argc && env->command->operand_choices; i++)
        if (cmd_check_choice(env, env->command->operands, env->command->operand_choices, argv[i]))
            return CMD_USAGE;
    return CMD_OK;
}

/* Nobody wants a key or a definition replaced by what is made from it. */
static int check_output(const struct cmd_env *env, int argc, char **argv)
{
    const char *output = env->command->common & CMD_OUTPUT ? cmd_value(env, "output") : NULL;
    struct cmd_option option;
    struct stat info;
    if (!output || stat(output, &info) != 0 || !S_ISREG(info.st_mode)) return CMD_OK;
    bool same = cmd_is_mapped(env, &info);
    for (int i = 0; i < argc && !same; i++)
        same = cmd_is_same_file(argv[i], &info);
    for (size_t i = 0; !same && cmd_option_at(env->command, i, &option); i++) {
        bool names_input =
            option.value && strcmp(option.value, "FILE") == 0 && strcmp(option.name, "output") != 0;
        const char *path = names_input ? cmd_value(env, option.name) : NULL;
        same = path && cmd_is_same_file(path, &info);
    }
    return same ? cmd_usage(env, "\"%s\" is to be read, so that it cannot be --output too", output) : CMD_OK;
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    int operands = 0;
    int failed = cmd_opt_parse(env, argc, argv, &operands);
    if (failed) return failed;
    if (cmd_has(env, "help")) {
        cmd_help_command(stdout, env->command);
        return CMD_OK;
    }
    if (cmd_has(env, "version")) {
        puts("blazon " BLZ_VERSION);
        return CMD_OK;
    }
    failed = check_operands(env, operands, argv);
    if (!failed) failed = check_output(env, operands, argv);
    if (!failed) failed = set_common(env);
    return failed ? failed : env->command->run(env, operands, argv);
}

static int run_with_memory(struct cmd_env *env, int argc, char **argv)
{
    env->given = calloc(cmd_opt_room(argc, argv), sizeof *env->given);
    blz_status status = env->given ? blz_ctx_new(&env->ctx) : BLZ_ERR_NOMEM;
    if (status == BLZ_OK) status = blz_loader_new(&env->loader);
    int code = status == BLZ_OK ? run(env, argc, argv) : cmd_fail_status(env, status, "start");
    blz_ctx_free(env->ctx);
    blz_loader_free(env->loader);
    free(env->given);
    if (env->command->common & CMD_SECRETS) keep_secrets(false);
    return code;
}

/* "blazon key new": the command behind "key"; "blazon key --help" stays at "key". */
static int run_family(struct cmd_env *env, int argc, char **argv)
{
    const struct cmd_command *family = env->command;
    if (argc > 0 && (strcmp(argv[0], "--help") == 0 || strcmp(argv[0], "-h") == 0)) {
        cmd_help_command(stdout, family);
        return CMD_OK;
    }
    if (argc == 0 || argv[0][0] == '-') return cmd_usage(env, "say which command of \"%s\"", family->name);
    env->command = cmd_find(family->subcommands, argv[0]);
    if (!env->command) return cmd_no_such_command(family, family->subcommands, argv[0]);
    return run_with_memory(env, argc - 1, argv + 1);
}

static int dispatch(struct cmd_env *env, int argc, char **argv)
{
    if (argc < 2) {
        cmd_help_program(stderr);
        return CMD_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        cmd_help_program(stdout);
        return CMD_OK;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("blazon " BLZ_VERSION);
        return CMD_OK;
    }
    if (argv[1][0] == '-')
        return cmd_usage(env, "unknown option \"%s\"; options stand behind the command", argv[1]);
    env->command = cmd_find(cmd_commands, argv[1]);
    if (!env->command) return cmd_no_such_command(NULL, cmd_commands, argv[1]);
    if (env->command->subcommands) return run_family(env, argc - 2, argv + 2);
    return run_with_memory(env, argc - 2, argv + 2);
}

int main(int argc, char **argv)
{
    struct cmd_env env = {0};
    /* A reader that went away and a limit of the size of files are errors like a full disk: nothing
     * half-written stays. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    int code = dispatch(&env, argc, argv);
    return cmd_close_output(&env, code);
}
