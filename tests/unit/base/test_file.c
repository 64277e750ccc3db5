#include "unit/base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>

#include "unit/failing.h"

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

START_TEST(what_others_name_is_not_waited_for)
{
    enter();
    ck_assert_int_eq(mkfifo("pipe", 0600), 0);
    ck_assert_int_eq(symlink("pipe", "link"), 0);
    ck_assert_ok(blz_file_write("a", "12345", 5, BLZ_FILE_NEW));
    char *bytes = NULL;
    size_t length = 0;
    const char *const special[] = {"pipe", "link", ".", "/dev/null", "/dev/zero"};
    for (size_t i = 0; i < sizeof special / sizeof *special; i++)
        ck_assert_int_eq(blz_file_read_regular(&bytes, &length, special[i], 10), BLZ_ERR_UNSUPPORTED);
    ck_assert_int_eq(blz_file_read_regular(&bytes, &length, "missing", 10), BLZ_ERR_NOT_FOUND);
    ck_assert_ok(blz_file_read_regular(&bytes, &length, "a", 10));
    ck_assert_str_eq(bytes, "12345");
    blz_free(bytes);
    LEAVE("pipe", "link", "a");
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

START_TEST(a_failing_allocation_is_reported)
{
    enter();
    ck_assert_ok(blz_file_write("a", "old", 3, BLZ_FILE_NEW));
    for (EACH_ALLOCATION_FAILS(f)) {
        char *bytes = NULL;
        size_t length = 0;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_file_read(&bytes, &length, "a", 10);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert_int_eq(bytes != NULL, status == BLZ_OK);
        blz_free(bytes);
    }
    LEAVE("a");
}
END_TEST

UNIT_MAIN("base/file", written_and_read_back, secrets_are_for_their_owner, caps_and_folders,
          pipes_are_read_to_their_end, what_others_name_is_not_waited_for, errors_have_a_status,
          a_failing_allocation_is_reported)
