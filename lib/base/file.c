#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
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

typedef enum read_as { READ_ANY, READ_REGULAR, READ_SECRET } read_as;

static blz_status read_open(blz_buf *buf, int fd, read_as as)
{
    struct stat info;
    if (fstat(fd, &info) != 0) return blz_file_status(errno);
    if (as == READ_REGULAR && !S_ISREG(info.st_mode)) return BLZ_ERR_UNSUPPORTED;
    if (S_ISDIR(info.st_mode)) {
        errno = EISDIR;
        return BLZ_ERR_IO;
    }
    if (as == READ_SECRET && S_ISREG(info.st_mode) && (info.st_mode & 077)) {
        errno = 0;
        return BLZ_ERR_PERMISSION;
    }
    BLZ_TRY(reserve_for(buf, &info));
    return read_all(buf, fd);
}

/* Only a pipe or a device may be waited for. Some files of /proc look regular and wait too (kmsg), and a link
 * to one can lie in any folder. */
static int waiting(const char *path, read_as as)
{
    struct stat info;
    bool regular = as == READ_REGULAR || (stat(path, &info) == 0 && S_ISREG(info.st_mode));
    return regular ? O_NONBLOCK : 0;
}

static blz_status read_path(char **bytes, size_t *length, const char *path, size_t max, read_as as)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | waiting(path, as));
    if (fd < 0) return blz_file_status(errno);
    blz_buf buf = BLZ_BUF(max);
    blz_status status = read_open(&buf, fd, as);
    close_quietly(fd);
    if (status == BLZ_OK) return blz_buf_take(&buf, bytes, length);
    blz_free_secret(buf.data, buf.capacity);
    return status;
}

blz_status blz_file_read(char **bytes, size_t *length, const char *path, size_t max)
{
    return read_path(bytes, length, path, max, READ_ANY);
}

blz_status blz_file_read_regular(char **bytes, size_t *length, const char *path, size_t max)
{
    return read_path(bytes, length, path, max, READ_REGULAR);
}

blz_status blz_file_read_secret(char **bytes, size_t *length, const char *path, size_t max)
{
    return read_path(bytes, length, path, max, READ_SECRET);
}
