#include "fixture.h"

#include "definition/path.h"

static char folder[PATH_MAX];

/* The status of resolving `name` from `from`, both below the folder; on BLZ_OK the real path is `expected`.
 */
static blz_status resolve(const char *root, const char *from, const char *name, const char *expected)
{
    char file[PATH_MAX + 8], base[PATH_MAX + 8];
    snprintf(file, sizeof file, "%s/%s", folder, from);
    snprintf(base, sizeof base, "%s%s", folder, root ? root : "");
    char *path = NULL;
    blz_status status = blz_path_resolve(&path, root ? base : NULL, file, name);
    if (status == BLZ_OK) ck_assert_str_eq(path, in(folder, expected));
    blz_free(path);
    return status;
}

static void make_project(void)
{
    make_folder(folder);
    ck_assert_int_eq(mkdir(in(folder, "project"), 0700), 0);
    ck_assert_int_eq(mkdir(in(folder, "project/sub"), 0700), 0);
    ck_assert_int_eq(mkdir(in(folder, "project-two"), 0700), 0);
    write_file(folder, "secret.yaml", "x");
    write_file(folder, "project/issuer.yaml", "x");
    write_file(folder, "project/sub/rubric.yaml", "x");
    write_file(folder, "project-two/other.yaml", "x");
    ck_assert_int_eq(symlink("../secret.yaml", in(folder, "project/link.yaml")), 0);
    ck_assert_int_eq(symlink("issuer.yaml", in(folder, "project/good-link.yaml")), 0);
    ck_assert_int_eq(symlink("..", in(folder, "project/up")), 0);
    ck_assert_int_eq(symlink("loop", in(folder, "project/loop")), 0);
    ck_assert_int_eq(mkfifo(in(folder, "project/pipe"), 0600), 0);
}

START_TEST(paths_start_at_the_file_that_says_them)
{
    make_project();
    ck_assert_ok(resolve("/project", "project/a.yaml", "issuer.yaml", "project/issuer.yaml"));
    ck_assert_ok(resolve("/project", "project/a.yaml", "./sub//rubric.yaml", "project/sub/rubric.yaml"));
    ck_assert_ok(resolve("/project", "project/sub/a.yaml", "../issuer.yaml", "project/issuer.yaml"));
    ck_assert_ok(resolve("/project", "project/a.yaml", "good-link.yaml", "project/issuer.yaml"));
    ck_assert_ok(resolve(NULL, "project/a.yaml", "../secret.yaml", "secret.yaml"));
    remove_folder(folder);
}
END_TEST

START_TEST(nothing_leads_out_of_the_project)
{
    make_project();
    const char *const out[] = {"../secret.yaml",
                               "sub/../../secret.yaml",
                               "link.yaml",
                               "up/secret.yaml",
                               "../project-two/other.yaml",
                               "../nothing.yaml",
                               "..",
                               "../../../../../.."};
    for (size_t i = 0; i < BLZ_COUNT_OF(out); i++) {
        errno = 1;
        ck_assert_int_eq(resolve("/project", "project/a.yaml", out[i], ""), BLZ_ERR_PERMISSION);
        ck_assert_int_eq(errno, 0);
    }
    ck_assert_int_eq(resolve("/project", "project/a.yaml", "/etc/passwd", ""), BLZ_ERR_INVALID);
    ck_assert_int_eq(resolve(NULL, "project/a.yaml", "/etc/passwd", ""), BLZ_ERR_INVALID);
    ck_assert_int_eq(resolve(NULL, "project/a.yaml", "https://badges.example.edu/i.yaml", ""),
                     BLZ_ERR_INVALID);
    remove_folder(folder);
}
END_TEST

START_TEST(only_regular_files_are_read)
{
    make_project();
    ck_assert_int_eq(resolve("/project", "project/a.yaml", "sub", ""), BLZ_ERR_UNSUPPORTED);
    ck_assert_int_eq(resolve("/project", "project/a.yaml", "pipe", ""), BLZ_ERR_UNSUPPORTED);
    ck_assert_int_eq(resolve("/project", "project/a.yaml", ".", ""), BLZ_ERR_UNSUPPORTED);
    ck_assert_int_eq(resolve("/project", "project/a.yaml", "loop", ""), BLZ_ERR_PERMISSION);
    ck_assert_int_eq(errno, ELOOP);
    ck_assert_int_eq(resolve("/project", "project/a.yaml", "missing.yaml", ""), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(resolve("/project", "project/a.yaml", "", ""), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(resolve("/project", "gone/a.yaml", "issuer.yaml", ""), BLZ_ERR_NOT_FOUND);
    char longest[PATH_MAX + 10];
    memset(longest, 'x', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    ck_assert_int_eq(resolve("/project", "project/a.yaml", longest, ""), BLZ_ERR_IO);
    remove_folder(folder);
}
END_TEST

static void assert_project(const char *path, const char *given, const char *expected)
{
    char *root = NULL;
    ck_assert_ok(blz_path_project(&root, path, given));
    ck_assert_str_eq(root, expected);
    blz_free(root);
}

START_TEST(the_project_is_where_git_is)
{
    make_project();
    assert_project(in(folder, "project/sub/a.yaml"), NULL, in(folder, "project/sub"));
    ck_assert_int_eq(mkdir(in(folder, "project/.git"), 0700), 0);
    assert_project(in(folder, "project/sub/a.yaml"), NULL, in(folder, "project"));
    assert_project(in(folder, "project/a.yaml"), NULL, in(folder, "project"));
    assert_project(in(folder, "project/sub/a.yaml"), in(folder, "project/up"), folder);
    assert_project("/a.yaml", NULL, "/");
    char *root = NULL;
    ck_assert_int_eq(blz_path_project(&root, in(folder, "gone/a.yaml"), NULL), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(blz_path_project(&root, "a.yaml", in(folder, "gone")), BLZ_ERR_NOT_FOUND);
    ck_assert_ptr_null(root);
    remove_folder(folder);
}
END_TEST

START_TEST(a_bare_name_is_in_the_current_folder)
{
    char here[PATH_MAX], *root = NULL;
    make_folder(folder);
    ck_assert_ptr_nonnull(getcwd(here, sizeof here));
    ck_assert_int_eq(chdir(folder), 0);
    ck_assert_ok(blz_path_project(&root, "a.yaml", NULL));
    ck_assert_str_eq(root, folder);
    blz_free(root);
    ck_assert_int_eq(chdir(here), 0);
    remove_folder(folder);
}
END_TEST

static void assert_display(const char *from, const char *name, const char *expected)
{
    char *path = NULL;
    ck_assert_ok(blz_path_display(&path, from, name));
    ck_assert_str_eq(path, expected);
    blz_free(path);
}

START_TEST(messages_call_files_as_the_user_would)
{
    assert_display("a.yaml", "issuer.yaml", "issuer.yaml");
    assert_display("./ct/a.yaml", "./issuer.yaml", "ct/issuer.yaml");
    assert_display("ct/a.yaml", "../shared//issuer.yaml", "shared/issuer.yaml");
    assert_display("ct/a.yaml", "../../issuer.yaml", "../issuer.yaml");
    assert_display("../a.yaml", "../b.yaml", "../../b.yaml");
    assert_display("/ct/a.yaml", "../../b.yaml", "/b.yaml");
    assert_display("/a.yaml", "b.yaml", "/b.yaml");
    assert_display("a.yaml", ".", "");
}
END_TEST

static void assert_suggestion(const char *name, const char *expected)
{
    char file[PATH_MAX + 16], root[PATH_MAX + 16], *near = NULL;
    snprintf(file, sizeof file, "%s/project/a.yaml", folder);
    snprintf(root, sizeof root, "%s/project", folder);
    ck_assert_ok(blz_path_suggest(&near, root, file, name));
    if (expected)
        ck_assert_str_eq(near, expected);
    else
        ck_assert_ptr_null(near);
    blz_free(near);
}

START_TEST(near_names_are_suggested)
{
    make_project();
    assert_suggestion("isuer.yaml", "issuer.yaml");
    assert_suggestion("sub/rubrik.yaml", "sub/rubric.yaml");
    assert_suggestion("something-else.yaml", NULL);
    assert_suggestion("gone/issuer.yaml", NULL);
    assert_suggestion("up/secrets.yaml", NULL);
    char *near = NULL;
    ck_assert_int_eq(blz_path_suggest(&near, NULL, in(folder, "gone/a.yaml"), "x"), BLZ_ERR_NOT_FOUND);
    remove_folder(folder);
}
END_TEST

START_TEST(a_folder_with_many_names)
{
    make_project();
    for (int i = 0; i < 300; i++) {
        char name[32];
        snprintf(name, sizeof name, "project/file-%d.txt", i);
        write_file(folder, name, "");
    }
    char file[PATH_MAX + 16], *near = NULL;
    snprintf(file, sizeof file, "%s/project/a.yaml", folder);
    ck_assert_ok(blz_path_suggest(&near, NULL, file, "zzzzzzzzzzzzz"));
    ck_assert_ptr_null(near);
    remove_folder(folder);
}
END_TEST

static blz_status resolve_again(void *user)
{
    BLZ_AUTO(blz_text) root = NULL;
    BLZ_AUTO(blz_text) path = NULL;
    BLZ_AUTO(blz_text) name = NULL;
    BLZ_TRY(blz_path_project(&root, user, NULL));
    BLZ_TRY(blz_path_resolve(&path, root, user, "sub/../issuer.yaml"));
    BLZ_TRY(blz_path_display(&name, user, "sub/../issuer.yaml"));
    BLZ_AUTO(blz_text) near = NULL;
    BLZ_TRY(blz_path_suggest(&near, root, user, "sub/rubrik.yaml"));
    ck_assert_str_eq(near, "sub/rubric.yaml");
    return BLZ_OK;
}

START_TEST(every_allocation_may_fail)
{
    make_project();
    char file[PATH_MAX + 32];
    snprintf(file, sizeof file, "%s/project/a.yaml", folder);
    sweep(resolve_again, file);
    remove_folder(folder);
}
END_TEST

UNIT_MAIN("definition/path", paths_start_at_the_file_that_says_them, nothing_leads_out_of_the_project,
          only_regular_files_are_read, the_project_is_where_git_is, a_bare_name_is_in_the_current_folder,
          messages_call_files_as_the_user_would, near_names_are_suggested, a_folder_with_many_names,
          every_allocation_may_fail)
