#include <string.h>

#include "codec/json_ptr.h"
#include "lint/check.h"
#include "lint/words.h"

/* Texts that somebody meant to replace. */

static bool is_dots(const char *text)
{
    const char *rest = text + strspn(text, " .?_-");
    while (strncmp(rest, "\xE2\x80\xA6", 3) == 0)
        rest += 3;
    return !blz_text_is_blank(text) && blz_text_is_blank(rest + strspn(rest, " ."));
}

static bool is_bracketed(const char *text)
{
    size_t length = strlen(text);
    if (length < 3 || strchr(text, '\n')) return false;
    return (text[0] == '[' && text[length - 1] == ']') || (text[0] == '<' && text[length - 1] == '>');
}

static bool is_marker(const blz_word *word)
{
    /* In pieces, or a search for what is unfinished in blazon itself would end here. */
    static const char *const markers[] = {"TO"
                                          "DO",
                                          "TBD", "TBA",
                                          "FIX"
                                          "ME",
                                          "XX"
                                          "X"};
    for (size_t i = 0; i < BLZ_COUNT_OF(markers); i++)
        if (strlen(markers[i]) == word->length && memcmp(word->at, markers[i], word->length) == 0)
            return true;
    return false;
}

static bool is_placeholder(const char *text)
{
    blz_word word;
    if (is_dots(text) || is_bracketed(text) || blz_text_find(text, "lorem ipsum")) return true;
    while (blz_word_next(&word, &text))
        if (is_marker(&word)) return true;
    return false;
}

static blz_status check_text(const blz_lint *lint, const char *pointer, const char *text)
{
    if (!is_placeholder(text)) return BLZ_OK;
    return blz_lint_report(lint, "BLZ805", pointer,
                           &(blz_diag){.message = "this text is still a placeholder",
                                       .reason = "it would be part of every badge",
                                       .hint = "write the text, or leave the key out"});
}

static blz_status walk(const blz_lint *lint, blz_buf *path, json_t *value);

static blz_status walk_members(const blz_lint *lint, blz_buf *path, json_t *value)
{
    size_t mark = path->length, i = 0;
    const char *key = NULL;
    json_t *member = NULL;
    json_object_foreach (value, key, member) {
        BLZ_TRY(blz_json_ptr_push(path, key));
        BLZ_TRY(walk(lint, path, member));
        blz_json_ptr_cut(path, mark);
    }
    json_array_foreach (value, i, member) {
        BLZ_TRY(blz_json_ptr_index(path, i));
        BLZ_TRY(walk(lint, path, member));
        blz_json_ptr_cut(path, mark);
    }
    return BLZ_OK;
}

static blz_status walk(const blz_lint *lint, blz_buf *path, json_t *value)
{
    if (json_is_string(value)) return check_text(lint, path->data, json_string_value(value));
    return walk_members(lint, path, value);
}

blz_status blz_check_placeholders(const blz_lint *lint)
{
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
    return walk(lint, &path, lint->definition->json);
}
