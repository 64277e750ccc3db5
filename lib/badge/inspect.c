#include "badge/inspect.h"

#include <string.h>

#include "base/text.h"
#include "codec/json_write.h"

#include <blazon/verify.h>

#define NOTICE "UNVERIFIED: nothing of this was checked, not even the signature; blazon verify does that"

static const char *form_of(const blz_input *input)
{
    return input->form == BLZ_FORM_JWT    ? "a signed token (JWT)"
           : input->form == BLZ_FORM_JSON ? "JSON"
           : input->form == BLZ_FORM_URL  ? "the web address of a hosted badge"
                                          : input->what;
}

/* NULL if it did not come out of one. */
static const char *image_of(const blz_input *input)
{
    if (!input->baked.text) return NULL;
    return input->baked.image == BLZ_IMAGE_PNG ? "a PNG image" : "an SVG image";
}

static blz_status put_address(blz_buf *out, const blz_input *input)
{
    BLZ_TRY(blz_buf_puts(out, "  address     "));
    BLZ_TRY(blz_text_escape_terminal(out, input->token, input->token_length));
    return blz_buf_putc(out, '\n');
}

/* Text of several lines, each indented and safe to show. */
static blz_status put_lines(blz_buf *out, const char *text, size_t length)
{
    while (length) {
        const char *end = memchr(text, '\n', length);
        size_t line = end ? (size_t)(end - text) : length;
        BLZ_TRY(blz_buf_puts(out, "    "));
        BLZ_TRY(blz_text_escape_terminal(out, text, line));
        BLZ_TRY(blz_buf_putc(out, '\n'));
        text += end ? line + 1 : line;
        length -= end ? line + 1 : line;
    }
    return BLZ_OK;
}

static blz_status put_part(blz_buf *out, const blz_part *part)
{
    BLZ_TRY(blz_buf_printf(out, "  %s (unverified)", part->name));
    if (!part->json && part->text) BLZ_TRY(blz_buf_printf(out, ", %zu bytes", part->length));
    BLZ_TRY(blz_buf_puts(out, part->problem ? ": " : ""));
    if (part->problem) BLZ_TRY(blz_text_escape_terminal(out, part->problem, strlen(part->problem)));
    BLZ_TRY(blz_buf_putc(out, '\n'));
    if (part->json) {
        BLZ_SCOPED(blz_buf) json = BLZ_BUF(BLZ_BUF_MAX);
        BLZ_TRY(blz_json_write(&json, part->json, 2));
        return put_lines(out, json.data, json.length);
    }
    bool shown = part->text && strcmp(part->name, "signature") != 0;
    return shown ? put_lines(out, part->text, part->length) : BLZ_OK;
}

static blz_status write_text(blz_buf *out, const blz_parts *parts, const char *name)
{
    BLZ_TRY(blz_text_escape_terminal(out, name, strlen(name)));
    BLZ_TRY(blz_buf_printf(out, ": " NOTICE "\n  form        %s\n", form_of(&parts->input)));
    if (parts->input.baked.text)
        BLZ_TRY(
            blz_buf_printf(out, "  baked into  %s, %s\n", image_of(&parts->input), parts->input.baked.place));
    if (parts->input.form == BLZ_FORM_URL) BLZ_TRY(put_address(out, &parts->input));
    if (parts->input.problem && !parts->input.json)
        BLZ_TRY(blz_buf_printf(out, "  problem     %s\n", parts->input.problem));
    for (size_t i = 0; i < parts->count; i++)
        BLZ_TRY(put_part(out, &parts->part[i]));
    BLZ_TRY(blz_text_escape_terminal(out, name, strlen(name)));
    return blz_buf_puts(out, ": end, all of it UNVERIFIED\n");
}

/* Text as a JSON value; bytes that are not UTF-8 are made visible. NULL when memory ran out. */
static json_t *text_value(const char *text, size_t length)
{
    if (!text) return json_null();
    if (blz_utf8_valid(text, length) && !memchr(text, 0, length)) return json_stringn(text, length);
    BLZ_SCOPED(blz_buf) safe = BLZ_BUF(BLZ_BUF_MAX);
    return blz_text_escape_terminal(&safe, text, length) == BLZ_OK ? json_string(safe.data ? safe.data : "")
                                                                   : NULL;
}

static blz_status set_text(json_t *object, const char *name, const char *text)
{
    BLZ_TRY_MEM(json_object_set_new(object, name, text_value(text, text ? strlen(text) : 0)) == 0);
    return BLZ_OK;
}

static blz_status append_part(json_t *list, const blz_part *part)
{
    json_auto_t *one = json_object();
    BLZ_TRY_MEM(one);
    BLZ_TRY(set_text(one, "name", part->name));
    BLZ_TRY_MEM(json_object_set_new(one, "verified", json_false()) == 0);
    BLZ_TRY(set_text(one, "problem", part->problem));
    if (part->text)
        BLZ_TRY_MEM(json_object_set_new(one, "bytes", json_integer((json_int_t)part->length)) == 0);
    if (part->json)
        BLZ_TRY_MEM(json_object_set(one, "json", part->json) == 0);
    else if (part->text && strcmp(part->name, "signature") != 0)
        BLZ_TRY_MEM(json_object_set_new(one, "text", text_value(part->text, part->length)) == 0);
    BLZ_TRY_MEM(json_array_append(list, one) == 0);
    return BLZ_OK;
}

static blz_status write_json(blz_buf *out, const blz_parts *parts, const char *name)
{
    json_auto_t *object = json_object();
    json_auto_t *list = json_array();
    BLZ_TRY_MEM(object && list);
    BLZ_TRY_MEM(json_object_set_new(object, "inspect", json_integer(1)) == 0);
    BLZ_TRY_MEM(json_object_set_new(object, "verified", json_false()) == 0);
    BLZ_TRY(set_text(object, "notice", NOTICE));
    BLZ_TRY(set_text(object, "input", name));
    BLZ_TRY(set_text(object, "form", form_of(&parts->input)));
    if (parts->input.baked.text) {
        BLZ_TRY(set_text(object, "image", image_of(&parts->input)));
        BLZ_TRY(set_text(object, "place", parts->input.baked.place));
    }
    if (parts->input.form == BLZ_FORM_URL)
        BLZ_TRY_MEM(json_object_set_new(object, "address",
                                        text_value(parts->input.token, parts->input.token_length)) == 0);
    BLZ_TRY(set_text(object, "problem", parts->input.problem));
    for (size_t i = 0; i < parts->count; i++)
        BLZ_TRY(append_part(list, &parts->part[i]));
    BLZ_TRY_MEM(json_object_set(object, "parts", list) == 0);
    return blz_json_write(out, object, 2);
}

static bool is_readable(const blz_parts *parts)
{
    for (size_t i = 0; i < parts->count; i++)
        if (parts->part[i].json) return true;
    return parts->input.form == BLZ_FORM_URL;
}

static blz_status inspect(char **out, const blz_parts *parts, const char *name, blz_inspect_format format)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(format == BLZ_INSPECT_JSON ? write_json(&text, parts, name) : write_text(&text, parts, name));
    return blz_buf_take(&text, out, NULL);
}

blz_status blz_inspect(char **out, bool *readable, blz_ctx *ctx, const char *name, const char *bytes,
                       size_t length, blz_inspect_format format)
{
    blz_parts parts;
    blz_status status = blz_parts_read(&parts, ctx, bytes, length);
    bool found = is_readable(&parts);
    if (status == BLZ_OK) status = inspect(out, &parts, name, format);
    blz_parts_clear(&parts);
    if (status == BLZ_OK && readable) *readable = found;
    return status;
}
