#!/usr/bin/env python3
"""Badges of which a holder shows a part, by Digital Bazaar's ecdsa-sd-2023: what holders derive is valid, what somebody
changed in it is not, for the reason that it is, and a base proof is for nobody but the holder.

    tests/interop/disclosure/disclosure.py --blazon PROGRAM --modules NODE_MODULES

The tables are in choices.mjs and tamper.mjs; the random credentials are those of tests/interop/credentials. The published
contexts are read from $BLAZON_SUITES/../reference/contexts.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import peers  # noqa: E402

BADGE = HERE.parent / "credentials" / "kinds" / "badge.json"
AT = "2026-06-01T00:00:00Z"
POLICIES = ("spec", "1edtech")
SEED = 3
# Random credentials; the peer cannot sign lists and what a type in another one defines, nor choose in all shapes.
COUNT = 120
# What the tables come to, by group.
PINNED = {"base": 4, "chosen": 65, "harmless": 7, "labels": 6, "mandatory": 9, "options": 7, "random": 66, "shown": 13,
          "signatures": 16, "statements": 14, "values": 9}


def node_version():
    done = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    return int(done.stdout.removeprefix("v").split(".")[0])


class Bench(peers.Bench):
    def __init__(self, given, root):
        super().__init__(given, root, "disclosure", "@digitalbazaar/ecdsa-sd-2023-cryptosuite")
        if node_version() < 20:
            peers.skip("the peer needs Node.js 20")

    def make(self, seed):
        done = subprocess.run(["node", self.script, self.contexts, BADGE, self.folder, str(seed), str(COUNT)],
                              capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"peer.mjs ended with {done.returncode}\n{done.stdout}{done.stderr}")
        return json.loads((self.folder / "made.json").read_text(encoding="utf-8"))

    def reports(self, names, policy):
        done = subprocess.run([self.blazon, "verify", "--format", "json", "--at", AT, "--policy", policy, *names],
                              cwd=self.folder, capture_output=True, text=True, check=False)
        reports = [json.loads(line) for line in done.stdout.split("\n") if line]
        if [report["input"] for report in reports] != names:
            sys.exit(f"blazon verify: {len(reports)} reports about {len(names)} files\n{done.stderr}")
        return reports


def steps_with(report, *outcomes):
    return [step for step in report["steps"] if step["outcome"] in outcomes]


def about_random(about, report):
    """Whether the signature holds; the shape of what is shown is by chance."""
    outcomes = {step["outcome"] for step in report["steps"] if step["id"] == "proof.signature"} - {"warn"}  # of what may be left out
    wanted = {"fail"} if about["peer"] else {"pass"}
    return None if outcomes == wanted else f"the signature is {sorted(outcomes)}, not {sorted(wanted)}"


def complaint(about, report, policy):
    """What blazon should have said, or None."""
    if about["fails"] is None:
        return about_random(about, report)
    wanted = set(about["fails"][policy])
    wrong = steps_with(report, "fail", "unknown")
    verdict = "invalid" if wanted else "valid"
    if report["verdict"] != verdict or {step["id"] for step in wrong} != wanted:
        return f"{report['verdict']}, not {verdict} by {sorted(wanted)}"
    if about.get("says") and not any(about["says"] in step["message"] for step in wrong):
        return f"not a word of \"{about['says']}\""
    return None


def peers_complaint(about):
    """The peer has to see it as the tables do."""
    if about["fails"] is None:
        return None
    refused = "proof.signature" in about["fails"]["spec"]
    return None if refused == bool(about["peer"]) else f"the peer says {about['peer']}"


def check(bench, made, policy):
    reports = bench.reports([about["file"] for about in made], policy)
    for about, report in zip(made, reports, strict=True):
        if line := complaint(about, report, policy):
            said = "; ".join(f"{step['id']}: {step['message']}" for step in steps_with(report, "fail", "unknown"))
            bench.failures.append(f"{about['file']}, {about['group']}, {about['kind']}, {policy}: {line}: {said}")
    verdicts = collections.Counter(report["verdict"] for report in reports)
    print(f"{policy}: " + ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items())))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--modules", type=pathlib.Path, required=True, help="with what package.json names")
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder to work in, to look at afterwards")
    parser.add_argument("--seed", type=int, default=SEED, help="for other random credentials than those of every day")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(given, given.keep or pathlib.Path(name))
        manifest = bench.make(given.seed)
        made = manifest["made"]
        bench.failures += [f"{about['kind']}: {line}" for about in made if (line := peers_complaint(about))]
        for policy in POLICIES:
            check(bench, made, policy)
    counts = dict(sorted(collections.Counter(about["group"] for about in made).items()))
    print(f"{len(made)} badges: {counts}; {COUNT - manifest['refused']} of {COUNT} random credentials signed by the peer")
    if given.seed == SEED and counts != PINNED:
        bench.failures.append(f"the tables have come to {counts}, not {PINNED}")
    for line in bench.failures[:40]:
        print(line[:800])
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
