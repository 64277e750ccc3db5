/* Gives every file of the folders that are its arguments to the fuzz target, once. */

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

#include <blazon/file.h>

#include "base/buf.h"
#include "fuzz.h"

enum { INPUT_MAX = 1 << 20 };

static int replay_file(const char *path)
{
    char *bytes = NULL;
    size_t length = 0;
    if (blz_file_read(&bytes, &length, path, INPUT_MAX) != BLZ_OK) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return 0;
    }
    LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
    blz_free(bytes);
    return 1;
}

static int replay_folder(const char *folder)
{
    DIR *stream = opendir(folder);
    int count = 0;
    for (struct dirent *entry = stream ? readdir(stream) : NULL; entry; entry = readdir(stream)) {
        BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
        if (entry->d_name[0] != '.' && blz_buf_printf(&path, "%s/%s", folder, entry->d_name) == BLZ_OK)
            count += replay_file(path.data);
    }
    if (stream) closedir(stream);
    return count;
}

int main(int argc, char **argv)
{
    int count = 0;
    for (int i = 1; i < argc; i++)
        count += replay_folder(argv[i]);
    printf("%d inputs replayed\n", count);
    return count ? EXIT_SUCCESS : EXIT_FAILURE;
}
