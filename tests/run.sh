#!/bin/sh
# Installs what the tests need (Debian 12), builds with sanitizers, and runs everything: tests, gates, coverage and,
# when CI=true or BLAZON_FUZZ_SECONDS says how long, the fuzzers. Works in build/ and leaves the rest as it was.
#
#   sh tests/run.sh
#   BLAZON_SUITES=PATH       where the third-party test suites are; without it their tests say that they are skipped
#   BLAZON_FUZZ_SECONDS=N    how long each fuzzer runs
set -eu
cd "$(dirname "$0")/.."
. tests/need.sh

fuzz_seconds=${BLAZON_FUZZ_SECONDS-}
if [ -z "$fuzz_seconds" ] && [ "${CI-}" = true ]; then fuzz_seconds=60; fi
jobs=$(nproc 2>/dev/null || echo 2)
extra_passed=0
extra_failed=0

title() { printf '\n== %s\n' "$*"; }
passed() { extra_passed=$((extra_passed + 1)); }
failed() { extra_failed=$((extra_failed + 1)); printf 'FAILED: %s\n' "$*"; }

install_packages() {
    # shellcheck disable=SC2086 # one word per package
    need $BLAZON_BUILD_PACKAGES g++ check python3 python3-jwcrypto python3-pil jose clang libclang-rt-14-dev clang-format \
        clang-tidy cppcheck shellcheck mandoc gcovr
    if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then need nodejs npm; fi
}

# build PRESET [TARGET...]: the interpreter is Debian's, which has Debian's modules.
build() {
    preset=$1
    shift
    python=
    if [ -x /usr/bin/python3 ]; then python=-DPython3_EXECUTABLE=/usr/bin/python3; fi
    # shellcheck disable=SC2086 # no word where there is no such interpreter
    cmake --preset "$preset" $python >"build/$preset.log" &&
        cmake --build --preset "$preset" ${1+--target "$@"} >>"build/$preset.log" && return 0
    tail -n 60 "build/$preset.log"
    return 1
}

# tests PRESET CTEST-OPTION...: leaves build/PRESET.xml for the tally.
tests() {
    preset=$1
    shift
    ctest --test-dir "build/$preset" --parallel "$jobs" --output-on-failure --output-junit "$PWD/build/$preset.xml" \
        --test-output-size-passed 1000000 --test-output-size-failed 1000000 "$@" || :
}

run_tests() {
    title "tests and gates, under AddressSanitizer, LeakSanitizer and UndefinedBehaviorSanitizer"
    if build asan; then tests asan; else failed "the build"; fi
}

# What a sanitizer would disturb: memory that runs out, and measurements.
run_plain() {
    title "memory pressure and measurements, in an optimised build"
    if build plain; then tests plain --label-regex '^(oom|bench)$'; else failed "the optimised build"; fi
}

run_coverage() {
    title "coverage of lib/"
    build coverage || { failed "the build that counts lines"; return 0; }
    find build/coverage -name '*.gcda' -delete
    ctest --test-dir build/coverage --parallel "$jobs" --label-regex '^(unit|cli|suite|fuzz)$' --quiet || failed "tests of the build that counts lines"
    if gcovr --root . --filter lib/ --object-directory build/coverage --exclude-throw-branches --fail-under-line 90 \
        --txt build/coverage.txt --print-summary build/coverage; then
        passed
    else
        failed "line coverage of lib/ is under 90 %; build/coverage.txt lists the lines"
    fi
}

# fuzz TARGET: what it finds is kept in build/fuzz-NAME.
fuzz() {
    name=$(basename "$1")
    mkdir -p "build/fuzz-$name"
    set -- "$1" "build/fuzz-$name"
    seeds=tests/fuzz/corpus/${name#fuzz_}
    [ ! -d "$seeds" ] || set -- "$@" "$seeds"
    "$@" -max_total_time="$fuzz_seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="build/fuzz-$name/" >"build/fuzz-$name.log" 2>&1
}

run_fuzzers() {
    if [ -z "$fuzz_seconds" ]; then
        title "fuzzers: skipped; BLAZON_FUZZ_SECONDS=60 runs them"
        return 0
    fi
    title "fuzzers, $fuzz_seconds seconds each"
    build fuzz blazon fuzzers || { failed "the build of the fuzzers"; return 0; }
    running=
    for target in build/fuzz/tests/fuzz/fuzz_*; do
        if [ ! -f "$target" ] || [ ! -x "$target" ]; then continue; fi
        fuzz "$target" &
        running="$running $!:$(basename "$target")"
    done
    for job in $running; do
        if wait "${job%%:*}"; then
            passed
            printf '%s: %s\n' "${job#*:}" "$(grep number_of_executed_units "build/fuzz-${job#*:}.log" || echo 'no statistics')"
        else
            tail -n 40 "build/fuzz-${job#*:}.log"
            failed "${job#*:}"
        fi
    done
}

install_packages
mkdir -p build
rm -f build/asan.xml build/plain.xml
run_tests
run_plain
run_coverage
run_fuzzers
printf '\n'
exec python3 tests/tally.py "$extra_passed" "$extra_failed" build/asan.xml build/plain.xml
