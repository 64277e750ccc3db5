#include "opt.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include <blazon/text.h>

static const char *const color_choices[] = {"auto", "always", "never", NULL};

static const struct {
    unsigned bit;
    struct cmd_option option;
} common[] = {
    {CMD_OUTPUT,
     {.letter = 'o',
      .name = "output",
      .value = "FILE",
      .help = "Write to FILE, a whole file or none; - is standard output."}},
    {CMD_FORMAT, {.name = "format", .value = "FORMAT", .help = "How the result is written."}},
    {CMD_MAP,
     {.name = "map",
      .value = "URL=PATH",
      .repeatable = true,
      .help = "Use the file PATH in place of the document at URL; when URL ends in /, the folder PATH for "
              "all below it."}},
    {CMD_MAP,
     {.name = "online", .help = "Ask the network, by https, for documents that are needed and not at hand."}},
    {CMD_MAP,
     {.name = "offline",
      .help = "Take such documents from the copies that --online kept, whatever their age."}},
    {CMD_MAP,
     {.name = "cache",
      .value = "DIR",
      .help = "Where those copies are, in place of ~/.cache/blazon; none: keep no copies."}},
    {CMD_MAP,
     {.name = "allow-host",
      .value = "HOST",
      .repeatable = true,
      .help =
          "HOST or HOST:PORT may be a server of this computer or of a private network; also for copies."}},
    {CMD_MAP, {.name = "insecure-http", .help = "Ask http addresses, too; also for copies."}},
    {CMD_MAP,
     {.name = "ca-file",
      .value = "FILE",
      .help = "Trust the certificate authorities in FILE (PEM) in place of the system's; also for copies."}},
    {CMD_NOW,
     {.name = "now", .value = "TIME", .help = "Take TIME, such as 2026-01-31T12:00:00Z, for the present."}},
    {CMD_COLOR,
     {.name = "color",
      .value = "WHEN",
      .choices = color_choices,
      .help = "Whether to colour the result; auto: on a terminal."}},
    {CMD_QUIET, {.letter = 'q', .name = "quiet", .help = "Say only what matters for the result."}},
    {CMD_VERBOSE, {.letter = 'v', .name = "verbose", .help = "Say more."}},
    {~0u, {.letter = 'h', .name = "help", .help = "Show this help."}},
    {~0u, {.name = "version", .help = "Show the version."}},
};

static bool common_at(const struct cmd_command *command, size_t index, struct cmd_option *out)
{
    for (size_t i = 0; i < sizeof common / sizeof *common; i++) {
        if (common[i].bit != ~0u && !(command->common & common[i].bit)) continue;
        if (index-- != 0) continue;
        *out = common[i].option;
        if (common[i].bit == CMD_FORMAT) out->choices = command->formats;
        return true;
    }
    return false;
}

bool cmd_option_at(const struct cmd_command *command, size_t index, struct cmd_option *out)
{
    size_t own = 0;
    while (command->options && command->options[own].name)
        own++;
    if (index >= own) return common_at(command, index - own, out);
    *out = command->options[index];
    return true;
}

static bool find_long(const struct cmd_command *command, const char *name, size_t length,
                      struct cmd_option *out)
{
    for (size_t i = 0; cmd_option_at(command, i, out); i++)
        if (strlen(out->name) == length && memcmp(out->name, name, length) == 0) return true;
    return false;
}

static bool find_letter(const struct cmd_command *command, char letter, struct cmd_option *out)
{
    for (size_t i = 0; cmd_option_at(command, i, out); i++)
        if (out->letter == letter) return true;
    return false;
}

enum { MANY_NAMES = 64 };

static int unknown_long(const struct cmd_env *env, const char *name, size_t length)
{
    const char *names[MANY_NAMES];
    struct cmd_option option;
    size_t count = 0;
    char word[64];
    while (count < MANY_NAMES && cmd_option_at(env->command, count, &option))
        names[count++] = option.name;
    snprintf(word, sizeof word, "%.*s", (int)length, name);
    const char *near = blz_suggest(word, names, count);
    if (near)
        return cmd_usage(env, "unknown option \"--%.*s\"; did you mean \"--%s\"?", (int)length, name, near);
    return cmd_usage(env, "unknown option \"--%.*s\"", (int)length, name);
}

void cmd_choice_list(char *out, size_t size, const char *const *choices)
{
    size_t used = 0;
    for (size_t i = 0; choices[i] && used < size; i++) {
        const char *before = i == 0 ? "" : choices[i + 1] ? ", " : " or ";
        used += (size_t)snprintf(out + used, size - used, "%s%s", before, choices[i]);
    }
}

int cmd_check_choice(const struct cmd_env *env, const char *what, const char *const *choices,
                     const char *value)
{
    char list[512] = "";
    for (size_t i = 0; choices[i]; i++)
        if (strcmp(choices[i], value) == 0) return CMD_OK;
    cmd_choice_list(list, sizeof list, choices);
    return cmd_usage(env, "%s cannot be \"%s\"; use %s", what, value, list);
}

/* A value that is no choice, with a reason of its own where there is one. */
static int check_choice(const struct cmd_env *env, const struct cmd_option *option, const char *value)
{
    char what[64];
    snprintf(what, sizeof what, "--%s", option->name);
    for (const char *const *other = option->others; other && *other; other += 2)
        if (strcmp(other[0], value) == 0)
            return cmd_usage(env, "%s cannot be \"%s\": %s", what, value, other[1]);
    return cmd_check_choice(env, what, option->choices, value);
}

/* Names of files may be any bytes; all other values become text of a badge or of a message. */
static bool is_text(const struct cmd_option *option, const char *value)
{
    static const char *const paths[] = {"FILE", "DIR", "IMAGE", "URL=PATH"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (strcmp(option->value, paths[i]) == 0) return true;
    return blz_utf8_valid(value, strlen(value));
}

static int add(struct cmd_env *env, const struct cmd_option *option, const char *value)
{
    if (value && !is_text(option, value))
        return cmd_usage(env, "the value of --%s is not UTF-8: \"%s\"", option->name, value);
    if (value && option->choices && check_choice(env, option, value) != CMD_OK) return CMD_USAGE;
    env->given[env->given_count++] = (struct cmd_given){option->name, value};
    return CMD_OK;
}

static int value_missing(const struct cmd_env *env, const struct cmd_option *option)
{
    char list[512];
    snprintf(list, sizeof list, "%s", option->value);
    if (option->choices) cmd_choice_list(list, sizeof list, option->choices);
    return cmd_usage(env, "option \"--%s\" needs a value: %s", option->name, list);
}

/* argv[*at] is "--name" or "--name=value". */
static int parse_long(struct cmd_env *env, int argc, char **argv, int *at)
{
    const char *name = argv[*at] + 2;
    const char *equals = strchr(name, '=');
    size_t length = equals ? (size_t)(equals - name) : strlen(name);
    struct cmd_option option;
    if (!find_long(env->command, name, length, &option)) return unknown_long(env, name, length);
    if (!option.value) {
        if (equals) return cmd_usage(env, "option \"--%s\" takes no value", option.name);
        return add(env, &option, NULL);
    }
    if (equals) return add(env, &option, equals + 1);
    if (*at + 1 >= argc) return value_missing(env, &option);
    return add(env, &option, argv[++*at]);
}

/* argv[*at] is "-o", "-oVALUE" or several switches as in "-qv". */
static int parse_short(struct cmd_env *env, int argc, char **argv, int *at)
{
    for (const char *p = argv[*at] + 1; *p; p++) {
        struct cmd_option option;
        if (!find_letter(env->command, *p, &option)) return cmd_usage(env, "unknown option \"-%c\"", *p);
        if (!option.value) {
            if (add(env, &option, NULL) != CMD_OK) return CMD_USAGE;
            continue;
        }
        if (p[1]) return add(env, &option, p + 1);
        if (*at + 1 >= argc) return value_missing(env, &option);
        return add(env, &option, argv[++*at]);
    }
    return CMD_OK;
}

size_t cmd_opt_room(int argc, char **argv)
{
    size_t room = 1;
    for (int i = 0; i < argc; i++)
        room += strlen(argv[i]);
    return room;
}

int cmd_opt_parse(struct cmd_env *env, int argc, char **argv, int *operand_count)
{
    bool only_operands = false;
    *operand_count = 0;
    for (int i = 0; i < argc; i++) {
        int failed = CMD_OK;
        if (only_operands || argv[i][0] != '-' || !argv[i][1])
            argv[(*operand_count)++] = argv[i];
        else if (strcmp(argv[i], "--") == 0)
            only_operands = true;
        else if (argv[i][1] == '-')
            failed = parse_long(env, argc, argv, &i);
        else
            failed = parse_short(env, argc, argv, &i);
        if (failed) return failed;
    }
    return CMD_OK;
}

static void assert_known(const struct cmd_env *env, const char *name)
{
    struct cmd_option option;
    bool known = find_long(env->command, name, strlen(name), &option);
    assert(known);
    (void)known;
}

const char *cmd_next(const struct cmd_env *env, const char *name, size_t *at)
{
    assert_known(env, name);
    while (*at < env->given_count) {
        const struct cmd_given *given = &env->given[(*at)++];
        if (strcmp(given->name, name) == 0) return given->value ? given->value : "";
    }
    return NULL;
}

const char *cmd_value(const struct cmd_env *env, const char *name)
{
    const char *last = NULL, *value;
    size_t at = 0;
    while ((value = cmd_next(env, name, &at)))
        last = value;
    return last;
}

bool cmd_has(const struct cmd_env *env, const char *name)
{
    return cmd_value(env, name) != NULL;
}

const char *cmd_last_word(const struct cmd_command *command)
{
    const char *space = strrchr(command->name, ' ');
    return space ? space + 1 : command->name;
}

const struct cmd_command *cmd_find(const struct cmd_command *const *table, const char *name)
{
    for (size_t i = 0; table[i]; i++)
        if (strcmp(cmd_last_word(table[i]), name) == 0) return table[i];
    return NULL;
}

int cmd_no_such_command(const struct cmd_command *parent, const struct cmd_command *const *table,
                        const char *name)
{
    struct cmd_env env = {.command = parent};
    const char *names[MANY_NAMES];
    size_t count = 0;
    for (; count < MANY_NAMES && table[count]; count++)
        names[count] = cmd_last_word(table[count]);
    const char *near = blz_suggest(name, names, count);
    if (near) return cmd_usage(&env, "unknown command \"%s\"; did you mean \"%s\"?", name, near);
    return cmd_usage(&env, "unknown command \"%s\"", name);
}
