// Writes JSON in all the ways in which it may be written: members in any order, blanks anywhere, any character as an
// escape, and numbers letter by letter (3.0, 1E2), which JSON.stringify() would make alike.

// A piece of JSON text that stands in the document as it is.
export class Lexeme {
    constructor(text) {
        this.text = text;
    }
}

// The members that are there.
export function object(members) {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

const SHORT = { "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

function escaped(random, unit) {
    const digits = unit.charCodeAt(0).toString(16).padStart(4, "0");
    return "\\u" + (random.chance(50) ? digits.toUpperCase() : digits);
}

// Both halves of a surrogate pair have to be written alike.
function character(random, style, point) {
    if (point < " " || point === '"' || point === "\\")
        return SHORT[point] && random.chance(80) ? SHORT[point] : escaped(random, point);
    if (point === "/" && style.escapes && random.chance(30)) return "\\/";
    if (style.escapes && random.chance(style.escapes))
        return point
            .split("")
            .map((unit) => escaped(random, unit))
            .join("");
    return point;
}

function string(random, style, text) {
    return '"' + Array.from(text, (point) => character(random, style, point)).join("") + '"';
}

function blank(random, style) {
    return style.blanks ? random.pick(["", "", " ", "\n", "\t", "\r\n", "  "]) : "";
}

function list(random, style, open, items, close) {
    const b = () => blank(random, style);
    return open + b() + items.map((item) => item + b()).join("," + b()) + close;
}

function value(random, style, v) {
    if (v instanceof Lexeme) return v.text;
    if (typeof v === "string") return string(random, style, v);
    if (Array.isArray(v))
        return list(
            random,
            style,
            "[",
            v.map((item) => value(random, style, item)),
            "]",
        );
    if (typeof v !== "object" || v === null) return JSON.stringify(v);
    const names = style.shuffled ? random.shuffled(Object.keys(v)) : Object.keys(v);
    const b = () => blank(random, style);
    return list(
        random,
        style,
        "{",
        names.map((name) => string(random, style, name) + b() + ":" + b() + value(random, style, v[name])),
        "}",
    );
}

// The text of a document in a style of its own.
export function write(random, document) {
    const style = { blanks: random.chance(40), shuffled: random.chance(60), escapes: random.pick([0, 0, 3, 30, 100]) };
    return value(random, style, document);
}

// Places for texts that are made later, such as signed endorsements: the JSON string "@@NUMBER@@".
export function place(number) {
    return new Lexeme(`"@@${number}@@"`);
}

export function fill(text, pieces) {
    return text.replace(/"@@(\d+)@@"/g, (_, number) => pieces[number]);
}

// The text with one more member behind all others; everything before it stays as it was written.
export function append(text, name, member) {
    const end = text.lastIndexOf("}");
    return text.slice(0, end) + `,${JSON.stringify(name)}:${JSON.stringify(member)}` + text.slice(end);
}
