#include "verify/known_list.h"

#include <string.h>

#include "base/cache.h"
#include "base/ctx.h"
#include "codec/json_read.h"
#include "status/revocations.h"
#include "verify/part.h"

/* What a value of JSON takes in memory, at most, for each byte of its text. */
enum { WEIGHT_OF_JSON = 16 };

void blz_known_list_free(blz_known_list *list)
{
    if (!list || --list->references > 0) return;
    json_decref(list->purposes);
    json_decref(list->revoked);
    blz_bits_clear(&list->bits);
    blz_arena_clear(&list->arena);
    blz_free(list);
}

static void release(void *value)
{
    blz_known_list_free(value);
}

static blz_status keep(blz_known_list *list, const char **out, const char *text)
{
    *out = text ? blz_arena_strdup(&list->arena, text) : NULL;
    return text && !*out ? BLZ_ERR_NOMEM : BLZ_OK;
}

static blz_status settle(blz_known_list *list, blz_verdict verdict, const char *why)
{
    list->verdict = verdict;
    return keep(list, &list->why, why);
}

/* A list that has ended, or not begun, is a good one that does not tell about today. */
static bool is_about_dates(const blz_step *step)
{
    return strncmp(step->id, "validity.", 9) == 0;
}

static const blz_step *worst_of(const blz_report *report)
{
    const blz_step *worst = NULL;
    for (size_t i = 0; i < report->step_count; i++) {
        const blz_step *step = &report->steps[i];
        if (step->outcome < BLZ_STEP_UNKNOWN) continue;
        bool fails = step->outcome == BLZ_STEP_FAIL && !is_about_dates(step);
        if (fails) return step;
        if (!worst) worst = step;
    }
    return worst;
}

static blz_status judge(blz_known_list *list, const blz_report *report)
{
    const blz_step *worst = worst_of(report);
    blz_verdict verdict = blz_report_verdict(report);
    if (verdict == BLZ_VALID) return settle(list, verdict, NULL);
    if (!worst) return settle(list, BLZ_UNDECIDED, "nothing proves who made it");
    if (worst->outcome != BLZ_STEP_FAIL || is_about_dates(worst)) verdict = BLZ_UNDECIDED;
    return settle(list, verdict, worst->message);
}

static blz_status take_list(blz_known_list *list, const blz_check *check, const char *url,
                            const blz_document *document)
{
    BLZ_AUTO(blz_report) report = NULL;
    BLZ_TRY(blz_verify_status_list(&report, list, check, url, document->bytes, document->length));
    return judge(list, report);
}

static blz_status take_revocations(blz_known_list *list, const blz_check *check, const char *url,
                                   const blz_document *document)
{
    json_auto_t *json = NULL;
    const char *why = NULL;
    (void)url;
    blz_status status = blz_json_parse(&json, document->bytes, document->length,
                                       blz_ctx_limit(check->ctx, BLZ_LIMIT_DEPTH), NULL, &why);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK) return settle(list, BLZ_UNDECIDED, why ? why : blz_status_text(status));
    if (!blz_revocations_are(json, &why)) return settle(list, BLZ_UNDECIDED, why);
    BLZ_TRY(keep(list, &list->issuer, blz_vc_issuer_id(json)));
    BLZ_TRY(blz_revocations_by_id(&list->revoked, json));
    return settle(list, BLZ_VALID, NULL);
}

typedef blz_status take_fn(blz_known_list *list, const blz_check *check, const char *url,
                           const blz_document *document);

/* `*weight` gets what it takes to remember it. */
static blz_status fetch(blz_known_list *list, size_t *weight, const blz_check *check, const char *url,
                        take_fn *take)
{
    BLZ_SCOPED(blz_document) document = {0};
    blz_status status = blz_ctx_load(check->ctx, url, &document);
    if (status == BLZ_ERR_NOMEM) return status;
    list->missing = status != BLZ_OK;
    if (list->missing) return settle(list, BLZ_UNDECIDED, blz_document_why(&document, status));
    BLZ_TRY(take(list, check, url, &document));
    *weight += list->bits.count / 8 + (list->revoked ? document.length * WEIGHT_OF_JSON : 0);
    return BLZ_OK;
}

static blz_status remember(const blz_check *check, const char *key, blz_known_list *list, size_t weight)
{
    blz_cache *cache = blz_ctx_kept(check->ctx, BLZ_SLOT_STATUSES);
    list->references++;
    return blz_cache_put(cache, key, list, weight, release);
}

static void free_cache(void *value)
{
    blz_cache_free(value);
}

static blz_status cache_of(blz_cache **out, blz_ctx *ctx)
{
    *out = blz_ctx_kept(ctx, BLZ_SLOT_STATUSES);
    if (*out) return BLZ_OK;
    BLZ_TRY(blz_cache_new(out, blz_ctx_limit(ctx, BLZ_LIMIT_REMEMBERED)));
    blz_ctx_keep(ctx, BLZ_SLOT_STATUSES, *out, free_cache);
    return BLZ_OK;
}

/* What is said of a list depends on the moment, on the policy and on who is trusted. */
static blz_status get(blz_known_list **out, const blz_check *check, const char *url, char kind, take_fn *take)
{
    enum { LIST_WEIGHT = 1024 };
    size_t weight = LIST_WEIGHT;
    blz_cache *cache = NULL;
    BLZ_SCOPED(blz_buf) key = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_printf(&key, "%c %d %lld %p %s", kind, (int)check->policy, (long long)check->now,
                           (const void *)check->trust, url));
    BLZ_TRY(cache_of(&cache, check->ctx));
    blz_known_list *known = blz_cache_get(cache, key.data);
    if (known) {
        known->references++;
        *out = known;
        return BLZ_OK;
    }
    BLZ_AUTO(blz_known_list) list = blz_calloc(1, sizeof *list);
    BLZ_TRY_MEM(list);
    list->references = 1;
    BLZ_TRY(fetch(list, &weight, check, url, take));
    BLZ_TRY(remember(check, key.data, list, weight));
    *out = BLZ_STEAL(list);
    return BLZ_OK;
}

blz_status blz_known_list_get(blz_known_list **out, const blz_check *check, const char *url)
{
    return get(out, check, url, 'b', take_list);
}

blz_status blz_known_revocations_get(blz_known_list **out, const blz_check *check, const char *url)
{
    return get(out, check, url, 'r', take_revocations);
}
