#!/usr/bin/env python3
"""Random Open Badges 3.0 credentials that Digital Bazaar's libraries sign are valid for blazon.

    tests/interop/credentials/verify.py --blazon PROGRAM --modules NODE_MODULES

Seven suites, each with credentials that are rich in something of the data model (FLAVOURS of credential.mjs), under all
@context lists in use. The published contexts are read from $BLAZON_SUITES/../reference/contexts.
"""

import collections
import sys

import lab

# 7 suites, 8 flavours, 4 of each.
COUNT = 7 * 8 * 4


def work(here, given):
    here.peer("faults.mjs")
    manifest = here.make(given.seed, COUNT, "signed")
    reports, code = here.reports([about["file"] for about in manifest])
    pairs = list(zip(manifest, reports, strict=True))
    failures = [f"{about['file']} ({about['suite']}, {about['flavour']}, contexts {about['contexts']}): "
                f"{report['verdict']}: {lab.messages(report)}" for about, report in pairs if report["verdict"] != "valid"]
    if not failures and code != 0:
        failures.append(f"blazon verify ended with {code} over valid credentials")
    good = [about for about, report in pairs if report["verdict"] == "valid"]
    counts = collections.Counter(about["suite"] for about in good)
    print(f"{len(good)} of {len(manifest)} credentials that the peers signed are valid, with "
          f"{sum(about['endorsements'] for about in good)} endorsements in them and up to "
          f"{max((about['statements'] for about in good), default=0)} statements; "
          f"{len({about['contexts'] for about in good})} lists of contexts")
    print("; ".join(f"{name}: {count}" for name, count in sorted(counts.items())))
    return failures


if __name__ == "__main__":
    sys.exit(lab.run(__doc__, work))
