// Digital Bazaar's ecdsa-sd-2023: what the issuer signs, what the holder derives from it, and what a verifier says.
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as sd from "@digitalbazaar/ecdsa-sd-2023-cryptosuite";
import * as vc from "@digitalbazaar/vc";
import { NOW } from "../credentials/peer.mjs";

const isOld = (document) => document["@context"].includes("https://w3id.org/security/data-integrity/v1");

function suiteFor(document, cryptosuite, more = {}) {
    return new DataIntegrityProof({ cryptosuite, legacyContext: isOld(document), ...more });
}

// The credential with a base proof, for the holder alone; `extra` are members that the proof is to have besides.
export async function signBase(document, mandatoryPointers, key, loader, extra = {}) {
    const suite = suiteFor(document, sd.createSignCryptosuite({ mandatoryPointers }), {
        signer: key.multikey.signer(),
        date: "2026-05-01T12:00:00Z",
    });
    if (Object.keys(extra).length > 0) suite.proof = extra;
    return vc.issue({ credential: structuredClone(document), suite, documentLoader: loader.load, now: NOW });
}

// What the holder shows of it.
export function derive(base, selectivePointers, loader) {
    const suite = suiteFor(base, sd.createDiscloseCryptosuite({ selectivePointers }));
    return vc.derive({ verifiableCredential: structuredClone(base), suite, documentLoader: loader.load });
}

// What is wrong, or undefined.
export async function verify(document, loader) {
    const suite = suiteFor(document, sd.createVerifyCryptosuite());
    const result = await vc.verifyCredential({
        credential: structuredClone(document),
        suite,
        documentLoader: loader.load,
        now: NOW,
    });
    if (result.verified) return undefined;
    const errors = [result.error, ...(result.error?.errors ?? [])];
    return errors.map((e) => e?.cause?.message ?? e?.message).join("; ");
}
