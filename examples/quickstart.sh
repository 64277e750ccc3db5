#!/bin/sh
# From a text file to a verified badge. Installs what is missing (Debian 12), builds blazon in build/release, and shows
# each command that it runs. What the commands write stays in build/quickstart.
#
#   sh examples/quickstart.sh
#   BLAZON=PATH    use this program; nothing is installed or built
set -eu
cd "$(dirname "$0")/.."
root=$PWD

title() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] || title() { printf '\n%s\n' "$*"; }

# Shows a command as one would type it, then runs it.
step() {
    printf '$'
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9_./:=@+-]*) printf " '%s'" "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$@"
}

if [ -z "${BLAZON-}" ]; then
    . tests/need.sh
    title "Installing what is missing, and building (build/release)"
    # shellcheck disable=SC2086 # one word per package
    need $BLAZON_BUILD_PACKAGES
    mkdir -p build
    { cmake --preset release && cmake --build --preset release; } >build/release.log 2>&1 || {
        tail -n 40 build/release.log
        exit 1
    }
    BLAZON=$root/build/release/cmd/blazon
fi
blazon() { "$BLAZON" "$@"; }

rm -rf build/quickstart
mkdir -p build/quickstart/site/.well-known
cp -R examples/computational-thinking/. build/quickstart
cd build/quickstart

title "1. Write. A micro-credential is a text file"
step head -n 12 data-practices.yaml

title "2. Check. blazon lint says what is missing or weak, and where"
step blazon lint data-practices.yaml

title "3. Make a key. It stays on this machine, encrypted with a passphrase from a file that only you can read"
(umask 077 && head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' >passphrase && echo >>passphrase)
step blazon key new --passphrase-file passphrase -o issuer.pem

title "4. Publish its public side. This document belongs at https://badges.example.edu/.well-known/did.json"
step blazon key did issuer.pem --passphrase-file passphrase --for did:web:badges.example.edu \
    -o site/.well-known/did.json

title "5. Issue. Jane's work reached these levels; blazon applies the passing rule and signs"
step blazon issue data-practices.yaml --to mailto:jane@example.edu \
    --evidence https://portfolio.example.edu/jane/data-practices \
    --result question=proficient --result analysis=proficient --result argument=proficient --result growth=basic \
    --key issuer.pem --passphrase-file passphrase -o badge.json

title "6. Verify. Anybody can, with the published document; here a folder stands for the website"
step blazon verify badge.json --recipient jane@example.edu --map https://badges.example.edu/=site/

title "7. Try to cheat. One level raised, and the badge is not valid any more"
sed '/achievedLevel/s|growth/basic|growth/proficient|' badge.json >changed.json
if cmp -s badge.json changed.json; then echo "nothing was changed" >&2; exit 1; fi
code=0
step blazon verify changed.json --map https://badges.example.edu/=site/ || code=$?
[ "$code" -eq 1 ] || { echo "a changed badge ended with exit code $code instead of 1" >&2; exit 1; }

title "Done. All of it is in build/quickstart; go on with \"man man/blazon.1\" or README.md"
