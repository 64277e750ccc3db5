/* Preloaded into a program: looks, when it ends, for secrets that are left in its memory, freed or not.
 *
 * BLAZON_LEFT has them in hexadecimal, with a comma between two, each byte crossed with MASK so that neither
 * the environment nor this file contains what is looked for. If one is found, the program says where and ends
 * with FOUND. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MASK = 0x5a, FOUND = 87, SECRET_MAX = 64 };

static bool is_at(const unsigned char *memory, const unsigned char *masked, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((memory[i] ^ MASK) != masked[i]) return false;
    return true;
}

static bool is_in(const unsigned char *begin, const unsigned char *end, const unsigned char *masked,
                  size_t length)
{
    for (const unsigned char *at = begin; at + length <= end; at++)
        if (is_at(at, masked, length)) return true;
    return false;
}

/* Looks through everything that can be written to. */
static bool search(const unsigned char *masked, size_t length)
{
    char line[512], *rest = NULL;
    bool found = false;
    FILE *maps = fopen("/proc/self/maps", "r");
    if (!maps) return true;
    while (fgets(line, sizeof line, maps)) {
        unsigned long begin = strtoul(line, &rest, 16), end = strtoul(rest + 1, &rest, 16);
        if (strncmp(rest, " rw", 3) != 0) continue;
        if (!is_in((const unsigned char *)begin, (const unsigned char *)end, masked, length)) continue;
        found = true;
        fprintf(stderr, "left: a secret is in %s", line);
    }
    fclose(maps);
    return found;
}

/* Reads one of the list; returns what is behind it. */
static const char *next(const char *text, unsigned char *masked, size_t *length)
{
    for (*length = 0; text[0] && text[0] != ',' && *length < SECRET_MAX; text += 2) {
        char digits[] = {text[0], text[1], '\0'};
        masked[(*length)++] = (unsigned char)strtoul(digits, NULL, 16);
    }
    return *text ? text + 1 : text;
}

__attribute__((destructor)) static void look(void)
{
    const char *text = getenv("BLAZON_LEFT");
    unsigned char masked[SECRET_MAX];
    bool found = false;
    for (size_t length; text && *text;) {
        text = next(text, masked, &length);
        if (search(masked, length)) found = true;
    }
    if (found) _exit(FOUND);
}
