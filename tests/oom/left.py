#!/usr/bin/env python3
"""Whether passphrases and the text of private keys are wiped: nothing of them is left when a command ends.

    tests/oom/left.py --blazon PROGRAM --shim LIBRARY

How it is looked for: left.c. What OpenSSL copies on its own while it takes a key apart is not looked for: it wipes
most of that, not all.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MASK = 0x5A
FOUND = 87
WORDS = b"a passphrase of words that nobody else has\n"
TIME = ["--now", "2026-01-01T00:00:00Z"]
SIGN = ["sign", f"{ROOT}/tests/cli/sign/in/credential.json", *TIME, "-o", "badge", "--key"]
ISSUE = ["issue", f"{ROOT}/tests/cli/issue/in/data.yaml", *TIME, "-o", "badge", "--to", "did:example:jane", "--key"]
BY_FILE = ["--passphrase-file", "words"]
TYPES = ["ed25519", "p256", "p384", "rsa"]


def commands():
    """The words of each command, what it reads on standard input, and how it ends."""
    for kind in TYPES:
        yield ["key", "new", "-q", "--type", kind, "-o", f"new-{kind}.pem", *BY_FILE], None, 0
        yield ["key", "did", "--method", "jwk", f"{kind}.pem", *BY_FILE], None, 0
        yield ["key", "public", f"{kind}.pem", "--passphrase-fd", "0"], "words", 0
        yield ["key", "did", "--method", "jwk", f"plain-{kind}.pem"], None, 0
        yield [*SIGN, f"{kind}.pem", *BY_FILE], None, 0
        yield [*SIGN, f"plain-{kind}.pem"], None, 0
        yield [*ISSUE, f"{kind}.pem", *BY_FILE], None, 0
    yield ["key", "did", "other.pem", *BY_FILE], None, 2
    yield ["key", "did", "other.pem", "--passphrase-fd", "0"], "words", 2


class Run:
    def __init__(self, args, folder):
        self.args, self.folder = args, folder
        self.environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder)}

    def __call__(self, words, source=None, secrets=()):
        masked = ",".join(bytes(byte ^ MASK for byte in secret).hex() for secret in secrets)
        more = {"LD_PRELOAD": str(self.args.shim), "BLAZON_LEFT": masked} if secrets else {}
        with open(self.folder / source if source else os.devnull, "rb") as stdin:
            return subprocess.run(words, cwd=self.folder, stdin=stdin, env={**self.environment, **more},
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)

    def prepare(self):
        for name, text in (("words", WORDS), ("others", b"other words\n")):
            (self.folder / name).write_bytes(text)
            (self.folder / name).chmod(0o600)
        blazon = [str(self.args.blazon), "key", "new", "-q"]
        for kind in TYPES:
            self([*blazon, "--type", kind, "-o", f"{kind}.pem", *BY_FILE]).check_returncode()
            self([*blazon, "--type", kind, "-o", f"plain-{kind}.pem", "--no-passphrase"]).check_returncode()
        self([*blazon, "-o", "other.pem", "--passphrase-file", "others"]).check_returncode()

    def secrets(self):
        """From the middle of each, because a freed block loses its first bytes to the allocator."""
        yield WORDS[16:-1]
        for kind in TYPES:
            line = (self.folder / f"plain-{kind}.pem").read_bytes().split(b"\n")[1]
            yield line[-24:]


def main():
    parser = argparse.ArgumentParser(description="Looks for secrets that are left in memory.")
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--shim", type=pathlib.Path, required=True)
    args = parser.parse_args()
    failed = count = 0
    with tempfile.TemporaryDirectory(prefix="blazon-left-") as folder:
        run = Run(args, pathlib.Path(folder))
        run.prepare()
        secrets = list(run.secrets())
        planted = run(["head", "-n", "1", "words"], secrets=secrets)
        if planted.returncode != FOUND:
            sys.exit(f"the passphrase that head leaves behind was not found: {planted}")
        for words, source, code in commands():
            done = run([str(args.blazon), *words], source, secrets)
            count += 1
            if done.returncode != code:
                failed += 1
                print(f"{' '.join(words)}: {done.returncode}, not {code}\n{done.stdout.decode('utf-8', 'replace')}")
    print(f"{count} commands, {failed} with a secret left behind")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
