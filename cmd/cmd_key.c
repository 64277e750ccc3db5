#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <blazon/did.h>
#include <blazon/file.h>
#include <blazon/json.h>
#include <blazon/ob2.h>

#include "keyfile.h"
#include "passphrase.h"
#include "report.h"

/* key new */

static const char *const types[] = {"ed25519", "p256", "p384", "rsa", NULL};

static const struct cmd_option new_options[] = {
    {.name = "type", .value = "TYPE", .choices = types, .help = "The kind of key; ed25519 if left out."},
    {.name = "bits", .value = "N", .help = "The size of an RSA key, 2048 to 4096; 3072 if left out."},
    {.name = "no-passphrase", .help = "Do not encrypt the key: whoever gets the file can sign in your name."},
    CMD_PASSPHRASE_OPTIONS,
    {0},
};

static blz_key_type chosen_type(const struct cmd_env *env)
{
    const char *name = cmd_value(env, "type");
    size_t i = 0;
    while (name && strcmp(types[i], name) != 0)
        i++;
    return (blz_key_type)i;
}

static int chosen_bits(const struct cmd_env *env, blz_key_type type, unsigned *bits)
{
    const char *text = cmd_value(env, "bits");
    char *end = NULL;
    *bits = 0;
    if (!text) return CMD_OK;
    if (type != BLZ_KEY_RSA) return cmd_usage(env, "--bits is for RSA keys only");
    unsigned long value = strtoul(text, &end, 10);
    if (!*text || *end || value < 2048 || value > 4096 || value % 8 != 0)
        return cmd_usage(env, "--bits is \"%s\"; use a multiple of 8 from 2048 to 4096", text);
    *bits = (unsigned)value;
    return CMD_OK;
}

static int already_there(const struct cmd_env *env, const char *path)
{
    return cmd_fail(env, "\"%s\" exists already; a key is never written over another file", path);
}

static int write_new(struct cmd_env *env, const blz_key *key, const char *path, const char *passphrase)
{
    char *pem = NULL;
    size_t length = 0;
    blz_status status = blz_key_write_pem(&pem, &length, env->ctx, key, passphrase, true);
    if (status != BLZ_OK) return cmd_fail_status(env, status, "make the key file");
    errno = 0;
    status = blz_file_write(path, pem, length, BLZ_FILE_NEW | BLZ_FILE_SECRET);
    blz_free_secret(pem, length);
    if (status == BLZ_ERR_EXISTS) return already_there(env, path);
    if (status != BLZ_OK) return cmd_fail_status(env, status, "write \"%s\"", path);
    cmd_note(env, "wrote %s %s key to \"%s\"", passphrase ? "an encrypted" : "an unencrypted",
             blz_key_type_name(blz_key_type_of(key)), path);
    return CMD_OK;
}

static int make(struct cmd_env *env, const char *path, const char *passphrase)
{
    blz_key *key = NULL;
    unsigned bits = 0;
    blz_key_type type = chosen_type(env);
    int code = chosen_bits(env, type, &bits);
    if (code != CMD_OK) return code;
    blz_status status = blz_key_generate(&key, env->ctx, type, bits);
    if (status != BLZ_OK) return cmd_fail_status(env, status, "make a key");
    code = write_new(env, key, path, passphrase);
    blz_key_free(key);
    return code;
}

static int run_new(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    (void)argv;
    const char *path = cmd_value(env, "output");
    bool bare = cmd_has(env, "no-passphrase");
    char passphrase[CMD_PASSPHRASE_MAX] = "";
    if (!path || strcmp(path, "-") == 0) return cmd_usage(env, "say with -o FILE where the private key goes");
    if (bare && (cmd_has(env, "passphrase-file") || cmd_has(env, "passphrase-fd")))
        return cmd_usage(env, "--no-passphrase goes with no option that gives one");
    int code = access(path, F_OK) == 0 ? already_there(env, path) : CMD_OK;
    if (code == CMD_OK && !bare) code = cmd_passphrase_new(env, path, passphrase);
    if (code == CMD_OK) code = make(env, path, bare ? NULL : passphrase);
    explicit_bzero(passphrase, sizeof passphrase);
    return code;
}

static const struct cmd_command key_new = {
    .name = "key new",
    .group = CMD_GROUP_KEYS,
    .summary = "make a private key",
    .common = CMD_OUTPUT | CMD_QUIET | CMD_SECRETS,
    .options = new_options,
    .description = "Writes a new private key in PEM (PKCS#8), encrypted with a passphrase that is\n"
                   "asked for twice, to a file that only you can read. A file that is there\n"
                   "already is never written over.\n",
    .examples = "blazon key new -o issuer.pem\n"
                "blazon key new -o issuer.pem --type rsa --bits 4096\n",
    .run = run_new,
};

/* key public */

static int write_line(struct cmd_env *env, blz_status status, char *text, const char *doing)
{
    if (status != BLZ_OK) return cmd_fail_status(env, status, "%s", doing);
    int code = cmd_write_line(env, text);
    blz_free(text);
    return code;
}

static int write_text(struct cmd_env *env, blz_status status, char *text, size_t length, const char *doing)
{
    if (status != BLZ_OK) return cmd_fail_status(env, status, "%s", doing);
    int code = cmd_write(env, text, length);
    blz_free(text);
    return code;
}

/* The document of 2.0, which says where it is and whose the key is. */
static int write_ob2(struct cmd_env *env, const blz_key *key)
{
    char *text = NULL;
    size_t length = 0;
    const char *id = cmd_value(env, "id"), *owner = cmd_value(env, "for");
    if (strcmp(id, owner) == 0)
        return cmd_usage(env, "--id and --for are the same: at the issuer's address is its profile, and the "
                              "key has one of its own");
    blz_status status = blz_ob2_key_text(&text, &length, key, id, owner);
    if (status == BLZ_ERR_INVALID)
        return cmd_usage(env, "--id and --for have to be https addresses, that of the key without a \"#\"");
    if (status == BLZ_ERR_UNSUPPORTED)
        return cmd_fail(env, "the key is an %s key, and badges of Open Badges 2.0 are signed with RSA",
                        blz_key_type_name(blz_key_type_of(key)));
    int code = write_text(env, status, text, length, "write the public key");
    if (code == CMD_OK) cmd_note(env, "publish this document at %s", id);
    return code;
}

static int check_public_options(const struct cmd_env *env)
{
    bool ob2 = strcmp(env->format, "ob2") == 0, id = cmd_has(env, "id"), owner = cmd_has(env, "for");
    if (!ob2 && (id || owner)) return cmd_usage(env, "--%s goes with --format ob2 only", id ? "id" : "for");
    if (ob2 && !id) return cmd_usage(env, "--id is missing: where the document will be published");
    if (ob2 && !owner) return cmd_usage(env, "--for is missing: the id of the issuer whose key it is");
    return CMD_OK;
}

static int write_public(struct cmd_env *env, const blz_key *key)
{
    static const char doing[] = "write the public key";
    char *text = NULL;
    size_t length = 0;
    json_t *jwk = NULL;
    if (strcmp(env->format, "ob2") == 0) return write_ob2(env, key);
    if (strcmp(env->format, "multikey") == 0) {
        blz_status status = blz_key_write_multikey(&text, key);
        return write_line(env, status, text, doing);
    }
    blz_status status;
    if (strcmp(env->format, "pem") == 0) {
        status = blz_key_write_pem(&text, &length, env->ctx, key, NULL, false);
    } else {
        status = blz_key_write_jwk(&jwk, key, false);
        if (status == BLZ_OK) status = blz_json_text(&text, &length, jwk, 2);
    }
    json_decref(jwk);
    return write_text(env, status, text, length, doing);
}

static int run_public(struct cmd_env *env, int argc, char **argv)
{
    (void)argc;
    blz_key *key = NULL;
    int code = check_public_options(env);
    if (code == CMD_OK) code = cmd_key_open_any(env, &key, argv[0]);
    if (code == CMD_OK) code = write_public(env, key);
    blz_key_free(key);
    return code;
}

static const struct cmd_option reading_options[] = {CMD_PASSPHRASE_OPTIONS, {0}};
static const char *const public_formats[] = {"multikey", "jwk", "pem", "ob2", NULL};

static const struct cmd_option public_options[] = {
    {.name = "id", .value = "URL", .help = "With --format ob2: where the document will be published."},
    {.name = "for", .value = "URL", .help = "With --format ob2: the id of the issuer whose key it is."},
    CMD_PASSPHRASE_OPTIONS,
    {0},
};

static const struct cmd_command key_public = {
    .name = "key public",
    .group = CMD_GROUP_KEYS,
    .summary = "show the public part of a key",
    .operands = "FILE",
    .least = 1,
    .most = 1,
    .common = CMD_OUTPUT | CMD_FORMAT | CMD_QUIET | CMD_SECRETS,
    .formats = public_formats,
    .options = public_options,
    .description = "Writes the public part of a private or public key in PEM: as Multikey text, as\n"
                   "JSON Web Key, as PEM, or as the CryptographicKey of Open Badges 2.0.\n",
    .examples = "blazon key public issuer.pem\n"
                "blazon key public issuer.pem --format jwk -o issuer.jwk\n"
                "blazon key public rsa.pem --format ob2 --id https://badges.example.edu/key.json \\\n"
                "    --for https://badges.example.edu/issuer.json -o key.json\n",
    .run = run_public,
};

/* key did, key jwks: several keys at once */

struct key_list {
    blz_key **keys;
    size_t count;
};

static int open_all(struct cmd_env *env, struct key_list *list, int argc, char **argv)
{
    list->keys = calloc((size_t)argc, sizeof(void *));
    if (!list->keys) return cmd_fail_status(env, BLZ_ERR_NOMEM, "open the keys");
    for (int i = 0; i < argc; i++) {
        int code = cmd_key_open_any(env, &list->keys[i], argv[i]);
        if (code != CMD_OK) return code;
        list->count++;
    }
    return CMD_OK;
}

static void close_all(struct key_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        blz_key_free(list->keys[i]);
    free(list->keys);
}

static const blz_key *const *keys_of(const struct key_list *list)
{
    return (const blz_key *const *)list->keys;
}

static int write_controller(struct cmd_env *env, const struct key_list *list, const char *id)
{
    char *text = NULL, *where = NULL;
    size_t length = 0;
    blz_status status = blz_controller_text(&text, &length, id, keys_of(list), list->count);
    if (status == BLZ_ERR_INVALID)
        return cmd_usage(env, "--for is \"%s\"; it needs a did:web or the https URL of an issuer", id);
    int code = write_text(env, status, text, length, "write the document");
    if (code != CMD_OK) return code;
    status = strncmp(id, "did:", 4) == 0 ? blz_did_web_url(&where, id) : BLZ_OK;
    if (status != BLZ_OK) return cmd_fail_status(env, status, "tell where the document goes");
    cmd_note(env, "publish this document at %s", where ? where : id);
    blz_free(where);
    return CMD_OK;
}

static const char *chosen_method(const struct cmd_env *env)
{
    const char *method = cmd_value(env, "method");
    if (method) return method;
    return cmd_has(env, "for") ? "web" : "key";
}

static int check_did_options(struct cmd_env *env, int argc)
{
    bool web = strcmp(chosen_method(env), "web") == 0;
    if (web && !cmd_has(env, "for"))
        return cmd_usage(env, "--for is missing: the did:web or the https URL that the document is for");
    if (!web && cmd_has(env, "for")) return cmd_usage(env, "--for goes with --method web only");
    if (!web && argc > 1)
        return cmd_usage(env, "a did:%s names one key; several go with --method web", chosen_method(env));
    return CMD_OK;
}

static int write_did(struct cmd_env *env, const struct key_list *list)
{
    const char *method = chosen_method(env);
    char *did = NULL;
    if (strcmp(method, "web") == 0) return write_controller(env, list, cmd_value(env, "for"));
    blz_status status =
        strcmp(method, "jwk") == 0 ? blz_did_jwk(&did, list->keys[0]) : blz_did_key(&did, list->keys[0]);
    return write_line(env, status, did, "write the DID");
}

static int run_did(struct cmd_env *env, int argc, char **argv)
{
    struct key_list list = {NULL, 0};
    int code = check_did_options(env, argc);
    if (code == CMD_OK) code = open_all(env, &list, argc, argv);
    if (code == CMD_OK) code = write_did(env, &list);
    close_all(&list);
    return code;
}

static const char *const did_methods[] = {"key", "jwk", "web", NULL};

static const struct cmd_option did_options[] = {
    {.name = "method",
     .value = "METHOD",
     .choices = did_methods,
     .help = "The kind of DID; key if left out, web with --for."},
    {.name = "for",
     .value = "ID",
     .help = "The did:web, or the https URL of an issuer, whose document is written."},
    CMD_PASSPHRASE_OPTIONS,
    {0},
};

static const struct cmd_command key_did = {
    .name = "key did",
    .group = CMD_GROUP_KEYS,
    .summary = "name a key by a DID",
    .operands = "FILE...",
    .least = 1,
    .most = CMD_MANY,
    .common = CMD_OUTPUT | CMD_QUIET | CMD_SECRETS,
    .options = did_options,
    .description = "Writes the did:key or did:jwk of a key. With --method web writes the document to\n"
                   "publish: that of a did:web, or that of an issuer at its own https URL. It lists\n"
                   "every key as one that the issuer signs with.\n",
    .examples = "blazon key did issuer.pem\n"
                "blazon key did issuer.pem --for did:web:badges.example.edu -o did.json\n",
    .run = run_did,
};

static int run_jwks(struct cmd_env *env, int argc, char **argv)
{
    struct key_list list = {NULL, 0};
    char *text = NULL;
    size_t length = 0;
    int code = open_all(env, &list, argc, argv);
    if (code == CMD_OK) {
        blz_status status = blz_jwks_text(&text, &length, keys_of(&list), list.count);
        code = write_text(env, status, text, length, "write the key set");
    }
    close_all(&list);
    return code;
}

static const struct cmd_command key_jwks = {
    .name = "key jwks",
    .group = CMD_GROUP_KEYS,
    .summary = "write public keys as a JSON Web Key Set",
    .operands = "FILE...",
    .least = 1,
    .most = CMD_MANY,
    .common = CMD_OUTPUT | CMD_SECRETS,
    .options = reading_options,
    .description = "Writes the public parts of the keys as a JSON Web Key Set, to publish at\n"
                   "https://AUTHORITY/.well-known/jwks.json. The kid of each key is its thumbprint.\n",
    .examples = "blazon key jwks issuer.pem next-issuer.pem -o jwks.json\n",
    .run = run_jwks,
};

static const struct cmd_command *const subcommands[] = {&key_new, &key_public, &key_did, &key_jwks, NULL};

extern const struct cmd_command cmd_key;
const struct cmd_command cmd_key = {
    .name = "key",
    .group = CMD_GROUP_KEYS,
    .summary = "make keys and show their public side",
    .description = "Keys sign badges; their public side lets everybody verify them. Private keys are\n"
                   "kept in files of their own, encrypted with a passphrase. The passphrase comes\n"
                   "from --passphrase-file, --passphrase-fd, the variable BLAZON_PASSPHRASE or the\n"
                   "terminal, never from the command line.\n",
    .examples = "blazon key new -o issuer.pem\n"
                "blazon key did issuer.pem\n",
    .subcommands = subcommands,
};
