#ifndef BLAZON_TESTS_SUITE_H
#define BLAZON_TESTS_SUITE_H

/* What the runners of third-party suites share: where the data are, and how a run ends. */

#include <stdio.h>
#include <stdlib.h>

enum { SUITE_SKIPPED = 77 };

/* The folder `name` of $BLAZON_SUITES in `path`; without the variable the program ends as skipped. */
static inline void suite_folder(char *path, size_t size, const char *name)
{
    const char *root = getenv("BLAZON_SUITES");
    if (!root || !*root) {
        puts("skipped: set BLAZON_SUITES to a folder with the third-party suites (see CONTRIBUTING.md)");
        exit(SUITE_SKIPPED);
    }
    snprintf(path, size, "%s/%s", root, name);
}

/* Prints the counts and answers the exit code: all passed, and they are as many as are known to be there. */
static inline int suite_result(const char *name, size_t passed, size_t failed, size_t pinned)
{
    printf("%s: %zu passed, %zu failed, %zu expected\n", name, passed, failed, pinned);
    return failed == 0 && passed == pinned ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
