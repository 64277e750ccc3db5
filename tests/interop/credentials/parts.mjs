// The classes of the Open Badges 3.0 data model, one function each. `plan` says what the credential is to be rich in
// (credential.mjs); every property of every class comes up in some credential.
import { createHash } from "node:crypto";
import { Lexeme, object } from "./text.mjs";
import { address, isNegativeZero, language, moment, number, spoken, text } from "./values.mjs";

// A class is written as one type or as a list of types.
const oneOrList = (random, type) => (random.chance(50) ? type : [type]);

const often = (plan, feature) => (plan.has(feature) ? 90 : 15);

// The same thing several times: blank nodes that nothing tells apart.
function repeated(random, plan, things) {
    if (!plan.has("blank-nodes") || things.length === 0) return things;
    return things.concat(random.times(1, 3, () => things[random.below(things.length)]));
}

export function image(random) {
    return object({ id: address(random, "image"), type: "Image", caption: random.maybe(40, () => text(random)) });
}

function identifierEntry(random) {
    return {
        type: "IdentifierEntry",
        identifier: text(random),
        identifierType: random.pick(["sourcedId", "nationalIdentityNumber", "ltiUserId", "ext:district_code"]),
    };
}

function identityObject(random) {
    const hashed = random.chance(60),
        salt = random.chance(50) ? random.uuid() : undefined;
    const hash = createHash("sha256")
        .update(`jane${random.below(1000)}@example.edu${salt ?? ""}`)
        .digest("hex");
    return object({
        type: "IdentityObject",
        hashed,
        identityHash: hashed ? `sha256$${hash}` : "jane@example.edu",
        identityType: "emailAddress",
        salt: hashed ? salt : undefined,
    });
}

function postalAddress(random, plan) {
    return object({
        type: oneOrList(random, "Address"),
        addressCountry: random.maybe(60, () => "Schweiz/Suisse"),
        addressCountryCode: random.maybe(60, () => "CH"),
        addressRegion: random.maybe(40, () => text(random)),
        addressLocality: random.maybe(50, () => "Zürich"),
        streetAddress: random.maybe(50, () => text(random)),
        postOfficeBoxNumber: random.maybe(30, () => "PO 7"),
        postalCode: random.maybe(50, () => "98105"),
        name: random.maybe(often(plan, "languages"), () => spoken(random)),
        geo: random.maybe(often(plan, "numbers"), () => ({
            type: "GeoCoordinates",
            latitude: number(random),
            longitude: number(random),
        })),
    });
}

export function profile(random, plan, id, depth = 0) {
    const person = random.chance(30);
    return object({
        id: id ?? address(random, "profile"),
        type: oneOrList(random, "Profile"),
        name: text(random),
        url: random.maybe(30, () => address(random, "home")),
        phone: random.maybe(20, () => "+1 206 555 0100"),
        description: random.maybe(30, () => text(random)),
        image: random.maybe(20, () => image(random)),
        email: random.maybe(20, () => "badges@example.edu"),
        official: random.maybe(15, () => text(random)),
        narrative: random.maybe(often(plan, "languages") / 2, () => spoken(random)),
        address: random.maybe(plan.has("numbers") ? 80 : 15, () => postalAddress(random, plan)),
        otherIdentifier: random.maybe(20, () => random.times(1, 2, () => identifierEntry(random))),
        parentOrg: random.maybe(depth < 2 ? 20 : 0, () => profile(random, plan, undefined, depth + 1)),
        familyName: person ? text(random) : undefined,
        givenName: person ? text(random) : undefined,
        additionalName: random.maybe(person ? 30 : 0, () => "K."),
        patronymicName: random.maybe(person ? 30 : 0, () => "Іванівна"),
        honorificPrefix: random.maybe(person ? 30 : 0, () => "Dr."),
        honorificSuffix: random.maybe(person ? 30 : 0, () => "M.Ed."),
        familyNamePrefix: random.maybe(person ? 30 : 0, () => "van der"),
        dateOfBirth: random.maybe(person ? 30 : 0, () => "1980-02-29"),
        endorsement: random.maybe(plan.has("endorsements") && depth === 0 ? 30 : 0, () =>
            [plan.endorse(id)].filter(Boolean),
        ),
    });
}

function alignment(random, plan) {
    return object({
        type: oneOrList(random, "Alignment"),
        targetName: text(random),
        targetUrl: address(random, "standard"),
        targetCode: random.maybe(40, () => "SEP-4"),
        targetFramework: random.maybe(40, () => "NGSS"),
        targetDescription: random.maybe(30, () => text(random)),
        targetType: random.maybe(40, () => random.pick(["CFItem", "ceasn:Competency", "CTDL", "ext:StateStandard"])),
        description: random.maybe(often(plan, "languages"), () => spoken(random)),
    });
}

function alignments(random, plan) {
    const most = plan.has("blank-nodes") ? 6 : 3;
    return repeated(
        random,
        plan,
        random.times(1, most, () => alignment(random, plan)),
    );
}

function rubricDescription(random, plan, id) {
    const levels = ["not-yet", "basic", "proficient"].map((name, i) =>
        object({
            id: `${id}/${name}`,
            type: oneOrList(random, "RubricCriterionLevel"),
            name: text(random),
            level: String(i),
            points: String(i * 2),
            description: random.maybe(70, () => text(random)),
            alignment: random.maybe(10, () => alignments(random, plan)),
        }),
    );
    return {
        description: object({
            id,
            type: oneOrList(random, "ResultDescription"),
            name: text(random),
            resultType: "RubricCriterionLevel",
            requiredLevel: random.maybe(70, () => `${id}/basic`),
            rubricCriterionLevel: random.shuffled(levels),
            alignment: random.maybe(20, () => alignments(random, plan)),
        }),
        result: { achievedLevel: `${id}/${random.pick(["basic", "proficient"])}` },
    };
}

function scoreDescription(random, plan, id) {
    return {
        description: object({
            id,
            type: oneOrList(random, "ResultDescription"),
            name: text(random),
            resultType: random.pick(["RawScore", "Percent", "ext:Points"]),
            valueMin: "0",
            valueMax: "100",
            requiredValue: random.maybe(60, () => "50.5"),
        }),
        result: { value: random.pick(["50.5", "77", "100"]) },
    };
}

// The order of `allowedValue` is part of the data: a JSON-LD list. In older contexts it is a set, so that nobody can tell what
// is more than required.
function gradeDescription(random, plan, id) {
    const description = object({
        id,
        type: oneOrList(random, "ResultDescription"),
        name: text(random),
        resultType: "LetterGrade",
        allowedValue: ["F", "D", "C", "B", "B", "A", "A+"].slice(random.below(3)),
        requiredValue: random.maybe(50, () => "C"),
    });
    const value = random.pick(["C", "B", "A", "A+"]);
    return { description, result: { value: description.requiredValue ?? value } };
}

function statusDescription(random, plan, id) {
    return {
        description: { id, type: oneOrList(random, "ResultDescription"), name: text(random), resultType: "Status" },
        result: { status: random.pick(["Completed", "Enrolled", "InProgress", "OnHold", "Provisional"]) },
    };
}

// What the achievement can be measured by, and what the recipient reached; the second fits the first.
function measures(random, plan, base) {
    const kinds = [rubricDescription, rubricDescription, scoreDescription, gradeDescription, statusDescription];
    const made = random.times(...(plan.has("results") ? [2, 6] : [0, 1]), (i) =>
        random.pick(kinds)(random, plan, `${base}#result/${i}`),
    );
    const results = made.map(({ description, result }) =>
        object({
            type: oneOrList(random, "Result"),
            resultDescription: description.id,
            ...result,
            alignment: random.maybe(15, () => alignments(random, plan)),
            description: random.maybe(often(plan, "languages") / 3, () => spoken(random)),
        }),
    );
    return { descriptions: made.map(({ description }) => description), results: repeated(random, plan, results) };
}

function related(random, plan) {
    return object({
        id: address(random, "achievement"),
        type: oneOrList(random, "Related"),
        inLanguage: random.maybe(plan.has("3.0.3") ? 50 : 0, () => language(random)),
        version: random.maybe(50, () => "2.0"),
        name: random.maybe(often(plan, "languages"), () => spoken(random)),
    });
}

function achievement(random, plan, id, descriptions) {
    return object({
        id,
        type: oneOrList(random, "Achievement"),
        name: text(random),
        description: text(random),
        criteria: object({
            id: random.maybe(40, () => address(random, "criteria")),
            narrative: text(random),
            name: random.maybe(often(plan, "languages"), () => spoken(random)),
        }),
        achievementType: random.maybe(70, () => random.pick(["MicroCredential", "Competency", "ext:ClockHours"])),
        alignment: random.maybe(plan.has("blank-nodes") ? 95 : 30, () => alignments(random, plan)),
        creator: random.maybe(20, () => profile(random, plan, undefined, 1)),
        creditsAvailable: random.maybe(often(plan, "numbers"), () => number(random)),
        endorsement: random.maybe(plan.has("endorsements") ? 50 : 0, () => [plan.endorse(id)].filter(Boolean)),
        fieldOfStudy: random.maybe(20, () => text(random)),
        humanCode: random.maybe(20, () => "CT-101"),
        image: random.maybe(30, () => image(random)),
        inLanguage: random.maybe(plan.has("3.0.3") ? 40 : 0, () => language(random)),
        otherIdentifier: random.maybe(20, () => random.times(1, 3, () => identifierEntry(random))),
        related: random.maybe(20, () => random.times(1, 2, () => related(random, plan))),
        resultDescription: descriptions.length > 0 ? descriptions : undefined,
        specialization: random.maybe(15, () => text(random)),
        version: random.maybe(30, () => "1.0.0"),
        tag: random.maybe(40, () => random.times(1, 4, () => text(random))),
        ...(plan.has("own-terms") ? plan.own(random) : {}),
    });
}

export function subject(random, plan) {
    const id = `https://badges.example.edu/achievement/${random.below(1000)}`;
    const { descriptions, results } = measures(random, plan, id);
    const identified = random.chance(70);
    return object({
        id: identified
            ? random.pick([
                  `did:example:jane${random.below(100)}`,
                  `urn:uuid:${random.uuid()}`,
                  "mailto:jane@example.edu",
              ])
            : undefined,
        identifier: random.maybe(identified ? 30 : 100, () => random.times(1, 2, () => identityObject(random))),
        type: oneOrList(random, "AchievementSubject"),
        achievement: achievement(random, plan, id, descriptions),
        activityStartDate: random.maybe(20, () => moment(random)),
        activityEndDate: random.maybe(20, () => moment(random)),
        creditsEarned: random.maybe(often(plan, "numbers"), () => number(random)),
        image: random.maybe(15, () => image(random)),
        licenseNumber: random.maybe(15, () => text(random)),
        narrative: random.maybe(30, () => text(random)),
        role: random.maybe(15, () => text(random)),
        source: random.maybe(15, () => profile(random, plan, undefined, 1)),
        term: random.maybe(15, () => "2026 Spring"),
        name: random.maybe(often(plan, "languages") / 2, () => spoken(random)),
        result: results.length > 0 ? results : undefined,
        ...(plan.has("own-terms") && random.chance(30) ? plan.own(random) : {}),
    });
}

export function evidence(random, plan) {
    const piece = () =>
        object({
            id: random.maybe(plan.has("blank-nodes") ? 10 : 60, () => address(random, "evidence")),
            type: oneOrList(random, "Evidence"),
            narrative: text(random),
            name: random.maybe(60, () => text(random)),
            description: random.maybe(40, () => text(random)),
            genre: random.maybe(30, () => "Video"),
            audience: random.maybe(30, () => "Assessors"),
        });
    return repeated(random, plan, random.times(1, plan.has("evidence") ? 5 : 2, piece));
}

// Terms of one issuer, which `own-terms` contexts (contexts.mjs) define: every kind of container and coercion.
export function ownTerms(random) {
    const jsonValue = () => ({
        z: number(random),
        "\u{1f393}": text(random),
        "\ufffd": [null, true, {}],
        a: { b: [number(random), []] },
    });
    // Of a double, the peer loses the sign of zero (faults.mjs).
    const double = () => [number(random)].map((made) => (isNegativeZero(made) ? new Lexeme("0.0") : made))[0];
    return object({
        "ex:weight": random.maybe(60, () => number(random)),
        grade: random.maybe(60, double),
        count: random.maybe(60, () => random.pick([number(random), "12"])),
        flag: random.maybe(40, () => random.chance(50)),
        raw: random.maybe(60, () => random.pick([jsonValue(), [jsonValue()], null, "x", new Lexeme("1.50")])),
        steps: random.maybe(60, () => random.times(0, 3, () => random.pick([text(random), number(random), true]))),
        grid: random.maybe(30, () => [[number(random)], [], [text(random), [number(random)]]]),
        byCode: random.maybe(30, () => ({ a: text(random), b: [text(random), number(random)] })),
        taughtBy: random.maybe(30, () => ({ id: address(random, "teacher"), "ex:weight": number(random) })),
        more: random.maybe(30, () => ({ grade: double() })),
    });
}

export function ownMottos(random, languageMap) {
    return object({
        motto: random.maybe(80, () => languageMap(random)),
        devise: random.maybe(60, () => languageMap(random)),
    });
}
