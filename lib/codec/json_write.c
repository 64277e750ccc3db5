#include "codec/json_write.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "codec/json_const.h"
#include "codec/json_plain.h"

#include <blazon/json.h>

typedef struct writer {
    blz_buf *out;
    unsigned indent, depth;
    bool canonical;
} writer;

/* The escapes of RFC 8785, 3.2.2.2. */
static blz_status put_escape(blz_buf *out, char c)
{
    static const char characters[] = "\b\t\n\f\r\"\\", letters[] = "btnfr\"\\";
    const char *known = strchr(characters, c);
    if (c && known) return blz_buf_printf(out, "\\%c", letters[known - characters]);
    return blz_buf_printf(out, "\\u%04x", (unsigned char)c);
}

blz_status blz_json_write_string(blz_buf *out, const char *text, size_t length)
{
    if (!blz_utf8_valid(text, length)) return BLZ_ERR_INVALID;
    BLZ_TRY(blz_buf_putc(out, '"'));
    for (size_t at = 0;;) {
        size_t plain = blz_json_plain_prefix(text + at, length - at);
        BLZ_TRY(blz_buf_append(out, text + at, plain));
        at += plain;
        if (at == length) break;
        BLZ_TRY(put_escape(out, text[at++]));
    }
    return blz_buf_putc(out, '"');
}

static blz_status write_real(writer *w, double value)
{
    if (!isfinite(value)) return BLZ_ERR_INVALID;
    char text[BLZ_NUMBER_MAX];
    blz_number_format(text, value);
    if (w->canonical) return blz_buf_puts(w->out, text);
    if (value == 0 && signbit(value)) BLZ_TRY(blz_buf_putc(w->out, '-'));
    BLZ_TRY(blz_buf_puts(w->out, text));
    return strpbrk(text, ".e") ? BLZ_OK : blz_buf_puts(w->out, ".0");
}

static blz_status write_integer(writer *w, json_int_t value)
{
    const json_int_t exact = INT64_C(1) << 53;
    if (w->canonical && (value > exact || value < -exact)) return write_real(w, (double)value);
    return blz_buf_printf(w->out, "%" JSON_INTEGER_FORMAT, value);
}

static blz_status new_line(writer *w)
{
    if (!w->indent) return BLZ_OK;
    BLZ_TRY(blz_buf_putc(w->out, '\n'));
    return blz_buf_fill(w->out, ' ', (size_t)w->indent * w->depth);
}

static blz_status write_value(writer *w, const json_t *value);

static blz_status write_array(writer *w, const json_t *array)
{
    size_t count = json_array_size(array);
    BLZ_TRY(blz_buf_putc(w->out, '['));
    w->depth++;
    for (size_t i = 0; i < count; i++) {
        if (i) BLZ_TRY(blz_buf_putc(w->out, ','));
        BLZ_TRY(new_line(w));
        BLZ_TRY(write_value(w, json_array_get(array, i)));
    }
    w->depth--;
    if (count) BLZ_TRY(new_line(w));
    return blz_buf_putc(w->out, ']');
}

static blz_status write_member(writer *w, const char *name, const json_t *value)
{
    BLZ_TRY(new_line(w));
    BLZ_TRY(blz_json_write_string(w->out, name, strlen(name)));
    BLZ_TRY(blz_buf_puts(w->out, w->indent ? ": " : ":"));
    return write_value(w, value);
}

static blz_status write_in_order(writer *w, const json_t *object)
{
    json_t *members = blz_json_unconst(object);
    bool first = true;
    for (void *at = json_object_iter(members); at; at = json_object_iter_next(members, at)) {
        if (!first) BLZ_TRY(blz_buf_putc(w->out, ','));
        first = false;
        BLZ_TRY(write_member(w, json_object_iter_key(at), json_object_iter_value(at)));
    }
    return BLZ_OK;
}

/* As UTF-16 code units, of which a character beyond U+FFFF takes two that are below U+E000; else the order of
 * the bytes of UTF-8 is the same. */
static int compare_names(const void *a, const void *b)
{
    const unsigned char *x = *(const unsigned char *const *)a, *y = *(const unsigned char *const *)b;
    while (*x && *x == *y) {
        x++;
        y++;
    }
    bool astral_x = *x >= 0xF0, astral_y = *y >= 0xF0;
    if (*x >= 0xEE && *y >= 0xEE && astral_x != astral_y) return astral_x ? -1 : 1;
    return *x < *y ? -1 : *x > *y;
}

static blz_status write_sorted(writer *w, const json_t *object)
{
    json_t *members = blz_json_unconst(object);
    size_t count = 0;
    const char **names = blz_calloc(json_object_size(object), sizeof *names);
    BLZ_TRY_MEM(names);
    for (void *at = json_object_iter(members); at; at = json_object_iter_next(members, at))
        names[count++] = json_object_iter_key(at);
    qsort(names, count, sizeof *names, compare_names);
    blz_status status = BLZ_OK;
    for (size_t i = 0; status == BLZ_OK && i < count; i++) {
        if (i) status = blz_buf_putc(w->out, ',');
        if (status == BLZ_OK) status = write_member(w, names[i], json_object_get(object, names[i]));
    }
    blz_free(names);
    return status;
}

static blz_status write_object(writer *w, const json_t *object)
{
    BLZ_TRY(blz_buf_putc(w->out, '{'));
    w->depth++;
    BLZ_TRY(w->canonical ? write_sorted(w, object) : write_in_order(w, object));
    w->depth--;
    if (json_object_size(object)) BLZ_TRY(new_line(w));
    return blz_buf_putc(w->out, '}');
}

static blz_status write_value(writer *w, const json_t *value)
{
    if (!value) return BLZ_ERR_ARGUMENT;
    bool container = json_is_object(value) || json_is_array(value);
    if (container && w->depth >= BLZ_JSON_DEPTH_MAX) return BLZ_ERR_LIMIT;
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return write_object(w, value);
    case JSON_ARRAY:
        return write_array(w, value);
    case JSON_STRING:
        return blz_json_write_string(w->out, json_string_value(value), json_string_length(value));
    case JSON_INTEGER:
        return write_integer(w, json_integer_value(value));
    case JSON_REAL:
        return write_real(w, json_real_value(value));
    case JSON_TRUE:
        return blz_buf_puts(w->out, "true");
    case JSON_FALSE:
        return blz_buf_puts(w->out, "false");
    case JSON_NULL:
        return blz_buf_puts(w->out, "null");
    }
    return BLZ_ERR_ARGUMENT;
}

blz_status blz_json_write(blz_buf *out, const json_t *value, unsigned indent)
{
    writer w = {.out = out, .indent = indent};
    BLZ_TRY(write_value(&w, value));
    return indent ? blz_buf_putc(out, '\n') : BLZ_OK;
}

blz_status blz_jcs_write(blz_buf *out, const json_t *value)
{
    writer w = {.out = out, .canonical = true};
    return write_value(&w, value);
}

static blz_status take_text(blz_status status, blz_buf *buf, char **out, size_t *length)
{
    if (status == BLZ_OK) status = blz_buf_take(buf, out, length);
    blz_buf_clear(buf);
    return status;
}

blz_status blz_json_text(char **out, size_t *length, const json_t *value, unsigned indent)
{
    blz_buf buf = BLZ_BUF(BLZ_BUF_MAX);
    return take_text(blz_json_write(&buf, value, indent), &buf, out, length);
}

blz_status blz_jcs_text(char **out, size_t *length, const json_t *value)
{
    blz_buf buf = BLZ_BUF(BLZ_BUF_MAX);
    return take_text(blz_jcs_write(&buf, value), &buf, out, length);
}
