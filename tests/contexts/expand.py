#!/usr/bin/env python3
"""Our own processor makes the same of a document under our contexts, which are part of it, as under the published ones.

    tests/contexts/expand.py --expand PROGRAM

PROGRAM is made of expand.c. The published contexts are given to it under other URLs, so that they come from a loader, and
the documents are changed to name those.
"""

import argparse
import copy
import json
import pathlib
import subprocess
import sys

import compare
import documents
import ours

THEIRS = "https://published.invalid/"
# More statements than npm's jsonld makes of the same (tests/interop/contexts): that drops a text in a graph container and a
# whole document over a value that is no node in a list of ids, and keeps IRIs with two "#".
DOCUMENTS, BADGES, REFUSED, STATEMENTS = 968, 105, 206, 105243


def renamed(value, names, within=False):
    """The document with every URL in an @context that is one of `names` replaced by what stands for it."""
    if isinstance(value, str) and within:
        return names.get(value, value)
    if isinstance(value, list):
        return [renamed(each, names, within) for each in value]
    if isinstance(value, dict):
        return {key: renamed(each, names, key == "@context") for key, each in value.items()}
    return value


def loaded(published, own, names):
    """What the loader has: the published contexts, and one of them with a mistake in it."""
    contexts = {f"{THEIRS}{name}": {"@context": renamed(published.context(name), names, True)} for name in own.urls}
    earlier = documents.unlisted(documents.EARLIER)
    contexts[earlier] = contexts[f"{THEIRS}{documents.EARLIER}"]
    wrong = copy.deepcopy(contexts[f"{THEIRS}credentials-v2"])
    wrong["@context"]["VerifiableCredential"]["@context"]["issuer"]["@type"] = "@json"
    contexts[f"{THEIRS}wrong"] = wrong
    return contexts


def request(made, suite, published, own):
    names = {url: f"{THEIRS}{name}" for url, name in own.by_url.items()}
    earlier = {compare.REVISED: f"{THEIRS}{documents.EARLIER}"}
    wrong, new = {documents.CREDENTIALS: f"{THEIRS}wrong"}, documents.badge_with_token()
    jobs = [(name, document, renamed(document, names)) for name, document in made + suite]
    jobs += [(name, document, renamed(document, earlier)) for name, document in documents.revised(made + suite)]
    jobs.append(("planted", new, renamed(new, wrong)))
    return {"contexts": loaded(published, own, names),
            "jobs": [{"name": name, "first": first, "second": second} for name, first, second in jobs],
            "safe": [{"name": "later", "document": new}, {"name": "earlier", "document": renamed(new, earlier)}]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--expand", type=pathlib.Path, required=True)
    program = parser.parse_args().expand
    published, own = compare.open_published(), ours.Ours()
    made, suite = list(documents.made(own)), list(documents.badges())
    asked = request(made, suite, published, own)
    done = subprocess.run([program], input=json.dumps(asked), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{program.name}: {done.returncode}\n{done.stderr}")
    answer = json.loads(done.stdout)
    print(f"{len(made)} documents of all terms and {len(suite)} badges: {answer['equal']} of {len(asked['jobs'])} pairs "
          f"equal, {answer['refused']} refused, {answer['statements']} statements")
    if answer["different"] != ["planted"] or (answer["safe"], answer["unsafe"]) != (["later"], ["earlier"]):
        sys.exit(f"different: {answer['different']}, safe: {answer['safe']}, unsafe: {answer['unsafe']}")
    if (len(made), len(suite), answer["refused"], answer["statements"]) != (DOCUMENTS, BADGES, REFUSED, STATEMENTS):
        sys.exit(f"expected are {DOCUMENTS} documents, {BADGES} badges, {REFUSED} refused, {STATEMENTS} statements")


if __name__ == "__main__":
    main()
