#!/usr/bin/env python3
"""Badges that others signed, verified by blazon: npm's jose, Debian's python3-jwcrypto and Debian's jose.

    tests/interop/tokens/verify.py [--blazon PROGRAM] [--modules NODE_MODULES]

Each peer signs one badge with each algorithm that it has, and blazon has to find it valid; then one character of the
payload is changed, and blazon has to find it invalid. A peer that is not installed is named and makes the test skipped.
"""

import argparse
import base64
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    from jwcrypto import jwk, jws
except ImportError:
    jwk = None

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
ALGORITHMS = {"RS256": {"kty": "RSA", "size": 2048}, "ES256": {"kty": "EC", "crv": "P-256"},
              "ES384": {"kty": "EC", "crv": "P-384"}, "EdDSA": {"kty": "OKP", "crv": "Ed25519"}}


def did_jwk(key):
    text = json.dumps(key.export_public(as_dict=True), separators=(",", ":"))
    return "did:jwk:" + base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def badge(issuer):
    document = {
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "urn:uuid:7a2a7d0a-0f63-4d0e-8d3a-5d5a0b1c2e03",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": "École d’exemple \U0001f393"},
        "validFrom": "2026-05-01T10:00:00+02:00",
        "validUntil": "2031-05-01T10:00:00+02:00",
        "name": "Data Practices",
        "credentialSubject": {
            "id": "did:example:jane", "type": ["AchievementSubject"],
            "achievement": {"id": "https://badges.example.edu/ct/data", "type": ["Achievement"], "name": "Data Practices",
                            "description": "Works with data.", "criteria": {"narrative": "Do it."}}},
    }
    return {**document, "iss": issuer, "jti": document["id"], "sub": "did:example:jane", "nbf": 1777622400,
            "exp": 1935388800}


def by_jwcrypto(orders):
    for order in orders:
        token = jws.JWS(json.dumps(order["payload"]))
        token.allowed_algs = list(ALGORITHMS)
        token.add_signature(order["key"], None, json.dumps(order["header"]))
        yield token.serialize(compact=True)


def by_debian_jose(orders):
    for order in orders:
        with tempfile.TemporaryDirectory() as folder:
            key = pathlib.Path(folder) / "key.jwk"
            key.write_text(order["key"].export_private())
            template = json.dumps({"protected": order["header"]})
            done = subprocess.run(["jose", "jws", "sig", "-I", "-", "-k", key, "-s", template, "-c"], check=True,
                                  input=json.dumps(order["payload"]).encode(), stdout=subprocess.PIPE)
            yield done.stdout.decode().strip()


def by_npm_jose(orders, modules):
    lines = "\n".join(json.dumps({"jwk": json.loads(order["key"].export_private()), "header": order["header"],
                                  "payload": order["payload"]}) for order in orders)
    with tempfile.TemporaryDirectory() as folder:
        # An ES module looks for packages beside itself.
        shutil.copy(HERE / "sign.mjs", folder)
        (pathlib.Path(folder) / "node_modules").symlink_to(modules.resolve())
        done = subprocess.run(["node", pathlib.Path(folder) / "sign.mjs"], check=True, input=lines.encode(),
                              stdout=subprocess.PIPE)
    return done.stdout.decode().split()


def verdict(blazon, token):
    done = subprocess.run([blazon, "verify", "--format", "json", "--at", "2026-06-01T00:00:00Z", "-"],
                          input=token.encode(), stdout=subprocess.PIPE, check=False)
    report = json.loads(done.stdout)
    if (done.returncode == 0) != (report["verdict"] == "valid"):
        raise SystemExit(f"exit code {done.returncode} for {report['verdict']}")
    return report["verdict"], [step for step in report["steps"] if step["outcome"] not in ("pass", "skipped")]


def tampered(token):
    header, payload, signature = token.split(".")
    text = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).replace(b"Works", b"Wirks")
    return ".".join([header, base64.urlsafe_b64encode(text).rstrip(b"=").decode(), signature])


def orders_for(algorithms):
    for algorithm in algorithms:
        key = jwk.JWK.generate(**ALGORITHMS[algorithm])
        issuer = did_jwk(key)
        yield {"key": key, "header": {"alg": algorithm, "typ": "JWT", "kid": issuer + "#0"}, "payload": badge(issuer)}


def check(peer, orders, tokens, blazon):
    failed = 0
    for order, token in zip(orders, tokens, strict=True):
        for text, expected in ((token, "valid"), (tampered(token), "invalid")):
            seen, steps = verdict(blazon, text)
            if seen != expected:
                failed += 1
                print(f"{peer}, {order['header']['alg']}: {seen}, not {expected}: {steps}")
    print(f"{peer}: {', '.join(order['header']['alg'] for order in orders)}")
    return failed


def main():
    parser = argparse.ArgumentParser(description="Verifies tokens that others signed.")
    parser.add_argument("--blazon", type=pathlib.Path, default=HERE.parents[2] / "build/cmd/blazon")
    parser.add_argument("--modules", type=pathlib.Path, default=HERE.parent / "node_modules")
    args = parser.parse_args()
    if not jwk:
        print("skipped: python3-jwcrypto is not installed")
        return SKIPPED
    missing, failed = [], 0
    everything = list(orders_for(ALGORITHMS))
    failed += check("python3-jwcrypto", everything, list(by_jwcrypto(everything)), args.blazon)
    if shutil.which("jose"):
        some = list(orders_for(name for name in ALGORITHMS if name != "EdDSA"))
        failed += check("Debian's jose", some, list(by_debian_jose(some)), args.blazon)
    else:
        missing.append("Debian's jose")
    if shutil.which("node") and (args.modules / "jose").is_dir():
        failed += check("npm's jose", everything, by_npm_jose(everything, args.modules), args.blazon)
    else:
        missing.append("npm's jose")
    if failed:
        return 1
    if missing:
        print("skipped: not installed: " + ", ".join(missing))
    return SKIPPED if missing else 0


if __name__ == "__main__":
    sys.exit(main())
