#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"

/* Files out, whole or not at all. */

struct blz_file_writer {
    char *path;      /* where the file will be, links followed */
    char *temporary; /* beside it; NULL for what is written to directly */
    size_t folder;   /* length of the folder in both, with its slash; 0: the current one */
    mode_t mode;     /* of a new file */
    bool overwrite;
    bool exact_mode; /* the mode is to be exactly this, whatever the umask says */
    bool there;      /* the temporary file has to be removed */
    int fd;          /* -1: closed */
};

/* Leaves errno as it is, which has something to say. */
void blz_file_writer_free(blz_file_writer *w)
{
    int error = errno;
    if (!w) return;
    if (w->fd >= 0) close(w->fd);
    if (w->there) unlink(w->temporary);
    blz_free(w->path);
    blz_free(w->temporary);
    blz_free(w);
    errno = error;
}

static blz_status name_temporary(blz_file_writer *w)
{
    const char *slash = strrchr(w->path, '/');
    w->folder = slash ? (size_t)(slash - w->path) + 1 : 0;
    unsigned char random[8];
    if (getrandom(random, sizeof random, 0) != sizeof random) return BLZ_ERR_IO;
    BLZ_SCOPED(blz_buf) name = BLZ_BUF(BLZ_BUF_MAX);
    blz_buf_append(&name, w->path, w->folder);
    blz_buf_puts(&name, ".blazon-");
    for (size_t i = 0; i < sizeof random; i++)
        blz_buf_printf(&name, "%02x", random[i]);
    blz_buf_puts(&name, ".tmp");
    return blz_buf_take(&name, &w->temporary, NULL);
}

static blz_status follow_links(char **out, const char *path)
{
    char *real = realpath(path, NULL);
    if (!real) return blz_file_status(errno);
    *out = blz_strdup(real);
    free(real);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}

static blz_status refuse(int error)
{
    errno = error;
    return blz_file_status(error);
}

static blz_status open_as(blz_file_writer *w, const char *path, int flags)
{
    w->fd = open(path, O_WRONLY | O_CLOEXEC | flags, w->mode);
    return w->fd < 0 ? blz_file_status(errno) : BLZ_OK;
}

static blz_status open_temporary(blz_file_writer *w, const char *path, bool is_link)
{
    if (is_link)
        BLZ_TRY(follow_links(&w->path, path));
    else
        BLZ_TRY_MEM(w->path = blz_strdup(path));
    BLZ_TRY(name_temporary(w));
    BLZ_TRY(open_as(w, w->temporary, O_CREAT | O_EXCL | O_NOFOLLOW));
    w->there = true;
    return BLZ_OK;
}

/* Pipes and devices have no old content to keep. */
static blz_status open_target(blz_file_writer *w, const char *path, bool secret)
{
    struct stat info;
    bool is_there = lstat(path, &info) == 0, is_link = is_there && S_ISLNK(info.st_mode);
    if (!is_there && errno != ENOENT) return blz_file_status(errno);
    if (is_there && !w->overwrite) return refuse(EEXIST);
    if (is_link && secret) return refuse(ELOOP);
    if (is_link && stat(path, &info) != 0) return blz_file_status(errno);
    if (is_there && S_ISDIR(info.st_mode)) return refuse(EISDIR);
    if (is_there && !S_ISREG(info.st_mode)) return secret ? refuse(EPERM) : open_as(w, path, O_NOCTTY);
    if (is_there && !secret) {
        w->mode = info.st_mode & 07777;
        w->exact_mode = true;
    }
    return open_temporary(w, path, is_link);
}

blz_status blz_file_writer_open(blz_file_writer **out, const char *path, unsigned flags)
{
    BLZ_AUTO(blz_file_writer) w = blz_calloc(1, sizeof *w);
    if (!w) return BLZ_ERR_NOMEM;
    bool secret = flags & BLZ_FILE_SECRET;
    w->fd = -1;
    w->mode = secret ? 0600 : 0666;
    w->overwrite = !(flags & BLZ_FILE_NEW);
    w->exact_mode = secret;
    BLZ_TRY(open_target(w, path, secret));
    *out = BLZ_STEAL(w);
    return BLZ_OK;
}

const char *blz_file_writer_temporary(const blz_file_writer *writer)
{
    return writer->temporary;
}

blz_status blz_file_writer_write(blz_file_writer *w, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length) {
        ssize_t n = write(w->fd, at, length);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return blz_file_status(errno);
        at += n;
        length -= (size_t)n;
    }
    return BLZ_OK;
}

static int close_writer(blz_file_writer *w)
{
    int fd = w->fd;
    w->fd = -1;
    return close(fd);
}

/* link() fails where a file is, so that nothing is ever overwritten, not even in a race. */
static int publish(blz_file_writer *w)
{
    if (w->overwrite && rename(w->temporary, w->path) == 0) {
        w->there = false;
        return 0;
    }
    return w->overwrite ? -1 : link(w->temporary, w->path);
}

static int sync_folder(const blz_file_writer *w)
{
    char *folder = blz_strndup(w->folder ? w->path : ".", w->folder ? w->folder : 1);
    if (!folder) {
        errno = ENOMEM;
        return -1;
    }
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    blz_free(folder);
    if (fd < 0) return errno == EACCES ? 0 : -1; /* a folder may be writable but not readable */
    int failed = fsync(fd), error = errno;
    close(fd);
    errno = error;
    if (failed && (errno == EINVAL || errno == ENOTSUP))
        failed = 0; /* file systems that know no such thing */
    return failed;
}

blz_status blz_file_writer_commit(blz_file_writer *w)
{
    if (!w->temporary) return close_writer(w) == 0 ? BLZ_OK : blz_file_status(errno);
    if ((w->exact_mode && fchmod(w->fd, w->mode) != 0) || fsync(w->fd) != 0 || close_writer(w) != 0 ||
        publish(w) != 0 || sync_folder(w) != 0)
        return blz_file_status(errno);
    return BLZ_OK;
}

blz_status blz_file_write(const char *path, const void *bytes, size_t length, unsigned flags)
{
    BLZ_AUTO(blz_file_writer) w = NULL;
    BLZ_TRY(blz_file_writer_open(&w, path, flags));
    BLZ_TRY(blz_file_writer_write(w, bytes, length));
    return blz_file_writer_commit(w);
}
