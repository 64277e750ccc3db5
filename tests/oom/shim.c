/* Preloaded into the program: makes memory run out.
 *
 * Sweep (BLAZON_OOM_SWEEP="READ,WRITE,STRIDE,MODES"): at each allocation the process forks once for each
 * mode; in the child that allocation fails ('1': only this one, 'n': this and all that follow), and the child
 * runs to its end while the parent waits, tells the driver how it ended, and goes on as if nothing had been.
 * So one run covers every allocation, and each child needs only the time of its own end. The child works in
 * the folder BLAZON_OOM_CHILD and writes its standard output and error to the files `stdout` and `stderr`
 * above it.
 *
 * Single (BLAZON_OOM_AT="K,MODE"): fails the K-th allocation without a fork, for those that come after the
 * program began to write, which a fork would share with its parent. BLAZON_OOM_TRACE=1 notes all
 * calls that led to each block, for which a sweep has no time. */

#include <dirent.h>
#include <execinfo.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shim.h"

/* The real ones, by the names under which glibc keeps them. */
extern void *__libc_malloc(size_t size);
extern void __libc_free(void *memory);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

#ifndef THEIRS
#define THEIRS 7
#endif
enum { SECONDS = 20, LEAKED = 86 };

static struct {
    bool ready, inside, fail_once, fail_always, trace_all;
    unsigned long count, count_at_fork, at, stride;
    int from_driver, to_driver;
    char modes[4], at_mode;
    const char *child_folder;
} shim;

static void on_crash(int number)
{
    void *frames[32];
    dprintf(2, "oom: signal %d\n", number);
    backtrace_symbols_fd(frames, backtrace(frames, 32), 2);
    signal(number, SIG_DFL);
    raise(number);
}

static unsigned long read_number(const char **text)
{
    char *end = NULL;
    unsigned long number = strtoul(*text, &end, 10);
    *text = *end ? end + 1 : end;
    return number;
}

static void read_sweep(const char *text)
{
    shim.from_driver = (int)read_number(&text);
    shim.to_driver = (int)read_number(&text);
    shim.stride = read_number(&text);
    snprintf(shim.modes, sizeof shim.modes, "%s", text);
}

static void read_at(const char *text)
{
    shim.at = read_number(&text);
    shim.at_mode = *text;
}

__attribute__((constructor)) static void start(void)
{
    void *frames[2];
    const char *sweep = getenv("BLAZON_OOM_SWEEP"), *at = getenv("BLAZON_OOM_AT");
    shim.inside = true;
    backtrace(frames, 2); /* its first call allocates */
    oom_find_openssl();
    shim.trace_all = getenv("BLAZON_OOM_TRACE") != NULL;
    shim.child_folder = getenv("BLAZON_OOM_CHILD");
    if (sweep) read_sweep(sweep);
    if (at) read_at(at);
    signal(SIGSEGV, on_crash);
    signal(SIGABRT, on_crash);
    signal(SIGBUS, on_crash);
    shim.inside = false;
    shim.ready = sweep || at;
}

__attribute__((destructor)) static void end(void)
{
    if (!shim.ready || shim.modes[0] || (shim.fail_always && shim.count_at_fork % 4)) return;
    shim.inside = true;
    if (oom_leaks() > 0) _exit(LEAKED);
}

static void tell(const char *line, size_t length)
{
    char answer;
    if (write(shim.to_driver, line, length) != (ssize_t)length || read(shim.from_driver, &answer, 1) != 1)
        _exit(87);
}

/* Whether the program has begun to write: a file in its folder, or bytes on its standard output, which it may
 * have closed already. */
static bool has_written(void)
{
    int entries = 0;
    DIR *folder = opendir(".");
    while (folder && readdir(folder))
        entries++;
    if (folder) closedir(folder);
    return entries > 2 || lseek(STDOUT_FILENO, 0, SEEK_CUR) != 0;
}

static void redirect(int descriptor, const char *path)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || dup2(file, descriptor) < 0) _exit(87);
    close(file);
}

static void become_child(char mode)
{
    alarm(SECONDS);
    if (chdir(shim.child_folder) != 0) _exit(87);
    redirect(STDOUT_FILENO, "../stdout");
    redirect(STDERR_FILENO, "../stderr");
    shim.modes[0] = '\0';
    shim.count_at_fork = shim.count;
    shim.fail_once = true;
    shim.fail_always = mode == 'n';
}

/* Not fork(): glibc knows who holds a lock by the number of the thread, which must stay the same for a child
 * that goes on in the middle of a locked call. */
static pid_t bare_fork(void)
{
    return (pid_t)syscall(SYS_fork);
}

/* Forks for each mode; returns true in a child. */
static bool sweep(void)
{
    char line[64];
    bool late = has_written();
    for (size_t i = 0; shim.modes[i]; i++) {
        char mode = shim.modes[i];
        int status = -1;
        pid_t child = late ? -1 : bare_fork();
        if (child == 0) {
            become_child(mode);
            return true;
        }
        if (!late) waitpid(child, &status, 0);
        int length = snprintf(line, sizeof line, "%lu %c %d\n", shim.count, mode, late ? -1 : status);
        tell(line, (size_t)length);
    }
    return false;
}

/* Whether the sweep stops at this allocation: at every one, but at each THEIRS-th only that OpenSSL makes
 * within. */
static bool is_chosen(const void *caller)
{
    unsigned long stride = oom_is_openssl(caller) ? shim.stride * THEIRS : shim.stride;
    return shim.modes[0] && shim.count % stride == 0;
}

/* Asked before every allocation. */
static bool fails(const void *caller)
{
    if (!shim.ready || shim.inside) return false;
    shim.count++;
    if (is_chosen(caller)) {
        shim.inside = true;
        sweep();
        shim.inside = false;
    }
    if (shim.at && shim.count == shim.at) {
        shim.fail_once = true;
        shim.fail_always = shim.at_mode == 'n';
    }
    if (!shim.fail_once) return false;
    shim.fail_once = shim.fail_always;
    return true;
}

static void *keep(void *block, size_t size, const void *caller)
{
    if (block && !shim.inside) {
        shim.inside = true;
        oom_blocks_add(block, size, caller, shim.trace_all);
        shim.inside = false;
    }
    return block;
}

static void *renew(void *memory, size_t size, const void *caller)
{
    size_t old = memory ? oom_blocks_size(memory) : 0;
    if (memory && !old) old = malloc_usable_size(memory);
    void *block = keep(__libc_malloc(size), size, caller);
    if (!block || !memory) return block;
    memcpy(block, memory, old < size ? old : size);
    free(memory);
    return block;
}

#define CALLER __builtin_return_address(0)

void *malloc(size_t size)
{
    return fails(CALLER) ? NULL : keep(__libc_malloc(size), size, CALLER);
}

void *calloc(size_t count, size_t size)
{
    return fails(CALLER) ? NULL : keep(__libc_calloc(count, size), count * size, CALLER);
}

void *realloc(void *memory, size_t size)
{
    return fails(CALLER) ? NULL : renew(memory, size, CALLER);
}

int posix_memalign(void **out, size_t alignment, size_t size)
{
    void *block = fails(CALLER) ? NULL : keep(__libc_memalign(alignment, size), size, CALLER);
    if (!block) return 12;
    *out = block;
    return 0;
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return fails(CALLER) ? NULL : keep(__libc_memalign(alignment, size), size, CALLER);
}

void free(void *memory)
{
    if (!memory) return;
    if (!shim.inside) oom_blocks_remove(memory);
    __libc_free(memory);
}
