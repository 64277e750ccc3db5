"""A server that misbehaves, by path: see ANSWERS. It speaks TLS with the good certificate of the site."""

import contextlib
import gzip
import socket
import ssl
import threading
import time

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
MIB = 1 << 20


def drip(send):
    """A byte now and then, for ever."""
    send(HEAD + b"Content-Length: 100000\r\n\r\n")
    while True:
        send(b" ")
        time.sleep(0.2)


def silent(_send):
    time.sleep(60)


def endless(send):
    """Pieces without a length and without an end."""
    send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        send(b"10000\r\n" + b" " * 0x10000 + b"\r\n")


def until_closed(send):
    """No length at all."""
    send(HEAD + b"Connection: close\r\n\r\n")
    while True:
        send(b" " * 0x10000)


def announced(send):
    """A length that is too large, told at once."""
    send(HEAD + b"Content-Length: 99999999999\r\n\r\n")
    time.sleep(60)


def bomb(send):
    """Small on the way, large when it is unpacked."""
    packed = gzip.compress(b" " * (64 * MIB))
    send(HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed) + packed)


def not_gzip(send):
    send(HEAD + b"Content-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip")


def short(send):
    """Less than it promised."""
    send(HEAD + b"Content-Length: 100\r\n\r\n{}")


def hangs_up(_send):
    pass


def garbage(send):
    send(b"\x00\x01\x02 this is no web\r\n\r\n")


def endless_head(send):
    send(HEAD)
    while True:
        send(b"X-More: " + b"a" * 8000 + b"\r\n")


def page(send, count):
    for _ in range(count):
        send(b"<p>" * 10000)


def long_page(send):
    """A redirect with a page: nobody reads it."""
    send(b"HTTP/1.1 302 Found\r\nLocation: /good\r\nConnection: close\r\n\r\n")
    page(send, 8)


def longer_page(send):
    send(b"HTTP/1.1 302 Found\r\nLocation: /good\r\nConnection: close\r\n\r\n")
    page(send, 10**6)


def gone_at_length(send):
    send(b"HTTP/1.1 410 Gone\r\nConnection: close\r\n\r\n")
    page(send, 10**6)


def good(send):
    send(HEAD + b"Content-Length: 2\r\n\r\n{}")


def hints(send):
    """An answer in advance, and what it says on keeping does not count for the one that follows."""
    send(b"HTTP/1.1 103 Early Hints\r\nCache-Control: no-store\r\n\r\n")
    good(send)


def odd_type(send):
    send(b"HTTP/1.1 200 OK\r\nContent-Type: text/\xff\xfe\r\nContent-Length: 2\r\n\r\n{}")


def cookie(send):
    send(HEAD + b"Set-Cookie: who=you; Path=/\r\nContent-Length: 2\r\n\r\n{}")


def odd_place(send):
    send(b"HTTP/1.1 302 Found\r\nLocation: https://\xff\xfe.localhost/\r\nContent-Length: 0\r\n\r\n")


ANSWERS = {function.__name__.replace("_", "-"): function for function in (
    drip, silent, endless, until_closed, announced, bomb, not_gzip, short, hangs_up, garbage, endless_head, long_page, longer_page, gone_at_length,
    good, hints, odd_type, odd_place, cookie)}


class Rogue:
    def __init__(self, site):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(site.folder / "good.pem", site.folder / "good.key")
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.requests = []  # the heads, as they came
        self.redirects = {}  # path to place
        threading.Thread(target=self.serve, daemon=True).start()

    def url(self, name):
        return f"https://badges.localhost:{self.port}/{name}"

    def serve(self):
        while True:
            one, _ = self.listener.accept()
            threading.Thread(target=self.answer, args=(one,), daemon=True).start()

    def answer(self, one):
        with contextlib.suppress(OSError), one:
            secure = self.context.wrap_socket(one, server_side=True)
            head = b""
            while b"\r\n\r\n" not in head:
                piece = secure.recv(4096)
                if not piece:
                    return
                head += piece
            self.requests.append(head.decode())
            name = head.split()[1].decode().lstrip("/")
            if name in self.redirects:
                secure.sendall(f"HTTP/1.1 302 Found\r\nLocation: {self.redirects[name]}\r\nContent-Length: 0\r\n\r\n".encode())
            else:
                ANSWERS[name](secure.sendall)
            secure.unwrap()
