#!/bin/sh
# Makes the batches in in/ from the badges of tests/cli/verify.
set -eu
cd "$(dirname "$0")/in"
token() { printf '"%s"\n' "$(cat "../../verify/$1/in/badge.jwt")"; }
{ token valid-es256; token valid-eddsa; token valid-rs256; } > valid.ndjson
{ token valid-es256; token did-web-without-map; } > undecided.ndjson
{
    token valid-es256
    printf '\n'
    token payload-changed | sed 's/$/\r/'
    printf '{"type": "Nothing"}\n \t\n'
    printf 'broken \377\n{"a": "\000"}\n'
    token did-web-without-map
    printf '%s' "$(cat ../../verify/valid-eddsa/in/badge.jwt)"
} > mixed.ndjson
printf '\n\n' > empty.ndjson
