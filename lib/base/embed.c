#include "base/embed.h"

#include <string.h>

const blz_embedded *blz_embedded_find(const blz_embedded *table, const char *name)
{
    for (; table->name; table++)
        if (strcmp(table->name, name) == 0) return table;
    return NULL;
}
