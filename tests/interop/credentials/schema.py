#!/usr/bin/env python3
"""The step "schema" says of random credentials, whole and changed, what the published JSON Schema says.

    tests/interop/credentials/schema.py --blazon PROGRAM --modules NODE_MODULES

npm's ajv holds 500 of them to 1EdTech's schema of AchievementCredential, blazon to its own writing of the data model. Where
the two differ on purpose, DIFFERENCES says why. The published schema is read from $BLAZON_SUITES/../reference.
"""

import json
import re
import sys

import lab

COUNT = 500
# Credentials on Verifiable Credentials 2.0 only: the published schema is for those.
MADE = 7 * 8 * 2
AGREE = 492
# What the published schema of March 2025 refuses and blazon takes, and why.
DIFFERENCES = {
    r"^\S*/type must be array$": "JSON-LD lets one type stand without a list, and 1EdTech's later schemas take that, too",
}


def on_version_2(here, about):
    document = json.loads((here.folder / about["file"]).read_text(encoding="utf-8"))
    return document["@context"][0] == "https://www.w3.org/ns/credentials/v2"


def schema_step(report):
    steps = [step for step in report["steps"] if step["id"] == "schema"]
    return not any(step["outcome"] == "fail" for step in steps), "; ".join(step["message"] for step in steps)


def deliberate(ours, errors):
    return ours and any(re.match(pattern, error) for pattern in DIFFERENCES for error in errors)


def work(here, given):
    manifest = here.make(given.seed, MADE, "unsigned")
    for about in manifest:
        here.fill(about["file"], [f"{about['file'].removesuffix('.json')}.endorsement.{i}.json" for i in range(about["endorsements"])])
    manifest = [about for about in manifest if on_version_2(here, about)]
    (here.folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    published = here.contexts.parent / "open-badges-data" / "3.0"
    verdicts = json.loads(here.peer("mutate.mjs", published, here.folder, given.seed, COUNT))
    reports, _ = here.reports(sorted(verdicts))
    failures, known, valid = [], 0, 0
    for report in reports:
        theirs = verdicts[report["input"]]
        ours, said = schema_step(report)
        valid += theirs["valid"]
        if ours == theirs["valid"]:
            continue
        if deliberate(ours, theirs["errors"]):
            known += 1
        else:
            failures.append(f"{report['input']} ({theirs['change']}): blazon {ours}: {said}; published {theirs['valid']}: {theirs['errors'][:2]}")
    print(f"{len(reports)} credentials, {valid} of them valid: {len(reports) - known - len(failures)} agree, "
          f"{known} differ on purpose, {len(failures)} differ")
    if given.seed == lab.SEED and (len(reports), len(reports) - known - len(failures)) != (COUNT, AGREE):
        failures.append(f"of {COUNT} credentials {AGREE} agree every day")
    return failures


if __name__ == "__main__":
    sys.exit(lab.run(__doc__, work))
