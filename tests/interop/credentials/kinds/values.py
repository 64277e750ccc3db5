"""Changes of what a badge says. To RDF some things are the same that are not the same JSON."""

import unicodedata

from .kind import Kind, SIGNATURE, VALID, all_of, drop, get, invalid, push, put

SUBJECT = "/credentialSubject"
ACHIEVEMENT = SUBJECT + "/achievement"
QUESTION = ACHIEVEMENT + "/resultDescription/0"
GRADE = ACHIEVEMENT + "/resultDescription/1"
TERMS = "/termsOfUse/0"
LEVEL = "https://badges.example.edu/ct/data#question/"


def duplicate_alignment(document, _shop):
    alignments = get(document, ACHIEVEMENT + "/alignment")
    alignments.append(dict(alignments[0]))


def move_alignment(document, _shop):
    get(document, QUESTION)["alignment"] = [get(document, ACHIEVEMENT)["alignment"].pop()]


def issuer_as_text(document, _shop):
    document["issuer"] = document["issuer"]["id"]


def other_issuer(document, shop):
    document["issuer"]["id"] = shop.did("attacker")


KINDS = [
    Kind("a letter of a text", put("/name", lambda text: text.replace("D", "d", 1))),
    Kind("a blank behind a text", put("/name", lambda text: text + " ")),
    Kind("another normal form of a letter", put("/name", lambda text: unicodedata.normalize("NFD", text))),
    Kind("a line end in a text", put("/description", lambda text: text.replace("\n", "\r\n"))),
    Kind("the criteria", put(ACHIEVEMENT + "/criteria/narrative", "Ask for it.")),
    Kind("the name of the issuer", put("/issuer/name", "Another Unified School District")),
    Kind("the issuer as its id alone", issuer_as_text),
    Kind("the id of the issuer", other_issuer),
    Kind("the id of the credential", put("/id", "urn:uuid:3c7bb0a2-5b42-4f4c-9d1c-0c9be2cf6a12")),
    Kind("the id of the recipient", put(SUBJECT + "/id", "did:example:joe")),
    Kind("the id of the recipient taken away", drop(SUBJECT + "/id")),
    Kind("the id of the recipient as a blank node", put(SUBJECT + "/id", "_:b0")),
    Kind("a hashed identity", put(SUBJECT + "/identifier/0/identityHash", "joe@example.edu")),
    Kind("true in place of false", all_of(put(SUBJECT + "/identifier/0/hashed", True),
                                          put(SUBJECT + "/identifier/0/identityHash", "sha256$" + "0" * 64))),
    Kind("a text in place of false", put(SUBJECT + "/identifier/0/hashed", "false"), rdf=invalid("schema"),
         jcs=invalid("schema", "proof.signature")),
    Kind("the level that was reached", put(SUBJECT + "/result/0/achievedLevel", LEVEL + "proficient")),
    Kind("the grade that was reached", put(SUBJECT + "/result/1/value", "A")),
    Kind("a result taken away", drop(SUBJECT + "/result/0")),
    Kind("a result more", push(SUBJECT + "/result", {"type": ["Result"], "value": "A", "resultDescription":
                                                     "https://badges.example.edu/ct/data#grade"})),
    Kind("the level that is required", put(QUESTION + "/requiredLevel", LEVEL + "not-yet")),
    Kind("a level taken away", drop(QUESTION + "/rubricCriterionLevel/0")),
    Kind("the rank of a level", put(QUESTION + "/rubricCriterionLevel/1/level", "3")),
    Kind("the order of allowed values", put(GRADE + "/allowedValue", lambda values: values[::-1]),
         rdf=invalid("proof.signature", "results")),
    Kind("an allowed value more", push(GRADE + "/allowedValue", "A+")),
    Kind("an allowed value once more", push(GRADE + "/allowedValue", "A")),
    Kind("a whole number", put(ACHIEVEMENT + "/creditsAvailable", 16)),
    Kind("a tiny part of a number", put("/issuer/address/geo/latitude", 47.606200000000001 + 7.2e-15)),
    Kind("the sign of a number", put("/issuer/address/geo/longitude", 122.3321)),
    Kind("a number as text", put(ACHIEVEMENT + "/creditsAvailable", "15"), rdf=invalid("schema"),
         jcs=invalid("schema", "proof.signature")),
    Kind("a fraction as text", put("/issuer/address/geo/latitude", "47.6062"),
         rdf=invalid("schema", "proof.signature")),
    Kind("the date from which it holds", put("/validFrom", "2020-05-01T10:00:00Z")),
    Kind("the date until which it holds", put("/validUntil", "2090-05-01T10:00:00Z")),
    Kind("the date until which it holds taken away", drop("/validUntil")),
    Kind("the same moment in another zone", put("/validFrom", "2026-05-01T12:00:00+02:00")),
    Kind("the id of evidence", put("/evidence/0/id", "https://portfolio.example.edu/joe/plan.pdf")),
    Kind("evidence taken away", drop("/evidence")),
    Kind("the image", put("/image/id", "https://badges.example.edu/images/gold.png")),
    Kind("the target of an alignment", put(ACHIEVEMENT + "/alignment/0/targetUrl",
         "https://standards.example.org/sep-9")),
    Kind("an alignment once more", duplicate_alignment),
    Kind("an alignment at another place", move_alignment),
    Kind("alignments in another order", put(ACHIEVEMENT + "/alignment", lambda both: both[::-1]), rdf=VALID,
         jcs=SIGNATURE),
    Kind("tags in another order", put(ACHIEVEMENT + "/tag", lambda tags: tags[::-1]), rdf=VALID, jcs=SIGNATURE),
    Kind("a tag once more", push(ACHIEVEMENT + "/tag", "data"), rdf=VALID, jcs=SIGNATURE),
    Kind("a tag more", push(ACHIEVEMENT + "/tag", "gold")),
    Kind("the language of a text", put(TERMS + "/name/0/@language", "en")),
    Kind("the case of a language tag", put(TERMS + "/name/0/@language", "DE-ch"), rdf=VALID, jcs=SIGNATURE),
    Kind("a language taken away", drop(TERMS + "/name/0/@language")),
    Kind("the direction of a text", put(TERMS + "/name/1/@direction", "ltr")),
    Kind("a direction taken away", drop(TERMS + "/name/1/@direction")),
    Kind("a text that has a language", put(TERMS + "/name/1/@value", "للجميع")),
    Kind("a text as an object with a value", put(TERMS + "/description", {"@value": "For schools"}), rdf=VALID,
         jcs=SIGNATURE),
    Kind("a text as a list of one", put(TERMS + "/description", ["For schools"]), rdf=VALID, jcs=SIGNATURE),
    Kind("a text as a JSON-LD list", put(TERMS + "/description", {"@list": ["For schools"]})),
    Kind("a text as an address", put(TERMS + "/description", {"@id": "https://schools.example.edu/"}),
         rdf=invalid("safe-mode", "proof.signature")),
    Kind("null in place of nothing", put(TERMS + "/id", None), rdf=invalid("schema", "safe-mode", "proof.signature"),
         jcs=invalid("schema", "safe-mode", "proof.signature")),
    Kind("an empty list in place of nothing", put("/endorsement", []), rdf=VALID, jcs=SIGNATURE),
    Kind("a known term more", put(ACHIEVEMENT + "/fieldOfStudy", "Medicine")),
    Kind("a word of praise at a result", put(SUBJECT + "/result/0/description", "Excellent")),
]
