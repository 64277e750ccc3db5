#ifndef BLZ_DEFINITION_PATH_H
#define BLZ_DEFINITION_PATH_H

/* Where the files that a definition names may lie. */

#include "base/mem.h"

/* The real name of the project's folder for the file `path`: `given` if not NULL, else the nearest folder at
 * or above the file's that has a `.git`, else the file's own. BLZ_ERR_NOT_FOUND if there is no such folder.
 */
blz_status blz_path_project(char **out, const char *path, const char *given) BLZ_MUST_USE;

/* The real name of the regular file that `name` means in the file `from`. Nothing outside `root` is even
 * looked at (NULL: everything is inside): first by the letters of the path, then, links resolved, by its real
 * name. BLZ_ERR_INVALID: an absolute path or a URL; BLZ_ERR_PERMISSION with errno 0: outside;
 * BLZ_ERR_UNSUPPORTED: a folder, a pipe, a device; BLZ_ERR_NOT_FOUND, BLZ_ERR_PERMISSION, BLZ_ERR_IO: what
 * the system says. */
blz_status blz_path_resolve(char **out, const char *root, const char *from, const char *name) BLZ_MUST_USE;

/* Where blz_path_resolve() found nothing: the path that may have been meant, which differs in the last
 * segment only, or NULL. */
blz_status blz_path_suggest(char **out, const char *root, const char *from, const char *name) BLZ_MUST_USE;

/* How messages call it: the folder of `from` joined with `name`, without "." and with ".." taken back. */
blz_status blz_path_display(char **out, const char *from, const char *name) BLZ_MUST_USE;

#endif
