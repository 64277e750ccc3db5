#!/bin/sh
# make.sh: badge.json, by the key, with a refresh service; and site/newer.json, its newer copy by the same key.
set -e
chmod 600 issuer.pem
did=$(blazon key did issuer.pem)
mkdir -p site
sed "s|https://badges.example.edu/issuer\"|$did\"|
s|\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"|&, \"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"|
s|  \"validFrom\"|  \"refreshService\": {\"id\": \"https://badges.example.edu/newer.json\", \"type\": \"1EdTechCredentialRefresh\"},\n&|" credential.json > c.json
sed 's|"validFrom": "2026-01-31T23:00:00Z"|"validFrom": "2026-02-10T00:00:00Z"|; s|"name": "Data Practices"|"name": "Data Practices 2"|' c.json > n.json
blazon sign c.json --key issuer.pem --now 2026-02-01T00:00:00Z -o badge.json
blazon sign n.json --key issuer.pem --now 2026-02-10T00:00:00Z -o site/newer.json
