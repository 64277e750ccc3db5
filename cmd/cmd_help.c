#include <stdio.h>
#include <string.h>

#include <blazon/text.h>

#include "command.h"
#include "help.h"
#include "opt.h"
#include "parity.h"

static const char environment[] =
    "What blazon reads from the environment\n\n"
    "  NO_COLOR            set: no colour unless --color=always\n"
    "  CLICOLOR_FORCE      set and not 0: colour also where there is no terminal\n"
    "  TERM                dumb or not set: no colour\n"
    "  BLAZON_PASSPHRASE   the passphrase of a private key, if no option tells where it is\n"
    "  GITHUB_ACTIONS      true: lint writes annotations unless --format or --output is given\n"
    "  SOURCE_DATE_EPOCH   seconds since 1970: the present of every command that has --now and\n"
    "                      is not given it; makes what is written reproducible\n";

static const char exit_codes[] =
    "How blazon ends\n\n"
    "  0   fine\n"
    "  1   findings, or the badge is not valid\n"
    "  2   wrong usage, or a file that cannot be opened or written\n"
    "  3   could not be decided: a document was not reachable, a proof of an unknown kind\n\n"
    "A file that opens but cannot be parsed is a finding, or a badge that is not valid: 1.\n";

static const char formats[] =
    "What blazon writes\n\n"
    "Results go to standard output or to --output, everything else to standard error.\n\n"
    "  text     for people; its wording may change with any version\n"
    "  json     for programs; names and meanings stay, new members may be added\n"
    "  github   annotations for a workflow of GitHub Actions\n\n"
    "The JSON of \"lint\" and of \"verify\" carries the number of its own version.\n";

const char *const cmd_help_topics[] = {"environment", "exit-codes", "formats", "parity", NULL};
/* NULL: what is not a fixed text, the parity table. */
static const char *const texts[] = {environment, exit_codes, formats, NULL};

static const struct {
    const char *name, *section, *page;
} pages[] = {{"definition", "5", "blazon-definition"},
             {"network", "7", "blazon-network"},
             {"contexts", "7", "blazon-contexts"},
             {"library", "3", "libblazon"}};

static int show_topic(struct cmd_env *env, const char *name)
{
    for (size_t i = 0; cmd_help_topics[i]; i++) {
        if (strcmp(cmd_help_topics[i], name) != 0) continue;
        if (texts[i])
            fputs(texts[i], stdout);
        else
            cmd_parity_print(stdout);
        return CMD_OK;
    }
    const char *near = blz_suggest(name, cmd_help_topics, sizeof texts / sizeof *texts);
    if (near) return cmd_usage(env, "unknown topic \"%s\"; did you mean \"%s\"?", name, near);
    const struct cmd_command *const *known = cmd_commands;
    while (*known && !blz_suggest(name, (const char *const[]){(*known)->name}, 1))
        known++;
    if (*known) return cmd_no_such_command(env->command, cmd_commands, name);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (strcmp(name, pages[i].name) == 0)
            return cmd_usage(env, "there is no topic \"%s\", but a manual page: man %s %s", name,
                             pages[i].section, pages[i].page);
    return cmd_usage(
        env,
        "there is no command and no topic \"%s\"; the topics are environment, exit-codes, formats and parity",
        name);
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    if (argc == 0) {
        cmd_help_program(stdout);
        return CMD_OK;
    }
    const struct cmd_command *command = cmd_find(cmd_commands, argv[0]);
    if (!command) return show_topic(env, argv[0]);
    if (argc == 2) {
        const struct cmd_command *const *family = command->subcommands;
        if (!family) return cmd_usage(env, "\"%s\" has no subcommands", command->name);
        command = cmd_find(family, argv[1]);
        if (!command) return cmd_no_such_command(env->command, family, argv[1]);
    }
    cmd_help_command(stdout, command);
    return CMD_OK;
}

const struct cmd_command cmd_help = {
    .name = "help",
    .group = CMD_GROUP_HELP,
    .summary = "explain a command or a topic",
    .operands = "[COMMAND | TOPIC]",
    .most = 2,
    .description = "Shows what a command does, or explains a topic: environment,\n"
                   "exit-codes, formats, or parity: how verify compares with the\n"
                   "official validators.",
    .examples = "blazon help lint\n"
                "blazon help exit-codes\n",
    .run = run,
};
