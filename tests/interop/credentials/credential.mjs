// Random Open Badges 3.0 credentials that use all of the data model. A seed and a number fix each of them; the issuer, the
// suite and so the fitting contexts are given.
import { contextSet, contextSetInside, EXTENSIONS } from "./contexts.mjs";
import { evidence, image, ownMottos, ownTerms, profile, subject } from "./parts.mjs";
import { Random } from "./random.mjs";
import { object, place, write } from "./text.mjs";
import { address, languageMap, moment, spoken, text } from "./values.mjs";

// What a credential is to be rich in. Blank nodes that nothing tells apart are what RDFC-1.0 has to work for.
export const FLAVOURS = [
    ["plain", []],
    ["results", ["results"]],
    ["languages", ["languages", "results"]],
    ["numbers", ["numbers"]],
    ["blank nodes", ["blank-nodes", "evidence", "results"]],
    ["endorsements", ["endorsements"]],
    ["own terms", ["own-terms", "numbers"]],
    ["everything", ["results", "languages", "numbers", "blank-nodes", "endorsements", "evidence"]],
];

const ENDORSEMENTS_MOST = 4;

class Plan {
    constructor(features, endorse) {
        this.features = new Set(features);
        this.endorse = endorse;
        this.own = (random) => ({ ...ownTerms(random), ...ownMottos(random, languageMap) });
    }

    has(feature) {
        return this.features.has(feature);
    }
}

function dates(random, set) {
    const [from, until] = set.old ? ["issuanceDate", "expirationDate"] : ["validFrom", "validUntil"];
    return object({ [from]: moment(random), [until]: random.maybe(30, () => `2099-${moment(random).slice(5)}`) });
}

function terms(random, plan) {
    return object({
        id: random.maybe(50, () => address(random, "terms")),
        type: "https://vocabulary.example.edu/terms#Policy",
        name: random.maybe(70, () => spoken(random)),
        description: random.maybe(50, () => spoken(random)),
    });
}

// Data that needs the context of extensions.
function services(random) {
    const schemas = `${EXTENSIONS.replace("extensions.json", "")}schema/json/`;
    return object({
        credentialSchema: random.maybe(60, () => [
            {
                id: `${schemas}ob_v3p0_achievementcredential_schema.json`,
                type: "1EdTechJsonSchemaValidator2019",
            },
        ]),
        refreshService: random.maybe(40, () => ({
            id: "https://badges.example.edu/refresh",
            type: "1EdTechCredentialRefresh",
        })),
    });
}

function shared(random, plan, set, id, issuer) {
    return {
        "@context": set.list,
        id,
        issuer: random.chance(10) ? issuer : profile(random, plan, issuer),
        ...dates(random, set),
        ...object({ description: random.maybe(30, () => text(random)) }),
    };
}

function endorsement(random, set, issuer, about) {
    const plan = new Plan([], () => undefined);
    return {
        ...shared(random, plan, set, `urn:uuid:${random.uuid()}`, issuer),
        type: ["VerifiableCredential", "EndorsementCredential"],
        name: text(random),
        credentialSubject: object({
            id: about,
            type: random.pick(["EndorsementSubject", ["EndorsementSubject"]]),
            endorsementComment: random.maybe(80, () => text(random)),
            description: random.maybe(30, () => spoken(random)),
        }),
    };
}

// `suite`: a name of peer.mjs. `issuer` and `endorser`: DIDs. `ours`: blazon is to sign it. Returns the JSON text, with places for the endorsements,
// and the texts of these.
export function credential(seed, number, { suite, issuer, endorser, ours, flavour: [flavour, features] }) {
    const random = new Random(seed, number);
    random.tame = suite === "Ed25519Signature2020" && random.chance(60);
    random.ours = ours;
    const endorsements = [],
        id = `urn:uuid:${random.uuid()}`;
    const plan = new Plan(features, (about) => {
        if (endorsements.length >= ENDORSEMENTS_MOST || !about) return undefined;
        endorsements.push(write(random, endorsement(random, contextSetInside(random, set), endorser, about)));
        return place(endorsements.length - 1);
    });
    const set = contextSet(random, suite, plan, ours);
    if (!set.old) plan.features.add("3.0.3");
    const document = {
        ...shared(random, plan, set, id, issuer),
        type: ["VerifiableCredential", random.pick(["AchievementCredential", "OpenBadgeCredential"])],
        credentialSubject: subject(random, plan),
        ...object({
            name: text(random),
            awardedDate: random.maybe(set.old ? 0 : 20, () => moment(random)),
            image: random.maybe(20, () => image(random)),
            evidence: random.maybe(plan.has("evidence") ? 95 : 25, () => evidence(random, plan)),
            endorsement: random.maybe(plan.has("endorsements") ? 90 : 0, () =>
                random.times(1, 2, () => plan.endorse(random.pick([id, issuer]))).filter(Boolean),
            ),
            termsOfUse: random.maybe(plan.has("languages") ? 70 : 10, () =>
                random.times(1, 2, () => terms(random, plan)),
            ),
            ...(set.extensions ? services(random) : {}),
            ...(set.any ? { districtCode: text(random), districtData: [true, text(random)] } : {}),
        }),
    };
    return { flavour, contexts: set.name, text: write(random, document), endorsements };
}
