"""What the tests of the network talk to: nginx behind several names, with TLS by an authority of its own, and a server
that misbehaves. All on free ports of this computer; names below localhost lead to it on every system."""

import argparse
import contextlib
import json
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
NAMES = ["badges.localhost", "keys.localhost", "evil.localhost"]
CERTIFICATES = {  # name of the file: (names in it, first day, last day, signed by the authority)
    "good": (NAMES, "20250101000000Z", "20991231000000Z", True),
    "expired": (NAMES, "20200101000000Z", "20210101000000Z", True),
    "future": (NAMES, "20900101000000Z", "20991231000000Z", True),
    "other": (["other.localhost"], "20250101000000Z", "20991231000000Z", True),
    "stranger": (NAMES, "20250101000000Z", "20991231000000Z", False),
}

LINE = re.compile(r'(\d+) (\S+) "(\S+ \S+) HTTP/[\d.]+" (\d+) "([^"]*)" "([^"]*)"')

NGINX = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 64; }}
http {{
    log_format seen '$server_port $host "$request" $status "$http_user_agent" "$http_cookie$http_authorization$http_referer"';
    access_log {folder}/access.log seen;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    default_type application/octet-stream;
    types {{ application/json json; application/ld+json jsonld; text/plain pem; text/html html; }}
    gzip on; gzip_types application/json; gzip_min_length 100;
    root {folder}/www;
    {servers}
}}
"""

SERVER = """
    server {{
        listen 127.0.0.1:{port}{ssl};
        server_name {names};
        {certificate}
        {locations}
    }}
"""


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Authority:
    """Keys and certificates in a folder, by openssl."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "index").write_text("")
        (folder / "ca.cnf").write_text(
            f"[ca]\ndefault_ca=own\n[own]\ndir={folder}\ndatabase=$dir/index\nnew_certs_dir=$dir\nserial=$dir/serial\n"
            "default_md=sha256\npolicy=any\nunique_subject=no\ncopy_extensions=copy\n[any]\ncommonName=supplied\n"
            "[req]\ndistinguished_name=dn\n[dn]\n")
        for name in ("ca", "stranger-ca"):
            self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650",
                         "-keyout", f"{name}.key", "-out", f"{name}.pem", "-subj", f"/CN=Test {name}",
                         "-addext", "basicConstraints=critical,CA:TRUE")
        for name, plan in CERTIFICATES.items():
            self.certificate(name, *plan)

    def openssl(self, *words):
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)

    def certificate(self, name, names, first, last, ours):
        signer = "ca" if ours else "stranger-ca"
        alternatives = ",".join(f"DNS:{one}" for one in names)
        self.openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
                     f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={names[0]}", "-addext",
                     f"subjectAltName={alternatives}", "-config", "ca.cnf")
        self.openssl("ca", "-batch", "-config", "ca.cnf", "-rand_serial", "-notext", "-in", f"{name}.csr", "-out",
                     f"{name}.pem", "-startdate", first, "-enddate", last, "-cert", f"{signer}.pem", "-keyfile",
                     f"{signer}.key")


class Site:
    """nginx; `locations` is its configuration for the names of the site, by server."""

    def __init__(self, folder):
        self.folder, self.process, self.marks = folder, None, 0
        (folder / "www").mkdir()
        self.authority = Authority(folder)
        self.ca = folder / "ca.pem"
        ports = free_ports(len(CERTIFICATES) + 1)
        self.ports = dict(zip([*CERTIFICATES, "http"], ports, strict=True))

    def url(self, path="/", host="badges.localhost", kind="good"):
        scheme = "http" if kind == "http" else "https"
        return f"{scheme}://{host}:{self.ports[kind]}{path}"

    def put(self, path, content):
        """A document below all names."""
        target = self.folder / "www" / path.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        if not isinstance(content, (str, bytes)):
            content = json.dumps(content)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())

    def start(self, locations=""):
        servers = ""
        for kind, port in self.ports.items():
            certificate = "" if kind == "http" else (f"ssl_certificate {self.folder}/{kind}.pem; "
                                                     f"ssl_certificate_key {self.folder}/{kind}.key;")
            servers += SERVER.format(port=port, ssl="" if kind == "http" else " ssl", names=" ".join([*NAMES, '""']),
                                     certificate=certificate, locations=locations)
        (self.folder / "nginx.conf").write_text(NGINX.format(folder=self.folder, servers=servers))
        self.process = subprocess.Popen(["nginx", "-c", self.folder / "nginx.conf", "-p", self.folder, "-e",
                                         self.folder / "error.log"], stdin=subprocess.DEVNULL)
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.ports["http"]), 1):
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        sys.exit(f"nginx does not start: {(self.folder / 'error.log').read_text()}")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(10)
            self.process = None

    def seen(self):
        """What was requested since the last call: (port's kind, host, "METHOD path", status), in order."""
        self.marks += 1
        mark = f"/mark-{self.marks}"
        with socket.create_connection(("127.0.0.1", self.ports["http"]), 5) as one:
            one.sendall(f"GET {mark} HTTP/1.0\r\nHost: badges.localhost\r\n\r\n".encode())
            while one.recv(4096):
                pass
        for _ in range(100):
            lines = (self.folder / "access.log").read_text().splitlines()
            if any(f"{mark} " in line for line in lines):
                break
            time.sleep(0.05)
        places = [index for index, line in enumerate(lines) if "/mark-" in line]
        start = places[-2] + 1 if len(places) > 1 else 0
        return [self.entry(line) for line in lines[start:places[-1]]]

    def entry(self, line):
        match = LINE.fullmatch(line)
        if not match:
            return "nonsense", "", line, 400
        port, host, request, status, agent, secrets = match.groups()
        kinds = {str(number): kind for kind, number in self.ports.items()}
        if not agent.startswith("blazon/") or secrets != "---":
            raise SystemExit(f"a request told more than it should: {line}")
        return kinds[port], host, request, int(status)


class Test:
    """Counts, and says what differs."""

    def __init__(self, arguments, site):
        self.blazon, self.load, self.site, self.failed, self.done = arguments.blazon, arguments.load, site, 0, 0

    def expect(self, what, seen, expected):
        self.done += 1
        if seen != expected:
            self.failed += 1
            print(f"{what}:\n    seen      {seen}\n    expected  {expected}")

    def contains(self, what, seen, expected):
        self.done += 1
        if expected not in (seen or ""):
            self.failed += 1
            print(f"{what}:\n    seen      {seen}\n    lacks     {expected}")

    def get(self, *words, allow=True, ca=True, online=True):
        """What net_load says, one entry for each URL."""
        options = [word for host in (NAMES if allow else []) for word in ("--allow", host)]
        options += ["--ca", str(self.site.ca)] if ca else []
        options += ["--online"] if online else []
        done = subprocess.run([self.load, *options, *map(str, words)], capture_output=True, text=True, timeout=120,
                              check=False)
        if done.returncode or done.stderr:
            raise SystemExit(f"net_load {words}: {done.returncode} {done.stderr}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def end(self):
        print(f"{self.done} checks, {self.failed} failed")
        return 1 if self.failed else 0


@contextlib.contextmanager
def open_test():
    """A test with a site that is set up but not started."""
    parser = argparse.ArgumentParser(description="Tests of the network.")
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--load", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    for tool in ("nginx", "openssl"):
        if not shutil.which(tool, path="/usr/sbin:/usr/bin:/sbin:/bin"):
            skip(f"{tool} is not installed")
    with tempfile.TemporaryDirectory() as folder:
        site = Site(pathlib.Path(folder))
        try:
            yield Test(arguments, site)
        finally:
            site.stop()
