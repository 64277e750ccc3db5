#!/usr/bin/env python3
"""Wall time and peak memory of one `blazon verify`, from the start of the process to its end.

    tests/bench/one.py [--blazon PROGRAM] [BADGE]

The best of many runs: what the program needs, not what else the machine was doing.
"""

import argparse
import os
import pathlib
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
RUNS = 40


def once(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss


def main():
    parser = argparse.ArgumentParser(description="Measures one blazon verify.")
    parser.add_argument("--blazon", type=pathlib.Path, default=HERE.parents[1] / "build/cmd/blazon")
    parser.add_argument("badge", nargs="?", type=pathlib.Path,
                        default=HERE.parent / "cli/verify/valid-es256/in/badge.jwt")
    args = parser.parse_args()
    runs = [once([args.blazon, "verify", "--at", "2026-06-01T00:00:00Z", args.badge]) for _ in range(RUNS)]
    print(f"blazon verify {args.badge.parent.parent.name}: {min(t for t, _ in runs) * 1000:.1f} ms, "
          f"{min(m for _, m in runs) / 1024:.1f} MiB at its peak, best of {RUNS}")


if __name__ == "__main__":
    main()
