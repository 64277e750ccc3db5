#include "keyfile.h"

#include <errno.h>
#include <string.h>

#include <blazon/file.h>

#include "passphrase.h"

enum { KEY_MAX_BYTES = 64 << 10 };

struct asking {
    struct cmd_env *env;
    const char *path;
    bool said; /* the reason why there is no passphrase was given to the user */
};

static blz_status ask(void *user, char *out, size_t size)
{
    struct asking *asking = user;
    char passphrase[CMD_PASSPHRASE_MAX] = "";
    asking->said = cmd_passphrase(asking->env, asking->path, passphrase) != CMD_OK;
    if (!asking->said) memcpy(out, passphrase, size < sizeof passphrase ? size : sizeof passphrase);
    explicit_bzero(passphrase, sizeof passphrase);
    return asking->said ? BLZ_ERR_PASSPHRASE : BLZ_OK;
}

static int explain(struct cmd_env *env, const struct asking *asking, blz_status status)
{
    const char *path = asking->path;
    if (asking->said) return CMD_USAGE;
    switch (status) {
    case BLZ_ERR_PASSPHRASE:
        return cmd_fail(env, "the passphrase does not open \"%s\"", path);
    case BLZ_ERR_SYNTAX:
        return cmd_fail(env, "\"%s\" is not one key in PEM", path);
    case BLZ_ERR_INVALID:
        return cmd_fail(env, "the key in \"%s\" is broken, or weak as an RSA key of less than 2048 bits is",
                        path);
    case BLZ_ERR_LIMIT:
        return cmd_fail(env, "\"%s\" is too large, or is encrypted in a way that takes too much work to open",
                        path);
    case BLZ_ERR_UNSUPPORTED:
        return cmd_fail(env,
                        "\"%s\" is not an Ed25519, P-256, P-384 or RSA key in PKCS#8; one of these in "
                        "another form can be converted: openssl pkcs8 -topk8 -in OLD -out NEW",
                        path);
    default:
        return cmd_fail_status(env, status, "open the key \"%s\"", path);
    }
}

/* What is no PEM, and people take for it. */
static const char *other_kind(const char *bytes, size_t length)
{
    if (length == 0) return "is empty";
    if (strncmp(bytes, "ssh-", 4) == 0 || strncmp(bytes, "ecdsa-sha2-", 11) == 0 ||
        strstr(bytes, "OPENSSH PRIVATE KEY"))
        return "is a key for SSH, and badges are signed with keys of another form; \"blazon key new\" makes "
               "one";
    if (*bytes == 'z' && !strpbrk(bytes, " {-"))
        return "is a Multikey, which is public; to sign, the private key in PEM is needed";
    if (*bytes == '{') return "is JSON; keys are read from PEM, as \"blazon key new\" writes it";
    return NULL;
}

static int open_text(struct cmd_env *env, blz_key **out, const char *path, const char *bytes, size_t length)
{
    struct asking asking = {env, path, false};
    const char *other = other_kind(bytes, length);
    if (other) return cmd_fail(env, "\"%s\" %s", path, other);
    blz_status status = blz_key_read_pem(out, env->ctx, bytes, length, ask, &asking);
    return status == BLZ_OK ? CMD_OK : explain(env, &asking, status);
}

/* A file that others can read may hold a public key only. */
static int open_shared(struct cmd_env *env, blz_key **out, const char *path)
{
    char *bytes = NULL;
    size_t length = 0;
    blz_status status = blz_file_read(&bytes, &length, path, KEY_MAX_BYTES);
    if (status != BLZ_OK) return cmd_fail_status(env, status, "read \"%s\"", path);
    int code =
        strstr(bytes, "PRIVATE KEY-----")
            ? cmd_fail(
                  env,
                  "others can read the private key \"%s\", so it may be known already; if it is not, let "
                  "only yourself read it: chmod 600 \"%s\"",
                  path, path)
            : open_text(env, out, path, bytes, length);
    blz_free_secret(bytes, length);
    return code;
}

int cmd_key_open_any(struct cmd_env *env, blz_key **out, const char *path)
{
    char *bytes = NULL;
    size_t length = 0;
    errno = 0;
    blz_status status = blz_file_read_secret(&bytes, &length, path, KEY_MAX_BYTES);
    if (status == BLZ_ERR_PERMISSION && !errno) return open_shared(env, out, path);
    if (status != BLZ_OK) return cmd_fail_status(env, status, "read \"%s\"", path);
    int code = open_text(env, out, path, bytes, length);
    blz_free_secret(bytes, length);
    return code;
}

int cmd_key_open(struct cmd_env *env, blz_key **out, const char *path)
{
    blz_key *key = NULL;
    int code = cmd_key_open_any(env, &key, path);
    if (code != CMD_OK) return code;
    if (blz_key_is_private(key)) {
        *out = key;
        return CMD_OK;
    }
    blz_key_free(key);
    return cmd_fail(env, "\"%s\" is a public key; to sign, the private one is needed", path);
}
