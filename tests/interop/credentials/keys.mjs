// The keys of the tests, made from their names: for the peers, and as PEM for blazon.
import { createECDH, createHash, createPrivateKey } from "node:crypto";
import * as EcdsaMultikey from "@digitalbazaar/ecdsa-multikey";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";

const CURVES = {
    p256: { name: "prime256v1", crv: "P-256", hash: "sha256" },
    p384: { name: "secp384r1", crv: "P-384", hash: "sha384" },
};
const ED25519_PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

function edwards(seed) {
    const secret = createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: "der", type: "pkcs8" });
    return { secret, generate: (names) => Ed25519Multikey.generate({ seed: new Uint8Array(seed), ...names }) };
}

function elliptic(seed, curve) {
    const ecdh = createECDH(curve.name);
    ecdh.setPrivateKey(seed);
    const point = ecdh.getPublicKey(),
        half = (point.length - 1) / 2;
    const [x, y] = [point.subarray(1, 1 + half), point.subarray(1 + half)].map((part) => part.toString("base64url"));
    const jwk = { kty: "EC", crv: curve.crv, x, y, d: seed.toString("base64url") };
    const secret = createPrivateKey({ key: jwk, format: "jwk" });
    return { secret, generate: (names) => EcdsaMultikey.fromJwk({ jwk, secretKey: true, ...names }) };
}

const made = new Map();

async function make(kind, name) {
    const curve = CURVES[kind];
    const seed = createHash(curve?.hash ?? "sha256")
        .update(`${kind} ${name}`)
        .digest();
    const { secret, generate } = curve ? elliptic(seed, curve) : edwards(seed);
    const { publicKeyMultibase: multibase } = await (await generate({})).export({ publicKey: true });
    const did = `did:key:${multibase}`,
        method = `${did}#${multibase}`;
    const multikey = await generate({ controller: did, id: method });
    return {
        did,
        method,
        multikey,
        secret,
        pem: secret.export({ format: "pem", type: "pkcs8" }),
    };
}

// {did, method (its URL), multikey, secret (for node:crypto), pem}; `kind` is ed25519, p256 or p384. The same each time.
export function key(kind, name) {
    const id = `${kind} ${name}`;
    if (!made.has(id)) made.set(id, make(kind, name));
    return made.get(id);
}
