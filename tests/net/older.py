#!/usr/bin/env python3
"""Badges of Open Badges 2.0 on the web: what is hosted is the badge, and everything that it leads to is asked for once, from
where it is, and from nowhere else.

    tests/net/older.py --blazon PROGRAM --load PROGRAM
"""

import base64
import json
import subprocess
import sys

import badges
import site_of_tests as tests

V2 = {"@context": "https://w3id.org/openbadges/v2"}
LOCATIONS = """
    location = /awards/gone { return 410; }
    location = /awards/ill { return 503; }
    location = /awards/near { return 302 /real/near; }
    location = /awards/away { return 302 $scheme://evil.localhost:$server_port/real/away; }
    location = /awards/inward { return 302 $scheme://localhost:$server_port/real/inward; }
    location = /away/issuer { return 302 $scheme://evil.localhost:$server_port/real/issuer; }
    location = /away/key { return 302 $scheme://keys.localhost:$server_port/key; }
    location = /away/revoked { return 302 $scheme://evil.localhost:$server_port/revoked; }
"""


class School:
    """Documents of a school, each served at its id."""

    def __init__(self, test):
        self.test, self.site = test, test.site
        self.issuer(), self.badge_class()

    def put(self, path, document, host="badges.localhost", served=None):
        url = self.site.url(path, host)
        self.site.put(served or path, {**V2, "id": url, **document})
        return url

    def issuer(self, path="/issuer", **more):
        return self.put(path, {"type": "Issuer", "name": "School", "url": self.site.url("/"), "email": "a@example.edu", **more})

    def badge_class(self, path="/class", issuer="/issuer"):
        return self.put(path, {"type": "BadgeClass", "name": "Data", "description": "d", "criteria": {"narrative": "n"},
                               "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg", "issuer": self.site.url(issuer)})

    def assertion(self, badge="/class", **more):
        return {"type": "Assertion", "badge": self.site.url(badge), "issuedOn": "2026-01-01T00:00:00Z", "verification":
                {"type": "HostedBadge"}, "recipient": {"type": "email", "hashed": False, "identity": "jane@example.edu"}, **more}

    def copy(self, path, host="badges.localhost", **more):
        """What the learner has of the badge at this address."""
        return json.dumps({**V2, "id": self.site.url(path, host), **self.assertion(**more)})


def requests(test):
    return [f"{host.split('.')[0]} {request[4:]} {status}" for _, host, request, status in test.site.seen()]


def check(test, what, badge, expected, asked=None):
    """`expected`: the verdict, and the steps that are neither passed nor skipped with words of theirs."""
    verdict, *steps = expected
    test.site.seen()
    seen, found = badges.verify(test, badge)
    test.expect(what, (seen, sorted(found)), (verdict, sorted(step for step, _ in steps)))
    for step, words in steps:
        test.contains(f"{what}, {step}", found.get(step, {}).get("message"), words)
    if asked is not None:
        test.expect(f"{what}: requests", requests(test), asked)


def hosted(test, school):
    there = ["badges /class 200", "badges /issuer 200"]
    school.put("/awards/1", school.assertion())
    check(test, "hosted", school.copy("/awards/1"), ["valid"], ["badges /awards/1 200", *there])
    check(test, "its address", school.site.url("/awards/1"), ["valid"], ["badges /awards/1 200", *there])
    check(test, "another copy", school.copy("/awards/1", expires="2030-01-01T00:00:00Z"),
          ["invalid", ("ob2.verification", "not what is hosted")])
    school.put("/awards/revoked", school.assertion(revoked=True))
    check(test, "revoked where it is", school.copy("/awards/revoked"), ["invalid", ("ob2.revocation", "taken the badge back")])
    check(test, "gone", school.copy("/awards/gone"), ["invalid", ("ob2.revocation", "is gone (410)")],
          ["badges /awards/gone 410", *there])
    check(test, "not there", school.copy("/awards/none"), ["undecided", ("ob2.verification", "(404)")])
    check(test, "a server that is ill", school.copy("/awards/ill"), ["undecided", ("ob2.verification", "answered 503")])
    school.site.put("/awards/large", b" " * ((16 << 20) + 1))
    check(test, "too large", school.copy("/awards/large"), ["undecided", ("ob2.verification", "larger than")])


def redirects(test, school):
    for name in ("near", "away", "inward"):
        school.put(f"/awards/{name}", school.assertion(), served=f"/real/{name}")
    check(test, "moved within the site", school.copy("/awards/near"), ["valid", ("ob2.verification", "was sent on to")],
          ["badges /awards/near 302", "badges /real/near 200", "badges /class 200", "badges /issuer 200"])
    check(test, "moved to another site", school.copy("/awards/away"), ["undecided", ("ob2.verification", "to another site")],
          ["badges /awards/away 302", "evil /real/away 200", "badges /class 200", "badges /issuer 200"])
    check(test, "moved to where nobody may go", school.copy("/awards/inward"),
          ["undecided", ("ob2.verification", "a badge has no business there")],
          ["badges /awards/inward 302", "badges /class 200", "badges /issuer 200"])
    school.put("/away/issuer", {"type": "Issuer", "name": "School", "url": school.site.url("/"), "email": "e@evil.example"},
               served="/real/issuer")
    school.badge_class("/lent/class", "/away/issuer")
    school.put("/awards/lent", school.assertion("/lent/class"))
    check(test, "an issuer at another site", school.copy("/awards/lent", badge="/lent/class"),
          ["undecided", ("ob2.graph", "to another site")])


def origins(test, school):
    """Badges on other hosts than the issuer's, and on parts of them. An origin with a port is looked up, and against the letter
    of the standard, so that both are invalid: of which step tells whether the host may have badges."""
    port = school.site.ports["good"]
    rules = {"none": None, "both": {"allowedOrigins": [f"badges.localhost:{port}", f"keys.localhost:{port}"]},
             "part": {"startsWith": school.site.url("/part/awards/")}}
    for name, rule in rules.items():
        school.issuer(f"/{name}/issuer", **({"verification": rule} if rule else {}))
        school.badge_class(f"/{name}/class", f"/{name}/issuer")
    for name, host, path, expected in (
            ("none", "badges.localhost", "/none/1", ["valid"]),
            ("none", "keys.localhost", "/none/2", ["invalid", ("ob2.verification", "on another host")]),
            ("both", "keys.localhost", "/both/1", ["invalid", ("schema", "the name of a host")]),
            ("both", "evil.localhost", "/both/2", ["invalid", ("ob2.verification", "allowedOrigins"), ("schema", "the name of")]),
            ("part", "badges.localhost", "/part/awards/1", ["valid"]),
            ("part", "badges.localhost", "/part/uploads/1", ["invalid", ("ob2.verification", "does not begin as")])):
        school.put(path, school.assertion(f"/{name}/class"), host)
        check(test, f"{name} {host}{path}", school.copy(path, host, badge=f"/{name}/class"), expected,
              [f"{host.split('.')[0]} {path} 200", f"badges /{name}/class 200", f"badges /{name}/issuer 200"])


class Signer:
    """An RSA key of the school, and what it signs."""

    def __init__(self, school):
        self.school, self.pem = school, school.site.folder / "rsa.pem"
        self.run("key", "new", "-q", "--type", "rsa", "--bits", "2048", "--no-passphrase", "-o", self.pem)
        self.document = json.loads(self.run("key", "public", "-q", "--format", "ob2", "--id", school.site.url("/key"), "--for",
                                            school.site.url("/issuer"), self.pem))
        school.site.put("/key", self.document)

    def run(self, *words):
        return subprocess.run([self.school.test.blazon, *map(str, words)], capture_output=True, text=True, check=True).stdout

    def token(self, name, key="/key", badge="/signed/class"):
        verification = {"type": "SignedBadge", "creator": self.school.site.url(key)}
        payload = {**V2, "id": name, **self.school.assertion(badge, verification=verification)}
        parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in ({"alg": "RS256"}, payload)]
        done = subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.pem], input=b".".join(parts), capture_output=True,
                              check=True)
        return b".".join([*parts, base64.urlsafe_b64encode(done.stdout).rstrip(b"=")]).decode()


def signed(test, school):
    signer, site = Signer(school), school.site
    names = [f"urn:uuid:52e4c6b3-8c13-4fa8-8482-a5cf34ef37a{n}" for n in range(2)]
    school.put("/revoked", {"type": "RevocationList", "issuer": site.url("/issuer"), "revokedAssertions": [names[1]]})
    school.issuer(publicKey=site.url("/key"), revocationList=site.url("/revoked"))
    there = ["badges /class 200", "badges /key 200", "badges /issuer 200", "badges /revoked 200"]
    school.badge_class("/signed/class")
    for n, expected in enumerate((["valid"], ["invalid", ("ob2.revocation", "taken the badge back")])):
        test.site.seen()
        check(test, f"signed {n}", signer.token(names[n], badge="/class"), expected)
        test.expect(f"signed {n}: requests", sorted(requests(test)), sorted(there))
    (site.folder / "www/revoked").unlink()
    check(test, "a list that is not there", signer.token(names[0]),
          ["undecided", ("ob2.graph", "(404)"), ("ob2.revocation", "(404)")])
    school.put("/away/revoked", {"type": "RevocationList", "issuer": site.url("/issuer"), "revokedAssertions": []},
               served="/revoked")
    school.issuer(publicKey=site.url("/key"), revocationList=site.url("/away/revoked"))
    check(test, "a list at another site", signer.token(names[0]), ["undecided", ("ob2.graph", "to another site")])
    site.put("/key", {**signer.document, "id": site.url("/away/key")})
    school.issuer(publicKey=site.url("/away/key"))
    check(test, "a key at another site", signer.token(names[0], "/away/key"), ["undecided", ("ob2.graph", "to another site")])


def main():
    with tests.open_test() as test:
        test.online = ["--online", "--cache", "none", "--ca-file", str(test.site.ca),
                       *[word for host in tests.NAMES for word in ("--allow-host", host)]]
        test.site.start(LOCATIONS)
        school = School(test)
        for part in (hosted, redirects, origins, signed):
            part(test, school)
        return test.end()


if __name__ == "__main__":
    sys.exit(main())
