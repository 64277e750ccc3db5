"""What every gate shares.

A gate is a function check(tree) that returns complaints, one string each, "path:line: what is wrong". Before it looks
at the project it has to prove that it can fail: each of its violations is a small tree that must get the complaint
that it names, and the clean tree must get none.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
OPEN = {".ci", ".clang-format", ".clang-tidy", ".editorconfig", ".gitignore"}  # hidden, and still ours


class Tree:
    """A project to look at: its root, where it was built, and what is in it."""

    def __init__(self, root, build=None, program=None):
        self.root = pathlib.Path(root)
        self.build = pathlib.Path(build) if build else None
        self.program = program

    def files(self, *patterns):
        """Relative paths of files that fit, in order. Build folders and hidden ones do not count."""
        found = set()
        for pattern in patterns:
            for path in self.root.glob(pattern):
                relative = path.relative_to(self.root)
                top = relative.parts[0]
                skipped = top.startswith("build") or (top.startswith(".") and top not in OPEN)
                if path.is_file() and not skipped and not {"node_modules", "__pycache__"} & set(relative.parts):
                    found.add(relative.as_posix())
        return sorted(found)

    def read(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def lines(self, path):
        return enumerate(self.read(path).splitlines(), 1)


def run(*command, cwd=None):
    """Runs a tool; returns its exit code and everything it said."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL, text=True, errors="replace", check=False)
    return done.returncode, done.stdout


def tool(*names):
    """The first of these programs that is installed; ends the gate as skipped if none is."""
    for name in names:
        path = shutil.which(name)
        if path:
            return path
    print(f"skipped: install {names[0]} for this gate")
    sys.exit(SKIPPED)


def plant(folder, files):
    for name, text in files.items():
        path = pathlib.Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def prove(check, clean, violations):
    """Each violation is (files laid over the clean tree, words that the complaint has to contain)."""
    for files, expected in [({}, None), *violations]:
        with tempfile.TemporaryDirectory(prefix="blazon-gate-") as folder:
            plant(folder, {**clean, **files})
            complaints = check(Tree(folder))
        if expected is None and complaints:
            sys.exit(f"the gate is broken: it complains about a clean tree: {complaints}")
        if expected is not None and not any(expected in complaint for complaint in complaints):
            sys.exit(f"the gate is broken: it does not say {expected!r} about {sorted(files)}: {complaints}")


def main(check, clean, violations, describe):
    parser = argparse.ArgumentParser(description=describe)
    parser.add_argument("--build", help="the build folder")
    parser.add_argument("--program", help="the blazon to ask")
    args = parser.parse_args()
    prove(check, clean, violations)
    tree = Tree(pathlib.Path(__file__).resolve().parents[2], args.build, args.program)
    complaints = check(tree)
    for complaint in complaints:
        print(complaint)
    print(f"{len(violations)} violations planted and found; {len(complaints)} in the project")
    sys.exit(1 if complaints else 0)
