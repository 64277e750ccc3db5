#include "codec/yaml_read.h"

#include <string.h>

#include "codec/json_write.h"
#include "codec/yaml_locate.h"
#include "codec/yaml_scalar.h"
#include "codec/yaml_text.h"

enum { FINDINGS_MAX = 50 };

typedef struct frame {
    json_t *container; /* borrowed: it hangs in its parent from the start */
    json_t *lines;     /* of a mapping: the line of each name */
    bool named;        /* the name of the next value is known */
    bool repeats;      /* one name stands twice: the others that do most likely have the same cause */
} frame;

typedef struct reader {
    yaml_parser_t parser;
    blz_yaml_text text;
    blz_diags *diags;
    size_t max_depth, max_nodes, nodes, findings, depth;
    json_t *root;
    blz_buf name;
    bool ended;
    frame open[BLZ_JSON_DEPTH_MAX];
} reader;

static void reader_clear(reader *r)
{
    yaml_parser_delete(&r->parser);
    for (size_t i = 0; i < r->depth; i++)
        json_decref(r->open[i].lines);
    json_decref(r->root);
    blz_buf_clear(&r->name);
}

/* Adds a finding and lets the reading go on, until there are many. */
static blz_status find(reader *r, const yaml_event_t *event, const char *code, const char *message,
                       const char *hint)
{
    blz_yaml_fault fault = {.code = code, .message = message, .hint = hint};
    fault.start = blz_yaml_offset(&r->text, &event->start_mark);
    fault.end = blz_yaml_offset(&r->text, &event->end_mark);
    BLZ_TRY(blz_yaml_report(&r->text, r->diags, &fault));
    return ++r->findings >= FINDINGS_MAX ? BLZ_ERR_SYNTAX : BLZ_OK;
}

static blz_status stop(reader *r, const yaml_event_t *event, const char *code, const char *message,
                       const char *hint)
{
    BLZ_TRY(find(r, event, code, message, hint));
    return BLZ_ERR_SYNTAX;
}

/* `value` is ours. */
static blz_status attach(reader *r, json_t *value)
{
    BLZ_TRY_MEM(value);
    if (r->depth == 0) {
        r->root = value;
        return BLZ_OK;
    }
    frame *parent = &r->open[r->depth - 1];
    int failed = parent->lines ? json_object_set_new_nocheck(parent->container, r->name.data, value)
                               : json_array_append_new(parent->container, value);
    parent->named = false;
    return failed ? BLZ_ERR_NOMEM : BLZ_OK;
}

static bool expects_name(const reader *r)
{
    return r->depth && r->open[r->depth - 1].lines && !r->open[r->depth - 1].named;
}

static blz_status check_properties(reader *r, const yaml_event_t *event, const yaml_char_t *anchor,
                                   const yaml_char_t *tag)
{
    if (anchor)
        return find(r, event, "BLZ004",
                    "a text that starts with & is taken for an anchor, which blazon does not read",
                    "put the text in quotes; if an anchor was meant, write the value out where it is needed");
    if (tag)
        return find(r, event, "BLZ004",
                    "a text that starts with ! is taken for a tag, which blazon does not read",
                    "put the text in quotes; if a tag was meant, leave it out");
    return BLZ_OK;
}

/* Whether the mapping that is open is an item of a list. */
static bool is_item(const reader *r)
{
    return r->depth > 1 && !r->open[r->depth - 2].lines;
}

static blz_status check_duplicate(reader *r, const yaml_event_t *event)
{
    frame *mapping = &r->open[r->depth - 1];
    const json_t *first = json_object_get(mapping->lines, r->name.data);
    if (first && mapping->repeats) return BLZ_OK;
    if (first) {
        mapping->repeats = true;
        const char *message =
            blz_diags_text(r->diags, "\"%s\" stands here for the second time, the first is on line %d",
                           r->name.data, (int)json_integer_value(first));
        const char *hint = is_item(r) ? "keep one of the two; if a new item of the list starts here, put "
                                        "\"- \" before it"
                                      : "keep one of the two, or join what they say";
        return find(r, event, "BLZ003", message, hint);
    }
    json_int_t line = (json_int_t)event->start_mark.line + 1;
    BLZ_TRY_MEM(json_object_set_new_nocheck(mapping->lines, r->name.data, json_integer(line)) == 0);
    return BLZ_OK;
}

/* Names are text; one that YAML takes for something else would not come out as it was written. */
static blz_status check_name_is_text(reader *r, const yaml_event_t *event)
{
    const char *text = (const char *)event->data.scalar.value, *message = NULL, *hint = NULL;
    size_t length = event->data.scalar.length;
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE) return BLZ_OK;
    if (length == 0)
        return find(r, event, "BLZ002", "a name is missing before this colon", "write \"name: value\"");
    if (strcmp(text, "<<") == 0)
        return find(r, event, "BLZ004", "merge keys (<<) are not read by blazon",
                    "write the members out where they are needed");
    json_auto_t *value = NULL;
    blz_status status = blz_yaml_scalar(&value, text, length, &message, &hint);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_OK && json_is_string(value)) return BLZ_OK;
    return find(r, event, "BLZ004", blz_diags_text(r->diags, "the name %s is not a text to YAML", text),
                blz_diags_text(r->diags, "put it in quotes: \"%s\"%s", text,
                               json_is_number(value) ? "; a decimal number has a point, as in 1.5" : ""));
}

static blz_status take_name(reader *r, const yaml_event_t *event)
{
    blz_buf_reset(&r->name);
    BLZ_TRY(blz_buf_append(&r->name, event->data.scalar.value, event->data.scalar.length));
    r->open[r->depth - 1].named = true;
    BLZ_TRY(check_name_is_text(r, event));
    return check_duplicate(r, event);
}

static blz_status count(reader *r, const yaml_event_t *event)
{
    if (++r->nodes <= r->max_nodes) return BLZ_OK;
    return stop(r, event, "BLZ005", "the file has more values than blazon reads",
                "the limit keeps a hostile file from using up the memory");
}

/* "id:badge" on the first lines makes the whole file one text. */
static bool is_text_for_want_of_spaces(const reader *r, const char *text)
{
    const char *colon = r->depth ? NULL : strchr(text, ':');
    return colon && colon[1] && colon[1] != ' ';
}

static blz_status take_scalar(reader *r, const yaml_event_t *event)
{
    const char *text = (const char *)event->data.scalar.value, *message = NULL, *hint = NULL;
    size_t length = event->data.scalar.length;
    BLZ_TRY(check_properties(r, event, event->data.scalar.anchor, event->data.scalar.tag));
    if (strlen(text) != length)
        return stop(r, event, "BLZ002", "the escape \\0 makes a character that no text has", "take it out");
    if (expects_name(r)) return take_name(r, event);
    BLZ_TRY(count(r, event));
    json_t *value = NULL;
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return attach(r, json_stringn_nocheck(text, length));
    if (is_text_for_want_of_spaces(r, text))
        return stop(r, event, "BLZ002", "the file has no name with a value",
                    "put a space behind each colon: \"name: value\"");
    blz_status status = blz_yaml_scalar(&value, text, length, &message, &hint);
    if (status == BLZ_ERR_INVALID) {
        BLZ_TRY(find(r, event, "BLZ002", message, hint));
        value = json_null();
    }
    return attach(r, value);
}

static blz_status open_container(reader *r, const yaml_event_t *event, bool mapping)
{
    if (expects_name(r))
        return stop(r, event, "BLZ004", "a list or mapping stands where a name is expected",
                    "put a text that starts with { or [ in quotes");
    BLZ_TRY(count(r, event));
    if (r->depth >= r->max_depth || r->depth >= BLZ_JSON_DEPTH_MAX)
        return stop(r, event, "BLZ005", "values are nested more deeply here than blazon reads",
                    "the limit keeps a hostile file from using up the memory");
    frame next = {.container = mapping ? json_object() : json_array()};
    BLZ_TRY(attach(r, next.container));
    if (mapping) {
        next.lines = json_object();
        BLZ_TRY_MEM(next.lines);
    }
    r->open[r->depth++] = next;
    return BLZ_OK;
}

static blz_status start_document(reader *r, const yaml_event_t *event)
{
    if (r->root)
        return stop(r, event, "BLZ004", "a second document starts here",
                    "put it into a file of its own, or take the --- out");
    if (event->data.document_start.tag_directives.start != event->data.document_start.tag_directives.end)
        return find(r, event, "BLZ004", "%TAG lines are not read by blazon", "take the line out");
    return BLZ_OK;
}

static blz_status end_stream(reader *r, const yaml_event_t *event)
{
    r->ended = true;
    if (r->root && !json_is_null(r->root)) return BLZ_OK;
    yaml_event_t top = *event;
    top.start_mark = top.end_mark = (yaml_mark_t){0};
    return stop(r, &top, "BLZ002", "the file is empty",
                "start it with a line such as \"blazon: micro-credential/1\"");
}

static blz_status take(reader *r, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return start_document(r, event);
    case YAML_SCALAR_EVENT:
        return take_scalar(r, event);
    case YAML_MAPPING_START_EVENT:
        BLZ_TRY(check_properties(r, event, event->data.mapping_start.anchor, event->data.mapping_start.tag));
        return open_container(r, event, true);
    case YAML_SEQUENCE_START_EVENT:
        BLZ_TRY(
            check_properties(r, event, event->data.sequence_start.anchor, event->data.sequence_start.tag));
        return open_container(r, event, false);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        json_decref(r->open[--r->depth].lines);
        return BLZ_OK;
    case YAML_ALIAS_EVENT:
        return stop(r, event, "BLZ004",
                    "a text that starts with * is taken for an alias, which blazon does not read",
                    "put the text in quotes; if an alias was meant, write the value out");
    case YAML_STREAM_END_EVENT:
        return end_stream(r, event);
    default:
        return BLZ_OK;
    }
}

static blz_status read_all(reader *r)
{
    while (!r->ended) {
        yaml_event_t event;
        if (!yaml_parser_parse(&r->parser, &event)) {
            if (r->parser.error == YAML_MEMORY_ERROR) return BLZ_ERR_NOMEM;
            BLZ_TRY(blz_yaml_explain(&r->text, r->diags, &r->parser));
            return BLZ_ERR_SYNTAX;
        }
        blz_status status = take(r, &event);
        yaml_event_delete(&event);
        BLZ_TRY(status);
    }
    return r->findings ? BLZ_ERR_SYNTAX : BLZ_OK;
}

blz_status blz_yaml_read(json_t **out, blz_ctx *ctx, blz_source *source, blz_diags *diags)
{
    BLZ_SCOPED(reader) r = {.text = blz_yaml_text_of(source),
                            .diags = diags,
                            .max_depth = blz_ctx_limit(ctx, BLZ_LIMIT_DEPTH),
                            .max_nodes = blz_ctx_limit(ctx, BLZ_LIMIT_NODES),
                            .name = BLZ_BUF(BLZ_BUF_MAX)};
    r.text.source = source;
    blz_source_set_locator(source, blz_yaml_locate);
    if (r.text.length > blz_ctx_limit(ctx, BLZ_LIMIT_BYTES)) {
        blz_yaml_fault fault = {.code = "BLZ005", .message = "the file is larger than blazon reads"};
        BLZ_TRY(blz_yaml_report(&r.text, diags, &fault));
        return BLZ_ERR_SYNTAX;
    }
    BLZ_TRY(blz_yaml_check_text(&r.text, diags));
    BLZ_TRY(blz_yaml_start(&r.parser, &r.text));
    BLZ_TRY(read_all(&r));
    *out = BLZ_STEAL(r.root);
    return BLZ_OK;
}
