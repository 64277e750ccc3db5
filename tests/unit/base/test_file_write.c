#include "unit/base/folder.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

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

START_TEST(nothing_is_seen_of_a_file_that_is_written_in_pieces)
{
    enter();
    ck_assert_ok(blz_file_write("a", "old", 3, BLZ_FILE_NEW));
    for (int commit = 0; commit < 2; commit++) {
        blz_file_writer *w = NULL;
        ck_assert_ok(blz_file_writer_open(&w, "a", BLZ_FILE_REPLACE));
        ck_assert_ok(blz_file_writer_write(w, "one, ", 5));
        ck_assert_ok(blz_file_writer_write(w, "two", 3));
        holds("a", "old");
        holds(blz_file_writer_temporary(w), "one, two");
        if (commit) ck_assert_ok(blz_file_writer_commit(w));
        blz_file_writer_free(w);
    }
    holds("a", "one, two");
    blz_file_writer_free(NULL);
    LEAVE("a");
}
END_TEST

START_TEST(pieces_go_to_devices_as_they_come)
{
    blz_file_writer *w = NULL;
    ck_assert_ok(blz_file_writer_open(&w, "/dev/full", BLZ_FILE_REPLACE));
    ck_assert_ptr_null(blz_file_writer_temporary(w));
    ck_assert_int_eq(blz_file_writer_write(w, "x", 1), BLZ_ERR_IO);
    ck_assert_int_eq(errno, ENOSPC);
    errno = EPIPE;
    blz_file_writer_free(w);
    ck_assert_int_eq(errno, EPIPE);
    ck_assert_ok(blz_file_writer_open(&w, "/dev/null", BLZ_FILE_REPLACE));
    ck_assert_ok(blz_file_writer_write(w, "x", 1));
    ck_assert_ok(blz_file_writer_commit(w));
    blz_file_writer_free(w);
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
    LEAVE("link", "a");
}
END_TEST

UNIT_MAIN("base/file_write", new_means_new, links_keep_pointing, devices_are_written_to_directly,
          a_full_disk_leaves_the_old_file_and_nothing_else,
          nothing_is_seen_of_a_file_that_is_written_in_pieces, pieces_go_to_devices_as_they_come,
          no_memory_means_no_file)
