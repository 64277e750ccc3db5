#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

blz_status blz_file_status(int error)
{
    switch (error) {
    case 0:
        return BLZ_OK;
    case ENOMEM:
        return BLZ_ERR_NOMEM;
    case ENOENT:
    case ENOTDIR:
        return BLZ_ERR_NOT_FOUND;
    case EEXIST:
        return BLZ_ERR_EXISTS;
    case EACCES:
    case EPERM:
    case EROFS:
    case ELOOP:
        return BLZ_ERR_PERMISSION;
    default:
        return BLZ_ERR_IO;
    }
}

/* Closes without losing what errno has to say. */
static void close_quietly(int fd)
{
    int error = errno;
    close(fd);
    errno = error;
}

static ssize_t read_again(int fd, char *bytes, size_t size)
{
    ssize_t n;
    do
        n = read(fd, bytes, size);
    while (n < 0 && errno == EINTR);
    return n;
}

static blz_status read_all(blz_buf *buf, int fd)
{
    char chunk[16384];
    for (;;) {
        size_t want = buf->max - buf->length;
        if (want >= sizeof chunk) want = sizeof chunk - 1;
        ssize_t n = read_again(fd, chunk, want + 1);
        blz_status status = n < 0 ? blz_file_status(errno) : blz_buf_append(buf, chunk, (size_t)n);
        explicit_bzero(chunk, sizeof chunk);
        if (status != BLZ_OK || n == 0) return status;
    }
}

/* One allocation of the right size for a regular file: a growing buffer would leave copies of a secret
 * behind. */
static blz_status reserve_for(blz_buf *buf, const struct stat *info)
{
    if (!S_ISREG(info->st_mode) || info->st_size <= 0) return BLZ_OK;
    if ((uintmax_t)info->st_size > buf->max) return BLZ_ERR_LIMIT;
    BLZ_TRY(blz_buf_fill(buf, '\0', (size_t)info->st_size));
    blz_buf_reset(buf);
    return BLZ_OK;
}

static blz_status read_open(blz_buf *buf, int fd, bool secret)
{
    struct stat info;
    if (fstat(fd, &info) != 0) return blz_file_status(errno);
    if (S_ISDIR(info.st_mode)) {
        errno = EISDIR;
        return BLZ_ERR_IO;
    }
    if (secret && S_ISREG(info.st_mode) && (info.st_mode & 077)) {
        errno = 0;
        return BLZ_ERR_PERMISSION;
    }
    BLZ_TRY(reserve_for(buf, &info));
    return read_all(buf, fd);
}

static blz_status read_path(char **bytes, size_t *length, const char *path, size_t max, bool secret)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return blz_file_status(errno);
    blz_buf buf = BLZ_BUF(max);
    blz_status status = read_open(&buf, fd, secret);
    close_quietly(fd);
    if (status == BLZ_OK) return blz_buf_take(&buf, bytes, length);
    blz_free_secret(buf.data, buf.capacity);
    return status;
}

blz_status blz_file_read(char **bytes, size_t *length, const char *path, size_t max)
{
    return read_path(bytes, length, path, max, false);
}

blz_status blz_file_read_secret(char **bytes, size_t *length, const char *path, size_t max)
{
    return read_path(bytes, length, path, max, true);
}

static int write_all(int fd, const char *bytes, size_t length)
{
    while (length) {
        ssize_t n = write(fd, bytes, length);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return -1;
        bytes += n;
        length -= (size_t)n;
    }
    return 0;
}

/* Pipes and devices have no old content to keep. */
static blz_status write_directly(const char *path, const void *bytes, size_t length)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return blz_file_status(errno);
    int failed = write_all(fd, bytes, length);
    int error = errno;
    if (close(fd) != 0 && !failed) return blz_file_status(errno);
    errno = error;
    return failed ? blz_file_status(error) : BLZ_OK;
}

/* What one atomic write knows about its target. */
typedef struct target {
    char *path;      /* where the file will be, links followed */
    char *temporary; /* beside it */
    size_t folder;   /* length of the folder in both, with its slash; 0: the current one */
    mode_t mode;     /* of a new file */
    bool overwrite;
    bool exact_mode; /* the mode is to be exactly this, whatever the umask says */
} target;

static void target_clear(target *t)
{
    blz_free(t->path);
    blz_free(t->temporary);
}

static blz_status name_temporary(target *t)
{
    const char *slash = strrchr(t->path, '/');
    t->folder = slash ? (size_t)(slash - t->path) + 1 : 0;
    unsigned char random[8];
    if (getrandom(random, sizeof random, 0) != sizeof random) return BLZ_ERR_IO;
    BLZ_SCOPED(blz_buf) name = BLZ_BUF(BLZ_BUF_MAX);
    blz_buf_append(&name, t->path, t->folder);
    blz_buf_puts(&name, ".blazon-");
    for (size_t i = 0; i < sizeof random; i++)
        blz_buf_printf(&name, "%02x", random[i]);
    blz_buf_puts(&name, ".tmp");
    return blz_buf_take(&name, &t->temporary, NULL);
}

static int sync_folder(const target *t)
{
    char *folder = blz_strndup(t->folder ? t->path : ".", t->folder ? t->folder : 1);
    if (!folder) {
        errno = ENOMEM;
        return -1;
    }
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    blz_free(folder);
    if (fd < 0) return errno == EACCES ? 0 : -1; /* a folder may be writable but not readable */
    int failed = fsync(fd);
    if (failed && (errno == EINVAL || errno == ENOTSUP))
        failed = 0; /* file systems that know no such thing */
    close_quietly(fd);
    return failed;
}

static int fill_temporary(const target *t, const void *bytes, size_t length)
{
    int fd = open(t->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, t->mode);
    if (fd < 0) return -1;
    int failed =
        write_all(fd, bytes, length) != 0 || (t->exact_mode && fchmod(fd, t->mode) != 0) || fsync(fd) != 0;
    if (failed)
        close_quietly(fd);
    else
        failed = close(fd) != 0;
    return failed ? -1 : 0;
}

/* link() fails where a file is, so that nothing is ever overwritten, not even in a race. */
static int publish(const target *t)
{
    if (t->overwrite) return rename(t->temporary, t->path);
    if (link(t->temporary, t->path) != 0) return -1;
    return unlink(t->temporary);
}

static blz_status write_target(const target *t, const void *bytes, size_t length)
{
    if (fill_temporary(t, bytes, length) == 0 && publish(t) == 0 && sync_folder(t) == 0) return BLZ_OK;
    int error = errno;
    unlink(t->temporary);
    errno = error;
    return blz_file_status(error);
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

blz_status blz_file_write_atomic(const char *path, const void *bytes, size_t length, int mode, bool overwrite)
{
    bool secret = (mode & 077) == 0;
    BLZ_SCOPED(target) t = {.mode = (mode_t)mode, .overwrite = overwrite, .exact_mode = secret};
    struct stat info;
    bool is_there = lstat(path, &info) == 0, is_link = is_there && S_ISLNK(info.st_mode);
    if (!is_there && errno != ENOENT) return blz_file_status(errno);
    if (is_there && !overwrite) return refuse(EEXIST);
    if (is_link && secret) return refuse(ELOOP);
    if (is_link && stat(path, &info) != 0) return blz_file_status(errno);
    if (is_there && S_ISDIR(info.st_mode)) return refuse(EISDIR);
    if (is_there && !S_ISREG(info.st_mode))
        return secret ? refuse(EPERM) : write_directly(path, bytes, length);
    if (is_there && !secret) {
        t.mode = info.st_mode & 07777;
        t.exact_mode = true;
    }
    if (is_link)
        BLZ_TRY(follow_links(&t.path, path));
    else
        BLZ_TRY_MEM(t.path = blz_strdup(path));
    BLZ_TRY(name_temporary(&t));
    return write_target(&t, bytes, length);
}

blz_status blz_file_write(const char *path, const void *bytes, size_t length, unsigned flags)
{
    return blz_file_write_atomic(path, bytes, length, flags & BLZ_FILE_SECRET ? 0600 : 0666,
                                 !(flags & BLZ_FILE_NEW));
}
