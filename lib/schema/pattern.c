#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdio.h>
#include <stdlib.h>

#include "schema/pattern.h"

enum {
    SOURCE_MAX = 1 << 16,
    MATCH_LIMIT = 200000,
    DEPTH_LIMIT = 20000,
    HEAP_LIMIT_KIB = 16384,
};

struct blz_pattern {
    pcre2_general_context *general;
    pcre2_match_context *match;
    pcre2_code *code;
};

static void *allocate(size_t size, void *user)
{
    (void)user;
    return blz_malloc(size);
}

static void release(void *memory, void *user)
{
    (void)user;
    blz_free(memory);
}

void blz_pattern_free(blz_pattern *pattern)
{
    if (!pattern) return;
    pcre2_code_free(pattern->code);
    pcre2_match_context_free(pattern->match);
    pcre2_general_context_free(pattern->general);
    blz_free(pattern);
}

static blz_status make_contexts(blz_pattern *pattern)
{
    pattern->general = pcre2_general_context_create(allocate, release, NULL);
    BLZ_TRY_MEM(pattern->general);
    pattern->match = pcre2_match_context_create(pattern->general);
    BLZ_TRY_MEM(pattern->match);
    pcre2_set_match_limit(pattern->match, MATCH_LIMIT);
    pcre2_set_depth_limit(pattern->match, DEPTH_LIMIT);
    pcre2_set_heap_limit(pattern->match, HEAP_LIMIT_KIB);
    return BLZ_OK;
}

static blz_status compile(blz_pattern *pattern, const blz_buf *text, char *problem, size_t problem_size)
{
    const uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALLOW_EMPTY_CLASS |
                             PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C;
    pcre2_compile_context *context = pcre2_compile_context_create(pattern->general);
    BLZ_TRY_MEM(context);
    int error = 0;
    size_t offset = 0;
    const char *data = text->data ? text->data : "";
    pattern->code = pcre2_compile((PCRE2_SPTR)data, text->length, options, &error, &offset, context);
    pcre2_compile_context_free(context);
    if (pattern->code) return BLZ_OK;
    if (error == PCRE2_ERROR_HEAP_FAILED) return BLZ_ERR_NOMEM;
    if (problem) pcre2_get_error_message(error, (PCRE2_UCHAR *)problem, problem_size);
    return BLZ_ERR_INVALID;
}

blz_status blz_pattern_compile(blz_pattern **out, const char *source, size_t length, char *problem,
                               size_t problem_size)
{
    const char *reason = NULL;
    BLZ_SCOPED(blz_buf) text = BLZ_BUF((size_t)SOURCE_MAX * 8);
    blz_status status =
        length > SOURCE_MAX ? BLZ_ERR_LIMIT : blz_pattern_translate(&text, source, length, &reason);
    if (status == BLZ_ERR_INVALID && problem) snprintf(problem, problem_size, "%s", reason);
    BLZ_TRY(status);
    BLZ_AUTO(blz_pattern) pattern = blz_calloc(1, sizeof *pattern);
    BLZ_TRY_MEM(pattern);
    BLZ_TRY(make_contexts(pattern));
    BLZ_TRY(compile(pattern, &text, problem, problem_size));
    *out = BLZ_STEAL(pattern);
    return BLZ_OK;
}

void blz_matcher_clear(blz_matcher *matcher)
{
    pcre2_match_data_free(matcher->data);
    matcher->data = NULL;
}

/* The match data keep the general context's allocator by value, so they may outlive the pattern. */
static blz_status make_matcher(blz_matcher *matcher, const blz_pattern *pattern)
{
    if (!matcher->data) matcher->data = pcre2_match_data_create(1, pattern->general);
    return matcher->data ? BLZ_OK : BLZ_ERR_NOMEM;
}

blz_status blz_pattern_match(bool *matches, const blz_pattern *pattern, blz_matcher *matcher,
                             const char *text, size_t length)
{
    BLZ_TRY(make_matcher(matcher, pattern));
    int found = pcre2_match(pattern->code, (PCRE2_SPTR)text, length, 0, 0, matcher->data, pattern->match);
    *matches = found >= 0;
    if (found >= 0 || found == PCRE2_ERROR_NOMATCH) return BLZ_OK;
    return found == PCRE2_ERROR_NOMEMORY ? BLZ_ERR_NOMEM : BLZ_ERR_LIMIT;
}
