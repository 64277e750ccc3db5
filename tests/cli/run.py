#!/usr/bin/env python3
"""Runs the command line cases of blazon.

    tests/cli/run.py [--blazon PROGRAM] [--update] [CASE...]

CASE is a folder: one case, one command with many, or none for all of them. A case is

    tests/cli/COMMAND/NAME/cmd      one shell line; `blazon` is on the PATH
                          /in/      what stands in the folder that it runs in (COMMAND/in/ is copied before)
                          /out      exact standard output; no file: nothing
                          /err      exact standard error; no file: nothing
                          /rc       exact exit code; no file: 0
                          /files/   files that must be there afterwards, byte for byte
                          /tty      its presence: standard output is a terminal of 80 columns
                          /pty      its presence: its command opens a terminal itself

--update writes what was seen into out, err, rc and the files that are in files/ already. Read the difference before
you commit it. A crash or a sanitizer's report never has an exit code that a case could expect by mistake.
"""

import argparse
import concurrent.futures
import difflib
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = 60
RESERVED = {"in"}


def environment(blazon, home):
    return {
        "PATH": f"{blazon.parent}:{os.environ.get('PATH', '/usr/bin:/bin')}",
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "xterm",
        "ASAN_OPTIONS": "exitcode=99:detect_leaks=1",
        "LSAN_OPTIONS": "exitcode=99",
        "UBSAN_OPTIONS": "exitcode=99:print_stacktrace=1",
        "LLVM_PROFILE_FILE": "/dev/null",
    }


def drain(descriptor, into):
    """Collects what is written to a terminal; reading it after its last writer went away is an error on Linux."""
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:
            return
        if not piece:
            return
        into.append(piece)


def run_on_terminal(line, **options):
    main, side = pty.openpty()
    pieces = []
    reader = threading.Thread(target=drain, args=(main, pieces))
    reader.start()
    try:
        done = subprocess.run(line, stdout=side, **options)
    finally:
        os.close(side)
        reader.join()
        os.close(main)
    done.stdout = b"".join(pieces).replace(b"\r\n", b"\n")
    return done


def run(case, blazon, folder):
    """Returns what the case printed and its exit code, as the names of the expectation files have it."""
    for inputs in (case.parent / "in", case / "in"):
        if inputs.is_dir():
            shutil.copytree(inputs, folder, dirs_exist_ok=True)
    options = {
        "cwd": folder, "env": environment(blazon, folder.parent), "stdin": subprocess.DEVNULL,
        "stderr": subprocess.PIPE, "timeout": SECONDS, "umask": 0o022,
    }
    line = ["/bin/sh", "-c", (case / "cmd").read_text(encoding="utf-8").rstrip("\n")]
    if (case / "tty").exists():
        done = run_on_terminal(line, **options)
    else:
        done = subprocess.run(line, stdout=subprocess.PIPE, **options)
    return {"out": done.stdout, "err": done.stderr, "rc": b"%d\n" % done.returncode}


def expectation(case, name):
    path = case / name
    if path.is_file():
        return path.read_bytes()
    return b"0\n" if name == "rc" else b""


def difference(name, expected, seen):
    def lines(data):
        return data.decode("utf-8", "backslashreplace").splitlines(keepends=True)
    for line in difflib.unified_diff(lines(expected), lines(seen), f"{name} (expected)", f"{name} (seen)"):
        yield line if line.endswith("\n") else line + "\n\\ no newline at the end\n"


def expected_files(case):
    return sorted(path for path in (case / "files").rglob("*") if path.is_file())


def check(case, blazon):
    """The differences of one case, as text; empty: it passed."""
    with tempfile.TemporaryDirectory(prefix="blazon-cli-") as home:
        folder = pathlib.Path(home) / "work"
        folder.mkdir()
        try:
            seen = run(case, blazon, folder)
        except subprocess.TimeoutExpired:
            return f"no end after {SECONDS} seconds\n"
        report = []
        for name in ("rc", "out", "err"):
            report += difference(name, expectation(case, name), seen[name])
        for path in expected_files(case):
            made = folder / path.relative_to(case / "files")
            if made.is_file():
                report += difference(str(path.relative_to(case)), path.read_bytes(), made.read_bytes())
            else:
                report.append(f"{path.relative_to(case)} was not written\n")
        return "".join(report)


def update(case, blazon):
    with tempfile.TemporaryDirectory(prefix="blazon-cli-") as home:
        folder = pathlib.Path(home) / "work"
        folder.mkdir()
        seen = run(case, blazon, folder)
        for name in ("rc", "out", "err"):
            if seen[name] == (b"0\n" if name == "rc" else b""):
                (case / name).unlink(missing_ok=True)
            else:
                (case / name).write_bytes(seen[name])
        for path in expected_files(case):
            shutil.copyfile(folder / path.relative_to(case / "files"), path)
    return ""


def has_terminals():
    """Whether the system gives pseudo terminals: a bare chroot does not."""
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError:
        return False
    return True


def needs_terminal(case):
    return (case / "tty").exists() or (case / "pty").exists()


def cases_below(folder):
    if (folder / "cmd").is_file():
        return [folder]
    found = []
    for child in sorted(folder.iterdir()):
        if child.is_dir() and child.name not in RESERVED:
            found += cases_below(child)
    return found


def main():
    parser = argparse.ArgumentParser(description="Runs the command line cases of blazon.")
    parser.add_argument("--blazon", type=pathlib.Path, default=HERE.parents[1] / "build/cmd/blazon")
    parser.add_argument("--update", action="store_true", help="write what was seen into the expectations")
    parser.add_argument("cases", nargs="*", type=pathlib.Path, default=[HERE])
    args = parser.parse_args()
    if not os.access(args.blazon, os.X_OK):
        sys.exit(f"{args.blazon} is no program; build first or say --blazon")
    cases = [case for folder in args.cases for case in cases_below(folder.resolve())]
    if not cases:
        sys.exit("no cases here")
    possible = cases if has_terminals() else [case for case in cases if not needs_terminal(case)]
    skipped = len(cases) - len(possible)
    cases = possible
    work = update if args.update else check
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda case: work(case, args.blazon.resolve()), cases))
    for case, report in zip(cases, results):
        if report:
            print(f"FAILED {case.relative_to(HERE)}: {(case / 'cmd').read_text(encoding='utf-8').strip()}")
            print(report)
    failed = sum(1 for report in results if report)
    more = f", {skipped} skipped: this system has no pseudo terminals" if skipped else ""
    print(f"{len(cases) - failed} passed, {failed} failed{more}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
