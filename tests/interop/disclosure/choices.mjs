// What an issuer has always shown, and what holders choose to show besides.

// Without these a badge is not what the schema asks for; the ids and types of what is shown come along by themselves.
const ACHIEVEMENT = ["name", "description", "criteria"].map((name) => `/credentialSubject/achievement/${name}`);
export const NEEDED = ["/issuer", "/validFrom", ...ACHIEVEMENT];

// Digital Bazaar's suite cannot sign lists whose order matters, nor what only the type of its parent gives a meaning to.
export function signable(document, issuer) {
    const copy = structuredClone(document);
    copy.issuer.id = issuer;
    delete copy.issuer.address.geo;
    for (const description of copy.credentialSubject.achievement.resultDescription) delete description.allowedValue;
    return copy;
}

const membersOf = (document) =>
    Object.keys(document)
        .filter((name) => !["@context", "id", "type", "proof"].includes(name))
        .map((name) => `/${name}`);

// By the name of the issuer's choice: JSON pointers.
export const ISSUERS = {
    "what the schema needs": () => NEEDED,
    nothing: () => [],
    "the subject": () => ["/issuer", "/validFrom", "/credentialSubject"],
    everything: membersOf,
};

const SUBJECT = "/credentialSubject",
    DESCRIPTIONS = `${SUBJECT}/achievement/resultDescription`;

// What the badge would need is then left out; not where the issuer has the whole subject shown.
const inPart = (steps) => (issuer) => (["the subject", "everything"].includes(issuer) ? [] : steps);
const never = () => [];

// By the name of the holder's choice: JSON pointers, and the steps that fail under the policies spec and 1edtech.
const choice = (pointers, spec = never, edtech = never) => ({ pointers, fails: { spec, "1edtech": edtech } });
export const HOLDERS = {
    "no more": choice(() => []),
    "name and description": choice(() => ["/name", "/description"]),
    "the end": choice(() => ["/validUntil"]),
    "an alignment of two": choice(() => [`${SUBJECT}/achievement/alignment/1`]),
    "a part of an alignment": choice(
        () => [`${SUBJECT}/achievement/alignment/1/targetName`],
        inPart(["schema"]),
        inPart(["schema"]),
    ),
    "a tag of two": choice(() => [`${SUBJECT}/achievement/tag/1`]),
    evidence: choice(() => ["/evidence"]),
    "the image": choice(() => ["/image"]),
    "whose it is": choice(() => [`${SUBJECT}/identifier`]),
    "texts in two languages": choice(() => ["/termsOfUse"]),
    "a description of results": choice(() => [`${DESCRIPTIONS}/0`]),
    "a result with its description": choice(() => [`${SUBJECT}/result/1`, `${DESCRIPTIONS}/1`]),
    "both results with theirs": choice(() => [`${SUBJECT}/result`, DESCRIPTIONS, `${SUBJECT}/creditsEarned`]),
    "results without descriptions": choice(() => [`${SUBJECT}/result`], inPart(["results"])),
    "a part twice": choice(() => [SUBJECT, `${SUBJECT}/achievement/name`, "/issuer"]),
    everything: choice(membersOf),
};

// Pointers to every place in a document but ids, types and what JSON-LD has for itself, which cannot be chosen.
function placesIn(value, at = "") {
    if (typeof value !== "object" || value === null) return [at];
    const below = Object.entries(value)
        .filter(([name]) => !name.startsWith("@") && !["id", "type"].includes(name))
        .flatMap(([name, member]) => placesIn(member, `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`));
    return at ? [at, ...below] : below;
}

// Pointers to some of what is in the document.
export function somewhere(random, document) {
    return placesIn(document).filter((place) => !/^\/(@|proof)/.test(place) && random.chance(8));
}
