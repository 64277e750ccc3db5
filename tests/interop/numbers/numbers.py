#!/usr/bin/env python3
"""A million numbers are written as node writes them (RFC 8785, 3.2.2.3)."""

import argparse
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--numbers", required=True, help="the program that writes them")
    arguments = parser.parse_args()
    if not shutil.which("node"):
        print("skipped: there is no node")
        return 77
    with subprocess.Popen([arguments.numbers], stdout=subprocess.PIPE) as writer:
        compared = subprocess.run(["node", HERE / "numbers.mjs"], stdin=writer.stdout, check=False)
    return compared.returncode or writer.returncode


if __name__ == "__main__":
    sys.exit(main())
