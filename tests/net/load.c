/* Loads documents as the library does, with shorter times and smaller limits than the program has, and writes
 * one line of JSON for each:
 *
 *     net_load [--online] [--cache DIR] [--allow HOST] [--ca FILE] [--http] [--map URL=PATH] [--max BYTES]
 *              [--seconds N] [--threads N] URL...
 *
 * With --threads every thread loads all of them. */

#include <inttypes.h>
#include <jansson.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <blazon/loader.h>

enum { THREADS_MAX = 16 };

typedef struct plan {
    blz_loader *loader;
    blz_net_options options;
    bool online;
    size_t max;
    unsigned long threads;
    char **urls;
    int count;
} plan;

static json_t *text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

static void say(const char *url, blz_status status, const blz_document *document)
{
    json_t *line = json_pack("{s:s, s:i, s:o, s:o, s:o, s:I, s:I, s:o}", "url", url, "status", (int)status,
                             "why", text_or_null(document->why), "end", text_or_null(document->url), "type",
                             text_or_null(document->type), "length", (json_int_t)document->length, "fetched",
                             (json_int_t)document->fetched, "text",
                             document->length < 4096 ? text_or_null(document->bytes) : json_null());
    char *text = json_dumps(line, JSON_COMPACT);
    puts(text);
    free(text);
    json_decref(line);
}

static void *load_all(void *user)
{
    const plan *p = user;
    blz_ctx *ctx = NULL;
    if (blz_ctx_new(&ctx) != BLZ_OK) return NULL;
    if (p->max) blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, p->max);
    blz_ctx_use_loader(ctx, p->loader);
    for (int i = 0; i < p->count; i++) {
        blz_document document = {0};
        blz_status status = blz_ctx_load(ctx, p->urls[i], &document);
        say(p->urls[i], status, &document);
        blz_document_clear(&document);
    }
    blz_ctx_free(ctx);
    return NULL;
}

static blz_status take_map(plan *p, char *value)
{
    char *equals = strchr(value, '=');
    if (!equals) return BLZ_ERR_ARGUMENT;
    *equals = '\0';
    return blz_loader_map(p->loader, value, equals + 1);
}

static blz_status take(plan *p, const char *name, char *value)
{
    if (strcmp(name, "--cache") == 0) return blz_loader_cache(p->loader, value);
    if (strcmp(name, "--allow") == 0) return blz_loader_allow_host(p->loader, value);
    if (strcmp(name, "--map") == 0) return take_map(p, value);
    if (strcmp(name, "--ca") == 0)
        p->options.ca_file = value;
    else if (strcmp(name, "--max") == 0)
        p->max = strtoul(value, NULL, 10);
    else if (strcmp(name, "--seconds") == 0)
        p->options.total_seconds = (unsigned)strtoul(value, NULL, 10);
    else if (strcmp(name, "--threads") == 0)
        p->threads = strtoul(value, NULL, 10);
    else
        return BLZ_ERR_ARGUMENT;
    return BLZ_OK;
}

/* Leaves the URLs in argv; false after saying what is wrong. */
static bool read_plan(plan *p, int argc, char **argv)
{
    int at = 1;
    for (; at < argc && argv[at][0] == '-'; at++) {
        blz_status status = BLZ_OK;
        if (strcmp(argv[at], "--online") == 0)
            p->online = true;
        else if (strcmp(argv[at], "--http") == 0)
            p->options.insecure_http = true;
        else if (at + 1 < argc) {
            status = take(p, argv[at], argv[at + 1]);
            at++;
        }
        if (status != BLZ_OK) return fprintf(stderr, "%s: %s\n", argv[at], blz_status_text(status)) < 0;
    }
    p->urls = argv + at;
    p->count = argc - at;
    blz_status status =
        p->online ? blz_loader_online(p->loader, &p->options) : blz_loader_offline(p->loader, &p->options);
    if (status != BLZ_OK) fprintf(stderr, "network: %s\n", blz_status_text(status));
    return status == BLZ_OK && p->threads <= THREADS_MAX;
}

static void run(plan *p)
{
    pthread_t threads[THREADS_MAX];
    unsigned long count = 0;
    while (count < p->threads && pthread_create(&threads[count], NULL, load_all, p) == 0)
        count++;
    if (!count) load_all(p);
    for (unsigned long i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
}

int main(int argc, char **argv)
{
    plan p = {0};
    if (blz_loader_new(&p.loader) != BLZ_OK) return 2;
    bool good = read_plan(&p, argc, argv);
    if (good) run(&p);
    blz_loader_free(p.loader);
    return good ? 0 : 2;
}
