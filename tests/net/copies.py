#!/usr/bin/env python3
"""The folder of copies: used while they are fresh, whatever their age without the network, and never when they are
damaged, somebody else's, or not to be kept.

    tests/net/copies.py --blazon PROGRAM --load PROGRAM
"""

import hashlib
import pathlib
import re
import stat
import subprocess
import sys
import time

import rogue
import site_of_tests as tests

OK, NOT_FOUND, PERMISSION, NETWORK, GONE = 0, 4, 6, 14, 15
LOCATIONS = """
    location = /keep { default_type application/json; return 200 '{"n": "$request_id"}'; }
    location = /brief { add_header Cache-Control "public, max-age=1"; return 200 '{"n": "$request_id"}'; }
    location = /old { add_header Cache-Control max-age=60; add_header Age 60; return 200 '{"n": "$request_id"}'; }
    location = /never { add_header Cache-Control no-store; return 200 '{"n": "$request_id"}'; }
    location = /ask { add_header Cache-Control no-cache; return 200 '{"n": "$request_id"}'; }
    location = /found { return 302 /keep; }
    location = /gone { return 410; }
"""


AUTHORITY = ""  # the digest of the tests' own, set by main()


def path_of(folder, url):
    """Copies are known by the terms under which they were had, and their URL."""
    return folder / hashlib.sha256(f"ca {AUTHORITY} private {url}".encode()).hexdigest()


def age(path, seconds):
    """Makes a copy older, with a digest that is right."""
    text = path.read_bytes()
    rest = re.sub(rb"(fetched|fresh-until): (\d+)", lambda m: m[1] + b": %d" % (int(m[2]) - seconds), text.split(b"\n", 2)[2])
    path.write_bytes(b"blazon-copy/1\nsha256: " + hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest)


def twice(test, cache, path):
    """Whether the second answer is the first one."""
    return [test.get("--cache", cache, test.site.url(path))[0]["text"] for _ in range(2)]


def fresh(test, cache):
    site = test.site
    for path, kept in (("/keep", True), ("/old", False), ("/never", False), ("/ask", False), ("/found", True)):
        first, second = twice(test, cache, path)
        test.expect(f"{path} is kept", first == second, kept)
    first = test.get("--cache", cache, site.url("/brief"))[0]["text"]
    time.sleep(2.1)
    test.expect("for one second", test.get("--cache", cache, site.url("/brief"))[0]["text"] == first, False)
    test.expect("requests", [entry[2][4:] for entry in site.seen()],
                ["/keep", "/old", "/old", "/never", "/never", "/ask", "/ask", "/found", "/keep", "/brief", "/brief"])
    copy = path_of(cache, site.url("/keep"))
    test.expect("permissions", (stat.S_IMODE(cache.stat().st_mode), stat.S_IMODE(copy.stat().st_mode)), (0o700, 0o600))
    test.expect("not to be kept", path_of(cache, site.url("/never")).exists(), False)
    before = test.get("--cache", cache, site.url("/keep"))[0]
    test.expect("dated", abs(before["fetched"] - time.time()) < 60, True)
    age(copy, 3601)
    after = test.get("--cache", cache, site.url("/keep"))[0]
    test.expect("after an hour", (after["text"] == before["text"], after["fetched"]), (False, 0))
    age(copy, -7200)
    test.expect("from the future", test.get("--cache", cache, site.url("/keep"))[0]["text"] == after["text"], False)


def damaged(test, cache):
    site = test.site
    copy = path_of(cache, site.url("/keep"))
    whole = copy.read_bytes()
    other = path_of(cache, site.url("/found")).read_bytes()
    for what, content in (("cut", whole[:-1]), ("changed", whole.replace(b"fetched: ", b"fetched: 1")), ("empty", b""),
                          ("of another document", other), ("foreign", b"{}"), ("longer", whole + b" ")):
        copy.write_bytes(content)
        seen = test.get("--cache", cache, site.url("/keep"), online=False)[0]
        test.expect(f"a copy that is {what}", (seen["status"], seen["why"]),
                    (NOT_FOUND, f'there is no copy of it in "{cache}"'))
    copy.unlink()
    copy.mkdir()
    test.expect("a folder in its place", test.get("--cache", cache, site.url("/keep"))[0]["status"], OK)
    copy.rmdir()
    copy.symlink_to(site.folder / "elsewhere")
    test.expect("a link in its place", test.get("--cache", cache, site.url("/keep"))[0]["status"], OK)
    test.expect("nothing is written through it", (site.folder / "elsewhere").exists(), False)
    copy.unlink()


def gone(test, cache):
    """What the owner took back is not hidden by a copy for longer than that is fresh."""
    site = test.site
    [one] = test.get("--cache", cache, site.url("/gone"))
    test.expect("gone", (one["status"], path_of(cache, site.url("/gone")).exists()), (GONE, False))


def program(test, *words):
    done = subprocess.run([test.blazon, "expand", *words, "-"], capture_output=True, text=True, check=False, timeout=60,
                          input='{"@context": "%s", "n": 1}' % test.site.url("/context.jsonld"))
    return done.returncode, done.stdout, done.stderr


def offline(test, cache):
    site = test.site
    site.put("/context.jsonld", {"@context": {"n": "https://example.org/n"}})
    online = ["--online", "--allow-host", "badges.localhost", "--ca-file", site.ca, "--cache", cache]
    code, first, err = program(test, *online)
    test.expect("the program, online", (code, err), (0, ""))
    test.expect("asked", site.seen()[-1][2], "GET /context.jsonld")
    keep = test.get("--cache", cache, site.url("/keep"))[0]
    age(path_of(cache, site.url("/keep")), 10**8)
    site.stop()
    terms = ["--ca-file", site.ca, "--allow-host", "badges.localhost"]
    test.expect("the program, offline", program(test, "--offline", "--cache", cache, *terms), (0, first, ""))
    for fewer in ([], terms[:2], terms[2:]):
        code, _, err = program(test, "--offline", "--cache", cache, *fewer)
        test.expect(f"on other terms: {fewer}", code, 1)
        test.contains("on other terms", " ".join(err.replace("|", "").split()), "there is no copy of it in")
    [kept, none] = test.get("--cache", cache, site.url("/keep"), site.url("/never"), online=False)
    test.expect("an old copy", (kept["text"], kept["fetched"] < time.time() - 10**8 + 60), (keep["text"], True))
    test.expect("no copy", none["status"], NOT_FOUND)
    [stale] = test.get("--cache", cache, site.url("/keep"))
    test.expect("an old copy does not stand in for a server that is down", stale["status"], NETWORK)
    code, _, err = program(test)
    test.expect("the program, neither", code, 1)
    test.contains("the program, neither", " ".join(err.replace("|", "").split()), "give it with --map, or use --online")


def by_http(test, cache):
    """What anybody on the way could have changed does not become good by being old."""
    url = f"http://badges.localhost:{test.site.ports['http']}/keep"
    [one] = test.get("--http", "--cache", cache, url)
    [same] = test.get("--http", "--cache", cache, url, online=False)
    test.expect("a copy by http", (one["status"], same["text"]), (OK, one["text"]))
    [none] = test.get("--cache", cache, url, online=False)
    test.expect("without --http", (none["status"], none["text"]), (PERMISSION, None))


def shared(test, cache):
    """Many write the same copy at a time."""
    site = test.site
    running = [subprocess.Popen([test.load, "--online", "--allow", "badges.localhost", "--ca", site.ca, "--cache", cache,
                                 "--threads", "4", *[site.url(f"/keep?{n % 3}") for n in range(30)]],
                                stdout=subprocess.PIPE, text=True) for _ in range(4)]
    lines = [line for one in running for line in one.communicate()[0].splitlines()]
    test.expect("answers", (len(lines), all('"status":0' in line for line in lines)), (480, True))
    names = [path.name for path in cache.iterdir()]
    test.expect("no remains", [name for name in names if not re.fullmatch("[0-9a-f]{64}", name)], [])


def folders(test):
    """A folder that others can write into is not used, and one that is not there is made."""
    open_folder = test.site.folder / "open"
    open_folder.mkdir()
    open_folder.chmod(0o777)
    code, _, err = program(test, "--offline", "--cache", open_folder)
    test.expect("others can write", code, 2)
    test.contains("others can write", err, "others can write into the folder")
    code, _, err = program(test, "--offline", "--cache", test.site.folder / "ca.pem")
    test.expect("a file", code, 2)
    deep = test.site.folder / "x" / "y" / "z"
    program(test, "--offline", "--cache", deep)
    test.expect("made", stat.S_IMODE(deep.stat().st_mode), 0o700)


def main():
    with tests.open_test() as test:
        global AUTHORITY  # pylint: disable=global-statement
        cache = test.site.folder / "cache"
        AUTHORITY = hashlib.sha256(pathlib.Path(test.site.ca).read_bytes()).hexdigest()
        test.site.start(LOCATIONS)
        bad = rogue.Rogue(test.site)
        for part in (fresh, gone, by_http, shared, damaged):
            part(test, cache)
        test.get("--cache", cache, bad.url("hints"))
        test.expect("an answer in advance has no say", path_of(cache, bad.url("hints")).exists(), True)
        folders(test)
        offline(test, cache)
        return test.end()


if __name__ == "__main__":
    sys.exit(main())
