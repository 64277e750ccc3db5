#include "definition/path.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "base/uri.h"

enum { NAMES_MAX = 256 }; /* so many names of a folder are compared */

static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* The real name of the folder that the file lies in; the file itself need not exist. */
static blz_status real_folder(char out[PATH_MAX], const char *path)
{
    size_t length = folder_length(path);
    BLZ_AUTO(blz_text) folder = length ? blz_strndup(path, length) : blz_strdup(".");
    BLZ_TRY_MEM(folder);
    return realpath(folder, out) ? BLZ_OK : blz_file_status(errno);
}

static bool has_git(const char *folder)
{
    char path[PATH_MAX + sizeof "/.git"];
    int length = snprintf(path, sizeof path, "%s/.git", folder);
    return length > 0 && (size_t)length < sizeof path && access(path, F_OK) == 0;
}

/* The folder above; empty above the topmost one. */
static void go_up(char *folder)
{
    char *slash = strrchr(folder, '/');
    *(slash ? slash : folder) = '\0';
}

blz_status blz_path_project(char **out, const char *path, const char *given)
{
    char own[PATH_MAX], folder[PATH_MAX];
    if (given) {
        if (!realpath(given, own)) return blz_file_status(errno);
    } else {
        BLZ_TRY(real_folder(own, path));
        memcpy(folder, own, sizeof folder);
        while (folder[0] && !has_git(folder))
            go_up(folder);
        if (folder[0]) memcpy(own, folder, sizeof own);
    }
    *out = blz_strdup(own);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}

static bool is_inside(const char *root, const char *path)
{
    if (!root || strcmp(root, "/") == 0) return true;
    size_t length = strlen(root);
    return strncmp(root, path, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* Takes the last segment off, unless it is itself a step up. */
static bool step_up(blz_buf *path)
{
    size_t end = path->length;
    while (end && path->data[end - 1] != '/')
        end--;
    if (end == path->length || strcmp(path->data + end, "..") == 0) return false;
    path->length = end ? end - 1 : 0;
    path->data[path->length] = '\0';
    return true;
}

/* Appends the segments of `name`, "." left out and ".." taken back as far as there is something to take. */
static blz_status append_segments(blz_buf *path, const char *name, bool absolute)
{
    for (const char *at = name; *at;) {
        size_t length = strcspn(at, "/");
        bool none = length == 0 || (length == 1 && at[0] == '.');
        bool up = length == 2 && memcmp(at, "..", 2) == 0;
        bool gone = none || (up && (step_up(path) || (absolute && path->length == 0)));
        if (!gone) {
            if (absolute || path->length) BLZ_TRY(blz_buf_putc(path, '/'));
            BLZ_TRY(blz_buf_append(path, at, length));
        }
        at += length + (at[length] == '/');
    }
    return BLZ_OK;
}

blz_status blz_path_display(char **out, const char *from, const char *name)
{
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_AUTO(blz_text) folder = blz_strndup(from, folder_length(from));
    BLZ_TRY_MEM(folder);
    BLZ_TRY(append_segments(&path, folder, from[0] == '/'));
    BLZ_TRY(append_segments(&path, name, from[0] == '/'));
    return blz_buf_take(&path, out, NULL);
}

static blz_status outside(void)
{
    errno = 0;
    return BLZ_ERR_PERMISSION;
}

/* By its letters alone, so that not even the existence of a file outside can be told. */
static blz_status check_letters(const char *root, const char *folder, const char *name)
{
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(append_segments(&path, folder, true));
    BLZ_TRY(append_segments(&path, name, true));
    return is_inside(root, path.length ? path.data : "/") ? BLZ_OK : outside();
}

blz_status blz_path_resolve(char **out, const char *root, const char *from, const char *name)
{
    if (name[0] == '/' || blz_uri_is_absolute(name)) return BLZ_ERR_INVALID;
    if (name[0] == '\0') return BLZ_ERR_NOT_FOUND;
    char folder[PATH_MAX], real[PATH_MAX];
    BLZ_TRY(real_folder(folder, from));
    if (root) BLZ_TRY(check_letters(root, folder, name));
    BLZ_SCOPED(blz_buf) joined = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_printf(&joined, "%s/%s", folder, name));
    if (!realpath(joined.data, real)) return blz_file_status(errno);
    if (!is_inside(root, real)) return outside();
    struct stat status;
    if (stat(real, &status) != 0) return blz_file_status(errno);
    if (!S_ISREG(status.st_mode)) return BLZ_ERR_UNSUPPORTED;
    *out = blz_strdup(real);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}

/* The names in a folder that are not hidden; how many there are in `names`, whose texts are the caller's. */
static blz_status list_folder(char *names[NAMES_MAX], size_t *count, const char *folder)
{
    DIR *stream = opendir(folder);
    if (!stream) return BLZ_OK;
    blz_status status = BLZ_OK;
    const struct dirent *entry;
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread has this stream */
    while (status == BLZ_OK && *count < NAMES_MAX && (entry = readdir(stream))) {
        if (entry->d_name[0] == '.') continue;
        names[*count] = blz_strdup(entry->d_name);
        if (names[*count])
            ++*count;
        else
            status = BLZ_ERR_NOMEM;
    }
    closedir(stream);
    return status;
}

static int by_name(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static blz_status nearest_name(char **out, const char *folder, const char *name)
{
    char *names[NAMES_MAX];
    size_t count = 0, start = folder_length(name);
    blz_status status = list_folder(names, &count, folder);
    qsort(names, count, sizeof *names, by_name); /* the same answer on every file system */
    const char *near = blz_suggest(name + start, (const char *const *)names, count);
    if (status == BLZ_OK && near) {
        BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
        status = blz_buf_append(&path, name, start);
        if (status == BLZ_OK) status = blz_buf_puts(&path, near);
        if (status == BLZ_OK) status = blz_buf_take(&path, out, NULL);
    }
    for (size_t i = 0; i < count; i++)
        blz_free(names[i]);
    return status;
}

blz_status blz_path_suggest(char **out, const char *root, const char *from, const char *name)
{
    char folder[PATH_MAX], real[PATH_MAX];
    *out = NULL;
    BLZ_TRY(real_folder(folder, from));
    BLZ_SCOPED(blz_buf) joined = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_printf(&joined, "%s/%.*s", folder, (int)folder_length(name), name));
    if (!realpath(joined.data, real) || !is_inside(root, real)) return BLZ_OK;
    return nearest_name(out, real, name);
}
