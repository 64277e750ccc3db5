#include "completion.h"
#include "help.h"
#include "opt.h"

static void put_names(FILE *out, const struct cmd_command *const *table)
{
    for (size_t i = 0; table[i]; i++)
        fprintf(out, "%s ", cmd_last_word(table[i]));
}

static void put_families(FILE *out)
{
    for (size_t i = 0; cmd_commands[i]; i++) {
        if (!cmd_commands[i]->subcommands) continue;
        fprintf(out, "    %s)\n        if [ \"$COMP_CWORD\" -eq 2 ]; then\n            _blazon_words \"",
                cmd_commands[i]->name);
        put_names(out, cmd_commands[i]->subcommands);
        fputs("--help\"\n            return\n        fi\n        command=\"$command ${COMP_WORDS[2]}\"\n     "
              "   ;;\n",
              out);
    }
}

/* What may follow an option that takes a value. */
static void put_values(FILE *out, const struct cmd_command *command)
{
    struct cmd_option option;
    for (size_t i = 0; cmd_option_at(command, i, &option); i++) {
        if (!option.value) continue;
        fprintf(out, "    \"%s:--%s\"", command->name, option.name);
        if (option.letter) fprintf(out, " | \"%s:-%c\"", command->name, option.letter);
        fputs(")\n", out);
        if (cmd_option_kind(&option) == CMD_VALUE_CHOICE) {
            fputs("        _blazon_words \"", out);
            cmd_put_list(out, option.choices, " ");
            fputs("\"\n", out);
        } else if (cmd_option_kind(&option) == CMD_VALUE_FILE) {
            fputs("        compopt -o default\n", out);
        }
        fputs("        return\n        ;;\n", out);
    }
}

static void put_options(FILE *out, const struct cmd_command *command)
{
    struct cmd_option option;
    fprintf(out, "    \"%s\")\n        options=\"", command->name);
    for (size_t i = 0; cmd_option_at(command, i, &option); i++)
        fprintf(out, "%s--%s", i ? " " : "", option.name);
    fputs("\"\n", out);
    if (command->operand_choices) {
        fputs("        operands=\"", out);
        cmd_put_list(out, command->operand_choices, " ");
        fputs("\"\n", out);
    }
    fputs("        ;;\n", out);
}

void cmd_complete_bash(FILE *out)
{
    fputs("# shellcheck shell=bash\n"
          "# bash completion for blazon, written by \"blazon completion bash\".\n\n"
          "_blazon_words() {\n"
          "    mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$cur\")\n"
          "}\n\n"
          "_blazon() {\n"
          "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
          "    local command=${COMP_WORDS[1]} options=\"\" operands=\"\"\n"
          "    COMPREPLY=()\n"
          "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
          "        _blazon_words \"",
          out);
    put_names(out, cmd_commands);
    fputs("--help --version\"\n"
          "        return\n"
          "    fi\n"
          "    if [ \"$cur\" = \"=\" ]; then\n"
          "        cur=\"\"\n"
          "    elif [ \"$prev\" = \"=\" ]; then\n"
          "        prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
          "    fi\n"
          "    case $command in\n",
          out);
    put_families(out);
    fputs("    help)\n        operands=\"", out);
    put_names(out, cmd_commands);
    cmd_put_list(out, cmd_help_topics, " ");
    fputs("\"\n        ;;\n    esac\n    case $command:$prev in\n", out);
    cmd_each_leaf(out, put_values);
    fputs("    esac\n    case $command in\n", out);
    cmd_each_leaf(out, put_options);
    fputs("    esac\n"
          "    case $cur in\n"
          "    -*) _blazon_words \"$options\" ;;\n"
          "    *)\n"
          "        if [ -n \"$operands\" ]; then\n"
          "            _blazon_words \"$operands\"\n"
          "        else\n"
          "            compopt -o default\n"
          "        fi\n"
          "        ;;\n"
          "    esac\n"
          "}\n\n"
          "complete -F _blazon blazon\n",
          out);
}
