#!/usr/bin/env python3
"""Runs the test suites of JSON-LD 1.1 and RDFC-1.0 through the commands expand, nquads and canon.

    tests/suites/plumbing.py --blazon PROGRAM [TEST...]

$BLAZON_SUITES has the folders json-ld and rdf-canon; without it, the tests are skipped. TEST is a part of a name, such
as `expand#t0001`; none: all of them, and then their number must be the one that is pinned here. Expansion is compared
as JSON whose arrays have no order outside of lists, RDF up to the labels of blank nodes, a refusal by its error code.
"""

import argparse
import concurrent.futures
import hashlib
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SKIPPED = 77
WORKERS = 2
SECONDS = 30
EXPECTED = {"expand": 376, "toRdf": 456, "rdf-canon": 86}
LABEL = re.compile(r"_:\w+")
# The one escape of the canonical form that the results of the suite write as the character.
DELETE = re.compile(r"(?<!\\)((?:\\\\)*)\\u007F")
BASE = "https://w3c.github.io/json-ld-api/tests/"
OPTIONS = {"base": "--base", "processingMode": "--processing-mode", "rdfDirection": "--rdf-direction"}


class Wrong(Exception):
    """What a test found."""


class Program:
    def __init__(self, path):
        self.path = path

    def run(self, *words):
        done = subprocess.run([self.path, *words], stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS,
                              check=False)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def result(self, *words):
        code, out, err = self.run(*words)
        if code != 0 or err:
            raise Wrong(f"exit {code}: {err.strip()}")
        return out

    def refusal(self, *words):
        code, out, err = self.run(*words)
        if code != 1 or out:
            raise Wrong(f"exit {code} in place of a refusal: {out or err}")
        return err

    def canonical(self, nquads):
        with tempfile.NamedTemporaryFile("w", suffix=".nq", encoding="utf-8") as file:
            file.write(nquads)
            file.flush()
            return self.result("canon", "--nquads", file.name)


def same_json(a, b, ordered=False):
    """Whether two values are equal; arrays are sets but in lists and in JSON literals."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, dict) and isinstance(b, dict):
        literal = ordered or a.get("@type") == "@json"
        return a.keys() == b.keys() and all(
            same_json(a[key], b[key], ordered or key == "@list" or (literal and key == "@value")) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        if ordered or len(a) != len(b):
            return len(a) == len(b) and all(same_json(x, y, ordered) for x, y in zip(a, b))
        rest = list(b)
        for x in a:
            found = next((i for i, y in enumerate(rest) if same_json(x, y)), None)
            if found is None:
                return False
            del rest[found]
        return True
    return a == b


def colours(lines, labels):
    """What each blank node looks like from outside: equal for nodes that may be one another."""
    found = dict.fromkeys(labels, "")
    for _ in labels:
        seen = {label: sorted(LABEL.sub(lambda match, own=label: "_:own" if match[0] == own else found[match[0]], line)
                              for line in lines if label in LABEL.findall(line)) for label in labels}
        found = {label: hashlib.sha256("\n".join(seen[label]).encode()).hexdigest() for label in labels}
    return found


def same_rdf(a, b):
    """Whether two small texts are the same up to the labels of blank nodes, which may be properties here: a search, and
    not by blazon's own canonical form."""
    left, right = (sorted(set(DELETE.sub("\\1\x7f", text).strip().split("\n"))) for text in (a, b))
    mine, theirs = (sorted(set(LABEL.findall("\n".join(lines)))) for lines in (left, right))
    mine, theirs = colours(left, mine), colours(right, theirs)
    if len(left) != len(right) or sorted(mine.values()) != sorted(theirs.values()):
        return False
    classes = sorted(set(mine.values()))
    choices = [itertools.permutations([label for label in theirs if theirs[label] == colour]) for colour in classes]
    names = [label for colour in classes for label in mine if mine[label] == colour]
    for orders in itertools.product(*choices):
        new = dict(zip(names, itertools.chain(*orders)))
        if sorted(LABEL.sub(lambda match, new=new: new[match[0]], line) for line in left) == right:
            return True
    return False


def prove():
    """The comparisons see what is not the same."""
    value = {"p": [{"@value": 1}, {"@value": True}], "l": {"@list": [1, 2]}}
    literal = {"@type": "@json", "@value": [1, 2]}
    assert same_json(value, {"l": {"@list": [1, 2]}, "p": [{"@value": True}, {"@value": 1.0}]})
    assert not same_json(value, {**value, "p": [{"@value": 1}, {"@value": 1}]})
    assert not same_json(value, {**value, "l": {"@list": [2, 1]}})
    assert not same_json([literal], [{**literal, "@value": [2, 1]}])
    assert not same_json([1, 1, 2], [1, 2, 2])
    assert same_rdf("<a> _:x _:y .\n", "<a> _:y _:x .\n")
    assert not same_rdf("<a> _:x _:y .\n", "<a> _:x _:x .\n")
    ring = "_:a <p> _:b .\n_:b <p> _:c .\n_:c <p> _:d .\n_:d <p> _:a .\n"
    assert same_rdf(ring, "_:n <p> _:m .\n_:m <p> _:k .\n_:k <p> _:l .\n_:l <p> _:n .\n")
    assert not same_rdf(ring, "_:a <p> _:b .\n_:b <p> _:a .\n_:c <p> _:d .\n_:d <p> _:c .\n")


class JsonLd:
    """One of the two manifests of JSON-LD."""

    def __init__(self, name, command, folder):
        self.name, self.command, self.folder = name, command, folder
        manifest = json.loads((folder / f"{name}-manifest.jsonld").read_text(encoding="utf-8"))
        self.tests = {f"{name}{test['@id']}": test for test in manifest["sequence"]
                      if test.get("option", {}).get("specVersion") != "json-ld-1.0"}

    def words(self, test):
        option = {"base": BASE + test["input"], **test.get("option", {})}
        words = [self.command, str(self.folder / test["input"]), "--map", f"{BASE}={self.folder}/"]
        for name, flag in OPTIONS.items():
            words += [flag, option[name]] if name in option else []
        if "expandContext" in option:
            words += ["--expand-context", str(self.folder / option["expandContext"])]
        return words + (["--generalized"] if option.get("produceGeneralizedRdf") else [])

    def check(self, program, name):
        test = self.tests[name]
        words = self.words(test)
        if "expectErrorCode" in test:
            err = program.refusal(*words)
            if f" {test['expectErrorCode']}: " not in err:
                raise Wrong(f"\"{test['expectErrorCode']}\" is not in: {err}")
            return
        out = program.result(*words)
        if "expect" not in test:
            program.canonical(out)
            return
        expected = (self.folder / test["expect"]).read_text(encoding="utf-8")
        if not self.same(out, expected):
            raise Wrong(f"expected\n{expected}\nbut it is\n{out}")

    def same(self, out, expected):
        if self.command == "expand":
            return same_json(json.loads(out), json.loads(expected))
        return same_rdf(out, expected)


class Canon:
    """The manifest of RDFC-1.0."""

    def __init__(self, folder):
        self.folder = folder
        manifest = json.loads((folder / "manifest.jsonld").read_text(encoding="utf-8"))
        self.tests = {f"rdf-canon{test['id']}": test for test in manifest["entries"]}

    def check(self, program, name):
        test = self.tests[name]
        words = ["canon", "--nquads", str(self.folder / test["action"])]
        words += ["--hash", test["hashAlgorithm"]] if "hashAlgorithm" in test else []
        if test["type"] == "rdfc:RDFC10NegativeEvalTest":
            if "BLZ735" not in program.refusal(*words):
                raise Wrong("refused for another reason")
            return
        expected = (self.folder / test["result"]).read_text(encoding="utf-8")
        if test["type"] == "rdfc:RDFC10MapTest":
            out = program.result(*words, "--map-ids")
            same = json.loads(out) == json.loads(expected)
        else:
            out = program.result(*words)
            same = out == expected
        if not same:
            raise Wrong(f"expected\n{expected}\nbut it is\n{out}")


def verdict(suite, program, name):
    try:
        suite.check(program, name)
    except (Wrong, ValueError, subprocess.TimeoutExpired) as why:
        return f"FAILED {name}: {why}"
    return None


def run(name, suite, program, chosen):
    """Prints how a suite went; whether all of it went well."""
    names = [test for test in suite.tests if not chosen or any(part in test for part in chosen)]
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        failures = [text for text in pool.map(lambda test: verdict(suite, program, test), names) if text]
    for text in failures:
        print(text)
    print(f"{name}: {len(names) - len(failures)} of {len(names)}")
    if not chosen and len(names) != EXPECTED[name]:
        print(f"{name}: there should be {EXPECTED[name]} tests")
        return False
    return not failures


def main():
    parser = argparse.ArgumentParser(description="Runs suites of JSON-LD and RDFC-1.0 through the program.")
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("tests", nargs="*")
    args = parser.parse_args()
    if not os.environ.get("BLAZON_SUITES"):
        print("skipped: set BLAZON_SUITES to a folder with the third-party suites (see CONTRIBUTING.md)")
        return SKIPPED
    prove()
    root = pathlib.Path(os.environ["BLAZON_SUITES"])
    program = Program(args.blazon.resolve())
    suites = {"expand": JsonLd("expand", "expand", root / "json-ld"),
              "toRdf": JsonLd("toRdf", "nquads", root / "json-ld"),
              "rdf-canon": Canon(root / "rdf-canon")}
    good = [run(name, suite, program, args.tests) for name, suite in suites.items()]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
