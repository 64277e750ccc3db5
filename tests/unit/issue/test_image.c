#include "image/picture.h"
#include "issue/image.h"
#include "unit/issue/sample.h"

#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* A project folder with images in it, and a definition beside them. */
struct project {
    struct sample_file file;
    char folder[PATH_MAX], path[PATH_MAX + 16];
};

static void write_bytes(const struct project *project, const char *name, const char *bytes, size_t length)
{
    char path[PATH_MAX + 64];
    snprintf(path, sizeof path, "%s/%s", project->folder, name);
    FILE *out = fopen(path, "wb");
    ck_assert_ptr_nonnull(out);
    ck_assert_uint_eq(fwrite(bytes, 1, length, out), length);
    ck_assert_int_eq(fclose(out), 0);
}

static const blz_definition *project_open(struct project *project)
{
    char name[] = "/tmp/blazon-image-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(name));
    ck_assert_ptr_nonnull(realpath(name, project->folder));
    snprintf(project->path, sizeof project->path, "%s/test.yaml", project->folder);
    blz_definition *definition = sample_open(&project->file);
    definition->root = project->folder;
    project->file.mount.path = project->path;
    return definition;
}

static void project_close(struct project *project)
{
    static const char *const names[] = {"a.jpg",     "a.png",     "a.svg",   "b.svg",
                                        "empty.png", "large.png", "page.svg"};
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++) {
        char path[PATH_MAX + 64];
        snprintf(path, sizeof path, "%s/%s", project->folder, names[i]);
        unlink(path);
    }
    ck_assert_int_eq(rmdir(project->folder), 0);
    sample_close(&project->file);
}

static void expect_image(const blz_definition *definition, const char *text, const char *id)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_auto_t *image = NULL;
    ck_assert_ok(blz_image_object(&image, definition, "/image", text, diags));
    ck_assert_str_eq(text_at(image, "id"), id);
    ck_assert_str_eq(text_at(image, "type"), "Image");
}

static void expect_refused(const blz_definition *definition, const char *text, const char *expected)
{
    BLZ_AUTO(blz_diags) diags = new_diags();
    json_t *image = NULL;
    ck_assert_int_eq(blz_image_object(&image, definition, "/image", text, diags), BLZ_ERR_INVALID);
    ck_assert_ptr_null(image);
    ck_assert_str_eq(finding(diags, 0), expected);
}

START_TEST(an_address_stays_and_nothing_is_nothing)
{
    struct project project;
    const blz_definition *definition = project_open(&project);
    json_t *image = NULL;
    expect_image(definition, "https://badges.example.edu/a.png", "https://badges.example.edu/a.png");
    ck_assert_ok(blz_image_object(&image, definition, "/image", NULL, NULL));
    ck_assert_ptr_null(image);
    ck_assert(!blz_image_is_url("images/a.png"));
    ck_assert(!blz_image_is_url("file:///a.png"));
    project_close(&project);
}
END_TEST

START_TEST(files_become_data_urls)
{
    struct project project;
    const blz_definition *definition = project_open(&project);
    write_bytes(&project, "a.png", "\x89PNG\r\n\x1a\n\xfb\xff\xfe", 11);
    write_bytes(&project, "a.svg", "<svg/>", 6);
    write_bytes(&project, "b.svg", "\xef\xbb\xbf<?xml version='1.0'?>\n<svg></svg>", 36);
    expect_image(definition, "a.png", "data:image/png;base64,iVBORw0KGgr7//4=");
    expect_image(definition, "a.svg", "data:image/svg+xml;base64,PHN2Zy8+");
    expect_image(definition, "b.svg",
                 "data:image/svg+xml;base64,77u/PD94bWwgdmVyc2lvbj0nMS4wJz8+Cjxzdmc+PC9zdmc+");
    project_close(&project);
}
END_TEST

START_TEST(files_that_will_not_do_are_refused)
{
    struct project project;
    const blz_definition *definition = project_open(&project);
    static char large[BLZ_PICTURE_MAX + 1];
    write_bytes(&project, "large.png", large, sizeof large);
    write_bytes(&project, "a.jpg", "\xff\xd8\xff", 3);
    write_bytes(&project, "empty.png", "", 0);
    write_bytes(&project, "page.svg", "<html></html>", 13);
    expect_refused(definition, "large.png", "BLZ720 /image the image \"large.png\" is larger than 512 KiB");
    expect_refused(definition, "a.jpg", "BLZ704 /image the image \"a.jpg\" is not a PNG or SVG file");
    expect_refused(definition, "empty.png", "BLZ704 /image the image \"empty.png\" is not a PNG or SVG file");
    expect_refused(definition, "page.svg", "BLZ704 /image the image \"page.svg\" is not a PNG or SVG file");
    expect_refused(definition, "gone.png", "BLZ703 /image the image file \"gone.png\" is not there");
    expect_refused(definition, "../a.png",
                   "BLZ008 /image the image \"../a.png\" is outside the project folder or must not be read");
    expect_refused(
        definition, "/etc/a.png",
        "BLZ704 /image the image \"/etc/a.png\" cannot be used: it is neither a path within the project nor "
        "a web address");
    expect_refused(definition, ".", "BLZ704 /image the image \".\" cannot be used: it is not a file");
    project_close(&project);
}
END_TEST

static blz_status call(void *user)
{
    json_auto_t *image = NULL;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_TRY(blz_diags_new(&diags));
    return blz_image_object(&image, user, "/image", "a.svg", diags);
}

START_TEST(every_allocation_may_fail)
{
    struct project project;
    project_open(&project);
    write_bytes(&project, "a.svg", "<svg/>", 6);
    sweep_run(call, &project.file.definition);
    project_close(&project);
}
END_TEST

UNIT_MAIN("issue/image", an_address_stays_and_nothing_is_nothing, files_become_data_urls,
          files_that_will_not_do_are_refused, every_allocation_may_fail)
