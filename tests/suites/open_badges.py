#!/usr/bin/env python3
"""The fixtures of 1EdTech's public validator. Policy "1edtech" gives for every row of expectations.tsv the verdict that the row
demands (WARNING: valid, with a warning), and the step that stands for the probe that a row names reports; what policy "spec"
says of each file, and which step explains it, is pinned in open_badges.tsv beside this file, with what "1edtech" says. Where
the two differ an entry names the policy that alone asks for it.

    tests/suites/open_badges.py --blazon PROGRAM [--write]

The documents that the fixtures lead to are mapped in as the suite's own notes say. --write pins what policy "spec" says now.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
NOW = "2026-06-01T00:00:00Z"
PINNED = pathlib.Path(__file__).with_suffix(".tsv")
# Rows of the table that name a file.
ROWS = 74
RAW = ("https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/"
       "inspector-vc/src/test/resources/ob30/bit-string-list/testlist")
# An old list that nobody has any more, and the badge that was on it.
OLD_LIST = "https://dc.1edtech.org/wellspring2022/wellspring-portal/api/revocations/da1e96e9-afcc-4eed-b9a2-2ddf7353214c"
OLD_BADGE = "https://dc.1edtech.org/wellspring2022/wellspring-portal/credential/54418d3f-ec01-4652-800a-861c890a51a1"
# Verdicts that its tests of RDF types demand of files that the table does not name.
MORE = [("ob20/rdf-validation/valid-badge-class.json", "VALID"), ("ob20/rdf-validation/valid-issuer-extension.json", "VALID"),
        ("ob20/rdf-validation/valid-alignment-object.json", "VALID"), ("ob20/rdf-validation/valid-cool-class.json", "VALID"),
        ("ob20/rdf-validation/invalid-class.json", "INVALID"), ("ob20/rdf-validation/invalid-empty-type.json", "INVALID"),
        ("ob20/rdf-validation/invalid-one-invalid-class.json", "INVALID")]
# The steps that stand for a probe; one of them has to find something.
PROBES = {
    "JsonLDValidationProbe": {"safe-mode", "context"}, "ContextPropertyProbe": {"context"}, "TypePropertyProbe": {"type"},
    "EmbeddedProofProbe": {"proof.suite", "proof.purpose", "proof.signature", "proof.key-binding"},
    "ExpirationProbe": {"validity.until"}, "IssuanceProbe": {"validity.from"}, "JsonSchemaProbe": {"schema"},
    "CredentialSubjectProbe": {"subject", "schema", "results"}, "EvidenceProbe": {"evidence", "schema"},
    "IssuerProbe": {"issuer", "schema"}, "InlineJsonSchemaProbe": {"schema.inline"}, "RevocationListProbe": {"status"},
    "BitstringStatusListProbe": {"status"}, "CredentialParseProbe": {"parse", "refresh", "proof.signature"},  # of what its refresh service gives
}


def rows(folder):
    """(file, expected) of the table: a row may name several files with an expectation each."""
    for line in (folder / "expectations.tsv").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) != 4 or fields[0] == "class" or fields[2] == "-":
            continue
        files = fields[2].split(", ")
        for index, file in enumerate(files):
            yield file, fields[3].split(", ")[index] if len(files) > 1 else fields[3]
    yield from MORE


def maps(folder, root):
    revoked = root / "revoked.json"
    revoked.write_text(json.dumps({"id": OLD_LIST, "issuer": OLD_BADGE.split("/credential/", maxsplit=1)[0],
                                   "revokedCredential": [{"id": OLD_BADGE, "revocationReason": "a test"}]}), encoding="utf-8")
    for site in ("https://www.example.org/", "https://example.org/", "http://example.org/"):
        yield from ("--map", f"{site}={folder}/ob20/assets/")
    yield from ("--map", f"{RAW}={folder}/ob30/bit-string-list/testlist", "--map", f"{OLD_LIST}={revoked}")


def verify(blazon, mapped, path, policy):
    command = [blazon, "verify", "--format", "json", "--policy", policy, "--now", NOW, *mapped, path]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    if not done.stdout:
        sys.exit(f"open_badges: no report on {path}: {done.stderr}")
    return json.loads(done.stdout)


# How often the validator says something, which is its own way of counting.
COUNTED = {"fatal=1", "error=1", "error=0"}


def faults(report, expected):
    """What the row demands and the report does not say."""
    verdict = report["verdict"]
    found = {step["id"] for step in report["steps"] if step["outcome"] in ("fail", "warn", "unknown")}
    asked = {step["id"] for step in report["steps"]}
    warned = any(step["outcome"] == "warn" for step in report["steps"])
    for word in expected.split(", "):
        right = {"VALID": verdict == "valid", "INVALID": verdict == "invalid",
                 "WARNING": warned and (verdict == "valid" or "INVALID" in expected)}.get(word, word in COUNTED)
        if word == "InlineJsonSchemaProbe":  # a schema that was away on the day of its test, and is embedded here
            right = "schema.inline" in asked
        elif word in PROBES:
            right = bool(found & PROBES[word])
        if not right:
            yield word


def blame(report):
    """The verdict, and the steps that are the reason for it."""
    outcome = {"invalid": "fail", "undecided": "unknown"}.get(report["verdict"])
    steps = sorted({step["id"] for step in report["steps"] if step["outcome"] == outcome})
    return " ".join([report["verdict"], *steps])


def explained(spec, vendor):
    """Where the verdicts differ, an entry says which policy alone it is of."""
    parts = {step["policy"] for report in (spec, vendor) for step in report["steps"] if step.get("policy")}
    return spec["verdict"] == vendor["verdict"] or parts


def check(options, folder, root):
    mapped, wrong, said, count = list(maps(folder, root)), [], {}, 0
    for file, expected in rows(folder):
        count += 1
        report = verify(options.blazon, mapped, folder / file, "1edtech")
        missing = list(faults(report, expected))
        if missing:
            wrong.append(f"{file}: {blame(report)} under policy 1edtech, but expected is {expected}")
        spec = verify(options.blazon, mapped, folder / file, "spec")
        if not explained(spec, report):
            wrong.append(f"{file}: {blame(spec)} and {blame(report)}, and no word of why")
        said[file] = f"{blame(spec)}\t{blame(report)}"
    text = "".join(f"{file}\t{verdict}\n" for file, verdict in said.items())
    if options.write:
        PINNED.write_text(text, encoding="utf-8")
    for line in sorted(set(text.splitlines()) ^ set(PINNED.read_text(encoding="utf-8").splitlines())):
        wrong.append(f"not as pinned: {line}")
    print("\n".join(wrong))
    print(f"open_badges: {count} rows, {len(wrong)} disagreements")
    return 1 if wrong or count != ROWS + len(MORE) else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    folder = pathlib.Path(os.environ.get("BLAZON_SUITES", "")) / "open-badges"
    if not os.environ.get("BLAZON_SUITES") or not folder.is_dir():
        print("skipped: BLAZON_SUITES names no folder with open-badges in it")
        return SKIPPED
    with tempfile.TemporaryDirectory() as root:
        return check(options, folder, pathlib.Path(root))


if __name__ == "__main__":
    sys.exit(main())
