#!/usr/bin/env python3
"""Badges of Open Badges 2.0 go both ways between blazon and a small verifier and issuer in JavaScript, which stands on jose
for signatures, jsonld with the published context for JSON-LD, and Node's own hashes. No package that verifies badges of 2.0
by itself is on npm; openbadges-validator ends at 1.1.

    tests/interop/older/older.py --blazon PROGRAM --modules NODE_MODULES
"""

import argparse
import itertools
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import peers  # noqa: E402

ROOT = HERE.parents[2]
SITE = "https://badges.example.edu/"
KEY = f"{SITE}key.json"
RECIPIENTS = ("mailto:jane@example.edu", "mailto:jane%2Bct@example.edu", "https://jane.example.edu/")
# The switches of `issue`, each combination of which is one badge.
SWITCHES = (
    ("--plain-identity",),
    ("--valid-until", "2030-01-01T00:00:00Z"),
    ("--result", "question=proficient", "--result", "analysis=proficient"),
    ("--evidence", "https://jane.example.edu/plan.pdf", "--evidence", "https://jane.example.edu/b.pdf"),
)


class Bench(peers.Bench):
    def __init__(self, given, root):
        super().__init__(given, root, "older", "jose")
        (self.folder / "site" / "awards").mkdir(parents=True)

    def verdict(self, file, policy, recipient):
        done = subprocess.run([self.blazon, "verify", file, "--at", "2026-06-01T00:00:00Z", "--policy", policy, "--recipient",
                               recipient, "--format", "json", "--map", f"{SITE}=site/"],
                              cwd=self.folder, capture_output=True, text=True, check=False)
        return json.loads(done.stdout)


def publish(bench):
    """The documents of an issuer whose definitions are those of the command line cases."""
    source = ROOT / "tests" / "cli" / "issue" / "in"
    issuer = (source / "issuer.yaml").read_text(encoding="utf-8").replace(f"{SITE}issuer", f"{SITE}issuer.json")
    (bench.folder / "issuer.yaml").write_text(issuer + f'keys: [{{id: "{KEY}"}}]\n', encoding="utf-8")
    data = (source / "data.yaml").read_text(encoding="utf-8").replace(f"{SITE}ct/data", f"{SITE}class.json")
    (bench.folder / "data.yaml").write_text(data, encoding="utf-8")
    shutil.copy(source / "data.svg", bench.folder)
    bench.run("key", "new", "--type", "rsa", "--no-passphrase", "-o", "rsa.pem")
    bench.run("key", "public", "rsa.pem", "--format", "ob2", "--id", KEY, "--for", f"{SITE}issuer.json", "-o", "site/key.json")
    bench.run("build", "--ob", "2.0", "issuer.yaml", "-o", "site/issuer.json")
    bench.run("build", "--ob", "2.0", "data.yaml", "-o", "site/class.json")


def ours(bench):
    """blazon's badges, as the peer sees them."""
    badges = []
    choices = itertools.product((False, True), RECIPIENTS, itertools.product((False, True), repeat=len(SWITCHES)))
    for number, (signed, recipient, wanted) in enumerate(choices):
        words = [word for switch, on in zip(SWITCHES, wanted) if on for word in switch]
        name = f"site/awards/{number}.json" if not signed else f"{number}.jwt"
        how = ["--key", "rsa.pem"] if signed else ["--hosted", f"{SITE}awards/{number}.json"]
        bench.run("issue", "--ob", "2.0", "data.yaml", "--to", recipient, "--now", "2026-01-31T00:00:00Z", *how, *words, "-o", name)
        badges.append({"file": name, "signed": signed, "recipient": recipient, "plain": wanted[0], "expires": wanted[1],
                       "results": wanted[2], "evidence": 2 if wanted[3] else 0})
    (bench.folder / "manifest.json").write_text(json.dumps(badges), encoding="utf-8")
    bench.peer("check")


def expected(badge, policy):
    """The policy 1edtech takes a copy at its word, as its validator does; spec compares it with what is hosted."""
    if policy == "1edtech" and badge["fails"] == ["ob2.verification"]:
        return "valid", []
    return badge["verdict"], badge["fails"]


def theirs(bench):
    """The peer's badges, as blazon sees them: good ones, and each with one thing changed."""
    bench.peer("make")
    made = json.loads((bench.folder / "made.json").read_text(encoding="utf-8"))
    for badge in made:
        for policy in ("spec", "1edtech"):
            report = bench.verdict(badge["file"], policy, badge["recipient"])
            failed = [step["id"] for step in report["steps"] if step["outcome"] == "fail"]
            wanted = expected(badge, policy)
            if (report["verdict"], failed) != wanted:
                bench.failures.append(f"{badge['file']}, {policy}: {report['verdict']} by {failed}, not {wanted}")
    print(f"{len(made)} badges of the peer's")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--modules", type=pathlib.Path, required=True, help="with what package.json names")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(given, pathlib.Path(name))
        publish(bench)
        ours(bench)
        theirs(bench)
    for line in bench.failures[:40]:
        print(line[:800])
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
