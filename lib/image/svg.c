#include "image/svg.h"

#include <expat.h>
#include <limits.h>
#include <string.h>
#include <strings.h>

#include "base/why.h"

enum { DEPTH_MAX = 1000 };

#define SEPARATOR "\n" /* between namespace and name: neither can have it */
#define SVG_ROOT "http://www.w3.org/2000/svg" SEPARATOR "svg"
#define NAMESPACE_2 "http://openbadges.org"
#define NAMESPACE_3 "https://purl.imsglobal.org/ob/v3p0"

static const struct row {
    const char *name, *element, *namespace;
} rows[] = {
    [BLZ_BAKING_AUTO] = {"", "", ""},
    [BLZ_BAKING_2_0] = {NAMESPACE_2 SEPARATOR "assertion", "assertion", NAMESPACE_2},
    [BLZ_BAKING_3_0] = {NAMESPACE_3 SEPARATOR "credential", "credential", NAMESPACE_3},
};

const char *blz_svg_namespace(blz_baking baking)
{
    return rows[baking].namespace;
}

const char *blz_svg_element(blz_baking baking)
{
    return rows[baking].element;
}

typedef struct reader {
    XML_Parser parser;
    const char *bytes;
    blz_svg *svg;
    size_t depth, inside; /* how deep; at which depth a credential began, 0 outside of them */
    blz_status status;    /* of what stopped it */
    const char *fault;    /* plain words for that; NULL if there are none; static */
} reader;

static void stop(reader *r, blz_status status, const char *fault)
{
    r->status = status;
    r->fault = fault;
    XML_StopParser(r->parser, XML_FALSE);
}

static size_t position(const reader *r)
{
    return (size_t)XML_GetCurrentByteIndex(r->parser);
}

static size_t position_behind(const reader *r)
{
    return position(r) + (size_t)XML_GetCurrentByteCount(r->parser);
}

static void on_declaration(void *user, const XML_Char *version, const XML_Char *encoding, int standalone)
{
    reader *r = user;
    (void)version, (void)standalone;
    if (!encoding) return;
    r->svg->ascii = strcasecmp(encoding, "UTF-8") == 0 || strcasecmp(encoding, "US-ASCII") == 0;
}

/* One that names the DTD of SVG, as older programs write it, defines nothing: no DTD is ever read. */
static void on_doctype(void *user, const XML_Char *name, const XML_Char *system, const XML_Char *public,
                       int has_internal)
{
    (void)name, (void)system, (void)public;
    if (has_internal)
        stop(user, BLZ_ERR_SYNTAX,
             "it has a <!DOCTYPE> with definitions, by which any text can stand for another one; save the "
             "image as "
             "plain SVG");
}

/* What such a DTD would define. */
static void on_entity(void *user, const XML_Char *name, int is_parameter)
{
    (void)name, (void)is_parameter;
    stop(user, BLZ_ERR_SYNTAX,
         "it has an entity (&...;) that it does not define; save the image as plain SVG");
}

static void on_namespace(void *user, const XML_Char *prefix, const XML_Char *uri)
{
    reader *r = user;
    if (r->depth || !prefix || strcmp(prefix, "openbadges") != 0) return;
    r->svg->prefix_taken = true;
    for (blz_baking baking = BLZ_BAKING_2_0; baking <= BLZ_BAKING_3_0; baking++)
        if (uri && strcmp(uri, rows[baking].namespace) == 0) r->svg->prefix = baking;
}

static void take_verify(reader *r, const XML_Char **attributes)
{
    for (; *attributes; attributes += 2) {
        if (strcmp(attributes[0], "verify") != 0) continue;
        r->svg->verify = blz_strdup(attributes[1]);
        if (!r->svg->verify) stop(r, BLZ_ERR_NOMEM, NULL);
    }
}

/* Expat tells of an entity that it leaves out in a text, not in an attribute. */
static bool has_entity(const char *tag, size_t length)
{
    static const char *const known[] = {"amp;", "lt;", "gt;", "quot;", "apos;", "#"};
    for (const char *at = tag; (at = memchr(at, '&', length - (size_t)(at - tag)));) {
        bool is_known = false;
        at++;
        for (size_t i = 0; i < BLZ_COUNT_OF(known); i++)
            is_known = is_known || strncmp(at, known[i], strlen(known[i])) == 0;
        if (!is_known) return true;
    }
    return false;
}

static void on_credential(reader *r, blz_baking baking, const XML_Char **attributes)
{
    if (r->svg->count == BLZ_SVG_CREDENTIALS_MAX) {
        stop(r, BLZ_ERR_LIMIT, "it has too many badges in it");
        return;
    }
    if (has_entity(r->bytes + position(r), position_behind(r) - position(r))) {
        on_entity(r, NULL, 0);
        return;
    }
    r->inside = r->depth;
    r->svg->spans[r->svg->count].start = position(r);
    if (r->svg->count++) return;
    r->svg->baking = baking;
    take_verify(r, attributes);
}

static void on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
    reader *r = user;
    if (r->depth == DEPTH_MAX) {
        stop(r, BLZ_ERR_LIMIT, "its elements are nested too deeply");
        return;
    }
    if (r->depth++ == 0) {
        if (strcmp(name, SVG_ROOT) != 0)
            stop(r, BLZ_ERR_SYNTAX, "its outermost element is not <svg> in the namespace of SVG");
        r->svg->tag = position(r);
        r->svg->tag_end = position_behind(r);
        return;
    }
    if (r->inside) {
        stop(r, BLZ_ERR_SYNTAX, "the badge in it has other elements inside");
        return;
    }
    for (blz_baking baking = BLZ_BAKING_2_0; baking <= BLZ_BAKING_3_0; baking++)
        if (strcmp(name, rows[baking].name) == 0) on_credential(r, baking, attributes);
}

static void on_end(void *user, const XML_Char *name)
{
    reader *r = user;
    (void)name;
    if (r->inside == r->depth) {
        r->svg->spans[r->svg->count - 1].end = position_behind(r);
        r->inside = 0;
    }
    r->depth--;
}

static void on_text(void *user, const XML_Char *text, int length)
{
    reader *r = user;
    if (!r->inside || r->svg->count > 1) return;
    blz_status status = blz_buf_append(&r->svg->body, text, (size_t)length);
    if (status == BLZ_OK) return;
    stop(r, status, status == BLZ_ERR_LIMIT ? "the badge in it is larger than blazon reads" : NULL);
}

static void listen(reader *r)
{
    XML_SetUserData(r->parser, r);
    XML_SetXmlDeclHandler(r->parser, on_declaration);
    XML_SetStartDoctypeDeclHandler(r->parser, on_doctype);
    XML_SetSkippedEntityHandler(r->parser, on_entity);
    XML_SetStartNamespaceDeclHandler(r->parser, on_namespace);
    XML_SetElementHandler(r->parser, on_start, on_end);
    XML_SetCharacterDataHandler(r->parser, on_text);
}

static blz_status refuse(const reader *r, char **why)
{
    enum XML_Error error = XML_GetErrorCode(r->parser);
    if (error == XML_ERROR_NO_MEMORY) return BLZ_ERR_NOMEM;
    if (r->status != BLZ_OK && !r->fault) return r->status;
    if (r->status != BLZ_OK) return blz_why(why, r->status, "the SVG image cannot be used: %s", r->fault);
    return blz_why(why, BLZ_ERR_SYNTAX, "the SVG image is not well-formed: %s (at line %lu, column %lu)",
                   XML_ErrorString(error), (unsigned long)XML_GetCurrentLineNumber(r->parser),
                   (unsigned long)XML_GetCurrentColumnNumber(r->parser) + 1);
}

static blz_status read(blz_svg *out, blz_ctx *ctx, const char *bytes, int length, enum XML_Error *error,
                       char **why)
{
    static const XML_Memory_Handling_Suite memory = {blz_malloc, blz_realloc, blz_free};
    *out = (blz_svg){.ascii = true, .body = BLZ_BUF(blz_ctx_limit(ctx, BLZ_LIMIT_BYTES))};
    reader r = {.parser = XML_ParserCreate_MM(NULL, &memory, SEPARATOR), .bytes = bytes, .svg = out};
    BLZ_TRY_MEM(r.parser);
    listen(&r);
    bool whole = XML_Parse(r.parser, bytes, length, XML_TRUE) == XML_STATUS_OK;
    *error = XML_GetErrorCode(r.parser);
    blz_status status = whole ? BLZ_OK : refuse(&r, why);
    XML_ParserFree(r.parser);
    return status;
}

blz_status blz_svg_read(blz_svg *out, blz_ctx *ctx, const char *bytes, size_t length, char **why)
{
    enum XML_Error error = XML_ERROR_NONE;
    if (length > INT_MAX) return blz_why(why, BLZ_ERR_LIMIT, "the SVG image is larger than blazon reads");
    blz_status status = read(out, ctx, bytes, (int)length, &error, why);
    /* Expat says this of a prefix that it had no memory for, too: it is believed when it comes twice. */
    if (error == XML_ERROR_UNBOUND_PREFIX) {
        blz_svg_clear(out);
        status = read(out, ctx, bytes, (int)length, &error, why);
    }
    return status;
}

void blz_svg_clear(blz_svg *svg)
{
    blz_free(svg->verify);
    blz_buf_clear(&svg->body);
    svg->verify = NULL;
}
