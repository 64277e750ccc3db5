#ifndef BLAZON_FILE_H
#define BLAZON_FILE_H

#include <stddef.h>

#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * Files, read under a cap and written whole or not at all.
 *
 *     char *bytes = NULL;
 *     size_t length = 0;
 *     blz_status status = blz_file_read(&bytes, &length, "rubric.yaml", 1 << 20);
 *     if (status == BLZ_OK)
 *         status = blz_file_write("copy.yaml", bytes, length, BLZ_FILE_NEW);
 *     blz_free(bytes);
 *
 * After BLZ_ERR_IO, BLZ_ERR_NOT_FOUND, BLZ_ERR_EXISTS and BLZ_ERR_PERMISSION errno tells more.
 */

BLZ_BEGIN_DECLS

/** Reads a whole file, pipe or device of at most `max` bytes, and never reads further than one byte beyond
 * that.
 * `*bytes` gets a NUL behind them that `*length` does not count; free with blz_free(). A folder is refused
 * (BLZ_ERR_IO, EISDIR). Errors: BLZ_ERR_NOT_FOUND, BLZ_ERR_PERMISSION, BLZ_ERR_IO, BLZ_ERR_LIMIT,
 * BLZ_ERR_NOMEM. */
BLZ_API BLZ_MUST_USE blz_status blz_file_read(char **bytes, size_t *length, const char *path, size_t max);
/** The same for a file that holds a secret: BLZ_ERR_PERMISSION with errno 0 if anybody but its owner may read
 * or write it. Overwrite the bytes before they are freed. */
BLZ_API BLZ_MUST_USE blz_status blz_file_read_secret(char **bytes, size_t *length, const char *path,
                                                     size_t max);

/** How blz_file_write() writes. */
typedef enum blz_file_flags {
    BLZ_FILE_REPLACE = 0, /**< over what is there, keeping its permissions; a symbolic link keeps pointing */
    BLZ_FILE_NEW = 1,     /**< never over anything: BLZ_ERR_EXISTS */
    BLZ_FILE_SECRET = 2,  /**< readable by its owner only (0600), and never through a symbolic link */
} blz_file_flags;

/** Writes a file so that a reader, or a crash, meets the old content or the new one and nothing in between: a
 * temporary file in the same folder, fsync, rename, fsync of the folder. What is not a regular file (a pipe,
 * /dev/null) is written to directly. `flags` are ::blz_file_flags added together.
 * Errors: BLZ_ERR_EXISTS, BLZ_ERR_NOT_FOUND (no such folder), BLZ_ERR_PERMISSION, BLZ_ERR_IO, BLZ_ERR_NOMEM.
 */
BLZ_API BLZ_MUST_USE blz_status blz_file_write(const char *path, const void *bytes, size_t length,
                                               unsigned flags);

/** The same for what is too large to be held in memory: written piece by piece, and nothing of it is seen
 * until the last one is there.
 *
 *     blz_file_writer *out = NULL;
 *     blz_status status = blz_file_writer_open(&out, "reports.ndjson", BLZ_FILE_REPLACE);
 *     if (status == BLZ_OK)
 *         status = blz_file_writer_write(out, bytes, length);
 *     if (status == BLZ_OK)
 *         status = blz_file_writer_commit(out);
 *     blz_file_writer_free(out);
 */
typedef struct blz_file_writer blz_file_writer;

/** Begins to write a file; `flags` and errors are those of blz_file_write(). Release with
 * blz_file_writer_free(). */
BLZ_API BLZ_MUST_USE blz_status blz_file_writer_open(blz_file_writer **out, const char *path, unsigned flags);
/** Writes the next piece. Errors: BLZ_ERR_IO. */
BLZ_API BLZ_MUST_USE blz_status blz_file_writer_write(blz_file_writer *writer, const void *bytes,
                                                      size_t length);
/** Puts the file in its place; the writer can only be freed after that. Errors: those of blz_file_write(). */
BLZ_API BLZ_MUST_USE blz_status blz_file_writer_commit(blz_file_writer *writer);
/** The path of the temporary file, which a program that ends in a signal handler has to remove; NULL where
 * there is none. Borrowed. */
BLZ_API const char *blz_file_writer_temporary(const blz_file_writer *writer);
/** Frees the writer, and removes what was written if it was not put in its place. Leaves errno as it is. NULL
 * is allowed. */
BLZ_API void blz_file_writer_free(blz_file_writer *writer);

BLZ_END_DECLS

#endif
