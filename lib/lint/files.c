#include "lint/files.h"

#include <errno.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"

enum { MOST_FILES = 1000000, MOST_DEPTH = 64 };

static bool is_known(const blz_files *files, const struct stat *info)
{
    for (size_t i = 0; i < files->count; i++)
        if (!files->entries[i].error && files->entries[i].inode == info->st_ino &&
            files->entries[i].device == info->st_dev)
            return true;
    return false;
}

static blz_status grow(blz_files *files)
{
    if (files->count >= MOST_FILES) return BLZ_ERR_LIMIT;
    if (files->count < files->capacity) return BLZ_OK;
    size_t capacity = files->capacity ? files->capacity * 2 : 16;
    blz_file_entry *entries = blz_realloc(files->entries, capacity * sizeof *entries);
    BLZ_TRY_MEM(entries);
    files->entries = entries;
    files->capacity = capacity;
    return BLZ_OK;
}

static blz_status add(blz_files *files, const char *path, bool found, int error, const struct stat *info)
{
    if (error == ENOMEM) return BLZ_ERR_NOMEM;
    if (info && is_known(files, info)) return BLZ_OK;
    BLZ_TRY(grow(files));
    blz_file_entry entry = {.path = blz_strdup(path), .found = found, .error = error};
    BLZ_TRY_MEM(entry.path);
    if (info) {
        entry.device = info->st_dev;
        entry.inode = info->st_ino;
    }
    files->entries[files->count++] = entry;
    return BLZ_OK;
}

static bool is_candidate(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot &&
           (strcasecmp(dot, ".yaml") == 0 || strcasecmp(dot, ".yml") == 0 || strcasecmp(dot, ".json") == 0);
}

typedef struct name_list {
    char **items;
    size_t count, capacity;
    blz_arena arena;
} name_list;

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static blz_status keep_name(name_list *names, const char *name)
{
    if (names->count == names->capacity) {
        size_t capacity = names->capacity ? names->capacity * 2 : 32;
        char **items = blz_realloc(names->items, capacity * sizeof *items);
        BLZ_TRY_MEM(items);
        names->items = items;
        names->capacity = capacity;
    }
    char *copy = blz_arena_strdup(&names->arena, name);
    BLZ_TRY_MEM(copy);
    names->items[names->count++] = copy;
    return BLZ_OK;
}

/* The names in a folder in order, without hidden ones and node_modules. */
static blz_status list_folder(name_list *names, DIR *folder)
{
    for (;;) {
        errno = 0;
        /* NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread has this stream */
        const struct dirent *entry = readdir(folder);
        if (!entry) break;
        if (entry->d_name[0] == '.' || strcmp(entry->d_name, "node_modules") == 0) continue;
        BLZ_TRY(keep_name(names, entry->d_name));
    }
    if (errno) return blz_file_status(errno);
    if (names->count) qsort(names->items, names->count, sizeof *names->items, by_name);
    return BLZ_OK;
}

static blz_status add_folder(blz_files *files, const char *path, int depth);

/* A link to a file is followed, one to a folder is not: it could lead in a circle. */
static blz_status add_member(blz_files *files, const char *path, const char *name, int depth)
{
    struct stat info;
    if (lstat(path, &info) == 0 && S_ISDIR(info.st_mode)) return add_folder(files, path, depth + 1);
    if (stat(path, &info) != 0) return is_candidate(name) ? add(files, path, true, errno, NULL) : BLZ_OK;
    if (!S_ISREG(info.st_mode)) return BLZ_OK;
    if (is_candidate(name)) return add(files, path, true, 0, &info);
    files->passed_over++;
    return BLZ_OK;
}

/* Without "./" in front: that is how files that others include are called, and one file should have one name.
 */
static const char *shorten(const char *path)
{
    while (path[0] == '.' && path[1] == '/')
        path += 2 + strspn(path + 2, "/");
    return strcmp(path, ".") == 0 ? "" : path;
}

static blz_status add_members(blz_files *files, const char *path, const name_list *names, int depth)
{
    BLZ_SCOPED(blz_buf) member = BLZ_BUF(BLZ_BUF_MAX);
    const char *folder = shorten(path);
    size_t length = strlen(folder);
    const char *slash = length && folder[length - 1] != '/' ? "/" : "";
    for (size_t i = 0; i < names->count; i++) {
        blz_buf_reset(&member);
        BLZ_TRY(blz_buf_printf(&member, "%s%s", folder, slash));
        BLZ_TRY(blz_buf_puts(&member, names->items[i]));
        BLZ_TRY(add_member(files, member.data, names->items[i], depth));
    }
    return BLZ_OK;
}

static blz_status add_folder(blz_files *files, const char *path, int depth)
{
    if (depth > MOST_DEPTH) return BLZ_OK;
    errno = 0;
    DIR *folder = opendir(path);
    if (!folder) return add(files, path, true, errno ? errno : ENOMEM, NULL);
    name_list names = {0};
    blz_status status = list_folder(&names, folder);
    int error = errno;
    closedir(folder);
    if (status == BLZ_OK)
        status = add_members(files, path, &names, depth);
    else if (status != BLZ_ERR_NOMEM)
        status = add(files, path, true, error, NULL);
    blz_free(names.items);
    blz_arena_clear(&names.arena);
    return status;
}

static blz_status add_existing(blz_files *files, const char *path, const struct stat *info)
{
    return S_ISDIR(info->st_mode) ? add_folder(files, path, 0) : add(files, path, false, 0, info);
}

static blz_status add_pattern(blz_files *files, const char *pattern)
{
    glob_t found = {0};
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): it asks for users and the environment only with GLOB_TILDE */
    int result = glob(pattern, GLOB_NOSORT, NULL, &found);
    blz_status status = result == GLOB_NOSPACE ? BLZ_ERR_NOMEM : BLZ_OK;
    if (result == 0) qsort(found.gl_pathv, found.gl_pathc, sizeof *found.gl_pathv, by_name);
    for (size_t i = 0; status == BLZ_OK && result == 0 && i < found.gl_pathc; i++) {
        struct stat info;
        if (stat(found.gl_pathv[i], &info) != 0)
            status = add(files, found.gl_pathv[i], false, errno, NULL);
        else if (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode)) /* a pipe has to be named to be waited for */
            status = add_existing(files, found.gl_pathv[i], &info);
    }
    if (status == BLZ_OK && result != 0) status = add(files, pattern, false, ENOENT, NULL);
    globfree(&found);
    return status;
}

blz_status blz_files_add(blz_files *files, const char *path)
{
    struct stat info;
    if (stat(path, &info) == 0) return add_existing(files, path, &info);
    int error = errno;
    bool deep = strstr(path, "**") != NULL; /* glob() would take it for * and leave most files out */
    if (error == ENOENT && !deep && strpbrk(path, "*?[")) return add_pattern(files, path);
    return add(files, path, false, error, NULL);
}

void blz_files_clear(blz_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        blz_free(files->entries[i].path);
    blz_free(files->entries);
    *files = (blz_files){0};
}
