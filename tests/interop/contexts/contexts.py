#!/usr/bin/env python3
"""npm's jsonld makes the same of a document under our contexts as under the published ones.

    tests/interop/contexts/contexts.py --modules NODE_MODULES

Documents that use every term of every context, scoped ones inside their scope, each also as if it were a prefix;
documents that define it anew, which must fail where it is protected; and the badges of the third-party suite.
tests/contexts says where the published contexts are; without them, or without the packages, the test is skipped.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "contexts"))

import compare  # noqa: E402
import meaning  # noqa: E402
import ours  # noqa: E402

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
EARLIER = "context-3.0.3-2025-04"
NEW = {"endorsementJwt", "jti"}
VALUES = ["a text", "https://example.org/thing", 2, 2.5, True, {"id": "https://example.org/node"}]
DOCUMENTS, BADGES, REFUSED, STATEMENTS = 1342, 105, 206, 106266


def filled(terms):
    """A member for each of these terms that is a property. Where a term opens a scope, it holds what is in there."""
    members = {}
    for name, term in sorted(terms.items()):
        iri = term["iri"] if isinstance(term, dict) else None
        if name.startswith("@") or not isinstance(iri, str) or iri.startswith("@"):
            continue
        inner = term["context"] if isinstance(term["context"], dict) else {"terms": {}}
        members[name] = [*VALUES, filled(inner["terms"])] if inner["terms"] else VALUES
        members[f"{name}:more"] = VALUES[0]
    return members


def documents_of(url, context, load):
    """One with every term at the top, one for each type that opens a scope, and one that defines each term anew."""
    terms = meaning.meaning(context, load)["terms"]
    yield "all", {"@context": url, "@id": "https://example.org/it", **filled(terms)}
    for name, term in sorted(terms.items()):
        if not name[0].islower() and isinstance(term, dict) and isinstance(term["context"], dict):
            inner = {**terms, **term["context"]["terms"]}
            yield name, {"@context": url, "@id": "https://example.org/it", "@type": name, **filled(inner)}
        again = {"@context": [url, {name: "https://example.org/other"}], "@id": "https://example.org/it", name: "a text"}
        yield f"{name} again", again


def badges(folder):
    """The suite has tokens and broken texts too; how many are left is pinned."""
    for path in sorted(folder.rglob("*.json")):
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue
        if isinstance(document, dict) and "@context" in document:
            yield path.relative_to(folder).as_posix(), document


def as_sets(published, own):
    """The contexts by URL: theirs, ours, ours with the earlier revision, and ours with a mistake in it."""
    theirs, mine = {}, {}
    for url, name in [*own.by_url.items(), (f"https://blazon.invalid/{EARLIER}", EARLIER)]:
        theirs[url] = {"@context": published.context(name)}
        mine[url] = {"@context": own.context(name)}
    earlier = {**mine, compare.REVISED: {"@context": own.context(EARLIER)}}
    wrong = json.loads(json.dumps(mine[CREDENTIALS]))
    wrong["@context"]["VerifiableCredential"]["@context"]["issuer"]["@type"] = "@json"
    return {"theirs": theirs, "ours": mine, "earlier": earlier, "wrong": {**mine, CREDENTIALS: wrong}}


def uses(value, names):
    if isinstance(value, dict):
        return bool(names & set(value)) or any(uses(each, names) for each in value.values())
    return isinstance(value, list) and any(uses(each, names) for each in value)


def revised(documents):
    """Documents of the context that has two revisions which use nothing that only the later one has."""
    return [(name, document) for name, document in documents
            if compare.REVISED in meaning.listed(document["@context"]) and not uses(document, NEW)]


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


def badge_with_token():
    return {"@context": [CREDENTIALS, compare.REVISED], "id": "urn:uuid:1", "type": ["VerifiableCredential"],
            "issuer": "https://example.org/", "endorsementJwt": ["a.b.c"], "credentialSubject": {"id": "urn:uuid:2"}}


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
    sets = as_sets(published, own)
    made = [(f"{url} {name}", document) for url in sets["ours"]
            for name, document in documents_of(url, sets["ours"][url]["@context"], own.load)]
    suite = list(badges(pathlib.Path(os.environ["BLAZON_SUITES"]) / "open-badges"))
    both = revised(made + suite)
    jobs = [{"name": name, "document": document, "sets": ["theirs", "ours"]} for name, document in made + suite]
    jobs += [{"name": name, "document": document, "sets": ["ours", "earlier"]} for name, document in both]
    jobs.append({"name": "planted", "document": badge_with_token(), "sets": ["theirs", "wrong"]})
    safe = [{"name": "later", "document": badge_with_token(), "sets": ["ours"]},
            {"name": "earlier", "document": badge_with_token(), "sets": ["earlier"]}]
    answer = ask(modules, {"sets": sets, "jobs": jobs, "safe": safe})
    print(f"{len(made)} documents of all terms and {len(suite)} badges come to the same under ours and the published "
          f"contexts, {len(both)} of them also under both revisions of context-3.0.3; {len(answer['refused'])} are "
          f"refused, the others have {answer['quads']} statements")
    check(answer, len(made) + len(suite) + len(both), (len(made), len(suite), len(answer["refused"]), answer["quads"]))


if __name__ == "__main__":
    main()
