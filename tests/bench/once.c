/* Wall time and peak memory of a whole process, the least of several runs: what the program needs, not what
 * else the machine was doing. A program of its own, because the peak that the system tells of a child begins
 * with that of its parent, and an interpreter is larger than what is measured.
 *
 *     build/plain/tests/bench/blazon_bench_once RUNS COMMAND...
 *
 * Prints milliseconds, a tab, and MiB. */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void become(char **command)
{
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
    execv(command[0], command);
    _exit(127);
}

int main(int argc, char **argv)
{
    double time = 0, peak = 0;
    long runs = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    for (long i = 0; i < runs; i++) {
        struct rusage usage;
        int status = 0;
        double start = milliseconds();
        pid_t child = fork();
        if (child == 0) become(argv + 2);
        if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
            fprintf(stderr, "%s ended with %d\n", argv[2], WEXITSTATUS(status));
            return EXIT_FAILURE;
        }
        double took = milliseconds() - start, memory = (double)usage.ru_maxrss / 1024;
        if (i == 0 || took < time) time = took;
        if (i == 0 || memory < peak) peak = memory;
    }
    printf("%.2f\t%.2f\n", time, peak);
    return runs > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
