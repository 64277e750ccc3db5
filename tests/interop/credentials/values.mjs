// The plain values of credentials: numbers, texts, languages, moments, addresses.
import { Lexeme } from "./text.mjs";

// Numbers of all shapes. The first 17 significant digits of a double decide, not how it is written.
const NUMBERS = [
    "0 -0 0.0 -0.0 0e5 1 3.0 3.00 15 1E2 1e+2 100e-2 0.5 1.5 2.50 -7 -7.25 0.1 0.30000000000000004",
    "3.0000000000000004 0.1e1 123456.789 -122.41941550000001 47.6062 9007199254740991 9007199254740993",
    "12345678901234567890 100000000000000000000 -999999999999999900000 999999999999999999999 1e21 1.0e21 -1e21",
    "1e22 1.5e300 1.7976931348623157e308 -2.5E-3 0.000001 1.5e-7 -1.25e-10 2.2250738585072014e-308 4.35 0.000123",
    "1e0 5E0 5e-1 4294967296 -2147483648",
].flatMap((line) => line.split(" "));

// What the peer takes for a whole number though it is none, and what lies in the middle of two numbers of 16 digits, which
// it rounds up (faults.mjs).
export function peerDiffers(number) {
    const taken = !Number.isInteger(number) && !String(number).includes(".");
    return taken || /^-?.\..{15}50*e/.test(number.toExponential(100));
}

// blazon sign wants whole numbers beyond 64 bits in quotes: what people write like that is an identifier.
function blazonRefuses(text) {
    return /^-?[0-9]+$/.test(text) && BigInt.asIntN(64, BigInt(text)) !== BigInt(text);
}

export function isNegativeZero(lexeme) {
    return Object.is(Number(lexeme.text), -0);
}

function anyDouble(random) {
    for (;;) {
        const view = new DataView(new ArrayBuffer(8));
        view.setUint32(0, random.bits());
        view.setUint32(4, random.bits());
        const number = view.getFloat64(0);
        if (Number.isFinite(number) && !peerDiffers(number)) return String(number);
    }
}

function anyNumber(random) {
    const kind = random.below(10);
    if (kind < 6) return random.pick(NUMBERS);
    return kind < 8 ? String(random.between(-1000, 100000) / 100) : anyDouble(random);
}

// Where `random.ours` is set, for blazon to sign.
export function number(random) {
    for (;;) {
        const text = anyNumber(random);
        if (!(random.ours && blazonRefuses(text))) return new Lexeme(text);
    }
}

// Language tags in the case in which people write them, and texts for them.
const SPOKEN = [
    ["en", "ltr", "Designs a lesson"],
    ["en-US", "ltr", "Analyzes the color of data"],
    ["es-419", "ltr", "Diseña una lección"],
    ["fr-CA", "ltr", "Conçoit une leçon"],
    ["de-CH-1901", "ltr", "Entwirft eine Strasse für Daten"],
    ["ar", "rtl", "يصمم درسًا"],
    ["ar-Latn-EG", "ltr", "yusammim darsan"],
    ["he", "rtl", "מתכנן שיעור"],
    ["fa-IR", "rtl", "طراحی درس"],
    ["ja", "ltr", "授業を設計する"],
    ["zh-Hant-TW", "ltr", "設計一堂課"],
    ["ko", "ltr", "수업을 설계한다"],
    ["hi", "ltr", "पाठ तैयार करता है"],
    ["th", "ltr", "ออกแบบบทเรียน"],
    ["uk", "ltr", "Проєктує урок"],
    ["el", "ltr", "Σχεδιάζει μάθημα"],
    ["yi", "rtl", "לעקציע"],
    ["sr-Cyrl", "ltr", "Осмишљава час"],
];

// What makes trouble in JSON, in N-Quads or in the order of code points and code units.
const ODD = [
    "\u0001",
    "\b",
    "\t",
    "\n",
    "\f",
    "\r",
    "\r\n",
    "\u001f",
    '"',
    "\\",
    "/",
    "\u007f",
    "\u0085",
    "\u00a0",
    "\u00ad",
    "e\u0301",
    "é",
    "\u200d",
    "\u200f",
    "\u2028",
    "\u2029",
    "\u202e",
    "\ufeff",
    "\ufffd",
    "\uffff",
    "\ue000",
    "\ud7ff",
    "\u{10000}",
    "\u{1f393}",
    "\u{1f469}\u200d\u{1f3eb}",
    "\u{10ffff}",
    "<b>",
    "&amp;",
    "'",
    "${x}",
    "%00",
    "\\u0000",
    "_:c14n0",
    "@en",
    "^^",
    " ",
    "  ",
];

// Where `random.tame` is set, texts have no control characters and no directions: see core.mjs.
export function text(random) {
    const words = random.times(1, 3, () => random.pick(SPOKEN)[2]);
    if (random.chance(35) && !random.tame) words.push(...random.some(ODD, 1, 6));
    return random.shuffled(words).join(random.pick([" ", " ", ", ", ""]));
}

// One text as JSON-LD value object: with its language, its direction, both, or neither. A number makes it unlike all
// others, because the peer takes texts for equal whose directions differ, and loses one (faults.mjs).
function valueObject(random) {
    const [language, direction, words] = random.pick(SPOKEN);
    const kind = random.below(5);
    const object = { "@value": `${kind === 4 ? text(random) : words} ${random.below(1000000)}` };
    if (kind !== 0 && kind !== 3) object["@language"] = language;
    if (kind !== 1 && !random.tame) object["@direction"] = direction;
    return object;
}

// A text in several languages.
export function spoken(random) {
    const kind = random.below(4);
    if (kind === 0) return text(random);
    if (kind === 1) return valueObject(random);
    return random.times(1, 4, () => (random.chance(80) ? valueObject(random) : text(random)));
}

export function languageMap(random) {
    return Object.fromEntries(
        random
            .some(SPOKEN, 1, 5)
            .map(([language, , words]) => [
                language,
                random.chance(20) ? [words, text(random)] : random.chance(10) ? null : words,
            ]),
    );
}

export function language(random) {
    return random.pick(["en", "en-US", "es-419", "zh-Hant-TW", "ar", "haw", "sr-Cyrl"]);
}

// Between 2019 and 2026-05, before every moment that the tests verify at.
export function moment(random) {
    const two = (least, most) => String(random.between(least, most)).padStart(2, "0");
    const day = `${random.between(2019, 2025)}-${two(1, 12)}-${two(1, 28)}`;
    const fraction = random.pick(["", "", "", ".0", ".5", ".123", ".123456789"]);
    const zone = random.pick(["Z", "Z", "Z", "+00:00", "-00:00", "+05:30", "-08:00", "+14:00"]);
    return `${day}T${two(0, 23)}:${two(0, 59)}:${two(0, 59)}${fraction}${zone}`;
}

export function address(random, what) {
    const kind = random.below(8);
    const name = `${what}/${random.below(100000)}`;
    if (kind === 0) return `urn:uuid:${random.uuid()}`;
    if (kind === 1) return `https://badges.example.edu/${name}?a=%20b&c=d%2Fe#part-${random.below(9)}`;
    if (kind === 2) return `https://bücher.example/été/${name}`;
    if (kind === 3) return `tag:badges.example.edu,2026:${name}`;
    return `https://badges.example.edu/${name}`;
}
