#include <string.h>

#include "base/diag.h"
#include "definition/load.h"
#include "definition/path.h"

blz_status blz_mount_add(blz_definition *definition, const char *pointer, blz_source *source,
                         const char *path)
{
    size_t count = definition->mount_count;
    const char *copy = blz_arena_strdup(&definition->arena, path);
    BLZ_TRY_MEM(copy);
    blz_mount *mounts = blz_realloc(definition->mounts, (count + 1) * sizeof *mounts);
    BLZ_TRY_MEM(mounts);
    mounts[count] = (blz_mount){pointer, blz_source_ref(source), copy};
    definition->mounts = mounts;
    definition->mount_count++;
    return BLZ_OK;
}

/* The mount with the longest pointer that `pointer` starts with. The root's is the empty one. */
static const blz_mount *find_mount(const blz_definition *definition, const char *pointer)
{
    for (size_t i = definition->mount_count; i-- > 1;) {
        const blz_mount *mount = &definition->mounts[i];
        size_t length = strlen(mount->pointer);
        if (strncmp(mount->pointer, pointer, length) == 0 && (pointer[length] == '/' || !pointer[length]))
            return mount;
    }
    return &definition->mounts[0];
}

void blz_definition_origin(const blz_definition *definition, const char *pointer, blz_source **source,
                           const char **inner)
{
    const blz_mount *mount = find_mount(definition, pointer);
    *source = mount->source;
    *inner = pointer + strlen(mount->pointer);
}

blz_status blz_definition_report(const blz_definition *definition, blz_diags *diags, const char *code,
                                 const char *pointer, const blz_diag *diag)
{
    blz_diag placed = *diag;
    blz_definition_origin(definition, pointer, &placed.source, &placed.pointer);
    return blz_diags_add(diags, code, &placed);
}

blz_status blz_definition_file(char **out, const blz_definition *definition, const char *pointer,
                               const char *text)
{
    return blz_path_resolve(out, definition->root, find_mount(definition, pointer)->path, text);
}
