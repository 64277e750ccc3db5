"""Keys and tokens of the signed cases, made anew by python3-jwcrypto for each run."""

import base64
import hashlib
import hmac
import json

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from jwcrypto import jwk, jws

KINDS = {"school": {"kty": "RSA", "size": 2048}, "other": {"kty": "RSA", "size": 2048}, "curve": {"kty": "EC", "crv": "P-256"}}


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Keys:
    def __init__(self):
        self.keys = {name: jwk.JWK.generate(**kind) for name, kind in KINDS.items()}

    def pem(self, name, form="spki"):
        """The public key: as everybody writes it, as RSA keys were written once, or with other ends of lines."""
        text = self.keys[name].export_to_pem()
        if form == "pkcs1":
            key = serialization.load_pem_public_key(text)
            text = key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.PKCS1)
        return text.decode().replace("\n", "\r\n" if form == "crlf" else "\n")

    def signature(self, name, algorithm, header, text):
        """RS256 is signed here, because the library refuses headers that it does not know, as it should."""
        whole = f"{encode(header.encode())}.{encode(text.encode())}".encode()
        if algorithm == "none":
            return ""
        if algorithm == "HS256":
            return encode(hmac.new(self.pem(name).encode(), whole, hashlib.sha256).digest())
        if algorithm == "RS256":
            return encode(self.keys[name].get_op_key("sign").sign(whole, padding.PKCS1v15(), hashes.SHA256()))
        token = jws.JWS(text)
        token.add_signature(self.keys[name], None, header)
        return token.serialize(compact=True).split(".")[2]

    def sign(self, text, how):
        """A compact token over the text. `how`: who signs (by), alg, header, and what is wrong with it."""
        header = json.dumps({"alg": how["alg"], **how.get("header", {})})
        payload = how.get("payload", text)
        signature = self.signature(how["by"], how["alg"], header, payload)
        if "inserted" in how:
            payload = json.dumps({**json.loads(payload), **how["inserted"]})
        return f"{encode(header.encode())}.{encode(payload.encode())}.{signature[:len(signature) - how.get('cut', 0)]}"
