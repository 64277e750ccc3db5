#include "unit/net/folder.h"
#include "unit/unit.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

#include "net/room.h"

#define ZEROS "00000000000000000000000000000000000000000000000000000000000000"

static void put(const struct folder *f, const char *name, size_t size, time_t when)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", f->path, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(ftruncate(fd, (off_t)size), 0);
    const struct timespec times[] = {{.tv_sec = when}, {.tv_sec = when}};
    ck_assert_int_eq(futimens(fd, times), 0);
    close(fd);
}

static int there(const struct folder *f, const char *name)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", f->path, name);
    return access(path, F_OK) == 0;
}

START_TEST(the_oldest_go)
{
    struct folder f;
    folder_make(&f);
    put(&f, ZEROS "0a", 100, 3000);
    put(&f, ZEROS "0b", 100, 1000);
    put(&f, ZEROS "0c", 100, 2000);
    put(&f, "notes.txt", 1000, 1);
    put(&f, ZEROS "0", 1000, 1);
    put(&f, ZEROS "0Z", 1000, 1);
    blz_room_make(f.path, 4, 300);
    ck_assert_int_eq(folder_count(&f, 0), 6);
    blz_room_make(f.path, 3, 300);
    ck_assert(!there(&f, ZEROS "0b") && there(&f, ZEROS "0c"));
    blz_room_make(f.path, 9, 199);
    ck_assert(!there(&f, ZEROS "0c") && there(&f, ZEROS "0a"));
    blz_room_make(f.path, 0, 0);
    ck_assert_int_eq(folder_count(&f, 0), 3);
    folder_remove(&f);
    blz_room_make(f.path, 0, 0);
}
END_TEST

UNIT_MAIN("net/room", the_oldest_go)
