#!/usr/bin/env python3
"""Every option that `blazon COMMAND --help` shows is in the command's manual page and in the three completions."""

import re

import gate

OPTION = re.compile(r"^  (?:-(\w), |    )--([\w-]+)", re.M)
COMMAND = re.compile(r"^  ([a-z][\w-]*(?: [a-z][\w-]*)?)  +\S", re.M)


def section(text, title):
    """The indented lines under a title."""
    match = re.search(rf"^{title}\n((?:  .*\n)+)", text, re.M)
    return match[1] if match else ""


def ask(tree, *words):
    code, text = gate.run(tree.program, *words)
    return text if code == 0 else f"exit {code}: {text}"


def commands(tree):
    """(name, options) of all that can run, subcommands in place of their family."""
    for name in COMMAND.findall(ask(tree, "--help").split("\n\nStart with", maxsplit=1)[0]):
        text = ask(tree, name, "--help")
        children = COMMAND.findall(section(text, "Commands"))
        for child in children:
            yield child, OPTION.findall(ask(tree, *child.split(), "--help"))
        if not children:
            yield name, OPTION.findall(text)


def in_manual(page, letter, name):
    """mdoc writes --name as `Fl -name`."""
    escaped = re.escape(name).replace(r"\-", r"\\?-")
    found = re.search(rf"Fl -{escaped}(?![\w-])", page)
    return found and (not letter or re.search(rf"Fl {letter}\b", page))


def complaints_of(tree, name, options, shells):
    path = f"man/blazon-{name.split()[0]}.1"
    page = tree.read(path) if (tree.root / path).exists() else ""
    if not options:
        yield f"blazon {name} --help shows no options"
    for letter, option in options:
        if not in_manual(page, letter, option):
            yield f"{path}: --{option} of \"blazon {name}\" is missing" + (f", or its letter -{letter}" if letter else "")
        for shell, script in shells.items():
            word = f"-l {option} " if shell == "fish" else f"--{option}"
            scope = [line for line in script.splitlines() if shell != "fish" or name.split()[-1] in line]
            if not any(word in line + " " for line in scope):
                yield f"completion {shell}: --{option} of \"blazon {name}\" is missing"


def check(tree):
    program = tree.program or tree.root / "blazon"
    tree.program = program
    program_path = str(program)
    if program_path.startswith(str(tree.root)) and not tree.build:
        (tree.root / "blazon").chmod(0o755)
    shells = {shell: ask(tree, "completion", shell) for shell in ("bash", "zsh", "fish")}
    found = list(commands(tree))
    complaints = [] if found else ["blazon --help lists no commands"]
    for name, options in found:
        complaints += complaints_of(tree, name, options, shells)
    return complaints


def fake(options, completed):
    """A program with one command that has these options."""
    lines = "".join(f"\\n  -{name[0]}, --{name}  text" for name in options)
    words = " ".join(f"-l {name} --{name} x" for name in completed)
    return ("#!/bin/sh\ncase $1 in\n--help) printf 'Group\\n  x  does\\n\\nStart with\\n' ;;\n"
            f"completion) echo '{words}' ;;\n*) printf 'Options{lines}\\n' ;;\nesac\n")


if __name__ == "__main__":
    MANUAL = ".It Fl a , Fl -all\n"
    gate.main(check, {"blazon": fake(["all"], ["all"]), "man/blazon-x.1": MANUAL}, [
        ({"blazon": fake(["all", "best"], ["all", "best"])}, "--best of \"blazon x\" is missing"),
        ({"blazon": fake(["all"], [])}, "completion bash: --all"),
        ({"man/blazon-x.1": ".It Fl -all\n"}, "letter -a"),
        ({"man/blazon-x.1": ".It Fl a , Fl -all-of-it\n"}, "--all of"),
        ({"blazon": fake([], [])}, "shows no options"),
    ], __doc__)
