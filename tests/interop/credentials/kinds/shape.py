"""Changes of the shape: what no context defines, types, and the JSON text itself."""

import json

from .kind import Kind, VALID, all_of, drop, invalid, put
from .values import ACHIEVEMENT, SUBJECT

UNSAFE = invalid("safe-mode", "proof.signature")
UNREADABLE = invalid("parse")


def text(change):
    """A change of the JSON text."""
    return lambda document, _shop: change(json.dumps(document, ensure_ascii=False))


def credits_written(number):
    return text(lambda whole: whole.replace('"creditsAvailable": 15', f'"creditsAvailable": {number}'))


def not_utf8(document, _shop):
    return json.dumps(document, ensure_ascii=False).encode().replace("é".encode(), b"\xe9")


def behind(name, member):
    """The member once more, before all others."""
    return text(lambda whole: '{"%s":%s,%s' % (name, member, whole[1:]))


def reversed_members(value):
    if isinstance(value, list):
        return [reversed_members(item) for item in value]
    if isinstance(value, dict):
        return {name: reversed_members(member) for name, member in reversed(value.items())}
    return value


def deep(document, _shop):
    document["evidence"][0]["narrative"] = "DEEP"
    return json.dumps(document).replace('"DEEP"', "[" * 2000 + "]" * 2000)


KINDS = [
    Kind("blanks everywhere", lambda document, _shop: json.dumps(document, indent="\t").replace("\n", "\r\n"),
         rdf=VALID),
    Kind("no blanks", lambda document, _shop: json.dumps(document, separators=(",", ":")), rdf=VALID),
    Kind("members in another order", lambda document, _shop: json.dumps(reversed_members(document)), rdf=VALID),
    Kind("every letter as an escape", text(lambda whole: whole.replace("Data",
         "\\u0044\\u0061\\u0074\\u0061").replace("/", "\\/")),
         rdf=VALID),
    Kind("15.0 in place of 15", credits_written("15.0"), rdf=VALID),
    Kind("1.5E1 in place of 15", text(lambda whole: whole.replace('"creditsEarned": 15', '"creditsEarned": 1.5E+1')),
         rdf=VALID),
    Kind("more digits than a number has", text(lambda whole: whole.replace("47.6062", "47.60620000000000000000001")),
         rdf=VALID),
    Kind("a term that no context defines", put("/districtCode", "S-1"), rdf=UNSAFE),
    Kind("an undefined term deep inside", put(ACHIEVEMENT + "/alignment/0/weight", 3), rdf=UNSAFE),
    Kind("an undefined term without a value", put("/districtCode", None), rdf=UNSAFE),
    Kind("an undefined term, and signed so", put("/districtCode", "S-1"), rdf=UNSAFE, jcs=invalid("safe-mode"),
         signed="issuer"),
    Kind("a type that no context defines", put(SUBJECT + "/type", ["AchievementSubject", "Genius"]), rdf=UNSAFE),
    Kind("a type that no context defines, and signed so", put(SUBJECT + "/type", ["AchievementSubject", "Genius"]),
         rdf=UNSAFE,
         jcs=invalid("safe-mode"), signed="issuer"),
    Kind("a relative id", put("/evidence/0/id", "plan.pdf"), rdf=UNSAFE),
    Kind("a relative id, and signed so", put("/evidence/0/id", "plan.pdf"), rdf=UNSAFE, jcs=invalid("safe-mode"),
         signed="issuer"),
    Kind("a type more", put("/type", ["VerifiableCredential", "OpenBadgeCredential",
         "https://example.org/types#Gold"])),
    Kind("the type of the badge taken away", drop("/type/1"), rdf=invalid("type", "schema", "proof.signature")),
    Kind("the type of every credential taken away", drop("/type/0"),
         rdf=invalid("type", "schema", "safe-mode", "proof.signature")),
    Kind("the type of the subject taken away", drop(SUBJECT + "/type"),
         rdf=invalid("subject", "schema", "safe-mode", "proof.signature")),
    Kind("the achievement taken away", drop(ACHIEVEMENT),
         rdf=invalid("subject", "schema", "results", "proof.signature")),
    Kind("two recipients", put("/credentialSubject", lambda one: [one, dict(one, id="did:example:joe")]),
         rdf=invalid("subject", "schema", "proof.signature")),
    Kind("another term for the same", all_of(put("/@id", "urn:uuid:3c7bb0a2-5b42-4f4c-9d1c-0c9be2cf6a11"),
         drop("/id")),
         rdf=invalid("schema", "safe-mode", "proof.signature")),
    Kind("a member twice", behind("name", '"Gold"'), rdf=UNREADABLE),
    Kind("a member twice, once in escapes", behind("\\u006eame", '"Gold"'), rdf=UNREADABLE),
    Kind("a proof twice", behind("proof", "{}"), rdf=UNREADABLE),
    Kind("something behind the end", text(lambda whole: whole + "{}"), rdf=UNREADABLE),
    Kind("cut off", text(lambda whole: whole[:-2]), rdf=UNREADABLE),
    Kind("a comment", text(lambda whole: "/* gold */" + whole), rdf=UNREADABLE),
    Kind("bytes that are no UTF-8", not_utf8,
         rdf=UNREADABLE),
    Kind("half a character", text(lambda whole: whole.replace("é", "\\ud83c")), rdf=UNREADABLE),
    Kind("a number beyond all doubles", credits_written("1e400"),
         rdf=UNREADABLE),
    Kind("a depth without end", deep, rdf=UNREADABLE),
    Kind("a mark of byte order", text(lambda whole: "\ufeff" + whole), rdf=UNREADABLE),
]
