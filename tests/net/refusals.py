#!/usr/bin/env python3
"""What must not be asked for, and what must not be taken: forbidden addresses however they are spelled, redirects to them,
http, passwords, certificates, and servers that send too much, too slowly, or nonsense.

    tests/net/refusals.py --blazon PROGRAM --load PROGRAM
"""

import os
import sys
import time

import rogue
import site_of_tests as tests

OK, LIMIT, NETWORK, GONE, PERMISSION = 0, 7, 14, 15, 6
HERE = ["127.0.0.1", "127.1", "0x7f.0.0.1", "2130706433", "017700000001", "0177.0.0.1", "0", "0.0.0.0", "localhost",
        "badges.localhost", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]"]
ELSEWHERE = ["169.254.169.254", "10.0.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "192.0.2.1", "198.18.0.1",
             "224.0.0.1", "255.255.255.255", "0xa9fea9fe", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[::127.0.0.1]",
             "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001::1]", "[fe80::1]", "[fc00::1]", "[fec0::1]", "[ff02::1]",
             "[2001:db8::1]"]


def addresses(test):
    site, port = test.site, test.site.ports["good"]
    seen = test.get(*[f"https://{host}:{port}/doc.json" for host in HERE + ELSEWHERE], allow=False)
    for host, one in zip(HERE + ELSEWHERE, seen, strict=True):
        test.expect(f"address {host}", one["status"], PERMISSION)
        test.contains(f"address {host}", one["why"], "and a badge has no business there; --allow-host")
    [other] = test.get("--allow", f"badges.localhost:{port + 1}", site.url("/doc.json"), allow=False)
    test.expect("another port is allowed", other["status"], PERMISSION)
    [number] = test.get(f"https://127.0.0.1:{port}/doc.json")
    test.expect("the address of a name that is allowed", number["status"], PERMISSION)
    test.expect("no requests", site.seen(), [])


def urls(test):
    site = test.site
    port = site.ports["good"]
    for url, why in ((site.url("/doc.json", kind="http"), "is an http address"),
                     (f"https://me:secret@badges.localhost:{port}/doc.json", "has a name or a password in it"),
                     (f"https://me@badges.localhost:{port}/doc.json", "has a name or a password in it"),
                     (f"https://badges.localhost:{port}\\@evil.localhost/", "is not an address that can be asked for"),
                     (f"https://badges%2elocalhost:{port}/doc.json", "has a server's name that blazon does not read"),
                     ("ftp://badges.localhost/doc.json", "is no https address"),
                     ("file:///etc/passwd", "is no https address"), ("gopher://badges.localhost/", "is no https address"),
                     ("https:///doc.json", "names no server"), ("doc.json", "is no https address"),
                     (f"https://badges.localhost:{port}/" + "a" * 9000, "is longer than an address can be")):
        [one] = test.get(url)
        test.expect(url[:60], one["status"], PERMISSION)
        test.contains(url[:60], one["why"], why)
    test.expect("no requests", site.seen(), [])


def redirects(test, bad):
    site = test.site
    port = site.ports["good"]
    bad.redirects = {"to-http": site.url("/doc.json", kind="http"), "to-number": f"https://127.0.0.1:{port}/doc.json",
                     "to-metadata": "https://169.254.169.254/latest/", "to-ftp": "ftp://badges.localhost/",
                     "to-file": "file:///etc/passwd", "to-password": f"https://me:secret@badges.localhost:{port}/doc.json",
                     "to-stranger": f"https://localhost:{port}/doc.json"}
    for name, why in (("to-http", "must not come without it"), ("to-number", "127.0.0.1 is an address of this computer"),
                      ("to-metadata", "169.254.169.254 is an address of the network next to this computer"),
                      ("to-ftp", "is no https address"), ("to-file", "is no https address"),
                      ("to-password", "has a name or a password in it"), ("to-stranger", '"localhost" leads to'),
                      ("odd-place", 'leads to "another place", which is not an address that can be asked for')):
        [one] = test.get("--http", bad.url(name))
        test.expect(name, one["status"], PERMISSION)
        test.contains(name, one["why"], why)
    test.expect("where redirects led, nothing was asked", site.seen(), [])
    [long, longer, gone] = test.get(bad.url("long-page"), bad.url("longer-page"), bad.url("gone-at-length"))
    test.expect("a redirect with a long page", (long["status"], long["text"]), (OK, "{}"))
    test.expect("one with a page without end", (longer["status"], longer["why"]),
                (NETWORK, 'the server at "badges.localhost" answered 302'))
    test.expect("an end with a page without end", gone["status"], GONE)


def certificates(test):
    site = test.site
    for kind, why in (("expired", 'the certificate of "badges.localhost" has expired'),
                      ("future", 'the certificate of "badges.localhost" is not valid yet'),
                      ("other", 'the server shows a certificate for another name than "badges.localhost"'),
                      ("stranger", 'the certificate of "badges.localhost" is from nobody who is trusted here')):
        [one] = test.get(site.url("/doc.json", kind=kind))
        test.expect(kind, (one["status"], one["why"]), (NETWORK, why))
    [one] = test.get(site.url("/doc.json"), ca=False)
    test.contains("the system's authorities", one["why"], "is from nobody who is trusted here")
    (site.folder / "no.pem").write_text("no authorities\n")
    [one] = test.get("--ca", site.folder / "no.pem", site.url("/doc.json"), ca=False)
    test.contains("no authorities", one["why"], f'the authorities in "{site.folder}/no.pem" cannot be read')
    [one] = test.get(f"https://badges.localhost:{site.ports['http']}/doc.json")
    test.contains("no TLS", one["why"], 'no secure connection to "badges.localhost" comes about')
    test.expect("no requests", [entry for entry in site.seen() if entry[0] != "nonsense"], [])


def sizes(test, bad):
    for name in ("endless", "until-closed", "announced", "bomb"):
        [one] = test.get("--max", 1 << 20, "--seconds", 10, bad.url(name))
        test.expect(name, (one["status"], one["why"]), (LIMIT, "it is larger than the 1048576 bytes that blazon reads"))
    [one] = test.get("--max", 7, test.site.url("/doc.json"))
    test.expect("one byte too many", one["status"], LIMIT)
    [one] = test.get(bad.url("endless-head"))
    test.contains("a head without end", one["why"], "does not come to its answer")


def times(test, bad):
    for name in ("drip", "silent"):
        start = time.monotonic()
        [one] = test.get("--seconds", 2, bad.url(name))
        test.expect(name, (one["status"], 1.5 < time.monotonic() - start < 6), (NETWORK, True))
        test.contains(name, one["why"], "was not there within 2 seconds")


def nonsense(test, bad):
    for name, why in (("short", 'the answer of "badges.localhost" broke off'),
                      ("hangs-up", 'hung up without an answer'), ("garbage", "is not of the web"),
                      ("not-gzip", "is packed in a way that cannot be read")):
        [one] = test.get(bad.url(name))
        test.expect(name, one["status"], NETWORK)
        test.contains(name, one["why"], why)
    [odd, hints] = test.get(bad.url("odd-type"), bad.url("hints"))
    test.expect("a type that is none", (odd["status"], odd["type"]), (OK, None))
    test.expect("an answer in advance", (hints["status"], hints["text"]), (OK, "{}"))


def environment(test, bad):
    """Proxies, passwords and cookies: nothing of the surroundings is used."""
    (test.site.folder / ".netrc").write_text("machine badges.localhost login me password secret\n")
    os.environ.update({"https_proxy": "http://127.0.0.1:9/", "ALL_PROXY": "socks5://127.0.0.1:9",
                       "HOME": str(test.site.folder)})
    bad.requests.clear()
    seen = test.get(bad.url("cookie"), bad.url("cookie"))
    test.expect("a proxy in the environment", [one["status"] for one in seen], [OK, OK])
    names = [sorted(line.split(":")[0].lower() for line in head.splitlines()[1:] if line) for head in bad.requests]
    test.expect("what is told", names, [["accept", "accept-encoding", "host", "user-agent"]] * 2)


def main():
    with tests.open_test() as test:
        test.site.put("/doc.json", '{"a": 1}')
        test.site.start()
        bad = rogue.Rogue(test.site)
        addresses(test)
        urls(test)
        certificates(test)
        for part in (redirects, sizes, times, nonsense, environment):
            part(test, bad)
        return test.end()


if __name__ == "__main__":
    sys.exit(main())
