#include "passphrase.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <blazon/file.h>

enum { LINE_MAX_BYTES = CMD_PASSPHRASE_MAX + 2, FILE_MAX_BYTES = 64 << 10 };

/* Takes the first line of what a source gave. */
static int take_line(struct cmd_env *env, const char *source, const char *bytes, size_t length, char *out)
{
    const char *end = memchr(bytes, '\n', length);
    size_t line = end ? (size_t)(end - bytes) : length;
    if (line && bytes[line - 1] == '\r') line--;
    if (!line) return cmd_fail(env, "%s has no passphrase in its first line", source);
    if (line >= CMD_PASSPHRASE_MAX || memchr(bytes, '\0', line))
        return cmd_fail(
            env, "%s has a first line that is no passphrase: it is longer than %d bytes, or not a text",
            source, CMD_PASSPHRASE_MAX - 1);
    memcpy(out, bytes, line);
    out[line] = '\0';
    return CMD_OK;
}

static int from_file(struct cmd_env *env, const char *path, char *out)
{
    char *bytes = NULL;
    size_t length = 0;
    errno = 0;
    blz_status status = blz_file_read_secret(&bytes, &length, path, FILE_MAX_BYTES);
    if (status == BLZ_ERR_PERMISSION && !errno)
        return cmd_fail(env,
                        "others can read \"%s\"; a passphrase file must be yours alone: chmod 600 \"%s\"",
                        path, path);
    if (status != BLZ_OK) return cmd_fail_status(env, status, "read \"%s\"", path);
    int code = take_line(env, "the file of --passphrase-file", bytes, length, out);
    blz_free_secret(bytes, length);
    return code;
}

static int from_descriptor(struct cmd_env *env, const char *number, char *out)
{
    char *end = NULL, line[LINE_MAX_BYTES];
    long fd = strtol(number, &end, 10);
    size_t length = 0;
    ssize_t n = 0;
    if (!*number || *end || fd < 0 || fd > 1 << 20)
        return cmd_usage(env, "--passphrase-fd is \"%s\"; it needs the number of an open file descriptor",
                         number);
    while (length < sizeof line && (n = read((int)fd, line + length, 1)) == 1 && line[length] != '\n')
        length++;
    int code = n < 0 ? cmd_fail_status(env, BLZ_ERR_IO, "read file descriptor %s", number)
                     : take_line(env, "the file descriptor of --passphrase-fd", line, length, out);
    explicit_bzero(line, sizeof line);
    return code;
}

static int from_environment(struct cmd_env *env, const char *value, char *out)
{
    return take_line(env, "BLAZON_PASSPHRASE", value, strlen(value), out);
}

static int from_terminal(struct cmd_env *env, const char *prompt, const char *path, char *out)
{
    switch (cmd_ask_secret(prompt, path, out, CMD_PASSPHRASE_MAX)) {
    case CMD_ASK_OK:
        break;
    case CMD_ASK_NO_TERMINAL:
        return cmd_fail(env,
                        "a passphrase is needed for \"%s\", and there is no terminal to ask for it; say "
                        "--passphrase-file FILE or --passphrase-fd N, or set BLAZON_PASSPHRASE",
                        path);
    default:
        return cmd_fail(env, "no passphrase was given for \"%s\"", path);
    }
    return *out ? CMD_OK : cmd_fail(env, "the passphrase for \"%s\" is empty", path);
}

/* CMD_FINDINGS: no source but the terminal. */
static int without_terminal(struct cmd_env *env, char *out)
{
    const char *file = cmd_value(env, "passphrase-file"), *fd = cmd_value(env, "passphrase-fd");
    const char *variable = getenv("BLAZON_PASSPHRASE");
    if (file && fd) return cmd_usage(env, "--passphrase-file and --passphrase-fd are one too many");
    if (file) return from_file(env, file, out);
    if (fd) return from_descriptor(env, fd, out);
    return variable && *variable ? from_environment(env, variable, out) : CMD_FINDINGS;
}

int cmd_passphrase(struct cmd_env *env, const char *path, char out[CMD_PASSPHRASE_MAX])
{
    int code = without_terminal(env, out);
    return code == CMD_FINDINGS ? from_terminal(env, "Passphrase for ", path, out) : code;
}

int cmd_passphrase_new(struct cmd_env *env, const char *path, char out[CMD_PASSPHRASE_MAX])
{
    char again[CMD_PASSPHRASE_MAX] = "";
    int code = without_terminal(env, out);
    if (code != CMD_FINDINGS) return code;
    code = from_terminal(env, "New passphrase for ", path, out);
    if (code == CMD_OK) code = from_terminal(env, "The same passphrase again for ", path, again);
    if (code == CMD_OK && strcmp(out, again) != 0)
        code = cmd_fail(env, "the two passphrases differ; nothing was written");
    explicit_bzero(again, sizeof again);
    return code;
}
