#!/usr/bin/env python3
"""Memory pressure: lets every single allocation of a command fail, once and from then on.

    tests/oom/run.py --blazon PROGRAM --shim LIBRARY [CASE...]

For each allocation of each case (cases.json) the program must
  - not crash, hang, use freed memory or leak what it took,
  - end with its usual code and exactly its usual output, or with 2 and a message,
  - leave the usual file or none, and no other,
  - have written to standard output nothing but the beginning of the usual output.
So a bad badge is never valid, and a good one never invalid, because memory ran out. How it is done: shim.c.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FAILED = 2
MODES = "1n"
SHOWN = 5


class Case:
    """One command, its folder, and what it does when memory suffices."""

    def __init__(self, spec, blazon, shim, folder):
        self.name, self.spec, self.blazon, self.shim = spec["name"], spec, blazon, shim
        self.folder = folder
        for part in ("work", "child"):
            (folder / part).mkdir(parents=True)
        for line in spec.get("prepare", []):
            subprocess.run(self.words(line), cwd=folder, env=self.environment(), check=True, stdin=subprocess.DEVNULL,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def words(self, line):
        words = [str(self.blazon) if word == "blazon" else word for word in line]
        return [word.replace("{here}", str(self.folder)).replace("{root}", str(ROOT)) for word in words]

    def environment(self, **more):
        return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": str(self.folder), **more}

    def preloaded(self, **more):
        return self.environment(LD_PRELOAD=str(self.shim), BLAZON_OOM_CHILD=str(self.folder / "child"), **more)

    def clean(self, part):
        for entry in (self.folder / part).iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()

    def files(self, part):
        return {entry.name: entry.read_bytes() for entry in (self.folder / part).iterdir()}

    def run(self, at):
        """One run in the folder child; returns its exit code. `at` 0: nothing fails."""
        self.clean("child")
        with open(self.folder / "stdout", "wb") as out, open(self.folder / "stderr", "wb") as err:
            done = subprocess.run(self.words(self.spec["command"]), cwd=self.folder / "child", stdin=subprocess.DEVNULL,
                                  env=self.preloaded(BLAZON_OOM_AT=at), stdout=out, stderr=err, timeout=60, check=False)
        return done.returncode

    def learn(self):
        """Runs without a failure; returns what is wrong with that already."""
        self.code = self.run("0,1")
        self.out = (self.folder / "stdout").read_bytes()
        self.made = self.files("child")
        if self.code != self.spec["rc"]:
            message = (self.folder / "stderr").read_text(encoding="utf-8", errors="replace")
            return [f"without a failure it ends with {self.code}, not {self.spec['rc']}: {message}"]
        return []

    def judge(self, code):
        """What is wrong with the run whose files are in place."""
        out = (self.folder / "stdout").read_bytes()
        message = (self.folder / "stderr").read_text(encoding="utf-8", errors="replace")
        made = self.files("child")
        if code == self.code:
            if out != self.out:
                yield f"ends with {code} but printed something else: {out[-200:]!r}"
            if made != self.made:
                yield f"ends with {code} but wrote {sorted(made)} instead of {sorted(self.made)}, or other bytes"
        elif code == FAILED:
            if not message:
                yield "fails without a message"
            if not self.out.startswith(out):
                yield f"printed what it never prints before it failed: {out[-200:]!r}"
            if any(self.made.get(name) != data for name, data in made.items()):
                yield f"left a file that is not whole: {sorted(made)}"
        else:
            yield f"ends with {code}: {out[-300:]!r} {message[:2000]}"

    def sweep(self, stride):
        """Yields (k, mode, complaints) of every allocation."""
        ours, theirs = os.pipe(), os.pipe()
        sweep = f"{theirs[0]},{ours[1]},{stride},{MODES}"
        self.clean("work")
        with subprocess.Popen(self.words(self.spec["command"]), cwd=self.folder / "work", stdin=subprocess.DEVNULL,
                              env=self.preloaded(BLAZON_OOM_SWEEP=sweep), stdout=open(self.folder / "parent", "wb"),
                              stderr=subprocess.DEVNULL, pass_fds=(theirs[0], ours[1])) as parent:
            os.close(ours[1])
            os.close(theirs[0])
            late = []
            with os.fdopen(ours[0], "r") as lines:
                for line in lines:
                    k, mode, status = line.split()
                    if int(status) < 0:
                        late.append((int(k), mode))
                    else:
                        yield int(k), mode, list(self.judge(os.waitstatus_to_exitcode(int(status))))
                        self.clean("child")
                    os.write(theirs[1], b".")
            os.close(theirs[1])
        if parent.returncode != self.code:
            yield 0, "-", [f"the sweep itself ended with {parent.returncode}"]
        for k, mode in late:
            yield k, mode, list(self.judge(self.run(f"{k},{mode}")))


def sweep_case(spec, args):
    """The lines to print about one case, how many failures it was put to, and how many it did not stand."""
    with tempfile.TemporaryDirectory(prefix="blazon-oom-") as folder:
        case = Case(spec, args.blazon.resolve(), args.shim.resolve(), pathlib.Path(folder))
        broken = case.learn()
        if broken:
            return [f"{case.name}: {line}" for line in broken], 1, 1
        lines, count, failed, last = [], 0, 0, 0
        for k, mode, complaints in case.sweep(spec.get("stride", args.stride)):
            count, last = count + 1, max(last, k)
            if not complaints:
                continue
            failed += 1
            if failed <= SHOWN:
                how = "once" if mode == "1" else "and all after it"
                lines += [f"{case.name}: allocation {k} fails {how}: {complaint}" for complaint in complaints]
        if not count:
            return [f"{case.name}: no allocation was seen, so nothing was shown"], 1, 1
        lines.append(f"{case.name}: {last} allocations, {count} failures, {failed} not stood")
        return lines, count, failed


FAULTS = {
    "leak": "bytes leaked", "crash": "signal 11", "lie": "printed something else", "wrong-code": "ends with 1",
    "partial": "left a file that is not whole", "silent": "fails without a message",
}


def prove(args):
    """Shows on a program with known faults that the sweep finds them, and none in one without."""
    for kind, expected in [*FAULTS.items(), ("none", None)]:
        lines, _, failed = sweep_case({"name": kind, "command": ["blazon", kind], "rc": 0}, args)
        found = any(expected in line for line in lines) if expected else not failed
        if not found:
            sys.exit(f"the sweep is broken: {kind} should give {expected!r}:\n" + "\n".join(lines))
    print(f"{len(FAULTS) + 1} passed, 0 failed")


def main():
    parser = argparse.ArgumentParser(description="Lets every allocation of a command fail.")
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--shim", type=pathlib.Path, required=True)
    parser.add_argument("--stride", type=int, default=1, help="only every N-th allocation")
    parser.add_argument("--prove", action="store_true", help="PROGRAM is the faulty one: find its faults")
    parser.add_argument("cases", nargs="*")
    args = parser.parse_args()
    if args.prove:
        return prove(args)
    specs = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
    chosen = [spec for spec in specs if not args.cases or spec["name"] in args.cases]
    if not chosen:
        sys.exit("no such case")
    total = failed = 0
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        for lines, count, bad in pool.map(sweep_case, chosen, [args] * len(chosen)):
            print("\n".join(lines), flush=True)
            total, failed = total + count, failed + bad
    print(f"{total - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
