#include "badge/input.h"

#include <string.h>

#include "codec/json_read.h"
#include "codec/magic.h"
#include "jose/jws.h"

#include <blazon/definition.h>

enum { URL_MAX = 4096 };

#define OTHER_JSON                                                                                           \
    "this is JSON, but not an object as a badge is; where several badges stand in a list, verify each"

static blz_status answer(blz_input *input, blz_form form, const char *what, const char *problem)
{
    input->form = form;
    input->what = what;
    input->problem = problem;
    return BLZ_OK;
}

/* Whether the first bytes have the word somewhere. */
static bool contains(const char *bytes, size_t length, const char *word)
{
    size_t size = strlen(word);
    for (size_t i = 0; i + size <= length && i < 4096; i++)
        if (memcmp(bytes + i, word, size) == 0) return true;
    return false;
}

/* Looks like a token from its start; whether it is one, reading it will tell. */
static bool is_token_text(const char *text, size_t length)
{
    for (size_t i = 0; i < length && i < 64; i++)
        if ((unsigned char)text[i] <= ' ' || (unsigned char)text[i] >= 0x7f) return false;
    return memchr(text, '.', length) != NULL;
}

static bool is_web_address(const char *text, size_t length)
{
    size_t scheme = length > 8 && memcmp(text, "https://", 8) == 0  ? 8
                    : length > 7 && memcmp(text, "http://", 7) == 0 ? 7
                                                                    : 0;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] <= ' ' || (unsigned char)text[i] >= 0x7f) return false;
    return scheme && length < URL_MAX;
}

/* How the text is wrong that is neither, as far as that can be told. */
static const char *neither(const char *text, size_t length)
{
    size_t word = 0;
    while (word < length && (unsigned char)text[word] > ' ' && (unsigned char)text[word] < 0x7f)
        word++;
    if (word < length && is_web_address(text, word))
        return "this is more than one web address, or one with a space in it; give each badge by itself";
    if (word < length && memcmp(text, "eyJ", word < 3 ? word : 3) == 0)
        return "this looks like a signed token with spaces or line ends in it; take them out, so that it is "
               "one long word";
    return "this is neither JSON nor a signed token (three groups of letters with two dots between them)";
}

/* A path behind the name of a host; tokens have no such thing. */
static bool lacks_scheme(const char *text, size_t length)
{
    const char *slash = memchr(text, '/', length);
    return slash && slash != text && !memchr(text, ':', length) && memchr(text, '.', (size_t)(slash - text));
}

static bool is_bare_json(const char *text, size_t length)
{
    static const char *const words[] = {"null", "true", "false"};
    for (size_t i = 0; i < BLZ_COUNT_OF(words); i++)
        if (strlen(words[i]) == length && memcmp(text, words[i], length) == 0) return true;
    return false;
}

static blz_status token(blz_input *input, const char *text, size_t length)
{
    if (is_web_address(text, length)) {
        input->token = text;
        input->token_length = length;
        return answer(input, BLZ_FORM_URL, NULL, NULL);
    }
    if (is_bare_json(text, length)) return answer(input, BLZ_FORM_NONE, "other JSON", OTHER_JSON);
    if (lacks_scheme(text, length))
        return answer(input, BLZ_FORM_NONE, "text",
                      "this looks like a web address without https:// before it; write it out");
    if (!is_token_text(text, length)) return answer(input, BLZ_FORM_NONE, "text", neither(text, length));
    input->token = text;
    input->token_length = length;
    return answer(input, BLZ_FORM_JWT, NULL, NULL);
}

/* An EnvelopedVerifiableCredential carries its token in a data: URL. */
static blz_status enveloped(blz_input *input, const char *id)
{
    const char *comma = strchr(id, ',');
    if (strncmp(id, "data:application/", 17) != 0 || !comma || contains(id, (size_t)(comma - id), ";base64"))
        return answer(
            input, BLZ_FORM_NONE, "an envelope",
            "this is an EnvelopedVerifiableCredential whose id is not a data: URL with a token in it");
    return token(input, comma + 1, strlen(comma + 1));
}

static blz_status object(blz_input *input)
{
    const char *type = json_string_value(json_object_get(input->json, "type"));
    const char *id = json_string_value(json_object_get(input->json, "id"));
    if (type && strcmp(type, "EnvelopedVerifiableCredential") == 0 && id) return enveloped(input, id);
    if (json_object_get(input->json, "payload") &&
        (json_object_get(input->json, "signatures") || json_object_get(input->json, "signature")))
        return answer(
            input, BLZ_FORM_NONE, "a JWS in JSON form",
            "this is a JWS in its JSON form; Open Badges allows only the compact form, three groups of "
            "letters with two dots between them");
    return answer(input, BLZ_FORM_JSON, NULL, NULL);
}

static blz_status value(blz_input *input)
{
    if (json_is_object(input->json)) return object(input);
    if (json_is_string(input->json))
        return token(input, json_string_value(input->json), json_string_length(input->json));
    return answer(input, BLZ_FORM_NONE, "other JSON", OTHER_JSON);
}

/* Lines and columns of characters, as editors count them. */
static void tell_place(blz_input *input, const char *at, const char *fault)
{
    input->line = input->column = 1;
    for (; at < fault; at++) {
        bool newline = *at == '\n';
        input->line += newline;
        input->column = newline ? 1 : input->column + (((unsigned char)*at & 0xC0) != 0x80);
    }
}

/* The text is a part of what begins at `whole`. */
static blz_status json(blz_input *input, blz_ctx *ctx, const char *whole, const char *text, size_t length)
{
    const char *reason = NULL;
    size_t offset = 0;
    blz_status status =
        blz_json_parse(&input->json, text, length, blz_ctx_limit(ctx, BLZ_LIMIT_DEPTH), &offset, &reason);
    if (status == BLZ_ERR_NOMEM) return status;
    input->broken = status != BLZ_OK;
    if (input->broken) tell_place(input, whole, text + offset);
    if (input->broken)
        return answer(input, BLZ_FORM_NONE, "broken JSON", reason ? reason : blz_status_text(status));
    return value(input);
}

/* Without images, which are not nested. */
static blz_status text(blz_input *input, blz_ctx *ctx, const char *bytes, size_t length)
{
    const blz_magic *magic = blz_magic_of(bytes, length);
    if (magic) return answer(input, BLZ_FORM_NONE, magic->what, magic->problem);
    if (blz_definition_is_marked(bytes, length))
        return answer(
            input, BLZ_FORM_NONE, "a definition",
            "this is a definition, from which badges are made, and no badge yet; blazon issue makes one");
    const char *whole = bytes;
    while (length && strchr(" \t\r\n", bytes[0]) && bytes[0])
        bytes++, length--;
    while (length && strchr(" \t\r\n", bytes[length - 1]) && bytes[length - 1])
        length--;
    if (length == 0) return answer(input, BLZ_FORM_NONE, "nothing", "this is empty");
    if (*bytes == '<')
        return answer(
            input, BLZ_FORM_NONE, "a web page",
            "this is a web page or another XML text, not a badge; download the badge itself, a .json, .jwt, "
            ".png or .svg file");
    if (strchr("{[\"", *bytes) && *bytes) return json(input, ctx, whole, bytes, length);
    return token(input, bytes, length);
}

static blz_status image(blz_input *input, blz_ctx *ctx, const char *bytes, size_t length)
{
    blz_status status = blz_unbake(&input->baked, ctx, bytes, length, &input->image_problem);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_OK) return text(input, ctx, input->baked.text, input->baked.length);
    bool png = blz_image_kind_of(bytes, length) == BLZ_IMAGE_PNG;
    return answer(input, BLZ_FORM_NONE, png ? "a PNG image" : "an SVG image",
                  input->image_problem ? input->image_problem : blz_status_text(status));
}

blz_status blz_input_read(blz_input *out, blz_ctx *ctx, const char *bytes, size_t length)
{
    *out = (blz_input){0};
    if (length > blz_ctx_limit(ctx, BLZ_LIMIT_BYTES))
        return answer(out, BLZ_FORM_NONE, "too large", "this is larger than blazon reads");
    if (blz_image_kind_of(bytes, length) != BLZ_IMAGE_OTHER) return image(out, ctx, bytes, length);
    return text(out, ctx, bytes, length);
}

static blz_status claims(json_t **out, const blz_input *input, blz_ctx *ctx, const char **problem)
{
    BLZ_AUTO(blz_jws) jws = NULL;
    BLZ_TRY(blz_jws_parse(&jws, ctx, input->token, input->token_length, problem));
    return blz_json_parse(out, jws->payload, jws->payload_length, blz_ctx_limit(ctx, BLZ_LIMIT_DEPTH), NULL,
                          problem);
}

blz_status blz_input_document(json_t **out, const blz_input *input, blz_ctx *ctx, const char **problem)
{
    json_auto_t *document = NULL;
    *problem = input->problem ? input->problem : "this is no object in JSON";
    blz_status status = BLZ_OK;
    if (input->form == BLZ_FORM_JSON)
        document = json_incref(input->json);
    else if (input->form == BLZ_FORM_JWT)
        status = claims(&document, input, ctx, problem);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK || !json_is_object(document)) return BLZ_ERR_INVALID;
    *out = json_incref(document);
    return BLZ_OK;
}

blz_status blz_input_of(blz_input *out, json_t *json)
{
    *out = (blz_input){.json = json_incref(json)};
    return value(out);
}

void blz_input_clear(blz_input *input)
{
    json_decref(input->json);
    blz_baked_clear(&input->baked);
    blz_free(input->image_problem);
    *input = (blz_input){0};
}
