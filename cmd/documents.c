#include "documents.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool cmd_is_same_file(const char *path, const struct stat *other)
{
    struct stat info;
    return stat(path, &info) == 0 && info.st_dev == other->st_dev && info.st_ino == other->st_ino;
}

bool cmd_is_mapped(const struct cmd_env *env, const struct stat *file)
{
    const char *map;
    for (size_t at = 0; env->command->common & CMD_MAP && (map = cmd_next(env, "map", &at));) {
        const char *equals = strchr(map, '=');
        if (equals && cmd_is_same_file(equals + 1, file)) return true;
    }
    return false;
}

/* A folder stands for what is below a URL, a file for one document: said the other way round, nothing is
 * found. */
static int check_map_path(const struct cmd_env *env, const char *map, const char *path, bool below)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return cmd_fail(env, "--map is \"%s\", but cannot open \"%s\": %s", map, path, strerror(errno));
    if (S_ISDIR(info.st_mode) && !below)
        return cmd_usage(env, "--map is \"%s\", and \"%s\" is a folder; then the URL has to end in /", map,
                         path);
    if (!S_ISDIR(info.st_mode) && below)
        return cmd_usage(env, "--map is \"%s\"; a URL that ends in / needs a folder, and \"%s\" is none", map,
                         path);
    return CMD_OK;
}

/* --map: the URL ends at the first equals sign; one that belongs to the URL is written %3D. */
static int set_maps(struct cmd_env *env)
{
    const char *map;
    for (size_t at = 0; (map = cmd_next(env, "map", &at));) {
        const char *equals = strchr(map, '=');
        if (!equals) return cmd_usage(env, "--map is \"%s\"; it needs a URL, an equals sign and a path", map);
        char *url = strndup(map, (size_t)(equals - map));
        blz_status status = url ? blz_loader_map(env->loader, url, equals + 1) : BLZ_ERR_NOMEM;
        free(url);
        if (status == BLZ_ERR_ARGUMENT)
            return cmd_usage(
                env, "--map is \"%s\"; it needs an https URL, an equals sign and a path, in this order", map);
        if (status != BLZ_OK) return cmd_fail_status(env, status, "map \"%s\"", map);
        int failed = check_map_path(env, map, equals + 1, equals[-1] == '/');
        if (failed) return failed;
    }
    return CMD_OK;
}

static bool has_folder(const char *value)
{
    return value && *value == '/'; /* by the XDG Base Directory Specification others do not count */
}

/* Where copies are when nobody says: the one place where the environment is asked. NULL: there is no memory,
 * or no home; `*out` is freed with free(). */
static bool default_cache(char **out)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (!has_folder(cache) && !has_folder(home)) return true;
    const char *base = has_folder(cache) ? cache : home, *rest = base == cache ? "/blazon" : "/.cache/blazon";
    size_t size = strlen(base) + strlen(rest) + 1;
    *out = malloc(size);
    if (*out) snprintf(*out, size, "%s%s", base, rest);
    return *out != NULL;
}

static int use_cache(struct cmd_env *env, const char *folder)
{
    errno = 0;
    blz_status status = blz_loader_cache(env->loader, folder);
    if (status == BLZ_OK) return CMD_OK;
    if (status == BLZ_ERR_PERMISSION && !errno)
        return cmd_fail(
            env,
            "others can write into the folder \"%s\", and copies decide whose key is whose; take that "
            "from them (chmod go-w), or use --cache with another folder",
            folder);
    return cmd_fail_status(env, status, "keep copies in \"%s\"", folder);
}

static int set_cache(struct cmd_env *env)
{
    const char *given = cmd_value(env, "cache");
    char *folder = NULL;
    if (given && strcmp(given, "none") == 0 && cmd_has(env, "offline"))
        return cmd_usage(env, "--offline needs copies, and --cache is \"none\"");
    if (given && !*given) return cmd_usage(env, "--cache is empty; it needs a folder, or \"none\"");
    if (given) return strcmp(given, "none") == 0 ? CMD_OK : use_cache(env, given);
    if (!default_cache(&folder)) return cmd_fail_status(env, BLZ_ERR_NOMEM, "keep copies");
    if (!folder && cmd_has(env, "offline"))
        return cmd_usage(env, "--offline needs copies, and there is no home folder; say where with --cache");
    int failed = folder ? use_cache(env, folder) : CMD_OK;
    free(folder);
    return failed;
}

static int set_hosts(struct cmd_env *env)
{
    const char *host;
    for (size_t at = 0; (host = cmd_next(env, "allow-host", &at));) {
        blz_status status = blz_loader_allow_host(env->loader, host);
        if (status == BLZ_ERR_ARGUMENT)
            return cmd_usage(
                env, "--allow-host is \"%s\"; it needs a name such as badges.example.edu or one with a port",
                host);
        if (status != BLZ_OK) return cmd_fail_status(env, status, "allow \"%s\"", host);
    }
    return CMD_OK;
}

static int go_online(struct cmd_env *env, const blz_net_options *options)
{
    switch (blz_loader_online(env->loader, options)) {
    case BLZ_OK:
        return CMD_OK;
    case BLZ_ERR_UNSUPPORTED:
        return cmd_fail(env,
                        "this blazon was built without network, so that --online cannot work; get copies of "
                        "the documents and use --map");
    case BLZ_ERR_NOT_FOUND:
        return cmd_fail(
            env, "--online needs the library libcurl (libcurl.so.4), which is not installed; on Debian "
                 "it is in the package libcurl4");
    case BLZ_ERR_NOMEM:
        return cmd_fail_status(env, BLZ_ERR_NOMEM, "use the network");
    case BLZ_ERR_IO:
        return cmd_fail(env, "the certificate authorities in \"%s\" cannot be read", options->ca_file);
    default:
        return cmd_fail(env, "the library libcurl, which --online needs, does not start");
    }
}

/* Who vouches for what comes from the network, now or when it was kept. */
static int set_network(struct cmd_env *env)
{
    const blz_net_options options = {.ca_file = cmd_value(env, "ca-file"),
                                     .insecure_http = cmd_has(env, "insecure-http")};
    if (options.ca_file && access(options.ca_file, R_OK) != 0)
        return cmd_fail(env, "cannot open \"%s\": %s", options.ca_file, strerror(errno));
    int failed = set_hosts(env);
    if (failed) return failed;
    if (cmd_has(env, "online")) return go_online(env, &options);
    blz_status status = blz_loader_offline(env->loader, &options);
    return status == BLZ_OK ? CMD_OK : cmd_fail_status(env, status, "use the copies");
}

/* What belongs to --online or --offline says nothing without them; who gave it expected something. */
static int check_lonely(const struct cmd_env *env)
{
    static const char *const lonely[] = {"allow-host", "insecure-http", "ca-file", "cache"};
    for (size_t i = 0; i < sizeof lonely / sizeof *lonely; i++)
        if (cmd_has(env, lonely[i]))
            return cmd_usage(env, "--%s has a meaning with --online or --offline only", lonely[i]);
    return CMD_OK;
}

int cmd_set_documents(struct cmd_env *env)
{
    bool online = cmd_has(env, "online"), offline = cmd_has(env, "offline");
    int failed = set_maps(env);
    if (!failed && online && offline) failed = cmd_usage(env, "--online and --offline contradict each other");
    if (!failed && !online && !offline) failed = check_lonely(env);
    if (!failed && (online || offline)) failed = set_cache(env);
    if (!failed && (online || offline)) failed = set_network(env);
    if (!failed) blz_ctx_use_loader(env->ctx, env->loader);
    return failed;
}
