"""Badges that somebody made up: whatever is said of them, they are not valid. Each is (name, base, change)."""

import copy

SCHOOL = "https://badges.example.edu"
EVIL = "https://evil.example"
RULES = {
    "default": None,
    "origin": {"type": "VerificationObject", "allowedOrigins": "badges.example.edu"},
    "start": {"type": "VerificationObject", "startsWith": SCHOOL},
    "folder": {"type": "VerificationObject", "startsWith": f"{SCHOOL}/awards/", "allowedOrigins": ["badges.example.edu"]},
}
# Addresses of somebody else that look like one of the school.
LOOKALIKES = (
    "https://badges.example.edu.evil.example/awards/7", "https://badges.example.edu@evil.example/awards/7",
    "https://badges.example.edu:443@evil.example/awards/7", "https://badges.example.edu%40evil.example/awards/7",
    "https://badges.example.edu%2eevil.example/awards/7", "https://badges.example.edu%2f@evil.example/awards/7",
    "https://badges.example.edu%00.evil.example/awards/7", "https://badges.example.edu\\@evil.example/awards/7",
    "https://badges.example.edu\\.evil.example/awards/7", "https://badges.example.edu#@evil.example/awards/7",
    "https://evil.example/https://badges.example.edu/awards/7", "https://evil.example?https://badges.example.edu/awards/7",
    "https://evil.example#badges.example.edu", "https://badg\u0435s.example.edu/awards/7",
    "https://badges.example.edu\u3002evil.example/awards/7", "https://badges.example.edu\uff0eevil.example/awards/7",
    "https://badges\u2024example.edu/awards/7", "https://xn--badgs-3ve.example.edu/awards/7",
    "https://badges.example.edu:8443/awards/7", "https://badges.example.edu:7@evil.example/awards/7",
    "https:badges.example.edu/awards/7", "https:///badges.example.edu/awards/7", "https://badges.example.edu../awards/7",
    "//badges.example.edu/awards/7", " https://badges.example.edu/awards/7", "https://badges.example.edu /awards/7",
    "https://[badges.example.edu]/awards/7", "https://evilbadges.example.edu/awards/7", "https://example.edu/awards/7",
    "ftp://badges.example.edu/awards/7", "file:///awards/7", "data:application/json,{}", "javascript:alert(7)",
    "https://badges.example.edu\t.evil.example/awards/7", "https://badges.example.edu\n/awards/7",
    "https://evil.example:badges.example.edu/7",
)
# Addresses at the school, outside of the folder that it has for awards.
OUTSIDE = (
    "/uploads/7", "/awards/../uploads/7", "/awards/%2e%2e/uploads/7", "/awards/.%2E/uploads/7", "/awards/x/../../uploads/7",
    "/awards/./../uploads/7", "//awards/7", "/AWARDS/7", "/awards", "/uploads/7?/awards/", "/uploads/7#/awards/",
    "/awards/..%2fuploads/7", "/awards/..%5Cuploads/7",
)


def hosted(url, rule):
    change = {"serve": {url: "assertion"}, "set": {"/assertion/id": url}, "unserve": [f"{SCHOOL}/awards/7"]}
    if rule:
        change["set"]["/issuer/verification"] = copy.deepcopy(rule)
    return change


def addresses():
    for rule, policy in RULES.items():
        for url in LOOKALIKES:
            yield f"{rule} {url}", "hosted", hosted(url, policy)
    for path in OUTSIDE:
        yield f"folder {path}", "hosted", hosted(SCHOOL + path, RULES["folder"])


def mallory(token=True, **more):
    """Mallory has a profile of her own, and with a token she signs with her own key."""
    change = {"copy": {"evil": "issuer"}, "serve": {f"{EVIL}/issuer": "evil"}, "set": {"/evil/id": f"{EVIL}/issuer"}}
    if token:
        change["sign"] = {"by": "other"}
        change["copy"]["evilkey"] = "key"
        change["serve"][f"{EVIL}/key"] = "evilkey"
        change["set"].update({
            "/evilkey/id": f"{EVIL}/key", "/evilkey/owner": f"{EVIL}/issuer", "/evilkey/publicKeyPem": {"$pem": "other"},
            "/evil/publicKey": f"{EVIL}/key", "/assertion/verification/creator": f"{EVIL}/key"})
    for name, value in more.items():
        change[name] = {**change.get(name, {}), **value} if isinstance(value, dict) else value
    return change


def keys():
    yield "a key of hers for a badge of the school", "signed", mallory()
    yield "her key says that the school owns it", "signed", mallory(set={"/evilkey/owner": f"{SCHOOL}/issuer"})
    yield "her key says that its id is the school's", "signed", mallory(set={"/evilkey/id": f"{SCHOOL}/keys/1"})
    yield "her key stands in the badge", "signed", mallory(
        set={"/assertion/verification/creator": {"id": f"{SCHOOL}/keys/1", "type": "CryptographicKey", "owner": f"{SCHOOL}/issuer",
                                                 "publicKeyPem": {"$pem": "other"}}})
    yield "her key stands in the badge, without an id", "signed", mallory(
        set={"/assertion/verification/creator": {"type": "CryptographicKey", "owner": f"{SCHOOL}/issuer",
                                                 "publicKeyPem": {"$pem": "other"}}})
    own, hers = ({"id": "urn:uuid:5f0c5d1b-9d9c-4a76-8a3e-0c9a7e216f0b", "type": "CryptographicKey", "publicKeyPem": {"$pem": name}}
                 for name in ("school", "other"))
    yield "her key has the name of one that stands in the issuer", "signed", mallory(
        set={"/issuer/publicKey": own, "/assertion/verification/creator": hers})
    yield "the badge itself is the key", "signed", mallory(
        set={"/issuer/publicKey": own["id"], "/assertion/id": own["id"], "/assertion/publicKeyPem": {"$pem": "other"},
             "/assertion/verification/creator": own["id"]})
    upload = {
        "sign": {"by": "other"}, "documents": {"upload": {"$pem": "other"}}, "serve": {f"{SCHOOL}/uploads/her.pem": "upload"},
        "set": {"/assertion/@context": "https://w3id.org/openbadges/v1",
                "/assertion/verify": {"type": "signed", "url": f"{SCHOOL}/uploads/her.pem"}}, "remove": ["/assertion/verification"]}
    yield "a badge of 1.1 with a key that she uploaded at the school, which lists others", "signed", upload
    yield "a badge of 1.1 with a key that she uploaded at the school, whose profile of 2.0 lists none", "signed", {
        **upload, "remove": [*upload["remove"], "/issuer/publicKey"]}
    embedded = {"copy": {"fake": "issuer"}, "set": {"/fake/publicKey": f"{EVIL}/key", "/badge/issuer": {"$embed": "fake"}}}
    yield "an embedded issuer lists her key", "signed", mallory(**copy.deepcopy(embedded))
    embedded["set"]["/assertion/badge"] = {"$embed": "badge"}
    yield "an embedded badge and issuer list her key", "signed", mallory(**copy.deepcopy(embedded))
    embedded["set"]["/badge/id"] = "urn:uuid:6cd431ae-3155-4a81-b404-3bdc4d64b10d"
    yield "so does one in a badge class that is nowhere", "signed", mallory(**copy.deepcopy(embedded))
    embedded["unserve"] = ["issuer"]
    yield "so does one whose profile is not to be had", "signed", mallory(**copy.deepcopy(embedded))
    embedded["set"]["/fake/id"] = "_:school"
    yield "so does one with a blank id", "signed", mallory(**copy.deepcopy(embedded))
    embedded["set"]["/fake/publicKey"] = {"id": f"{EVIL}/key", "type": "CryptographicKey", "publicKeyPem": {"$pem": "other"}}
    yield "so does one that brings the key along", "signed", mallory(**copy.deepcopy(embedded))
    embedded["set"]["/fake/id"] = "urn:uuid:b2f7a0c4-58e1-4d39-9c3a-7e0d6f1a2b83"
    embedded["set"]["/fake/publicKey"] = hers
    embedded["set"]["/assertion/verification/creator"] = hers
    yield "nothing of it has a web address", "signed", mallory(**copy.deepcopy(embedded))
    yield "her list of revoked badges says nothing", "listed", {
        "set": {"/list/revokedAssertions": ["urn:uuid:0c9a3a4e-6f0b-4a76-9d9c-0f1c5d1b7e21"], "/list/issuer": f"{EVIL}/issuer"}}
    for algorithm in ("none", "HS256"):
        yield f"{algorithm} instead of a signature", "signed", {"sign": {"alg": algorithm}}
    yield "a hosted badge in a token of hers", "signed", mallory(
        set={"/assertion/id": f"{SCHOOL}/awards/7", "/assertion/verification": {"type": "HostedBadge"}})
    yield "the public key of the school with her signature", "signed", {"sign": {"by": "other"}}


def documents():
    yield "an assertion of hers with a copy of the school's badge, issued by herself", "hosted", mallory(
        False, serve={f"{EVIL}/7": "assertion"}, copy={"fake": "badge"},
        set={"/assertion/id": f"{EVIL}/7", "/fake/issuer": f"{EVIL}/issuer", "/assertion/badge": {"$embed": "fake"}})
    yield "an embedded badge that says it is the school's, issued by her", "hosted", {
        "copy": {"fake": "badge"}, "serve": {f"{EVIL}/7": "assertion"},
        "set": {"/assertion/id": f"{EVIL}/7", "/fake/issuer": f"{EVIL}/issuer", "/assertion/badge": {"$embed": "fake"}}}
    yield "an assertion at her address that says it is the school's", "hosted", {
        "serve": {f"{EVIL}/7": "assertion"}, "unserve": [f"{SCHOOL}/awards/7"]}
    yield "a badge class at her address that says it is the school's, which has none", "hosted", {
        "serve": {f"{EVIL}/soil": "badge"}, "unserve": [f"{SCHOOL}/badges/soil"], "set": {"/assertion/badge": f"{EVIL}/soil"}}
    yield "an issuer at her address that says it is the school, which is not to be had", "hosted", {
        "serve": {f"{EVIL}/issuer": "issuer"}, "unserve": [f"{SCHOOL}/issuer"], "set": {"/badge/issuer": f"{EVIL}/issuer"}}
    for name, value in (("itself", f"{SCHOOL}/awards/7"), ("the issuer", f"{SCHOOL}/issuer")):
        yield f"an assertion whose badge is {name}", "hosted", {"set": {"/assertion/badge": value}}
    yield "a badge class that is its own issuer", "hosted", {"set": {"/badge/issuer": f"{SCHOOL}/badges/soil"}}
    yield "a badge class that is its own issuer, and says it is one", "hosted", {
        "set": {"/badge/issuer": f"{SCHOOL}/badges/soil", "/badge/type": ["BadgeClass", "Issuer"]}}
    yield "two ids", "hosted", {"set": {"/assertion/@id": f"{EVIL}/7"}}
    yield "two ids in a list", "hosted", {"set": {"/assertion/id": [f"{SCHOOL}/awards/7", f"{EVIL}/7"]}}
    yield "a list of assertions", "hosted", {"documents": {"hand": [{"$embed": "assertion"}, {"$embed": "assertion"}]}, "input": "hand"}
    yield "a graph of assertions", "hosted", {"input": "hand", "documents": {"hand": {
        "@context": "https://w3id.org/openbadges/v2", "@graph": [{"$embed": "assertion"}, {"$embed": "badge"}]}}}
    for term in ("badge", "recipient", "issuedOn", "verification", "type"):
        yield f"a context that takes {term} away", "hosted", {
            "set": {"/assertion/@context": ["https://w3id.org/openbadges/v2", {term: None}]}}
    yield "a context that takes revoked away", "hosted", {
        "set": {"/assertion/@context": ["https://w3id.org/openbadges/v2", {"revoked": "https://evil.example/terms#no"}],
                "/assertion/http:~1~1w3id.org~1openbadges#revoked": False, "/assertion/https:~1~1w3id.org~1openbadges#revoked": True}}
    yield "an end that has another name", "hosted", {
        "set": {"/assertion/@context": ["https://w3id.org/openbadges/v2", {"finis": {"@id": "https://w3id.org/security#expiration"}}],
                "/assertion/finis": "2020-01-01T00:00:00Z"}}


def older():
    """Badges of before 2.0, at an address of mallory's."""
    for issuer in (f"{SCHOOL}/issuer", {"id": f"{SCHOOL}/issuer", "origin": EVIL, "name": "School", "contact": "m@evil.example"},
                   {"id": f"{SCHOOL}/issuer", "type": "Issuer", "url": EVIL, "name": "School", "email": "m@evil.example"}):
        for served in (True, False):
            change = {"documents": {"hand": f"{EVIL}/awards/1\n"}, "input": "hand",
                      "serve": {f"{EVIL}/awards/1": "assertion"}, "set": {"/assertion/badge/issuer": issuer}}
            profile = {"id": f"{SCHOOL}/issuer", "@context": "https://w3id.org/openbadges/v2", "type": "Issuer", "name": "School",
                       "url": SCHOOL, "email": "s@example.edu"}
            change["documents"]["school"] = profile
            if not served:
                change["unserve"] = [f"{SCHOOL}/issuer"]
            yield f"0.5 with the issuer {issuer}, {'there' if served else 'nowhere'}", "v0.5", change
    yield "2.0 that looks like 0.5, on the site that the issuer has, and not at its id", "hosted", {
        "documents": {"hand": {"id": "https://www.example.edu/~m/1", "recipient": "m@evil.example", "issued_on": "2026-01-01",
                               "badge": f"{SCHOOL}/badges/soil"}}, "input": "hand",
        "copy": {"upload": "assertion"}, "serve": {"https://www.example.edu/~m/1": "upload"},
        "set": {"/upload/id": "https://www.example.edu/~m/1", "/issuer/url": "https://www.example.edu"}}
    yield "0.5 on the site that the issuer of 2.0 has, and not at its id", "hosted", {
        "documents": {"hand": "https://www.example.edu/~m/1\n", "upload": {
            "recipient": "m@evil.example", "issued_on": "2026-01-01", "badge": f"{SCHOOL}/badges/soil"}}, "input": "hand",
        "serve": {"https://www.example.edu/~m/1": "upload"}, "set": {"/issuer/url": "https://www.example.edu"}}
    for key, type_key in (("verification", "type"), ("https://w3id.org/openbadges#verify", "@type")):
        yield f"0.5 whose issuer says by {key} that she may host it", "v0.5", {
            "documents": {"hand": f"{EVIL}/1\n"}, "input": "hand", "serve": {f"{EVIL}/1": "assertion"},
            "set": {f"/assertion/badge/issuer/{key.replace('/', '~1')}": {
                type_key: "https://w3id.org/openbadges#VerificationObject",
                "https://w3id.org/openbadges#allowedOrigins": "evil.example"}}}
    for verify in (f"{EVIL}/12.json", "https://old.example.edu/awards/12.json"):
        yield f"1.1 at evil.example that verifies at {verify}", "v1.1", {
            "copy": {"evil": "assertion"}, "input": "evil", "serve": {f"{EVIL}/12.json": "evil"},
            "set": {"/evil/id": f"{EVIL}/12.json", "/evil/verify/url": verify, "/evil/recipient/salt": "hers"}}
    yield "1.1 that verifies at the badge of somebody else", "v1.1", {
        "copy": {"evil": "assertion"}, "input": "evil", "serve": {f"{EVIL}/12.json": "evil"}, "remove": ["/evil/id"],
        "set": {"/evil/recipient/salt": "hers"}}
    yield "1.0 that verifies at the badge of somebody else", "v1.0", {
        "copy": {"evil": "assertion"}, "input": "evil", "set": {"/evil/recipient/salt": "hers"}}
    yield "1.0 that verifies at her address", "v1.0", {
        "copy": {"evil": "assertion"}, "input": "evil", "serve": {f"{EVIL}/3.json": "evil"},
        "set": {"/evil/verify/url": f"{EVIL}/3.json"}}


def every():
    yield from older()
    yield from addresses()
    yield from keys()
    yield from documents()
