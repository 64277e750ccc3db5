#ifndef BLAZON_CMD_COMMAND_H
#define BLAZON_CMD_COMMAND_H

/* How the program is put together. A command is one file with one `const struct cmd_command`, named in the
 * table of commands.c. Its option table is the only truth: parsing, --help, the completions and a gate on the
 * man page all read it. The program stands on public headers only.
 *
 *     static const struct cmd_option options[] = {
 *         {.letter = 'k', .name = "key", .value = "FILE", .help = "The private key to sign with."},
 *         {.name = "evidence", .value = "URL", .repeatable = true, .help = "Where the evidence is."},
 *         {0},
 *     };
 *     static int run(struct cmd_env *env, int argc, char **argv)
 *     {
 *         const char *key = cmd_value(env, "key");
 *         if (!key) return cmd_usage(env, "--key is missing");
 *         ...
 *         return cmd_write(env, text, length);
 *     }
 *     const struct cmd_command cmd_sign = {
 *         .name = "sign", .group = CMD_GROUP_BADGES, .summary = "add a proof to a credential",
 *         .operands = "FILE", .least = 1, .most = 1, .common = CMD_OUTPUT | CMD_NOW, .options = options, .run
 * = run,
 *     };
 */

#include <stdbool.h>
#include <stddef.h>

#include <blazon/context.h>
#include <blazon/export.h>
#include <blazon/file.h>
#include <blazon/loader.h>
#include <blazon/status.h>

/* The exit codes, all of them. */
enum cmd_exit {
    CMD_OK = 0,        /* fine */
    CMD_FINDINGS = 1,  /* findings, or the badge is not valid */
    CMD_USAGE = 2,     /* wrong usage, or a file that cannot be opened or written */
    CMD_UNDECIDED = 3, /* could not be decided */
};

/* One option. A table ends with {0}. */
struct cmd_option {
    char letter;                /* 'o' for -o; 0: none */
    const char *name;           /* "output" for --output */
    const char *value;          /* "FILE": takes a value; NULL: a switch */
    const char *help;           /* one or two sentences */
    const char *const *choices; /* the only values allowed, ending with NULL; NULL: any value */
    bool repeatable;            /* may be given more than once; of others the last one counts */
    const char *const *others;  /* pairs of a value that is no choice but might be tried, and why it is none
                                   and what to use; ends with NULL; NULL: there are none */
};

/* The options that mean the same in every command; a command names those that it honours. */
enum cmd_common {
    CMD_OUTPUT = 1 << 0,  /* -o FILE: see cmd_write() */
    CMD_FORMAT = 1 << 1,  /* --format: one of .formats, the first is the default: env->format */
    CMD_COLOR = 1 << 2,   /* --color, NO_COLOR, CLICOLOR_FORCE: env->color */
    CMD_QUIET = 1 << 3,   /* -q: env->verbosity -1 */
    CMD_VERBOSE = 1 << 4, /* -v: env->verbosity 1 */
    CMD_NOW = 1 << 5,     /* --now TIME, SOURCE_DATE_EPOCH: the clock of env->ctx */
    CMD_MAP = 1 << 6, /* --map, --online, ...: where the loader of env->ctx finds documents (documents.h) */
    CMD_SECRETS = 1 << 7, /* no option: the command holds private keys, so no core dumps */
};

enum cmd_group {
    CMD_GROUP_WRITE,
    CMD_GROUP_BADGES,
    CMD_GROUP_KEYS,
    CMD_GROUP_PLUMBING,
    CMD_GROUP_HELP,
    CMD_GROUP_COUNT
};

#define CMD_MANY 1000000 /* .most of a command that takes any number of operands */

struct cmd_env;

struct cmd_command {
    const char *name; /* "lint"; of a subcommand "key new" */
    enum cmd_group group;
    const char *summary;                          /* "check definitions": no capital, no full stop */
    const char *operands;                         /* "PATH...", as shown; NULL: none */
    const char *const *operand_choices;           /* the only operands allowed; NULL: any; ends with NULL */
    int least, most;                              /* how many operands */
    unsigned common;                              /* CMD_OUTPUT | ... */
    const char *const *formats;                   /* for CMD_FORMAT; ends with NULL */
    const struct cmd_option *options;             /* ends with {0}; NULL: none of its own */
    const char *description;                      /* paragraphs for --help; lines of at most 78 characters */
    const char *examples;                         /* lines for --help, each starting with "blazon " */
    const struct cmd_command *const *subcommands; /* ends with NULL; then there is no run */
    int (*run)(struct cmd_env *env, int argc, char **argv); /* the operands; returns enum cmd_exit */
};

/* Every command, in the order of `blazon --help`; ends with NULL (commands.c). */
extern const struct cmd_command *const cmd_commands[];

/* What a command gets to work with. */
struct cmd_env {
    const struct cmd_command *command;
    blz_ctx *ctx;
    blz_loader *loader;      /* what --map and --online fill */
    const char *format;      /* one of the command's formats */
    bool color;              /* colour what goes to standard output */
    int width;               /* columns of the terminal behind standard output; 0: none, do not wrap */
    int verbosity;           /* -1 quiet, 0, 1 verbose */
    bool output_lost;        /* that standard output cannot be written was said */
    struct cmd_given *given; /* the options of the command line, for the functions below */
    size_t given_count;
};

/* The value of an option, the last one given; NULL if it was not given. `name` must be in the table. */
const char *cmd_value(const struct cmd_env *env, const char *name);
/* Whether an option or a switch was given. */
bool cmd_has(const struct cmd_env *env, const char *name);
/* The values of a repeatable option in order: `size_t at = 0; while ((value = cmd_next(env, "map", &at)))`.
 */
const char *cmd_next(const struct cmd_env *env, const char *name, size_t *at);

/* Messages on standard error, each "blazon COMMAND: ..." with control characters made visible. The names of
 * things in double quotes, no full stop. */

/* Wrong usage: the message and a pointer to --help. Returns CMD_USAGE. */
int cmd_usage(const struct cmd_env *env, const char *format, ...) BLZ_PRINTF(2, 3);
/* Something else that stops the command. Returns CMD_USAGE. */
int cmd_fail(const struct cmd_env *env, const char *format, ...) BLZ_PRINTF(2, 3);
/* The same for a call that did not work: `cannot DOING: why`, with errno where the system refused. Returns
 * CMD_USAGE.
 */
int cmd_fail_status(const struct cmd_env *env, blz_status status, const char *doing, ...) BLZ_PRINTF(3, 4);
/* A remark; says nothing under --quiet. */
void cmd_note(const struct cmd_env *env, const char *format, ...) BLZ_PRINTF(2, 3);

/* Reads a file, or standard input for "-". On failure says so and returns CMD_USAGE, or CMD_FINDINGS
 * for what is larger than BLZ_LIMIT_BYTES of env->ctx; on CMD_OK `*bytes` has a NUL behind it and is freed
 * with blz_free(). */
int cmd_read(struct cmd_env *env, const char *path, char **bytes, size_t *length);
/* The same for what blz_verify() is asked about: of what is larger there is only a `*length` beyond the
 * limit, which becomes a report. */
int cmd_read_badge(struct cmd_env *env, const char *path, char **bytes, size_t *length);
/* How messages call that input: the path, or "standard input". */
const char *cmd_input_name(const char *path);
/* Writes the result of a command to --output (a whole file or none) or to standard output. On failure says so
 * and returns CMD_USAGE. */
int cmd_write(struct cmd_env *env, const char *bytes, size_t length);
/* The same to a given path; `flags` as blz_file_write() takes them. */
int cmd_write_file(struct cmd_env *env, const char *path, const char *bytes, size_t length, unsigned flags);
/* An image is nothing for a terminal: says so and returns CMD_USAGE if cmd_write() would write to one. */
int cmd_check_image_output(const struct cmd_env *env);

#endif
