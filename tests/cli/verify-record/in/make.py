"""make.py DID [KEY=VALUE...]: badge.json, the credential by this issuer, for the learner `learner`; and, when b.json or
b.jwt is there, record.json with it in. `more` is the number of further copies."""
import json, os, sys
did, how = sys.argv[1], dict(word.split("=", 1) for word in sys.argv[2:])
badge = json.load(open("credential.json"))
badge["issuer"]["id"] = did
badge["credentialSubject"]["id"] = how.get("learner", "urn:uuid:00000000-0000-4000-8000-000000000002")
if "learner" in how:
    del badge["credentialSubject"]["identifier"]
json.dump(badge, open("badge.json", "w"))
members = [json.load(open("b.json"))] if os.path.exists("b.json") else []
members += [open("b.jwt").read().strip()] if os.path.exists("b.jwt") else []
record = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                 "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "id": "urn:uuid:00000000-0000-4000-8000-000000000009",
    "type": ["VerifiableCredential", "ClrCredential"],
    "name": "Transcript of Jane",
    "partial": True,
    "issuer": {"id": did, "type": ["Profile"], "name": "Example High School"},
    "validFrom": "2026-02-01T00:00:00Z",
    "credentialSubject": {
        "id": "urn:uuid:00000000-0000-4000-8000-000000000002", "type": ["ClrSubject"],
        "identifier": [{"type": "IdentityObject", "hashed": False, "identityHash": "jane@example.edu",
                        "identityType": "emailAddress"}],
        "achievement": [{"id": "https://badges.example.edu/course", "type": ["Achievement"], "name": "Course",
                         "description": "A course.", "criteria": {"narrative": "Take it."}}],
        "association": [{"type": ["Association"], "associationType": "isParentOf",
                         "sourceId": "https://badges.example.edu/course", "targetId": "https://badges.example.edu/ct/data"}],
        "verifiableCredential": members * (1 + int(how.get("more", 0))),
    },
}
json.dump(record, open("record.json", "w"))
