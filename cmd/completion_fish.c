#include <string.h>

#include "completion.h"
#include "opt.h"

/* Text in single quotes: up to the end of the first sentence. */
static void put_quoted(FILE *out, const char *text)
{
    fputc('\'', out);
    for (const char *p = text; *p && !(p[0] == '.' && (!p[1] || p[1] == ' ')); p++)
        fprintf(out, "%s%c", *p == '\'' || *p == '\\' ? "\\" : "", *p);
    fputc('\'', out);
}

/* The condition "this command was typed", with the words of its name in order. */
static void put_condition(FILE *out, const char *name)
{
    fputs("complete -c blazon -n '", out);
    for (const char *word = name; *word;) {
        int length = (int)strcspn(word, " ");
        fprintf(out, "%s__fish_seen_subcommand_from %.*s", word == name ? "" : "; and ", length, word);
        word += length;
        word += strspn(word, " ");
    }
    fputc('\'', out);
}

static void put_choices(FILE *out, const char *const *choices)
{
    fputs(" -a '", out);
    cmd_put_list(out, choices, " ");
    fputc('\'', out);
}

static void put_option(FILE *out, const struct cmd_command *command, const struct cmd_option *option)
{
    put_condition(out, command->name);
    fprintf(out, " -l %s", option->name);
    if (option->letter) fprintf(out, " -s %c", option->letter);
    if (option->value) fputs(cmd_option_kind(option) == CMD_VALUE_FILE ? " -r -F" : " -x", out);
    if (option->value && option->choices) put_choices(out, option->choices);
    fputs(" -d ", out);
    put_quoted(out, option->help);
    fputc('\n', out);
}

static void put_leaf(FILE *out, const struct cmd_command *command)
{
    struct cmd_option option;
    for (size_t i = 0; cmd_option_at(command, i, &option); i++)
        put_option(out, command, &option);
    if (!command->operand_choices && command->operands) return;
    put_condition(out, command->name);
    fputs(" -f", out);
    if (command->operand_choices) put_choices(out, command->operand_choices);
    fputc('\n', out);
}

static void put_subcommands(FILE *out, const struct cmd_command *family)
{
    for (size_t i = 0; family->subcommands[i]; i++) {
        put_condition(out, family->name);
        fprintf(out, " -f -a %s -d ", cmd_last_word(family->subcommands[i]));
        put_quoted(out, family->subcommands[i]->summary);
        fputc('\n', out);
    }
}

void cmd_complete_fish(FILE *out)
{
    fputs("# fish completion for blazon, written by \"blazon completion fish\".\n", out);
    for (size_t i = 0; cmd_commands[i]; i++) {
        fprintf(out, "complete -c blazon -n __fish_use_subcommand -f -a %s -d ", cmd_commands[i]->name);
        put_quoted(out, cmd_commands[i]->summary);
        fputc('\n', out);
    }
    for (size_t i = 0; cmd_commands[i]; i++)
        if (cmd_commands[i]->subcommands) put_subcommands(out, cmd_commands[i]);
    cmd_each_leaf(out, put_leaf);
}
