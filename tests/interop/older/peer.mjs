// A verifier and an issuer of Open Badges 2.0, as the specification describes them.
//
//     node peer.mjs check CONTEXTS FOLDER    verifies blazon's badges, as manifest.json says
//     node peer.mjs make CONTEXTS FOLDER     issues badges for blazon to verify, good and bad (made.json)
import { createHash, generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { CompactSign, compactVerify, decodeProtectedHeader, importSPKI } from "jose";
import jsonld from "jsonld";
import { Loader } from "../credentials/contexts.mjs";

const [mode, contexts, folder] = process.argv.slice(2);
const SITE = "https://badges.example.edu/";
const OBI = "https://w3id.org/openbadges#";
const CONTEXT = "https://w3id.org/openbadges/v2";
const loader = new Loader(contexts);
loader.add(CONTEXT, JSON.parse(readFileSync(join(contexts, "..", "open-badges-data", "2.0", "v2", "context.json"), "utf8")));
const read = (name) => readFileSync(join(folder, name), "utf8");

// What is published at an address.
function fetched(url) {
    if (!url.startsWith(SITE)) throw new Error(`${url} is on another site`);
    return JSON.parse(read(join("site", url.slice(SITE.length))));
}

function expect(found, wanted, what) {
    if (!isDeepStrictEqual(found, wanted)) throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

// Whether the document means what it says: nothing is lost in JSON-LD, and it is of this class.
let statements = 0;
async function meaning(document, type) {
    const options = { documentLoader: loader.load, safe: true };
    const [node] = await jsonld.expand(document, options);
    expect(node["@type"], [type], "the class");
    expect(node["@id"], document.id, "the id");
    const quads = await jsonld.toRDF(document, { ...options, format: "application/n-quads" });
    statements += quads.split("\n").length - 1;
    return node;
}

async function verifySigned(token) {
    expect(decodeProtectedHeader(token), { alg: "RS256" }, "the header");
    const assertion = JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString());
    expect(assertion.verification.type, "SignedBadge", "the verification");
    const profile = fetched(fetched(assertion.badge).issuer);
    expect(assertion.verification.creator, profile.publicKey, "the key of the issuer");
    const key = fetched(assertion.verification.creator);
    await meaning(key, "https://w3id.org/security#Key");
    expect(key.owner, profile.id, "the owner of the key");
    await compactVerify(token, await importSPKI(key.publicKeyPem, "RS256"), { algorithms: ["RS256"] });
    return assertion;
}

function verifyHosted(text) {
    const assertion = JSON.parse(text);
    expect(assertion.verification, { type: "HostedBadge" }, "the verification");
    expect(fetched(assertion.id), assertion, "what is hosted");
    expect(new URL(assertion.id).host, new URL(fetched(fetched(assertion.badge).issuer).id).host, "the host");
    return assertion;
}

function verifyRecipient(recipient, { recipient: wanted, plain }) {
    const email = wanted.startsWith("mailto:");
    const identity = email ? decodeURIComponent(wanted.slice("mailto:".length)) : wanted;
    const hash = (salt) => `sha256$${createHash("sha256").update(identity + salt).digest("hex")}`;
    expect(recipient.type, email ? "email" : "url", "the kind of recipient");
    expect(recipient.hashed, !plain, "hashed");
    expect(recipient.identity, plain ? identity : hash(recipient.salt), "the recipient");
}

async function verify(badge) {
    const text = read(badge.file).trim();
    const assertion = badge.signed ? await verifySigned(text) : verifyHosted(text);
    const node = await meaning(assertion, `${OBI}Assertion`);
    expect(node[`${OBI}badge`], [{ "@id": assertion.badge }], "the badge class in JSON-LD");
    verifyRecipient(assertion.recipient, badge);
    expect(assertion.issuedOn, "2026-01-31T00:00:00Z", "the date");
    expect(assertion.expires, badge.expires ? "2030-01-01T00:00:00Z" : undefined, "the end");
    expect(assertion.evidence?.length ?? 0, badge.evidence, "the evidence");
    expect(assertion.narrative?.includes("**Analysis**: Proficient") ?? false, badge.results, "the results");
}

async function check() {
    const failures = [];
    const badges = JSON.parse(read("manifest.json"));
    const badgeClass = fetched(`${SITE}class.json`);
    const required = { class: ["name", "description", "image", "criteria", "issuer"], profile: ["name", "url", "email"] };
    for (const name of required.class) if (!badgeClass[name]) failures.push(`the badge class has no ${name}`);
    for (const name of required.profile) if (!fetched(badgeClass.issuer)[name]) failures.push(`the profile has no ${name}`);
    await meaning(badgeClass, `${OBI}BadgeClass`);
    await meaning(fetched(badgeClass.issuer), `${OBI}Issuer`);
    for (const badge of badges) await verify(badge).catch((error) => failures.push(`${badge.file}: ${error.message}`));
    console.log(`${badges.length} badges of blazon's in ${statements} statements, ${failures.length} not as they should be`);
    for (const failure of failures) console.log(failure);
    process.exitCode = failures.length > 0 ? 1 : 0;
}

// An issuer of its own, on the same site.
const keys = generateKeyPairSync("rsa", { modulusLength: 2048 }), other = generateKeyPairSync("rsa", { modulusLength: 2048 });

function write(name, document) {
    writeFileSync(join(folder, name), typeof document === "string" ? document : JSON.stringify(document, null, 1));
}

function publish() {
    const profile = `${SITE}theirs.json`, key = `${SITE}their-key.json`;
    write("site/theirs.json", { "@context": CONTEXT, type: ["Profile", "Issuer"], id: profile, name: "Their School",
        url: "https://www.example.edu/", email: "theirs@example.edu", publicKey: [key] });
    write("site/their-key.json", { "@context": CONTEXT, type: "CryptographicKey", id: key, owner: profile,
        publicKeyPem: keys.publicKey.export({ type: "spki", format: "pem" }) });
    write("site/their-class.json", { "@context": CONTEXT, type: "BadgeClass", id: `${SITE}their-class.json`,
        name: "Reading", description: "Reads aloud.", image: "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=",
        criteria: { narrative: "Read." }, issuer: profile });
}

function assertionOf(id, verification, address) {
    const salt = randomBytes(8).toString("hex");
    const identity = `sha256$${createHash("sha256").update(address + salt).digest("hex")}`;
    return { "@context": CONTEXT, type: "Assertion", id, recipient: { type: "email", hashed: true, salt, identity },
        badge: `${SITE}their-class.json`, issuedOn: "2026-02-01T10:00:00+01:00", verification };
}

const sign = (payload, key) => new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: "RS256" }).sign(key);

async function make() {
    const made = [], recipient = "mailto:jane@example.edu", verification = { type: "SignedBadge", creator: `${SITE}their-key.json` };
    const add = (file, verdict, fails, to = recipient) => made.push({ file, verdict, fails, recipient: to });
    publish();
    for (let i = 0; i < 8; i++) {
        const payload = JSON.stringify(assertionOf(`urn:uuid:${randomUUID()}`, verification, "jane@example.edu"), null, i % 3);
        const token = await sign(payload, keys.privateKey), [header, , signature] = token.split(".");
        write(`${i}-good.jws`, token);
        add(`${i}-good.jws`, "valid", []);
        add(`${i}-good.jws`, "invalid", ["recipient"], "mailto:joe@example.edu");
        const changed = Buffer.from(payload.replace("2026-02-01", "2026-02-02")).toString("base64url");
        write(`${i}-changed.jws`, `${header}.${changed}.${signature}`);
        add(`${i}-changed.jws`, "invalid", ["proof.signature"]);
        write(`${i}-forged.jws`, await sign(payload, other.privateKey));
        add(`${i}-forged.jws`, "invalid", ["proof.signature"]);
    }
    for (let i = 0; i < 8; i++) {
        const assertion = assertionOf(`${SITE}awards/theirs-${i}.json`, { type: "hosted" }, "jane@example.edu");
        write(`site/awards/theirs-${i}.json`, assertion);
        write(`${i}-copy.json`, assertion);
        add(`${i}-copy.json`, "valid", []);
        write(`${i}-changed.json`, { ...assertion, issuedOn: "2026-02-02T10:00:00+01:00" });
        add(`${i}-changed.json`, "invalid", ["ob2.verification"]);
    }
    write("made.json", made);
}

await { check, make }[mode]();
