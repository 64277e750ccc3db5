#include "shim.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct block {
    char *at;
    size_t size;
};

/* The calls that led to the block of the same number. */
struct trace {
    int count;
    bool is_of_tables; /* of OpenSSL */
    void *frames[OOM_FRAMES];
};

/* The blocks lie close together, so that a fork has few pages to copy; a table of their numbers finds them by
 * address, with open addressing. */
enum { SLOTS = 1 << 18, FREE = 0, GONE = -1, POISONED = 64 };

static struct block *blocks; /* the first is not used: its number means a free slot */
static struct trace *traces;
static int *slots;
static int block_count, unused[SLOTS], unused_count;

static void *pages(size_t size)
{
    void *memory =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) abort();
    return memory;
}

/* Where `at` is, or else a slot where it could be put. */
static int *slot_of(const char *at)
{
    int *gone = NULL;
    for (size_t i = (((uintptr_t)at >> 4) * 0x9e3779b97f4a7c15u) >> 46;; i = (i + 1) % SLOTS) {
        if (slots[i] == FREE) return gone ? gone : &slots[i];
        if (slots[i] == GONE && !gone) gone = &slots[i];
        if (slots[i] > 0 && blocks[slots[i]].at == at) return &slots[i];
    }
}

static const char *openssl_start, *openssl_end;

static int find_openssl(struct dl_phdr_info *info, size_t size, void *user)
{
    (void)size;
    (void)user;
    if (!strstr(info->dlpi_name, "libcrypto.")) return 0;
    openssl_start = (const char *)info->dlpi_addr;
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        if (part->p_type == PT_LOAD) openssl_end = openssl_start + part->p_vaddr + part->p_memsz;
    }
    return 1;
}

void oom_find_openssl(void)
{
    dl_iterate_phdr(find_openssl, NULL);
}

bool oom_is_openssl(const void *code)
{
    return (const char *)code >= openssl_start && (const char *)code < openssl_end;
}

/* Whether it is EVP_MD_fetch() or its like, which enter OpenSSL's tables of algorithms, or what sets up
 * OpenSSL. */
static bool sets_up_tables(const char *name)
{
    static const char *const others[] = {"OSSL_LIB_CTX_get0_global_default", "OPENSSL_init_crypto",
                                         "OSSL_DECODER_do_all_provided", "OSSL_ENCODER_do_all_provided"};
    size_t length = strlen(name);
    if (length > 6 && strcmp(name + length - 6, "_fetch") == 0) return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(name, others[i]) == 0) return true;
    return false;
}

/* Whether this call stands in such a function. Names are slow to find, and few calls lead to many blocks. */
static bool is_in_tables(const void *frame)
{
    static struct {
        const void *frame;
        bool answer;
    } known[1 << 12];
    Dl_info info;
    size_t place = ((uintptr_t)frame * 0x9e3779b97f4a7c15u) >> 52;
    if (known[place].frame == frame) return known[place].answer;
    known[place].frame = frame;
    known[place].answer =
        oom_is_openssl(frame) && dladdr(frame, &info) && info.dli_sname && sets_up_tables(info.dli_sname);
    return known[place].answer;
}

static void trace_to(struct trace *trace, const void *caller, bool all)
{
    memcpy(trace->frames, &caller, sizeof caller);
    trace->count = all || oom_is_openssl(caller) ? backtrace(trace->frames, OOM_FRAMES) : 1;
    trace->is_of_tables = false;
    for (int i = 0; i < trace->count && !trace->is_of_tables; i++)
        trace->is_of_tables = is_in_tables(trace->frames[i]);
}

void oom_blocks_add(void *at, size_t size, const void *caller, bool all)
{
    if (!blocks) {
        blocks = pages(SLOTS * sizeof *blocks);
        traces = pages(SLOTS * sizeof *traces);
        slots = pages(SLOTS * sizeof *slots);
    }
    int number = unused_count ? unused[--unused_count] : ++block_count;
    if (number >= SLOTS / 2) abort();
    blocks[number] = (struct block){.at = at, .size = size};
    trace_to(&traces[number], caller, all);
    *slot_of(at) = number;
}

size_t oom_blocks_size(void *at)
{
    int number = slots ? *slot_of(at) : FREE;
    return number > 0 ? blocks[number].size : 0;
}

void oom_blocks_remove(void *at)
{
    int *slot = slots ? slot_of(at) : NULL;
    if (!slot || *slot <= 0) return; /* from before the shim was ready, or its own */
    memset(at, 0xdb, blocks[*slot].size < POISONED ? blocks[*slot].size : POISONED);
    blocks[*slot].at = NULL;
    unused[unused_count++] = *slot;
    *slot = GONE;
}

/* The blocks in the order of their addresses, to find the one that a pointer points into. */
static struct block **sorted;
static size_t sorted_count;

static int by_address(const void *a, const void *b)
{
    const struct block *const *x = a, *const *y = b;
    return (*x)->at < (*y)->at ? -1 : (*x)->at > (*y)->at;
}

static struct block *containing(const char *p)
{
    size_t low = 0, high = sorted_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (sorted[middle]->at <= p)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0) return NULL;
    struct block *block = sorted[low - 1];
    /* The allocator's own pointers to the block behind this one lie within its last bytes. */
    return p == block->at || p < block->at + malloc_usable_size(block->at) - sizeof(size_t) ? block : NULL;
}

static struct block **work;
static size_t work_count;
static bool *marked; /* by the number of the block */

static void scan(const char *from, const char *to)
{
    if (sorted_count == 0) return;
    const struct block *last = sorted[sorted_count - 1];
    const char *end = last->at + last->size;
    from = (const char *)(((uintptr_t)from + 7) & ~(uintptr_t)7);
    for (; from + sizeof(char *) <= to; from += sizeof(char *)) {
        const char *p;
        memcpy(&p, from, sizeof p);
        if (p < sorted[0]->at || p > end) continue;
        struct block *block = containing(p);
        if (!block || marked[block - blocks]) continue;
        marked[block - blocks] = true;
        work[work_count++] = block;
    }
}

/* The writable parts of the program and its libraries, and what each has for this thread. */
static int scan_module(struct dl_phdr_info *info, size_t size, void *user)
{
    (void)size;
    (void)user;
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        const char *at = (const char *)(info->dlpi_addr + part->p_vaddr);
        if (part->p_type == PT_LOAD && part->p_flags & PF_W) scan(at, at + part->p_memsz);
        if (part->p_type == PT_TLS && info->dlpi_tls_data)
            scan(info->dlpi_tls_data, (const char *)info->dlpi_tls_data + part->p_memsz);
    }
    return 0;
}

/* Whether the block counts as lost; if so, says so. */
static bool report(const struct block *block)
{
    const struct trace *trace = &traces[block - blocks];
    if (marked[block - blocks] || trace->is_of_tables) return false;
    dprintf(2, "oom: %zu bytes leaked\n", block->size);
    backtrace_symbols_fd(trace->frames, trace->count, 2);
    return true;
}

size_t oom_leaks(void)
{
    size_t leaks = 0;
    if (!blocks) return 0;
    sorted = pages(SLOTS * sizeof *sorted);
    work = pages(SLOTS * sizeof *work);
    marked = pages(SLOTS * sizeof *marked);
    for (int i = 1; i <= block_count; i++)
        if (blocks[i].at) sorted[sorted_count++] = &blocks[i];
    qsort(sorted, sorted_count, sizeof *sorted, by_address);
    dl_iterate_phdr(scan_module, NULL);
    while (work_count > 0) {
        const struct block *block = work[--work_count];
        scan(block->at, block->at + block->size);
    }
    for (size_t i = 0; i < sorted_count && leaks < 3; i++)
        leaks += report(sorted[i]);
    return leaks;
}
