#include "definition/path.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/uri.h"

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

blz_status blz_path_project(char **out, const char *path, const char *given)
{
    char own[PATH_MAX], folder[PATH_MAX];
    if (given) {
        if (!realpath(given, own)) return blz_file_status(errno);
    } else {
        BLZ_TRY(real_folder(own, path));
        memcpy(folder, own, sizeof folder);
        while (folder[0] && !has_git(folder))
            folder[folder_length(folder) - 1] = '\0';
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
