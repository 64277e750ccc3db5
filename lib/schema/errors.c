#include "schema/errors.h"

#include <string.h>

#include "codec/json_ptr.h"

/* More than anybody reads; the verdict does not depend on it. */
enum { ERRORS_MAX = 1000, POINTER_MAX = 1 << 20 };

void blz_errors_clear(blz_errors *errors)
{
    blz_arena_clear(&errors->arena);
    blz_free(errors->items);
    *errors = (blz_errors){0};
}

void blz_errors_cut(blz_errors *errors, size_t count)
{
    if (count < errors->count) errors->count = count;
}

static blz_status write_pointer(blz_buf *out, const blz_at *at, size_t *depth)
{
    if (!at->parent) return BLZ_OK;
    BLZ_TRY(write_pointer(out, at->parent, depth));
    ++*depth;
    return at->key ? blz_json_ptr_push(out, at->key) : blz_json_ptr_index(out, at->index);
}

static blz_status write_node(blz_buf *out, const blz_node *node)
{
    if (!node->parent) return blz_buf_printf(out, "%s#", node->resource->uri);
    BLZ_TRY(write_node(out, node->parent));
    BLZ_TRY(blz_buf_putc(out, '/'));
    return blz_buf_puts(out, node->token);
}

static blz_status keep_text(blz_errors *errors, const blz_buf *text, const char **out)
{
    *out = blz_arena_strndup(&errors->arena, text->data ? text->data : "", text->length);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}

static blz_status place(blz_errors *errors, blz_error *error, const blz_frame *frame, const char *keyword)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(POINTER_MAX);
    BLZ_TRY(write_pointer(&text, frame->at, &error->depth));
    BLZ_TRY(keep_text(errors, &text, &error->is.pointer));
    blz_buf_reset(&text);
    BLZ_TRY(write_node(&text, frame->node));
    BLZ_TRY(blz_buf_printf(&text, "/%s", keyword));
    return keep_text(errors, &text, &error->is.schema_path);
}

static blz_status append(blz_errors *errors, blz_error *error)
{
    if (errors->count == errors->capacity) {
        size_t capacity = errors->capacity ? errors->capacity * 2 : 16;
        blz_error **items = blz_realloc(errors->items, capacity * sizeof *items);
        BLZ_TRY_MEM(items);
        errors->items = items;
        errors->capacity = capacity;
    }
    errors->items[errors->count++] = error;
    return BLZ_OK;
}

blz_status blz_errors_add(blz_eval *eval, const blz_frame *frame, const blz_failure *failure,
                          const char *format, ...)
{
    blz_errors *errors = eval->errors;
    BLZ_TRY(blz_eval_charge(eval, 10));
    if (errors->count >= ERRORS_MAX) return BLZ_OK;
    blz_error *error = blz_arena_alloc(&errors->arena, sizeof *error);
    BLZ_TRY_MEM(error && !errors->failed);
    va_list args;
    va_start(args, format);
    error->is.message = blz_arena_vprintf(&errors->arena, format, args);
    va_end(args);
    BLZ_TRY_MEM(error->is.message);
    error->because = *failure;
    error->value = frame->at->is_key ? NULL : frame->at->value;
    error->is.at_key = failure->at_key || frame->at->is_key;
    error->is.class = failure->class;
    error->is.keyword = failure->keyword;
    /* What is missing is explained by itself; what it is missing from is there. */
    error->is.reason = failure->class == BLZ_SCHEMA_MISSING ? NULL : frame->at->about;
    error->is.hint = failure->hint;
    error->is.fix = failure->fix;
    BLZ_TRY(place(errors, error, frame, failure->keyword));
    return append(errors, error);
}
