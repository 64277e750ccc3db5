/* A program with one fault of each kind, to show that the sweep finds them: faulty KIND. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int fail(void)
{
    fputs("faulty: out of memory\n", stderr);
    return 2;
}

static int write_file(const char *text)
{
    FILE *out = fopen("out", "w");
    if (!out) return fail();
    fputs(text, out);
    char *more = malloc(10);
    fputs(more ? "whole\n" : "", out);
    fclose(out);
    if (!more) return fail();
    free(more);
    return 0;
}

int main(int argc, char **argv)
{
    const char *kind = argc > 1 ? argv[1] : "";
    char *first = malloc(100);
    if (!first) return strcmp(kind, "silent") == 0 ? 2 : fail();
    char *second = malloc(100);
    if (strcmp(kind, "leak") == 0 && !second) {
        memset(&first, 0, sizeof first);
        return fail();
    }
    if (strcmp(kind, "crash") == 0) *(volatile char *)second = 1;
    if (strcmp(kind, "lie") == 0) printf("%s\n", second ? "bad" : "valid");
    int code = !second ? fail() : strcmp(kind, "partial") == 0 ? write_file("not ") : 0;
    if (strcmp(kind, "lie") == 0) code = 0;
    if (strcmp(kind, "wrong-code") == 0 && code) code = 1;
    free(second);
    free(first);
    return code;
}
