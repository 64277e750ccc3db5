#!/usr/bin/env python3
"""The fixtures of 1EdTech's public validator for Open Badges 2.0. Policy "1edtech" gives for every row of expectations.tsv the
verdict that the row demands (WARNING: valid, with a warning); what policy "spec" says instead, and which step explains it, is
pinned below. What the fixtures lead to is in their folder assets; their own addresses serve nothing, so that policy "spec"
mostly cannot tell whether they are what is hosted.

    tests/suites/open_badges_20.py --blazon PROGRAM
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys

SKIPPED = 77
NOW = "2026-06-01T00:00:00Z"
SITES = ["https://www.example.org/", "https://example.org/", "http://example.org/"]
HOSTED, GRAPH = "undecided ob2.verification", "undecided ob2.graph"
# More of them, which its test of RDF types runs over though the table does not name them.
MORE = [("rdf-validation/valid-badge-class.json", "VALID"), ("rdf-validation/valid-issuer-extension.json", "VALID"),
        ("rdf-validation/valid-alignment-object.json", "VALID"), ("rdf-validation/valid-cool-class.json", "VALID"),
        ("rdf-validation/invalid-class.json", "INVALID"), ("rdf-validation/invalid-empty-type.json", "INVALID"),
        ("rdf-validation/invalid-one-invalid-class.json", "INVALID")]
# Verdict and first step that is to blame, under policy "spec".
SPEC = {
    "basic-assertion.json": HOSTED,
    "simple-badge.png": HOSTED,
    "assets/badgeclass1.json": HOSTED,
    "basic-assertion-invalid-context.json": "invalid context",
    "basic-assertion-invalid-type.json": "invalid type",
    "simple.jwt": "valid",
    "simple-not-revoked.jwt": "valid",
    "simple-revoked.jwt": "invalid ob2.revocation",
    "assets/badge-with-data-image.json": "invalid ob2.verification",  # says the id of another file, with another image
    "assertion-with-data-image.json": "invalid schema",
    "assets/badgeclass-with-complex-image.json": "valid",
    "assertion-with-endorsements.json": HOSTED,
    "basic-assertion-no-public-key.json": HOSTED,
    "issuer-compact-iri-validation.json": "invalid ob2.verification",  # not what assets has at its id
    "rdf-validation/valid-badge-class-empty-criteria-type.json": "invalid evidence",  # has no image
    "rdf-validation/badge-class-invalid-issuer-type.json": "invalid evidence",
    # Badge classes and issuers that are served at another address than they say, where nothing is.
    "basic-assertion-with-allowed-origins.json": GRAPH,
    "basic-assertion-with-allowed-origins-valid-starts-with.json": GRAPH,
    "basic-assertion-with-allowed-origins-invalid-starts-with.json": GRAPH,
    "basic-assertion-with-allowed-origins-valid-multiple-starts-with.json": GRAPH,
    "basic-assertion-with-allowed-origins-invalid-multiple-starts-with.json": GRAPH,
    "basic-assertion-expired.json": "invalid validity.until",
    "basic-assertion-expired-before-issued.json": "invalid validity.until",
    "basic-assertion-in-future.json": "invalid validity.from",
    "basic-assertion-with-language.json": HOSTED,
    "assertion-with-extension-node-basic.json": HOSTED,
    "assertion-with-multiple-extensions.json": HOSTED,
    "assertion-with-extension-node-invalid.json": "invalid schema.inline",
    "warning-with-redirection.json": HOSTED,
    "warning-issuer-non-http.json": HOSTED,
    "rdf-validation/valid-badge-class.json": "invalid evidence",
    "rdf-validation/valid-issuer-extension.json": HOSTED,
    "rdf-validation/valid-alignment-object.json": HOSTED,
    "rdf-validation/valid-cool-class.json": "invalid type",
    "rdf-validation/invalid-class.json": "invalid type",
    "rdf-validation/invalid-empty-type.json": "invalid type",
    "rdf-validation/invalid-one-invalid-class.json": "invalid schema",
}


def rows(folder):
    """(file, expected) of the table: a row may name several files with an expectation each."""
    for line in (folder / "expectations.tsv").read_text().splitlines():
        fields = line.split("\t")
        if fields[0] != "OB20Tests":
            continue
        files, expected = fields[2].split(", "), fields[3].split(", ")
        for index, file in enumerate(files):
            yield file.removeprefix("ob20/"), expected[index if len(files) > 1 else 0]
    yield from MORE


def verify(blazon, folder, file, policy):
    """The report on one file."""
    command = [blazon, "verify", "--format", "json", "--policy", policy, "--now", NOW]
    for site in SITES:
        command += ["--map", f"{site}={folder}/ob20/assets/"]
    done = subprocess.run([*command, f"{folder}/ob20/{file}"], capture_output=True, text=True, check=False, timeout=60)
    if not done.stdout:
        sys.exit(f"open_badges_20: no report on {file}: {done.stderr}")
    return json.loads(done.stdout)


def agrees(report, expected):
    """Whether the verdict is the one that the table demands."""
    warned = any(step["outcome"] == "warn" for step in report["steps"])
    return {"VALID": report["verdict"] == "valid", "INVALID": report["verdict"] == "invalid",
            "WARNING": report["verdict"] == "valid" and warned}[expected]


def blame(report):
    """The verdict, and the first step that is the reason for it."""
    outcome = {"invalid": "fail", "undecided": "unknown"}.get(report["verdict"])
    steps = [step["id"] for step in report["steps"] if step["outcome"] == outcome]
    return " ".join([report["verdict"], *steps[:1]])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blazon", required=True)
    options = parser.parse_args()
    folder = pathlib.Path(os.environ.get("BLAZON_SUITES", "")) / "open-badges"
    if not os.environ.get("BLAZON_SUITES") or not folder.is_dir():
        print("skipped: BLAZON_SUITES names no folder with open-badges in it")
        return SKIPPED
    wrong, seen = [], []
    for file, expected in rows(folder):
        seen.append(file)
        report = verify(options.blazon, folder, file, "1edtech")
        if not agrees(report, expected):
            wrong.append(f"{file}: {blame(report)} under policy 1edtech, but expected is {expected}")
        said = blame(verify(options.blazon, folder, file, "spec"))
        if said != SPEC.get(file):
            wrong.append(f"{file}: {said} under policy spec, but pinned is {SPEC.get(file)}")
    if sorted(seen) != sorted(SPEC):
        wrong.append(f"{len(seen)} files in the table, {len(SPEC)} are pinned")
    print("\n".join([*wrong, f"open_badges_20: {len(seen)} files, {len(wrong)} disagreements"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
