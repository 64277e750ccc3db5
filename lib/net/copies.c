#include "net/copies.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "crypto/digest.h"
#include "net/copy.h"
#include "net/room.h"

enum { HEADER_MAX = 32 << 10 }; /* more than the lines of any copy: two URLs and a few words */

static blz_status make_one(const char *path)
{
    return mkdir(path, 0700) == 0 || errno == EEXIST ? BLZ_OK : blz_file_status(errno);
}

static blz_status make_folders(const char *folder)
{
    BLZ_AUTO(blz_text) path = blz_strdup(folder);
    if (!path) return BLZ_ERR_NOMEM;
    for (char *at = path + 1; *at; at++) {
        if (*at != '/') continue;
        *at = '\0';
        BLZ_TRY(make_one(path));
        *at = '/';
    }
    return make_one(path);
}

blz_status blz_copies_prepare(const char *folder)
{
    struct stat info;
    if (stat(folder, &info) != 0) {
        if (errno != ENOENT) return blz_file_status(errno);
        BLZ_TRY(make_folders(folder));
        if (stat(folder, &info) != 0) return blz_file_status(errno);
    }
    errno = S_ISDIR(info.st_mode) ? 0 : ENOTDIR;
    if (errno) return BLZ_ERR_IO;
    bool ours = info.st_uid == geteuid() || info.st_uid == 0;
    return ours && !(info.st_mode & 022) ? BLZ_OK : BLZ_ERR_PERMISSION;
}

/* SHA-256 itself cannot fail; what OpenSSL lacks then is memory, and callers know what to do without that. */
static blz_status of_digest(blz_status status)
{
    return status == BLZ_ERR_CRYPTO ? BLZ_ERR_NOMEM : status;
}

static blz_status path_of(char **out, const char *folder, const char *url)
{
    char name[BLZ_DIGEST_HEX_MAX];
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(of_digest(blz_digest_hex(name, BLZ_HASH_SHA256, url, strlen(url))));
    BLZ_TRY(blz_buf_printf(&path, "%s/%s", folder, name));
    return blz_buf_take(&path, out, NULL);
}

blz_status blz_copies_get(blz_document *out, int64_t *fresh_until, const char *folder, const char *url,
                          size_t max)
{
    BLZ_AUTO(blz_text) path = NULL;
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    BLZ_TRY(path_of(&path, folder, url));
    blz_status status = blz_file_read_regular(&bytes, &length, path, max + HEADER_MAX);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK) return BLZ_ERR_NOT_FOUND; /* one that is too large, too: no copy was made so */
    return of_digest(blz_copy_read(out, fresh_until, url, bytes, length));
}

blz_status blz_copies_put(const char *folder, const char *url, const blz_document *document,
                          int64_t fresh_until)
{
    BLZ_AUTO(blz_text) path = NULL;
    BLZ_SCOPED(blz_buf) copy = BLZ_BUF(BLZ_COPIES_BYTES_MAX);
    BLZ_TRY(path_of(&path, folder, url));
    blz_status status = of_digest(blz_copy_write(&copy, url, document, fresh_until));
    if (status == BLZ_ERR_LIMIT) return BLZ_OK;
    BLZ_TRY(status);
    blz_room_make(folder, BLZ_COPIES_MAX, BLZ_COPIES_BYTES_MAX - copy.length);
    status = blz_file_write(path, copy.data, copy.length, BLZ_FILE_SECRET);
    return status == BLZ_ERR_NOMEM ? status : BLZ_OK;
}
