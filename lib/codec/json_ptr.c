#include "codec/json_ptr.h"

#include <string.h>

#include "codec/json_const.h"

blz_status blz_json_ptr_push_n(blz_buf *path, const char *token, size_t length)
{
    BLZ_TRY(blz_buf_putc(path, '/'));
    for (size_t i = 0; i < length; i++) {
        if (token[i] == '~')
            BLZ_TRY(blz_buf_puts(path, "~0"));
        else if (token[i] == '/')
            BLZ_TRY(blz_buf_puts(path, "~1"));
        else
            BLZ_TRY(blz_buf_putc(path, token[i]));
    }
    return path->status;
}

blz_status blz_json_ptr_push(blz_buf *path, const char *token)
{
    return blz_json_ptr_push_n(path, token, strlen(token));
}

blz_status blz_json_ptr_index(blz_buf *path, size_t index)
{
    return blz_buf_printf(path, "/%zu", index);
}

void blz_json_ptr_cut(blz_buf *path, size_t length)
{
    if (length >= path->length) return;
    path->length = length;
    path->data[length] = '\0';
}

bool blz_json_ptr_next(blz_buf *out, const char **pointer)
{
    const char *at = *pointer;
    blz_buf_reset(out);
    if (*at++ != '/') return false;
    for (; *at && *at != '/'; at++) {
        char c = *at;
        if (c == '~') {
            at++;
            if (*at != '0' && *at != '1') return false;
            c = *at == '0' ? '~' : '/';
        }
        if (blz_buf_putc(out, c) != BLZ_OK) return false;
    }
    if (blz_buf_puts(out, "") != BLZ_OK) return false;
    *pointer = at;
    return true;
}

/* RFC 6901 section 4: digits without leading zeros. */
static bool array_index(size_t *index, const blz_buf *token)
{
    if (token->length == 0 || token->length > 9 || (token->length > 1 && token->data[0] == '0')) return false;
    size_t value = 0;
    for (size_t i = 0; i < token->length; i++) {
        if (token->data[i] < '0' || token->data[i] > '9') return false;
        value = value * 10 + (size_t)(token->data[i] - '0');
    }
    *index = value;
    return true;
}

json_t *blz_json_ptr_get(const json_t *root, const char *pointer)
{
    BLZ_SCOPED(blz_buf) token = BLZ_BUF(BLZ_BUF_MAX);
    const json_t *value = root;
    while (value && blz_json_ptr_next(&token, &pointer)) {
        size_t index = 0;
        if (json_is_object(value))
            value = json_object_get(value, token.data);
        else
            value = array_index(&index, &token) ? json_array_get(value, index) : NULL;
    }
    if (*pointer) return NULL;
    return blz_json_unconst(value);
}
