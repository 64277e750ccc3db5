#include "jsonld/embedded.h"

#include <string.h>

#include "jsonld/embedded_table.h"

const blz_embedded *blz_ld_embedded(const char *url, size_t *id)
{
    size_t low = 0, high = blz_ld_urls_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(url, blz_ld_urls[middle].url);
        if (order == 0) {
            if (id) *id = blz_ld_urls[middle].id;
            return &blz_ld_texts[blz_ld_urls[middle].id];
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

size_t blz_ld_embedded_count(void)
{
    return blz_ld_texts_count;
}

const blz_embedded *blz_ld_embedded_at(size_t id)
{
    return &blz_ld_texts[id];
}

const char *blz_ld_embedded_name(size_t id)
{
    return blz_ld_names[id];
}
