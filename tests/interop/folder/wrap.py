"""Wrappings of a badge, made without blazon: PNG and SVG images with a credential in them, whole and broken."""

import base64
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
NAMESPACES = {3: "https://purl.imsglobal.org/ob/v3p0", 2: "http://openbadges.org"}
KEYWORDS = {3: b"openbadgecredential", 2: b"openbadges"}
ELEMENTS = {3: "credential", 2: "assertion"}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def itxt(generation, text, packed=False):
    body = zlib.compress(text) if packed else text
    return chunk(b"iTXt", KEYWORDS[generation] + b"\0" + bytes([packed]) + b"\0\0\0" + body)


def plain_text(generation, text):
    return chunk(b"tEXt", KEYWORDS[generation] + b"\0" + text)


def packed_text(generation, text):
    return chunk(b"zTXt", KEYWORDS[generation] + b"\0\0" + zlib.compress(text))


def png(before=(), after=()):
    """An image of 2 by 2 pixels; `before` and `after` its data stand other chunks."""
    rows = b"".join(b"\0" + bytes([200, 30 * row, 90] * 2) for row in range(2))
    chunks = [chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)), *before,
              chunk(b"IDAT", zlib.compress(rows)), *after, chunk(b"IEND", b"")]
    return SIGNATURE + b"".join(chunks)


def svg(generation, text, prolog="", more="", token=None):
    """`token`: whether it goes into `verify`; found out from the text if not said."""
    if token is None:
        token = not text.lstrip().startswith("{")
    name = "openbadges:" + ELEMENTS[generation]
    body = f'<{name} verify="{text}"/>' if token else f"<{name}><![CDATA[{text}]]></{name}>"
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n{prolog}<svg xmlns="http://www.w3.org/2000/svg" '
            f'xmlns:openbadges="{NAMESPACES[generation]}" viewBox="0 0 10 10">{body}{more}'
            f'<circle cx="5" cy="5" r="4" fill="teal"/></svg>\n').encode()


# Name of a wrapping -> how it is made of a generation and the text of a badge, and the end of the file's name.
WHOLE = {
    "bare": (lambda generation, text: text.encode(), None),
    "png-itxt": (lambda generation, text: png(before=[itxt(generation, text.encode())]), "png"),
    "png-behind-data": (lambda generation, text: png(after=[itxt(generation, text.encode())]), "png"),
    "png-itxt-packed": (lambda generation, text: png(before=[itxt(generation, text.encode(), packed=True)]), "png"),
    "png-ztxt": (lambda generation, text: png(before=[packed_text(generation, text.encode())]), "png"),
    "png-text": (lambda generation, text: png(before=[plain_text(generation, text.encode())]), "png"),
    "svg": (svg, "svg"),
}


def broken_png(change):
    def make(generation, text):
        return change(png(before=[itxt(generation, text.encode())]), len(SIGNATURE) + 25)
    return make


def flip(at_offset):
    """One bit of the credential's chunk, which begins at `start`."""
    return lambda image, start: image[:start + at_offset] + bytes([image[start + at_offset] ^ 1]) + image[start + at_offset + 1:]


def bomb(generation, _):
    return png(before=[itxt(generation, b"{" + b" " * (64 << 20) + b"}", packed=True)])


def entities(generation, text):
    return svg(generation, text, prolog='<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n')


def twice_png(generation, text):
    return png(before=[itxt(generation, text.encode())], after=[itxt(generation, text.encode())])


def twice_svg(generation, text):
    name, namespace = ELEMENTS[generation], NAMESPACES[generation]
    return svg(generation, text, more=f'<o:{name} xmlns:o="{namespace}" verify="a.b.c"/>')


# Wrappings out of which no badge can be had, whatever is in them.
BROKEN = {
    "png-crc": (broken_png(flip(40)), "png"),
    "png-length": (broken_png(lambda image, start: image[:start] + b"\x7f\xff\xff\xff" + image[start + 4:]), "png"),
    "png-cut": (broken_png(lambda image, start: image[:start + 60]), "png"),
    "png-no-end": (broken_png(lambda image, start: image[:-12]), "png"),
    "png-twice": (twice_png, "png"),
    "png-bomb": (bomb, "png"),
    "png-empty": (lambda generation, text: png(), "png"),
    "png-other-word": (lambda generation, text: png(before=[chunk(b"iTXt", b"comment\0\0\0\0\0" + text.encode())]), "png"),
    "svg-entities": (entities, "svg"),
    "svg-twice": (twice_svg, "svg"),
    "svg-cut": (lambda generation, text: svg(generation, text)[:-8], "svg"),
    "svg-empty": (lambda generation, text: b'<svg xmlns="http://www.w3.org/2000/svg"/>', "svg"),
    "svg-other-namespace": (lambda generation, text: svg(generation, text).replace(
        NAMESPACES[generation].encode(), b"https://example.com/ns"), "svg"),
    "base64": (lambda generation, text: base64.b64encode(text.encode()), "txt"),
    "empty": (lambda generation, text: b"", "json"),
    "jpeg": (lambda generation, text: b"\xff\xd8\xff\xe0" + text.encode(), "jpg"),
}
