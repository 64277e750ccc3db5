#!/usr/bin/env python3
"""tally.py PASSED FAILED JUNIT...: counts what the tests of some ctest runs counted themselves and prints one closing line.

A test that prints counts (Check's summary, "N passed, N failed" of our runners) counts by them, any other as one. A test
that failed counts at least one failure whatever it printed. PASSED and FAILED are added."""

import pathlib
import re
import sys
import xml.etree.ElementTree

CHECK = re.compile(r"^\d+%: Checks: (\d+), Failures: (\d+), Errors: (\d+)", re.M)
OURS = re.compile(r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?", re.M)


def count(case):
    """(passed, failed, skipped) of one test."""
    output = case.findtext("system-out") or ""
    status = case.get("status")
    if status in ("notrun", "disabled") or case.find("skipped") is not None:
        return 0, 0, 1
    done = [0, 0, 0]
    for checks, failures, errors in CHECK.findall(output):
        done[0] += int(checks) - int(failures) - int(errors)
        done[1] += int(failures) + int(errors)
    for passed, failed, skipped in OURS.findall(output):
        done[0] += int(passed)
        done[1] += int(failed)
        done[2] += int(skipped or 0)
    if status == "fail" or case.find("failure") is not None:
        done[1] = max(done[1], 1)
    elif not any(done):
        done[0] = 1
    return tuple(done)


def main():
    total = [int(sys.argv[1]), int(sys.argv[2]), 0]
    for path in map(pathlib.Path, sys.argv[3:]):
        if not path.exists():
            continue
        for case in xml.etree.ElementTree.parse(path).getroot().iter("testcase"):
            total = [a + b for a, b in zip(total, count(case))]
    skipped = f", {total[2]} skipped" if total[2] else ""
    print(f"{total[0]} passed, {total[1]} failed{skipped}")
    return 1 if total[1] or not total[0] else 0


if __name__ == "__main__":
    sys.exit(main())
