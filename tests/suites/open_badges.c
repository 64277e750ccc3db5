/* The fixtures of 1EdTech's public validator, under the policy of that name. This version cannot decide about
 * proofs inside JSON and about images; what it does decide must not be the opposite of what that validator's
 * own tests demand. The last column of expectations.tsv says VALID, WARNING or INVALID; rows that name only a
 * probe say no verdict. */

#include "suite.h"

#include <stdbool.h>
#include <string.h>

#include <blazon/file.h>
#include <blazon/verify.h>

enum { PINNED = 37, FIELDS = 4, FILE_MAX = 1 << 24 };

static const int64_t at = 1780272000; /* 2026-06-01 */

/* The fields of one line, which is cut up; their count. */
static size_t split(char *line, char *fields[FIELDS])
{
    size_t count = 0;
    for (char *at_field = line; at_field && count < FIELDS; count++) {
        fields[count] = at_field;
        at_field = strchr(at_field, '\t');
        if (at_field) *at_field++ = '\0';
    }
    return count;
}

static blz_verdict verdict_of(blz_ctx *ctx, const char *path)
{
    char *bytes = NULL;
    size_t length = 0;
    blz_report *report = NULL;
    const blz_verify_options options = {.at = &at, .policy = BLZ_POLICY_1EDTECH};
    if (blz_file_read(&bytes, &length, path, FILE_MAX) != BLZ_OK ||
        blz_verify(&report, ctx, path, bytes, length, &options) != BLZ_OK) {
        fprintf(stderr, "cannot verify %s\n", path);
        exit(EXIT_FAILURE);
    }
    blz_verdict verdict = blz_report_verdict(report);
    blz_report_free(report);
    blz_free(bytes);
    return verdict;
}

/* Whether the row is about one badge of 3.0 and has a verdict; `*opposite` is what blazon may not say. */
static bool is_row(char *fields[FIELDS], size_t count, blz_verdict *opposite)
{
    if (count != FIELDS || strcmp(fields[0], "OB30Tests") != 0 || strncmp(fields[2], "ob30/", 5) != 0)
        return false;
    *opposite = strstr(fields[3], "INVALID") ? BLZ_VALID : BLZ_INVALID;
    return strstr(fields[3], "VALID") || strstr(fields[3], "WARNING");
}

int main(void)
{
    char folder[3000], path[4000], *text = NULL;
    size_t length = 0, passed = 0, failed = 0, decided = 0;
    blz_ctx *ctx = NULL;
    suite_folder(folder, sizeof folder, "open-badges");
    snprintf(path, sizeof path, "%s/expectations.tsv", folder);
    if (blz_ctx_new(&ctx) != BLZ_OK || blz_file_read(&text, &length, path, FILE_MAX) != BLZ_OK)
        return EXIT_FAILURE;
    for (char *line = text, *next; line && *line; line = next) {
        char *fields[FIELDS];
        blz_verdict opposite;
        next = strchr(line, '\n');
        if (next) *next++ = '\0';
        if (!is_row(fields, split(line, fields), &opposite)) continue;
        snprintf(path, sizeof path, "%s/%s", folder, fields[2]);
        blz_verdict verdict = verdict_of(ctx, path);
        bool wrong = verdict == opposite;
        if (wrong)
            printf("FAILED %s: %s, but expected is %s\n", fields[2], blz_verdict_text(verdict), fields[3]);
        failed += wrong;
        passed += !wrong;
        decided += verdict != BLZ_UNDECIDED;
    }
    printf("open_badges: %zu of them decided\n", decided);
    blz_free(text);
    blz_ctx_free(ctx);
    return suite_result("open_badges", passed, failed, PINNED);
}
