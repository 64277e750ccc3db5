#include "unit/jsonld/ld.h"

#include <pthread.h>

#include "jsonld/embedded.h"
#include "unit/failing.h"

#define VC2 "https://www.w3.org/ns/credentials/v2"
#define OB3 "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

#define BADGE                                                                                                \
    "{'@context': ['" VC2 "', '" OB3 "'], 'id': 'urn:a', 'type': ['VerifiableCredential', "                  \
    "'AchievementCredential'], 'name': 'N', 'issuer': {'id': 'did:ex:i', 'type': ['Profile'], 'name': "      \
    "'I'}, "                                                                                                 \
    "'validFrom': '2026-05-01T00:00:00Z', 'credentialSubject': {'id': 'did:ex:s', 'type': "                  \
    "['AchievementSubject'], 'achievement': {'id': 'urn:b', 'type': ['Achievement'], 'name': 'A', "          \
    "'description': 'D', 'criteria': {'narrative': 'C'}}}}"

static const blz_ld_options safely = {.safe = true, .direction = BLZ_LD_I18N_DATATYPE};

static blz_status put_badge(blz_ctx *ctx, const json_t *badge, char **text)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) canonical = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_ld_to_rdf(&data, ctx, badge, &safely, NULL));
    BLZ_TRY(blz_canon_write(&canonical, NULL, &data, NULL));
    return blz_buf_take(&canonical, text, NULL);
}

/* First of all: nothing is there yet, and threads come at once. */
enum { THREADS = 8, ROUNDS = 50 };

static void *work(void *user)
{
    const json_t *badge = user;
    char *first = NULL;
    blz_ctx *ctx = NULL;
    if (blz_ctx_new(&ctx) != BLZ_OK) return NULL;
    for (int i = 0; i < ROUNDS; i++) {
        char *text = NULL;
        if (put_badge(ctx, badge, &text) != BLZ_OK) break;
        if (first && strcmp(first, text) != 0) break;
        blz_free(first);
        first = text;
        if (i + 1 == ROUNDS) {
            blz_ctx_free(ctx);
            return first;
        }
    }
    blz_ctx_free(ctx);
    return NULL;
}

START_TEST(threads_share_what_lasts)
{
    pthread_t threads[THREADS];
    json_t *badge = ld_parse(BADGE);
    char *first = NULL;
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, work, badge), 0);
    for (int i = 0; i < THREADS; i++) {
        void *text = NULL;
        ck_assert_int_eq(pthread_join(threads[i], &text), 0);
        ck_assert_ptr_nonnull(text);
        if (first) ck_assert_str_eq(first, text);
        blz_free(first);
        first = text;
    }
    ck_assert_ptr_nonnull(strstr(first, "https://www.w3.org/2018/credentials#issuer"));
    blz_free(first);
    json_decref(badge);
}
END_TEST

static const blz_ld_active *process(blz_ld_run *run, const char *text)
{
    const blz_ld_active *active = NULL;
    json_t *context = ld_parse(text);
    ck_assert_ok(blz_ld_initial(run, &active));
    ck_assert_ok(blz_ld_process(run, active, &active, (blz_ld_local){.json = context}, NULL, 0));
    json_decref(context);
    return active;
}

START_TEST(the_same_way_leads_to_the_same_context)
{
    blz_ctx *ctx = ld_context();
    BLZ_SCOPED(blz_arena) arena = {0};
    blz_ld_run run;
    ld_open(&run, ctx, &arena, NULL);
    const blz_ld_active *active = process(&run, "['" VC2 "', '" OB3 "']");
    ck_assert(active->lasting && !active->under);
    ck_assert_ptr_eq(active, process(&run, "['" VC2 "', '" OB3 "']"));
    ck_assert_ptr_ne(active, process(&run, "['" VC2 "']"));
    const blz_ld_active *own = process(&run, "['" VC2 "', {'a': 'x:a'}]");
    ck_assert(!own->lasting && own->under->lasting);
    run.options = &(const blz_ld_options){.mode = BLZ_LD_1_0};
    ck_assert_ok(blz_ld_initial(&run, &active));
    ck_assert(!active->lasting);
    run.options = &(const blz_ld_options){.base = "http://base/"};
    ck_assert_ok(blz_ld_initial(&run, &active));
    ck_assert(!active->lasting);
    blz_ctx_free(ctx);
}
END_TEST

/* What an array says in one document is found in the same words of another, and not mistaken for others. */
START_TEST(inline_contexts_do_not_last)
{
    ld_expands("{'@context': ['" VC2 "', {'districtCode': 'http://a/'}], 'districtCode': '1'}",
               "[{'http://a/': [{'@value': '1'}]}]");
    ld_expands("{'@context': ['" VC2 "', {'districtCode': 'http://b/'}], 'districtCode': '1'}",
               "[{'http://b/': [{'@value': '1'}]}]");
    ld_expands("{'@context': ['" VC2
               "', {'T': {'@id': 'x:T', '@context': {'a': 'x:a'}}}], 'type': 'T', 'a': 1}",
               "[{'@type': ['x:T'], 'x:a': [{'@value': 1}]}]");
}
END_TEST

START_TEST(an_open_context_is_told_from_others)
{
    static const struct {
        const char *url;
        bool known, open;
    } cases[] = {
        {VC2, true, false},
        {"https://www.w3.org/ns/credentials/undefined-terms/v2", true, true},
        {"https://www.w3.org/ns/credentials/v3", false, false},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        bool known = !cases[i].known, open = !cases[i].open;
        ck_assert_ok(blz_ld_context_kind(cases[i].url, &known, &open));
        ck_assert_msg(known == cases[i].known && open == cases[i].open, "%s", cases[i].url);
    }
}
END_TEST

START_TEST(contexts_that_do_not_go_together_are_refused_each_time)
{
    static const ld_refusal cases[] = {
        {"{'@context': ['https://www.w3.org/2018/credentials/v1', '" VC2 "']}", "protected term redefinition",
         "/@context", NULL, NULL},
        {"{'@context': ['https://www.w3.org/2018/credentials/v1', '" VC2 "']}", "protected term redefinition",
         "/@context", NULL, NULL},
    };
    ld_refuses(NULL, cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(memory_may_run_out)
{
    blz_ctx *ctx = ld_context();
    json_t *document = ld_parse("{'@context': 'https://w3id.org/security/jwk/v1', 'id': 'urn:k', 'type': "
                                "'JsonWebKey', 'controller': 'urn:c'}");
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_dataset) data = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ld_to_rdf(&data, ctx, document, &safely, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        if (!failed(&f)) ck_assert_uint_eq(data.count, 2);
    }
    json_decref(document);
    blz_ctx_free(ctx);
}
END_TEST

/* Last of all: pairs of contexts until there is no more room. They still mean the same. */
START_TEST(there_is_an_end_to_what_is_kept)
{
    blz_ctx *ctx = ld_context();
    size_t lasting = 0, others = 0, count = blz_ld_embedded_count();
    ck_assert_uint_le(count, 128);
    for (size_t i = 0; i < count * count && others < 10; i++) {
        BLZ_SCOPED(blz_arena) arena = {0};
        blz_ld_run run;
        const blz_ld_active *active = NULL;
        ld_open(&run, ctx, &arena, NULL);
        ck_assert_ok(blz_ld_initial(&run, &active));
        bool fits = true;
        const size_t ids[] = {i % count, i / count};
        for (size_t j = 0; j < 2 && fits; j++) {
            const json_t *context = NULL;
            ck_assert_ok(blz_ld_lasting_document(&context, ids[j]));
            fits = blz_ld_process(&run, active, &active, (blz_ld_local){context, "x:y"}, NULL,
                                  BLZ_LD_AGAIN | BLZ_LD_LASTING) == BLZ_OK;
        }
        if (!fits) continue;
        lasting += active->lasting;
        others += !active->lasting;
    }
    ck_assert_msg(lasting > 30 && others == 10, "%zu last, %zu do not", lasting, others);
    json_t *badge = ld_parse(BADGE), *other = ld_parse("{'@context': ['https://www.w3.org/ns/did/v1', "
                                                       "'https://w3id.org/security/jwk/v1', 'https://"
                                                       "w3id.org/security/multikey/v1'], 'id': 'did:ex:a', "
                                                       "'alsoKnownAs': 'urn:b'}");
    char *canonical = NULL;
    ck_assert_ok(put_badge(ctx, badge, &canonical));
    ck_assert_ptr_nonnull(strstr(canonical, "https://www.w3.org/2018/credentials#issuer"));
    blz_free(canonical);
    ck_assert_ok(put_badge(ctx, other, &canonical));
    ck_assert_str_eq(canonical, "<did:ex:a> <https://www.w3.org/ns/activitystreams#alsoKnownAs> <urn:b> .\n");
    blz_free(canonical);
    json_decref(badge);
    json_decref(other);
    blz_ctx_free(ctx);
}
END_TEST

UNIT_MAIN("jsonld/lasting", threads_share_what_lasts, the_same_way_leads_to_the_same_context,
          inline_contexts_do_not_last, an_open_context_is_told_from_others,
          contexts_that_do_not_go_together_are_refused_each_time, memory_may_run_out,
          there_is_an_end_to_what_is_kept)
