#!/bin/sh
# Installs the peers from npm into FOLDER, exactly those of the lock file, and runs none of their scripts.
#
#   sh tests/interop/install.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
command -v npm >/dev/null 2>&1 || {
    echo "skipped: npm is not installed"
    exit 77
}
if [ -d "$folder/node_modules" ] && cmp -s "$here/package-lock.json" "$folder/package-lock.json"; then exit 0; fi
mkdir -p "$folder"
rm -f "$folder/package-lock.json"
cp "$here/package.json" "$here/.npmrc" "$folder/"
cp "$here/package-lock.json" "$folder/npm-shrinkwrap.json"
if (cd "$folder" && npm ci --silent); then
    mv "$folder/npm-shrinkwrap.json" "$folder/package-lock.json"
else
    echo "skipped: the peers cannot be installed; is there a registry?"
    exit 77
fi
