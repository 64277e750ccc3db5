#include <string.h>

#include "rdf/nquads.h"

/* RDF 1.1 N-Quads, 4: one statement a line. What the grammar leaves open is closed: IRIs are absolute,
 * escapes stand for characters. */

typedef struct reader {
    blz_dataset *data;
    const char *at, *end;
    const char *text; /* start of the whole text */
    const char *message;
    blz_buf literal, iri, tag; /* with their escapes resolved, or with a NUL behind them */
} reader;

/* The fault is at `at`. */
static blz_status refuse(reader *r, const char *at, const char *message)
{
    r->at = at;
    r->message = message;
    return BLZ_ERR_SYNTAX;
}

static bool at_char(const reader *r, char c)
{
    return r->at < r->end && *r->at == c;
}

static void skip_space(reader *r)
{
    while (at_char(r, ' ') || at_char(r, '\t'))
        r->at++;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* \uXXXX or \UXXXXXXXX, from behind the letter. */
static blz_status read_code(reader *r, const char *start, int digits, uint32_t *code)
{
    *code = 0;
    for (; digits > 0; digits--, r->at++) {
        int digit = r->at < r->end ? hex_digit(*r->at) : -1;
        if (digit < 0) return refuse(r, r->at, "an escape has too few hexadecimal digits");
        *code = *code * 16 + (uint32_t)digit;
    }
    if (*code > 0x10ffff || (*code >= 0xd800 && *code <= 0xdfff))
        return refuse(r, start, "an escape stands for no character");
    return BLZ_OK;
}

static blz_status read_escape(reader *r, blz_buf *out, bool short_ones)
{
    static const char letters[] = "tbnrf\"'\\", meanings[] = "\t\b\n\r\f\"'\\";
    const char *start = r->at++;
    uint32_t code = 0;
    char letter = r->at < r->end ? *r->at : '\0';
    if (letter == 'u' || letter == 'U') {
        r->at++;
        BLZ_TRY(read_code(r, start, letter == 'u' ? 4 : 8, &code));
        return blz_utf8_put(out, code);
    }
    const char *found = short_ones && letter ? strchr(letters, letter) : NULL;
    if (!found) return refuse(r, start, "a backslash is followed by a character that makes no escape");
    r->at++;
    return blz_buf_putc(out, meanings[found - letters]);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A scheme and a colon. */
static bool is_absolute(blz_slice iri)
{
    size_t i = 0;
    if (iri.length == 0 || !is_letter(iri.at[0])) return false;
    while (i < iri.length && (is_letter(iri.at[i]) || is_digit(iri.at[i]) || strchr("+-.", iri.at[i])))
        i++;
    return i < iri.length && iri.at[i] == ':';
}

static bool never_in_iri(char c)
{
    static const bool never[128] = {
        ['<'] = true, ['>'] = true, ['"'] = true, ['{'] = true,  ['}'] = true,
        ['|'] = true, ['^'] = true, ['`'] = true, ['\\'] = true,
    };
    unsigned char byte = (unsigned char)c;
    return byte <= 0x20 || (byte < 0x80 && never[byte]);
}

/* Passes over what stands for itself. */
static blz_slice skip_iri(reader *r)
{
    const char *start = r->at;
    while (r->at < r->end && !never_in_iri(*r->at))
        r->at++;
    return (blz_slice){start, (size_t)(r->at - start)};
}

static blz_status read_iri_escape(reader *r)
{
    const char *start = r->at;
    size_t before = r->iri.length;
    BLZ_TRY(read_escape(r, &r->iri, false));
    if (!never_in_iri(r->iri.data[before])) return BLZ_OK;
    return refuse(r, start, "an escape stands for a character that no IRI may have");
}

/* From the `<` to behind the `>`. The slice is the text itself, or in the buffer if there are escapes. */
static blz_status scan_iri(reader *r, blz_slice *out)
{
    const char *start = r->at++;
    *out = skip_iri(r);
    if (at_char(r, '\\')) {
        blz_buf_reset(&r->iri);
        BLZ_TRY(blz_buf_append(&r->iri, out->at, out->length));
        while (at_char(r, '\\')) {
            BLZ_TRY(read_iri_escape(r));
            blz_slice more = skip_iri(r);
            BLZ_TRY(blz_buf_append(&r->iri, more.at, more.length));
        }
        *out = (blz_slice){r->iri.data, r->iri.length};
    }
    if (r->at == r->end) return refuse(r, r->at, "an IRI has no > at its end");
    if (*r->at != '>') return refuse(r, r->at, "an IRI has a character that must not be in it");
    r->at++;
    return is_absolute(*out) ? BLZ_OK
                             : refuse(r, start, "an IRI is relative; N-Quads has absolute ones only");
}

static blz_status read_iri(reader *r, blz_term **out)
{
    blz_slice iri = {0};
    BLZ_TRY(scan_iri(r, &iri));
    return blz_dataset_iri(r->data, out, iri.at, iri.length);
}

/* PN_CHARS of the grammar, beyond ASCII as Turtle has it. */
static bool in_label(uint32_t c, bool first)
{
    if (c < 0x80)
        return is_letter((char)c) || is_digit((char)c) || c == '_' || c == ':' || (!first && c == '-');
    static const uint32_t starts[][2] = {{0xc0, 0xd6},     {0xd8, 0xf6},     {0xf8, 0x2ff},
                                         {0x370, 0x37d},   {0x37f, 0x1fff},  {0x200c, 0x200d},
                                         {0x2070, 0x218f}, {0x2c00, 0x2fef}, {0x3001, 0xd7ff},
                                         {0xf900, 0xfdcf}, {0xfdf0, 0xfffd}, {0x10000, 0xeffff}};
    for (size_t i = 0; i < BLZ_COUNT_OF(starts); i++)
        if (c >= starts[i][0] && c <= starts[i][1]) return true;
    return !first && (c == 0xb7 || (c >= 0x300 && c <= 0x36f) || c == 0x203f || c == 0x2040);
}

static blz_status read_blank(reader *r, blz_term **out)
{
    if (r->end - r->at < 2 || r->at[1] != ':') return refuse(r, r->at, "a blank node starts with _:");
    const char *start = r->at += 2, *last = start;
    while (r->at < r->end) {
        uint32_t code = 0;
        size_t length = blz_utf8_next(&code, r->at, (size_t)(r->end - r->at));
        bool dot = code == '.' && r->at > start;
        if (!dot && !in_label(code, r->at == start)) break;
        r->at += length;
        if (!dot) last = r->at;
    }
    r->at = last; /* a dot at the end is that of the statement */
    if (last == start) return refuse(r, r->at, "a blank node has no label");
    return blz_dataset_blank(r->data, out, start, (size_t)(last - start));
}

/* A copy with a NUL behind it. */
static blz_status copy(blz_buf *out, const char *text, size_t length)
{
    blz_buf_reset(out);
    return blz_buf_append(out, text, length);
}

static blz_status read_language(reader *r)
{
    const char *start = ++r->at;
    bool first = true;
    for (; r->at < r->end; r->at++) {
        bool fits = is_letter(*r->at) || (!first && is_digit(*r->at));
        if (*r->at == '-' && r->at > start && r->at[-1] != '-')
            first = false;
        else if (!fits)
            break;
    }
    if (r->at == start || r->at[-1] == '-') return refuse(r, r->at, "a language tag is not complete");
    return copy(&r->tag, start, (size_t)(r->at - start));
}

/* Passes over what stands for itself. */
static blz_slice skip_text(reader *r)
{
    const char *start = r->at;
    while (r->at < r->end && *r->at != '"' && *r->at != '\\' && *r->at != '\n' && *r->at != '\r')
        r->at++;
    return (blz_slice){start, (size_t)(r->at - start)};
}

/* From one quotation mark to behind the other. The slice is as that of scan_iri(). */
static blz_status scan_text(reader *r, blz_slice *out)
{
    r->at++;
    *out = skip_text(r);
    if (at_char(r, '\\')) {
        BLZ_TRY(copy(&r->literal, out->at, out->length));
        while (at_char(r, '\\')) {
            BLZ_TRY(read_escape(r, &r->literal, true));
            blz_slice more = skip_text(r);
            BLZ_TRY(blz_buf_append(&r->literal, more.at, more.length));
        }
        *out = (blz_slice){r->literal.data, r->literal.length};
    }
    if (!at_char(r, '"')) return refuse(r, r->at, "a text has no quotation mark at its end");
    r->at++;
    return BLZ_OK;
}

static blz_status read_datatype(reader *r)
{
    blz_slice iri = {0};
    if (r->end - r->at < 3 || r->at[1] != '^' || r->at[2] != '<')
        return refuse(r, r->at, "a datatype is written ^^<IRI>");
    r->at += 2;
    BLZ_TRY(scan_iri(r, &iri));
    return iri.at == r->iri.data ? BLZ_OK : copy(&r->iri, iri.at, iri.length);
}

static blz_status read_literal(reader *r, blz_term **out)
{
    blz_slice text = {0};
    BLZ_TRY(scan_text(r, &text));
    blz_literal literal = {.text = text.at, .length = text.length};
    if (at_char(r, '@')) {
        BLZ_TRY(read_language(r));
        literal.language = r->tag.data;
    } else if (at_char(r, '^')) {
        BLZ_TRY(read_datatype(r));
        literal.datatype = r->iri.data;
    }
    return blz_dataset_literal(r->data, out, &literal);
}

static blz_status read_term(reader *r, blz_term **out, bool blank, bool literal, const char *otherwise)
{
    skip_space(r);
    if (at_char(r, '<')) return read_iri(r, out);
    if (blank && at_char(r, '_')) return read_blank(r, out);
    if (literal && at_char(r, '"')) return read_literal(r, out);
    return refuse(r, r->at, otherwise);
}

static blz_status read_statement(reader *r)
{
    blz_term *subject = NULL, *predicate = NULL, *object = NULL, *graph = NULL;
    BLZ_TRY(read_term(r, &subject, true, false, "a subject is <IRI> or _:label"));
    BLZ_TRY(read_term(r, &predicate, false, false, "a predicate is <IRI>"));
    BLZ_TRY(read_term(r, &object, true, true, "an object is <IRI>, _:label or \"text\""));
    skip_space(r);
    if (!at_char(r, '.'))
        BLZ_TRY(read_term(r, &graph, true, false,
                          "a statement ends with a dot, before it may be a graph, <IRI> or _:label"));
    skip_space(r);
    if (!at_char(r, '.')) return refuse(r, r->at, "a statement ends with a dot");
    r->at++;
    return blz_dataset_add(r->data, &(blz_quad){subject, predicate, object, graph});
}

static blz_status read_line(reader *r)
{
    skip_space(r);
    bool statement = r->at < r->end && *r->at != '#' && *r->at != '\n' && *r->at != '\r';
    if (statement) BLZ_TRY(read_statement(r));
    skip_space(r);
    if (at_char(r, '#'))
        while (r->at < r->end && *r->at != '\n' && *r->at != '\r')
            r->at++;
    if (r->at < r->end && *r->at != '\n' && *r->at != '\r')
        return refuse(r, r->at, "there is something behind the dot of a statement");
    while (at_char(r, '\n') || at_char(r, '\r'))
        r->at++;
    return BLZ_OK;
}

static void locate(const reader *r, blz_nquads_fault *fault)
{
    const char *line = r->text;
    fault->line = 1;
    fault->message = r->message;
    for (const char *p = r->text; p < r->at; p++) {
        bool pair = *p == '\r' && p + 1 < r->end && p[1] == '\n';
        if (pair || (*p != '\n' && *p != '\r')) continue;
        fault->line++;
        line = p + 1;
    }
    fault->column = blz_utf8_count(line, (size_t)(r->at - line)) + 1;
}

blz_status blz_nquads_read(blz_dataset *data, const char *text, size_t length, blz_nquads_fault *fault)
{
    reader r = {.data = data, .at = text, .end = text + length, .text = text};
    size_t valid = blz_utf8_valid_prefix(text, length);
    blz_status status = valid == length ? BLZ_OK : refuse(&r, text + valid, "this is not UTF-8");
    r.literal = r.iri = r.tag = BLZ_BUF(length);
    while (status == BLZ_OK && r.at < r.end)
        status = read_line(&r);
    if (status == BLZ_ERR_SYNTAX && fault) locate(&r, fault);
    blz_buf_clear(&r.literal);
    blz_buf_clear(&r.iri);
    blz_buf_clear(&r.tag);
    return status;
}
