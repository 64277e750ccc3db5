#include "help.h"

#include <string.h>

#include "opt.h"

static const char *const groups[CMD_GROUP_COUNT] = {
    [CMD_GROUP_WRITE] = "Write micro-credentials",
    [CMD_GROUP_BADGES] = "Issue and verify badges",
    [CMD_GROUP_KEYS] = "Keep keys",
    [CMD_GROUP_PLUMBING] = "Look under JSON-LD",
    [CMD_GROUP_HELP] = "Find out more",
};

enum { INDENT = 26, WIDTH = 80 };

void cmd_help_wrap(FILE *out, const char *text, int column, int indent)
{
    bool fresh = true;
    while (*text) {
        int length = (int)strcspn(text, " ");
        if (!fresh && column + 1 + length > WIDTH) {
            fprintf(out, "\n%*s", indent, "");
            column = indent;
        } else if (!fresh) {
            fputc(' ', out);
            column++;
        }
        fprintf(out, "%.*s", length, text);
        column += length;
        text += length;
        text += strspn(text, " ");
        fresh = false;
    }
    fputc('\n', out);
}

/* Prints a term and pads to INDENT; a long one gets a line of its own. */
static void put_term(FILE *out, const char *term)
{
    fprintf(out, "%-*s", INDENT, term);
    if (strlen(term) >= INDENT) fprintf(out, "\n%*s", INDENT, "");
}

/* Those of the group, CMD_GROUP_COUNT for all, in columns as wide as the longest name. */
static void put_commands(FILE *out, const struct cmd_command *const *commands, int group)
{
    int width = 12;
    for (size_t i = 0; commands[i]; i++)
        if ((int)strlen(commands[i]->name) > width) width = (int)strlen(commands[i]->name);
    for (size_t i = 0; commands[i]; i++)
        if (group == CMD_GROUP_COUNT || (int)commands[i]->group == group)
            fprintf(out, "  %-*s  %s\n", width, commands[i]->name, commands[i]->summary);
}

void cmd_help_program(FILE *out)
{
    fputs("Usage: blazon COMMAND [OPTION]... [FILE]...\n\n"
          "Turns text files into verifiable Open Badges, and verifies any badge it meets.\n",
          out);
    for (int group = 0; group < CMD_GROUP_COUNT; group++) {
        fprintf(out, "\n%s\n", groups[group]);
        put_commands(out, cmd_commands, group);
    }
    fputs("\nStart with \"blazon help COMMAND\". The manual is blazon(1).\n", out);
}

static void put_option(FILE *out, const struct cmd_option *option)
{
    char term[64], help[1024], choices[512] = "", letter[8] = "    ";
    if (option->letter) snprintf(letter, sizeof letter, "-%c, ", option->letter);
    snprintf(term, sizeof term, "  %s--%s%s%s", letter, option->name, option->value ? " " : "",
             option->value ? option->value : "");
    if (option->choices) cmd_choice_list(choices, sizeof choices, option->choices);
    snprintf(help, sizeof help, option->choices ? "%s One of %s." : "%s", option->help, choices);
    put_term(out, term);
    cmd_help_wrap(out, help, INDENT, INDENT);
}

static void put_usage(FILE *out, const struct cmd_command *command)
{
    fprintf(out, "Usage: blazon %s", command->name);
    if (command->subcommands)
        fputs(" COMMAND [OPTION]...", out);
    else
        fprintf(out, " [OPTION]...%s%s", command->operands ? " " : "",
                command->operands ? command->operands : "");
    const char *text = command->description ? command->description : command->summary;
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '\n')
        length--;
    fprintf(out, "\n\n%.*s\n", (int)length, text);
}

void cmd_help_command(FILE *out, const struct cmd_command *command)
{
    struct cmd_option option;
    put_usage(out, command);
    if (command->subcommands) fputs("\nCommands\n", out);
    if (command->subcommands) put_commands(out, command->subcommands, CMD_GROUP_COUNT);
    fputs("\nOptions\n", out);
    for (size_t i = 0; cmd_option_at(command, i, &option); i++)
        put_option(out, &option);
    if (command->examples) fputs("\nExamples\n", out);
    for (const char *line = command->examples; line && *line;) {
        int length = (int)strcspn(line, "\n");
        fprintf(out, "  %.*s\n", length, line);
        line += length;
        if (*line) line++;
    }
}
