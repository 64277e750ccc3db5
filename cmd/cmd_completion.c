#include <string.h>

#include "command.h"
#include "completion.h"

enum cmd_value_kind cmd_option_kind(const struct cmd_option *option)
{
    static const char *const files[] = {"FILE", "PATH", "FOLDER", "URL=PATH"};
    if (option->choices) return CMD_VALUE_CHOICE;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (strcmp(option->value, files[i]) == 0) return CMD_VALUE_FILE;
    return CMD_VALUE_OTHER;
}

void cmd_each_leaf(FILE *out, void (*each)(FILE *out, const struct cmd_command *command))
{
    for (size_t i = 0; cmd_commands[i]; i++) {
        if (!cmd_commands[i]->subcommands) each(out, cmd_commands[i]);
        for (size_t k = 0; cmd_commands[i]->subcommands && cmd_commands[i]->subcommands[k]; k++)
            each(out, cmd_commands[i]->subcommands[k]);
    }
}

void cmd_put_list(FILE *out, const char *const *words, const char *between)
{
    for (size_t i = 0; words[i]; i++)
        fprintf(out, "%s%s", i ? between : "", words[i]);
}

static int run(struct cmd_env *env, int argc, char **argv)
{
    (void)env;
    (void)argc;
    if (strcmp(argv[0], "bash") == 0)
        cmd_complete_bash(stdout);
    else if (strcmp(argv[0], "zsh") == 0)
        cmd_complete_zsh(stdout);
    else
        cmd_complete_fish(stdout);
    return CMD_OK;
}

static const char *const shells[] = {"bash", "zsh", "fish", NULL};

const struct cmd_command cmd_completion = {
    .name = "completion",
    .group = CMD_GROUP_HELP,
    .summary = "write a completion script for your shell",
    .operands = "SHELL",
    .operand_choices = shells,
    .least = 1,
    .most = 1,
    .description = "Writes the script that lets a shell complete the commands and options of this\n"
                   "blazon. SHELL is bash, zsh or fish. An installed blazon has them in place already.",
    .examples = "blazon completion bash > ~/.local/share/bash-completion/completions/blazon\n"
                "blazon completion zsh > ~/.zfunc/_blazon\n"
                "blazon completion fish > ~/.config/fish/completions/blazon.fish\n",
    .run = run,
};
