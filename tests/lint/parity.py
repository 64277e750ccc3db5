#!/usr/bin/env python3
"""The parity table has every probe of the Java validator and every task and type of value of the Python one, each once,
with steps that the table of steps has; each step is in it, or among blazon's own; blazon-parity(7) is what man/parity.py
writes, and `blazon help parity` shows all of it."""

import importlib.util
import pathlib
import tempfile

import gate

GENERATOR = pathlib.Path(__file__).resolve().parents[2] / "man" / "parity.py"
STEPS, PAGE, TABLE = "lib/verify/steps.c", "man/blazon-parity.7", "cmd/parity"

# What the validators have: the Java one (inspector-vc, inspector-clr, inspector-tcp-vc at 3825471) by the inspector that
# runs it, without base classes (PropertyProbe, StringValuePropertyProbe, VCInspector) and without the probe that the
# schema probes are made of (JsonSchemaProbe); checkRefreshService is a method there. The Python one by task_types.py and
# ValueTypes.
NAMES = {
    "java_30": """CredentialParseProbe JsonLDValidationProbe ContextPropertyProbe TypePropertyProbe JsonSchemasProbe
        InlineJsonSchemaProbe CredentialSubjectProbe EvidenceProbe IssuerProbe ExternalProofProbe EmbeddedProofProbe
        checkRefreshService RevocationListProbe BitstringStatusListProbe ExpirationProbe IssuanceProbe""",
    "java_others": """EndorsementInspector CLR20Inspector ClrSubjectProbe BitstringStatusListCredentialInspector
        TCPInspector""",
    "java_20": """CredentialParseProbe ContextPropertyProbe TypePropertyProbe JsonLDCompactionProbe JsonLDValidationProbe
        GraphFetcherProbe ValidationPropertyProbe ValidationRdfTypePropertyProbe ValidationImagePropertyProbe
        ValidationIssuerPropertyProbe VerificationDependenciesProbe AssertionRevocationListProbe VerificationJWTProbe
        ExpirationProbe IssuanceProbe ExtensionProbe OB20EndorsementInspector VerificationRecipientProbe""",
    "python_tasks": """DETECT_INPUT_TYPE PROCESS_BAKED_RESOURCE FETCH_HTTP_NODE INTAKE_JSON JSONLD_COMPACT_DATA
        PROCESS_JWS_INPUT UPGRADE_0_5_NODE UPGRADE_1_0_NODE UPGRADE_1_1_NODE DETECT_AND_VALIDATE_NODE_CLASS
        VALIDATE_EXPECTED_NODE_CLASS VALIDATE_RDF_TYPE_PROPERTY VALIDATE_PROPERTY ASSERTION_TIMESTAMP_CHECKS
        ASSERTION_VERIFICATION_CHECK ASSERTION_VERIFICATION_DEPENDENCIES CRITERIA_PROPERTY_DEPENDENCIES
        FLATTEN_EMBEDDED_RESOURCE IDENTITY_OBJECT_PROPERTY_DEPENDENCIES IMAGE_VALIDATION ISSUER_PROPERTY_DEPENDENCIES
        VALIDATE_EXTENSION_NODE VALIDATE_EXTENSION_SINGLE VALIDATE_REVOCATIONLIST_ENTRIES VERIFY_JWS VERIFY_KEY_OWNERSHIP
        HOSTED_ID_IN_VERIFICATION_SCOPE VERIFY_RECIPIENT_IDENTIFIER VERIFY_SIGNED_ASSERTION_NOT_REVOKED""",
    "python_values": """BOOLEAN COMPACT_IRI DATA_URI DATA_URI_OR_URL DATETIME EMAIL ID IDENTITY_HASH IRI LANGUAGE
        MARKDOWN_TEXT RDF_TYPE TELEPHONE TEXT TEXT_OR_NUMBER URL URL_AUTHORITY""",
}


def load():
    spec = importlib.util.spec_from_file_location("parity_page", GENERATOR)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PARITY = load()


def step_ids(tree):
    rows = (line for line in tree.read(STEPS).splitlines() if line.startswith('    {"'))
    return {line.split('"')[1] for line in rows}


def check_names(key, rows):
    wanted, there = NAMES.get(key, "").split(), [row.name for row in rows]
    complaints = [f"{TABLE}: {key} has no row for {name}" for name in wanted if name not in there]
    complaints += [f"{TABLE}: {key}: {name} stands twice" for name in sorted(set(there)) if there.count(name) > 1]
    return complaints + [f"{TABLE}: {key}: the validator has no {name}" for name in there if name not in wanted]


def check_row(key, row, ids):
    where = f"{TABLE}: {key}: {row.name}"
    complaints = [f"{where}: there is no step {step}" for step in row.steps if step not in ids]
    if (row.relation == "not done") != (not row.steps):
        complaints.append(f"{where}: is {row.relation} by {' and '.join(row.steps) or 'no step'}")
    if row.relation != "same" and not row.why:
        complaints.append(f"{where}: does not say why it is {row.relation}")
    return complaints


def check_own(tables, own, ids):
    named = {step for _, _, rows in tables for row in rows for step in row.steps}
    ours = [step for step, _ in own]
    complaints = [f"{TABLE}: there is no step {step}" for step in ours if step not in ids]
    complaints += [f"{TABLE}: {step} is blazon's own, and a row has it, too" for step in ours if step in named]
    return complaints + [f"{STEPS}: the parity table does not know {step}" for step in sorted(ids - named - set(ours))]


def check_help(tree, tables, own):
    """All that the table says, in its order."""
    program = tree.program or tree.root / "blazon"
    if not tree.program:
        program.chmod(0o755)
    shown, at = " ".join(gate.run(program, "help", "parity")[1].split()), 0
    wanted = [text for title, _, rows in tables
              for text in [title, *(" ".join([row.name, row.relation, row.checks, *(["steps:"] if row.steps else []),
                                              *row.steps, row.why]).strip() for row in rows)]]
    for text in wanted + [f"{step} {why}" for step, why in own]:
        found = shown.find(text, at)
        if found < 0:
            return [f"blazon help parity: does not show, at its place: {text}"]
        at = found + len(text)
    return []


def check(tree):
    tables, own, ids = PARITY.tables(tree.root), PARITY.own(tree.root), step_ids(tree)
    keys = [key for _, key, _ in tables]
    complaints = [f"{TABLE}: there is no list {key}" for key in NAMES if key not in keys]
    for _, key, rows in tables:
        complaints += check_names(key, rows)
        complaints += [complaint for row in rows for complaint in check_row(key, row, ids)]
    complaints += check_own(tables, own, ids)
    there = tree.read(PAGE) if (tree.root / PAGE).exists() else ""
    if there != PARITY.manual(tree.root):
        complaints.append(f"{PAGE}: is not what man/parity.py writes; run it")
    return complaints + check_help(tree, tables, own)


def row(name, steps="parse", relation="SAME", why=""):
    return f'    {{"{name}", "looks", "{steps}", CMD_PARITY_{relation}, "{why}"}},\n'


def lists():
    text = "".join(f"const struct cmd_parity_row cmd_parity_{key}[] = {{\n" + "".join(map(row, names.split())) +
                   "    {0},\n};\n" for key, names in NAMES.items())
    groups = "".join(f'    {{"{key}", cmd_parity_{key}}},\n' for key in NAMES)
    return text + groups + 'own[] = {\n    {"results", "ours"},\n};\n'


def clean():
    files = {f"{TABLE}.c": lists(), STEPS: '    {"parse", "a"},\n    {"results", "b"},\n'}
    with tempfile.TemporaryDirectory() as folder:
        gate.plant(folder, files)
        root = pathlib.Path(folder)
        shown = "".join(f"{key}\n" + "".join(f"{each.name} same looks steps: parse\n" for each in rows)
                        for _, key, rows in PARITY.tables(root))
        script = f"#!/bin/sh\ncat <<'END'\n{shown}results ours\nEND\n"
        return {**files, PAGE: PARITY.manual(root), "blazon": script}


CLEAN = clean()


def instead(old, new):
    return {f"{TABLE}.c": CLEAN[f"{TABLE}.c"].replace(old, new, 1)}


if __name__ == "__main__":
    gate.main(check, CLEAN, [
        (instead(row("EvidenceProbe"), ""), "java_30 has no row for EvidenceProbe"),
        (instead(row("VERIFY_JWS"), ""), "python_tasks has no row for VERIFY_JWS"),
        (instead(row("IRI"), row("URN")), "the validator has no URN"),
        (instead(row("IRI"), row("IRI") * 2), "IRI stands twice"),
        (instead("{\"python_values\", cmd_parity_python_values}", ""), "there is no list python_values"),
        (instead(row("IRI"), row("IRI", "pares")), "there is no step pares"),
        (instead(row("IRI"), row("IRI", "parse results")), "results is blazon's own"),
        (instead(row("IRI"), row("IRI", "")), "IRI: is same by no step"),
        (instead(row("IRI"), row("IRI", "parse", "NOT_DONE", "so")), "IRI: is not done by parse"),
        (instead(row("IRI"), row("IRI", "parse", "LOOSER")), "does not say why it is looser"),
        ({STEPS: CLEAN[STEPS] + '    {"issuer", "c"},\n'}, "does not know issuer"),
        ({PAGE: "old"}, "run it"),
        ({"blazon": CLEAN["blazon"].replace("EMAIL same", "EMAIL stricter")}, "does not show, at its place: EMAIL same"),
        ({"blazon": CLEAN["blazon"].replace("results ours", "")}, "does not show, at its place: results ours"),
    ], __doc__)
