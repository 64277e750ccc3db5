#!/usr/bin/env python3
"""npm's jsonld makes the same of a document under our contexts as under the published ones.

    tests/interop/contexts/contexts.py --modules NODE_MODULES

Documents that use every term of every context, scoped ones inside their scope, each also as if it were a prefix;
documents that define it anew, which must fail where it is protected; and the badges of the third-party suite.
tests/contexts says where the published contexts are; without them, or without the packages, the test is skipped.
"""

import argparse
import copy
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "contexts"))

import compare  # noqa: E402
import documents  # noqa: E402
import ours  # noqa: E402

DOCUMENTS, BADGES, REFUSED, STATEMENTS = 968, 105, 206, 104100


def as_sets(published, own):
    """The contexts by URL: theirs, ours, ours with the earlier revision, and ours with a mistake in it."""
    urls = {**own.by_url, documents.unlisted(documents.EARLIER): documents.EARLIER}
    theirs = {url: {"@context": published.context(name)} for url, name in urls.items()}
    mine = {url: {"@context": own.context(name)} for url, name in urls.items()}
    earlier = {**mine, compare.REVISED: {"@context": own.context(documents.EARLIER)}}
    wrong = copy.deepcopy(mine[documents.CREDENTIALS])
    wrong["@context"]["VerifiableCredential"]["@context"]["issuer"]["@type"] = "@json"
    return {"theirs": theirs, "ours": mine, "earlier": earlier, "wrong": {**mine, documents.CREDENTIALS: wrong}}


def ask(modules, request):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "node_modules").symlink_to(modules)
        shutil.copy(HERE / "equal.mjs", folder)
        done = subprocess.run([shutil.which("node"), folder / "equal.mjs"], input=json.dumps(request),
                              capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def check(answer, expected, counts):
    """Nothing differs but the planted mistake; the later revision knows the new term and the earlier does not."""
    if answer["different"] != ["planted"]:
        sys.exit(f"different are {answer['different']}; expected is the planted one only")
    if (answer["safe"], answer["unsafe"]) != (["later"], ["earlier"]):
        sys.exit(f"safe: {answer['safe']}, unsafe: {answer['unsafe']}")
    if len(answer["equal"]) != expected or counts != (DOCUMENTS, BADGES, REFUSED, STATEMENTS):
        sys.exit(f"{len(answer['equal'])} of {expected} are equal; documents, badges, refused, statements: {counts}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--modules", type=pathlib.Path, required=True)
    modules = parser.parse_args().modules.resolve()
    published, own = compare.open_published(), ours.Ours()
    if not shutil.which("node") or not (modules / "jsonld").is_dir():
        compare.skip("node or the packages of tests/interop are not there")
    made, suite = list(documents.made(own)), list(documents.badges())
    both, new = documents.revised(made + suite), documents.badge_with_token()
    jobs = [{"name": name, "document": document, "sets": ["theirs", "ours"]} for name, document in made + suite]
    jobs += [{"name": name, "document": document, "sets": ["ours", "earlier"]} for name, document in both]
    jobs.append({"name": "planted", "document": new, "sets": ["theirs", "wrong"]})
    safe = [{"name": "later", "document": new, "sets": ["ours"]},
            {"name": "earlier", "document": new, "sets": ["earlier"]}]
    answer = ask(modules, {"sets": as_sets(published, own), "jobs": jobs, "safe": safe})
    print(f"{len(made)} documents of all terms and {len(suite)} badges come to the same under ours and the published "
          f"contexts, {len(both)} of them also under both revisions of context-3.0.3; {len(answer['refused'])} are "
          f"refused, the others have {answer['quads']} statements")
    check(answer, len(made) + len(suite) + len(both), (len(made), len(suite), len(answer["refused"]), answer["quads"]))


if __name__ == "__main__":
    main()
