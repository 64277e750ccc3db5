#!/usr/bin/env python3
"""blazon and the peers of Node side by side, with the same badges and in one run.

    tests/bench/compare.py --bench blazon_bench_files --once blazon_bench_once --blazon PROGRAM --modules NODE_MODULES

Prints for each badge how many of them one thread verifies (and signs) in a second here and there, and what one whole
process takes; and judges nothing. The contexts for the peers are read from $BLAZON_SUITES/../reference/contexts.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
COLD_RUNS = 15
# Both measure in turns, so that a busy moment of the machine strikes both.
TURNS = 2
COLD = ("basic-eddsa-rdfc-2022", "basic-es256")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def rates(command):
    """{(what, name): figure} of the lines that it prints."""
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    return {(what, name): float(figure) for _, what, name, figure in rows}


def best_rates(*commands):
    """The best of several turns, for each command."""
    bests = [{} for _ in commands]
    for _ in range(TURNS):
        for found, command in zip(bests, commands, strict=True):
            for what, figure in rates(command).items():
                found[what] = max(figure, found.get(what, 0))
    return bests


def best(once, command):
    """The shortest of several whole processes, in milliseconds, and their least peak, in MiB."""
    done = subprocess.run([once, str(COLD_RUNS), *command], stdout=subprocess.PIPE, check=True, text=True)
    return tuple(float(figure) for figure in done.stdout.split())


def peer_scripts(root, modules):
    scripts = root / "scripts"
    ignored = shutil.ignore_patterns("*.py", "kinds", "__pycache__")
    shutil.copytree(HERE.parent / "interop" / "credentials", scripts, ignore=ignored)
    # That folder has a peer.mjs of its own, which this one uses.
    shutil.copy(HERE / "peer.mjs", scripts / "bench.mjs")
    (scripts / "node_modules").symlink_to(modules)
    return scripts / "bench.mjs"


def print_warm(ours, theirs):
    print(f"{'in one thread, warm':38} {'blazon/s':>9} {'peer/s':>9} {'ratio':>7}")
    for what, name in ours:
        peer = theirs.get((what, name))
        figures = f"{peer:9.0f} {ours[what, name] / peer:7.1f}" if peer else f"{'-':>9} {'-':>7}"
        print(f"{what + ' ' + name:38} {ours[what, name]:9.0f} {figures}")


def print_cold(ours, theirs):
    print(f"{'one whole process':38} {'blazon':>9} {'peer':>9} {'ratio':>7}")
    for name in ours:
        for i, unit in enumerate(("ms", "MiB")):
            a, b = ours[name][i], theirs[name][i]
            print(f"{'verify ' + name + ', ' + unit:38} {a:9.1f} {b:9.1f} {b / a:7.1f}")


def arguments():
    parser = argparse.ArgumentParser(description="Measures blazon beside the peers of Node.")
    for name in ("bench", "once", "blazon", "modules"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    return parser.parse_args()


def main():
    given, node, suites = arguments(), shutil.which("node"), os.environ.get("BLAZON_SUITES")
    contexts = pathlib.Path(suites or "").parent / "reference" / "contexts"
    if not suites or not contexts.is_dir():
        skip("BLAZON_SUITES does not say where the published contexts are")
    if not node or not (given.modules / "@digitalbazaar" / "vc").is_dir():
        skip("node or the packages of tests/interop are not there")
    with tempfile.TemporaryDirectory() as root:
        script, badges = peer_scripts(pathlib.Path(root), given.modules.resolve()), pathlib.Path(root) / "badges"
        badges.mkdir()
        once = given.once.resolve()
        print_warm(*best_rates([given.bench.resolve(), badges], [node, script, contexts, badges]))
        files = {path.stem: path for path in badges.iterdir() if path.suffix in (".json", ".jwt")}
        verify = [given.blazon.resolve(), "verify", "--at", "2026-06-01T00:00:00Z"]
        print_cold({name: best(once, [*verify, files[name]]) for name in COLD},
                   {name: best(once, [node, script, contexts, badges, name]) for name in COLD})


if __name__ == "__main__":
    main()
