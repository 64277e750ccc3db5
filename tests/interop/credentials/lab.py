"""What the tests of this folder share: the peers, blazon, and a folder for what goes between them."""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import peers  # noqa: E402

SCHEMAS = HERE.parents[2] / "schemas" / "open-badges"
# The moment that everything is verified at, here and by peer.mjs.
NOW = "2026-06-01T00:00:00Z"
EXIT_CODES = {"valid": 0, "invalid": 1, "undecided": 3}
# Of the random credentials of every day.
SEED = 3


def arguments(description):
    parser = argparse.ArgumentParser(description=description.split("\n", 1)[0])
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--modules", type=pathlib.Path, required=True, help="with what package.json names")
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder to work in, to look at afterwards")
    parser.add_argument("--seed", type=int, default=SEED, help="for other random credentials than those of every day")
    return parser.parse_args()


class Lab:
    """`folder` is for the documents; scripts and packages are beside it."""

    def __init__(self, given, root):
        self.blazon, self.contexts = given.blazon.resolve(), peers.contexts_folder()
        self.node, modules = shutil.which("node"), given.modules.resolve()
        if not self.node or not (modules / "@digitalbazaar" / "vc").is_dir():
            peers.skip("node or the packages of tests/interop are not there")
        self.scripts, self.folder = root / "scripts", root / "documents"
        self.folder.mkdir()
        # An ES module looks for packages beside itself.
        shutil.copytree(HERE, self.scripts, ignore=shutil.ignore_patterns("*.py", "kinds", "__pycache__"))
        (self.scripts / "node_modules").symlink_to(modules)

    def peer(self, script, *words, text=None):
        command = [self.node, self.scripts / script, self.contexts, *map(str, words)]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{script} ended with {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def make(self, seed, count, mode):
        self.peer("make.mjs", SCHEMAS, self.folder, seed, count, mode)
        return json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))

    def reports(self, names):
        """What one blazon process says of all these files, and its exit code."""
        command = [self.blazon, "verify", "--format", "json", "--at", NOW, *names]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        reports = [json.loads(line) for line in done.stdout.split("\n") if line]  # U+2028 ends no line here
        if [report["input"] for report in reports] != list(names):
            sys.exit(f"blazon verify: {len(reports)} reports about {len(names)} files\n{done.stderr}")
        return reports, done.returncode

    def sign(self, name, proof, key):
        """Signs the credential where it is."""
        command = [self.blazon, "sign", name, "--proof", proof, "--key", key, "-o", name + ".signed"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"{name}: blazon sign ended with {done.returncode}: {done.stderr}"
        os.replace(self.folder / (name + ".signed"), self.folder / name)
        return None

    def fill(self, name, pieces):
        """Puts the texts of other files into the places "@@NUMBER@@" of this one."""
        path = self.folder / name
        texts = [(self.folder / piece).read_text(encoding="utf-8") for piece in pieces]
        whole = re.sub(r'"@@(\d+)@@"', lambda place: texts[int(place[1])], path.read_text(encoding="utf-8"))
        path.write_text(whole, encoding="utf-8")


def wrong(report):
    """The steps that fail or are open."""
    return {step["id"]: step["outcome"] for step in report["steps"] if step["outcome"] in ("fail", "unknown")}


def messages(report):
    return "; ".join(f"{step['id']} {step['outcome']}: {step['message']} ({step['pointer']})"
                     for step in report["steps"] if step["outcome"] not in ("pass", "skipped"))


def run(description, work):
    """work(lab, given) returns what went wrong, as lines."""
    given = arguments(description)
    with tempfile.TemporaryDirectory() as name:
        root = given.keep or pathlib.Path(name)
        root.mkdir(exist_ok=True)
        failures = work(Lab(given, root), given)
    for line in failures[:40]:
        print(line[:600])
    return 1 if failures else 0
