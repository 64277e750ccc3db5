#include "net/room.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_LENGTH = 64, PASSES_MAX = 64 };

typedef struct survey {
    size_t count, bytes;
    char oldest[NAME_LENGTH + 1];
    int64_t oldest_time;
} survey;

static bool is_copy(const char *name)
{
    return strspn(name, "0123456789abcdef") == NAME_LENGTH && !name[NAME_LENGTH];
}

static void count_one(survey *s, int folder, const char *name)
{
    struct stat info;
    if (!is_copy(name) || fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(info.st_mode))
        return;
    s->count++;
    s->bytes += (size_t)info.st_size;
    if (s->count > 1 && info.st_mtime >= s->oldest_time) return;
    s->oldest_time = info.st_mtime;
    memcpy(s->oldest, name, sizeof s->oldest);
}

static survey look(DIR *folder)
{
    survey s = {0};
    const struct dirent *entry;
    rewinddir(folder);
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread has this stream */
    while ((entry = readdir(folder)))
        count_one(&s, dirfd(folder), entry->d_name);
    return s;
}

/* One goes at a time, as one comes at a time; more than a few only where a larger one came. */
void blz_room_make(const char *folder, size_t count, size_t bytes)
{
    DIR *stream = opendir(folder);
    if (!stream) return;
    for (int pass = 0; pass < PASSES_MAX; pass++) {
        survey s = look(stream);
        if (!s.count || (s.count < count && s.bytes <= bytes)) break;
        if (unlinkat(dirfd(stream), s.oldest, 0) != 0) break;
    }
    closedir(stream);
}
