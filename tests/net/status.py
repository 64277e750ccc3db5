#!/usr/bin/env python3
"""Status lists and refresh services on the web: asked for once, and by badges alone whose own proof holds.

    tests/net/status.py --blazon PROGRAM --load PROGRAM
"""

import json
import subprocess
import sys

import badges
import older
import site_of_tests as tests

LOCATIONS = """
    location = /status/inward { return 302 $scheme://localhost:$server_port/status/1; }
    location = /status/away { return 302 $scheme://evil.localhost:$server_port/status/1; }
    location = /status/gone { return 410; }
    location = /status/ill { return 503; }
"""
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"


class District:
    """An issuer with a did:web, and a list of two badges: the second one is revoked."""

    def __init__(self, test):
        self.test, self.site, self.issuer = test, test.site, badges.Issuer(test, "issuer")
        self.did = f"did:web:badges.localhost%3A{self.site.ports['good']}"
        self.site.put("/.well-known/did.json", self.issuer.document(self.did))
        self.method = f"{self.did}#{self.issuer.multikey}"
        self.list = self.site.folder / "list.json"
        self.issuer.run("status", "new", "-q", self.list, "--id", self.site.url("/status/1"), "--issuer", self.did)
        self.entries = [json.loads(self.issuer.run("status", "allocate", self.list, "--id", f"urn:x:{n}")) for n in range(2)]
        self.issuer.run("status", "revoke", "-q", self.list, "urn:x:1")
        self.publish()

    def publish(self):
        self.site.put("/status/1", self.issuer.run(
            "status", "publish", "-q", self.list, "--key", self.issuer.pem, "--verification-method", self.method, "--now",
            "2026-05-02T00:00:00Z"))

    def badge(self, entry=None, proof="eddsa-rdfc-2022", **more):
        if entry:
            more["credentialStatus"] = entry
        return self.issuer.badge(self.did, self.method, proof, **more)

    def elsewhere(self, path):
        """The place of the good badge, in a list at another path."""
        index = self.entries[0]["statusListIndex"]
        return {**self.entries[0], "id": f"{self.site.url(path)}#{index}", "statusListCredential": self.site.url(path)}


KEY = "badges /.well-known/did.json 200"


def lists(test, district):
    good, bad = (district.badge(entry) for entry in district.entries)
    older.check(test, "not revoked", good, ["valid"], [KEY, "badges /status/1 200"])
    older.check(test, "revoked", bad, ["invalid", ("status", "was revoked")], [KEY, "badges /status/1 200"])
    for path, words, asked in (("gone", "(410)", ["badges /status/gone 410"]), ("ill", "answered 503", ["badges /status/ill 503"]),
                               ("none", "(404)", ["badges /status/none 404"]),
                               ("inward", "a badge has no business there", ["badges /status/inward 302"])):
        older.check(test, f"a list that is {path}", district.badge(district.elsewhere(f"/status/{path}")),
                    ["undecided", ("status", words)], [KEY, *asked])
    older.check(test, "a list at another site", district.badge(district.elsewhere("/status/away")),
                ["undecided", ("status", "in another list the place is")], [KEY, "badges /status/away 302", "evil /status/1 200"])
    district.site.put("/status/large", b" " * ((16 << 20) + 1))
    older.check(test, "a list that is too large", district.badge(district.elsewhere("/status/large")),
                ["undecided", ("status", "larger than")])
    test.site.seen()
    without = badges.verify(test, good, "--at", "2026-06-01T00:00:00Z")[0]
    test.expect("without the network", (without, older.requests(test)), ("undecided", []))


def once(test, district):
    """A batch of badges on one list."""
    tokens = [district.badge(entry, "jwt").strip() for entry in district.entries] * 100
    (test.site.folder / "batch.ndjson").write_text("".join(f'"{token}"\n' for token in tokens))
    test.site.seen()
    done = subprocess.run([test.blazon, "verify", "--batch", test.site.folder / "batch.ndjson", "--jobs", "1", "--at",
                           "2026-06-01T00:00:00Z", *test.online], capture_output=True, text=True, check=False, timeout=120)
    verdicts = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
    test.expect("a batch", verdicts, ["valid", "invalid"] * 100)
    test.expect("requests of a batch", older.requests(test), [KEY, "badges /status/1 200"])


def refresh(test, district):
    url = test.site.url("/newer.json")
    service = {"refreshService": {"id": url, "type": "1EdTechCredentialRefresh"}, "contexts": [EXTENSIONS]}
    test.site.put("/newer.json", district.badge(**json.loads(json.dumps(service)), validFrom="2026-05-01T12:00:00Z"))
    badge = district.badge(**json.loads(json.dumps(service)))
    older.check(test, "a newer copy", badge, ["valid", ("refresh", url)], [KEY, "badges /newer.json 200"])
    changed = badge.replace("Works with data.", "Works with dates.")
    verdict, steps = badges.verify(test, changed)
    test.expect("a changed badge", (verdict, "proof.signature" in steps), ("invalid", True))
    test.expect("a changed badge: requests", older.requests(test), [KEY])
    test.site.put("/newer.json", "{}")
    verdict, steps = badges.verify(test, badge)
    test.expect("a newer copy that is none", (verdict, sorted(steps)), ("valid", ["refresh"]))
    test.expect("a newer copy that is none: requests", older.requests(test), [KEY, "badges /newer.json 200"])


def main():
    with tests.open_test() as test:
        test.online = ["--online", "--cache", "none", "--ca-file", str(test.site.ca),
                       *[word for host in tests.NAMES for word in ("--allow-host", host)]]
        test.site.start(LOCATIONS)
        district = District(test)
        for part in (lists, once, refresh):
            part(test, district)
        return test.end()


if __name__ == "__main__":
    sys.exit(main())
