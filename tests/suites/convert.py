#!/usr/bin/env python3
"""The fixtures of 1EdTech's validator for Open Badges 2.0, as badges of 3.0: each that can be converted passes the schema and
JSON-LD safe mode, which signing asks for, and is valid once it is signed.

    tests/suites/convert.py --blazon PROGRAM
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
# Fixtures that become a credential, an achievement, and neither (revoked ones are among these).
CREDENTIALS, ACHIEVEMENTS, REFUSED = 16, 1, 10
# Not valid at the time of the test, or never, and so refused by `sign`: that is no fault of their form.
OUT_OF_TIME = {"basic-assertion-expired.json", "basic-assertion-expired-before-issued.json", "basic-assertion-in-future.json"}
HOSTS = ("https://www.example.org/", "https://example.org/", "http://example.org/")


def run(blazon, *words):
    return subprocess.run([blazon, *words], capture_output=True, text=True, check=False)


def fault_of(blazon, root, path):
    """What is wrong with the conversion, and what it became."""
    maps = [word for host in HOSTS for word in ("--map", f"{host}={path.parent / 'assets'}/")]
    key, issuer = root / "key.pem", (root / "did").read_text(encoding="utf-8").strip()
    made, signed = root / "made.json", root / "signed.json"
    done = run(blazon, "convert", "--to", "3.0", "--issuer", issuer, *maps, path, "-o", made)
    if done.returncode:
        return (None if done.returncode in (1, 3) else f"ends with {done.returncode}: {done.stderr}"), "refused"
    if "credentialSubject" not in json.loads(made.read_text(encoding="utf-8")):
        return None, "achievement"
    done = run(blazon, "sign", "--key", key, "--now", "2026-01-01T00:00:00Z", made, "-o", signed)
    if done.returncode == 0:
        done = run(blazon, "verify", "--at", "2026-01-02T00:00:00Z", signed)
    out_of_time = path.name in OUT_OF_TIME
    return (None if done.returncode == (1 if out_of_time else 0) else done.stdout + done.stderr), "credential"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    blazon = parser.parse_args().blazon.resolve()
    suites = os.environ.get("BLAZON_SUITES")
    if not suites:
        print("skipped: BLAZON_SUITES is not set")
        return SKIPPED
    faults, seen = [], {"credential": 0, "achievement": 0, "refused": 0}
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        run(blazon, "key", "new", "--no-passphrase", "-o", root / "key.pem")
        run(blazon, "key", "did", root / "key.pem", "-o", root / "did")
        for path in sorted((pathlib.Path(suites) / "open-badges" / "ob20").glob("*.*")):
            fault, became = fault_of(blazon, root, path)
            seen[became] += 1
            if fault:
                faults.append(f"{path.name}: {fault}")
    print("\n".join(faults))
    print(f"convert: {seen}, {len(faults)} wrong")
    return 1 if faults or list(seen.values()) != [CREDENTIALS, ACHIEVEMENTS, REFUSED] else 0


if __name__ == "__main__":
    sys.exit(main())
