#include "codec/json_read.h"

#include <string.h>

#include "codec/json_locate.h"
#include "codec/json_scan.h"

enum { DEFAULT_NODES = 1000000 };

/* Values are attached to their parent when they begin, so that freeing the root frees everything. */
typedef struct builder {
    json_t *root;
    size_t depth;
    blz_buf name, text;
    size_t name_start, name_end;      /* of the last name, in the text */
    json_t *open[BLZ_JSON_DEPTH_MAX]; /* up to `depth`; not set before, for it is large */
} builder;

static void builder_clear(builder *b)
{
    json_decref(b->root);
    blz_buf_clear(&b->name);
    blz_buf_clear(&b->text);
}

static json_int_t integer(const char *text, size_t length)
{
    bool negative = text[0] == '-';
    json_int_t value = 0;
    for (size_t i = negative; i < length; i++)
        value = value * 10 - (text[i] - '0');
    return negative ? value : -value;
}

/* A text without escapes is taken as it stands. */
static json_t *make_text(builder *b, const char *text, const blz_json_token *token)
{
    const char *inside = text + token->start + 1;
    size_t length = token->end - token->start - 2;
    if (!memchr(inside, '\\', length)) return json_stringn_nocheck(inside, length);
    if (blz_json_unescape(&b->text, text, token) != BLZ_OK) return NULL;
    return json_stringn_nocheck(b->text.data, b->text.length);
}

/* NULL when memory ran out. */
static json_t *make_value(builder *b, const char *text, const blz_json_token *token)
{
    switch (token->kind) {
    case BLZ_JSON_OBJECT:
        return json_object();
    case BLZ_JSON_ARRAY:
        return json_array();
    case BLZ_JSON_TRUE:
        return json_true();
    case BLZ_JSON_FALSE:
        return json_false();
    case BLZ_JSON_INTEGER:
        return json_integer(integer(text + token->start, token->end - token->start));
    case BLZ_JSON_TEXT:
        return make_text(b, text, token);
    case BLZ_JSON_REAL:
        blz_buf_reset(&b->text);
        if (blz_buf_append(&b->text, text + token->start, token->end - token->start) != BLZ_OK) return NULL;
        return json_real(blz_number_parse(b->text.data));
    default:
        return json_null();
    }
}

/* A member that was there already does not make the object larger. */
static blz_status attach_member(builder *b, blz_json_scanner *scanner, json_t *parent, json_t *value)
{
    size_t before = json_object_size(parent);
    BLZ_TRY_MEM(json_object_set_new_nocheck(parent, b->name.data, value) == 0);
    if (json_object_size(parent) > before) return BLZ_OK;
    return blz_json_refuse(scanner, b->name_start, b->name_end, "this name stands in the same object twice",
                           "keep one of the two");
}

static blz_status attach(builder *b, blz_json_scanner *scanner, json_t *value)
{
    if (b->depth == 0) {
        b->root = value;
        return BLZ_OK;
    }
    json_t *parent = b->open[b->depth - 1];
    if (json_is_object(parent)) return attach_member(b, scanner, parent, value);
    BLZ_TRY_MEM(json_array_append_new(parent, value) == 0);
    return BLZ_OK;
}

static blz_status take_name(builder *b, blz_json_scanner *scanner, const blz_json_token *token)
{
    b->name_start = token->start;
    b->name_end = token->end;
    BLZ_TRY(blz_json_unescape(&b->name, scanner->text, token));
    if (!scanner->nul || strlen(b->name.data) == b->name.length) return BLZ_OK;
    return blz_json_refuse(scanner, token->start, token->end, "a name cannot have the NUL character",
                           "take the escape out");
}

static blz_status take(void *user, blz_json_scanner *scanner, const blz_json_token *token)
{
    builder *b = user;
    if (token->kind == BLZ_JSON_NAME) return take_name(b, scanner, token);
    if (token->kind == BLZ_JSON_END) {
        b->depth--;
        return BLZ_OK;
    }
    json_t *value = make_value(b, scanner->text, token);
    BLZ_TRY_MEM(value);
    BLZ_TRY(attach(b, scanner, value));
    if (token->kind == BLZ_JSON_OBJECT || token->kind == BLZ_JSON_ARRAY) b->open[b->depth++] = value;
    return BLZ_OK;
}

static blz_status build(json_t **out, blz_json_scanner *scanner)
{
    BLZ_SCOPED(builder) b;
    b.root = NULL;
    b.depth = 0;
    b.name = b.text = BLZ_BUF(BLZ_BUF_MAX);
    scanner->take = take;
    scanner->user = &b;
    BLZ_TRY(blz_json_scan(scanner));
    *out = BLZ_STEAL(b.root);
    return BLZ_OK;
}

blz_status blz_json_parse(json_t **out, const char *bytes, size_t length, size_t max_depth,
                          size_t *error_offset, const char **reason)
{
    blz_json_scanner scanner;
    blz_json_scanner_init(&scanner, bytes, length, max_depth, DEFAULT_NODES);
    scanner.wide = true;
    blz_status status = build(out, &scanner);
    if (error_offset) *error_offset = scanner.fault.start;
    if (reason) *reason = scanner.fault.message;
    return status;
}

static blz_status report(blz_diags *diags, blz_source *source, const blz_json_fault *fault)
{
    blz_span span = blz_source_span_at(source, fault->start), end = blz_source_span_at(source, fault->end);
    span.end_line = end.line;
    span.end_column = end.column;
    BLZ_TRY(blz_diags_add(
        diags, fault->code,
        &(blz_diag){.source = source, .span = span, .message = fault->message, .hint = fault->hint}));
    return BLZ_ERR_SYNTAX;
}

static blz_status read(json_t **out, blz_ctx *ctx, blz_source *source, bool wide, bool nul, blz_diags *diags)
{
    blz_json_scanner scanner;
    size_t length = 0;
    const char *text = blz_source_bytes(source, &length);
    blz_json_scanner_init(&scanner, text, length, blz_ctx_limit(ctx, BLZ_LIMIT_DEPTH),
                          blz_ctx_limit(ctx, BLZ_LIMIT_NODES));
    scanner.wide = wide;
    scanner.nul = nul;
    blz_source_set_locator(source, blz_json_locate);
    blz_status status = BLZ_ERR_LIMIT;
    if (length > blz_ctx_limit(ctx, BLZ_LIMIT_BYTES))
        scanner.fault = (blz_json_fault){"BLZ005", 0, 0, "the text is larger than blazon reads", NULL};
    else
        status = build(out, &scanner);
    bool refused = status == BLZ_ERR_SYNTAX || status == BLZ_ERR_LIMIT;
    return refused && scanner.fault.code ? report(diags, source, &scanner.fault) : status;
}

blz_status blz_json_read(json_t **out, blz_ctx *ctx, blz_source *source, blz_diags *diags)
{
    return read(out, ctx, source, false, false, diags);
}

blz_status blz_json_read_wide(json_t **out, blz_ctx *ctx, blz_source *source, blz_diags *diags)
{
    return read(out, ctx, source, true, false, diags);
}

blz_status blz_json_read_nul(json_t **out, blz_ctx *ctx, blz_source *source, blz_diags *diags)
{
    return read(out, ctx, source, true, true, diags);
}
