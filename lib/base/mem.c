#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool (*failing)(void *user);
static void *failing_user;

void blz_mem_set_failing(bool (*fails)(void *user), void *user)
{
    failing = fails;
    failing_user = user;
}

static bool fails_now(void)
{
    return failing && failing(failing_user);
}

void *blz_malloc(size_t size)
{
    return fails_now() ? NULL : malloc(size ? size : 1);
}

void *blz_calloc(size_t count, size_t size)
{
    return fails_now() ? NULL : calloc(count ? count : 1, size ? size : 1);
}

void *blz_realloc(void *memory, size_t size)
{
    return fails_now() ? NULL : realloc(memory, size ? size : 1);
}

char *blz_strndup(const char *text, size_t length)
{
    if (length == SIZE_MAX) return NULL;
    char *copy = blz_malloc(length + 1);
    if (!copy) return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *blz_strdup(const char *text)
{
    return blz_strndup(text, strlen(text));
}

void blz_free(void *memory)
{
    free(memory);
}

void blz_free_secret(void *memory, size_t size)
{
    if (!memory) return;
    explicit_bzero(memory, size);
    free(memory);
}
