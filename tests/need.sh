# shellcheck shell=sh
# need PACKAGE...: installs the Debian packages that are missing, as root or through sudo. Sourced by tests/run.sh and
# examples/quickstart.sh.

# What it takes to build blazon and to run it.
# shellcheck disable=SC2034 # for who sources this file
BLAZON_BUILD_PACKAGES='gcc libc6-dev cmake ninja-build pkg-config libjansson-dev libyaml-dev libssl-dev libpcre2-dev zlib1g-dev libexpat1-dev libcurl4-openssl-dev'

need_missing() {
    for need_package in "$@"; do
        case $(dpkg-query -W -f='${db:Status-Status}' "$need_package" 2>/dev/null) in
        installed) ;;
        *) printf '%s\n' "$need_package" ;;
        esac
    done
}

need_apt() {
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 "$@"
    else
        printf 'missing: %s\nInstall them as root, or install sudo, and start again.\n' "$need_list" >&2
        exit 2
    fi
}

need() {
    if ! command -v apt-get >/dev/null 2>&1; then
        command -v cmake >/dev/null 2>&1 && command -v cc >/dev/null 2>&1 && return 0
        printf 'This system is no Debian. Install by its own means what these Debian packages hold, and start again:\n  %s\n' \
            "$*" >&2
        exit 2
    fi
    need_list=$(need_missing "$@" | tr '\n' ' ')
    [ -n "$need_list" ] || return 0
    printf 'installing: %s\n' "$need_list" >&2
    # shellcheck disable=SC2086 # one word per package
    need_apt install --no-install-recommends $need_list >/dev/null 2>&1 && return 0
    need_apt update >&2
    # shellcheck disable=SC2086
    need_apt install --no-install-recommends $need_list >&2
}
