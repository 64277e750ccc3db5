#ifndef BLZ_BASE_MEM_H
#define BLZ_BASE_MEM_H

/* Every allocation of the library goes through here, so that a test can make the k-th one fail. */

#include <stdbool.h>
#include <stddef.h>

#include <blazon/context.h>
#include <blazon/status.h>

void *blz_malloc(size_t size) BLZ_MUST_USE;
void *blz_calloc(size_t count, size_t size) BLZ_MUST_USE;
void *blz_realloc(void *memory, size_t size) BLZ_MUST_USE;
char *blz_strdup(const char *text) BLZ_MUST_USE;
char *blz_strndup(const char *text, size_t length) BLZ_MUST_USE;

/* While set, an allocation for which `fails` answers true returns NULL. Tests only; not for threads. */
void blz_mem_set_failing(bool (*fails)(void *user), void *user);

/* BLZ_AUTO(blz_diags) d = NULL;  frees d at the end of the scope; BLZ_STEAL(d) hands it on instead.
 * BLZ_SCOPED(blz_buf) b = ...;   the same for a struct held by value. */
#define BLZ_AUTO(type) __attribute__((cleanup(type##_auto_free))) type *
#define BLZ_SCOPED(type) __attribute__((cleanup(type##_clear))) type
#define BLZ_DEFINE_AUTO(type, free_fn)                                                                       \
    static inline __attribute__((unused)) void type##_auto_free(type **p)                                    \
    {                                                                                                        \
        free_fn(*p);                                                                                         \
    }
#define BLZ_STEAL(p)                                                                                         \
    __extension__({                                                                                          \
        __typeof__(p) stolen_ = (p);                                                                         \
        (p) = NULL;                                                                                          \
        stolen_;                                                                                             \
    })
#define BLZ_TRY(expression)                                                                                  \
    do {                                                                                                     \
        blz_status try_ = (expression);                                                                      \
        if (try_ != BLZ_OK) return try_;                                                                     \
    } while (0)
/* For calls that answer with a pointer or -1, as jansson's do: anything but success is memory. */
#define BLZ_TRY_MEM(condition)                                                                               \
    do {                                                                                                     \
        if (!(condition)) return BLZ_ERR_NOMEM;                                                              \
    } while (0)

typedef char blz_text; /* BLZ_AUTO(blz_text) s: a string that is freed at the end of the scope */
BLZ_DEFINE_AUTO(blz_text, blz_free)
typedef unsigned char blz_octet; /* BLZ_AUTO(blz_octet) bytes: the same for bytes */
BLZ_DEFINE_AUTO(blz_octet, blz_free)

#define BLZ_COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
