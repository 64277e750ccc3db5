#include "codec/yaml_text.h"

#include <string.h>

#include "base/text.h"

blz_yaml_text blz_yaml_text_of(const blz_source *source)
{
    blz_yaml_text text = {0};
    text.bytes = blz_source_bytes(source, &text.length);
    if (text.length >= 3 && memcmp(text.bytes, "\xEF\xBB\xBF", 3) == 0) text.origin = 3;
    return text;
}

blz_status blz_yaml_start(yaml_parser_t *parser, const blz_yaml_text *text)
{
    BLZ_TRY_MEM(yaml_parser_initialize(parser));
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
    const unsigned char *bytes = (const unsigned char *)text->bytes + text->origin;
    yaml_parser_set_input_string(parser, bytes, text->length - text->origin);
    return BLZ_OK;
}

size_t blz_yaml_offset(const blz_yaml_text *text, const yaml_mark_t *mark)
{
    size_t at = text->origin;
    for (size_t left = mark->index; left > 0 && at < text->length; left--)
        do
            at++;
        while (at < text->length && ((unsigned char)text->bytes[at] & 0xC0) == 0x80);
    return at;
}

size_t blz_yaml_line(const blz_yaml_text *text, size_t offset, size_t *end)
{
    size_t start = offset;
    while (start > text->origin && text->bytes[start - 1] != '\n')
        start--;
    *end = offset;
    while (*end < text->length && text->bytes[*end] != '\n')
        ++*end;
    if (*end > start && text->bytes[*end - 1] == '\r') --*end;
    return start;
}

/* Editors do not show a byte order mark, so it is no column. */
static blz_span span_at(const blz_yaml_text *text, size_t offset)
{
    blz_span span = blz_source_span_at(text->source, offset);
    if (text->origin && span.line == 1 && span.column > 1) span.column--;
    return span;
}

blz_status blz_yaml_report(const blz_yaml_text *text, blz_diags *diags, const blz_yaml_fault *fault)
{
    blz_span span = span_at(text, fault->start), end = span_at(text, fault->end);
    span.end_line = end.line;
    span.end_column = end.column;
    return blz_diags_add(diags, fault->code,
                         &(blz_diag){.source = text->source,
                                     .span = span,
                                     .message = fault->message,
                                     .reason = fault->reason,
                                     .hint = fault->hint});
}

static blz_status refuse(const blz_yaml_text *text, blz_diags *diags, const blz_yaml_fault *fault)
{
    BLZ_TRY(blz_yaml_report(text, diags, fault));
    return BLZ_ERR_SYNTAX;
}

/* What libyaml and blazon take as a character of YAML 1.2. */
static bool is_allowed(uint32_t code)
{
    if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
    return code < 0x7F || (code >= 0xA0 && code < 0xFFFE && code != 0xFEFF) || code > 0xFFFF;
}

/* YAML 1.1 ends a line there, YAML 1.2 and every editor do not. */
static bool is_hidden_line_end(uint32_t code)
{
    return code == 0x85 || code == 0x2028 || code == 0x2029;
}

static blz_status check_characters(const blz_yaml_text *text, blz_diags *diags)
{
    uint32_t code = 0;
    for (size_t at = text->origin, n = 0; at < text->length; at += n) {
        n = blz_utf8_next(&code, text->bytes + at, text->length - at);
        bool hidden = is_hidden_line_end(code);
        if (is_allowed(code) && !hidden) continue;
        blz_yaml_fault fault = {"BLZ006", at,   at + n,
                                NULL,     NULL, hidden ? "delete it and press Enter" : "delete it"};
        const char *kind = hidden ? "line separator" : "control character";
        fault.message = blz_diags_text(diags, "an invisible %s (U+%04X) stands here", kind, code);
        return refuse(text, diags, &fault);
    }
    return BLZ_OK;
}

/* What word processors write: a ZIP archive, the older Office format, PDF, RTF. */
static bool is_office_file(const blz_yaml_text *text)
{
    static const char *const starts[] = {"PK\x03\x04", "\xD0\xCF\x11\xE0", "%PDF-", "{\\rtf"};
    for (size_t i = 0; i < BLZ_COUNT_OF(starts); i++) {
        size_t length = strlen(starts[i]);
        if (text->length >= length && memcmp(text->bytes, starts[i], length) == 0) return true;
    }
    return false;
}

blz_status blz_yaml_check_text(const blz_yaml_text *text, blz_diags *diags)
{
    const char *bytes = text->bytes;
    const char *hint = "save the file again with the encoding UTF-8";
    if (is_office_file(text))
        return refuse(text, diags,
                      &(blz_yaml_fault){"BLZ006", 0, 1,
                                        "this is no text file but a document of a word processor", NULL,
                                        "save it as plain text, with the encoding UTF-8"});
    bool wide = text->length >= 2 &&
                (!memcmp(bytes, "\xFF\xFE", 2) || !memcmp(bytes, "\xFE\xFF", 2) || !bytes[0] || !bytes[1]);
    if (wide)
        return refuse(text, diags,
                      &(blz_yaml_fault){"BLZ006", 0, 0, "the file is saved as UTF-16 or UTF-32, not as UTF-8",
                                        NULL, hint});
    size_t valid = blz_utf8_valid_prefix(bytes, text->length);
    if (valid < text->length)
        return refuse(text, diags,
                      &(blz_yaml_fault){"BLZ006", valid, valid + 1, "this character is not saved as UTF-8",
                                        "the file was probably saved with an older encoding such as Latin-1",
                                        hint});
    return check_characters(text, diags);
}
