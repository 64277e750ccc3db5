#include "io.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whether the bytes at `p` are a character that could fool a terminal: a control character or one that turns
 * the direction of writing. Returns its length, else 0. */
static size_t dangerous(const unsigned char *p)
{
    if ((*p < 0x20 && *p != '\n' && *p != '\t') || *p == 0x7f) return 1;
    if (p[0] == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0) return 2;
    if (p[0] == 0xe2 && p[1] == 0x80 && (p[2] == 0x8e || p[2] == 0x8f || (p[2] >= 0xaa && p[2] <= 0xae)))
        return 3;
    if (p[0] == 0xe2 && p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9) return 3;
    return 0;
}

static void put_safely(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p;) {
        size_t length = dangerous(p);
        if (!length) fputc(*p++, stderr);
        while (length--)
            fprintf(stderr, "\\x%02x", *p++);
    }
}

/* A message of any length; one that finds no memory is cut. */
static void say(const struct cmd_env *env, const char *format, va_list args)
{
    char small[512];
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(small, sizeof small, format, args);
    char *large = length >= (int)sizeof small ? malloc((size_t)length + 1) : NULL;
    if (large) vsnprintf(large, (size_t)length + 1, format, again);
    va_end(again);
    fputs("blazon", stderr);
    if (env->command) fprintf(stderr, " %s", env->command->name);
    fputs(": ", stderr);
    put_safely(large ? large : small);
    free(large);
}

int cmd_usage(const struct cmd_env *env, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(env, format, args);
    va_end(args);
    fprintf(stderr, "\nTry \"blazon%s%s --help\".\n", env->command ? " " : "",
            env->command ? env->command->name : "");
    return CMD_USAGE;
}

int cmd_fail(const struct cmd_env *env, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(env, format, args);
    va_end(args);
    fputc('\n', stderr);
    return CMD_USAGE;
}

int cmd_fail_status(const struct cmd_env *env, blz_status status, const char *doing, ...)
{
    const char *why = status == BLZ_ERR_IO && errno ? strerror(errno) : blz_status_text(status);
    char what[4096];
    va_list args;
    va_start(args, doing);
    vsnprintf(what, sizeof what, doing, args);
    va_end(args);
    return cmd_fail(env, "cannot %s: %s", what, why);
}

void cmd_note(const struct cmd_env *env, const char *format, ...)
{
    if (env->verbosity < 0) return;
    va_list args;
    va_start(args, format);
    say(env, format, args);
    va_end(args);
    fputc('\n', stderr);
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
    if (strcmp(path, "-") == 0) return read_stream(stdin, max, bytes, length);
    FILE *in = fopen(path, "rb");
    if (!in) return BLZ_ERR_IO;
    blz_status status = read_stream(in, max, bytes, length);
    fclose(in);
    return status;
}

int cmd_read(struct cmd_env *env, const char *path, char **bytes, size_t *length)
{
    errno = 0;
    blz_status status = read_any(env, path, bytes, length);
    if (status == BLZ_OK) return CMD_OK;
    return cmd_fail_status(env, status, "read \"%s\"", cmd_input_name(path));
}

int cmd_write(struct cmd_env *env, const char *bytes, size_t length)
{
    const char *path = env->command->common & CMD_OUTPUT ? cmd_value(env, "output") : NULL;
    if (path && strcmp(path, "-") != 0) return cmd_write_file(env, path, bytes, length, 0666, true);
    errno = 0;
    if (fwrite(bytes, 1, length, stdout) == length) return CMD_OK;
    return cmd_fail_status(env, BLZ_ERR_IO, "write to standard output");
}

int cmd_write_file(struct cmd_env *env, const char *path, const char *bytes, size_t length, int mode,
                   bool overwrite)
{
    (void)mode;
    (void)overwrite;
    errno = 0;
    FILE *out = fopen(path, "wb");
    if (out && fwrite(bytes, 1, length, out) == length && fclose(out) == 0) return CMD_OK;
    return cmd_fail_status(env, BLZ_ERR_IO, "write \"%s\"", path);
}

int cmd_close_output(const struct cmd_env *env, int code)
{
    errno = 0;
    bool lost = ferror(stdout) != 0;
    if (fclose(stdout) != 0) lost = true;
    return lost ? cmd_fail_status(env, BLZ_ERR_IO, "write to standard output") : code;
}
