#include "unit/unit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char folder[64];

/* Every test works in a folder of its own. */
static void enter(void)
{
    snprintf(folder, sizeof folder, "/tmp/blazon-file-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
}

/* Removes what the test names and then the folder, which proves that nothing else was left behind. */
static void leave(const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq(unlink(names[i]), 0);
    ck_assert_int_eq(chdir("/"), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}
#define LEAVE(...)                                                                                           \
    leave((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void holds(const char *path, const char *expected)
{
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    ck_assert_ok(blz_file_read(&bytes, &length, path, 100000));
    ck_assert_str_eq(bytes, expected);
    ck_assert_uint_eq(length, strlen(expected));
}

static mode_t mode_of(const char *path)
{
    struct stat info;
    ck_assert_int_eq(lstat(path, &info), 0);
    return info.st_mode & 07777;
}

START_TEST(written_and_read_back)
{
    enter();
    umask(022);
    ck_assert_ok(blz_file_write("a.json", "one", 3, BLZ_FILE_REPLACE));
    holds("a.json", "one");
    ck_assert_uint_eq(mode_of("a.json"), 0644);
    ck_assert_int_eq(chmod("a.json", 0664), 0);
    ck_assert_ok(blz_file_write("./a.json", "two", 3, BLZ_FILE_REPLACE));
    holds("a.json", "two");
    ck_assert_uint_eq(mode_of("a.json"), 0664);
    ck_assert_ok(blz_file_write("a.json", "", 0, BLZ_FILE_REPLACE));
    holds("a.json", "");
    LEAVE("a.json");
}
END_TEST

START_TEST(new_means_new)
{
    enter();
    ck_assert_ok(blz_file_write("a", "one", 3, BLZ_FILE_NEW));
    ck_assert_int_eq(blz_file_write("a", "two", 3, BLZ_FILE_NEW), BLZ_ERR_EXISTS);
    ck_assert_int_eq(errno, EEXIST);
    holds("a", "one");
    ck_assert_int_eq(symlink("nowhere", "link"), 0);
    ck_assert_int_eq(blz_file_write("link", "two", 3, BLZ_FILE_NEW), BLZ_ERR_EXISTS);
    LEAVE("a", "link");
}
END_TEST

START_TEST(secrets_are_for_their_owner)
{
    enter();
    umask(0);
    ck_assert_ok(blz_file_write("key.pem", "secret", 6, BLZ_FILE_NEW | BLZ_FILE_SECRET));
    ck_assert_uint_eq(mode_of("key.pem"), 0600);
    umask(022);
    char *bytes = NULL;
    size_t length = 0;
    ck_assert_ok(blz_file_read_secret(&bytes, &length, "key.pem", 100));
    ck_assert_str_eq(bytes, "secret");
    blz_free(bytes);
    bytes = NULL;
    ck_assert_int_eq(chmod("key.pem", 0640), 0);
    ck_assert_int_eq(blz_file_read_secret(&bytes, &length, "key.pem", 100), BLZ_ERR_PERMISSION);
    ck_assert_int_eq(errno, 0);
    ck_assert_ptr_null(bytes);
    ck_assert_ok(blz_file_write("key.pem", "other", 5, BLZ_FILE_SECRET));
    ck_assert_uint_eq(mode_of("key.pem"), 0600);
    ck_assert_int_eq(symlink("key.pem", "link.pem"), 0);
    ck_assert_int_eq(blz_file_write("link.pem", "x", 1, BLZ_FILE_SECRET), BLZ_ERR_PERMISSION);
    ck_assert_int_eq(errno, ELOOP);
    ck_assert_int_eq(blz_file_write("/dev/null", "x", 1, BLZ_FILE_SECRET), BLZ_ERR_PERMISSION);
    holds("key.pem", "other");
    LEAVE("key.pem", "link.pem");
}
END_TEST

START_TEST(links_keep_pointing)
{
    enter();
    ck_assert_int_eq(mkdir("deep", 0755), 0);
    ck_assert_ok(blz_file_write("deep/real", "one", 3, BLZ_FILE_REPLACE));
    ck_assert_int_eq(symlink("deep/real", "link"), 0);
    ck_assert_ok(blz_file_write("link", "two", 3, BLZ_FILE_REPLACE));
    struct stat info;
    ck_assert_int_eq(lstat("link", &info), 0);
    ck_assert(S_ISLNK(info.st_mode));
    holds("deep/real", "two");
    ck_assert_int_eq(unlink("deep/real"), 0);
    ck_assert_int_eq(blz_file_write("link", "x", 1, BLZ_FILE_REPLACE), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(rmdir("deep"), 0);
    LEAVE("link");
}
END_TEST

START_TEST(caps_and_folders)
{
    enter();
    ck_assert_ok(blz_file_write("a", "12345", 5, BLZ_FILE_NEW));
    char *bytes = NULL;
    size_t length = 0;
    ck_assert_int_eq(blz_file_read(&bytes, &length, "a", 4), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_file_read(&bytes, &length, "/dev/zero", 70000), BLZ_ERR_LIMIT);
    ck_assert_int_eq(blz_file_read(&bytes, &length, ".", 4), BLZ_ERR_IO);
    ck_assert_int_eq(errno, EISDIR);
    ck_assert_int_eq(blz_file_read(&bytes, &length, "missing", 4), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(errno, ENOENT);
    ck_assert_int_eq(blz_file_read(&bytes, &length, "a/b", 4), BLZ_ERR_NOT_FOUND);
    ck_assert_ptr_null(bytes);
    ck_assert_ok(blz_file_read(&bytes, &length, "a", 5));
    blz_free(bytes);
    ck_assert_int_eq(blz_file_write(".", "x", 1, BLZ_FILE_REPLACE), BLZ_ERR_IO);
    ck_assert_int_eq(errno, EISDIR);
    ck_assert_int_eq(blz_file_write("missing/x", "x", 1, BLZ_FILE_REPLACE), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(blz_file_write("a/x", "x", 1, BLZ_FILE_REPLACE), BLZ_ERR_NOT_FOUND);
    LEAVE("a");
}
END_TEST

static void *feed(void *path)
{
    int fd = open(path, O_WRONLY);
    for (int i = 0; i < 20000; i++)
        if (write(fd, "ab", 2) != 2) abort();
    close(fd);
    return NULL;
}

START_TEST(pipes_are_read_to_their_end)
{
    enter();
    ck_assert_int_eq(mkfifo("pipe", 0600), 0);
    pthread_t writer;
    char name[] = "pipe";
    ck_assert_int_eq(pthread_create(&writer, NULL, feed, name), 0);
    BLZ_AUTO(blz_text) bytes = NULL;
    size_t length = 0;
    ck_assert_ok(blz_file_read(&bytes, &length, "pipe", 40000));
    ck_assert_uint_eq(length, 40000);
    ck_assert_mem_eq(bytes + 39998, "ab", 3);
    ck_assert_int_eq(pthread_join(writer, NULL), 0);
    LEAVE("pipe");
}
END_TEST

START_TEST(devices_are_written_to_directly)
{
    ck_assert_ok(blz_file_write("/dev/null", "x", 1, BLZ_FILE_REPLACE));
    struct stat info;
    ck_assert_int_eq(stat("/dev/null", &info), 0);
    ck_assert(S_ISCHR(info.st_mode));
    ck_assert_int_eq(blz_file_write("/dev/full", "x", 1, BLZ_FILE_REPLACE), BLZ_ERR_IO);
    ck_assert_int_eq(errno, ENOSPC);
}
END_TEST

START_TEST(a_full_disk_leaves_the_old_file_and_nothing_else)
{
    enter();
    ck_assert_ok(blz_file_write("a", "old", 3, BLZ_FILE_NEW));
    static char big[65536];
    memset(big, 'x', sizeof big);
    struct rlimit before, small = {4096, RLIM_INFINITY};
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_IGN);
    small.rlim_max = before.rlim_max;
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
    blz_status status = blz_file_write("a", big, sizeof big, BLZ_FILE_REPLACE);
    int error = errno;
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
    ck_assert_int_eq(status, BLZ_ERR_IO);
    ck_assert_int_eq(error, EFBIG);
    holds("a", "old");
    LEAVE("a");
}
END_TEST

static bool kth(void *user)
{
    return --*(int *)user == 0;
}

START_TEST(no_memory_means_no_file)
{
    enter();
    ck_assert_ok(blz_file_write("a", "old", 3, BLZ_FILE_NEW));
    ck_assert_int_eq(symlink("a", "link"), 0);
    blz_status status = BLZ_ERR_NOMEM;
    int k = 1;
    for (; status == BLZ_ERR_NOMEM && k < 20; k++) {
        int left = k;
        blz_mem_set_failing(kth, &left);
        status = blz_file_write("link", "new", 3, BLZ_FILE_REPLACE);
        blz_mem_set_failing(NULL, NULL);
        /* only the last step, the fsync of the folder, comes after the file is there */
        if (status == BLZ_ERR_NOMEM && k < 3) holds("a", "old");
    }
    ck_assert_ok(status);
    ck_assert_int_gt(k, 3);
    holds("a", "new");
    char *bytes = NULL;
    size_t length = 0;
    int left = 1;
    blz_mem_set_failing(kth, &left);
    status = blz_file_read(&bytes, &length, "a", 10);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_int_eq(status, BLZ_ERR_NOMEM);
    ck_assert_ptr_null(bytes);
    LEAVE("link", "a");
}
END_TEST

START_TEST(errors_have_a_status)
{
    ck_assert_ok(blz_file_status(0));
    ck_assert_int_eq(blz_file_status(ENOMEM), BLZ_ERR_NOMEM);
    ck_assert_int_eq(blz_file_status(EROFS), BLZ_ERR_PERMISSION);
    ck_assert_int_eq(blz_file_status(EIO), BLZ_ERR_IO);
}
END_TEST

UNIT_MAIN("base/file", written_and_read_back, new_means_new, secrets_are_for_their_owner, links_keep_pointing,
          caps_and_folders, pipes_are_read_to_their_end, devices_are_written_to_directly,
          a_full_disk_leaves_the_old_file_and_nothing_else, no_memory_means_no_file, errors_have_a_status)
