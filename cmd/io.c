#include "io.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <blazon/text.h>

/* A message of any length, without what could fool a terminal. */
BLZ_PRINTF(1, 0) static char *compose(const char *format, va_list args)
{
    char small[256], *safe = NULL;
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(small, sizeof small, format, args);
    char *large = length >= (int)sizeof small ? malloc((size_t)length + 1) : NULL;
    if (large) vsnprintf(large, (size_t)length + 1, format, again);
    va_end(again);
    blz_status status = blz_text_safe(&safe, large ? large : small);
    free(large);
    return status == BLZ_OK ? safe : NULL;
}

BLZ_PRINTF(2, 0) static void say(const struct cmd_env *env, const char *format, va_list args)
{
    char *text = compose(format, args);
    fprintf(stderr, "blazon%s%s: %s\n", env->command ? " " : "", env->command ? env->command->name : "",
            text ? text : blz_status_text(BLZ_ERR_NOMEM));
    blz_free(text);
}

int cmd_usage(const struct cmd_env *env, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(env, format, args);
    va_end(args);
    fprintf(stderr, "Try \"blazon%s%s --help\".\n", env->command ? " " : "",
            env->command ? env->command->name : "");
    return CMD_USAGE;
}

int cmd_fail(const struct cmd_env *env, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(env, format, args);
    va_end(args);
    return CMD_USAGE;
}

/* Whether errno is about this failure, and not left over from something that went well. */
static bool errno_tells(blz_status status)
{
    switch (status) {
    case BLZ_ERR_IO:
        return errno != 0;
    case BLZ_ERR_NOT_FOUND:
        return errno == ENOENT || errno == ENOTDIR;
    case BLZ_ERR_PERMISSION:
        return errno == EACCES || errno == EPERM || errno == EROFS;
    default:
        return false;
    }
}

int cmd_fail_status(const struct cmd_env *env, blz_status status, const char *doing, ...)
{
    const char *why = errno_tells(status) ? strerror(errno) : blz_status_text(status);
    va_list args;
    va_start(args, doing);
    char *what = compose(doing, args);
    va_end(args);
    cmd_fail(env, "cannot %s: %s", what ? what : "go on", why);
    blz_free(what);
    return CMD_USAGE;
}

void cmd_note(const struct cmd_env *env, const char *format, ...)
{
    if (env->verbosity < 0) return;
    va_list args;
    va_start(args, format);
    say(env, format, args);
    va_end(args);
}

const char *cmd_input_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

/* Reads all of a stream that may not have a size, as a pipe. */
static blz_status read_stream(FILE *in, size_t max, char **out, size_t *length)
{
    size_t capacity = 65536;
    char *bytes = malloc(capacity + 1);
    *length = 0;
    while (bytes) {
        *length += fread(bytes + *length, 1, capacity - *length, in);
        if (*length < capacity) break;
        if (capacity > max) {
            free(bytes);
            return BLZ_ERR_LIMIT;
        }
        capacity *= 2;
        char *larger = realloc(bytes, capacity + 1);
        if (!larger) free(bytes);
        bytes = larger;
    }
    if (!bytes) return BLZ_ERR_NOMEM;
    blz_status status = ferror(in) ? BLZ_ERR_IO : *length > max ? BLZ_ERR_LIMIT : BLZ_OK;
    bytes[*length] = '\0';
    if (status == BLZ_OK)
        *out = bytes;
    else
        free(bytes);
    return status;
}

static blz_status read_any(struct cmd_env *env, const char *path, char **bytes, size_t *length)
{
    size_t max = blz_ctx_limit(env->ctx, BLZ_LIMIT_BYTES);
    errno = 0;
    if (strcmp(path, "-") == 0) return read_stream(stdin, max, bytes, length);
    return blz_file_read(bytes, length, path, max);
}

static int say_unread(const struct cmd_env *env, const char *path, blz_status status)
{
    if (status == BLZ_ERR_LIMIT) {
        cmd_fail(env, "\"%s\" is larger than blazon reads, which is %zu MiB", cmd_input_name(path),
                 blz_ctx_limit(env->ctx, BLZ_LIMIT_BYTES) >> 20);
        return CMD_FINDINGS;
    }
    if (errno == ENAMETOOLONG)
        return cmd_fail(
            env,
            "\"%.40s...\" is no name of a file; a badge itself goes into a file, or to - on standard input",
            path);
    if (strstr(path, "://"))
        return cmd_fail(env, "\"%s\" is a web address; blazon reads files: download it first", path);
    return cmd_fail_status(env, status, "read \"%s\"", cmd_input_name(path));
}

int cmd_read(struct cmd_env *env, const char *path, char **bytes, size_t *length)
{
    blz_status status = read_any(env, path, bytes, length);
    return status == BLZ_OK ? CMD_OK : say_unread(env, path, status);
}

int cmd_read_badge(struct cmd_env *env, const char *path, char **bytes, size_t *length)
{
    blz_status status = read_any(env, path, bytes, length);
    if (status == BLZ_ERR_LIMIT) *length = blz_ctx_limit(env->ctx, BLZ_LIMIT_BYTES) + 1;
    return status == BLZ_OK || status == BLZ_ERR_LIMIT ? CMD_OK : say_unread(env, path, status);
}

int cmd_write(struct cmd_env *env, const char *bytes, size_t length)
{
    const char *path = env->command->common & CMD_OUTPUT ? cmd_value(env, "output") : NULL;
    if (path && strcmp(path, "-") != 0) return cmd_write_file(env, path, bytes, length, BLZ_FILE_REPLACE);
    errno = 0;
    if (fwrite(bytes, 1, length, stdout) == length) return CMD_OK;
    env->output_lost = true;
    return cmd_fail_status(env, BLZ_ERR_IO, "write to standard output");
}

int cmd_check_image_output(const struct cmd_env *env)
{
    const char *output = cmd_value(env, "output");
    if ((output && strcmp(output, "-") != 0) || !isatty(STDOUT_FILENO)) return CMD_OK;
    return cmd_usage(env, "an image is nothing to read on a terminal; say --output FILE");
}

int cmd_write_file(struct cmd_env *env, const char *path, const char *bytes, size_t length, unsigned flags)
{
    errno = 0;
    blz_status status = blz_file_write(path, bytes, length, flags);
    return status == BLZ_OK ? CMD_OK : cmd_fail_status(env, status, "write \"%s\"", path);
}

int cmd_close_output(const struct cmd_env *env, int code)
{
    errno = 0;
    bool lost = ferror(stdout) || fflush(stdout) != 0;
    /* where it was closed from the start, and nothing was to be written, nothing is lost */
    if (fclose(stdout) != 0 && errno != EBADF) lost = true;
    return lost && !env->output_lost ? cmd_fail_status(env, BLZ_ERR_IO, "write to standard output") : code;
}
