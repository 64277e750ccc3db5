#ifndef BLAZON_TESTS_OOM_SHIM_H
#define BLAZON_TESTS_OOM_SHIM_H

#include <stdbool.h>
#include <stddef.h>

/* The blocks that are in use, each with the call that led to it; for OpenSSL's, all calls. */

enum { OOM_FRAMES = 20 };

/* `all`: with all calls, whoever the caller is. */
void oom_blocks_add(void *block, size_t size, const void *caller, bool all);
/* Forgets a block and fills it, so that who still uses it meets nonsense. */
void oom_blocks_remove(void *block);
/* 0 if it is not known. */
size_t oom_blocks_size(void *block);

/* Finds where libcrypto is; it is none of ours, and its parts are known by their addresses. */
void oom_find_openssl(void);
bool oom_is_openssl(const void *code);

/* Prints every block that nothing points to any more, seen from the global variables; returns how many. What
 * OpenSSL loses of its own tables when it cannot set up an algorithm does not count. */
size_t oom_leaks(void);

#endif
