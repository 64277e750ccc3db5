#include <string.h>

#include "completion.h"
#include "opt.h"

/* Text inside single quotes inside an _arguments specification: up to the end of the first sentence. */
static void put_quoted(FILE *out, const char *text)
{
    for (const char *p = text; *p && !(p[0] == '.' && (!p[1] || p[1] == ' ')); p++) {
        if (*p == '\'')
            fputs("'\\''", out);
        else if (strchr("[]:\\", *p))
            fprintf(out, "\\%c", *p);
        else
            fputc(*p, out);
    }
}

/* "lint" or "key new" as part of a function's name. */
static void put_function(FILE *out, const char *name)
{
    fputs("_blazon_", out);
    for (; *name; name++)
        fputc(*name == ' ' ? '_' : *name, out);
}

static void put_value(FILE *out, const struct cmd_option *option)
{
    fprintf(out, ":%s:", option->value);
    if (cmd_option_kind(option) == CMD_VALUE_FILE) fputs("_files", out);
    if (cmd_option_kind(option) != CMD_VALUE_CHOICE) return;
    fputc('(', out);
    cmd_put_list(out, option->choices, " ");
    fputc(')', out);
}

static void put_option(FILE *out, const struct cmd_option *option)
{
    const char *equals = option->value ? "=" : "";
    fputs(" \\\n        ", out);
    if (option->repeatable)
        fputs("'*'", out);
    else if (option->letter)
        fprintf(out, "'(-%c --%s)'", option->letter, option->name);
    if (option->letter)
        fprintf(out, "{-%c%s,--%s%s}'[", option->letter, option->value ? "+" : "", option->name, equals);
    else
        fprintf(out, "'--%s%s[", option->name, equals);
    put_quoted(out, option->help);
    fputc(']', out);
    if (option->value) put_value(out, option);
    fputc('\'', out);
}

static void put_leaf(FILE *out, const struct cmd_command *command)
{
    struct cmd_option option;
    put_function(out, command->name);
    fputs("() {\n    _arguments -s -S", out);
    for (size_t i = 0; cmd_option_at(command, i, &option); i++)
        put_option(out, &option);
    if (command->operand_choices) {
        fprintf(out, " \\\n        ':%s:(", command->operands);
        cmd_put_list(out, command->operand_choices, " ");
        fputs(")'", out);
    } else if (command->operands) {
        fputs(" \\\n        '*:file:_files'", out);
    }
    fputs("\n}\n\n", out);
}

/* The function behind "blazon" or behind a family: describes the next word or hands on to its function. */
static void put_table(FILE *out, const char *name, const struct cmd_command *const *table)
{
    fprintf(out, "%s() {\n    local -a commands=(\n", name);
    for (size_t i = 0; table[i]; i++) {
        fprintf(out, "        '%s:", cmd_last_word(table[i]));
        put_quoted(out, table[i]->summary);
        fputs("'\n", out);
    }
    fprintf(out,
            "    )\n"
            "    if (( CURRENT == 2 )); then\n"
            "        _describe command commands\n"
            "        return\n"
            "    fi\n"
            "    local next=%s_$words[2]\n"
            "    (( $+functions[$next] )) || return 1\n"
            "    shift words\n"
            "    (( CURRENT-- ))\n"
            "    $next\n"
            "}\n\n",
            name);
}

void cmd_complete_zsh(FILE *out)
{
    fputs("#compdef blazon\n# zsh completion for blazon, written by \"blazon completion zsh\".\n\n", out);
    cmd_each_leaf(out, put_leaf);
    for (size_t i = 0; cmd_commands[i]; i++) {
        char name[64];
        if (!cmd_commands[i]->subcommands) continue;
        snprintf(name, sizeof name, "_blazon_%s", cmd_commands[i]->name);
        put_table(out, name, cmd_commands[i]->subcommands);
    }
    put_table(out, "_blazon", cmd_commands);
    fputs("if [ \"$funcstack[1]\" = _blazon ]; then\n    _blazon \"$@\"\nelse\n    compdef _blazon "
          "blazon\nfi\n",
          out);
}
