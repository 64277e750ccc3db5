#!/usr/bin/env python3
"""Documents that are to be had: fetched, packed, redirected, from several threads; and what a server says when they are
not there.

    tests/net/documents.py --blazon PROGRAM --load PROGRAM
"""

import sys

import site_of_tests as tests

OK, NOT_FOUND, LIMIT, NETWORK, GONE, PERMISSION = 0, 4, 7, 14, 15, 6
LOCATIONS = """
    location = /moved { return 301 /doc.json; }
    location = /found { return 302 $scheme://keys.localhost:$server_port/doc.json; }
    location ~ ^/hop/(?<left>[1-9])$ { set $n ""; if ($left = 1) { set $n "/doc.json"; } if ($left = 2) { set $n "/hop/1"; }
        if ($left = 3) { set $n "/hop/2"; } if ($left = 4) { set $n "/hop/3"; } if ($left = 5) { set $n "/hop/4"; }
        if ($left = 6) { set $n "/hop/5"; } return 307 $n; }
    location = /loop { return 302 /loop; }
    location = /gone { return 410; }
    location = /busy { return 503; }
    location = /nowhere { add_header X-No-Location yes always; return 304; }
    location = /secret { return 401; }
    location = /typed { default_type "Application/LD+JSON; charset=utf-8"; return 200 '{"typed": 1}'; }
    location = /untyped { types { } default_type ""; return 200 '{}'; }
"""


def found(test):
    site = test.site
    seen = test.get(site.url("/doc.json"), site.url("/typed"), site.url("/doc.json#part"), site.url("/dir/a%20b.json"))
    test.expect("fetched", [(one["status"], one["text"], one["type"], one["end"], one["fetched"]) for one in seen],
                [(OK, '{"a": 1}', "application/json", None, 0), (OK, '{"typed": 1}', "application/ld+json", None, 0),
                 (OK, '{"a": 1}', "application/json", None, 0), (OK, "spaced", "application/json", None, 0)])
    test.expect("what was asked for", site.seen(), [("good", "badges.localhost", f"GET {path}", 200)
                                                    for path in ("/doc.json", "/typed", "/doc.json", "/dir/a%20b.json")])
    [packed] = test.get(site.url("/large.json"))
    test.expect("packed on the way", (packed["status"], packed["length"]), (OK, 100002))
    [plain] = test.get("--http", site.url("/doc.json", kind="http"))
    test.expect("http where it is allowed", (plain["status"], plain["text"]), (OK, '{"a": 1}'))
    [port] = test.get("--allow", f"badges.localhost:{site.ports['good']}", site.url("/doc.json"), allow=False)
    test.expect("one port is allowed", port["status"], OK)
    [small] = test.get("--max", 8, site.url("/doc.json"))
    test.expect("exactly the limit", small["status"], OK)


def redirected(test):
    site = test.site
    site.seen()
    near, far, five = test.get(site.url("/moved"), site.url("/found"), site.url("/hop/5"))
    test.expect("within the site", (near["status"], near["end"]), (OK, site.url("/doc.json")))
    test.expect("to another site", (far["status"], far["end"]), (OK, site.url("/doc.json", "keys.localhost")))
    test.expect("five redirects", (five["status"], five["end"]), (OK, site.url("/doc.json")))
    test.expect("the ways", [entry[1:3] for entry in site.seen()],
                [("badges.localhost", "GET /moved"), ("badges.localhost", "GET /doc.json"),
                 ("badges.localhost", "GET /found"), ("keys.localhost", "GET /doc.json"),
                 *[("badges.localhost", f"GET /hop/{left}") for left in (5, 4, 3, 2, 1)],
                 ("badges.localhost", "GET /doc.json")])
    six, loop = test.get(site.url("/hop/6"), site.url("/loop"))
    for what, one in (("six redirects", six), ("a loop", loop)):
        test.expect(what, one["status"], PERMISSION)
        test.contains(what, one["why"], "from one address to the next, 5 times and more")
    test.expect("requests of six and of a loop", len(site.seen()), 12)


def not_there(test):
    site = test.site
    host = '"badges.localhost"'
    for path, status, why in (("/absent.json", NOT_FOUND, f"the server at {host} has no such document (404)"),
                              ("/gone", GONE, f"the server at {host} says that its owner took it back (410)"),
                              ("/busy", NETWORK, f"the server at {host} answered 503"),
                              ("/secret", NETWORK, f"the server at {host} answered 401"),
                              ("/nowhere", NETWORK, f"the server at {host} answered 304")):
        [one] = test.get(site.url(path))
        test.expect(path, (one["status"], one["why"], one["text"]), (status, why, None))
    [unknown] = test.get("https://no-such-name.invalid/")
    test.expect("no such name", unknown["status"], NETWORK)
    test.contains("no such name", unknown["why"], '"no-such-name.invalid"')  # not known, or no answer from the name server
    [closed] = test.get("--allow", "localhost", f"https://localhost:{tests.free_ports(1)[0]}/")
    test.expect("a closed port", (closed["status"], closed["why"]), (NETWORK, 'no server answers at "localhost"'))


def threads(test):
    site = test.site
    urls = [site.url(f"/doc.json?{number}") for number in range(20)]
    seen = test.get("--threads", 8, *urls)
    test.expect("eight threads", (len(seen), {one["status"] for one in seen}), (160, {OK}))
    site.seen()


def mapped(test):
    """A file stands for its URL, and a folder for all below: the network is not asked."""
    site = test.site
    (site.folder / "local").mkdir()
    (site.folder / "local" / "doc.json").write_text("local")
    file, below, absent, odd = test.get("--map", f"{site.url('/x')}={site.folder}/local/doc.json", "--map",
                                        f"{site.url('/dir/')}={site.folder}/local", site.url("/x"), site.url("/dir/doc.json"),
                                        site.url("/dir/a%20b.json"), site.url("/dir/doc.json?a"))
    test.expect("files", (file["text"], below["text"]), ("local", "local"))
    test.expect("not in the folder", (absent["status"], odd["status"]), (NOT_FOUND, NOT_FOUND))
    test.expect("no requests", site.seen(), [])


def main():
    with tests.open_test() as test:
        site = test.site
        site.put("/doc.json", '{"a": 1}')
        site.put("/dir/a b.json", "spaced")
        site.put("/large.json", '"' + "a" * 100000 + '"')
        site.start(LOCATIONS)
        for part in (found, redirected, not_there, threads, mapped):
            part(test)
        return test.end()


if __name__ == "__main__":
    sys.exit(main())
