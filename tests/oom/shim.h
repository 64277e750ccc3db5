#ifndef BLAZON_TESTS_OOM_SHIM_H
#define BLAZON_TESTS_OOM_SHIM_H

#include <stddef.h>

/* The blocks that are in use, each with the calls that led to it. */

enum { OOM_FRAMES = 12 };

void oom_blocks_add(void *block, size_t size);
/* Forgets a block and fills it, so that who still uses it meets nonsense. */
void oom_blocks_remove(void *block);
/* 0 if it is not known. */
size_t oom_blocks_size(void *block);

/* Prints every block that nothing points to any more, seen from the global variables; returns how many. */
size_t oom_leaks(void);

#endif
