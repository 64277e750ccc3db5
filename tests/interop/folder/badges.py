"""Badges of every version of Open Badges, written and signed without blazon but for embedded proofs, and the site where what
they lead to is published."""

import base64
import copy
import datetime
import gzip
import hashlib
import json

from jwcrypto import jwk, jws

ORIGIN = "https://badges.example.edu/"
ISSUER = "did:web:badges.example.edu"
VC2 = "https://www.w3.org/ns/credentials/v2"
VC1 = "https://www.w3.org/2018/credentials/v1"
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CLR2 = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
OB2 = "https://w3id.org/openbadges/v2"
OB1 = "https://w3id.org/openbadges/v1"
SALT = "sea"
PICTURE = ORIGIN + "badge.svg"


def hashed(address):
    return "sha256$" + hashlib.sha256((address + SALT).encode()).hexdigest()


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def compact(payload, key, header):
    token = jws.JWS(json.dumps(payload, ensure_ascii=False))
    token.allowed_algs = ["RS256", "ES256", "EdDSA"]
    token.add_signature(key, None, json.dumps(header))
    return token.serialize(compact=True)


def spoil(token, before=b"Data", after=b"Fata"):
    """The same token with one letter of its payload changed."""
    header, payload, signature = token.split(".")
    text = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    if before not in text:
        raise ValueError(f"{before} is not in {text}")
    text = text.replace(before, after, 1)
    return ".".join([header, base64url(text), signature])


class Site:
    """What is published below ORIGIN, in a folder."""

    def __init__(self, folder):
        self.folder = folder

    def put(self, path, document):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
        target.write_text(text, encoding="utf-8")
        return ORIGIN + path


class Keys:
    """One key of each kind that the issuers sign with, and one of a stranger."""

    def __init__(self):
        self.rsa = jwk.JWK.generate(kty="RSA", size=2048)
        self.p256 = jwk.JWK.generate(kty="EC", crv="P-256")
        self.ed25519 = jwk.JWK.generate(kty="OKP", crv="Ed25519")
        self.stranger = jwk.JWK.generate(kty="RSA", size=2048)

    def methods(self):
        for name in ("rsa", "p256", "ed25519"):
            yield name, getattr(self, name).export_public(as_dict=True)


ALGORITHMS = {"rsa": "RS256", "p256": "ES256", "ed25519": "EdDSA"}


class Version3:
    """Open Badges 3.0 by a did:web issuer, as a JWT or with a proof inside."""

    def __init__(self, site, keys):
        self.site, self.keys = site, keys
        methods = [{"id": f"{ISSUER}#{name}", "type": "JsonWebKey", "controller": ISSUER, "publicKeyJwk": public}
                   for name, public in keys.methods()]
        site.put(".well-known/did.json", {
            "@context": ["https://www.w3.org/ns/did/v1"], "id": ISSUER, "verificationMethod": methods,
            "assertionMethod": [method["id"] for method in methods]})
        bits = bytearray(131072 // 8)
        bits[0] |= 0x80 >> 3
        for purpose in ("revocation", "suspension"):
            self.publish_list(purpose, bits)

    def publish_list(self, purpose, bits):
        url = f"{ORIGIN}status/{purpose}"
        credential = {
            "@context": [VC2], "id": url, "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": ISSUER,
            "validFrom": "2026-05-20T00:00:00Z",
            "credentialSubject": {"id": url + "#list", "type": "BitstringStatusList", "statusPurpose": purpose,
                                  "encodedList": "u" + base64url(gzip.compress(bytes(bits), mtime=0))}}
        self.site.put(f"status/{purpose}", self.token(credential, "p256"))

    def token(self, credential, name="p256", key=None):
        subject = credential["credentialSubject"]
        payload = {**credential, "iss": ISSUER, "jti": credential["id"], "sub": subject.get("id"),
                   "nbf": seconds(credential["validFrom"])}
        if "validUntil" in credential:
            payload["exp"] = seconds(credential["validUntil"])
        return compact(payload, key or getattr(self.keys, name), {"alg": ALGORITHMS[name], "kid": f"{ISSUER}#{name}"})

    def credential(self, number):
        return {
            "@context": [VC2, OB3], "id": f"urn:uuid:00000000-0000-4000-8000-{number:012d}",
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": {"id": ISSUER, "type": ["Profile"], "name": "Example District"},
            "validFrom": "2026-05-01T00:00:00Z", "name": "Data Practices",
            "credentialSubject": {
                "id": f"did:example:teacher{number}", "type": ["AchievementSubject"],
                "achievement": {"id": ORIGIN + "ct/data", "type": ["Achievement"], "name": "Data Practices",
                                "description": "Works with data.", "criteria": {"narrative": "Show a lesson."}}}}

    def token_1_1(self, number, **members):
        """On Verifiable Credentials 1.1, where the credential is a claim."""
        credential = self.credential(number)
        start = credential.pop("validFrom")
        credential = {**credential, "@context": [VC1, "https://purl.imsglobal.org/spec/ob/v3p0/context.json"],
                      "issuanceDate": start, **members}
        payload = {"iss": ISSUER, "jti": credential["id"], "sub": credential["credentialSubject"]["id"],
                   "nbf": seconds(credential["issuanceDate"]), "vc": credential}
        if "expirationDate" in members:
            payload["exp"] = seconds(members["expirationDate"])
        return compact(payload, self.keys.p256, {"alg": "ES256", "kid": ISSUER + "#p256"})

    def clr(self, number, inner):
        return {
            "@context": [VC2, CLR2, OB3], "id": f"urn:uuid:00000000-0000-4000-9000-{number:012d}",
            "type": ["VerifiableCredential", "ClrCredential"],
            "issuer": {"id": ISSUER, "type": ["Profile"], "name": "Example District"},
            "validFrom": "2026-05-01T00:00:00Z", "name": "Record of learning",
            "credentialSubject": {"id": f"did:example:teacher{number}", "type": ["ClrSubject"], "verifiableCredential": inner}}

    def endorsement(self, number):
        return {
            "@context": [VC2, OB3], "id": f"urn:uuid:00000000-0000-4000-a000-{number:012d}",
            "type": ["VerifiableCredential", "EndorsementCredential"],
            "issuer": {"id": ISSUER, "type": ["Profile"], "name": "Example District"},
            "validFrom": "2026-05-01T00:00:00Z", "name": "Endorsement",
            "credentialSubject": {"id": ORIGIN + "ct/data", "type": ["EndorsementSubject"], "endorsementComment": "We use it."}}


def seconds(time):
    return int(datetime.datetime.fromisoformat(time.replace("Z", "+00:00")).timestamp())


def status(purpose, index, where=None):
    return {"id": f"{ORIGIN}status/{where or purpose}#{index}", "type": "BitstringStatusListEntry", "statusPurpose": purpose,
            "statusListIndex": str(index), "statusListCredential": f"{ORIGIN}status/{where or purpose}"}


class Version2:
    """Open Badges 2.0 and before it by an https issuer, hosted or signed."""

    def __init__(self, site, keys):
        self.site, self.keys = site, keys
        site.put("badge.svg", '<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>\n')
        pem = keys.rsa.export_to_pem().decode()
        self.key = site.put("2/key.json", {"@context": OB2, "id": ORIGIN + "2/key.json", "type": "CryptographicKey",
                                           "owner": ORIGIN + "2/issuer.json", "publicKeyPem": pem})
        other = keys.stranger.export_to_pem().decode()
        self.foreign_key = site.put("2/other.json", {
            "@context": OB2, "id": ORIGIN + "2/other.json", "type": "CryptographicKey", "owner": "https://example.com/issuer.json",
            "publicKeyPem": other})
        site.put("2/revoked.json", {
            "@context": OB2, "id": ORIGIN + "2/revoked.json", "type": "RevocationList", "issuer": ORIGIN + "2/issuer.json",
            "revokedAssertions": ["urn:uuid:00000000-0000-4000-8000-00000000dead"]})
        site.put("2/issuer.json", {
            "@context": OB2, "id": ORIGIN + "2/issuer.json", "type": "Profile", "name": "Example District", "url": ORIGIN,
            "email": "badges@example.edu", "publicKey": self.key, "revocationList": ORIGIN + "2/revoked.json"})
        site.put("2/badge.json", {
            "@context": OB2, "id": ORIGIN + "2/badge.json", "type": "BadgeClass", "name": "Data Practices",
            "description": "Works with data.", "image": PICTURE, "criteria": {"narrative": "Show a lesson."},
            "issuer": ORIGIN + "2/issuer.json"})
        self.publish_version_1()

    def publish_version_1(self):
        pem = self.keys.rsa.export_to_pem().decode()
        self.site.put("1/key.pem", pem)
        self.site.put("1/issuer.json", {
            "@context": OB1, "id": ORIGIN + "1/issuer.json", "type": "Issuer", "name": "Example District", "url": ORIGIN,
            "email": "badges@example.edu"})
        self.site.put("1/badge.json", {
            "@context": OB1, "id": ORIGIN + "1/badge.json", "type": "BadgeClass", "name": "Data Practices",
            "description": "Works with data.", "image": PICTURE, "criteria": ORIGIN + "criteria.html",
            "issuer": ORIGIN + "1/issuer.json",
            "alignment": [{"name": "Analyzing data", "url": "https://example.org/sep4", "description": "Practice 4"}]})
        self.site.put("0/issuer.json", {"name": "Example District", "url": ORIGIN, "email": "badges@example.edu"})
        self.site.put("0/badge.json", {"name": "Data Practices", "description": "Works with data.", "image": PICTURE,
                                       "criteria": ORIGIN + "criteria.html", "issuer": ORIGIN + "0/issuer.json"})

    def assertion(self, number, url):
        return {
            "@context": OB2, "id": url, "type": "Assertion", "badge": ORIGIN + "2/badge.json",
            "recipient": {"type": "email", "hashed": True, "salt": SALT, "identity": hashed(f"teacher{number}@example.edu")},
            "issuedOn": "2026-05-01T00:00:00Z", "verification": {"type": "HostedBadge"},
            "narrative": "Data of a garden."}

    def signed(self, number, key_url=None):
        document = self.assertion(number, f"urn:uuid:00000000-0000-4000-8000-{number:012d}")
        return {**document, "verification": {"type": "SignedBadge", "creator": key_url or self.key}}

    def token(self, document, key=None):
        return compact(document, key or self.keys.rsa, {"alg": "RS256"})

    def assertion_1_1(self, number, url):
        return {
            "@context": OB1, "id": url, "type": "Assertion", "uid": f"u{number}", "badge": ORIGIN + "1/badge.json",
            "recipient": {"type": "email", "hashed": True, "salt": SALT, "identity": hashed(f"teacher{number}@example.edu")},
            "issuedOn": 1777593600, "verify": {"type": "hosted", "url": url}, "evidence": ORIGIN + "work.html"}

    def signed_1_1(self, number):
        document = changed(self.assertion_1_1(number, None), id=f"urn:uuid:00000000-0000-4000-b000-{number:012d}")
        return {**document, "verify": {"type": "signed", "url": ORIGIN + "1/key.pem"}}

    def assertion_1_0(self, number, url):
        return {
            "uid": f"u{number}", "badge": ORIGIN + "0/badge.json",
            "recipient": {"type": "email", "hashed": True, "salt": SALT, "identity": hashed(f"teacher{number}@example.edu")},
            "issuedOn": "2026-05-01", "verify": {"type": "hosted", "url": url}}

    def assertion_0_5(self, number):
        return {
            "recipient": hashed(f"teacher{number}@example.edu"), "salt": SALT, "issued_on": "2026-05-01",
            "badge": {"version": "0.5.0", "name": "Data Practices", "image": PICTURE, "description": "Works with data.",
                      "criteria": ORIGIN + "criteria.html",
                      "issuer": {"origin": "https://badges.example.edu", "name": "Example District",
                                 "contact": "badges@example.edu"}}}


def changed(document, **members):
    """A copy with other members; None takes one away."""
    result = copy.deepcopy(document)
    for name, value in members.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = value
    return result
