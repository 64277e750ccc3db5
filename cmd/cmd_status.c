#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"
#include "status.h"

int cmd_list_open(struct cmd_env *env, struct cmd_list *out, const char *path, bool change)
{
    *out = (struct cmd_list){.path = path};
    errno = 0;
    blz_status status = blz_diags_new(&out->diags);
    if (status == BLZ_OK) status = blz_status_list_open(&out->list, path, change, out->diags);
    if (status == BLZ_OK) return CMD_OK;
    if (out->diags && blz_diags_count(out->diags))
        return cmd_report(env, status, out->diags, "read the status list");
    if (change && errno == ELOOP)
        return cmd_fail(env, "\"%s\" is a symbolic link; name the list itself, which is replaced as a whole",
                        path);
    return cmd_fail_status(env, status, "open \"%s\"", path);
}

void cmd_list_close(struct cmd_list *list)
{
    blz_status_list_free(list->list);
    blz_diags_free(list->diags);
}

int cmd_list_save(struct cmd_env *env, const struct cmd_list *list)
{
    errno = 0;
    blz_status status = blz_status_list_save(list->list);
    return status == BLZ_OK ? CMD_OK : cmd_fail_status(env, status, "write \"%s\"", list->path);
}

/* status new */

static const char *const purposes[] = {"revocation", "suspension", NULL};

static const struct cmd_option new_options[] = {
    {.name = "id", .value = "URL", .help = "The web address at which the list will be published."},
    {.name = "issuer", .value = "ID", .help = "Who signs it: the id of the issuer in the badges."},
    {.name = "purpose",
     .value = "PURPOSE",
     .choices = purposes,
     .help = "What the list is for: revocation, which is for ever, or suspension; revocation if left out."},
    {.name = "length",
     .value = "N",
     .help = "How many places it has, a multiple of 8; 131072 if left out, which is the least."},
    {0},
};

static int chosen_length(const struct cmd_env *env, size_t *length)
{
    const char *text = cmd_value(env, "length");
    char *end = NULL;
    if (!text) return CMD_OK;
    errno = 0;
    *length = strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || errno || *length == 0)
        return cmd_usage(env, "--length is \"%s\"; use a multiple of 8 from 131072 to 134217728", text);
    return CMD_OK;
}

static int run_new(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    blz_status_list_options options = {
        .id = cmd_value(env, "id"), .issuer = cmd_value(env, "issuer"), .purpose = cmd_value(env, "purpose")};
    blz_diags *diags = NULL;
    const char *path = argv[0];
    if (!options.id) return cmd_usage(env, "--id is missing: the web address at which you will publish it");
    if (!options.issuer) return cmd_usage(env, "--issuer is missing: the id of the issuer in the badges");
    int code = chosen_length(env, &options.length);
    if (code != CMD_OK) return code;
    errno = 0;
    blz_status status = blz_diags_new(&diags);
    if (status == BLZ_OK) status = blz_status_list_create(path, &options, diags);
    if (status == BLZ_ERR_EXISTS)
        code = cmd_fail(env, "\"%s\" exists already; a list is never written over another file", path);
    else if (status != BLZ_OK && diags && blz_diags_count(diags))
        code = cmd_report(env, status, diags, "make the list");
    else if (status != BLZ_OK)
        code = cmd_fail_status(env, status, "write \"%s\"", path);
    else
        cmd_note(env, "made the list \"%s\"; keep it private, and keep copies", path);
    blz_diags_free(diags);
    return code;
}

static const struct cmd_command status_new = {
    .name = "status new",
    .group = CMD_GROUP_BADGES,
    .summary = "make a status list",
    .operands = "LIST",
    .least = 1,
    .most = 1,
    .common = CMD_QUIET,
    .options = new_options,
    .description = "Makes the file of a new status list, which only you can read. It says which badge\n"
                   "has which place, and which are revoked or suspended. A file that is there\n"
                   "already is never written over.\n",
    .examples = "blazon status new revoked.json --id https://badges.example.edu/status/1 \\\n"
                "    --issuer did:web:badges.example.edu\n",
    .run = run_new,
};

/* status show */

static const char *const show_formats[] = {"text", "json", NULL};

static int show(struct cmd_env *env, const struct cmd_list *list, const char *const *which, size_t count)
{
    char *text = NULL;
    size_t length = 0;
    bool json = strcmp(env->format, "json") == 0;
    blz_status status = json ? blz_status_list_json(&text, &length, list->list, which, count, 2, list->diags)
                             : blz_status_list_text(&text, &length, list->list, which, count, list->diags);
    if (status != BLZ_OK) return cmd_report(env, status, list->diags, "show the list");
    int code = cmd_write(env, text, length);
    blz_free(text);
    return code;
}

static int run_show(struct cmd_env *env, int argc, char **argv)
{
    struct cmd_list list;
    int code = cmd_list_open(env, &list, argv[0], false);
    if (code == CMD_OK) code = show(env, &list, (const char *const *)argv + 1, (size_t)argc - 1);
    cmd_list_close(&list);
    return code;
}

static const struct cmd_command status_show = {
    .name = "status show",
    .group = CMD_GROUP_BADGES,
    .summary = "show a status list, or places in it",
    .operands = "LIST [BADGE]...",
    .least = 1,
    .most = CMD_MANY,
    .common = CMD_OUTPUT | CMD_FORMAT,
    .formats = show_formats,
    .description = "Shows what a list is for and how much of it is used, and the place of each BADGE:\n"
                   "its id, or its statusListIndex. In JSON without a BADGE, all places that are set.\n",
    .examples = "blazon status show revoked.json\n"
                "blazon status show revoked.json 94567\n"
                "blazon status show revoked.json --format json\n",
    .run = run_show,
};

static const struct cmd_command *const subcommands[] = {
    &status_new,           &cmd_status_allocate, &cmd_status_revoke, &cmd_status_suspend,
    &cmd_status_reinstate, &cmd_status_publish,  &status_show,       NULL};

extern const struct cmd_command cmd_status;
const struct cmd_command cmd_status = {
    .name = "status",
    .group = CMD_GROUP_BADGES,
    .summary = "keep lists of badges that are taken back",
    .description = "A badge that may have to be taken back gets a place in a status list before it is\n"
                   "signed, with \"blazon issue --status\" or \"blazon status allocate\". The list is\n"
                   "published at its address as a signed credential (Bitstring Status List 1.0) that\n"
                   "tells nobody whose badge has which place, and verifiers look the badge up in it.\n",
    .examples = "blazon status new revoked.json --id https://badges.example.edu/status/1 \\\n"
                "    --issuer did:web:badges.example.edu\n"
                "blazon issue data-practices.yaml --to did:web:jane.example.edu --key issuer.pem \\\n"
                "    --status revoked.json -o badge.json\n"
                "blazon status revoke revoked.json badge.json\n"
                "blazon status publish revoked.json --key issuer.pem -o status-1.json\n",
    .subcommands = subcommands,
};
