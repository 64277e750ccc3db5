#include "definition/definition.h"

#include <blazon/json.h>

void blz_definition_free(blz_definition *definition)
{
    if (!definition) return;
    for (size_t i = 0; i < definition->mount_count; i++)
        blz_source_unref(definition->mounts[i].source);
    blz_free(definition->mounts);
    json_decref(definition->json);
    blz_free(definition->root);
    blz_arena_clear(&definition->arena);
    blz_free(definition);
}

blz_definition_kind blz_definition_kind_of(const blz_definition *definition)
{
    return definition->kind;
}

blz_source *blz_definition_source(const blz_definition *definition)
{
    return definition->mounts[0].source;
}

const char *blz_definition_id(const blz_definition *definition)
{
    return definition->id;
}

const char *blz_definition_name(const blz_definition *definition)
{
    return definition->name;
}

const json_t *blz_definition_json(const blz_definition *definition)
{
    return definition->json;
}
