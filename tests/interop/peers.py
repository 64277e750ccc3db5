"""What the tests share that hold blazon against a peer from npm: both programs, and a folder for what goes between them."""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def contexts_folder():
    suites = os.environ.get("BLAZON_SUITES")
    folder = pathlib.Path(suites or "").parent / "reference" / "contexts"
    if not suites or not (folder / "index.json").is_file():
        skip("BLAZON_SUITES does not say where the published contexts are")
    return folder


class Bench:
    """`folder` is for the documents; the scripts of the folder `part` and packages, `package` among them, are beside it."""

    def __init__(self, given, root, part, package):
        self.blazon, self.contexts, self.failures = given.blazon.resolve(), contexts_folder(), []
        modules = given.modules.resolve()
        if not shutil.which("node") or not (modules / package).is_dir():
            skip("node or the packages of tests/interop are not there")
        self.folder, self.script = root / "documents", root / part / "peer.mjs"
        self.folder.mkdir()
        # An ES module looks for packages beside itself; those of all parts use what is in credentials.
        for name in (part, "credentials"):
            shutil.copytree(HERE / name, root / name, ignore=shutil.ignore_patterns("*.py", "kinds", "__pycache__"))
        (root / "node_modules").symlink_to(modules)

    def peer(self, mode):
        done = subprocess.run(["node", self.script, mode, self.contexts, self.folder], capture_output=True, text=True,
                              check=False)
        print(done.stdout, end="")
        if done.returncode:
            self.failures.append(f"peer.mjs {mode} ended with {done.returncode}: {done.stdout}{done.stderr}")

    def run(self, *words):
        done = subprocess.run([self.blazon, *map(str, words)], cwd=self.folder, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"blazon {' '.join(map(str, words))} ended with {done.returncode}\n{done.stderr}")
        return done.stdout
