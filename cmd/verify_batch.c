#include "verify_batch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <blazon/batch.h>

#include "sink.h"
#include "term.h"

/* One batch on its way. The library calls from its own threads, so that what errno said is kept here. */
struct batch {
    const char *name;
    int in;
    struct cmd_sink out;
    int read_error, write_error; /* errno of what failed; 0 and a status: the library knows why */
    bool write_failed;
    bool shows_progress;
    struct timespec shown;
    bool begun;
    char opens; /* the bracket with which it begins, where that is no badge in one line; else 0 */
};

/* JSON as people see it, over several lines, or a list of badges: no line of those is a badge. */
static void look_at_start(struct batch *b, const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length && bytes[at] && strchr(" \t\r\n", bytes[at]))
        at++;
    if (at == length) return;
    b->begun = true;
    if (bytes[at] == '[') b->opens = '[';
    if (bytes[at++] != '{') return;
    while (at < length && bytes[at] && strchr(" \t\r", bytes[at]))
        at++;
    if (at < length && bytes[at] == '\n') b->opens = '{';
}

static blz_status read_some(void *user, char *bytes, size_t size, size_t *length)
{
    struct batch *b = user;
    ssize_t n;
    do
        n = read(b->in, bytes, size);
    while (n < 0 && errno == EINTR);
    if (n < 0) b->read_error = errno;
    if (n < 0) return BLZ_ERR_IO;
    if (!b->begun) look_at_start(b, bytes, (size_t)n);
    *length = (size_t)n;
    return BLZ_OK;
}

static blz_status write_all(void *user, const char *bytes, size_t length)
{
    struct batch *b = user;
    blz_status status = cmd_sink_write(&b->out, bytes, length);
    b->write_failed = status != BLZ_OK;
    if (b->write_failed) b->write_error = errno;
    return status;
}

/* Ten times in a second is as often as anybody reads. */
static void show_progress(void *user, const blz_batch_counts *counts)
{
    struct batch *b = user;
    struct timespec now;
    if (!b->shows_progress) return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double seconds = (double)(now.tv_sec - b->shown.tv_sec) + (double)(now.tv_nsec - b->shown.tv_nsec) / 1e9;
    if (seconds < 0.1) return;
    b->shown = now;
    fprintf(stderr, "\r%zu badges: %zu valid, %zu invalid, %zu undecided\033[K", counts->badges,
            counts->valid, counts->invalid, counts->undecided);
}

static void end_progress(const struct batch *b)
{
    if (b->shows_progress) fputs("\r\033[K", stderr);
}

static int open_input(struct cmd_env *env, struct batch *b, const char *path)
{
    struct stat info;
    errno = 0;
    b->in = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (b->in >= 0 && fstat(b->in, &info) == 0 && S_ISDIR(info.st_mode)) errno = EISDIR;
    if (b->in >= 0 && errno == 0) return CMD_OK;
    return cmd_fail(env, "cannot read \"%s\": %s", b->name, strerror(errno));
}

static int explain(struct cmd_env *env, const struct batch *b, blz_status status)
{
    errno = b->write_failed ? b->write_error : b->read_error;
    if (b->write_failed) return cmd_sink_failed(env, &b->out, status);
    return cmd_fail_status(env, status, b->read_error ? "read \"%s\"" : "verify \"%s\"", b->name);
}

static void sum_up(const struct cmd_env *env, const struct batch *b, const blz_batch_counts *counts)
{
    char passed_over[64] = "";
    if (counts->empty)
        snprintf(passed_over, sizeof passed_over, "; %zu empty %s passed over", counts->empty,
                 counts->empty == 1 ? "line" : "lines");
    cmd_note(env, "%s: %zu %s: %zu valid, %zu invalid, %zu undecided%s", b->name, counts->badges,
             counts->badges == 1 ? "badge" : "badges", counts->valid, counts->invalid, counts->undecided,
             passed_over);
}

static void advise(const struct cmd_env *env, const struct batch *b, const blz_batch_counts *counts)
{
    if (counts->valid || !b->opens) return;
    if (b->opens == '[')
        cmd_note(env, "\"%s\" is one list; a batch has one badge a line, as jq -c '.[]' writes them",
                 b->name);
    else
        cmd_note(env,
                 "in \"%s\" a badge goes over several lines; a batch has one a line, as jq -c . writes it",
                 b->name);
}

/* Nothing to verify is as an empty file is: nothing that could be valid. */
static int code_of(const struct cmd_env *env, const struct batch *b, const blz_batch_counts *counts)
{
    if (!counts->badges) cmd_fail(env, "\"%s\" has no badge in it: each line has to hold one", b->name);
    if (counts->invalid || !counts->badges) return CMD_FINDINGS;
    return counts->undecided ? CMD_UNDECIDED : CMD_OK;
}

static int verify(struct cmd_env *env, struct batch *b, const blz_verify_options *how, unsigned jobs)
{
    blz_batch_counts counts;
    blz_batch batch = {.name = b->name,
                       .read = read_some,
                       .write = write_all,
                       .progress = show_progress,
                       .user = b,
                       .options = how,
                       .jobs = jobs,
                       .problems_only = env->verbosity < 0};
    int code = cmd_sink_open(env, &b->out);
    if (code != CMD_OK) return code;
    blz_status status = blz_batch_verify(&counts, env->ctx, &batch);
    end_progress(b);
    if (status != BLZ_OK) code = explain(env, b, status);
    int closed = cmd_sink_close(env, &b->out, status == BLZ_OK);
    if (code != CMD_OK || closed != CMD_OK) return CMD_USAGE;
    if (counts.badges) sum_up(env, b, &counts);
    if (counts.badges) advise(env, b, &counts);
    return code_of(env, b, &counts);
}

static int read_jobs(struct cmd_env *env, unsigned *jobs)
{
    const char *text = cmd_value(env, "jobs");
    *jobs = 0;
    if (!text) return CMD_OK;
    char *end = NULL;
    unsigned long value = text[0] >= '0' && text[0] <= '9' ? strtoul(text, &end, 10) : 0;
    if (!end || *end || value < 1 || value > BLZ_BATCH_JOBS_MAX)
        return cmd_usage(env, "--jobs is \"%s\"; it needs a number from 1 to %d", text, BLZ_BATCH_JOBS_MAX);
    *jobs = (unsigned)value;
    return CMD_OK;
}

int cmd_verify_batch(struct cmd_env *env, const blz_verify_options *how)
{
    const char *path = cmd_value(env, "batch");
    struct batch b = {.name = cmd_input_name(path)};
    unsigned jobs = 0;
    int code = read_jobs(env, &jobs);
    if (code == CMD_OK && cmd_has(env, "format") && strcmp(env->format, "json") != 0)
        code = cmd_usage(env, "--format is \"%s\", but --batch always writes JSON, one report a line",
                         env->format);
    if (code == CMD_OK) code = open_input(env, &b, path);
    if (code != CMD_OK) return code;
    b.shows_progress = env->verbosity >= 0 && cmd_term_shows_progress(cmd_value(env, "output"));
    code = verify(env, &b, how, jobs);
    if (b.in != STDIN_FILENO) close(b.in);
    return code;
}
