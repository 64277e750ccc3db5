"""Keys and tokens of the signed cases, made anew by python3-jwcrypto for each run."""

import base64
import json

from jwcrypto import jwk, jws

KINDS = {"school": {"kty": "RSA", "size": 2048}, "other": {"kty": "RSA", "size": 2048}, "curve": {"kty": "EC", "crv": "P-256"}}


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Keys:
    def __init__(self):
        self.keys = {name: jwk.JWK.generate(**kind) for name, kind in KINDS.items()}

    def pem(self, name):
        return self.keys[name].export_to_pem().decode()

    def sign(self, text, how):
        """A compact token over the text. `how`: who signs (by), alg, header, and what is wrong with it."""
        header = json.dumps({"alg": how["alg"], **how.get("header", {})})
        payload = how.get("payload", text)
        if how["alg"] == "none":
            return f"{encode(header.encode())}.{encode(payload.encode())}."
        key = self.keys[how["by"]]
        if how["alg"].startswith("HS"):
            key = jwk.JWK(kty="oct", k=encode(self.pem(how["by"]).encode()))
        token = jws.JWS(payload)
        token.allowed_algs = [how["alg"]]
        token.add_signature(key, None, header)
        head, body, signature = token.serialize(compact=True).split(".")
        if "inserted" in how:
            body = encode(json.dumps({**json.loads(payload), **how["inserted"]}).encode())
        if how.get("cut"):
            signature = signature[:-how["cut"]]
        return f"{head}.{body}.{signature}"
