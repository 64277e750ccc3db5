#include "kept.h"

#include <dirent.h>
#include <signal.h>
#include <sys/wait.h>

START_TEST(only_its_owner_can_read_it)
{
    kept k = kept_open(NULL);
    size_t index = 0;
    ck_assert_uint_eq(mode_of("list.json"), 0600);
    ck_assert_int_eq(chmod("list.json", 0644), 0);
    ck_assert_ok(blz_status_list_allocate(&index, k.list, k.ctx, "urn:x:1", k.diags));
    ck_assert_ok(blz_status_list_save(k.list));
    ck_assert_uint_eq(mode_of("list.json"), 0600);
    kept_close(&k);
}
END_TEST

START_TEST(never_over_another_file)
{
    kept k = kept_open(NULL);
    const blz_status_list_options options = {.id = LIST_ID, .issuer = LIST_ISSUER};
    ck_assert_int_eq(blz_status_list_create("list.json", &options, k.diags), BLZ_ERR_EXISTS);
    kept_close(&k);
}
END_TEST

START_TEST(what_was_saved_is_there)
{
    kept k = kept_open("suspension");
    blz_status_list *again = NULL;
    blz_status_list_place place;
    size_t index = 0;
    bool changed = false;
    ck_assert_ok(blz_status_list_allocate(&index, k.list, k.ctx, "urn:x:1", k.diags));
    ck_assert_ok(blz_status_list_set(&changed, k.list, k.ctx, "urn:x:1", true, "why", k.diags));
    ck_assert_ok(blz_status_list_save(k.list));
    ck_assert_ok(blz_status_list_open(&again, "list.json", false, k.diags));
    ck_assert_ok(blz_status_list_find(&place, again, "urn:x:1"));
    ck_assert_uint_eq(place.index, index);
    ck_assert_str_eq(place.reason, "why");
    ck_assert_int_eq(blz_status_list_save(again), BLZ_ERR_ARGUMENT);
    blz_status_list_free(again);
    kept_close(&k);
}
END_TEST

START_TEST(files_that_are_none)
{
    kept k = kept_open(NULL);
    blz_status_list *list = NULL;
    ck_assert_int_eq(blz_status_list_open(&list, "nowhere", true, k.diags), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(blz_status_list_open(&list, "nowhere", false, k.diags), BLZ_ERR_NOT_FOUND);
    blz_status_list_free(k.list);
    k.list = NULL;
    ck_assert_ok(blz_file_write("list.json", "{\"statusList\": 1", 16, BLZ_FILE_REPLACE));
    refused(&k, blz_status_list_open(&list, "list.json", true, k.diags), BLZ_ERR_SYNTAX,
            "\"list.json\" is not the file of a status list");
    ck_assert_ok(blz_file_write("list.json", "{}", 2, BLZ_FILE_REPLACE));
    refused(&k, blz_status_list_open(&list, "list.json", true, k.diags), BLZ_ERR_INVALID,
            "it has no \"statusList\"");
    ck_assert_int_eq(symlink("list.json", "link"), 0);
    ck_assert_int_eq(blz_status_list_open(&list, "link", true, k.diags), BLZ_ERR_PERMISSION);
    ck_assert_int_eq(unlink("link"), 0);
    kept_close(&k);
}
END_TEST

enum { CHILDREN = 20, EACH = 5 };

/* What one process does: opens, takes, saves. */
static void take(blz_ctx *ctx, int seed)
{
    for (int i = 0; i < EACH; i++) {
        BLZ_AUTO(blz_diags) diags = diags_new();
        BLZ_AUTO(blz_status_list) list = NULL;
        size_t index = 0;
        char id[40];
        snprintf(id, sizeof id, "urn:x:%d-%d", seed, i);
        if (blz_status_list_open(&list, "list.json", true, diags) != BLZ_OK ||
            blz_status_list_allocate(&index, list, ctx, id, diags) != BLZ_OK ||
            blz_status_list_save(list) != BLZ_OK)
            _exit(EXIT_FAILURE);
    }
}

START_TEST(many_at_once_get_different_places)
{
    kept k = kept_open(NULL);
    pid_t children[CHILDREN];
    blz_status_list_free(k.list);
    k.list = NULL;
    for (int i = 0; i < CHILDREN; i++) {
        children[i] = fork();
        ck_assert_int_ge(children[i], 0);
        if (children[i] > 0) continue;
        take(k.ctx, i);
        _exit(EXIT_SUCCESS);
    }
    for (int i = 0; i < CHILDREN; i++) {
        int ended = 0;
        ck_assert_int_eq(waitpid(children[i], &ended, 0), children[i]);
        ck_assert(WIFEXITED(ended) && WEXITSTATUS(ended) == EXIT_SUCCESS);
    }
    /* the names of one object are its places: none was given twice, and no change was lost */
    ck_assert_ok(blz_status_list_open(&k.list, "list.json", true, k.diags));
    ck_assert_uint_eq(blz_status_list_summarize(k.list).allocated, (size_t)CHILDREN * EACH);
    kept_close(&k);
}
END_TEST

static int is_temporary(const struct dirent *entry)
{
    return strncmp(entry->d_name, ".blazon-", 8) == 0;
}

/* Nobody but the killed ones has left them. */
static void remove_temporary(void)
{
    struct dirent **found = NULL;
    int count = scandir(".", &found, is_temporary, NULL);
    for (int i = 0; i < count; i++) {
        ck_assert_int_eq(unlink(found[i]->d_name), 0);
        free(found[i]);
    }
    free(found);
}

START_TEST(who_is_killed_leaves_a_whole_list)
{
    kept k = kept_open(NULL);
    size_t before = 0;
    blz_status_list_free(k.list);
    k.list = NULL;
    for (int round = 0; round < 40; round++) {
        pid_t child = fork();
        ck_assert_int_ge(child, 0);
        if (child == 0) {
            for (;;)
                take(k.ctx, (int)getpid() * 100 + round);
        }
        usleep(1000 + (useconds_t)round * 350);
        ck_assert_int_eq(kill(child, SIGKILL), 0);
        ck_assert_int_eq(waitpid(child, NULL, 0), child);
        ck_assert_ok(blz_status_list_open(&k.list, "list.json", true, k.diags));
        ck_assert_uint_ge(blz_status_list_summarize(k.list).allocated, before);
        before = blz_status_list_summarize(k.list).allocated;
        blz_status_list_free(k.list);
        k.list = NULL;
    }
    remove_temporary();
    kept_close(&k);
}
END_TEST

static blz_status save(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_status_list) list = NULL;
    (void)user;
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_status_list_open(&list, "list.json", true, diags));
    return blz_status_list_save(list);
}

START_TEST(memory)
{
    kept k = kept_open(NULL);
    blz_status_list_free(k.list);
    k.list = NULL;
    sweep_run(save, NULL);
    kept_close(&k);
}
END_TEST

UNIT_MAIN("status/list_file", only_its_owner_can_read_it, never_over_another_file, what_was_saved_is_there,
          files_that_are_none, many_at_once_get_different_places, who_is_killed_leaves_a_whole_list, memory)
