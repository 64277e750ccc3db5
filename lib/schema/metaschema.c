#include "schema/compile.h"

#include <string.h>

#include "base/embed.h"

extern const blz_embedded blz_embedded_metaschemas[];
extern const size_t blz_embedded_metaschemas_count;

/* Each draft is one document; the parts of the published ones are schemas within it. */
static const struct {
    const char *prefix, *file;
} drafts[] = {
    {"https://json-schema.org/draft/2020-12/", "schemas/json-schema/2020-12.json"},
    {"https://json-schema.org/draft/2019-09/", "schemas/json-schema/2019-09.json"},
};

const char *blz_metaschema_text(const char *uri, size_t *length)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(drafts); i++) {
        if (strncmp(uri, drafts[i].prefix, strlen(drafts[i].prefix)) != 0) continue;
        const blz_embedded *file = blz_embedded_find(blz_embedded_metaschemas, drafts[i].file);
        if (file) *length = file->length;
        return file ? file->data : NULL;
    }
    return NULL;
}
