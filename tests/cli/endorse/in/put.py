"""put.py DID [ACHIEVEMENT]: the credential with this issuer, and the endorsement of e.json or e.jwt at its achievement."""
import json, os, sys
badge = json.load(open("credential.json"))
badge["issuer"]["id"] = sys.argv[1]
achievement = badge["credentialSubject"]["achievement"]
achievement["id"] = sys.argv[2] if len(sys.argv) > 2 else achievement["id"]
if os.path.exists("e.jwt"):
    achievement["endorsementJwt"] = [open("e.jwt").read().strip()]
else:
    achievement["endorsement"] = [json.load(open("e.json"))]
json.dump(badge, open("c.json", "w"))
