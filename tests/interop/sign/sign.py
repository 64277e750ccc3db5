#!/usr/bin/env python3
"""What blazon signs verifies elsewhere: in npm's jose, in jwcrypto and, but for EdDSA, in Debian's jose; and every term of
what it issues is defined by the published contexts (JSON-LD safe mode).

    tests/interop/sign/sign.py --blazon PROGRAM --modules NODE_MODULES

NODE_MODULES is the folder with the packages of tests/interop/package.json. The contexts are read from
$BLAZON_SUITES/../reference/contexts. A peer that is not installed is named and makes the test skipped.
"""

import argparse
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parents[2] / "examples" / "computational-thinking"
KEYS = {"ed25519": "EdDSA", "p256": "ES256", "p384": "ES384", "rsa": "RS256"}
RESULTS = {"question": "proficient", "analysis": "proficient", "argument": "proficient", "growth": "basic"}
CONTEXTS = ["ob-v3p0-context-3.0.3.json", "ob-v3p0-context-3.0.3.validator-copy.json"]


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def run(*command, text=None):
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command[:3]))} ...: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def decoded(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


class Peers:
    def __init__(self, modules):
        self.node, self.jose, self.modules = shutil.which("node"), shutil.which("jose"), modules
        try:
            from jwcrypto import jwk, jws
        except ImportError:
            skip("python3-jwcrypto is not installed")
        self.jwk, self.jws = jwk, jws
        if not self.node or not (modules / "jose").is_dir() or not (modules / "jsonld").is_dir():
            skip("node or the packages of tests/interop are not there")
        if not self.jose:
            skip("Debian's jose is not installed")

    def script(self, folder, name, *arguments, text=None):
        """A module finds its packages beside itself."""
        link = folder / "node_modules"
        if not link.exists():
            link.symlink_to(self.modules)
        shutil.copy(HERE / name, folder / name)
        return run(self.node, folder / name, *arguments, text=text)

    def by_jwcrypto(self, token, jwk):
        jws = self.jws.JWS()
        jws.allowed_algs = list(KEYS.values())
        jws.deserialize(token)
        jws.verify(self.jwk.JWK(**jwk))
        return json.loads(jws.payload)

    def by_debian_jose(self, folder, token, jwk):
        (folder / "key.jwk").write_text(json.dumps(jwk), encoding="utf-8")
        return json.loads(run(self.jose, "jws", "ver", "-i-", "-k", folder / "key.jwk", "-O-", text=token))


def make_key(blazon, folder, kind):
    pem = folder / f"{kind}.pem"
    run(blazon, "key", "new", "-q", "--type", kind, "--no-passphrase", "-o", pem)
    return pem, json.loads(run(blazon, "key", "public", "--format", "jwk", pem))


def issue(blazon, *more):
    results = [f"--result={criterion}={level}" for criterion, level in RESULTS.items()]
    proof = [] if "--unsigned" in more else ["--proof", "jwt"]
    return run(blazon, "issue", EXAMPLES / "data-practices.yaml", *proof, "--to", "mailto:jane@example.edu",
               "--subject-id", "urn:uuid", "--evidence", "https://portfolio.example.edu/jane/plan.pdf", "--valid-until",
               "2099-01-01T00:00:00Z", *results, *more).strip()


def check_tokens(blazon, peers, folder):
    jobs = []
    for kind, alg in KEYS.items():
        pem, jwk = make_key(blazon, folder, kind)
        for more in ([], ["--embed-key"]):
            token = issue(blazon, "--key", pem, *more)
            header, payload = map(decoded, token.split(".")[:2])
            assert header["alg"] == alg and header.get("typ") == "JWT" and "kid" in header, header
            assert set(header) <= {"alg", "typ", "kid", "jwk"} and "d" not in header.get("jwk", {}), header
            assert peers.by_jwcrypto(token, jwk) == payload, f"jwcrypto reads another payload ({alg})"
            if alg != "EdDSA":
                assert peers.by_debian_jose(folder, token, jwk) == payload, f"jose reads another payload ({alg})"
            jobs.append({"token": token, "jwk": jwk})
    answers = json.loads(peers.script(folder, "jose.mjs", text=json.dumps(jobs)))
    for job, answer in zip(jobs, answers):
        assert answer["payload"] == decoded(job["token"].split(".")[1])
    return len(jobs)


def check_terms(blazon, peers, folder, token):
    suites = os.environ.get("BLAZON_SUITES")
    contexts = pathlib.Path(suites or "").parent / "reference" / "contexts"
    if not suites or not contexts.is_dir():
        print("skipped: set BLAZON_SUITES to check terms against the published contexts")
        return
    (folder / "credential.json").write_text(issue(blazon, "--unsigned"), encoding="utf-8")
    (folder / "payload.json").write_text(json.dumps(decoded(token.split(".")[1])), encoding="utf-8")
    # The claim "jti" came with the second revision of the context; everything else is older.
    pairs = [(CONTEXTS[0], "credential.json"), (CONTEXTS[1], "credential.json"), (CONTEXTS[1], "payload.json")]
    flat = [item for context, name in pairs for item in (context, folder / name)]
    print(peers.script(folder, "safe.mjs", contexts, *flat), end="")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--modules", type=pathlib.Path, required=True)
    given = parser.parse_args()
    blazon, peers = given.blazon.resolve(), Peers(given.modules.resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        count = check_tokens(blazon, peers, folder)
        print(f"{count} tokens of 4 algorithms verify in npm jose and jwcrypto, {count - 2} in Debian's jose")
        check_terms(blazon, peers, folder, issue(blazon, "--key", folder / "p256.pem"))


if __name__ == "__main__":
    main()
