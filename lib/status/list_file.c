#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "codec/json_read.h"
#include "codec/json_write.h"
#include "status/list.h"

/* The file of a list. Changes replace it as a whole; while somebody changes it, the file itself is locked, so
 * that there is no second file to be left behind. */

enum { INDENT = 1 };

void blz_status_list_free(blz_status_list *list)
{
    if (!list) return;
    int error = errno;
    if (list->lock >= 0) close(list->lock);
    errno = error;
    json_decref(list->document);
    blz_bits_clear(&list->taken);
    blz_free(list->path);
    blz_free(list);
}

static blz_status write_document(const char *path, const json_t *document, unsigned flags)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_LIST_FILE_MAX);
    BLZ_TRY(blz_json_write(&text, document, INDENT));
    return blz_file_write(path, text.data, text.length, flags | BLZ_FILE_SECRET);
}

blz_status blz_status_list_create(const char *path, const blz_status_list_options *options, blz_diags *diags)
{
    json_auto_t *document = NULL;
    BLZ_TRY(blz_list_document(&document, options, diags));
    return write_document(path, document, BLZ_FILE_NEW);
}

blz_status blz_status_list_save(blz_status_list *list)
{
    if (list->lock < 0) return BLZ_ERR_ARGUMENT;
    return write_document(list->path, list->document, BLZ_FILE_REPLACE);
}

/* Whether the path still leads to the open file: who had the lock before may have put a new one there. */
static bool is_still(int fd, const char *path)
{
    struct stat open_one, named;
    return fstat(fd, &open_one) == 0 && stat(path, &named) == 0 && open_one.st_dev == named.st_dev &&
           open_one.st_ino == named.st_ino;
}

static int wait_for(int fd)
{
    int failed;
    do
        failed = flock(fd, LOCK_EX);
    while (failed && errno == EINTR);
    return failed;
}

static blz_status give_up(int fd, int error)
{
    close(fd);
    errno = error;
    return blz_file_status(error);
}

static blz_status lock(int *out, const char *path)
{
    for (;;) {
        int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (fd < 0) return blz_file_status(errno);
        if (wait_for(fd) != 0) return give_up(fd, errno);
        if (is_still(fd, path)) {
            *out = fd;
            return BLZ_OK;
        }
        close(fd);
    }
}

static blz_status report(blz_diags *diags, const char *path, const char *why)
{
    return blz_diags_add(
        diags, "BLZ740",
        &(blz_diag){.message =
                        blz_diags_text(diags, "\"%s\" is not the file of a status list: %s", path, why),
                    .reason = "blazon changes no list that it cannot read whole",
                    .hint = "give the file that blazon status new has made, or the last good copy of it"});
}

static blz_status read_document(json_t **out, const char *path, const char **why)
{
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    BLZ_TRY(blz_file_read(&bytes, &length, path, BLZ_LIST_FILE_MAX));
    return blz_json_parse(out, bytes, length, 8, NULL, why);
}

static blz_status read_list(blz_status_list **out, const char *path, blz_diags *diags)
{
    json_t *document = NULL;
    const char *why = NULL;
    blz_status status = read_document(&document, path, &why);
    if (status == BLZ_OK) status = blz_list_of_document(out, document, &why);
    if (status == BLZ_OK || !why) return status;
    BLZ_TRY(report(diags, path, why));
    return status;
}

blz_status blz_status_list_open(blz_status_list **out, const char *path, bool change, blz_diags *diags)
{
    BLZ_AUTO(blz_status_list) list = NULL;
    int fd = -1;
    if (change) BLZ_TRY(lock(&fd, path));
    blz_status status = read_list(&list, path, diags);
    if (status != BLZ_OK) {
        int error = errno;
        if (fd >= 0) close(fd);
        errno = error;
        return status;
    }
    list->lock = fd;
    list->path = blz_strdup(path);
    BLZ_TRY_MEM(list->path);
    *out = BLZ_STEAL(list);
    return BLZ_OK;
}
