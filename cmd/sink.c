#include "sink.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The temporary file that a signal has to remove; changed only while no handler is set. */
static const char *doomed;
static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { SIGNALS = sizeof signals / sizeof signals[0] };
static struct sigaction before[SIGNALS];

static void end(int number)
{
    unlink(doomed);
    signal(number, SIG_DFL);
    raise(number);
}

/* A signal that the caller ignores (as nohup does) stays ignored. */
static void remove_on_signals(const char *path)
{
    struct sigaction action = {.sa_handler = end};
    doomed = path;
    for (int i = 0; i < SIGNALS; i++) {
        sigaction(signals[i], NULL, &before[i]);
        if (before[i].sa_handler != SIG_IGN) sigaction(signals[i], &action, NULL);
    }
}

static void leave_signals(void)
{
    if (!doomed) return;
    for (int i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &before[i], NULL);
    doomed = NULL;
}

int cmd_sink_open(struct cmd_env *env, struct cmd_sink *sink)
{
    const char *path = cmd_value(env, "output");
    *sink = (struct cmd_sink){.path = path && strcmp(path, "-") != 0 ? path : NULL};
    if (!sink->path) return CMD_OK;
    errno = 0;
    blz_status status = blz_file_writer_open(&sink->writer, sink->path, BLZ_FILE_REPLACE);
    if (status != BLZ_OK) return cmd_sink_failed(env, sink, status);
    const char *temporary = blz_file_writer_temporary(sink->writer);
    if (temporary) remove_on_signals(temporary);
    return CMD_OK;
}

static blz_status write_standard_output(const char *bytes, size_t length)
{
    while (length) {
        ssize_t n = write(STDOUT_FILENO, bytes, length);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return BLZ_ERR_IO;
        bytes += n;
        length -= (size_t)n;
    }
    return BLZ_OK;
}

blz_status cmd_sink_write(struct cmd_sink *sink, const char *bytes, size_t length)
{
    errno = 0;
    if (!sink->path) return write_standard_output(bytes, length);
    return blz_file_writer_write(sink->writer, bytes, length);
}

int cmd_sink_failed(struct cmd_env *env, const struct cmd_sink *sink, blz_status status)
{
    if (sink->path) return cmd_fail_status(env, status, "write \"%s\"", sink->path);
    return cmd_fail_status(env, status, "write to standard output");
}

int cmd_sink_close(struct cmd_env *env, struct cmd_sink *sink, bool keep)
{
    errno = 0;
    blz_status status = keep && sink->path ? blz_file_writer_commit(sink->writer) : BLZ_OK;
    int code = status == BLZ_OK ? CMD_OK : cmd_sink_failed(env, sink, status);
    leave_signals();
    blz_file_writer_free(sink->writer);
    return code;
}
