#include <stdarg.h>
#include <string.h>

#include "codec/json_ptr.h"
#include "jsonld/run.h"

void blz_ld_fault_clear(blz_ld_fault *fault)
{
    blz_free(fault->message);
    blz_free(fault->pointer);
    blz_free(fault->term);
    *fault = (blz_ld_fault){0};
}

static blz_status put_pointer(blz_buf *out, const blz_ld_at *at)
{
    if (!at || !at->up) return BLZ_OK;
    BLZ_TRY(put_pointer(out, at->up));
    return at->name ? blz_json_ptr_push(out, at->name) : blz_json_ptr_index(out, at->index);
}

static BLZ_PRINTF(5, 0) blz_status set(blz_ld_run *run, const blz_ld_at *at, const char *code,
                                       const char *term, const char *format, va_list args)
{
    blz_ld_fault *fault = run->fault;
    if (!fault || fault->code) return BLZ_ERR_INVALID;
    BLZ_SCOPED(blz_arena) arena = {0};
    BLZ_SCOPED(blz_buf) pointer = BLZ_BUF(BLZ_BUF_MAX);
    const char *message = blz_arena_vprintf(&arena, format, args);
    BLZ_TRY_MEM(message);
    BLZ_TRY(blz_buf_puts(&pointer, ""));
    BLZ_TRY(put_pointer(&pointer, at));
    fault->message = blz_strdup(message);
    fault->term = term ? blz_strdup(term) : NULL;
    fault->pointer = at ? blz_strdup(pointer.data ? pointer.data : "") : NULL;
    if (!fault->message || (term && !fault->term) || (at && !fault->pointer)) {
        blz_ld_fault_clear(fault);
        return BLZ_ERR_NOMEM;
    }
    fault->code = code;
    return BLZ_ERR_INVALID;
}

blz_status blz_ld_refuse(blz_ld_run *run, const blz_ld_at *at, const char *code, const char *term,
                         const char *format, ...)
{
    va_list args;
    va_start(args, format);
    blz_status status = set(run, at, code, term, format, args);
    va_end(args);
    return status;
}

blz_status blz_ld_drop(blz_ld_run *run, const blz_ld_at *at, const char *term, const char *format, ...)
{
    if (!run->options->safe) return BLZ_OK;
    va_list args;
    va_start(args, format);
    blz_status status = set(run, at, "safe mode", term, format, args);
    va_end(args);
    return status;
}
