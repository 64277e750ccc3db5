#!/usr/bin/env python3
"""The badges and the list of 1EdTech's public validator that are about status lists: its own verdicts under the policy
`1edtech`, and what `spec` says.

    tests/suites/status.py --blazon PROGRAM

The list is mapped in, and so is the document of its issuer, whose key the fixtures name.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ISSUER = "https://1edtech.edu/issuers/565049"
KEY = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"
LIST = ("https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/"
        "inspector-vc/src/test/resources/ob30/bit-string-list/testlist")
OLD_LIST = "https://dc.1edtech.org/wellspring2022/wellspring-portal/api/revocations/da1e96e9-afcc-4eed-b9a2-2ddf7353214c"
OLD_ID = "https://dc.1edtech.org/wellspring2022/wellspring-portal/credential/54418d3f-ec01-4652-800a-861c890a51a1"
# file, policy, verdict, and words of a message of the step "status"
ROWS = [
    ("bit-string-list/testlist", "1edtech", "valid", None),
    ("bit-string-list/testlist", "spec", "valid", None),
    ("bit-string-list/credential-status-revoked.json", "1edtech", "invalid", "was revoked by its issuer"),
    ("bit-string-list/credential-status-revoked.json", "spec", "invalid", "it has to be a text"),
    ("bit-string-list/credential-status-revoked-blank-nodes.json", "1edtech", "invalid", "was revoked by its issuer"),
    ("bit-string-list/credential-status-revoked-blank-nodes.json", "spec", "invalid", "was revoked by its issuer"),
    ("credential-status-revoked.json", "1edtech", "invalid", "was revoked by its issuer: a test"),
    ("credential-status-revoked.json", "spec", "invalid", "was revoked by its issuer: a test"),
]


def write(path, value):
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def maps(folder, suite):
    method = {"id": f"{ISSUER}#{KEY}", "type": "Multikey", "controller": ISSUER, "publicKeyMultibase": KEY}
    issuer = write(folder / "issuer.json", {"id": ISSUER, "verificationMethod": [method], "assertionMethod": [method["id"]]})
    revoked = write(folder / "revoked.json", {"id": OLD_LIST, "issuer": OLD_ID.split("/credential/", maxsplit=1)[0],
                                              "revokedCredential": [{"id": OLD_ID, "revocationReason": "a test"}]})
    for url, path in ((ISSUER, issuer), (LIST, suite / "bit-string-list" / "testlist"), (OLD_LIST, revoked)):
        yield from ("--map", f"{url}={path}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    given = parser.parse_args()
    suite = pathlib.Path(os.environ.get("BLAZON_SUITES", "")) / "open-badges" / "ob30"
    if not os.environ.get("BLAZON_SUITES") or not suite.is_dir():
        print("skipped: set BLAZON_SUITES to a folder with 1EdTech's fixtures in open-badges")
        return 77
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        mapped = list(maps(pathlib.Path(name), suite))
        for file, policy, verdict, words in ROWS:
            command = [given.blazon, "verify", suite / file, "--policy", policy, "--at", "2026-06-01T00:00:00Z", "--format",
                       "json", *mapped]
            report = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
            said = [step["message"] for step in report["steps"] if step["id"] == "status"]
            if report["verdict"] != verdict or (words and not any(words in message for message in said)):
                failed += 1
                print(f"FAILED {file} under {policy}: {report['verdict']}, {said}")
    print(f"status: {len(ROWS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
