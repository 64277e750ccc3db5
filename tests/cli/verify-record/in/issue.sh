#!/bin/sh
# issue.sh KIND [KEY=VALUE...]: r.json or r.jwt, a record with one badge, both signed with a proof of this kind.
set -e
chmod 600 issuer.pem
did=$(blazon key did issuer.pem) kind=$1
shift
case $kind in jwt) end=jwt ;; *) end=json ;; esac
python3 make.py "$did" "$@"
blazon sign badge.json --key issuer.pem --proof "$kind" --now 2026-02-01T00:00:00Z -o b.$end
python3 make.py "$did" "$@"
blazon sign record.json --key issuer.pem --proof "$kind" --now 2026-02-01T00:00:00Z -o r.$end
