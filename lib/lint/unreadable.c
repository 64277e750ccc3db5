#include "lint/unreadable.h"

#include <errno.h>
#include <string.h>

/* A pattern as other programs know it. */
static bool is_deep(const char *path, int error)
{
    return error == ENOENT && strstr(path, "**");
}

/* The system's reasons that people meet, in plain words; others are rare enough for the status. */
static const char *words_for(const char *path, blz_status status, int error)
{
    if (is_deep(path, error)) return "** in a pattern does not look into the folders below";
    if (error == ENOENT && strpbrk(path, "*?[")) return "no file matches this pattern";
    switch (error) {
    case ENOENT:
        return "there is no such file";
    case EACCES:
    case EPERM:
        return "you are not allowed to read it";
    case EISDIR:
        return "it is a folder";
    case ENOTDIR:
        return "a part of its path is not a folder";
    case ENAMETOOLONG:
        return "its name is too long";
    case ELOOP:
        return "its links lead in a circle";
    case EAGAIN:
        return "it is no ordinary file";
    default:
        return blz_status_text(status);
    }
}

static const char *hint_for(const char *path, int error)
{
    if (is_deep(path, error)) return "name the folder: all folders below it are looked into";
    if (error == ENOENT || error == ENOTDIR) return "check the spelling, and the folder that you are in";
    if (error == EACCES || error == EPERM) return "ask for the right to read it";
    return NULL;
}

blz_status blz_lint_unreadable(blz_diags *diags, const char *path, blz_status status, int error)
{
    blz_source *source = NULL;
    blz_diag diag = {.message = "it is larger than blazon reads",
                     .hint = "split it, or leave out what is not a definition"};
    if (status != BLZ_ERR_LIMIT) {
        diag.message = blz_diags_text(diags, "it cannot be opened: %s", words_for(path, status, error));
        diag.hint = hint_for(path, error);
    }
    BLZ_TRY(blz_source_new(&source, path, "", 0));
    diag.source = source;
    status = blz_diags_add(diags, status == BLZ_ERR_LIMIT ? "BLZ005" : "BLZ001", &diag);
    blz_source_unref(source);
    return status;
}
