#!/bin/sh
# run.sh BUILD CMAKE: the install test; see CMakeLists.txt here.
set -eu
build=$1
cmake=$2
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix
flags=
if [ -n "${BLAZON_SANITIZE-}" ]; then flags="-fsanitize=$BLAZON_SANITIZE"; fi
if [ "${BLAZON_COVERAGE-}" = ON ]; then flags=--coverage; fi

say() { printf 'install: %s\n' "$*"; }

"$cmake" --install "$build" --prefix "$prefix" >"$work/install.log" || { cat "$work/install.log"; exit 1; }
libdir=$(dirname "$(find "$prefix" -name libblazon.so)")

for file in bin/blazon include/blazon/status.h include/blazon/version.h share/man/man1/blazon.1 \
    share/man/man3/libblazon.3 share/man/man5/blazon-definition.5 share/man/man7/blazon-rules.7 \
    share/man/man7/blazon-parity.7 \
    share/blazon/schemas/micro-credential.schema.json \
    share/bash-completion/completions/blazon share/zsh/site-functions/_blazon \
    share/fish/vendor_completions.d/blazon.fish; do
    [ -s "$prefix/$file" ] || { say "$file is missing"; exit 1; }
done
say "files are in place"

[ "$("$prefix/bin/blazon" --version)" = "blazon $("$prefix/bin/blazon" --version | cut -d' ' -f2)" ]
say "the installed program finds its library"

"$cmake" -G Ninja -S "$here/consumer" -B "$work/consumer" -DCMAKE_PREFIX_PATH="$prefix" \
    -DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS="$flags" >"$work/configure.log" || { cat "$work/configure.log"; exit 1; }
"$cmake" --build "$work/consumer" >"$work/build.log" || { cat "$work/build.log"; exit 1; }
for program in consumer_c consumer_cxx consumer_static; do "$work/consumer/$program"; done
say "find_package(blazon) serves C, C++ and a static program"

PKG_CONFIG_PATH=$libdir/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046,SC2086 # the words of pkg-config and of the flags are meant to be split
"$CC" -std=c17 -Wall -Wextra -pedantic -Werror $flags "$here/consumer/consumer.c" -o "$work/by-pc" $(pkg-config --cflags --libs blazon)
LD_LIBRARY_PATH=$libdir "$work/by-pc"
say "pkg-config serves C"
