/* SPDX-License-Identifier: Apache-2.0 */
/* A plain main for a fuzz target: gives it the empty input, then each file that is named, or
 * each file of a folder that is named. With it the corpus is an ordinary test, which needs
 * no fuzzer and no clang. */
#include <dirent.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* An exact allocation, so that a sanitizer sees a read past the end. */
static int replay_file(const char *path)
{
    struct stat about;
    FILE *file = fopen(path, "rb");
    if (file == NULL || fstat(fileno(file), &about) != 0) {
        if (file != NULL)
            fclose(file);
        fprintf(stderr, "replay: cannot read %s\n", path);
        return 1;
    }
    size_t size = (size_t)about.st_size;
    uint8_t *bytes = malloc(size != 0 ? size : 1);
    int wrong = bytes == NULL || fread(bytes, 1, size, file) != size;
    fclose(file);
    if (!wrong)
        LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    return wrong;
}

static int replay_folder(const char *path, int *count)
{
    DIR *folder = opendir(path);
    int wrong = 0;
    if (folder == NULL)
        return 0; /* a target without a corpus has had its empty input */
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char name[4096];
        int length = snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (entry->d_name[0] == '.' || length < 0 || (size_t)length >= sizeof name)
            continue;
        wrong |= replay_file(name);
        *count += 1;
    }
    closedir(folder);
    return wrong;
}

int main(int argc, char **argv)
{
    int wrong = 0, count = 1;
    LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
    for (int i = 1; i < argc; i++) {
        struct stat about;
        if (stat(argv[i], &about) == 0 && !S_ISDIR(about.st_mode)) {
            wrong |= replay_file(argv[i]);
            count++;
        } else {
            wrong |= replay_folder(argv[i], &count);
        }
    }
    printf("%d inputs replayed\n", count);
    return wrong;
}
