#!/usr/bin/env python3
"""Open Badges 2.0 and older, case by case: what must be valid, what must not, and which step says so.

    tests/ob2/run.py --blazon PROGRAM [--count N] [--show] [NAME...]

cases/*.json are groups of cases that carry over what the tests of the Python validator (openbadges-validator-core)
check, said with documents of our own. A case is a base (bases.json) and what is different from it:

    name, checks     what it is called, and what it checks in one line
    from             the tests of the Python validator that it stands for
    base             "hosted" if it says nothing; then documents, serve, unserve, copy, remove, set, input, sign: world.py
    options, now     of the program
    expect           valid, invalid, undecided, or several with "|" between them; by policy where the policies differ
    step, says       the one step that decides, and words that its message has
    values           instead of one case, one for each value that stands `at` a place: good ones, bad ones, and those
                     about which the policies differ

Where only policy "spec" refuses, policy "1edtech" has to warn of it. NAME: cases or groups to run; --show prints the reports.
left-out.json says why the other tests of the Python validator have no case here, python-differs.json where that validator
itself, run over these cases, does not answer what we expect, and why.
"""

import argparse
import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import zlib

import world

try:
    import keys
except ImportError:
    keys = None

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
SECONDS = 60
NOW = "2026-01-01T00:00:00Z"
POLICIES = ("spec", "1edtech")
OUTCOMES = {"invalid": "fail", "undecided": "unknown", "valid": "warn"}
CODES = {"valid": 0, "invalid": 1, "undecided": 3}
IMAGES = ("https://badges.example.edu/img/", "https://old.example.edu/img/")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png():
    """One black pixel."""
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))


@contextlib.contextmanager
def images():
    """A folder with the images of the badges."""
    with tempfile.TemporaryDirectory() as name:
        for image in ("award.png", "soil.png"):
            (pathlib.Path(name) / image).write_bytes(png())
        yield pathlib.Path(name)


def pool(work, items):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as workers:
        return list(workers.map(work, items))


def is_mappable(url):
    """Whether --map takes it; what it does not take is not to be had either."""
    pattern = r"https?://([-\w.%:]*@)?([-\w.%]+|\[[0-9a-f:]+\])(:\d*)?(/[!-\"$-~]*[^/])?"
    return re.fullmatch(pattern, url, re.ASCII) is not None


def label(value):
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) < 60 else text[:57] + "..."


def values_of(case):
    """One case for each value of a table."""
    table = case["values"]
    plain = {key: value for key, value in case.items() if key != "values"}
    entries = [(value, "valid") for value in table.get("good", [])]
    entries += [(value, "invalid") for value in table.get("bad", [])]
    entries += [(value, expect) for value, expect in table.get("differ", [])]
    for number, (value, expect) in enumerate(entries, 1):
        whole = json.loads(json.dumps(table["as"]).replace('"$value"', json.dumps(value))) if "as" in table else value
        yield {**plain, "name": f"{case['name']}-{number} {label(value)}", "expect": expect,
               "set": {**case.get("set", {}), table["at"]: whole}}


def load():
    for path in sorted((HERE / "cases").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            for one in values_of(case) if "values" in case else [case]:
                yield {**one, "name": f"{path.stem}/{one['name']}"}


def run_program(blazon, path, served, images, options):
    maps = [f"--map={url.replace('=', '%3D')}={file}" for url, file in served.items()]
    maps += [f"--map={url}={images}" for url in IMAGES]
    done = subprocess.run([blazon, "verify", "--format", "json", *options, *maps, path], timeout=SECONDS,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1, 3):
        raise RuntimeError(f"ends with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    return json.loads(done.stdout), done.returncode


def wanted(case, policy):
    expect = case["expect"]
    expect = expect.get(policy) if isinstance(expect, dict) else expect
    return expect.split("|") if expect else None


def judge(case, policy, report, code):
    """What is wrong with the answer, as a list of sentences."""
    verdicts, verdict = wanted(case, policy), report["verdict"]
    if verdict not in verdicts:
        told = [f"{step['id']} {step['outcome']}: {step['message']}" for step in report["steps"]
                if step["outcome"] in ("fail", "unknown")]
        return [f"is {verdict}, expected {' or '.join(verdicts)}", *told]
    wrong = [] if code == CODES[verdict] else [f"is {verdict}, but ends with {code}"]
    if verdict == "valid" and "warns" not in case and not strict_only(case, policy):
        return wrong
    outcome = OUTCOMES[verdict]
    deciding = [step for step in report["steps"] if step["outcome"] == outcome]
    names = sorted({step["id"] for step in deciding})
    steps = case.get("step", [])
    steps = [steps] if isinstance(steps, str) else steps
    if steps and names != sorted(steps) and verdict != "valid":
        wrong.append(f"{outcome} in {', '.join(names)}, expected {', '.join(steps)}")
        wrong += [f"{step['id']}: {step['message']}" for step in deciding]
    says = case.get("says")
    if says and not any(says in step["message"] for step in deciding):
        wrong.append(f"no step with {outcome} says \"{says}\":")
        wrong += [f"{step['id']}: {step['message']}" for step in deciding]
    return wrong


def strict_only(case, policy):
    """Whether only the other policy refuses: then this one has to warn."""
    other = "spec" if policy == "1edtech" else "1edtech"
    return isinstance(case["expect"], dict) and "valid" not in case["expect"].get(other, "valid").split("|")


def run_case(case, context):
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        place = world.World(context.bases, case.get("base", "hosted"))
        place.apply(case)
        path, served = place.write(folder, context.keys)
        for policy in POLICIES:
            if wanted(case, policy) is None:
                continue
            options = ["--policy", policy, "--now", case.get("now", NOW), *case.get("options", [])]
            try:
                report, code = run_program(context.blazon, path, served, context.images, options)
            except (RuntimeError, ValueError, subprocess.TimeoutExpired) as error:
                wrong.append(f"{policy}: {error}")
                continue
            if context.show:
                print(case["name"], policy, json.dumps(report, indent=1, ensure_ascii=False))
            wrong += [f"{policy}: {line}" for line in judge(case, policy, report, code)]
    return wrong


def uncovered(cases):
    """Tests of the Python validator that no case stands for and no reason leaves out, and the reverse."""
    reasons = json.loads((HERE / "left-out.json").read_text(encoding="utf-8"))
    known = set((HERE / "python-tests.txt").read_text(encoding="utf-8").split())
    stood_for = {name for case in cases for name in case.get("from", [])}
    left_out = {name for names in reasons.values() for name in names}
    for name in sorted(known - stood_for - left_out):
        yield f"{name}: no case is from it, and left-out.json does not say why"
    for name in sorted((stood_for | left_out) - known):
        yield f"{name}: python-tests.txt does not have it"
    for name in sorted(stood_for & left_out):
        yield f"{name}: left-out.json has it, but there are cases from it"
    heads = {case["name"] for case in cases} | {re.sub(r"-\d+ .*| .*", "", case["name"]) for case in cases}
    for names in json.loads((HERE / "python-differs.json").read_text(encoding="utf-8")).values():
        yield from (f"python-differs.json: there is no case {name}" for name in names if name not in heads)


def options_of():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, help="how many cases there have to be")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("names", nargs="*")
    return parser.parse_args()


def main():
    context = options_of()
    if keys is None:
        print("skipped: python3-jwcrypto is not installed")
        return SKIPPED
    every = list(load())
    context.blazon, context.bases, context.keys = context.blazon.resolve(), world.bases(), keys.Keys()
    cases = [case for case in every if not context.names or any(name in case["name"] for name in context.names)]
    failures = 0
    with images() as context.images:
        for case, wrong in zip(cases, pool(lambda case: run_case(case, context), cases)):
            if wrong:
                failures += 1
                print(f"{case['name']}: {case['checks']}", *(f"    {line}" for line in wrong), sep="\n")
    complaints = [] if context.names else list(uncovered(every))
    if context.count is not None and len(every) != context.count:
        complaints.append(f"{len(every)} cases, expected {context.count}")
    print(*complaints, f"{len(cases) - failures} of {len(cases)} cases as expected", sep="\n")
    return 1 if failures or complaints else 0


if __name__ == "__main__":
    sys.exit(main())
