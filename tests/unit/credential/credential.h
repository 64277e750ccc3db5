#ifndef BLAZON_TESTS_UNIT_CREDENTIAL_CREDENTIAL_H
#define BLAZON_TESTS_UNIT_CREDENTIAL_CREDENTIAL_H

/* A small credential of Open Badges 3.0 that can be signed. */

#include "credential/model.h"

#define CREDENTIAL(context, rest)                                                                            \
    "{\"@context\": [" context "], \"id\": \"urn:uuid:6f1c2c7e-0000-4000-8000-000000000000\", "              \
    "\"type\": [\"VerifiableCredential\", \"AchievementCredential\"], "                                      \
    "\"issuer\": {\"id\": \"https://badges.example.edu/issuer\", \"type\": [\"Profile\"]}, "                 \
    "\"validFrom\": \"2026-01-01T00:00:00Z\", \"credentialSubject\": {\"id\": \"did:web:example.edu\", "     \
    "\"type\": [\"AchievementSubject\"], \"achievement\": {\"id\": \"https://badges.example.edu/a\", "       \
    "\"type\": [\"Achievement\"], \"name\": \"A\", \"description\": \"B\", \"criteria\": {\"narrative\": "   \
    "\"C\"}}}" rest "}"
#define OB3 "\"" BLZ_VC2_CONTEXT "\", \"" BLZ_OB3_CONTEXT "\""

#endif
