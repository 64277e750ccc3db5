#include "net/map.h"

#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/uri.h"

/* The entry for exactly this URL; NULL if there is none. */
static blz_map_entry *entry_of(const blz_map *map, const char *url)
{
    for (size_t i = 0; i < map->count; i++)
        if (strcmp(map->entries[i].url, url) == 0) return &map->entries[i];
    return NULL;
}

static bool is_web_url(const char *url)
{
    blz_uri uri;
    if (blz_uri_split(&uri, url) != BLZ_OK || uri.fragment.at || !uri.host.length) return false;
    return blz_slice_is(uri.scheme, "https") || blz_slice_is(uri.scheme, "http");
}

static blz_status append(blz_map *map, blz_map_entry entry)
{
    blz_map_entry *entries = blz_realloc(map->entries, (map->count + 1) * sizeof *entries);
    if (!entries) return BLZ_ERR_NOMEM;
    map->entries = entries;
    entries[map->count++] = entry;
    return BLZ_OK;
}

blz_status blz_map_add(blz_map *map, const char *url, const char *path)
{
    if (!*path || !is_web_url(url)) return BLZ_ERR_ARGUMENT;
    BLZ_AUTO(blz_text) path_copy = blz_strdup(path);
    if (!path_copy) return BLZ_ERR_NOMEM;
    blz_map_entry *known = entry_of(map, url);
    if (known) {
        blz_free(known->path);
        known->path = BLZ_STEAL(path_copy);
        return BLZ_OK;
    }
    BLZ_AUTO(blz_text) url_copy = blz_strdup(url);
    if (!url_copy) return BLZ_ERR_NOMEM;
    BLZ_TRY(append(map, (blz_map_entry){url_copy, path_copy}));
    url_copy = path_copy = NULL;
    return BLZ_OK;
}

void blz_map_clear(blz_map *map)
{
    for (size_t i = 0; i < map->count; i++) {
        blz_free(map->entries[i].url);
        blz_free(map->entries[i].path);
    }
    blz_free(map->entries);
    *map = (blz_map){0};
}

/* One name of a path, as it is and decoded: not empty, no dots alone, nothing that a file system takes apart.
 */
static bool is_safe_name(const char *name, size_t length)
{
    if (!length || (length == 1 && name[0] == '.') || (length == 2 && name[0] == '.' && name[1] == '.'))
        return false;
    for (size_t i = 0; i < length; i++)
        if (name[i] == '\0' || name[i] == '/' || name[i] == '\\') return false;
    return true;
}

/* Appends what follows a folder's URL, name by name, each decoded once and checked after that. */
static blz_status join(blz_buf *path, const char *rest)
{
    while (true) {
        size_t raw = strcspn(rest, "/"), length = 0;
        BLZ_AUTO(blz_text) name = NULL;
        blz_status status = blz_uri_decode(&name, &length, rest, raw);
        if (status == BLZ_ERR_SYNTAX) return BLZ_ERR_NOT_FOUND;
        BLZ_TRY(status);
        if (!is_safe_name(name, length)) return BLZ_ERR_NOT_FOUND;
        BLZ_TRY(blz_buf_putc(path, '/'));
        BLZ_TRY(blz_buf_append(path, name, length));
        if (!rest[raw]) return BLZ_OK;
        rest += raw + 1;
    }
}

/* A badge chooses the name, and must not choose a pipe that nobody writes to, or a device. */
static bool is_pipe_or_device(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

static blz_status in_folder(char **out, const blz_map_entry *entry, const char *url)
{
    const char *rest = url + strlen(entry->url);
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(4096);
    if (strpbrk(rest, "?#")) return BLZ_ERR_NOT_FOUND;
    BLZ_TRY(blz_buf_puts(&path, entry->path));
    while (path.length > 0 && path.data[path.length - 1] == '/')
        path.data[--path.length] = '\0';
    blz_status status = join(&path, rest);
    if (status == BLZ_ERR_LIMIT) return BLZ_ERR_NOT_FOUND;
    BLZ_TRY(status);
    return is_pipe_or_device(path.data) ? BLZ_ERR_NOT_FOUND : blz_buf_take(&path, out, NULL);
}

static bool is_folder_of(const blz_map_entry *entry, const char *url)
{
    size_t length = strlen(entry->url);
    return entry->url[length - 1] == '/' && strncmp(entry->url, url, length) == 0;
}

blz_status blz_map_find(const blz_map *map, char **path, const char *url)
{
    const blz_map_entry *best = entry_of(map, url);
    if (best && url[strlen(url) - 1] != '/') {
        char *copy = blz_strdup(best->path);
        if (!copy) return BLZ_ERR_NOMEM;
        *path = copy;
        return BLZ_OK;
    }
    best = NULL;
    for (size_t i = 0; i < map->count; i++) {
        const blz_map_entry *entry = &map->entries[i];
        if (is_folder_of(entry, url) && (!best || strlen(entry->url) > strlen(best->url))) best = entry;
    }
    return best ? in_folder(path, best, url) : BLZ_ERR_NOT_FOUND;
}

bool blz_map_covers(const blz_map *map, const char *url)
{
    for (size_t i = 0; i < map->count; i++)
        if (is_folder_of(&map->entries[i], url)) return true;
    return entry_of(map, url) != NULL;
}
