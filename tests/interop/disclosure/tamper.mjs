// What somebody does to a badge that a holder derived. Each kind changes the document or the parts of the proof value
// (value.mjs), or returns another document or {proofValue}. The words in front are of blazon's reason.
const BASE = "what every copy of the badge has to show",
    PART = "a part that the holder chose to show",
    TAKEN = "something was taken out",
    PUT = "something was put in",
    UNKNOWN = "the badge has a part without an id that the proof does not know",
    NONE = "the proof value is none that can be checked: ",
    MISMATCH = "the signature does not match: ";

const flip = (bytes, at = 5) => Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));
const swap = (list, i, j) => ([list[i], list[j]] = [list[j], list[i]]);

// What was shown.
const SHOWN = {
    "a chosen text": [PART, ({ document }) => (document.name += "!")],
    "a chosen number": [PART, ({ document }) => document.credentialSubject.creditsEarned++],
    "a chosen date": [PART, ({ document }) => (document.validUntil = "2031-05-01T10:00:00Z")],
    "two chosen texts for each other": [PART, ({ document }) => {
        [document.name, document.description] = [document.description, document.name];
    }],
    "a chosen text in something without an id": [MISMATCH, ({ document }) => {
        document.credentialSubject.result[1].value = "A";
    }],
    "a text of every copy": [BASE, ({ document }) => (document.credentialSubject.achievement.achievementType = "Degree")],
    "a date of every copy": [BASE, ({ document }) => (document.validFrom = "2026-04-01T10:00:00Z")],
    "a text of every copy in something without an id": [MISMATCH, ({ document }) => {
        document.credentialSubject.achievement.criteria.narrative = "Pay for it.";
    }],
    "whose it is": [MISMATCH, ({ document }) => (document.credentialSubject.id = "did:example:joe")],
    "which achievement": [MISMATCH, ({ document }) => (document.credentialSubject.achievement.id += "/other")],
    "which badge": [MISMATCH, ({ document }) => (document.id = "urn:uuid:00000000-0000-4000-8000-000000000000")],
    "a text in another language": [MISMATCH, ({ document }) => (document.termsOfUse[0].name[0]["@language"] = "de")],
    "a text in another direction": [MISMATCH, ({ document }) => (document.termsOfUse[0].name[0]["@direction"] = "rtl")],
};

// What is there and what is not.
const STATEMENTS = {
    "a chosen text taken out": [TAKEN, ({ document }) => delete document.name],
    "chosen texts taken out": [TAKEN, ({ document }) => {
        for (const name of ["name", "description", "validUntil"]) delete document[name];
    }],
    "a result taken out": [TAKEN, ({ document }) => document.credentialSubject.result.pop()],
    "a text of every copy taken out": [TAKEN, ({ document }) => delete document.credentialSubject.achievement.achievementType],
    "a part of every copy taken out": [TAKEN, ({ document }) => delete document.image],
    "a text put in": [PUT, ({ document }) => (document.credentialSubject.licenseNumber = "1")],
    "a tag put in": [PUT, ({ document }) => document.credentialSubject.achievement.tag.push("more")],
    "a type put in": [PUT, ({ document }) => document.type.push("https://vocabulary.example.edu/terms#Gold")],
    "something without an id put in": [UNKNOWN, ({ document }) => (document.evidence = [{ type: ["Evidence"], name: "More" }])],
    "something with an id put in": [PUT, ({ document }) => (document.evidence = [{ id: "urn:x:1", type: ["Evidence"] }])],
    "one taken out and one put in": [MISMATCH, ({ document }) => {
        delete document.name;
        document.credentialSubject.licenseNumber = "1";
    }],
    "a signature taken out": [PUT, ({ parts }) => parts.signatures.pop()],
    "a signature more": [TAKEN, ({ parts }) => parts.signatures.push(parts.signatures[0])],
    // By chance of the names the last statement may be a mandatory one, whose number is then too large: either reason.
    "a chosen text and a signature taken out": [undefined, ({ document, parts }) => {
        delete document.name;
        parts.signatures.pop();
    }],
};

// The signatures, and who made them.
const SIGNATURES = {
    "two signatures for each other": [PART, ({ parts }) => swap(parts.signatures, 0, 1)],
    "the first and the last signature for each other": [PART, ({ parts: { signatures } }) => {
        swap(signatures, 0, signatures.length - 1);
    }],
    "all signatures in another order": [PART, ({ parts }) => parts.signatures.reverse()],
    "a signature in the place of all": [PART, ({ parts }) => parts.signatures.fill(parts.signatures[0])],
    "a bit of a signature": [PART, ({ parts }) => (parts.signatures[2] = flip(parts.signatures[2]))],
    "a signature of zeros": [PART, ({ parts }) => (parts.signatures[0] = new Uint8Array(64))],
    "a signature too short": [`${NONE}a signature in it does not have 64 bytes`, ({ parts }) => {
        parts.signatures[0] = parts.signatures[0].subarray(1);
    }],
    "a signature of another disclosure": [PART, ({ parts, other }) => (parts.signatures[0] = other.signatures[0])],
    "all signatures of another disclosure": [PART, ({ parts, other }) => (parts.signatures = other.signatures)],
    "a bit of the base signature": [BASE, ({ parts }) => (parts.base = flip(parts.base))],
    "a base signature of zeros": [BASE, ({ parts }) => (parts.base = new Uint8Array(64))],
    "the base signature of another badge": [BASE, ({ parts, other }) => (parts.base = other.base)],
    "the key of another badge": [BASE, ({ parts, other }) => (parts.key = other.key)],
    "the key and the signatures of another badge": [BASE, ({ parts, other }) => {
        parts.key = other.key;
        parts.signatures = other.signatures;
    }],
    "the value of another badge": [PART, ({ parts, other }) => Object.assign(parts, other)],
    "the attacker's base signature": [BASE, ({ parts, attackers }) => Object.assign(parts, attackers)],
};

// Which statements are shown in every copy.
const MANDATORY = {
    "none of the mandatory ones": [PUT, ({ parts }) => (parts.mandatory = [])],
    "one mandatory one less": [PUT, ({ parts }) => parts.mandatory.pop()],
    "one mandatory one less, with a signature": [MISMATCH, ({ parts }) => {
        parts.mandatory.shift();
        parts.signatures.unshift(parts.signatures[0]);
    }],
    "one mandatory one more": [TAKEN, ({ parts, free }) => parts.mandatory.push(free[0])],
    "a chosen one for a mandatory one": [BASE, ({ parts, free }) => (parts.mandatory[0] = free[0])],
    "a chosen one as mandatory, without its signature": [BASE, ({ parts, free }) => {
        parts.mandatory.push(free[0]);
        parts.signatures.shift();
    }],
    "a mandatory one twice": [`${NONE}it says twice`, ({ parts }) => (parts.mandatory[0] = parts.mandatory[1])],
    "a mandatory one that is not there": [`${NONE}it says of a statement`, ({ parts }) => (parts.mandatory[0] = 1000)],
    "a text of every copy and its number taken out": [MISMATCH, ({ document, parts }) => {
        delete document.credentialSubject.achievement.achievementType;
        parts.mandatory.pop();
    }],
};

// The names of what has no id.
const LABELS = {
    "two names for each other": [MISMATCH, ({ parts: { labels } }) => {
        const [first, second] = [labels.get(0), labels.get(1)];
        labels.set(0, second).set(1, first);
    }],
    "a name less": [UNKNOWN, ({ parts }) => parts.labels.delete(parts.labels.size - 1)],
    "a name twice": [`${NONE}it gives two nodes`, ({ parts }) => parts.labels.set(0, parts.labels.get(1))],
    "a bit of a name": [MISMATCH, ({ parts }) => parts.labels.set(0, flip(parts.labels.get(0)))],
    "a name too short": [`${NONE}a name in it does not have 32 bytes`, ({ parts }) => {
        parts.labels.set(0, parts.labels.get(0).subarray(1));
    }],
    "the names of another badge": [MISMATCH, ({ parts, other }) => (parts.labels = other.labels)],
};

// The options of the proof, which the base signature covers.
const proofs = (change) => ({ document }) => change(document.proof, document);
const OPTIONS = {
    "when it was made": [BASE, proofs((proof) => (proof.created = "2026-05-02T12:00:00Z"))],
    "when it was made, not at all": [BASE, proofs((proof) => delete proof.created)],
    "an end of the proof": [BASE, proofs((proof) => (proof.expires = "2030-01-01T00:00:00Z"))],
    "a domain": [BASE, proofs((proof) => (proof.domain = "badges.example.edu"))],
    "a challenge": [BASE, proofs((proof) => (proof.challenge = "1"))],
    "an id of the proof": [BASE, proofs((proof) => (proof.id = "urn:uuid:77777777-7777-4777-8777-777777777777"))],
    "another key of the same issuer": [BASE, ({ document, attacker }) => {
        document.issuer.id = attacker.did;
        document.proof.verificationMethod = attacker.method;
    }],
};

// Values that are none.
const VALUES = {
    "the tag of a base proof": [`${NONE}it is a base proof`, ({ parts }) => (parts.tag[2] = 0)],
    "another tag": [`${NONE}it does not begin`, ({ parts }) => (parts.tag[2] = 2)],
    "bytes behind": [NONE, ({ parts }) => (parts.more = [0])],
    "bytes taken off": [NONE, ({ value }) => ({ proofValue: value.slice(0, -8) })],
    "another alphabet": [`${NONE}it does not start with "u"`, ({ value }) => ({ proofValue: `z${value.slice(1)}` })],
    "a base signature too short": [`${NONE}the issuer's signature`, ({ parts }) => (parts.base = parts.base.subarray(1))],
    "a key that is none": [`${NONE}the key in it is not a P-256 key`, ({ parts }) => {
        parts.key = Uint8Array.from(parts.key, (byte, i) => (i > 2 ? 0xff : byte));
    }],
    "the base proof of the same badge": [`${NONE}it is a base proof`, ({ base }) => ({ proofValue: base.proof.proofValue })],
    "the signature of another suite": [`${NONE}it does not start with "u"`, () => ({ proofValue: `z${"2".repeat(86)}` })],
};

export const KINDS = { SHOWN, STATEMENTS, SIGNATURES, MANDATORY, LABELS, OPTIONS, VALUES };

// What changes nothing that is signed.
const turned = (object) => Object.fromEntries(Object.entries(object).reverse());
export const HARMLESS = {
    "members in another order": ({ document }) => turned(document),
    "lists without an order in another one": ({ document }) => {
        document.credentialSubject.result.reverse();
        document.credentialSubject.achievement.resultDescription.reverse();
    },
    "the other name of the same class": ({ document }) => (document.type[1] = "AchievementCredential"),
    "names in another order": ({ parts }) => (parts.labels = new Map([...parts.labels].reverse())),
    "mandatory ones in another order": ({ parts }) => parts.mandatory.reverse(),
    "the members of the proof in another order": ({ document }) => (document.proof = turned(document.proof)),
};
