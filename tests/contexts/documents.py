"""Documents that use every term of every context: what the tests expand under our contexts and under the published ones."""

import json
import os
import pathlib

import compare
import meaning

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
EARLIER = "context-3.0.3-2025-04"
NEW = {"endorsementJwt", "jti"}
THERE = "https://example.org/it"
VALUES = ["a text", "https://example.org/thing", 2, 2.5, True, {"id": "https://example.org/node"}]


def filled(terms):
    """A member for each of these terms that is a property, and one that uses it as if it were a prefix. Its own name is
    among its values, since that is an IRI under @vocab only. Where a term opens a scope, it holds what is in there."""
    members = {}
    for name, term in sorted(terms.items()):
        iri = term["iri"] if isinstance(term, dict) else None
        if name.startswith("@") or not isinstance(iri, str) or iri.startswith("@"):
            continue
        inner = term["context"] if isinstance(term["context"], dict) else {"terms": {}}
        members[name] = [*VALUES, name, *([filled(inner["terms"])] if inner["terms"] else [])]
        members[f"{name}:more"] = VALUES[0]
    return members


def of_context(url, context, load):
    """One with every term at the top, one for each type that opens a scope, and one that defines each term anew."""
    terms = meaning.meaning(context, load)["terms"]
    yield "all", {"@context": url, "@id": THERE, **filled(terms)}
    for name, term in sorted(terms.items()):
        if not name[0].islower() and isinstance(term, dict) and isinstance(term["context"], dict):
            inner = {**terms, **term["context"]["terms"]}
            yield name, {"@context": url, "@id": THERE, "@type": name, **filled(inner)}
        again = {"@context": [url, {name: "https://example.org/other"}], "@id": THERE, name: "a text"}
        yield f"{name} again", again


def made(own):
    """(name, document) for all contexts."""
    for name in own.urls:
        url = own.urls[name][0] if own.urls[name] else unlisted(name)
        for what, document in of_context(url, own.context(name), own.load):
            yield f"{name}: {what}", document


def unlisted(name):
    """A URL for a context that has none."""
    return f"https://blazon.invalid/{name}"


def badges():
    """(path, document) of the third-party suite, which has tokens and broken texts too; how many are left is pinned."""
    folder = pathlib.Path(os.environ["BLAZON_SUITES"]) / "open-badges"
    for path in sorted(folder.rglob("*.json")):
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue
        if isinstance(document, dict) and "@context" in document:
            yield path.relative_to(folder).as_posix(), document


def uses(value, names):
    if isinstance(value, dict):
        return bool(names & set(value)) or any(uses(each, names) for each in value.values())
    return isinstance(value, list) and any(uses(each, names) for each in value)


def revised(documents):
    """Those of the context that has two revisions which use nothing that only the later one has."""
    return [(name, document) for name, document in documents
            if compare.REVISED in meaning.listed(document["@context"]) and not uses(document, NEW)]


def badge_with_token():
    """A badge that uses a term which only the later revision has."""
    return {"@context": [CREDENTIALS, compare.REVISED], "id": "urn:uuid:1", "type": ["VerifiableCredential"],
            "issuer": "https://example.org/", "endorsementJwt": ["a.b.c"], "credentialSubject": {"id": "urn:uuid:2"}}
