// The @context lists that credentials are written with, and the loader that gives the published contexts to the peers.
// Nothing is ever fetched: what is not in the folder is an error.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const VC2 = "https://www.w3.org/ns/credentials/v2";
const VC1 = "https://www.w3.org/2018/credentials/v1";
const OB = "https://purl.imsglobal.org/spec/ob/v3p0/";
export const EXTENSIONS = `${OB}extensions.json`;
const INTEGRITY = "https://w3id.org/security/data-integrity/";
const ED25519 = "https://w3id.org/security/suites/ed25519-2020/v1";
const XSD = "http://www.w3.org/2001/XMLSchema#";

// Every kind of term definition that a credential can make use of. What it means is not signed, only what comes of it.
const OWN = {
    "@version": 1.1,
    ex: "https://vocabulary.example.edu/terms#",
    "ex:weight": { "@id": "ex:weight" },
    grade: { "@id": "ex:grade", "@type": `${XSD}double` },
    count: { "@id": "ex:count", "@type": `${XSD}integer` },
    flag: { "@id": "ex:flag" },
    raw: { "@id": "ex:raw", "@type": "@json" },
    steps: { "@id": "ex:steps", "@container": "@list" },
    grid: { "@id": "ex:grid", "@container": "@list" },
    byCode: { "@id": "ex:byCode", "@container": "@index" },
    taughtBy: { "@reverse": "ex:teaches" },
    more: "@nest",
    motto: { "@id": "ex:motto", "@container": "@language" },
    devise: { "@id": "ex:devise", "@container": ["@language", "@set"], "@direction": "rtl" },
};

// `old`: on Verifiable Credentials 1.1; `own`: with the terms of parts.mjs; `any`: with a context that gives a meaning to
// every word. None has a direction for all texts, which the peer loses (faults.mjs). Protected terms keep the two generations, and the two contexts of proofs, from being mixed.
const SETS = {
    "2.0 and 3.0.3": { list: [VC2, `${OB}context-3.0.3.json`] },
    "2.0, 3.0.3 and extensions": { list: [VC2, `${OB}context-3.0.3.json`, EXTENSIONS], extensions: true },
    "2.0, 3.0.3 and data-integrity v2": { list: [VC2, `${OB}context-3.0.3.json`, `${INTEGRITY}v2`] },
    "2.0, 3.0.3 and own terms": { list: [VC2, `${OB}context-3.0.3.json`, OWN], own: true },
    "2.0, 3.0.3 and a language": { list: [VC2, `${OB}context-3.0.3.json`, { "@language": "en-US" }] },
    "2.0, 3.0.3 and undefined-terms": {
        list: [VC2, `${OB}context-3.0.3.json`, "https://www.w3.org/ns/credentials/undefined-terms/v2"],
        any: true,
    },
    "1.1, 3.0.1 and data-integrity v2": { list: [VC1, `${OB}context-3.0.1.json`, `${INTEGRITY}v2`], old: true },
    "1.1, 3.0.2 and data-integrity v2": { list: [VC1, `${OB}context-3.0.2.json`, `${INTEGRITY}v2`], old: true },
    "1.1, 3.0.2, extensions and data-integrity v1": {
        list: [VC1, `${OB}context-3.0.2.json`, EXTENSIONS, `${INTEGRITY}v1`],
        old: true,
        extensions: true,
    },
    "1.1, 3.0.0 and data-integrity v2": { list: [VC1, `${OB}context.json`, `${INTEGRITY}v2`], old: true },
};

// Ed25519Signature2020 has its words in a context of its own.
const SETS_2020 = {
    "2.0, 3.0.3 and ed25519-2020": { list: [VC2, `${OB}context-3.0.3.json`, ED25519] },
    "2.0, 3.0.3, ed25519-2020 and own terms": { list: [VC2, `${OB}context-3.0.3.json`, ED25519, OWN], own: true },
    "1.1, 3.0.1 and ed25519-2020": { list: [VC1, `${OB}context-3.0.1.json`, ED25519], old: true },
    "1.1, 3.0.2, extensions and ed25519-2020": {
        list: [VC1, `${OB}context-3.0.2.json`, EXTENSIONS, ED25519],
        old: true,
        extensions: true,
    },
};

// The JCS suites of the peer refuse what they signed themselves as soon as a context is an object (faults.mjs). Such
// proofs go one way only.
function peerRefuses(suite, set) {
    return suite.includes("-jcs-") && set.list.some((entry) => typeof entry === "object");
}

// `ours`: blazon is to sign it, which it does on Verifiable Credentials 2.0 alone, and the peers to verify it.
export function contextSet(random, suite, plan, ours) {
    const sets = Object.entries(suite === "Ed25519Signature2020" ? SETS_2020 : SETS).filter(
        ([, set]) => !ours || !(set.old || peerRefuses(suite, set)),
    );
    if (!sets.some(([, set]) => set.own)) plan.features.delete("own-terms");
    const fitting = plan.has("own-terms") ? sets.filter(([, set]) => set.own) : sets;
    const [name, set] = random.pick(fitting);
    return { name, ...set };
}

// An endorsement inside has contexts that can stand in those of the badge: the same, or fewer.
export function contextSetInside(random, set) {
    const plain = set.old || set.list.length > 3 || set.list.includes(ED25519) ? set : SETS["2.0 and 3.0.3"];
    return random.pick([set, plain]);
}

export class Loader {
    constructor(folder) {
        this.folder = folder;
        this.index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
        this.known = new Map();
        this.asked = new Set();
    }

    add(url, document) {
        this.known.set(url, document);
    }

    context(url) {
        if (!this.known.has(url) && this.index[url])
            this.known.set(url, JSON.parse(readFileSync(join(this.folder, this.index[url].file), "utf8")));
        return this.known.get(url);
    }

    // For the peers; bound, because they take it as a function.
    load = async (url) => {
        const document = url.startsWith("did:key:") ? didKey(url) : this.context(url);
        if (!document) {
            this.asked.add(url);
            throw new Error(`the document ${url} is not at hand`);
        }
        return { documentUrl: url, document, contextUrl: null };
    };
}

// The document of a did:key, or the key in it.
function didKey(url) {
    const [did] = url.split("#");
    const multibase = did.slice("did:key:".length);
    const method = { id: `${did}#${multibase}`, type: "Multikey", controller: did, publicKeyMultibase: multibase };
    if (url === method.id) return { "@context": "https://w3id.org/security/multikey/v1", ...method };
    if (url !== did) return undefined;
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        id: did,
        verificationMethod: [method],
        assertionMethod: [method.id],
    };
}
