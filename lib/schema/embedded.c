#include "schema/embedded.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <blazon/schema.h>

#include "base/buf.h"
#include "base/embed.h"
#include "codec/json_read.h"

extern const blz_embedded blz_embedded_schemas[];
extern const size_t blz_embedded_schemas_count;

enum { KINDS_MAX = 32, NAME_MAX_BYTES = 64, DEPTH_MAX = 128 };

#define FOLDER "schemas/"
#define ENDING ".schema.json"
#define BASE "https://blazon.invalid/"

/* What the process has compiled so far; an entry that is set does not change any more. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static _Atomic(const blz_schema *) compiled[KINDS_MAX];

static pthread_once_t named = PTHREAD_ONCE_INIT;
static char name_texts[KINDS_MAX][NAME_MAX_BYTES];
static const char *names[KINDS_MAX];

/* "schemas/open-badges/profile.schema.json" is of the kind "open-badges/profile", or "profile" for short. */
static bool is_kind(const blz_embedded *file, const char *kind)
{
    const char *name = file->name + strlen(FOLDER), *base = strrchr(name, '/');
    size_t length = strlen(name) - strlen(ENDING), wanted = strlen(kind);
    if (length == wanted && strncmp(name, kind, wanted) == 0) return true;
    if (!base) return false;
    base++;
    length -= (size_t)(base - name);
    return length == wanted && strncmp(base, kind, wanted) == 0;
}

static const blz_embedded *find(const char *kind, size_t *index)
{
    for (size_t i = 0; i < blz_embedded_schemas_count && i < KINDS_MAX; i++) {
        if (!is_kind(&blz_embedded_schemas[i], kind)) continue;
        if (index) *index = i;
        return &blz_embedded_schemas[i];
    }
    return NULL;
}

blz_status blz_schema_text(const char **text, size_t *length, const char *kind)
{
    const blz_embedded *file = find(kind, NULL);
    if (!file) return BLZ_ERR_NOT_FOUND;
    *text = file->data;
    *length = file->length;
    return BLZ_OK;
}

static void name_kinds(void)
{
    for (size_t i = 0; i < blz_embedded_schemas_count && i < KINDS_MAX; i++) {
        const char *name = blz_embedded_schemas[i].name + strlen(FOLDER);
        snprintf(name_texts[i], sizeof name_texts[i], "%.*s", (int)(strlen(name) - strlen(ENDING)), name);
        names[i] = name_texts[i];
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void name_and_sort(void)
{
    name_kinds();
    qsort(names, blz_embedded_schemas_count, sizeof *names, by_name);
}

const char *const *blz_schema_kinds(size_t *count)
{
    pthread_once(&named, name_and_sort);
    *count = blz_embedded_schemas_count;
    return names;
}

static blz_status resolve(void *user, const char *uri, json_t **out)
{
    (void)user;
    const blz_embedded *file = NULL;
    if (strncmp(uri, BASE, strlen(BASE)) == 0)
        file = blz_embedded_find(blz_embedded_schemas, uri + strlen(BASE));
    return file ? blz_json_parse(out, file->data, file->length, DEPTH_MAX, NULL, NULL) : BLZ_ERR_NOT_FOUND;
}

static blz_status compile(const blz_schema **out, const blz_embedded *file)
{
    BLZ_SCOPED(blz_buf) uri = BLZ_BUF(1000);
    BLZ_TRY(blz_buf_printf(&uri, "%s%s", BASE, file->name));
    json_auto_t *document = NULL;
    BLZ_TRY(blz_json_parse(&document, file->data, file->length, DEPTH_MAX, NULL, NULL));
    blz_schema *schema = NULL;
    const blz_schema_options options = {.resolve = resolve, .assert_formats = true};
    BLZ_TRY(blz_schema_compile(&schema, NULL, document, uri.data, &options));
    *out = schema;
    return BLZ_OK;
}

static blz_status compile_once(const blz_schema **out, const blz_embedded *file, size_t index)
{
    blz_status status = BLZ_OK;
    pthread_mutex_lock(&lock);
    *out = atomic_load(&compiled[index]);
    if (!*out) status = compile(out, file);
    if (status == BLZ_OK) atomic_store(&compiled[index], *out);
    pthread_mutex_unlock(&lock);
    return status;
}

/* Who comes later does not wait for the lock. */
blz_status blz_schema_embedded(const blz_schema **out, const char *kind)
{
    size_t index = 0;
    const blz_embedded *file = find(kind, &index);
    if (!file) return BLZ_ERR_NOT_FOUND;
    *out = atomic_load_explicit(&compiled[index], memory_order_acquire);
    return *out ? BLZ_OK : compile_once(out, file, index);
}
