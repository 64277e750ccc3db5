"""Changes of @context: what the words of a badge mean. An RDFC signature covers what they come to, not the list; a JCS
signature covers the list as the proof repeats it, and more may follow."""

from .kind import JCS, SIGNATURE, Kind, all_of, drop, invalid, push, put, undecided, valid
from .values import ACHIEVEMENT

OB = "https://purl.imsglobal.org/spec/ob/v3p0/"
ALIAS = {"districtCode": "https://schema.org/name"}
UNSAFE = invalid("safe-mode", "proof.signature", warn=["context"])


CREDENTIALS = "https://www.w3.org/2018/credentials#"
# Nothing of it is changed for a proof over RDF; nobody who reads the names finds it.
HIDDEN = invalid("safe-mode", "proof.signature", warn=["context"])


def more(context):
    return push("/@context", context)


def end_as(name, *contexts, inside=None):
    """The date until which the badge holds, under another name, or in an object of this name."""
    def change(document, _shop):
        document["@context"] += contexts
        end = document.pop("validUntil")
        if inside:
            document[name] = {inside: end}
        else:
            document[name] = {"@type": "http://www.w3.org/2001/XMLSchema#dateTime", "@value": end}
    return change


KINDS = [
    Kind("an end under a name of one's own", end_as("ends", {"ends": CREDENTIALS + "validUntil"}), rdf=HIDDEN),
    Kind("an end under a short form", end_as("c:validUntil", {"c": CREDENTIALS}), rdf=HIDDEN),
    Kind("an end under half a name", end_as("Until", {"@vocab": CREDENTIALS + "valid"}), rdf=HIDDEN),
    Kind("an end under its address", end_as(CREDENTIALS + "validUntil"), rdf=invalid("safe-mode", "proof.signature")),
    Kind("an end that is nested", end_as("@nest", inside="validUntil"), rdf=invalid("safe-mode", "proof.signature")),
    Kind("an end that is nested under a name", end_as("more", {"more": "@nest"}, inside="validUntil"), rdf=HIDDEN),
    Kind("an achievement in short form", all_of(more({"a": "https://badges.example.edu/"}),
         put(ACHIEVEMENT + "/id", lambda url: url.replace("https://badges.example.edu/", "a:"))), rdf=HIDDEN),
    Kind("a context of terms that are not used", more({"zzz": "https://example.org/zzz"}), rdf=valid("context")),
    Kind("a context of one's own for a known meaning", more(ALIAS), rdf=valid("context")),
    Kind("a term of one's own for a known meaning", all_of(more(ALIAS), put("/districtCode", "Gold"))),
    Kind("a term for a known one, and the known one taken away", all_of(more({"title": "https://schema.org/name"}),
         put(
        "/title", "Data Practices: é, and what it takes"), drop("/name")), rdf=valid("context"), jcs=SIGNATURE),
    Kind("a protected term redefined", more({"name": "https://schema.org/alternateName"}), rdf=UNSAFE,
         jcs=invalid("safe-mode", warn=["context"])),
    Kind("a protected type redefined", more({"Achievement": "https://example.org/Achievement"}), rdf=UNSAFE,
         jcs=invalid("safe-mode", warn=["context"])),
    Kind("a meaning for every word", more({"@vocab": "https://example.org/"}), rdf=valid("context")),
    Kind("a meaning for every word, and a word", all_of(more({"@vocab": "https://example.org/"}),
         put("/districtCode", "Gold"))),
    Kind("undefined-terms", more("https://www.w3.org/ns/credentials/undefined-terms/v2"), rdf=valid("context")),
    Kind("another base", more({"@base": "https://example.org/"}), rdf=valid("context")),
    Kind("a language for every text", more({"@language": "en"}), jcs=valid("context")),
    Kind("a context that nobody has", more("https://example.org/context.json"),
         rdf=undecided("safe-mode", "proof.signature", warn=["context"]),
         jcs=undecided("safe-mode", warn=["context"])),
    Kind("a context on the own machine", more("file:///etc/passwd"),
         rdf=undecided("safe-mode", "proof.signature", warn=["context"]),
         jcs=undecided("safe-mode", warn=["context"])),
    Kind("a context that is no context", more({"name": 7}), rdf=UNSAFE, jcs=invalid("safe-mode", warn=["context"])),
    Kind("a context that is a number", more(7), rdf=invalid("schema", "context", "safe-mode", "proof.signature"),
         jcs=invalid("schema", "context", "safe-mode")),
    Kind("no context any more", more(None), rdf=invalid("schema", "context", "safe-mode", "proof.signature"),
         jcs=invalid("schema", "context", "safe-mode")),
    Kind("contexts in another order", put("/@context", lambda urls: [urls[1], urls[0], *urls[2:]]),
         rdf=invalid("schema", "context"),
         jcs=invalid("schema", "context", "proof.signature")),
    Kind("the context of credentials taken away", drop("/@context/0"),
         rdf=invalid("schema", "context", "safe-mode", "proof.signature")),
    Kind("the context of Open Badges taken away", drop("/@context/1"),
         rdf=invalid("schema", "context", "safe-mode", "proof.signature")),
    Kind("a context twice", put("/@context", lambda urls: [*urls, urls[1]]), rdf=valid()),
    Kind("an older context of Open Badges", put("/@context/1", OB + "context-3.0.2.json"), rdf=SIGNATURE),
    Kind("one context in place of a list", put("/@context", lambda urls: urls[0]),
         rdf=invalid("schema", "context", "safe-mode", "proof.signature")),
    Kind("no context inside", put(ACHIEVEMENT + "/@context", None),
         rdf=invalid("safe-mode", "proof.signature", warn=[])),
    Kind("a context inside", put(ACHIEVEMENT + "/@context", {"zzz": "https://example.org/zzz"}),
         rdf=valid("context"), jcs=invalid(
        "proof.signature", warn=["context"])),
    Kind("a protected term redefined inside", put(ACHIEVEMENT + "/@context",
         {"name": "https://schema.org/alternateName"}),
         rdf=UNSAFE),
    Kind("a context of one's own before it is signed", more({"districtCode": "https://example.org/code"}),
         rdf=valid("context"), signed="issuer"),
    Kind("a context more, after a JCS proof without one", more({"zzz": "https://example.org/zzz"}),
         rdf=valid("context"),
         signed="issuer", proof={"@context": None}, suites=JCS),
]
