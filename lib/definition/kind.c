#include "definition/kind.h"

#include <string.h>

#include "base/text.h"
#include "codec/json_ptr.h"

static const struct kind {
    const char *name, *mark, *phrase;
    const char *telltale[3]; /* keys that no other kind has at its top */
} kinds[BLZ_DEFINITION_KIND_COUNT_] = {
    {"micro-credential", "micro-credential/1", "a micro-credential", {"competency", "evidence", "method"}},
    {"rubric", "rubric/1", "a rubric", {"levels", "criteria", "passing"}},
    {"issuer", "issuer/1", "an issuer", {"email", "url", "keys"}},
    {"stack", "stack/1", "a stack", {"earn", "capstone", "requires"}},
    {"trust", "trust/1", "a trust file", {"issuers", "others"}},
};

static const char *const names[] = {"micro-credential", "rubric", "issuer", "stack", "trust"};

const char *blz_definition_kind_name(blz_definition_kind kind)
{
    return (unsigned)kind < BLZ_COUNT_OF(kinds) ? kinds[kind].name : NULL;
}

const char *blz_kind_phrase(blz_definition_kind kind)
{
    return kinds[kind].phrase;
}

static blz_definition_kind find(const char *name, size_t length)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(kinds); i++)
        if (strlen(names[i]) == length && strncmp(names[i], name, length) == 0) return (blz_definition_kind)i;
    return BLZ_DEFINITION_KIND_COUNT_;
}

static blz_definition_kind find_mark(const json_t *value)
{
    const char *mark = json_string_value(value);
    for (size_t i = 0; mark && i < BLZ_COUNT_OF(kinds); i++)
        if (strcmp(mark, kinds[i].mark) == 0) return (blz_definition_kind)i;
    return BLZ_DEFINITION_KIND_COUNT_;
}

/* The kind that the writer of `text` may have meant: "Rubric", "microcredential/1". */
static blz_definition_kind suggest(const char *text)
{
    char word[64] = "";
    size_t length = strcspn(text, "/");
    if (length >= sizeof word) return BLZ_DEFINITION_KIND_COUNT_;
    memcpy(word, text, length);
    const char *near = blz_suggest(word, names, BLZ_COUNT_OF(names));
    return near ? find(near, strlen(near)) : BLZ_DEFINITION_KIND_COUNT_;
}

/* The kind that has such keys. Micro-credentials come first because they, too, may have `requires`. */
static blz_definition_kind guess(const json_t *tree)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(kinds); i++)
        for (size_t j = 0; j < BLZ_COUNT_OF(kinds[i].telltale); j++)
            if (json_object_get(tree, kinds[i].telltale[j])) return (blz_definition_kind)i;
    return BLZ_DEFINITION_KIND_COUNT_;
}

static const char *advice(blz_diags *diags, blz_definition_kind kind)
{
    if (kind == BLZ_DEFINITION_KIND_COUNT_)
        return "write one of micro-credential/1, rubric/1, issuer/1, stack/1 and trust/1";
    return blz_diags_text(diags, "did you mean \"blazon: %s\"?", kinds[kind].mark);
}

static blz_status add(blz_diags *diags, blz_source *source, const char *pointer, const char *message,
                      const char *hint)
{
    if (!message || !hint) return BLZ_ERR_NOMEM;
    return blz_diags_add(diags, "BLZ104",
                         &(blz_diag){.source = source,
                                     .pointer = pointer,
                                     .message = message,
                                     .reason = "the key blazon says what kind of definition a file holds",
                                     .hint = hint});
}

/* A key that can only be meant to be "blazon": written with a capital, or misspelt. */
static const char *misspelt_mark(json_t *tree)
{
    static const char *const mark[] = {"blazon"};
    const char *first = json_object_iter_key(json_object_iter(tree));
    if (!first || json_object_get(tree, "blazon") || !blz_suggest(first, mark, 1)) return NULL;
    return find_mark(json_object_get(tree, first)) == BLZ_DEFINITION_KIND_COUNT_ ? NULL : first;
}

/* The key is taken for the one that is meant, so that nothing else is said about it. */
static blz_status rename_mark(json_t *tree, const char *wrong, blz_source *source, blz_diags *diags)
{
    BLZ_SCOPED(blz_buf) pointer = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_json_ptr_push(&pointer, wrong));
    const char *message =
        blz_diags_text(diags, "the first key is \"%s\", but it should be \"blazon\"", wrong);
    BLZ_TRY_MEM(message);
    BLZ_TRY(blz_diags_add(diags, "BLZ104",
                          &(blz_diag){.source = source,
                                      .pointer = pointer.data,
                                      .at_key = true,
                                      .message = message,
                                      .reason = "the key blazon says what kind of definition a file holds",
                                      .hint = "write \"blazon\", in small letters",
                                      .fix = "blazon"}));
    BLZ_TRY_MEM(json_object_set(tree, "blazon", json_object_get(tree, wrong)) == 0);
    json_object_del(tree, wrong);
    return BLZ_OK;
}

static blz_status missing_key(blz_definition_kind *kind, json_t *tree, blz_source *source, blz_diags *diags)
{
    if (json_object_get(tree, "@context") || json_object_get(tree, "achievementType"))
        return add(diags, source, "",
                   "this is Open Badges data, and not a definition from which blazon makes it",
                   "check the definition; blazon verify checks a badge");
    *kind = guess(tree);
    const char *hint =
        *kind == BLZ_DEFINITION_KIND_COUNT_
            ? "start the file with a line such as \"blazon: micro-credential/1\""
            : blz_diags_text(diags, "start the file with the line \"blazon: %s\"", kinds[*kind].mark);
    return add(diags, source, "", "the file does not start with the key \"blazon\"", hint);
}

/* `text` is not one of the marks: a word that is no kind, or a kind with a version that is not 1. */
static blz_status unknown_mark(blz_definition_kind *kind, const char *text, blz_source *source,
                               blz_diags *diags)
{
    size_t length = strcspn(text, "/");
    *kind = find(text, length);
    if (*kind == BLZ_DEFINITION_KIND_COUNT_) {
        *kind = suggest(text);
        return add(diags, source, "/blazon",
                   blz_diags_text(diags, "\"%s\" is not a kind of definition", text), advice(diags, *kind));
    }
    if (text[length] == '\0')
        return add(diags, source, "/blazon", blz_diags_text(diags, "\"%s\" comes without its version", text),
                   advice(diags, *kind));
    return add(
        diags, source, "/blazon",
        blz_diags_text(diags, "version \"%s\" of %s is not known here", text + length + 1,
                       kinds[*kind].phrase),
        blz_diags_text(diags, "this blazon reads \"%s\"; a newer one may read more", kinds[*kind].mark));
}

static blz_status check_order(json_t *tree, blz_source *source, blz_diags *diags)
{
    if (strcmp(json_object_iter_key(json_object_iter(tree)), "blazon") == 0) return BLZ_OK;
    return blz_diags_add(diags, "BLZ109",
                         &(blz_diag){.source = source,
                                     .pointer = "/blazon",
                                     .at_key = true,
                                     .message = "\"blazon\" is not the first key of the file",
                                     .reason = "people and tools look for it there",
                                     .hint = "move this line to the top"});
}

static blz_status detect_value(blz_definition_kind *kind, json_t *tree, blz_source *source, blz_diags *diags)
{
    const json_t *value = json_object_get(tree, "blazon");
    if (!value) return missing_key(kind, tree, source, diags);
    BLZ_TRY(check_order(tree, source, diags));
    if (json_is_string(value)) return unknown_mark(kind, json_string_value(value), source, diags);
    *kind = guess(tree);
    return add(diags, source, "/blazon", "the value of \"blazon\" is not text", advice(diags, *kind));
}

blz_status blz_kind_detect(blz_definition_kind *kind, json_t *tree, blz_source *source, blz_diags *diags)
{
    *kind = BLZ_DEFINITION_KIND_COUNT_;
    if (!json_is_object(tree))
        return add(diags, source, "", "the file is not made of keys and values",
                   "start it with a line such as \"blazon: micro-credential/1\"");
    const char *wrong = misspelt_mark(tree);
    if (wrong) {
        *kind = find_mark(json_object_get(tree, wrong));
        return rename_mark(tree, wrong, source, diags);
    }
    *kind = find_mark(json_object_get(tree, "blazon"));
    if (*kind != BLZ_DEFINITION_KIND_COUNT_) return check_order(tree, source, diags);
    BLZ_TRY(detect_value(kind, tree, source, diags));
    if (*kind == BLZ_DEFINITION_KIND_COUNT_) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set_new(tree, "blazon", json_string(kinds[*kind].mark)) == 0);
    return BLZ_OK;
}

bool blz_definition_is_marked(const char *bytes, size_t length)
{
    const char *at = bytes, *end = bytes + length;
    if (length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) at += 3;
    while (at < end) {
        while (at < end && strchr(" \t\r\n{\"'", *at) && *at)
            at++;
        bool passed_over =
            at < end && (*at == '#' || *at == '%' || (end - at >= 3 && memcmp(at, "---", 3) == 0));
        if (!passed_over) break;
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline : end;
    }
    static const char key[] = "blazon";
    if ((size_t)(end - at) <= strlen(key) || memcmp(at, key, strlen(key)) != 0) return false;
    at += strlen(key);
    while (at < end && (*at == '"' || *at == '\'' || *at == ' '))
        at++;
    return at < end && *at == ':';
}
