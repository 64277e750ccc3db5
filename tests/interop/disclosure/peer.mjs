// Badges with ecdsa-sd-2023 proofs for blazon to verify, and what is to come of each.
//
//     node peer.mjs CONTEXTS BADGE FOLDER SEED COUNT
//
// Writes into FOLDER what holders chose of BADGE, what somebody made of that, COUNT random credentials with parts of
// them, and made.json: [{file, group, kind, peer (what Digital Bazaar's verifier says is wrong, or null), fails (by
// policy: the steps), says}].
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Loader } from "../credentials/contexts.mjs";
import { credential, FLAVOURS } from "../credentials/credential.mjs";
import { key as keyOf } from "../credentials/keys.mjs";
import { Random } from "../credentials/random.mjs";
import { HOLDERS, ISSUERS, NEEDED, signable, somewhere } from "./choices.mjs";
import { derive, signBase, verify } from "./disclose.mjs";
import { HARMLESS, KINDS } from "./tamper.mjs";
import * as values from "./value.mjs";

const [contexts, badge, folder, seed, count] = process.argv.slice(2);
const loader = new Loader(contexts);
const issuer = await keyOf("p256", "issuer"),
    attacker = await keyOf("p256", "attacker");
const good = signable(JSON.parse(readFileSync(badge, "utf8")), issuer.did);
const made = [];

// The steps that fail, whatever the policy.
const both = (...steps) => ({ spec: steps, "1edtech": steps });

async function add(group, kind, document, fails, says) {
    const file = `${made.length}.json`;
    writeFileSync(join(folder, file), JSON.stringify(document, null, 1));
    made.push({ file, group, kind, peer: (await verify(document, loader)) ?? null, fails, says });
}

// Every holder's choice of every issuer's.
async function chosen() {
    for (const [name, always] of Object.entries(ISSUERS)) {
        const base = await signBase(good, always(good), issuer, loader);
        await add("base", name, base, both("proof.signature"), "it is a base proof, which is for the holder alone");
        for (const [holder, { pointers, fails }] of Object.entries(HOLDERS)) {
            const needed = name === "nothing" ? NEEDED : [];
            const shown = await derive(base, [...needed, ...pointers(good)], loader);
            const expected = { spec: fails.spec(name), "1edtech": fails["1edtech"](name) };
            await add("chosen", `${name}; ${holder}`, shown, expected);
        }
    }
    const less = NEEDED.filter((pointer) => !pointer.endsWith("/criteria"));
    const bare = await derive(await signBase(good, [], issuer, loader), less, loader);
    await add("chosen", "less than a badge", bare, { spec: ["schema"], "1edtech": ["schema", "subject"] });
}

const ALWAYS = [...NEEDED, "/image", "/credentialSubject/achievement/achievementType"];
const BESIDES = ["/name", "/description", "/validUntil", "/termsOfUse", "/credentialSubject/creditsEarned",
    "/credentialSubject/result", "/credentialSubject/achievement/resultDescription",
    "/credentialSubject/achievement/tag"];

// A changed copy.
function changed(change, shown, more) {
    const document = structuredClone(shown);
    const value = document.proof.proofValue,
        parts = values.read(value);
    // Statements by number that are signed one by one.
    const statements = parts.signatures.length + parts.mandatory.length;
    const free = [...Array(statements).keys()].filter((i) => !parts.mandatory.includes(i));
    const out = change({ document, parts, value, free, attacker, ...structuredClone(more) });
    const result = out?.["@context"] ? out : document;
    result.proof.proofValue = out?.proofValue ?? values.write(parts);
    return result;
}

// The attacker signs what the issuer's key is said to have signed.
async function forged(document) {
    const key = { multikey: { signer: () => ({ ...attacker.multikey.signer(), id: issuer.method }) } };
    const base = await signBase(document, ALWAYS, key, loader);
    return values.read((await derive(base, BESIDES, loader)).proof.proofValue);
}

async function tampered() {
    const base = await signBase(good, ALWAYS, issuer, loader),
        shown = await derive(base, BESIDES, loader);
    const again = await derive(await signBase({ ...good, name: "Another" }, ALWAYS, issuer, loader), BESIDES, loader);
    const more = { base, other: values.read(again.proof.proofValue), attackers: await forged(good) };
    await add("harmless", "nothing", shown, both());
    for (const [kind, change] of Object.entries(HARMLESS))
        await add("harmless", kind, changed(change, shown, more), both());
    for (const [group, kinds] of Object.entries(KINDS))
        for (const [kind, [says, change]] of Object.entries(kinds))
            await add(group.toLowerCase(), kind, changed(change, shown, more), both("proof.signature"), says);
}

// The peer looks for parts in a form of its own, where some places are not what they were; others are tried then.
async function tried(make) {
    for (let left = 6; ; left--)
        try {
            return await make();
        } catch (error) {
            if (!left || !/does not match document/.test(error.message)) throw error;
        }
}

// Some parts of random credentials; that they are whole badges is not asked for: `null`, only the signature is looked at.
async function anything(number) {
    const flavours = FLAVOURS.filter(([, features]) => !features.includes("endorsements"));
    const flavour = flavours[number % flavours.length];
    const plan = { suite: "ecdsa-rdfc-2019, P-256", issuer: issuer.did, flavour, ours: false };
    const document = JSON.parse(credential(Number(seed), number, plan).text);
    // To the peer every "_:" is the name of something without an id, in the middle of a text, too.
    if (JSON.stringify(document).includes("_:")) throw new Error("a text that the peer mistakes");
    const random = new Random(Number(seed), number, 2);
    const dated = ["/issuer", document.validFrom ? "/validFrom" : "/issuanceDate"];
    const extra = random.chance(30) ? { domain: "badges.example.edu" } : {};
    const sign = () => signBase(document, [...dated, ...somewhere(random, document)], issuer, loader, extra);
    const base = await tried(sign);
    for (let i = 0; i < 3; i++) {
        const pick = () => ["/credentialSubject/achievement", ...somewhere(random, document)];
        const shown = await tried(() => derive(base, pick(), loader));
        await add("random", `${number}, ${flavour[0]}`, shown, null);
    }
}

await chosen();
await tampered();
let refused = 0;
for (let number = 0; number < Number(count); number++) {
    const before = made.length;
    await anything(number).catch((error) => {
        if (process.env.SHOW) console.error(number, error.message);
        refused++;
        made.length = before;
    });
}
writeFileSync(join(folder, "made.json"), JSON.stringify({ made, refused }));
